"""``vnadmindocs render``: make documents of records."""

from __future__ import annotations

import sys
from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vnadmindocs.cli.console import exit_code, show_report
from vnadmindocs.cli.options import (
    files_argument,
    font_path_option,
    force_option,
    output_option,
    report_options,
    root_option,
    shared_options,
)
from vnadmindocs.cli.output import STANDARD_OUTPUT, outputs, write_files
from vnadmindocs.cli.source import source
from vnadmindocs.cli.source_files import SourceFiles
from vnadmindocs.diagnostics import Diagnostic, Place, Related, Text, diagnose
from vnadmindocs.diagnostics.reports import Outcome

if TYPE_CHECKING:
    from datetime import datetime

    from vnadmindocs.layout.places import PlacedBox
    from vnadmindocs.rendering import File, Rendering

# Named here too, so that help comes without loading what renders; a test compares them.
FORMATS = ("docx", "pdf", "png")
ENGINES = ("typst", "libreoffice")
PPI = _SMALLEST_PPI, _USUAL_PPI, _LARGEST_PPI = 10, 110, 1200


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
                help=_(
                    "Kind of document: docx, pdf, or png, a picture of each page (default: what"
                    " the name after -o says, else docx)."
                ),
            ),
            click.Option(
                ["--engine"],
                type=click.Choice(ENGINES),
                help=_(
                    "What makes a PDF (default typst; libreoffice for a document in your office's"
                    " own Word template)."
                ),
            ),
            click.Option(
                ["--split"],
                is_flag=True,
                help=_(
                    "Write the main document and each appendix as files of their own, as an"
                    " electronic document is sent."
                ),
            ),
            click.Option(
                ["--signed-at"],
                metavar=_("TIME"),
                callback=partial(_moment, language=language),
                help=_(
                    "When the files of --split, or an electronic copy, are signed, such as"
                    " 2026-03-11T15:28:56 (default: gaps for whoever signs)."
                ),
            ),
            click.Option(
                ["--per-recipient"],
                is_flag=True,
                help=_(
                    "Write a copy for each addressee, with its own Kính gửi; the name of each file"
                    " says for whom it is."
                ),
            ),
            click.Option(
                ["--show-boxes"],
                is_flag=True,
                help=_(
                    "Draw the numbered boxes (ô) of the decree's diagram over the pages, with the"
                    " places of signature and seal; for PDF and pictures."
                ),
            ),
            click.Option(
                ["--places"],
                is_flag=True,
                help=_("Say in the report of --format json where each box stands, in mm."),
            ),
            click.Option(
                ["--template"],
                metavar=_("DOCX"),
                type=click.Path(path_type=Path),
                help=_("A Word file of your office to print into."),
            ),
            font_path_option(),
            click.Option(
                ["--ppi"],
                callback=_pixels_per_inch,
                metavar=_("NUMBER"),
                help=_("Pixels per inch of pictures (default {number}).").format(number=_USUAL_PPI),
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
    to: str | None,
    engine: Any,
    split: bool,
    signed_at: datetime | None,
    per_recipient: bool,
    show_boxes: bool,
    places: bool,
    template: Path | None,
    font_path: tuple[Path, ...],
    ppi: float | None,
    force: bool,
    root: Path | None,
    format: str,
    strict: bool,
    *,
    language: str,
) -> int:
    """Write the documents, report on all of them together and give the exit code."""
    from vnadmindocs import api

    kind: Any = to or _kind_of(output)
    if engine is not None and kind == "docx":
        raise click.UsageError(_("--engine goes with --to pdf or --to png."))
    if ppi is not None and kind != "png":
        raise click.UsageError(_("--ppi goes with --to png."))
    if kind == "docx" and (show_boxes or places):
        raise click.UsageError(
            _(
                "{option} goes with --to pdf or --to png: a Word file is laid out by the program"
                " that opens it, so nobody knows yet where its boxes will stand."
            ).format(option="--show-boxes" if show_boxes else "--places")
        )
    if places and format != "json":
        raise click.UsageError(_("--places goes with --format json."))
    targets = outputs(files, output, kind)
    texts = {file: source(file) for file in files}
    sources = SourceFiles(template)
    drafts = sources.drafts(files, lambda file: api.load(texts[file], file=file, root=root))
    findings: list[Diagnostic] = []
    outcomes: list[Outcome] = []
    taken: dict[Path, str] = {}
    made = api.render_all(
        drafts,
        kind,
        engine=engine,
        force=force,
        template=template,
        font_paths=font_path,
        ppi=ppi or _USUAL_PPI,
        split=split,
        signed_at=signed_at,
        per_recipient=per_recipient,
        places=places,
        show_boxes=show_boxes,
    )
    for file, target, rendering in zip(files, targets, made, strict=True):
        found, outcome = _write(file, target, rendering, sources, taken)
        findings += found
        outcomes.append(outcome)
    show_report(findings, format, language, outcomes, err=STANDARD_OUTPUT in targets)
    return exit_code(findings, strict=strict)


