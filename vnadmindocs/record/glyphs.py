"""Characters that the document's face has no glyph for: found before anything is laid out.

A printed box or a borrowed face would not be the words that were written, so each is fatal.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.fonts.metrics import missing
from vnadmindocs.language.text import clean

IN_RECORD = "FNT001"
IN_DATA_FILE = "FNT002"

# Fields that name files, which are never printed.
_PATHS = frozenset({"data", "file", "template"})
_PROFILES = (".yaml", ".yml")
_MARKS = "\u0300\u0301\u0303\u0309\u0323"
_VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
_SIGNS = "\n\t\u00a0–—…“”‘’•«»§°²³½±×≤≥"


def lacking(text: str) -> str:
    """List the characters of a text that cannot be printed, each once, in order.

    Places for private use hold other signs in every face (Word's pasted bullets), so they count
    as lacking.
    """
    text = clean(text)
    if is_plain(text):
        return ""
    private = "".join(
        dict.fromkeys(letter for letter in text if unicodedata.category(letter) == "Co")
    )
    return private + "".join(letter for letter in missing(text) if letter not in private)


def is_plain(text: str) -> bool:
    """Tell, fast, whether a text has only the letters and signs that nearly every record has."""
    try:
        codecs.charmap_encode(text, "strict", _plain())
    except UnicodeEncodeError:
        return False
    return True


def has_lacking(source: str) -> bool:
    r"""Tell, fast, whether the text of a file may hold such a character, ``\u`` escapes too."""
    return "\\" in source or not is_plain(source)


def glyph_faults(value: object, path: tuple[str | int, ...] = ()) -> Iterator[Fault]:
    """Give a fault for each line of a record's texts that holds such characters.

    Args:
        value: a mapping with English keys, a list or a text; values built in Python are passed
            over.
        path: path of the value in its record.
    """
    for text, where in _texts(value, path):
        yield from _in_lines(text, where)


def unholdable(value: object) -> Iterator[tuple[str | int, ...]]:
    """Give the path of each text of a record with a character that no file can hold.

    Halves of characters and the two noncharacters U+FFFE and U+FFFF: a document printed in spite
    of them (``--force``) goes without.
    """
    for text, where in _texts(value, ()):
        if not all(map(_is_held, text)):
            yield where


def holding(value: object, letters: str) -> Iterator[tuple[str | int, ...]]:
    """Give the path of each text of a record that has one of these characters.

    Args:
        value: as for ``glyph_faults``.
        letters: what is looked for.
    """
    for _text, where in _texts(value, (), lambda text: set(letters).isdisjoint(text)):
        yield where


def named(letters: str) -> dict[str, object]:
    """Give the facts of a fault: the characters, and their numbers for those that do not show."""
    numbers = ", ".join(f"U+{ord(letter):04X}" for letter in letters)
    shown = "".join(letter if _is_held(letter) else "\ufffd" for letter in letters)
    return {"found": shown, "numbers": numbers}


def _texts(
    value: object, path: tuple[str | int, ...], passed_over: Callable[[str], bool] = is_plain
) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Give the texts that are not passed over, those not plain, each with its path."""
    if isinstance(value, str):
        if not passed_over(value):
            yield value, path
    elif isinstance(value, Mapping):
        for key, each in value.items():
            if key not in _PATHS and not (isinstance(each, str) and each.endswith(_PROFILES)):
                yield from _texts(each, (*path, key), passed_over)
    elif isinstance(value, list | tuple):
        for index, each in enumerate(value):
            yield from _texts(each, (*path, index), passed_over)


def _is_held(letter: str) -> bool:
    return not "\ud800" <= letter <= "\udfff" and letter not in "\ufffe\uffff"


def _in_lines(text: str, path: tuple[str | int, ...]) -> Iterator[Fault]:
    for number, line in enumerate(text.split("\n")):
        letters = lacking(line)
        if letters:
            column = max(line.find(letters[0]), 0)
            yield Fault(IN_RECORD, number, column, 1, named(letters), path)


@cache
def _plain() -> codecs._CharMap:  # type: ignore[name-defined]
    vowels = (unicodedata.normalize("NFC", vowel + mark) for vowel in _VOWELS for mark in _MARKS)
    plain = "".join(map(chr, range(32, 127))) + _VOWELS + "".join(vowels) + "đĐ" + _SIGNS
    letters = "".join(dict.fromkeys(plain))
    # The codec needs a table of 256 places; what it cannot encode is no letter of the table.
    return codecs.charmap_build(f"\0{letters}".ljust(256, "\ufffe"))
