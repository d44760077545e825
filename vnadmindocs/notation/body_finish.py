"""Closing a body: blocks made from what was read, references to footnotes paired with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.notation.block import Block, BlockKind, Body
from vnadmindocs.notation.body_draft import BlockDraft
from vnadmindocs.notation.inline import Span, SpanKind, is_plain, plain_text, read_inline
from vnadmindocs.notation.titles import is_titled_article, is_titled_clause
from vnadmindocs.pattern import pattern

NO_SUCH_FOOTNOTE = "BDY003"
UNUSED_FOOTNOTE = "BDY004"
NO_SPACE = "BDY012"
NOTE_IN_NOTE = "BDY013"
BREAK_AT_END = "BDY014"
SMALL_TITLE = "BDY015"

# «1.Mục tiêu», «a)Nội dung», «-Ý một»: a label without the space that makes it one.
TIGHT_LABEL = pattern(r"(?:\d{1,3}(?:\.\d{1,3})*\.|[a-zđ]\)|[-+])(?=[^\W\d_])")


# «Chương I. Quy định chung»: a heading but for its title, which is not in capitals.
_SMALL_TITLE = pattern(
    r"(?P<label>(?:Phần|Chương|Mục|Tiểu mục) +(?:(?:[IVXLC]+|\d{1,3})[a-zđ]?|thứ [a-zà-ỹ]+)[.:]) +"
    r"(?P<title>[^\W\d_].*[^.;:,?!])"
)
_TITLED_INITIALS = frozenset("PCMT")
_LONGEST_TITLE = 120  # letters; what is longer is a paragraph that begins so


class BodyFinisher:
    """Makes the blocks of one body, and finds what is wrong inside its paragraphs."""

    def __init__(self, footnotes: Mapping[str, BlockDraft], references: Iterable[str]) -> None:
        self._footnotes = footnotes
        self._references = set(references)
        self.faults: list[Fault] = []

    def body(self, drafts: Sequence[BlockDraft]) -> Body:
        """Make the body of all drafts."""
        blocks = tuple(map(self.block, drafts, (*drafts[1:], None)))
        last = drafts[-1] if drafts else None
        if last is not None and last.kind is BlockKind.PAGE_BREAK:
            self.faults.append(Fault(BREAK_AT_END, last.line, last.column))
        notes = self._footnotes.items()
        footnotes = {name: self._spans(draft, of_note=True) for name, draft in notes}
        for name, draft in self._footnotes.items():
            if name not in self._references:
                length = len(name) + 3
                self.faults.append(
                    Fault(UNUSED_FOOTNOTE, draft.line, draft.column, length, {"name": name})
                )
        written = tuple(_note(draft, footnotes[name]) for name, draft in notes)
        return Body(blocks, footnotes, tuple(self.faults), written)

    def block(self, draft: BlockDraft, following: BlockDraft | None) -> Block:
        """Make the block of a draft; ``following`` is the one after it."""
        spans = self._spans(draft)
        if draft.kind is BlockKind.PARAGRAPH:
            self._ask_for_space(draft)
            if draft.text[:1] in _TITLED_INITIALS:
                self._ask_for_capitals(draft)
        titled = draft.titled
        if titled is None:
            titled = _is_titled(draft, spans, following)
        title = self._title_spans(draft) if draft.title else ()
        return Block(
            draft.kind,
            draft.label,
            spans,
            title,
            titled,
            draft.align,
            draft.quote,
            draft.name,
            draft.line,
            draft.column,
            draft.forced,
            draft.text,
            draft.origins,
        )

    def _ask_for_space(self, draft: BlockDraft) -> None:
        """Report a paragraph that a space would make a clause, a point or an item."""
        found = TIGHT_LABEL.match(draft.text)
        # A backslash or a mark before the words says that a paragraph is meant.
        if found is None or draft.forced or draft.origins[0][2] != draft.column:
            return
        label = found[0]
        facts = {"found": label, "next": draft.text[len(label) :].split(maxsplit=1)[0]}
        self.faults.append(Fault(NO_SPACE, draft.line, draft.column, len(label), facts))

    def _ask_for_capitals(self, draft: BlockDraft) -> None:
        """Report a paragraph that capitals would make the heading of a chương or mục."""
        found = _SMALL_TITLE.fullmatch(draft.text)
        if found is None or draft.forced or draft.origins[0][2] != draft.column:
            return
        label, title = found["label"], found["title"]
        if len(title) > _LONGEST_TITLE or not title[0].isupper():
            return
        facts = {"found": label, "title": title.upper()}
        self.faults.append(Fault(SMALL_TITLE, draft.line, draft.column, len(label), facts))

    def _title_spans(self, draft: BlockDraft) -> tuple[tuple[Span, ...], ...]:
        title = tuple(read_inline(text)[0] for text, _, _ in draft.title)
        self._references.update(
            span.text for line in title for span in line if span.kind is SpanKind.FOOTNOTE
        )
        return title

    def _spans(self, draft: BlockDraft, *, of_note: bool = False) -> tuple[Span, ...]:
        text = draft.text
        if not text:
            return ()
        if is_plain(text):
            return (Span(SpanKind.TEXT, text),)
        spans, faults = read_inline(text)
        for fault in faults:
            breaks = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
            line, column = draft.place(breaks[fault.line] + fault.column)
            self.faults.append(Fault(fault.code, line, column, fault.length, fault.facts))
        if "[^" in text:
            self._refer(draft, spans, of_note)
        return spans

    def _refer(self, draft: BlockDraft, spans: tuple[Span, ...], of_note: bool) -> None:
        at = 0
        for span in spans:
            if span.kind is not SpanKind.FOOTNOTE:
                continue
            written = f"[^{span.text}]"
            at = draft.text.index(written, at)
            # Word has no notes to a note: such a reference leads nowhere, and counts as none.
            if not of_note:
                self._references.add(span.text)
            if of_note or span.text not in self._footnotes:
                line, column = draft.place(at)
                code = NOTE_IN_NOTE if of_note else NO_SUCH_FOOTNOTE
                self.faults.append(Fault(code, line, column, len(written), {"name": span.text}))
            at += len(written)


def _note(draft: BlockDraft, spans: tuple[Span, ...]) -> Block:
    """Make the paragraph of a footnote."""
    return Block(
        draft.kind,
        spans=spans,
        line=draft.line,
        column=draft.column,
        written=draft.text,
        origins=draft.origins,
    )


def _is_titled(draft: BlockDraft, spans: tuple[Span, ...], following: BlockDraft | None) -> bool:
    if draft.kind is BlockKind.ARTICLE:
        after = (following.kind, following.quote) if following else None
        return is_titled_article(plain_text(spans), quote=draft.quote, following=after)
    if draft.kind is not BlockKind.CLAUSE or following is None or draft.in_article:
        return False
    return is_titled_clause(
        plain_text(spans),
        in_article=False,
        depth=draft.numbers,
        following=(following.kind, following.numbers),
    )
