"""A group of addressees taken apart: ``Các Sở: Tài chính; Tư pháp`` is two, Sở Tài chính the first.

Only «;» parts members: commas stand inside names (``Văn hóa, Thể thao và Du lịch``). A group whose
members cannot be told apart stays whole. See docs/readings/groups-of-addressees.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from vnadmindocs.assets import data_file
from vnadmindocs.language.text import capitalized
from vnadmindocs.law.issuers import find_kind, issuer_kinds
from vnadmindocs.notation.listing import split_outside_brackets
from vnadmindocs.pattern import pattern
from vnadmindocs.toml_lines import read_toml

# «UBND các xã, phường», «Các Sở», «Thủ trưởng các Sở, ban, ngành»
_LEAD = pattern(r"(?P<before>(?:.* )?)các (?P<kinds>.+)", re.IGNORECASE)
_BETWEEN_KINDS = pattern(r" ?, ?| và ")
_AND_SO_ON = pattern(r"(?:\.{2,}|…|v\.\s?v\.?.*)", re.IGNORECASE)


@lru_cache(maxsize=256)
def members_of(words: str) -> tuple[str, ...]:
    """Take an addressee apart into those who each get a letter.

    Returns:
        The members, each with the words of the group that belong to it; the addressee alone when
        it is one, or a group that does not come apart.
    """
    lead, colon, rest = words.partition(":")
    if ";" not in (rest if colon else words):
        return (words,)
    parts = [part.strip() for part in split_outside_brackets(rest if colon else words, ";")]
    parts = [part for part in parts if part]
    if len(parts) < 2 or any(_AND_SO_ON.fullmatch(part) for part in parts):
        return (words,)
    if not colon:
        return tuple(parts)
    found = _LEAD.fullmatch(" ".join(lead.split()))
    if found is None or ";" in lead:
        return (words,)
    members = _with_kind(found["before"].strip(), _BETWEEN_KINDS.split(found["kinds"]), parts)
    return tuple(capitalized(member) for member in members) if members else (words,)


def _with_kind(before: str, kinds: Sequence[str], parts: Sequence[str]) -> list[str] | None:
    """Put the words of the group in front of each member; None when one is not told apart."""
    own = [kind for kind in kinds if kind.lower() not in _words()["generic"]]
    members = []
    for part in parts:
        if any(_begins(part, kind) for kind in own):
            named = part
        elif len(kinds) == 1 and own:
            of_places = own[0].lower() in _words()["units"]
            named = part if not of_places and _is_whole(part) else f"{own[0]} {part}"
        elif _is_whole(part):
            named = part
        else:
            return None
        members.append(f"{before} {named}".strip())
    return members


def _is_whole(part: str) -> bool:
    """Tell whether a member is named in full by itself."""
    if any(_begins(part, each) for each in (*_words()["openings"], *_words()["units"])):
        return True
    return part.partition(" ")[0].casefold() in _first_words() and find_kind(part) is not None


def _begins(part: str, kind: str) -> bool:
    low = part.casefold()
    return low.startswith(kind.casefold()) and not low[len(kind) :][:1].isalnum()


@cache
def _first_words() -> frozenset[str]:
    """Give the words that names of bodies begin with: few names are looked up in vain."""
    names = (name for kind in issuer_kinds() for name in (kind.name.vi, *kind.also))
    return frozenset(name.partition(" ")[0].casefold() for name in names)


@cache
def _words() -> Mapping[str, Any]:
    return read_toml(data_file("notation", "groups.toml").read_text(encoding="utf-8"))
