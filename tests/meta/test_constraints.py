"""The pinned packages."""

import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.meta.tree import ROOT

LINES = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
PINS = {
    canonicalize_name(name): version
    for name, _, version in (
        line.removesuffix(" \\").partition("==") for line in LINES if "==" in line
    )
}


def test_it_holds_names_versions_and_hashes_only() -> None:
    """No address of an index, no path."""
    known = re.compile(r"#.*|[a-z0-9._-]+==[\w.+!]+ \\|    --hash=sha256:[0-9a-f]{64}(?: \\)?")
    assert [line for line in LINES if not known.fullmatch(line)] == []


def test_every_requirement_is_pinned_within_its_range() -> None:
    """After a change of pyproject.toml run `make constraints`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    unmet = []
    for line in wanted:
        requirement = Requirement(line)
        pin = PINS.get(canonicalize_name(requirement.name))
        if pin is None or not requirement.specifier.contains(pin, prereleases=True):
            unmet.append(f"{line}: {pin}")
    assert unmet == []