def _pixels_per_inch(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> float | None:
    """Read a number, with a decimal point or comma. Wrong use when it is none, or too large."""
    if value is None:
        return None
    try:
        number = float(value.replace(",", "."))
    except ValueError:
        number = 0.0
    if _SMALLEST_PPI <= number <= _LARGEST_PPI:  # which nan is not
        return number
    words = _("«{found}» is no number from {low} to {high}.")
    words = words.format(found=value, low=_SMALLEST_PPI, high=_LARGEST_PPI)
    raise click.BadParameter(words, context, parameter)


def _moment(
    context: click.Context, parameter: click.Parameter, value: str | None, *, language: str
) -> datetime | None:
    """Read a moment to the second; without a zone it is Vietnam's. Wrong use when it is none."""
    from vnadmindocs.diagnostics.catalogue import stamp
    from vnadmindocs.diagnostics.fault import UnreadableError
    from vnadmindocs.notation.signing_time import parse_signing_time

    if value is None:
        return None
    try:
        return parse_signing_time(value)
    except UnreadableError as error:
        (fault,) = error.faults
        finding = stamp(fault.code, Place(), fault.facts)
        sentences = (each for each in (finding.message, finding.hint) if each)
        words = ". ".join(each.in_language(language) for each in sentences)
        raise click.BadParameter(words, context, parameter) from None


def _kind_of(output: str | None) -> str:
    """Take the kind of document from the name it is to have."""
    ending = Path(output).suffix.lower().lstrip(".") if output else ""
    return ending if ending in FORMATS else FORMATS[0]


def _write(
    file: str, target: Path, rendering: Rendering, sources: SourceFiles, taken: dict[Path, str]
) -> tuple[list[Diagnostic], Outcome]:
    """Write the files of one document; give all findings and what became of it."""
    found = list(rendering.diagnostics)
    if not rendering.files:
        return found, Outcome(file, refused=True)
    if target == STANDARD_OUTPUT:
        refused = _to_pipe(file, rendering.files)
        places = [target]
    else:
        places = [each.beside(target) for each in rendering.files]
        refused = (
            sources.refusal(file, places)
            or _refusal(file, places, taken)
            or write_files(
                dict(zip(places, (each.data for each in rendering.files), strict=True)), file
            )
        )
    if refused:
        return [*found, refused], Outcome(file, refused=True)
    taken.update((place.resolve(), file) for place in places)
    return found, Outcome(
        file,
        str(places[0]),
        rendering.defaults,
        rendering.left_out,
        others=tuple(str(place) for place in places[1:]),
        face=rendering.face,
        conformance=rendering.conformance,
        claims=tuple(each.conformance for each in rendering.files[1:]),
        places=tuple(_place(each) for each in rendering.places),
    )


def _place(box: PlacedBox) -> dict[str, object]:
    """Turn a place into plain data."""
    from vnadmindocs.layout.places import name_of

    name = name_of(box.box)
    return {
        "box": box.box,
        "name": {"vi": name.vi, "en": name.en},
        "file": box.file,
        "part": box.part,
        "page": box.page,
        "part_page": box.part_page,
        "left_mm": box.left_mm,
        "top_mm": box.top_mm,
        "width_mm": box.width_mm,
        "height_mm": box.height_mm,
        "signer": box.signer or None,
        "signer_name": box.signer_name or None,
    }


def _refusal(file: str, places: list[Path], taken: dict[Path, str]) -> Diagnostic | None:
    """Find a file that must not be overwritten: the document of another record."""
    for target in places:
        other = taken.get(target.resolve())
        if other is not None:
            words = Text(vi=f"ghi ra «{target}»", en=f"written to «{target}»")
            also = (Related(Place(other), words),)
            return diagnose(
                "OUT003", Place(file), file=file, other=other, output=str(target), related=also
            )
    return None


def _to_pipe(file: str, made: tuple[File, ...]) -> Diagnostic | None:
    """Write a document to standard output, which takes one file."""
    if len(made) > 1:
        return diagnose("OUT032", Place(file), number=len(made))
    sys.stdout.buffer.write(made[0].data)
    sys.stdout.buffer.flush()
    return None
