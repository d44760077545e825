"""Options that sentences and pages name are options of the command line."""

import re
from collections.abc import Iterator
from itertools import chain

import click
import pytest

from tests.meta.tree import ROOT, shown
from vnadmindocs.cli.main import COMMANDS, program

OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
# Lines that run another program name its options.
OTHERS = re.compile(r"\b(python|pip|npm|soffice|git|docker)\b|\w\.py\b")
PAGES = sorted(
    chain(
        ROOT.glob("*.md"),
        ROOT.glob("docs/**/*.md"),
        ROOT.glob("vnadmindocs/diagnostics/data/*.toml"),
        ROOT.glob("vnadmindocs/cli/locale/*/*/*.po"),
    )
)


def _options() -> Iterator[str]:
    group = program("en")
    context = click.Context(group)
    commands = [group, *(group.get_command(context, name) for name in COMMANDS)]
    for command in commands:
        assert command is not None
        for parameter in command.get_params(click.Context(command)):
            yield from parameter.opts


def test_every_option_that_is_named_exists() -> None:
    """A hint never sends a clerk to an option that no command has."""
    known = set(_options())
    named = [
        f"{shown(path)}:{number}: {option}"
        for path in PAGES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if not OTHERS.search(line)
        for option in OPTION.findall(line)
        if option not in known
    ]
    assert named == []


@pytest.mark.parametrize("name", ["check", "render"])
def test_commands_that_read_records_can_be_given_a_wider_folder(name: str) -> None:
    """SCH031 names the option wherever a record is read."""
    command = program("en").get_command(click.Context(program("en")), name)
    assert command is not None
    assert "--root" in {option for each in command.params for option in each.opts}
