"""Vietnamese in a code page of old inside text that is already Unicode.

Someone pasted «C«ng v¨n» (TCVN3) or «Coâng vaên» (VNI) from an old file, or saved UTF-8 that was
read as Western European («CÃ´ng vÄƒn»). No word list is used: what becomes Vietnamese syllables by
converting, and was none before, is taken for Vietnamese.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vnadmindocs.language.legacy import (
    WESTERN_SIGNS,
    tcvn3_to_unicode,
    vni_to_unicode,
    western_bytes,
)
from vnadmindocs.language.legacy_signs import in_vietnamese_word, is_vietnamese
from vnadmindocs.language.syllables import is_syllable
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

# What no line of Unicode Vietnamese has: in TCVN3 a sign beside a letter or a capital inside a
# word, in VNI a vowel before another that marks it (oà, oá and oã are Vietnamese and left out).
_TCVN3_SIGNS = pattern(
    r"[a-z][\u00a1-\u00be\u00c6-\u00df\u00f7]|[\u00a1-\u00be\u00c6-\u00df\u00f7][a-z]"
    r"|[A-Z][\u00a1-\u00af\u00b5-\u00be]|[\u00a1-\u00a9\u00ab-\u00af][A-Z]"
)
_VNI_SIGNS = pattern(
    r"a[àáâãäåèéêëïõøùúûü]|e[àáâãäåïõøùû]|o[âäåïõøùû]|[uyôö][ïõøùû]"
    r"|A[ÀÁÂÃÄÅÈÉÊËÏÕØÙÚÛÜ]|E[ÀÁÂÃÄÅÏÕØÙÛ]|O[ÂÄÅÏÕØÙÛ]|[UYÔÖ][ÏÕØÙÛïõøùû]"
)
_CODE_PAGES: tuple[tuple[str, Callable[[str], str], re.Pattern[str]], ...] = (
    ("tcvn3", tcvn3_to_unicode, _TCVN3_SIGNS),
    ("vni", vni_to_unicode, _VNI_SIGNS),
)
# UTF-8 bytes of Vietnamese letters shown as Western letters: Ã´, Ä‘, Æ°, áº¿.
_TWICE_SIGNS = pattern(
    rf"(?:[\u00c3-\u00c6]|\u00e1[\u00b8-\u00bb])[\u0080-\u00bf{re.escape(WESTERN_SIGNS)}]"
)
_TWICE_RUN = pattern(rf"[\u0080-\u00ff{re.escape(WESTERN_SIGNS)}]+")

# What stands beside words in any language and is a letter in TCVN3.
_EDGES = "«»·°©®²³¹"
_OLD_WORD = pattern(r"(?:[^\W\d_]|[\u00a1-\u00ff])+")


@dataclass(frozen=True, slots=True)
class LegacyText:
    """The first line of a Unicode text that was typed, or read, in a code page of old.

    Attributes:
        encoding: ``tcvn3``, ``vni`` or ``utf-8-twice`` (UTF-8 once read as Western European).
        line: its line in the text, from 0.
        column: where its first such word begins, from 0.
        length: how long that word is.
        written: the line as it stands.
        converted: the line as it was meant.
    """

    encoding: str
    line: int
    column: int
    length: int
    written: str
    converted: str


def legacy_text(text: str) -> LegacyText | None:
    """Find Vietnamese in a code page of old inside Unicode text; None when there is none.

    Give it the text before `clean`, which takes the soft hyphen away that is ư in TCVN3.

    Two different words of a line, or three of the whole text, must become Vietnamese syllables
    that were none before, and outnumber the foreign words that stay foreign; so «Loïc», «µm» or
    «né» alone raise no alarm.
    """
    if text.isascii():
        return None
    lines = text.split("\n")
    for number in _marked_lines(text, _TWICE_SIGNS):
        found = _read_twice(number, lines[number])
        if found is not None:
            return found
    for encoding, convert, signs in _CODE_PAGES:
        first: LegacyText | None = None
        words: set[str] = set()
        foreign = 0
        for number in _marked_lines(text, signs):
            judged = _judge(lines[number], convert)
            foreign += judged.foreign
            if not judged.changed:
                continue
            found = _as_found(encoding, number, lines[number], judged, convert)
            own = {word for word, _, _ in judged.changed}
            if len(own) >= max(2, 2 * judged.foreign, judged.fine):
                return found
            # Short values stand on lines of their own: a line alone may not have words enough.
            first = first or found
            words |= own
        if first is not None and len(words) >= max(3, 2 * foreign):
            return first
    return None


def _marked_lines(text: str, signs: re.Pattern[str]) -> Iterator[int]:
    """Yield the numbers of the lines that have a sign, in no word that is Vietnamese as it is."""
    number = reached = start = 0
    while (sign := signs.search(text, start)) is not None:
        if in_vietnamese_word(text, sign.start()):
            start = sign.start() + 1
            continue
        number += text.count("\n", reached, sign.start())
        yield number
        reached = text.find("\n", sign.start())
        if reached < 0:
            return
        start = reached


@dataclass(frozen=True, slots=True)
class _Judged:
    """The words of a line that have letters outside ASCII, sorted.

    Attributes:
        changed: converted word, start and end of those that become Vietnamese by converting.
        fine: how many are Vietnamese as they stand.
        foreign: how many are neither.
    """

    changed: tuple[tuple[str, int, int], ...]
    fine: int
    foreign: int


def _judge(line: str, convert: Callable[[str], str]) -> _Judged:
    changed = []
    fine = foreign = 0
    for match in _OLD_WORD.finditer(line):
        word, start = match[0], match.start()
        if word[0] == "«" and word[-1] == "»":
            word, start = word[1:-1], start + 1
        bare = word.strip(_EDGES)
        if word.isascii() or not any(map(_is_letter, bare)):
            continue
        converted = "" if any(letter > "\u00ff" for letter in word) else convert(word)
        if not bare.isascii() and is_vietnamese(bare):
            fine += 1
        elif converted != word and is_syllable(converted):
            changed.append((converted.lower(), start, start + len(word)))
        elif not bare.isascii() and not bare.isupper():
            foreign += 1
    return _Judged(tuple(changed), fine, foreign)


def _is_letter(character: str) -> bool:
    return character.isalpha() and character not in "ªµº"


def _as_found(
    encoding: str, number: int, line: str, judged: _Judged, convert: Callable[[str], str]
) -> LegacyText:
    _, start, end = judged.changed[0]
    if judged.fine and any(letter > "\u00ff" for letter in line):
        # The line is partly Unicode, which must not be converted again.
        pieces = []
        done = 0
        for _, first, last in judged.changed:
            pieces += [line[done:first], convert(line[first:last])]
            done = last
        converted = "".join((*pieces, line[done:]))
    else:
        converted = convert(line)
    return LegacyText(encoding, number, start, end - start, line, converted)


def _read_twice(number: int, line: str) -> LegacyText | None:
    """Undo the reading of UTF-8 as Western European, where a line has two signs of it."""
    signs = list(_TWICE_SIGNS.finditer(line))
    if len(signs) < 2:
        return None
    try:
        converted = _TWICE_RUN.sub(lambda run: western_bytes(run[0]).decode("utf-8"), line)
    except UnicodeError:
        return None
    return LegacyText("utf-8-twice", number, signs[0].start(), len(signs[0][0]), line, converted)
