"""``vnadmindocs render``: make documents of records."""

from __future__ import annotations

import sys
from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import Literal

import click

from vnadmindocs.cli.console import exit_code, show_report
from vnadmindocs.cli.options import (
    files_argument,
    force_option,
    output_option,
    report_options,
    root_option,
    shared_options,
)
from vnadmindocs.cli.output import STANDARD_OUTPUT, outputs, write_file
from vnadmindocs.cli.source import source
from vnadmindocs.diagnostics import Diagnostic, Place, Related, Text, diagnose
from vnadmindocs.diagnostics.reports import Outcome

FORMATS = ("docx",)


def command(language: str) -> click.Command:
    """Build the command in a language."""
    return click.Command(
        "render",
        callback=partial(render, language=language),
        help=_(
            "Make a document of each record. FILE is a YAML record; - reads standard input."
            " Without -o the document stands beside its record, with the same name. With fatal"
            " findings nothing is written, unless --force."
        ),
        short_help=_("Make documents of records."),
        options_metavar=_("[OPTIONS]"),
        params=[
            files_argument(),
            output_option(
                _(
                    "The document, or a folder for several; {name} in it stands for the name of"
                    " each record; - is standard output."
                )
            ),
            click.Option(
                ["--to"],
                type=click.Choice(FORMATS),
                default="docx",
                help=_("Kind of document (default docx)."),
            ),
            click.Option(
                ["--template"],
                metavar=_("DOCX"),
                type=click.Path(path_type=Path),
                help=_("A Word file of your office to print into."),
            ),
            force_option(_("Write in spite of fatal findings, with a gap, and name what is lost.")),
            root_option(),
            *report_options(),
            *shared_options(),
        ],
    )


def render(
    files: tuple[str, ...],
    output: str | None,
    to: Literal["docx"],
    template: Path | None,
    force: bool,
    root: Path | None,
    format: str,
    strict: bool,
    *,
    language: str,
) -> int:
    """Write the documents, report on all of them together and give the exit code."""
    from vnadmindocs import api

    findings: list[Diagnostic] = []
    outcomes: list[Outcome] = []
    taken: dict[Path, str] = {}
    targets = outputs(files, output, to)
    for file, target in zip(files, targets, strict=True):
        draft = api.load(source(file), file=file, root=root)
        made = api.render(draft, to, force=force, template=template)
        found = list(made.diagnostics)
        written = ""
        if made.data is not None:
            refused = _refusal(file, target, taken) or _write(target, made.data)
            if refused:
                found.append(refused)
            else:
                written = str(target)
                taken.setdefault(target.resolve(), file)
        findings += found
        outcomes.append(
            Outcome(file, written, made.defaults, made.left_out)
            if written
            else Outcome(file, refused=True)
        )
    show_report(findings, format, language, outcomes, err=STANDARD_OUTPUT in targets)
    return exit_code(findings, strict=strict)


def _refusal(file: str, target: Path, taken: dict[Path, str]) -> Diagnostic | None:
    """Find a file that must not be overwritten: the record itself, or another one's document."""
    if target == STANDARD_OUTPUT:
        return None
    place = Place(file)
    if target.resolve() == Path(file).resolve():
        suggestion = str(target.with_stem(f"{target.stem}-in"))
        return diagnose("OUT004", place, output=str(target), suggestion=suggestion)
    other = taken.get(target.resolve())
    if other is None:
        return None
    also = Related(Place(other), Text(vi=f"ghi ra «{target}»", en=f"written to «{target}»"))
    return diagnose("OUT003", place, file=file, other=other, output=str(target), related=(also,))


def _write(target: Path, data: bytes) -> Diagnostic | None:
    if target == STANDARD_OUTPUT:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return None
    return write_file(target, data)
