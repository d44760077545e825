"""Kinds of issuing bodies: who leads them, how they are abbreviated, how their names are spelled.

``data/issuers.toml`` (kinds) and ``data/names.toml`` (words of names) -> ``find_kind``,
``head_of``, ``propose_abbreviation``, ``full_name``. What is found here is offered, never put in
the place of written words: a body's posts and abbreviations are its own to fix (PL1·P1·II.3.b).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Literal

from vnadmindocs.diagnostics.model import Text
from vnadmindocs.language.text import clean, is_capitals, without_accents
from vnadmindocs.law.tables import read_table
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

_VOWELS = frozenset("aeiouyAEIOUY")
_WORD = pattern(r"\w[\w'’./&]*")


@dataclass(frozen=True, slots=True)
class IssuerKind:
    """A kind of body, known by how its name begins.

    Attributes:
        name: name of the kind, capitalised as in an official name: ``Ủy ban nhân dân``.
        also: other beginnings of the name, such as ``UBND``.
        led: ``head`` the head signs, deputies ``KT.``; ``collective`` members sign ``TM.``;
            ``advisory`` a council, board or team under a host body; ``title`` a state title that
            itself issues documents.
        head: post of the head as in a sentence, ``Giám đốc``; "" where bodies of the kind differ.
        deputy: post of a deputy, ``Phó Giám đốc``; "" where bodies of the kind differ.
        absorbs: the post swallows the name of the kind: ``Chánh Văn phòng Ủy ban …``.
        abbreviation: letters of the kind, ``UBND``.
        rule: how a whole name is customarily abbreviated: ``kind`` those letters alone,
            ``initials`` of the whole name, ``prefix`` those letters and initials of the rest.
    """

    key: str
    name: Text
    led: Literal["head", "collective", "advisory", "title"]
    head: str
    deputy: str
    abbreviation: str
    rule: Literal["kind", "initials", "prefix"]
    locator: str
    confidence: str
    also: tuple[str, ...] = ()
    absorbs: bool = False

    @property
    def collective(self) -> bool:
        """Whether its documents are signed ``TM.``."""
        return self.led == "collective"


@cache
def issuer_kinds() -> tuple[IssuerKind, ...]:
    """Load every kind of body."""
    raw = read_table("issuers.toml")
    return tuple(
        IssuerKind(
            key=key,
            name=Text(vi=row["vi"], en=row["en"]),
            led=row["led"],
            head=row["head"],
            deputy=row["deputy"],
            abbreviation=row["abbreviation"],
            rule=row["rule"],
            locator=row["at"],
            confidence=row["sure"],
            also=tuple(row.get("also", ())),
            absorbs=row.get("absorbs", False),
        )
        for key, row in raw.items()
    )


def find_kind(name: str) -> IssuerKind | None:
    """Tell what kind of body a name belongs to.

    Args:
        name: as in a header (``SỞ NỘI VỤ``, line breaks allowed) or a sentence (``Sở Nội vụ``).

    Returns:
        The kind whose beginning fits longest; None when none fits, or when the name is that of a
        post (``Bộ trưởng Bộ Nội vụ``).
    """
    found = _beginning(_one_line(name))
    return found[0] if found else None


def head_of(name: str) -> str | None:
    """Name the head of a body with the body's name: ``GIÁM ĐỐC SỞ NỘI VỤ``.

    Returns:
        In capitals when the name is; None when the kind of body is unknown or its heads differ.
    """
    written = _one_line(name)
    found = _beginning(written)
    if found is None or not found[0].head:
        return None
    kind, length = found
    head = kind.head.upper() if is_capitals(written) else kind.head
    return f"{head} {written[length:].strip() if kind.absorbs else written}".strip()


def propose_abbreviation(name: str) -> str | None:
    """Propose the customary abbreviation of a body: ``Sở Khoa học và Công nghệ`` gives ``SKHCN``.

    The place the body governs is left out (``UBND``, not ``UBNDTPHP``).

    Returns:
        None when the kind of body is unknown: the head of the body decides anyway.
    """
    written = _one_line(name)
    found = _beginning(written)
    if found is None:
        return None
    kind, length = found
    if kind.rule == "kind":
        return kind.abbreviation
    rest = written[length:]
    letters = _initials(_without_place(rest)) or _initials(rest)
    start = kind.abbreviation if kind.rule == "prefix" else _initials(kind.name.vi)
    return start + letters


def full_name(header: str) -> str | None:
    """Spell a header's name as in a sentence: ``SỞ NỘI VỤ`` gives ``Sở Nội vụ``.

    Capitals follow Phụ lục II, III.1 and IV.1. A name that has small letters already is given
    back as it is; an abbreviated kind is written out (``UBND TỈNH SƠN LA``).

    Returns:
        None when a word of the name is in none of the lists, or when its capitals cannot be told
        from the letters (``PHƯỜNG LÊ CHÂN``: units named after a person are spelled otherwise).
    """
    written = _one_line(header)
    if not is_capitals(written):
        return written or None
    found = _beginning(written)
    if found is None:
        return None
    kind, length = found
    rest = written[length:].strip(" ,")
    if not rest:
        return kind.name.vi
    spelled = _field_and_place(rest) or full_name(rest)
    return f"{kind.name.vi} {spelled}" if spelled else None


def place_name(text: str) -> str | None:
    """Spell the name of a place: ``THÀNH PHỐ HẢI PHÒNG`` gives ``thành phố Hải Phòng``.

    Returns:
        None when it is neither a province nor begins with the word for a unit, or when the unit
        may be named after a person.
    """
    parts = [_unit_or_province(part.strip()) for part in _one_line(text).split(",")]
    spelled = [part for part in parts if part]
    return ", ".join(spelled) if len(spelled) == len(parts) else None


def _one_line(name: str) -> str:
    return " ".join(clean(name).split())


@lru_cache(maxsize=1024)
def _beginning(written: str) -> tuple[IssuerKind, int] | None:
    """Find the kind and how many characters of the name are its beginning."""
    low = written.casefold()
    plain = low.isascii()
    best: tuple[int, IssuerKind | None] = (0, None)
    for beginning, bare, kind in _beginnings():
        words = bare if plain else beginning
        if len(words) > best[0] and low.startswith(words) and not low[len(words) :][:1].isalnum():
            best = (len(words), kind)
    length, found = best
    return (found, length) if found is not None else None


@cache
def _beginnings() -> Sequence[tuple[str, str, IssuerKind | None]]:
    """List beginnings of names; a post is one too, of no body."""
    found: list[tuple[str, str, IssuerKind | None]] = []
    for kind in issuer_kinds():
        for words in (kind.name.vi, *kind.also):
            found.append((words.casefold(), without_accents(words).casefold(), kind))
        for words in (kind.head, kind.deputy):
            if words:
                found.append((words.casefold(), without_accents(words).casefold(), None))
    return tuple(found)


@cache
def _names() -> Mapping[str, Any]:
    return read_table("names.toml")


@cache
def _spelling(list_name: str) -> Mapping[str, str]:
    return {name.casefold(): name for name in _names()[list_name]}


def _field_and_place(rest: str) -> str | None:
    """Spell «field place», either of which may be missing; the longest field wins."""
    words = rest.split()
    for length in range(len(words), -1, -1):
        field, place = " ".join(words[:length]), " ".join(words[length:])
        spelled_field = _spelling("fields").get(field.casefold()) if field else ""
        spelled_place = place_name(place) if place else ""
        if spelled_field is not None and spelled_place is not None:
            return f"{spelled_field} {spelled_place}".strip()
    return None


def _unit_or_province(text: str) -> str | None:
    low = text.casefold()
    if province := _spelling("provinces").get(low):
        return province
    unit = next((unit for unit in _names()["units"] if low.startswith(unit + " ")), None)
    if unit is None:
        return None
    proper = text[len(unit) :].strip()
    capital = unit.capitalize()
    if proper[:1].isdigit():
        return f"{capital} {proper}"
    if person := _spelling("named_after_persons").get(proper.casefold()):
        return f"{capital} {person}"
    if province := _spelling("provinces").get(proper.casefold()):
        return f"{unit} {province}"
    if proper.split()[0].casefold() in _spelling("maybe_persons"):
        return None
    return f"{unit} {' '.join(word.capitalize() for word in proper.split())}"


def _without_place(rest: str) -> str:
    words = rest.split()
    units = [unit.split() for unit in _names()["units"]]
    for start in range(len(words)):
        tail = [word.casefold().strip(",") for word in words[start:]]
        begins_unit = any(tail[: len(unit)] == unit and len(tail) > len(unit) for unit in units)
        # «Xã hội» is a field, not a commune.
        if tail[:2] == ["xã", "hội"]:
            continue
        if begins_unit or " ".join(tail) in _spelling("provinces"):
            return " ".join(words[:start])
    return rest


def _initials(text: str) -> str:
    joining = _names()["joining"]
    words = [word for word in _WORD.findall(text) if word.casefold() not in joining]
    return "".join(_letters(word) for word in words)


def _letters(word: str) -> str:
    """Give the letters a word lends: its first, or all of an abbreviation such as ``THPT``."""
    if word.isupper() and not _VOWELS & set(without_accents(word)):
        return word
    return word if word.isdigit() else word[0].upper()
