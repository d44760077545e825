"""What starting the program loads."""

import json
import subprocess
import sys

import pytest

ALLOWED = {"click", "vnadmindocs"}
HEAVY = {
    "babel", "docx", "docxtpl", "jinja2", "lxml", "num2words", "pypdf", "rich", "typst",
    "yaml",
}  # fmt: skip


def _loaded(code: str) -> set[str]:
    """Name the top-level modules a fresh interpreter loads for some code, on top of its own."""
    program = (
        "import sys, json; before = set(sys.modules)\n"
        f"{code}\n"
        "print(json.dumps(sorted(set(sys.modules) - before)), file=sys.__stdout__)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in json.loads(ran.stdout.splitlines()[-1])}


@pytest.mark.parametrize(
    "code",
    [
        "import vnadmindocs",
        "import vnadmindocs.cli.main",
        "import io; sys.stdout = io.StringIO()\n"
        "from vnadmindocs.cli.main import run; run(['--help'])",
        "import io; sys.stdout = io.StringIO()\n"
        "from vnadmindocs.cli.main import run; run(['render', '--help'])",
        "import io; sys.stdout = io.StringIO()\n"
        "from vnadmindocs.cli.main import run; run(['explain', 'OUT001'])",
    ],
    ids=["package", "command line", "help", "help of a command", "explain"],
)
def test_starting_loads_click_and_ourselves_alone(code: str) -> None:
    """Whatever reads, lays out or writes is loaded when it is needed."""
    foreign = _loaded(code) - set(sys.stdlib_module_names)
    assert {name for name in foreign if not name.startswith("_")} - ALLOWED == set()


def test_the_list_of_heavy_modules_is_watched_at_all() -> None:
    """A module that is loaded is seen."""
    assert "yaml" in _loaded("import yaml") & HEAVY
