"""Tells fast that a text has no trace of a code page of old, before anyone looks closely.

Every record is asked, and nearly every record is plain Unicode: letters are mapped to a few
classes, and two classes side by side are searched for, at the speed of memory.
"""

from __future__ import annotations

from collections.abc import Iterable

from vnadmindocs.language.syllables import is_syllable


def may_have_legacy(text: str) -> bool:
    """Tell whether ``legacy_text`` could find anything; False is certain, True is not."""
    western = text.encode("latin-1", errors="replace")
    for table, pairs in _CHECKS:
        letters = western.translate(table)
        for pair in pairs:
            # One letter is found much faster than two: most texts lack one of a pair.
            if pair[0] not in letters or pair[1] not in letters:
                continue
            at = letters.find(pair)
            while at >= 0:
                if not in_vietnamese_word(text, at):
                    return True
                at = letters.find(pair, at + 1)
    return False


def in_vietnamese_word(text: str, at: int) -> bool:
    """Tell whether two letters stand in a word that is Vietnamese as it is, such as «Ông»."""
    if not text[at : at + 2].isalpha():
        return False
    start, end = at, at + 2
    while start and end - start <= _LONGEST_SYLLABLE and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and end - start <= _LONGEST_SYLLABLE and text[end].isalpha():
        end += 1
    return end - start <= _LONGEST_SYLLABLE and is_vietnamese(text[start:end])


def is_vietnamese(word: str) -> bool:
    """Tell whether a word is a Vietnamese syllable written as people write one."""
    return (word[1:].islower() or word.isupper() or len(word) == 1) and is_syllable(word)


def _table(**classes: Iterable[int]) -> bytes:
    table = bytearray(b" " * 256)
    for name, members in classes.items():
        for member in members:
            table[member] = ord(name)
    return bytes(table)


def _points(letters: str) -> bytes:
    return letters.encode("latin-1")


_LONGEST_SYLLABLE = 7  # nghiêng
_SMALL = range(ord("a"), ord("z") + 1)
_CAPITAL = range(ord("A"), ord("Z") + 1)
_CHECKS = (
    (  # TCVN3: a sign beside a letter, a capital inside a word
        _table(
            l=_SMALL,
            U=_CAPITAL,
            s=[*range(0xA1, 0xB0), *range(0xB5, 0xBF)],
            t=[*range(0xB0, 0xB5), *range(0xC6, 0xE0), 0xF7],
        ),
        (b"ls", b"lt", b"sl", b"tl", b"Us", b"sU"),
    ),
    (  # VNI: a vowel before another that marks it
        _table(
            a=_points("aeAE"),
            o=_points("oO"),
            u=_points("uyôöUYÔÖ"),
            m=_points("äåïõøùûÄÅÏÕØÙÛ"),
            n=_points("âÂ"),
            p=_points("àáãèéêëúüÀÁÃÈÉÊËÚÜ"),
        ),
        (b"am", b"an", b"ap", b"om", b"on", b"um"),
    ),
    (  # UTF-8 read as Western European; what Latin-1 lacks became a question mark
        _table(
            c=range(0xC3, 0xC7), e=[0xE1], b=[*range(0x80, 0xB8), 0xBC, 0xBD, 0xBE, 0xBF, 0x3F],
            d=range(0xB8, 0xBC),
        ),
        (b"cb", b"cd", b"ed"),
    ),
)  # fmt: skip
