"""Lists of texts: one item a line, a leading dash and a closing mark optional.

The dash and the mark (``;`` ``.`` ``,``) are furniture of the list, printed anew by layout; the
words of an item are never touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.values import dataclass

DASHES = "-–—•"
MARKS = ";.,"
# A point that belongs to the words: «v.v.», «…» typed as dots, and the closing «./.» of a body.
_OWN_POINTS = ("..", "v.v.", "./.")


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list.

    Attributes:
        text: its words, without the dash and the closing mark.
        mark: the closing mark that was written, or "".
        line: line of the text it stands on, from 0.
        indent: how many columns its line is indented.
        column: where its words begin.
    """

    text: str
    mark: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)
    indent: int = 0
    column: int = field(default=0, compare=False)


def list_items(text: str) -> tuple[ListItem, ...]:
    """Read the items of a list; empty lines mean nothing."""
    items = []
    for number, raw in enumerate(text.split("\n")):
        line = raw.rstrip()
        words = line.lstrip()
        if not words:
            continue
        indent = len(line) - len(words)
        words = without_dash(words)
        column = len(line) - len(words)
        words, mark = split_mark(words)
        if words or mark:
            items.append(ListItem(words, mark, number, indent, column))
    return tuple(items)


def print_item(words: str, mark: str = "") -> str:
    """Write one item so that it is read back with the same words."""
    if not mark and split_mark(words)[1]:
        mark = ";"
    if without_dash(words) != words:
        words = f"- {words}"
    return words + mark


def without_dash(words: str) -> str:
    """Take the leading dash off a line, ``–``, ``—`` and ``•`` counting as ``-``.

    A dash that touches a digit is a sign (``-5 độ``) and stays.
    """
    if words[0] in DASHES and len(words) > 1 and (words[1] == " " or words[1].isalpha()):
        return words[1:].lstrip()
    return words


def split_mark(words: str) -> tuple[str, str]:
    """Split the closing mark of a list from the words before it."""
    if not words or words[-1] not in MARKS or words.endswith(_OWN_POINTS):
        return words, ""
    bare = words[:-1].rstrip()
    return (bare, words[-1]) if bare else (words, "")


def split_outside_brackets(text: str, marks: str) -> list[str]:
    """Split a text at each of these marks that stands in no round bracket, in linear time.

    A bracket that is never closed brackets nothing.
    """
    if not any(mark in text for mark in marks):
        return [text]
    closings = text.count(")")
    parts = []
    start = depth = 0
    for at, character in enumerate(text):
        if character == "(":
            depth += closings > depth
        elif character == ")":
            closings -= 1
            depth = max(depth - 1, 0)
        elif character in marks and not depth:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]


def disagreeing_marks(items: Sequence[ListItem], code: str) -> Fault | None:
    """Find the first item whose closing mark is not that of the items before it.

    The last item may end in any mark or in none, whatever the others have: its mark is not
    theirs (``.`` where they have ``;``).

    Args:
        items: the items of one list, in order.
        code: code of the finding, which differs with the list.

    Returns:
        The fault at the item, with the facts ``found`` and ``expected``; None when all agree.
    """
    if len(items) < 2:
        return None
    inner = items[:-1]
    expected = inner[0].mark
    odd = next((item for item in inner if item.mark != expected), None)
    if odd is None:
        return None
    # One line without a mark among marked ones is the slip, wherever it stands.
    wanted = expected or odd.mark
    if not expected:
        odd = inner[0]
    return Fault(
        code,
        odd.line,
        odd.column,
        len(odd.text) + len(odd.mark),
        {"item": odd.text, "found": _ending(odd.mark), "expected": _ending(wanted)},
    )


def _ending(mark: str) -> Text:
    """Say how a line ends."""
    if mark:
        return Text(vi=f"kết thúc bằng «{mark}»", en=f"«{mark}»")
    return Text(vi="không có dấu cuối dòng", en="no mark")
