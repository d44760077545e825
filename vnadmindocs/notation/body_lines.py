"""How one line of a body is taken apart: quotation signs, label, title, backslash."""

from __future__ import annotations

from dataclasses import replace

from vnadmindocs.notation.numbering import Level, Recognised, recognise
from vnadmindocs.notation.quotations import behind_mark
from vnadmindocs.notation.titles import NO_TITLE_ENDS

# At the head of a line the backslash is spent on the line, unless it escapes one of these.
_INLINE_ESCAPED = "*[\\"


def unquoted(content: str) -> tuple[str, int, int]:
    """Take the ``> `` off: the rest with its indentation, how many there were, how long."""
    depth = skipped = 0
    rest = content
    while rest[:2] == "> " or rest == ">":
        rest = rest[2:]
        depth += 1
        skipped += 2
    return rest, depth, skipped


def recognised(words: str, quote: int) -> Recognised | None:
    """Tell what label a line opens with; in a quoted provision a mark may stand before it."""
    found = recognise(words)
    if found is not None or not quote:
        return found
    at = behind_mark(words)
    inner = recognise(words[at:]) if at else None
    if inner is None or inner[0].kind in (Level.DASH, Level.SUBDASH):
        return None
    label, end = inner
    return replace(label, text=words[:at] + label.text), at + end


def stays_title(joined: str, lines: int) -> bool:
    """Tell whether a title with another line joined to it could have been written in one."""
    return joined.isupper() or (
        lines == 1 and not joined.endswith(NO_TITLE_ENDS) and recognise(joined) is None
    )


def after_backslash(words: str) -> int:
    """Return where the words begin behind a backslash at the head of a line."""
    return 0 if len(words) == 1 or words[1] in _INLINE_ESCAPED else 1
