"""What people write that YAML cannot read: each fault named in their words, and mended in a copy.

Input: the lines of a record and the error of the parser. Output: a fatal finding with the repair
of the very line, and the lines with that repair made, as many as before, so that reading goes on
and one run finds the faults after it too.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from yaml.error import MarkedYAMLError

from vnadmindocs.diagnostics.catalogue import diagnose
from vnadmindocs.diagnostics.model import Diagnostic
from vnadmindocs.record.positions import Positions
from vnadmindocs.record.vocabulary import homes
from vnadmindocs.record.yaml_lines import (
    DOCUMENT,
    Entry,
    Lines,
    blanks_before,
    entry,
    indent_of,
    known_start,
    lead_of,
    quoted,
    same_name,
    shortened,
)

_INDENT = 2
_MOST_MENDINGS_OF_A_LINE = 3
_MOST_OF_A_KIND = 25


class Mender(Lines):
    """Mends the lines of one record, fault by fault.

    Attributes:
        lines: the lines as mended so far.
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

    def mend(self, error: MarkedYAMLError) -> bool:
        """Name the fault behind an error of the parser and mend it; False when nothing helps."""
        before = self.text
        self.sync()
        row, column = self.spot(error.problem_mark)
        context_row, context_column = self.spot(error.context_mark or error.problem_mark)
        problem, context = error.problem or "", error.context or ""
        worn = max(self._mendings[row], self._mendings[context_row])
        if worn >= _MOST_MENDINGS_OF_A_LINE:
            self._unknown(row)
        elif "tab character" in problem or self.character(row, column) == "\t":
            self._tabs(row)
        elif "another document" in problem or "<document start>" in problem:
            self._document(row)
        elif "quoted scalar" in context:
            self._quotes(context_row, context_column, problem)
        elif problem.startswith(("found undefined alias", "second occurrence")):
            self._special(row, column)
        elif context.endswith(("alias", "anchor", "tag", "block scalar")):
            self._special(context_row, context_column)
        elif "cannot start any token" in problem or "are not allowed in this context" in problem:
            if problem.startswith("mapping values"):
                self._colon(row, column)
            else:
                self._special(row, column)
        elif "could not find expected ':'" in problem:
            self._no_colon(context_row)
        elif "a flow " in context:
            self._special(context_row, context_column)
        else:
            self._structure(row, column)
        return self.text != before

    # --- single faults

    def special(self, row: int, column: int) -> None:
        """Quote the value that begins here, which YAML took for something else than text."""
        self.sync()
        self._special(row, column)

    def alias(self, row: int, column: int, name: str) -> None:
        """Refuse an alias (``*name``), or a whole merge key (``<<: *name``)."""
        self.sync()
        line = self.lines[row]
        end = column + len(name) + 1
        here = entry(line)
        merged = here is not None and here.key == "<<"
        start = here.key_column if here is not None and merged else column
        if len(self.faults) < _MOST_OF_A_KIND:
            self._report("YML040" if merged else "YML038", row, start, end, found=name)
        if merged:
            self.lines[row] = line[:start]
        else:
            self.blank(row, column, len(name) + 1, '""')

    def tag(self, row: int, column: int) -> None:
        """Refuse a tag of YAML's (``!!str``)."""
        self.sync()
        found = self.lines[row][column:].split(maxsplit=1)[0]
        self._report("YML039", row, column, column + len(found), found=found)
        self.blank(row, column, len(found))

    def blank(self, row: int, column: int, length: int, replacement: str = "") -> None:
        """Put blanks, or a replacement of no more length, in the place of what stands here."""
        line = self.lines[row]
        self.lines[row] = line[:column] + replacement.ljust(length) + line[column + length :]

    def _tabs(self, row: int) -> None:
        rows = [at for at, line in enumerate(self.lines) if "\t" in blanks_before(line)]
        if not rows:
            self._unknown(row)
            return
        first = rows[0]
        lead = blanks_before(self.lines[first])
        self._tabbed.update(rows)
        for at in rows:
            line = self.lines[at]
            width = 0
            spaces = blanks_before(line)
            for character in spaces:
                if character == "\t":
                    self._insert(at, width + 1, _INDENT - 1)
                width += _INDENT if character == "\t" else 1
            self.lines[at] = " " * width + line[len(spaces) :]
        self._report("YML023", first, 0, len(lead), count=len(rows), raw=True)

    def _document(self, row: int) -> None:
        at = row
        while at >= 0 and not DOCUMENT.match(self.lines[at]):
            at -= 1
        if at < 0:
            self._unknown(row)
            return
        header = self.header(at)
        below = next((line for line in self.lines[at + 1 :] if line.strip()), "")
        if header is not None and below.startswith(" "):
            self._to_block(at, header, "YML024")
            return
        self._report("YML012", at, 0, 3, found=self.lines[at][:3])
        for later in range(at, len(self.lines)):
            self.lines[later] = ""

    def _quotes(self, row: int, column: int, problem: str) -> None:
        line = self.lines[row]
        text = line[column:].rstrip()
        if "escape" in problem or "hexdecimal" in problem or "hexadecimal" in problem:
            inner = text[1:-1] if len(text) > 1 and text.endswith('"') else text[1:]
            self._put(row, column, "'" + inner.replace("'", "''") + "'")
            self._report("YML029", row, column, len(line.rstrip()), mended=self._shown(row))
            return
        mark = line[column]
        if mark in text[1:]:
            self._put(row, column, quoted(text))
            self._insert(row, column, 1)
        else:
            self._put(row, column, text + mark)
        self._report("YML028", row, column, len(line.rstrip()), found=mark, mended=self._shown(row))

    def _special(self, row: int, column: int) -> None:
        line = self.lines[row]
        if not line[column:].strip():
            self._unknown(row)
            return
        header = self.header(row)
        if header is not None and not line[:column].strip() and column <= header[1]:
            self._to_block(row, header, "YML026")
            return
        found = line[column]
        start = self.value_start(row, column)
        if found in "|>" and self.deeper_below(row) and start == column:
            until = len(line.rstrip())
            words = line[column + 1 :].strip()
            self.lines[row] = line[: column + 1]
            self._report(
                "YML031", row, column + 1, until,
                words=words, mended=self._shown(row), found=found,
            )  # fmt: skip
            return
        self._quote_from(row, start, "YML020", found=line[start] if start < len(line) else found)

    def _colon(self, row: int, column: int) -> None:
        here = entry(self.lines[row])
        above = self.above(row)
        if here is not None and here.colon < column:
            start = here.key_column if self.is_text_item(row, here) else here.value_column
            self._quote_from(row, start, "YML021", found=":")
            return
        if above is None or here is None:
            self._unknown(row)
            return
        upper = entry(self.lines[above])
        if upper is None:
            indent, upper_indent = here.key_column, indent_of(self.lines[above])
            if indent == upper_indent:
                self._no_colon(above)
            else:
                self._forgotten_bar(row)
            return
        if upper.value and set(homes(here.key)) - set(same_name(here.key, upper.key)):
            self._align(row, indent_of(self.lines[above]))
            return
        self._forgotten_bar(row)

    def _no_colon(self, row: int) -> None:
        line = self.lines[row]
        words = line.strip()
        start = lead_of(line)
        for colon in (":", "："):
            key, found, value = line[start:].partition(colon)
            if found and homes(key):
                at = start + len(key)
                mended = f"{line[:at]}: {value.strip()}".rstrip()
                grown = len(mended) - len(line.rstrip())
                if grown:
                    self._insert(row, at + 1, grown)
                self.lines[row] = mended
                code = "YML022" if colon == ":" else "YML042"
                facts = {"key": key.strip(), "mended": self._shown(row)}
                self._report(code, row, start, len(mended), raw=False, **facts)
                return
        header = self.header(row)
        if header is not None:
            self._to_block(row, header, "YML026")
            return
        split = known_start(line[start:])
        if split is not None:
            at = start + split
            key, value = line[start:at], line[at:].strip()
            self.lines[row] = f"{line[:at]}: {value}".rstrip()
            self._insert(row, at, 1)
            self._report("YML030", row, start, at + 1, key=key, mended=self._shown(row))
            return
        if words and self._forgotten_bar(row):
            return
        self._unknown(row)

    def _structure(self, row: int, column: int) -> None:
        line = self.lines[row]
        here = entry(line)
        start = self.value_start(row, column)
        if start < column and line[start] in "\"'[{":
            code = "YML027" if line[start] in "\"'" else "YML020"
            self._quote_from(row, start, code, found=line[start])
            return
        header = self.header(row)
        if header is not None:
            header_row, header_column = header
            first = self.first_below(header_row)
            if any(
                indent_of(blank) > indent_of(line) for blank in self.lines[header_row + 1 : first]
            ):
                # Blanks alone on a line, deeper than the words below: nobody sees them.
                self.lines[header_row + 1 : first] = [""] * (first - header_row - 1)
                return
            if header_column < indent_of(line) < indent_of(self.lines[first]):
                self._first_deeper(header_row, first)
                return
            if here is None or not homes(here.key):
                self._to_block(row, header, "YML026")
                return
        dash = self.dash_above(row)
        if dash is not None and not line.lstrip().startswith("- "):
            self.lines[row] = " " * dash + "- " + line.lstrip()
            self._insert(row, dash, dash + 2 - indent_of(line))
            self._report(
                "YML032", row, dash + 2, len(self.lines[row].rstrip()), mended=self._shown(row)
            )
            return
        above = self.above(row)
        if above is not None and (here is not None or line.lstrip().startswith("- ")):
            indents = [
                indent_of(other)
                for other in self.lines[:row]
                if other.strip()
                and other.lstrip().startswith("- ") == line.lstrip().startswith("- ")
            ]
            near = min(indents[::-1], key=lambda width: abs(width - indent_of(line)), default=0)
            if near != indent_of(line):
                self._align(row, near)
                return
        self._unknown(row)

    # --- mendings

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
        indent = header_column + _INDENT
        for line in self.lines[header_row + 1 : row]:
            if line.strip():
                indent = max(indent_of(line), header_column + 1)
                break
        words = self.lines[row].strip()
        by = indent - indent_of(self.lines[row])
        self.lines[row] = " " * indent + words
        self._insert(row, 0, by)
        key = entry(self.lines[header_row])
        self._report(
            code, row, indent, indent + len(words),
            key=key.key if key else "", count=indent, found=words[:3],
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
                self.lines[above] = line.rstrip() + " |"
                self._report(
                    "YML034", above, upper.key_column, upper.colon,
                    key=upper.key, mended=self._shown(above),
                )  # fmt: skip
                return True
            self._join(above, upper, width)
            return True
        self._unknown(row)
        return True

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
