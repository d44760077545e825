"""``vnadmindocs batch``: one document for each row of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vnadmindocs.cli.console import exit_code, show_report
from vnadmindocs.cli.options import (
    font_path_option,
    force_option,
    output_option,
    report_options,
    root_option,
    shared_options,
)
from vnadmindocs.cli.output import write_files
from vnadmindocs.diagnostics import Diagnostic, Place, diagnose
from vnadmindocs.diagnostics.reports import Outcome
from vnadmindocs.language.text import fold

if TYPE_CHECKING:
    from vnadmindocs.batch import Batch, BatchRow, FileNames, RowRendering
    from vnadmindocs.rendering import Wanted

_KINDS = ("docx", "pdf", "png")
_ENGINES = ("typst", "libreoffice")


def command(language: str) -> click.Command:
    """Build the command in a language."""
    return click.Command(
        "batch",
        callback=partial(batch, language=language),
        help=_(
            "Make one document for each row of a list. RECORD declares the columns it takes from"
            " the list under «data_fields» and writes [=name] where a value belongs. Rows that"
            " cannot be made are reported, the others are made."
        ),
        short_help=_("Make one document for each row of a list."),
        options_metavar=_("[OPTIONS]"),
        params=[
            click.Argument(["record"], metavar=_("RECORD")),
            click.Option(
                ["--data"],
                required=True,
                metavar=_("LIST"),
                help=_("The list: .xlsx or .csv, the names of the columns in its first row."),
            ),
            click.Option(["--sheet"], metavar=_("NAME"), help=_("The sheet of an .xlsx.")),
            click.Option(
                ["--range"],
                metavar=_("CELLS"),
                help=_("The cells of the list, such as A5:F40, names of columns included."),
            ),
            click.Option(
                ["--excel-table"],
                metavar=_("NAME"),
                help=_("A table or a named range of the .xlsx."),
            ),
            output_option(
                _(
                    "Where the documents go: a path with fields of the list, such as"
                    " 'build/{so}-{ho_ten}.docx', or a folder (default: beside the record); without"
                    " fields the names have the number of the row."
                )
            ),
            click.Option(
                ["--accents"],
                is_flag=True,
                help=_("Keep Vietnamese letters in the names of the files."),
            ),
            click.Option(
                ["--check"],
                is_flag=True,
                help=_("Rehearse: report all there is to say about every row, write nothing."),
            ),
            click.Option(
                ["--to"],
                type=click.Choice(_KINDS),
                help=_("Kind of document (default: from the name after -o, or docx)."),
            ),
            click.Option(
                ["--engine"],
                type=click.Choice(_ENGINES),
                help=_("What makes the PDF files."),
            ),
            click.Option(
                ["--template"],
                metavar=_("DOCX"),
                type=click.Path(path_type=Path),
                help=_("A Word file of your office to print into."),
            ),
            font_path_option(),
            force_option(_("Write in spite of fatal findings, with a gap, and name what is lost.")),
            root_option(),
            *report_options(),
            *shared_options(),
        ],
    )


def batch(
    record: str,
    data: str,
    sheet: str | None,
    range: str | None,
    excel_table: str | None,
    output: str | None,
    accents: bool,
    check: bool,
    to: str | None,
    engine: Any,
    template: Path | None,
    font_path: tuple[Path, ...],
    force: bool,
    root: Path | None,
    format: str,
    strict: bool,
    *,
    language: str,
) -> int:
    """Make the documents, report on all rows together and give the exit code."""
    from vnadmindocs.batch import batch_of, named_rows, said_once
    from vnadmindocs.rendering import Wanted

    kind: Any = to or _kind_of(output)
    if engine is not None and kind == "docx":
        raise click.UsageError(_("--engine goes with --to pdf or --to png."))
    made = batch_of(
        Path(record), data, sheet or "", range or "", excel_table or "", file=record, root=root
    )
    findings = list(made.diagnostics)
    outcomes = [Outcome(record, refused=made.is_refused and not check)]
    if made.rows:
        names = _names(made, _pattern(record, output, kind), kind, accents=accents)
        named = named_rows(made, names)
        findings = [each for each in findings if not _names_files(each, names)]
        wanted = Wanted(kind, engine, force, template, tuple(font_path))
        if check:
            rows = _rehearsed(made, template)
        else:
            rows = _written(made, named.targets, wanted, outcomes, language)
        findings += [*named.diagnostics, *said_once(rows, made.data)]
    show_report(findings, format, language, outcomes)
    return exit_code(findings, strict=strict)


def _rehearsed(made: Batch, template: Path | None) -> Iterator[Diagnostic]:
    for _row, _draft, found in made.check(template):
        yield from found


def _names_files(finding: Diagnostic, names: FileNames) -> bool:
    """Tell whether a field that no text takes is one that names the files."""
    return finding.code == "LST002" and fold(str(finding.facts["name"])) in names.keys


def _written(
    made: Batch,
    targets: Mapping[int, Path],
    wanted: Wanted,
    outcomes: list[Outcome],
    language: str,
) -> Iterator[Diagnostic]:
    """Write the document of each row that has a name, and give all findings."""
    for each in made.rows:
        if each.row.number not in targets:
            place = made.data.row_place(each.row)
            outcomes.append(Outcome(place.in_language(language), refused=True))
            yield from _unnamed(made, each, wanted)
    rows = [each for each in made.rows if each.row.number in targets]
    defaults: dict[str, None] = {}
    for row in made.render(wanted, rows):
        yield from row.diagnostics
        defaults |= dict.fromkeys(row.rendering.defaults)
        outcome, refused = _write(row, targets[row.number], made.data.file, language)
        outcomes.append(outcome)
        if refused is not None:
            yield refused
    # The record's own, whatever the row.
    outcomes[0] = replace(outcomes[0], defaults=tuple(defaults))


def _unnamed(made: Batch, row: BatchRow, wanted: Wanted) -> Iterable[Diagnostic]:
    """Give what else is to be said of a row that has no name to be written under."""
    from vnadmindocs.rendering import all_findings, template_of

    draft = made.draft(row)
    return made.of_row(row, all_findings(draft, wanted.template or template_of(draft.gapped)))


def _write(
    row: RowRendering, target: Path, data: str, language: str
) -> tuple[Outcome, Diagnostic | None]:
    """Write the files of one row; say what became of it."""
    name = row.place.in_language(language)
    files = row.rendering.files
    if not files:
        return Outcome(name, refused=True), None
    places = [each.beside(target) for each in files]
    contents = dict(zip(places, (each.data for each in files), strict=True))
    refused = _over_source(row, places) or write_files(contents, data)
    if refused is not None:
        return Outcome(name, refused=True), refused
    outcome = Outcome(
        name,
        str(places[0]),
        left_out=row.rendering.left_out,
        others=tuple(str(place) for place in places[1:]),
        face=row.rendering.face,
        conformance=row.rendering.conformance,
        claims=tuple(each.conformance for each in files[1:]),
    )
    return outcome, None


def _over_source(row: RowRendering, places: Iterable[Path]) -> Diagnostic | None:
    """Find a document that would be written over what it is made of."""
    for place in places:
        if place.resolve() in row.rendering.sources:
            suggestion = place.with_stem(f"{place.stem}-in")
            return diagnose(
                "OUT005", Place(str(place)), output=str(place), suggestion=str(suggestion)
            )
    return None


def _names(made: Batch, pattern: str, kind: str, *, accents: bool) -> FileNames:
    """Read the pattern of the names. Wrong use when it does not go with the list or the kind."""
    from vnadmindocs.batch import FileNames, UnknownFieldError

    digits = len(str(made.data.rows[-1].number))
    try:
        names = FileNames.of(pattern, made.form.fields, accents=accents, digits=digits)
    except UnknownFieldError as error:
        words = _("«{found}» in -o is no field of the record; there are {names}.")
        listed = ", ".join(f"«{each}»" for each in error.names)
        raise click.UsageError(words.format(found=f"{{{error.found}}}", names=listed)) from None
    if not names.has_fields and len(made.rows) > 1:
        words = _(
            "«{output}» is one file and the list has {number} rows; put {name} into the name."
        )
        raise click.UsageError(words.format(output=pattern, number=len(made.rows), name="{dòng}"))
    if Path(pattern).suffix.lower() != f".{kind}":
        words = _("The name of the document must end with .{suffix}, not «{name}».")
        raise click.UsageError(words.format(suffix=kind, name=Path(pattern).name))
    return names


def _kind_of(output: str | None) -> str:
    ending = Path(output).suffix.lower().lstrip(".") if output else ""
    return ending if ending in _KINDS else _KINDS[0]


def _pattern(record: str, output: str | None, kind: str) -> str:
    """Give the pattern of the names: without one, files have the number of the row."""
    path = Path(record)
    own = f"{path.stem.replace('{', '').replace('}', '')}-{{dòng}}.{kind}"
    if output is None:
        return str(path.with_name(own))
    is_folder = output.endswith(("/", "\\")) or Path(output).is_dir()
    return str(Path(output) / own) if is_folder else output
