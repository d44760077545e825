"""Options that several commands take, and the words that stand for arguments in their help."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from vnadmindocs.cli.language import ENVIRONMENT_VARIABLE, LANGUAGES
from vnadmindocs.diagnostics.reports import FORMATS


def shared_options() -> list[click.Parameter]:
    """Build what every command takes; ``main`` has looked at their values already."""
    return [
        click.Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            envvar=ENVIRONMENT_VARIABLE,
            expose_value=False,
            help=_("Language of messages and help (default vi; or set {variable}).").format(
                variable=ENVIRONMENT_VARIABLE
            ),
        ),
        click.Option(
            ["--debug"],
            is_flag=True,
            expose_value=False,
            help=_("Show where a fault of the program arose."),
        ),
    ]


def report_options() -> list[click.Parameter]:
    """Build what every command that reports findings takes."""
    return [
        click.Option(
            ["--format"],
            type=click.Choice(FORMATS),
            default="text",
            help=_("Form of the report (default text)."),
        ),
        click.Option(["--strict"], is_flag=True, help=_("Let warnings count as errors.")),
    ]


def root_option() -> click.Option:
    """Build ``--root``; without it a record names files of its own folder only."""
    return click.Option(
        ["--root"],
        metavar=_("DIR"),
        type=click.Path(path_type=Path),
        help=_("Folder whose files the records may name (default: each record's own folder)."),
    )


def font_path_option() -> click.Option:
    """Build ``--font-path``, which may be given several times."""
    return click.Option(
        ["--font-path"],
        multiple=True,
        metavar=_("DIR"),
        type=click.Path(path_type=Path),
        help=_("Folder where a Times face is looked for first; may be given several times."),
    )


def output_option(sentence: str) -> click.Option:
    """Build ``-o``; what it may be differs from command to command."""
    return click.Option(["-o", "--output"], metavar=_("OUT"), help=sentence)


def force_option(sentence: str) -> click.Option:
    """Build ``--force``."""
    return click.Option(["--force"], is_flag=True, help=sentence)


def files_argument(*, required: bool = True) -> click.Argument:
    """Build the records of a command; a file named twice is looked at once."""
    return click.Argument(
        ["files"],
        nargs=-1,
        required=required,
        metavar=_("FILE..."),
        callback=lambda _context, _parameter, files: tuple(dict.fromkeys(files)),
    )


def type_argument() -> click.Argument:
    """Build the type of document, which may be several words without quotation marks."""
    return click.Argument(["words"], nargs=-1, required=True, metavar=_("TYPE"))
