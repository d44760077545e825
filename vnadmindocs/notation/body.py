r"""The body of a document: one line is one paragraph, its kind read from how it begins.

Tried in this order: empty line; indented line, which continues the one above; ``> `` quoted
provision, or one in quotation marks (``“Điều 5. …”``); ``[^1]: `` footnote; ``{mark}`` or ``\``;
Phần, Chương, Mục, Tiểu mục; Điều; ``I. ``, ``1. ``, ``a) ``, ``- ``, ``+ ``; anything else is a
paragraph. Nothing is renumbered or lost: what looks wrong is printed as it stands and reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.notation.block import Block, BlockKind, Body
from vnadmindocs.notation.body_draft import BlockDraft, put_mark
from vnadmindocs.notation.body_finish import NO_SUCH_FOOTNOTE, BodyFinisher
from vnadmindocs.notation.body_lines import after_backslash, recognised, stays_title, unquoted
from vnadmindocs.notation.body_marks import Mark, MarkKind, read_marks, split_forced_label
from vnadmindocs.notation.numbering import (
    TITLED_LEVELS,
    Counting,
    Label,
    Level,
    recognise,
    spelled,
)
from vnadmindocs.notation.quotations import has_marks, quoted_lines
from vnadmindocs.notation.titles import NO_TITLE_ENDS
from vnadmindocs.pattern import pattern

__all__ = ["NO_SUCH_FOOTNOTE", "Block", "BlockKind", "Body", "BodyParser", "parse_body"]

OUT_OF_SEQUENCE = "BDY002"
FOOTNOTE_TWICE = "BDY005"
INDENTED = "BDY007"
ARTICLE_MARK = "BDY008"
HEADING_OUT_OF_SEQUENCE = "BDY009"

_FOOTNOTE = pattern(r"\[\^(?P<name>[^\]\s\[]+)\]:\s*")
_ASKED_ENDS = tuple(".;:")
_SPECIAL = ">[{"


_KINDS = {level: BlockKind(level.value) for level in Level}
TITLED_KINDS = frozenset(_KINDS[level] for level in TITLED_LEVELS)


class BodyParser:
    """Reads a body piece by piece; counting goes on from one piece to the next."""

    def __init__(self) -> None:
        self._drafts: list[BlockDraft] = []
        self._footnotes: dict[str, BlockDraft] = {}
        self._faults: list[Fault] = []
        self._sequences = [Counting()]
        self._current: BlockDraft | None = None  # the block or footnote a deeper line continues
        self._heading: BlockDraft | None = None  # the heading whose title may follow
        self._breaks = False  # the line above ended in a backslash
        self._references: set[str] = set()

    def feed(self, text: str, line0: int = 0) -> None:
        """Read a text: the whole body, or one item of a body list.

        Args:
            text: lines, cleaned.
            line0: number to give to its first line.
        """
        self._current = None
        self._breaks = False
        lines = text.split("\n")
        base = 0
        if "\n " in text or text[:1] == " ":
            base = min(
                (len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0
            )
        quoted: Mapping[int, bool] = {}
        if has_marks(text):
            quoted, unclosed = quoted_lines(lines, line0)
            self._faults += unclosed
        for number, line in enumerate(lines, line0):
            content = line.strip()
            if content:
                column = line.index(content[0]) if line[0] == " " else 0
                if number - line0 in quoted and content[0] != ">":
                    self._read_in_marks(line[base:], number, base, begins=quoted[number - line0])
                elif content[0] in _SPECIAL or column > base or self._breaks:
                    self._read(content, number, column, column > base)
                else:
                    if len(self._sequences) > 1:
                        del self._sequences[1:]
                    self._block_line(content, 0, (), number, column, 0)

    def add_table(self, name: str, line: int = 0) -> None:
        """Place a table that stands as an item of its own in a body list."""
        self._place(BlockKind.TABLE, name, line, 0, 0)

    def add_image(self, name: str, line: int = 0) -> None:
        """Place an image that stands as an item of its own in a body list."""
        self._place(BlockKind.IMAGE, name, line, 0, 0)

    def add_references(self, names: Iterable[str]) -> None:
        """Count footnotes that are referred to from outside the text, such as from a table."""
        self._references.update(names)

    def finish(self) -> Body:
        """Close the body and give what was read."""
        finisher = BodyFinisher(self._footnotes, self._references)
        body = finisher.body(self._drafts)
        faults = [*self._faults, *body.faults]
        faults.sort(key=lambda fault: (fault.line, fault.column))
        return Body(body.blocks, body.footnotes, tuple(faults), body.notes)

    def trial(self, text: str) -> tuple[Block, bool, int] | None:
        """Read the source of one block as it would be read next, leaving everything as it is.

        Returns:
            The block, whether it stands inside a Điều, and the depth of its label; None when the
            text is not exactly one block.
        """
        parser = BodyParser()
        parser._drafts = self._drafts[-1:]
        parser._sequences = [sequence.copy() for sequence in self._sequences]
        titles = 0
        if self._heading is not None:
            parser._heading = self._heading
            titles = len(self._heading.title)
        before = len(parser._drafts)
        parser.feed(text)
        if self._heading is not None and len(self._heading.title) > titles:
            del self._heading.title[titles:]
            return None
        if len(parser._drafts) != before + 1:
            return None
        draft = parser._drafts[-1]
        return BodyFinisher({}, set()).block(draft, None), draft.in_article, draft.numbers

    # Lines

    def _read(self, content: str, line: int, column: int, deeper: bool) -> None:
        current = self._current
        if self._breaks and current is not None:
            quote = current.quote
            inner, depth, skipped = (content, 0, 0) if deeper and not quote else unquoted(content)
            words = inner.strip()
            if depth == quote and words:
                column += skipped + len(inner) - len(inner.lstrip())
                self._continue(words, line, column, "\n")
                return
            self._breaks = False
        if deeper and current is not None and not self._asked(current, content, line, column):
            self._continue(content, line, column, " ")
            return
        if content[0] == ">":
            inner, depth, skipped = unquoted(content)
            if depth:
                self._read_quoted(inner, depth, line, column + skipped)
                return
        del self._sequences[1:]
        self._line(content, line, column, 0)

    def _read_in_marks(self, inner: str, line: int, column: int, *, begins: bool) -> None:
        """Read a line of a provision in quotation marks, as one after ``> `` is read."""
        if begins:
            del self._sequences[1:]
        current = self._current
        if self._breaks and current is not None and current.quote == 1 and not begins:
            indent = len(inner) - len(inner.lstrip())
            self._continue(inner.strip(), line, column + indent, "\n")
        else:
            self._breaks = False
            self._read_quoted(inner, 1, line, column)

    def _read_quoted(self, inner: str, depth: int, line: int, column: int) -> None:
        while len(self._sequences) <= depth:
            self._sequences.append(Counting(quoted=True))
        del self._sequences[depth + 1 :]
        content = inner.strip()
        if not content:
            return
        indent = len(inner) - len(inner.lstrip())
        current = self._current
        continues = bool(indent) and current is not None and current.quote == depth
        if continues and current and not self._asked(current, content, line, column + indent):
            self._continue(content, line, column + indent, " ")
            return
        self._line(content, line, column + indent, depth)

    def _asked(self, current: BlockDraft, content: str, line: int, column: int) -> bool:
        """Tell whether a deeper line stands on its own, and report it when that is a guess."""
        if current.kind in TITLED_KINDS and not current.title:
            return True  # an indented title
        if current.title:
            above = current.title[-1][0]
            if stays_title(f"{above} {content}", len(current.title)):
                return False
        else:
            above = current.text or current.label
            if not above.endswith(_ASKED_ENDS):
                return False
            if not content[0].isupper() and recognise(content) is None:
                return False
        self._faults.append(
            Fault(
                INDENTED, line, column, len(content), {"text": content[:40], "above": above[-30:]}
            )
        )
        return True

    def _continue(self, content: str, line: int, column: int, between: str) -> None:
        current = self._current
        if current is not None:
            content = self._without_break(content)
            current.join(content, line, column, between)

    def _without_break(self, text: str) -> str:
        r"""Take a closing ``\`` off, unless it is itself escaped or all there is."""
        self._breaks = False
        backslashes = len(text) - len(text.rstrip("\\"))
        if len(text) > 1 and backslashes % 2:
            self._breaks = True
            return text[:-1].rstrip()
        return text

    def _line(self, content: str, line: int, column: int, quote: int) -> None:
        first = content[0]
        if first == "[":
            found = _FOOTNOTE.match(content)
            if found is not None:
                self._footnote(found["name"], content[found.end() :], line, column, found.end())
                return
        marks: tuple[Mark, ...] = ()
        start = 0
        if first == "{":
            marks, start, faults = read_marks(content)
            self._faults += [
                replace(each, line=line, column=column + each.column) for each in faults
            ]
            for mark in marks:
                if mark.kind in _PLACED:
                    self._place(_PLACED[mark.kind], mark.name, line, column, quote)
            marks = tuple(mark for mark in marks if mark.kind not in _PLACED)
            if start == len(content):
                return
        self._block_line(content, start, marks, line, column, quote)

    def _block_line(
        self,
        content: str,
        start: int,
        marks: tuple[Mark, ...],
        line: int,
        column: int,
        quote: int,
    ) -> None:
        """Read a line after its marks."""
        words = content[start:] if start else content
        sequence = self._sequences[quote]
        forced: Mark | None = None
        plain = False
        for mark in marks:
            if mark.kind is MarkKind.LEVEL:
                forced = mark
            elif mark.kind is MarkKind.PARAGRAPH:
                plain = True
        label: Label | None = None
        at = 0
        if forced is not None and forced.level is not None:
            label, at = split_forced_label(forced.level, words)
            if words[0] == "\\" and not at:
                at = after_backslash(words)
        elif words[0] == "\\":
            plain = True
            at = after_backslash(words)
        elif not plain:
            found = recognised(words, quote)
            if found is not None and self._counts(found[0], words[found[1] :], line, column):
                label, at = found
            elif not marks and self._is_title(words, found is not None):
                self._title(words, line, column)
                return
        if label is None:
            draft = BlockDraft(
                BlockKind.PARAGRAPH, "", words[at:], line, column + start, column + start + at
            )
        else:
            draft = self._labelled(label, words, at, line, column + start)
            sequence.take(label)
        draft.quote = quote
        draft.in_article = sequence.in_article
        for mark in marks:
            put_mark(mark, draft)
        self._heading = draft if draft.kind in TITLED_KINDS else None
        self._current = draft
        self._drafts.append(draft)
        if draft.text[-1:] == "\\":
            draft.text = self._without_break(draft.text)
        else:
            self._breaks = False

    def _labelled(self, label: Label, words: str, at: int, line: int, column: int) -> BlockDraft:
        kind = _KINDS[label.kind]
        if label.kind is Level.ARTICLE and label.text.endswith(":"):
            self._faults.append(
                Fault(
                    ARTICLE_MARK,
                    line,
                    column,
                    len(label.text),
                    {"found": label.text, "expected": label.text[:-1] + "."},
                )
            )
        if label.kind in TITLED_LEVELS:
            draft = BlockDraft(kind, label.text, "", line, column, column)
            if at < len(words):
                draft.title.append((words[at:], line, column + at))
        else:
            draft = BlockDraft(kind, label.text, words[at:], line, column, column + at)
        draft.numbers = len(label.numbers)
        return draft

    def _counts(self, label: Label, rest: str, line: int, column: int) -> bool:
        """Tell whether what looks like a label is one here, and report what is out of sequence."""
        sequence = self._sequences[-1]
        above = self._drafts[-1].text if self._drafts else ""
        if sequence.accepts(label, restart=above.endswith(":")):
            return True
        if label.dotless:
            return False
        code = OUT_OF_SEQUENCE
        counts = True
        if label.kind is Level.HEADING:
            # «V. Lê Nin» is a name; capitals below another heading are a heading.
            counts = bool(sequence.last(Level.HEADING)) and rest.isupper() and len(rest) > 3
            if not counts:
                if len(label.text) < 3:
                    return False
                code = HEADING_OUT_OF_SEQUENCE
        self._faults.append(
            Fault(
                code,
                line,
                column,
                len(label.text),
                {"found": label.text, "expected": spelled(label, *sequence.expected(label))},
            )
        )
        return counts

    # Titles, footnotes, things placed

    def _is_title(self, words: str, looks_labelled: bool) -> bool:
        heading = self._heading
        if heading is None or looks_labelled or heading.quote != len(self._sequences) - 1:
            return False
        return words.isupper() or (not heading.title and not words.endswith(NO_TITLE_ENDS))

    def _title(self, words: str, line: int, column: int) -> None:
        heading = self._heading
        if heading is not None:
            heading.title.append((self._without_break(words), line, column))
            self._breaks = False
            self._current = heading

    def _footnote(self, name: str, text: str, line: int, column: int, start: int) -> None:
        draft = BlockDraft(BlockKind.PARAGRAPH, "", text, line, column, column + start)
        draft.text = self._without_break(text)
        if name in self._footnotes:
            fact = {"name": name, "first": self._footnotes[name].line + 1}
            self._faults.append(Fault(FOOTNOTE_TWICE, line, column, len(name) + 3, fact))
        else:
            self._footnotes[name] = draft
        self._current = draft

    def _place(self, kind: BlockKind, name: str, line: int, column: int, quote: int) -> None:
        draft = BlockDraft(kind, "", "", line, column, column)
        draft.name = name
        draft.quote = quote
        self._drafts.append(draft)
        self._current = self._heading = None
        self._breaks = False


_PLACED = {
    MarkKind.TABLE: BlockKind.TABLE,
    MarkKind.IMAGE: BlockKind.IMAGE,
    MarkKind.PAGE_BREAK: BlockKind.PAGE_BREAK,
}


def parse_body(text: str) -> Body:
    """Read a whole body."""
    parser = BodyParser()
    parser.feed(text)
    return parser.finish()
