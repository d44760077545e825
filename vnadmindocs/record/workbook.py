"""Workbooks: a sheet, a range or a named table of an .xlsx as rows of literal cells.

Cells are read as Excel shows them; a formula by the result Excel stored. openpyxl (extra ``xlsx``)
is loaded when a record names a workbook, never before.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.text import closest, fold
from vnadmindocs.pattern import pattern
from vnadmindocs.record.data_rows import DataFile, Merge, Selection
from vnadmindocs.record.fields import nearest
from vnadmindocs.record.shown_cell import Typed, shown
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

#: The most bytes of XML a workbook may unpack to, and the most cells an area may have.
LARGEST_UNPACKED = 100_000_000
MOST_CELLS = 1_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_AREA = pattern(r"\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}:\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}")
_PROLOGUE = 4096


@dataclass(frozen=True, slots=True)
class _Area:
    """An area of a sheet, from 1, both ends included."""

    left: int
    top: int
    right: int
    bottom: int

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


def read_workbook(data: bytes, written: str, selection: Selection) -> DataFile:
    """Read the rows of an .xlsx.

    Raises:
        UnreadableError: TAB031 without openpyxl, TAB032 to TAB034 encrypted, damaged or too large,
            TAB022 no cells; TAB035 to TAB038 the sheet, range or table that was asked for.
    """
    formulas = _examined(data, written)
    try:
        import openpyxl  # noqa: F401
    except ImportError as error:
        raise UnreadableError(Fault("TAB031", facts={"found": written})) from error
    book = _opened(data, written)
    sheet, area = _selected(book, written, selection)
    return _rows(sheet, area, written, _opened(data, written, formulas=True) if formulas else None)


def _examined(data: bytes, written: str) -> bool:
    """Refuse what must not be unpacked; tell whether there are formulas."""
    if data.startswith(_OLE):
        raise UnreadableError(
            Fault("TAB032" if _ENCRYPTED in data else "TAB033", facts={"found": written})
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = [each for each in packed.infolist() if each.filename.endswith(".xml")]
            if sum(each.file_size for each in members) > LARGEST_UNPACKED:
                raise UnreadableError(Fault("TAB034", facts={"found": written}))
            formulas = False
            for each in members:
                with packed.open(each) as member:
                    # Entities can make a short text endless; a workbook has none.
                    if b"<!DOCTYPE" in member.read(_PROLOGUE):
                        raise UnreadableError(Fault("TAB033", facts={"found": written}))
                if not formulas and "worksheets/" in each.filename:
                    formulas = b"<f" in packed.read(each)
    except UnreadableError:
        raise
    except Exception as error:  # a broken archive breaks in many ways
        raise UnreadableError(Fault("TAB033", facts={"found": written})) from error
    return formulas


def _opened(data: bytes, written: str, *, formulas: bool = False) -> Workbook:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # parts it leaves out: validation, drawings
            return load_workbook(io.BytesIO(data), data_only=not formulas, keep_links=False)
    except Exception as error:  # a damaged workbook breaks it in many ways
        raise UnreadableError(Fault("TAB033", facts={"found": written})) from error


# What is asked for


def _selected(book: Workbook, written: str, asked: Selection) -> tuple[Worksheet, _Area | None]:
    if asked.named:
        return _named(book, written, asked)
    if asked.sheet:
        sheet = _sheet(book, written, asked.sheet)
    else:
        filled = [each for each in book.worksheets if _bounds(_cells(each))]
        if len(filled) > 1:
            facts = {"found": written, "names": _list(each.title for each in filled)}
            raise UnreadableError(Fault("TAB036", facts=facts))
        if not filled:
            raise UnreadableError(Fault("TAB022", facts={"found": written}))
        sheet = filled[0]
    return sheet, _area(asked.range) if asked.range else None


def _sheet(book: Workbook, written: str, name: str) -> Worksheet:
    by_name = {fold(sheet.title): sheet for sheet in reversed(book.worksheets)}
    found = by_name.get(fold(name))
    if found is None:
        titles = [sheet.title for sheet in book.worksheets]
        facts = {
            "found": name,
            "file": written,
            "names": _list(titles),
            "near": nearest(closest(name, titles)),
        }
        raise UnreadableError(Fault("TAB035", facts=facts))
    return found


def _named(book: Workbook, written: str, asked: Selection) -> tuple[Worksheet, _Area | None]:
    places: dict[str, tuple[str, str]] = {}
    for sheet in book.worksheets:
        for table in sheet.tables.values():
            places[table.displayName or table.name] = (sheet.title, table.ref)
    for name, defined in book.defined_names.items():
        found = list(defined.destinations) if defined.type == "RANGE" else []
        if len(found) == 1:
            places.setdefault(name, found[0])
    for name, (title, reference) in places.items():
        if fold(name) == fold(asked.named) and _AREA.fullmatch(reference):
            return _sheet(book, written, title), _area(reference)
    facts = {"found": asked.named, "file": written, "names": _list(places)}
    raise UnreadableError(Fault("TAB038", facts=facts))


def _area(reference: str) -> _Area:
    """Read ``A3:F40``.

    Raises:
        UnreadableError: TAB037, it is no range.
    """
    from openpyxl.utils import range_boundaries

    found = reference.strip().upper()
    if not _AREA.fullmatch(found):
        raise UnreadableError(Fault("TAB037", facts={"found": reference}))
    left, top, right, bottom = (int(each or 0) for each in range_boundaries(found))
    return _Area(min(left, right), min(top, bottom), max(left, right), max(top, bottom))


def _list(names: Iterable[str]) -> Text:
    listed = ", ".join(f"«{name}»" for name in names)
    return Text(listed or "không có", listed or "none")


# Cells


def _cells(sheet: Worksheet) -> Mapping[tuple[int, int], Any]:
    # One cell far away would make openpyxl's own rows millions of empty ones.
    cells: Mapping[tuple[int, int], Any] = sheet._cells
    return cells


def _bounds(cells: Mapping[tuple[int, int], Any]) -> _Area | None:
    filled = [place for place, cell in cells.items() if cell.value not in (None, "")]
    if not filled:
        return None
    rows, columns = {row for row, _ in filled}, {column for _, column in filled}
    return _Area(min(columns), min(rows), max(columns), max(rows))


def _rows(
    sheet: Worksheet, area: _Area | None, written: str, formulas: Workbook | None
) -> DataFile:
    cells = _cells(sheet)
    filled = {place: cell for place, cell in cells.items() if area is None or area.holds(*place)}
    waiting = _formulas(formulas[sheet.title], area) if formulas else {}
    used = _bounds(
        {**waiting, **{place: filled[place] for place in filled if place not in waiting}}
    )
    if used is None:
        raise UnreadableError(Fault("TAB022", facts={"found": written}))
    if area is not None:  # an area keeps its columns and its head; empty rows at its end go
        used = _Area(area.left, area.top, area.right, used.bottom)
    height, width = used.bottom - used.top + 1, used.right - used.left + 1
    if height * width > MOST_CELLS:
        raise UnreadableError(Fault("TAB034", facts={"found": written}))
    words = [[""] * width for _ in range(height)]
    typed: list[list[Typed]] = [[None] * width for _ in range(height)]
    faults: list[Fault] = []
    for (row, column), cell in sorted(filled.items()):
        if cell.value is None or row > used.bottom:
            continue
        text, value = shown(cell.value, str(cell.number_format))
        words[row - used.top][column - used.left] = text
        typed[row - used.top][column - used.left] = value
        if cell.data_type == "e":
            where = _where(written, sheet.title, cell.coordinate)
            faults.append(Fault("TAB040", facts={"where": where, "found": text}))
    for place, cell in sorted(waiting.items()):
        if place not in filled or filled[place].value is None:
            where = _where(written, sheet.title, cell.coordinate)
            faults.append(Fault("TAB039", facts={"where": where, "found": str(cell.value)[:60]}))
    return DataFile(
        written,
        tuple(map(tuple, words)),
        tuple(range(used.top, used.bottom + 1)),
        sheet=sheet.title,
        left=used.left,
        typed=tuple(map(tuple, typed)),
        merges=tuple(_merges(sheet, used)),
        faults=(*faults, *_hidden(sheet, used, written)),
    )


def _formulas(sheet: Worksheet, area: _Area | None) -> dict[tuple[int, int], Any]:
    return {
        place: cell
        for place, cell in _cells(sheet).items()
        if cell.data_type == "f" and (area is None or area.holds(*place))
    }


def _where(written: str, sheet: str, cell: str) -> Text:
    return Text(f"{written}, sheet «{sheet}», ô {cell}", f"{written}, sheet «{sheet}», cell {cell}")


def _merges(sheet: Worksheet, used: _Area) -> Iterator[Merge]:
    """Give the merged areas, each cut to the area that is read; none reaches into another."""
    covered: set[tuple[int, int]] = set()
    ranges = sorted(sheet.merged_cells.ranges, key=lambda each: (each.min_row, each.min_col))
    for each in ranges:
        if not used.holds(each.min_row, each.min_col):
            continue
        rows = min(each.max_row, used.bottom) - each.min_row + 1
        columns = min(each.max_col, used.right) - each.min_col + 1
        inside = {
            (each.min_row + down, each.min_col + right)
            for down in range(rows)
            for right in range(columns)
        }
        if len(inside) > 1 and covered.isdisjoint(inside):
            covered |= inside
            yield Merge(each.min_row - used.top, each.min_col - used.left, rows, columns)


def _hidden(sheet: Worksheet, used: _Area, written: str) -> Iterator[Fault]:
    """Report hidden rows and columns: they are printed, which nobody may want."""
    from openpyxl.utils import get_column_letter

    rows = [
        number
        for number, look in sheet.row_dimensions.items()
        if look.hidden and used.top <= number <= used.bottom
    ]
    columns = {
        number
        for look in sheet.column_dimensions.values()
        if look.hidden
        for number in range(max(look.min or 0, used.left), min(look.max or 0, used.right) + 1)
    }
    facts = {"found": written, "sheet": sheet.title}
    if rows:
        yield Fault("TAB041", facts={**facts, "rows": _runs(sorted(rows), str)})
    if columns:
        names = _runs(sorted(columns), get_column_letter)
        yield Fault("TAB042", facts={**facts, "columns": names})


def _runs(numbers: Sequence[int], name: Any) -> str:
    """Write numbers with runs drawn together: ``3–7, 9``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(
        name(first) if first == last else f"{name(first)}–{name(last)}" for first, last in runs
    )
