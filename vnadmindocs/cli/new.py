"""``vnadmindocs new``: a commented record to start from."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from pathlib import Path

import click

from vnadmindocs.cli.console import exit_code, show_report
from vnadmindocs.cli.document_type import type_key
from vnadmindocs.cli.options import force_option, output_option, shared_options, type_argument
from vnadmindocs.cli.output import write_files
from vnadmindocs.diagnostics import Diagnostic, Place, diagnose
from vnadmindocs.diagnostics.reports import Outcome


def command(language: str) -> click.Command:
    """Build the command in a language."""
    return click.Command(
        "new",
        callback=partial(new, language=language),
        help=_(
            "Write a record to start from, with a comment for every field. TYPE is a type of"
            " document by name or abbreviation: «công văn», «quyết định», KH. With --lang en the"
            " names of fields are English."
        ),
        short_help=_("Write a record to start from."),
        options_metavar=_("[OPTIONS]"),
        params=[
            type_argument(),
            output_option(_("The file to write; without it the record is printed.")),
            force_option(_("Overwrite the file if it is there.")),
            *shared_options(),
        ],
    )


def new(words: tuple[str, ...], output: str | None, force: bool, *, language: str) -> int:
    """Print the record or write it, and give the exit code."""
    from vnadmindocs import api

    record = api.starting_record(type_key(words), language)
    if output is None or output == "-":
        click.echo(record, nl=False)
        return 0
    target = Path(output)
    found = _write(target, record.encode(), force=force)
    written = "" if found else output
    show_report(found, "text", language, [Outcome(output, written)])
    return exit_code(found, strict=False)


def _write(target: Path, data: bytes, *, force: bool) -> list[Diagnostic]:
    if target.exists() and not force:
        return [diagnose("OUT002", Place(str(target)), output=str(target))]
    refused = write_files({target: data})
    return [refused] if refused else []
