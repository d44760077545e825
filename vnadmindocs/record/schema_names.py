"""The spellings of a name in a schema: those that are listed, and a pattern for all others.

The tool compares names folded, so ``Nơi nhận`` and ``NOI-NHAN`` are the name ``nơi nhận`` too; a
schema says that with a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vnadmindocs.language.text import without_accents
from vnadmindocs.terms import Term

_BLANK = "[ _-]+"


def offered_name(term: Term, language: str) -> str:
    """Give the spelling that an editor offers."""
    return term.english if language == "en" else term.vietnamese


def other_names(term: Term, language: str) -> tuple[str, ...]:
    """Give the spellings that are known and not offered: other language, aliases, unaccented."""
    names = dict.fromkeys((term.vietnamese, term.english, *term.aliases))
    for name in tuple(names):
        bare = without_accents(name)
        names[bare] = None
        names[bare.replace(" ", "_")] = None
    return tuple(name for name in names if name != offered_name(term, language))


def any_spelling(names: Iterable[str], *, rest: bool = False) -> str:
    """Make the pattern of names in any case, with accents or without, blanks of any kind.

    Args:
        names: the names, each as it is best written.
        rest: leave out the names themselves, which the schema lists.
    """
    listed = tuple(dict.fromkeys(names))
    # Spellings that differ in accents and blanks alone are taken by the pattern of the first.
    loose: dict[str, str] = {}
    for name in listed:
        loose.setdefault(without_accents(name).lower().replace("_", " "), _loose(name))
    but = f"(?!(?:{'|'.join(re.escape(name) for name in listed)})$)" if rest else ""
    return f"^{but}(?:{'|'.join(loose.values())})$"


def _loose(name: str) -> str:
    return "".join(_letter(letter) for letter in name)


def _letter(letter: str) -> str:
    if letter in " _-":
        return _BLANK
    if not letter.isalpha():
        return re.escape(letter)
    forms = dict.fromkeys(
        form for each in (letter, without_accents(letter)) for form in (each.lower(), each.upper())
    )
    return f"[{''.join(forms)}]"
