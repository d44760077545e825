"""Mends the lines of a record in a copy, and reports each mending where the person wrote it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from vnadmindocs.diagnostics.catalogue import diagnose
from vnadmindocs.diagnostics.model import Diagnostic
from vnadmindocs.record.positions import Positions
from vnadmindocs.record.yaml_lines import Entry, Lines, entry, indent_of, quoted, shortened

INDENT = 2


class Mendings(Lines):
    """The lines of one record as mended so far.

    Attributes:
        lines: the lines, as many as the file has.
        faults: a finding for each mending.
    """

    def __init__(self, positions: Positions, text: str) -> None:
        super().__init__(text)
        self.faults: list[Diagnostic] = []
        self._positions = positions
        self._inserted: dict[int, list[tuple[int, int]]] = {}
        self._mendings: Counter[int] = Counter()
        self._tabbed: set[int] = set()

    @property
    def text(self) -> str:
        """The text as mended so far."""
        return "\n".join(self.lines)

    def _quote_from(self, row: int, start: int, code: str, **facts: Any) -> None:
        line = self.lines[row]
        text = line[start:].rstrip()
        if code == "YML020" and text.startswith("[") and text.endswith("]") and "," in text:
            here = entry(line)
            code = "YML036"
            shown = f"{here.key}: |" if here else "- |"
            facts |= {"count": text.count(",") + 1, "mended": shown}
        self._put(row, start, quoted(text))
        self._insert(row, start, 1)
        facts.setdefault("mended", self._shown(row))
        self._report(code, row, start + 1, start + 1 + len(text), raw=False, **facts)

    def _to_block(self, row: int, header: tuple[int, int], code: str) -> None:
        header_row, header_column = header
        indent = header_column + INDENT
        for line in self.lines[header_row + 1 : row]:
            if line.strip():
                indent = max(indent_of(line), header_column + 1)
                break
        rows = self.strays(row, header_column, indent) if code == "YML026" else [row]
        by = indent - indent_of(self.lines[row])
        for at in rows:
            self.lines[at] = " " * by + self.lines[at]
            self._insert(at, 0, by)
        key = entry(self.lines[header_row])
        words = self.lines[row].strip()
        self._report(
            "YML045" if len(rows) > 1 else code, row, indent, indent + len(words),
            key=key.key if key else "", count=indent, found=words[:3], lines=len(rows),
        )  # fmt: skip

    def _first_deeper(self, header_row: int, first: int) -> None:
        header = self.header(first)
        column = header[1] if header else 0
        rows = [first]
        for row in range(first, len(self.lines)):
            if self.lines[row].strip():
                if indent_of(self.lines[row]) <= column:
                    break
                rows.append(row)
        indent = min(indent_of(self.lines[row]) for row in rows)
        line = self.lines[first]
        found = indent_of(line)
        self._report(
            "YML025", first, 0, found, found=found, count=indent, words=shortened(line.strip())
        )
        for row in rows:
            by = indent_of(self.lines[row]) - indent
            if by <= 0:
                break
            self.lines[row] = " " * indent + self.lines[row].lstrip(" ")
            self._insert(row, indent, -by)

    def _forgotten_bar(self, row: int) -> bool:
        """Put ``|`` after the key over this line; tell whether there is one without a value."""
        width = indent_of(self.lines[row])
        for above in range(row - 1, -1, -1):
            line = self.lines[above]
            if not line.strip() or indent_of(line) >= width:
                continue
            upper = entry(line)
            if upper is None:
                break
            if not upper.value:
                self._bar(above, upper)
                return True
            self._join(above, upper, width)
            return True
        self._unknown(row)
        return True

    def _bar(self, row: int, here: Entry) -> None:
        """Put ``|`` after a key without a value."""
        self.lines[row] = self.lines[row].rstrip() + " |"
        self._report(
            "YML034", row, here.key_column, here.colon, key=here.key, mended=self._shown(row)
        )

    def _join(self, above: int, upper: Entry, width: int) -> None:
        """Quote a value that runs on over the deeper lines below it."""
        last = above
        while last + 1 < len(self.lines) and (
            not self.lines[last + 1].strip() or indent_of(self.lines[last + 1]) >= width
        ):
            last += 1
        while not self.lines[last].strip():
            last -= 1
        for row in range(above, last + 1):
            self.lines[row] = self.lines[row].replace("'", "''")
        line = self.lines[above]
        self.lines[above] = line[: upper.value_column] + "'" + line[upper.value_column :]
        self._insert(above, upper.value_column, 1)
        self.lines[last] = self.lines[last].rstrip() + "'"
        self._report(
            "YML034", above, upper.key_column, upper.colon,
            key=upper.key, mended=f"{upper.key}: |",
        )  # fmt: skip

    def _align(self, row: int, width: int) -> None:
        line = self.lines[row]
        found = indent_of(line)
        self.lines[row] = " " * width + line.lstrip()
        self._insert(row, min(found, width), width - found)
        self._report(
            "YML033" if width else "YML044", row, width, len(self.lines[row].rstrip()),
            found=found, count=width, words=shortened(line.strip()),
        )  # fmt: skip

    def _unknown(self, row: int) -> None:
        while row > 0 and not self.lines[row].strip():
            row -= 1
        line = self.lines[row]
        self._report(
            "YML041", row, indent_of(line), len(line.rstrip()), found=shortened(line.strip())
        )
        self.lines[row] = ""

    # --- bookkeeping

    def _put(self, row: int, column: int, text: str) -> None:
        self.lines[row] = self.lines[row][:column] + text

    def _insert(self, row: int, column: int, count: int) -> None:
        self._inserted.setdefault(row, []).append((column, count))

    def sync(self) -> None:
        """Tell the positions which text the nodes will come from."""
        self._positions.parsed_from(self.text, self._inserted)

    def _shown(self, row: int) -> str:
        return shortened(self.lines[row].strip())

    def _report(
        self, code: str, row: int, column: int, end: int, raw: bool = False, **facts: Any
    ) -> None:
        """Report at columns of the mended line, or of the line as written (``raw``)."""
        self._mendings[row] += 1
        if row in self._tabbed and code != "YML023":
            return  # how deep a Tab was meant to be is a guess: what follows from it is no fault
        place = self._positions.spot(row, column, end)
        if raw:
            place = self._positions.written_spot(row, column, end)
        self.faults.append(
            diagnose(code, place, source_line=self._positions.source_line(row + 1), **facts)
        )
