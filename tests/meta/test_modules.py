"""The shape of the code: names, lengths, floors."""

import ast
import os
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from tests.meta.tree import PACKAGE, ROOT, modules, shown

LONGEST = 400
EXCUSE = "# Over 400 lines: "
REFUSED = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}


def test_long_modules_say_why_on_their_first_line() -> None:
    """A module over 400 lines is split, or opens with the reason."""
    silent = []
    for path in modules():
        lines = path.read_text(encoding="utf-8").splitlines()
        if len(lines) > LONGEST and not lines[0].startswith(EXCUSE):
            silent.append(f"{shown(path)}: {len(lines)}")
    assert silent == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    """Neither a file nor a folder, nor a part of a name."""
    refused = [
        shown(path)
        for path in modules()
        if any(
            REFUSED & set(part.split("_")) for part in path.relative_to(ROOT).with_suffix("").parts
        )
    ]
    assert refused == []


def test_every_module_opens_with_what_it_is() -> None:
    """The first line of the module's docstring is a sentence or a title, not empty."""
    bare = [
        shown(path)
        for path in modules(PACKAGE)
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert bare == []


def test_imports_go_down_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """The contracts of pyproject.toml hold."""
    monkeypatch.chdir(ROOT)
    assert lint_imports(cache_dir=None, no_cache=True, is_debug_mode=False) == 0


def test_every_floor_has_its_place_in_the_contract() -> None:
    """A new module at the top of the package is put on a floor."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floors = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    placed = {name.strip() for floor in floors for name in floor.replace("|", ":").split(":")}
    found = {
        f"vnadmindocs.{path.relative_to(PACKAGE).parts[0].removesuffix('.py')}"
        for path in modules(PACKAGE)
    }
    assert found - placed == {"vnadmindocs.__init__", "vnadmindocs.__main__"}


def _declaring() -> list[str]:
    """Name the modules that declare ``__all__``."""
    return [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in modules(PACKAGE)
        if any(line.startswith("__all__") for line in path.read_text(encoding="utf-8").splitlines())
    ]


@pytest.mark.parametrize("name", _declaring())
def test_what_a_module_offers_is_there_once_and_in_order(name: str) -> None:
    """``__all__`` is the list of public names."""
    module = import_module(name)
    offered = list(module.__all__)
    assert [word for word in offered if not hasattr(module, word)] == []
    assert len(set(offered)) == len(offered)


def test_packages_that_pass_names_on_declare_them() -> None:
    """An ``__init__`` with imports has ``__all__``."""
    silent = []
    for path in modules(PACKAGE):
        if path.name == "__init__.py":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            passed_on = {
                alias.asname or alias.name
                for node in tree.body
                if isinstance(node, ast.ImportFrom)
                and (node.module or "").startswith("vnadmindocs")
                for alias in node.names
            }
            if (
                passed_on
                and shown(path.parent).replace(os.sep, ".").replace("/", ".") not in _declaring()
            ):
                silent.append(shown(path))
    assert silent == []


def test_only_the_command_line_prints() -> None:
    """Everything else returns values."""
    printing = [
        f"{shown(path)}:{node.lineno}"
        for path in modules(PACKAGE)
        if not path.is_relative_to(PACKAGE / "cli")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert printing == []


def test_every_test_folder_is_a_package() -> None:
    """Tests of one name on two floors do not collide."""
    folders = {path.parent for path in modules(ROOT / "tests")}
    assert [shown(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_scripts_can_be_run() -> None:
    """The shell scripts carry their mode bit."""
    scripts = [*ROOT.glob("tools/*.sh"), Path(ROOT / ".ci/run")]
    assert [shown(path) for path in scripts if not os.access(path, os.X_OK)] == []
