"""``vnadmindocs cite``: how a legal text is cited, and whether it is in force."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vnadmindocs.cli.options import shared_options

if TYPE_CHECKING:
    from vnadmindocs.law.register import LegalText, Register

FORMATS = ("text", "json")
FORMAT_VERSION = 1  # goes up when a key changes its meaning or goes away
MOST = 20  # texts shown where words fit many


def command(language: str) -> click.Command:
    """Build the command in a language."""
    return click.Command(
        "cite",
        callback=partial(cite, language=language),
        help=_(
            "Print how a legal text is cited: as a ground, for the first time and again, with its"
            " state of force. TEXT is its number (30/2020/NĐ-CP), its name in a register"
            " (nd-30-2020) or words of its title (Luật Lưu trữ)."
        ),
        short_help=_("Print the citation of a legal text."),
        options_metavar=_("[OPTIONS]"),
        params=[
            click.Argument(["words"], nargs=-1, required=True, metavar=_("TEXT")),
            click.Option(
                ["--date"],
                metavar=_("DATE"),
                help=_("Day on which the state of force is told, such as 05/9/2025."),
            ),
            click.Option(
                ["--register"],
                metavar=_("FILE"),
                type=click.Path(path_type=Path),
                help=_("Register of legal texts of the office (.yaml), looked at first."),
            ),
            click.Option(
                ["--format"],
                type=click.Choice(FORMATS),
                default="text",
                help=_("Form of the report (default text)."),
            ),
            *shared_options(),
        ],
    )


def cite(
    words: tuple[str, ...], date: str | None, register: Path | None, format: str, *, language: str
) -> int:
    """Print what is known of the texts that the words mean."""
    from vnadmindocs.law.register import Register, starter
    from vnadmindocs.notation.register import search

    day = _day(date) if date is not None else None
    shelves = [starter()]
    if register is not None:
        office = _office_register(register, language)
        if office is None:
            return 1
        shelves.insert(0, office)
    known = Register(shelves)
    wanted = " ".join(words)
    found = search(wanted, known)[:MOST]
    if not found:
        click.echo(_not_found(wanted, known), err=True)
        return 1
    if format == "json":
        texts = [_as_data(text, known, day) for text in found]
        document = {"version": FORMAT_VERSION, "date": day and day.isoformat(), "texts": texts}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join("\n".join(_lines(text, known, day)) for text in found))
    return 0


def _day(written: str) -> datetime.date:
    from vnadmindocs.diagnostics.fault import UnreadableError
    from vnadmindocs.notation.date import parse_date

    try:
        day = parse_date(written).as_date
    except UnreadableError:
        day = None
    if day is None:
        sentence = _("“{date}” is no whole date; write it as 05/9/2025.").format(date=written)
        raise click.UsageError(sentence)
    return day


def _office_register(path: Path, language: str) -> Any:
    """Read the register of an office, its findings on standard error; None: it cannot be read."""
    from vnadmindocs.cli.console import show_report
    from vnadmindocs.diagnostics.fault import UnreadableError
    from vnadmindocs.record.folder import Folder
    from vnadmindocs.record.placing import placed
    from vnadmindocs.record.register import read_register

    folder = Folder.of(path.parent)
    try:
        shelf = read_register(path.name, folder).shelf
        found = folder.diagnostics
    except UnreadableError as error:
        shelf = None
        found = folder.diagnostics or placed(error.faults, None)
    if found:
        show_report(found, "text", language, err=True)
    return shelf


def _not_found(wanted: str, known: Register) -> str:
    from vnadmindocs.notation.register import number_written

    near = known.suggest(number_written(wanted) or wanted)
    if near is None:
        return _("The register of legal texts has no “{text}”.").format(text=wanted)
    return _("The register of legal texts has no “{text}”. The nearest is {near}.").format(
        text=wanted, near=near
    )


def _lines(text: LegalText, known: Register, day: datetime.date | None) -> Iterator[str]:
    """Give the lines on one text; what the register does not know is left out."""
    ground, first, later = _forms(text)
    yield f"{text.key} · {text.name}"
    yield _row(_("Ground"), ground)
    if first != ground:
        yield _row(_("First time"), first)
    yield _row(_("Again"), later)
    amending = known.amendments(text, day)
    if amending:
        yield _row(_("As amended"), _amended(text, amending))
    if day is not None:
        yield _row(_printed(day), _state(text, known, day))
    yield from _changes(text, known)
    if text.source:
        checked = f" ({_printed(text.checked)})" if text.checked else ""
        yield _row(_("Source"), text.source + checked)


def _changes(text: LegalText, known: Register) -> Iterator[str]:
    if text.in_force is not None:
        yield _row(_("In force"), _("from {day}").format(day=_printed(text.in_force)))
    for each in known.amendments(text):
        since = ""
        if each.in_force is not None:
            since = ", " + _("from {day}").format(day=_printed(each.in_force))
        elif each.date is not None:
            since = ", " + _("issued {day}").format(day=_printed(each.date))
        yield _row(_("Amended by"), each.name + since)
    end = known.end_of(text)
    if end is not None:
        yield _row(_("Ceased"), _("from {day}").format(day=_printed(end)))
    for each in known.successors(text):
        yield _row(_("Replaced by"), f"{each.name} ({each.key})")


def _state(text: LegalText, known: Register, day: datetime.date) -> str:
    return {
        "in_force": _("in force"),
        "not_yet": _("not yet in force"),
        "ceased": _("no longer in force"),
        "unknown": _("the register does not say from when it is in force"),
    }[known.state_of(text, day)]


def _forms(text: LegalText) -> tuple[str, str, str]:
    """Word the citation as a ground, for the first time in running text, and again."""
    from vnadmindocs.notation.citation import print_citation
    from vnadmindocs.notation.register import citation_of

    citation = citation_of(text)
    return (
        print_citation(citation, basis=True),
        print_citation(citation),
        print_citation(citation, first=False),
    )


def _amended(text: LegalText, amending: Iterable[LegalText]) -> str:
    from vnadmindocs.notation.citation import decree_form
    from vnadmindocs.notation.register import citation_of

    return decree_form(citation_of(text, amending))


def _row(name: str, words: str) -> str:
    return f"  {name}: {words}"


def _printed(day: datetime.date) -> str:
    from vnadmindocs.notation.date import PartialDate, source_date

    return source_date(PartialDate(day.day, day.month, day.year))


def _as_data(text: LegalText, known: Register, day: datetime.date | None) -> dict[str, Any]:
    ground, first, later = _forms(text)
    amending = known.amendments(text, day)
    end = known.end_of(text)
    return {
        "key": text.key,
        "type": text.type,
        "number": text.number or None,
        "date": _iso(text.date),
        "issuer": text.issuer or None,
        "subject": text.subject or None,
        "ground": ground,
        "first": first,
        "later": later,
        "as_amended": _amended(text, amending) if amending else None,
        "in_force": _iso(text.in_force),
        "ceased": _iso(end),
        "state": known.state_of(text, day) if day is not None else None,
        "amended_by": [_brief(each) for each in known.amendments(text)],
        "replaced_by": [_brief(each) for each in known.successors(text)],
        "source": text.source or None,
        "checked": _iso(text.checked),
        "sure": text.sure or None,
    }


def _brief(text: LegalText) -> dict[str, Any]:
    return {
        "key": text.key,
        "name": text.name,
        "date": _iso(text.date),
        "in_force": _iso(text.in_force),
    }


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day is not None else None
