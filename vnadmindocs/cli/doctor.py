"""``vnadmindocs doctor``: what this machine has and lacks."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vnadmindocs.cli.options import font_path_option, shared_options

if TYPE_CHECKING:
    from vnadmindocs.diagnostics.model import Diagnostic, Text
    from vnadmindocs.doctor import Check

# Reports on files have two forms more, which say where in a file; a machine has no such place.
FORMATS = ("text", "json")
FORMAT_VERSION = 1  # goes up when a key changes its meaning or goes away


def command(language: str) -> click.Command:
    """Build the command in a language."""
    return click.Command(
        "doctor",
        callback=partial(doctor, language=language),
        help=_(
            "Examine this machine: versions, extras, the face of PDF files, LibreOffice, and"
            " whether the files of the program are whole. A small document is made as a trial."
            " The exit code is 1 when something needed is wrong."
        ),
        short_help=_("Examine this machine."),
        options_metavar=_("[OPTIONS]"),
        params=[
            font_path_option(),
            click.Option(
                ["--format"],
                type=click.Choice(FORMATS),
                default="text",
                help=_("Form of the report (default text)."),
            ),
            *shared_options(),
        ],
    )


def doctor(font_path: tuple[Path, ...], format: str, *, language: str) -> int:
    """Print what was found and give the exit code."""
    from vnadmindocs.doctor import examine, healthy

    checks = examine(font_path)
    well = healthy(checks)
    if format == "json":
        click.echo(_as_json(checks, healthy=well))
    else:
        click.echo("\n".join(_lines(checks, language, healthy=well)))
    return int(not well)


def _as_json(checks: Sequence[Check], *, healthy: bool) -> str:
    from vnadmindocs.diagnostics.reports.json import finding_as_data

    def both(text: Text) -> dict[str, str]:
        return {"vi": text.vi, "en": text.en}

    document = {
        "version": FORMAT_VERSION,
        "healthy": healthy,
        "checks": [
            {
                "name": check.name,
                "title": both(check.title),
                "state": check.state,
                "found": both(check.found),
                "findings": [finding_as_data(each) for each in check.findings],
            }
            for check in checks
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _lines(checks: Sequence[Check], language: str, *, healthy: bool) -> Iterator[str]:
    states = {
        "ok": _("well"),
        "note": _("note"),
        "warning": _("warning"),
        "wrong": _("wrong"),
    }
    width = max(map(len, states.values()))
    for check in checks:
        title, found = check.title.in_language(language), check.found.in_language(language)
        yield f"{states[check.state]:<{width}}  {title}: {found}"
        for finding in check.findings:
            yield from _about(finding, language, " " * (width + 2))
    yield ""
    if healthy:
        yield _("Everything that is needed works.")
    else:
        wrong = [check.title.in_language(language) for check in checks if check.state == "wrong"]
        yield _("Wrong: {parts}.").format(parts=", ".join(wrong))


def _about(finding: Diagnostic, language: str, margin: str) -> Iterator[str]:
    yield f"{margin}{finding.code}: {finding.message.in_language(language)}"
    if finding.hint:
        yield f"{margin}= {finding.hint.in_language(language)}"
