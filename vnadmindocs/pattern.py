"""Regular expressions compiled when first used: a run of the command line uses one in three."""

from __future__ import annotations

import re
from typing import Any, cast


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Do as ``re.compile``, when the pattern is first asked for something.

    After that it is as fast as a compiled pattern; it is none to ``isinstance``.
    """
    return cast("re.Pattern[str]", _Pattern(source, flags))


def any_of(*words: str, space: str = " ", either_case: bool = False) -> str:
    """Write a pattern for any of many words, as a tree of their letters.

    Most words of a text fail at a branch of the first letter, where a plain list is tried to its
    end. Of two words that begin alike the longer is tried first.

    Args:
        words: what is looked for, no patterns; several in one are parted by ``|``.
        space: what a space stands for.
        either_case: whether the first letter may be small or a capital.
    """
    root: _Tree = {}
    for word in "|".join(words).split("|"):
        node = root
        for letter in f"{word[0].lower()}{word[1:]}" if either_case else word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return f"(?:{_written(root, space, either_case=either_case)})"


_Tree = dict[str, Any]  # what may follow each letter, of the same shape
_END = ""


def _written(node: _Tree, space: str, *, either_case: bool = False) -> str:
    branches = []
    for letter, following in node.items():
        if letter == _END:
            continue
        rest = _written(following, space)
        # Letters of which nothing branches off need no group of their own.
        if _END in following and rest:
            rest = f"(?:{rest})?"
        elif len(following) > 1:
            rest = f"(?:{rest})"
        if letter == " ":
            branches.append(space + rest)
        elif either_case and letter.upper() != letter:
            branches.append(f"[{letter.upper()}{letter}]{rest}")
        else:
            branches.append(re.escape(letter) + rest)
    return "|".join(branches)


class _Pattern:
    """A pattern that compiles itself."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(self._source, self._flags), name)
        # Kept beside the source, so that the next call finds the method itself.
        self.__dict__[name] = found
        return found
