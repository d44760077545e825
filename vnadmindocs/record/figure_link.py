"""Số liệu: names for figures that stand in cells of tables, for texts that repeat them.

``số cơ sở: Phụ lục I; hàng Tổng cộng; cột 2026``, or the same in fields. ``[=số cơ sở]`` prints
what the cell prints, ``[143=số cơ sở]`` prints 143 and holds it against the cell.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.text import fold
from vnadmindocs.notation.table import split_cells
from vnadmindocs.record.fields import (
    Line,
    Reads,
    RecordModel,
    State,
    TextInput,
    free_names_expected,
    line_of,
    nested,
    state_of,
)
from vnadmindocs.record.vocabulary import spellings, vocabulary

if TYPE_CHECKING:
    from vnadmindocs.language.number_words import Wording

NOT_UNDERSTOOD = "FIG003"
NO_SUCH_WORDING = "FIG010"

_FIGURE = "figure"
_PLACES = ("table", "appendix", "group", "row", "column")


class FigureLink(RecordModel):
    """Where a figure stands.

    Attributes:
        table: name of the table, or its number among those of its part.
        appendix: label, number or title of the appendix; None where one table alone is meant.
        group: label or words of the group the row stands in.
        row: label or words of the row.
        column: heading of the column, or its number where it has no heading.
        value: the figure itself, where no cell holds it.
        format: how it is printed where a reference does not say.
    """

    vocabulary: ClassVar[str] = _FIGURE

    table: Line = None
    appendix: Line = None
    group: Line = None
    row: Line = None
    column: Line = None
    value: Line = None
    format: Line = None

    def asked(self, field: str) -> str | None:
        """Give what a field says; None where it says nothing."""
        found = getattr(self, field)
        return found if isinstance(found, str) else None


def _read_links(value: object, context: object) -> dict[str, FigureLink]:
    if not isinstance(value, Mapping):
        raise UnreadableError(free_names_expected())
    found: dict[str, FigureLink] = {}
    faults: list[Fault] = []
    for name, each in value.items():
        try:
            if state_of(each) is None:
                found[str(name)] = _read_link(each, context)
        except UnreadableError as error:
            faults.extend(fault.under(str(name)) for fault in error.faults)
    if faults:
        raise UnreadableError(*faults)
    return found


def _read_link(value: object, context: object) -> FigureLink:
    if isinstance(value, FigureLink | Mapping):
        link = nested(FigureLink, value, context)
    else:
        written = line_of(value)
        link = nested(FigureLink, _parts(written) or {"value": written}, context)
    if link.value is None and (link.row is None or link.column is None):
        raise UnreadableError(Fault(NOT_UNDERSTOOD))
    # Formats are loaded by the records that name figures.
    from vnadmindocs.notation.value_format import parse_format
    from vnadmindocs.record.value_formats import no_such_format

    form = parse_format(link.asked("format") or "")
    if isinstance(form, str):
        raise UnreadableError(no_such_format(form).under("format"))
    return link


def _parts(written: str) -> dict[str, Any]:
    """Split ``Phụ lục I; hàng Tổng cộng; cột 2026``; empty when it names no place at all.

    A part that begins with none of the names goes on in the one before it.
    """
    parts: dict[str, Any] = {}
    last = ""
    for piece in written.split(";"):
        field, words = _named(piece.strip())
        if field and field not in parts:
            parts[field], last = words, field
        elif last:
            parts[last] += f";{piece}"
        else:
            return {}
    return parts


def _named(piece: str) -> tuple[str, str]:
    for spelling, field in _names():
        head = piece[: len(spelling)]
        rest = piece[len(spelling) :]
        if fold(head) == fold(spelling) and (not rest or rest[0] in " :"):
            return field, rest.strip(" :")
    return "", piece


@cache
def _names() -> tuple[tuple[str, str], ...]:
    """Give every spelling of the places, the longest first."""
    known = vocabulary(_FIGURE)
    found = [
        (spelling, term.english)
        for term in known.terms
        if term.english in _PLACES
        for spelling in spellings(term)
    ]
    return tuple(sorted(found, key=lambda each: -len(each[0])))


def read_wording(value: object) -> Wording:
    """Read the words chosen for numbers: ``lẻ, ngàn``.

    Raises:
        UnreadableError: FIG010, no such word, or two for one.
    """
    # Few records choose; only they load what reads numbers.
    from vnadmindocs.language.number_words import Wording

    if isinstance(value, Wording):
        return value
    written = line_of(value)
    chosen: dict[str, str] = {}
    for word in split_cells(written.replace(",", "|").replace("/", "|")):
        field = _CHOSEN.get(word.lower())
        if field is None or field in chosen:
            raise UnreadableError(Fault(NO_SUCH_WORDING, facts={"found": word}))
        chosen[field] = word.lower()
    return Wording(**chosen)


_CHOSEN = {
    "linh": "empty_ten",
    "lẻ": "empty_ten",
    "nghìn": "thousand",
    "ngàn": "thousand",
    "bốn": "four",
    "tư": "four",
}


def source_wording(wording: Wording) -> str:
    """Write a wording as a record does."""
    return ", ".join((wording.empty_ten, wording.thousand, wording.four))


FiguresField = Annotated[
    Mapping[str, FigureLink] | State | None,
    Reads(
        lambda value, info: _read_links(value, info.context),
        dict[str, TextInput | FigureLink],
        with_info=True,
    ),
]
NumberReadingField = Annotated["Wording | State | None", Reads(read_wording, TextInput)]
