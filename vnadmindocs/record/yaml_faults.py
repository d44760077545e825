"""What people write that YAML cannot read: each fault named in their words, and mended in a copy.

Input: the lines of a record and the error of the parser. Output: a fatal finding with the repair
of the very line, and the lines with that repair made, as many as before, so that reading goes on
and one run finds the faults after it too.
"""

from __future__ import annotations

from yaml.error import MarkedYAMLError

from vnadmindocs.record.vocabulary import homes
from vnadmindocs.record.yaml_lines import (
    DOCUMENT,
    blanks_before,
    entry,
    indent_of,
    known_start,
    lead_of,
    quoted,
    same_name,
)
from vnadmindocs.record.yaml_mendings import INDENT, Mendings

_MOST_MENDINGS_OF_A_LINE = 3
_MOST_OF_A_KIND = 25


class Mender(Mendings):
    """Names the faults of one record, one error of the parser after the other."""

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
                    self._insert(at, width + 1, INDENT - 1)
                width += INDENT if character == "\t" else 1
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
        above = self.above(row)
        upper = entry(self.lines[above]) if above is not None else None
        at_margin = upper is not None and indent_of(line) <= upper.key_column
        if above is not None and upper and at_margin and not upper.value and homes(upper.key):
            self._bar(above, upper)
            for at in self.strays(row, upper.key_column, upper.key_column + INDENT):
                self.lines[at] = " " * INDENT + self.lines[at]
                self._insert(at, 0, INDENT)
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
