"""Regular expressions compiled when first used: a run of the command line uses one in three."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from itertools import groupby, takewhile
from typing import Any, cast

from vnadmindocs.kept_work import kept

# The parts of ``re``, which it does not promise: ``compiled`` does without what is not there.
_sre = import_module("_sre")
_parser, _compiler = (getattr(re, name, None) for name in ("_parser", "_compiler"))

_WORD_OF_A_PATTERN = "I"
# Flags, numbers, how many groups, their names, the names in their order.
_Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Do as ``re.compile``, when the pattern is first asked for something.

    After that it is as fast as a compiled pattern; it is none to ``isinstance``.
    """
    return cast("re.Pattern[str]", _Pattern(source, flags))


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Do as ``re.compile``, with what an earlier run of the command line compiled.

    ``re`` compiles a text to a list of numbers and makes a pattern of them; the numbers are what
    takes time, and what is kept.
    """
    try:
        whole, numbers, groups, names, order = kept(
            f"pattern {int(flags)} {source}", partial(_numbers_of, source, int(flags))
        )
        words = array(_WORD_OF_A_PATTERN)
        words.frombytes(numbers)
        made: re.Pattern[str] = _sre.compile(source, whole, words.tolist(), groups, names, order)
    except (AttributeError, TypeError, ValueError, RuntimeError):
        # Another Python may name its parts otherwise, or a pattern is wrong: ``re`` says how.
        return re.compile(source, flags)
    return made


def _numbers_of(source: str, flags: int) -> _Compiled:
    parser: Any = _parser
    compiler: Any = _compiler
    parsed = parser.parse(source, flags)
    names: dict[str, int] = parsed.state.groupdict
    order: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        order[number] = name
    words = array(_WORD_OF_A_PATTERN, compiler._code(parsed, flags))
    whole = flags | parsed.state.flags
    return whole, words.tobytes(), parsed.state.groups - 1, names, tuple(order)


def any_of(*words: str, space: str = " ", either_case: bool = False) -> str:
    """Write a pattern for any of many words, as a tree of their letters.

    Most words of a text fail at a branch of the first letter, where a plain list is tried to its
    end. Of two words that begin alike the longer is tried first.

    Args:
        words: what is looked for, no patterns; several in one are parted by ``|``.
        space: what a space stands for.
        either_case: whether the first letter may be small or a capital.
    """
    # In order, for a caller may have them from a set: the key is the same in every run.
    every = sorted({word for each in words for word in each.split("|")})
    key = f"any_of {space!r} {either_case} {every!r}"
    return kept(key, partial(_any_of, every, space, either_case))


def _any_of(every: Sequence[str], space: str, either_case: bool) -> str:
    if not either_case:
        return f"(?:{_tree(list(every), space)})"
    groups: dict[str, set[str]] = {}
    for word in every:
        groups.setdefault(word[0].lower(), set()).add(word[1:])
    branches = (
        f"[{first.upper()}{first}]{_tree(sorted(rests), space)}"
        for first, rests in sorted(groups.items())
    )
    return f"(?:{'|'.join(branches)})"


def _tree(words: list[str], space: str) -> str:
    """Write words, in alphabetical order and each once, by the letters they have in common."""
    may_end = not words[0]
    branches = []
    for _, group in groupby(words[may_end:], key=lambda word: word[0]):
        alike = list(group)
        # The first and the last in the order have in common what all have.
        pairs = zip(alike[0], alike[-1], strict=False)
        common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        written = re.escape(alike[0][:common]).replace("\\ ", space)
        branches.append(written + _tree([word[common:] for word in alike], space))
    if len(branches) < 2 and not may_end:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if may_end else ''}" if branches else ""


class _Pattern:
    """A pattern that compiles itself."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(compiled(self._source, self._flags), name)
        # Kept beside the source, so that the next call finds the method itself.
        self.__dict__[name] = found
        return found
