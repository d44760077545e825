"""Reads the records nearly everyone writes, keys and texts one under the other, without a parser.

``key: words`` and ``key: |`` with its lines: whatever such a text says to YAML it says at a glance,
in a third of the time. Anything else, however slight, is left to the parser: this never reports
and never mends. Places are not known here; whoever asks for one has the text parsed after all
(``Positions.put_later``). A test reads every record of ours both ways, and broken ones.
"""

from __future__ import annotations

from vnadmindocs.record.vocabulary import vocabulary
from vnadmindocs.values import dataclass

# What a text may begin with that is nothing but words to YAML; letters and digits as well.
_OPENINGS = "/(«“"


@dataclass(frozen=True, slots=True)
class SimpleRecord:
    """A record that was read.

    Attributes:
        data: its values by English name, in the order written.
        spelling: the language in which most of its keys are written, ``vi`` or ``en``.
    """

    data: dict[str, str]
    spelling: str


def read_simple(text: str, mapping: str) -> SimpleRecord | None:
    """Read a text of plain letters and signs; None where a parser has to.

    Args:
        text: the text: no tabs, nothing that cleaning would change.
        mapping: the mapping that it holds.
    """
    # A note behind words ends them.
    if " #" in text:
        return None
    names = vocabulary(mapping)
    find = names.typed
    data: dict[str, str] = {}
    english = 0
    lines = text.split("\n")
    row, count = 0, len(lines)
    while row < count:
        line = lines[row]
        row += 1
        if not line or line[0] == "#":
            continue
        key, colon, rest = line.partition(":")
        term = find(key)
        if term is None or not colon or term.keyed or term.english in data:
            return None
        if key == term.english and names.spelling(key, term) == "en":
            english += 1
        if rest == " |":
            start = row
            while row < count and (not lines[row] or lines[row][0] == " "):
                row += 1
            words = _block(lines[start:row])
            if words is None:
                return None
        else:
            words = rest.strip(" ")
            if words and (rest[0] != " " or not _is_words(words)):
                return None
        data[term.english] = words
    if not data:
        return None
    return SimpleRecord(data, "en" if english > len(data) - english else "vi")


def _is_words(words: str) -> bool:
    """Tell whether a text of one line is only words to YAML."""
    return (words[0].isalnum() or words[0] in _OPENINGS) and ": " not in words and words[-1] != ":"


def _block(lines: list[str]) -> str | None:
    """Give the text of indented lines; None where YAML would see more in them."""
    first = next(filter(None, lines), "")
    indent = len(first) - len(first.lstrip(" "))
    margin = " " * indent
    for line in lines:
        if line and (not line.startswith(margin) or line.isspace()):
            return None
    return "\n".join([line[indent:] for line in lines]).strip("\n")
