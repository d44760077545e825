"""Recipients (Nơi nhận): one a line, some of them joined by a side bracket.

A line that is a bracket alone, followed by deeper lines, groups those::

    (để b/c):
      Bộ Công Thương
      UBND tỉnh Kiên Giang
    Lưu: VT, QLCN
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.law.wording import wording
from vnadmindocs.notation.listing import (
    ListItem,
    disagreeing_marks,
    list_items,
    print_item,
    split_mark,
    without_dash,
)
from vnadmindocs.notation.purposes import purpose_of
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

DISAGREEING_MARKS = "REC001"
TWO_ARCHIVE_LINES = "REC003"
LONE_BRACKET = "REC004"

NAMED_LIST = "@"  # opens the name of a list of the agency profile

_HEAD = pattern(r"(?P<purpose>\([^()]*\))\s*(?P<colon>:?)")
# «Lưu» is a family name too: it opens the filing line when a colon, an abbreviation or a place
# where papers are kept follows. «Luu:» is how it is typed without a Vietnamese keyboard.
_ARCHIVE = pattern(
    r"l[ưu]u(?:\s*:\s*|\s*[;.,–-]\s*(?=VT\b)|\s+(?=(?:văn thư|hồ sơ|vt|vp|hs)\b)"
    r"|\s+(?-i:(?=[A-ZĐ]{2})))",
    re.IGNORECASE,
)
_AS_ABOVE = pattern(
    r"(?:như (?:trên|(?:phần )?kính gửi|(?:đề|để|nơi) gửi)|n/t)(?!\w)", re.IGNORECASE
)
_AS_ARTICLE = pattern(r"như điều(?=\s*(?:\(|\Z))", re.IGNORECASE)
_LABEL = pattern(r"nơi nhận\s*:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Recipient:
    """One recipient, in the words written.

    Attributes:
        mark: the closing mark that was written, or "".
        line: line of the text, from 0.
    """

    words: str
    mark: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    @property
    def list_name(self) -> str | None:
        """The name after «@» where a list of the agency profile is meant; None elsewhere."""
        if not self.words.startswith(NAMED_LIST):
            return None
        return self.words.removeprefix(NAMED_LIST).strip()

    @property
    def is_archive(self) -> bool:
        """Whether this is the line ``Lưu: VT, …``."""
        return _ARCHIVE.match(self.words) is not None

    @property
    def archived_at(self) -> str:
        """What follows ``Lưu:``; "" when this is no filing line."""
        found = _ARCHIVE.match(self.words)
        return self.words[found.end() :] if found else ""

    @property
    def is_as_above(self) -> bool:
        """Whether this is ``Như trên``: those whom Kính gửi names."""
        return _AS_ABOVE.match(self.words) is not None

    @property
    def asks_article(self) -> bool:
        """Whether this is ``Như Điều`` without a number, which the last Điều gives."""
        return _AS_ARTICLE.match(self.words) is not None

    @property
    def purpose(self) -> str:
        """The bracket that says what the copy is for, such as ``(để b/c)``, or ""."""
        return purpose_of(self.words)


@dataclass(frozen=True, slots=True)
class RecipientGroup:
    """Recipients that share the purpose in a side bracket."""

    purpose: str
    members: tuple[Recipient, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Recipients:
    """The list Nơi nhận in the order written."""

    items: tuple[Recipient | RecipientGroup, ...] = ()
    faults: tuple[Fault, ...] = field(default=(), compare=False)

    @property
    def every(self) -> tuple[Recipient, ...]:
        """Every recipient, those of groups included."""
        return tuple(_every(self.items))

    @property
    def archive_line(self) -> Recipient | None:
        """The line ``Lưu: …`` when the list has one."""
        return next((one for one in self.every if one.is_archive), None)


def parse_recipients(text: str | Sequence[str]) -> Recipients:
    """Read a list of recipients from a block of lines or from a list of texts."""
    items = list_items(text if isinstance(text, str) else "\n".join(text))
    if items and _LABEL.fullmatch(items[0].text):
        items = items[1:]
    groups: list[Recipient | RecipientGroup] = []
    faults: list[Fault] = []
    at = 0
    while at < len(items):
        item = items[at]
        at += 1
        head = _HEAD.fullmatch(item.text)
        members: list[Recipient] = []
        if head:
            while at < len(items) and items[at].indent > item.indent:
                members.append(_recipient(items[at]))
                at += 1
            if members:
                groups.append(RecipientGroup(head["purpose"], tuple(members), item.line))
                continue
            if purpose_of(head["purpose"]):
                faults.append(
                    Fault(
                        LONE_BRACKET, item.line, item.column, len(item.text), {"found": item.text}
                    )
                )
        groups.append(_recipient(item))
    faults += _archive_faults(items)
    heads = {group.line for group in groups if isinstance(group, RecipientGroup)}
    odd = disagreeing_marks([item for item in items if item.line not in heads], DISAGREEING_MARKS)
    if odd:
        faults.append(odd)
    return Recipients(tuple(groups), tuple(faults))


def print_recipients(recipients: Recipients) -> str:
    """Write recipients as source text; ``parse_recipients`` reads the same list back."""
    lines = []
    for item in recipients.items:
        if isinstance(item, RecipientGroup):
            lines.append(f"{item.purpose}:")
            lines += [f"  {print_item(member.words)}" for member in item.members]
        else:
            lines.append(print_item(item.words))
    return "\n".join(lines)


def parse_archive(text: str) -> str:
    """Read what follows ``Lưu:``; a label typed along, a dash and a closing mark are furniture."""
    words = text.strip()
    while True:
        bare = split_mark(without_dash(words) if words else words)[0]
        label = _ARCHIVE.match(bare)
        bare = bare[label.end() :] if label else bare
        if bare == words:
            return words
        words = bare


def as_article(words: str, number: str) -> str:
    """Put the number of an Điều into ``Như Điều``; what follows stays."""
    return _AS_ARTICLE.sub(wording("recipients.as_article").format(n=number), words, count=1)


def print_archive(places: str) -> str:
    """Print the filing line: ``Lưu: VT, QLCN``."""
    return f"{wording('recipients.archive')} {places}"


def _recipient(item: ListItem) -> Recipient:
    return Recipient(item.text, item.mark, item.line)


def _every(items: Sequence[Recipient | RecipientGroup]) -> Iterator[Recipient]:
    for item in items:
        if isinstance(item, RecipientGroup):
            yield from item.members
        else:
            yield item


def _archive_faults(items: Sequence[ListItem]) -> Iterator[Fault]:
    seen = False
    for item in items:
        if _ARCHIVE.match(item.text):
            if seen:
                yield Fault(
                    TWO_ARCHIVE_LINES, item.line, item.column, len(item.text), {"found": item.text}
                )
            seen = True
