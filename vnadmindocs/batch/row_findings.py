"""Findings of a row: the place in the form they have, and the row and cell they come from.

What is found alike in many rows is said once, with the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from vnadmindocs.batch.data_list import DataList, ListRow
from vnadmindocs.diagnostics import Diagnostic, Place, Related, Text
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.record.form import Form
    from vnadmindocs.record.reader import Source

_SHOWN = 40  # characters of a cell in a sentence
_MOST_CELLS = 3  # cells named beside one finding
_MOST_ROWS = 12  # runs of rows named in a sentence


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a reference stands in the file of the form, and the field it takes."""

    line: int
    start: int
    end: int
    key: str


class Spots:
    """The references of a form, by their lines."""

    def __init__(self, form: Form, source: Source | None) -> None:
        self._by_line: dict[int, list[_Spot]] = {}
        for use in form.uses if source is not None else ():
            at = use.reference
            assert source is not None
            place = source.positions.place(use.path, at.line, at.column, at.length)
            spot = _Spot(place.line, place.column, place.end_column, use.key)
            self._by_line.setdefault(place.line, []).append(spot)

    def keys_in(self, place: Place) -> tuple[str, ...]:
        """Name the fields whose references stand in a place, each once."""
        found = [
            spot.key
            for spot in self._by_line.get(place.line, ())
            if spot.start < max(place.end_column, place.column + 1) and place.column < spot.end
        ]
        return tuple(dict.fromkeys(found))


def in_row(
    findings: Iterable[Diagnostic],
    data: DataList,
    row: ListRow,
    columns: Mapping[str, int],
    spots: Spots,
) -> tuple[Diagnostic, ...]:
    """Say of findings which row they are of, and which cells where that is known."""
    return tuple(
        replace(each, related=(*each.related, *_related(each, data, row, columns, spots)))
        for each in findings
    )


def said_once(findings: Iterable[Diagnostic], data: DataList) -> tuple[Diagnostic, ...]:
    """Join findings that are the same in several rows into one that names the rows."""
    groups: dict[object, list[Diagnostic]] = {}
    for each in findings:
        key = each.code, each.severity, each.place, each.message, each.hint
        groups.setdefault(key, []).append(each)
    return tuple(_joined(group, data) for group in groups.values())


def _joined(group: Sequence[Diagnostic], data: DataList) -> Diagnostic:
    first = group[0]
    numbers = {each.place.line for one in group for each in _rows_of(one, data)}
    if len(numbers) < 2:
        return first
    others = tuple(each for each in first.related if each not in _rows_of(first, data))
    if len(numbers) == len(data.rows):
        words = Text(f"mọi dòng của danh sách ({len(numbers)})", f"every row ({len(numbers)})")
    else:
        runs = runs_of(sorted(numbers))
        words = Text(f"{len(numbers)} dòng: {runs}", f"{len(numbers)} rows: {runs}")
    place = Place(data.file, min(numbers))
    return replace(first, related=(*others, Related(place, words)))


def runs_of(numbers: Sequence[int]) -> str:
    """Write numbers in order with runs drawn together: ``3-7, 9``; many end in «…»."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    words = [str(a) if a == b else f"{a}-{b}" for a, b in runs[:_MOST_ROWS]]
    return ", ".join([*words, "…"] if len(runs) > _MOST_ROWS else words)


def _rows_of(finding: Diagnostic, data: DataList) -> Iterator[Related]:
    for each in finding.related:
        if each.place.file == data.file and each.place.anchor.startswith(_ANCHOR):
            yield each


_ANCHOR = "dòng "


def _related(
    finding: Diagnostic,
    data: DataList,
    row: ListRow,
    columns: Mapping[str, int],
    spots: Spots,
) -> Iterator[Related]:
    place = Place(data.file, row.number, anchor=f"{_ANCHOR}{row.number}")
    keys = [key for key in spots.keys_in(finding.place) if key in columns]
    if not keys or len(keys) > _MOST_CELLS or len(row.cells) != len(data.columns):
        yield Related(place, _within(data, data.row_place(row)))
        return
    for key in keys:
        where = _within(data, data.cell_place(row, columns[key]))
        words = " ".join(row.cells[columns[key]].split())
        shown = f"«{words[:_SHOWN]}…»" if len(words) > _SHOWN else f"«{words}»"
        vi, en = (shown, shown) if words else ("ô trống", "empty")
        yield Related(place, Text(f"{where.vi}: {vi}", f"{where.en}: {en}"))


def _within(data: DataList, where: Text) -> Text:
    """Leave out the name of the file, which the place beside the words says."""
    name = f"{data.name}, "
    return Text(where.vi.removeprefix(name), where.en.removeprefix(name))
