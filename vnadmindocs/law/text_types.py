"""Types of texts that are cited: laws, decrees, circulars, texts of the Party, letters.

``data/text_types.toml`` -> ``TextType``. More than the 29 types an office issues
(``document_types``): whatever may stand in a ground.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from vnadmindocs.diagnostics.model import Text
from vnadmindocs.language.text import fold
from vnadmindocs.law.tables import read_table
from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class TextType:
    """A type of text that may be cited.

    Attributes:
        key: English name in code, such as ``decree``.
        name: name as a citation opens, ``Nghị định``.
        abbreviations: letters of the type in a symbol, ``NĐ``; none for a law and a công văn.
        also: other names people write.
        by_name: cited by its name, without number and issuing body (PL1·P1·II.6.a).
        joint: issued by several bodies together.
        party: issued by bodies of the Party alone.
        any_abbreviation: its symbol may have the letters of any type («văn bản số …»).
        no_abbreviation: its symbol has no letters of a type: it opens with those of the body.
        rank: place in the hierarchy of normative texts, 1 highest; 0 where the type alone does
            not tell.
        issuers: letters of the only bodies that issue it; none where many do.
    """

    key: str
    name: Text
    abbreviations: tuple[str, ...]
    also: tuple[str, ...] = ()
    by_name: bool = False
    joint: bool = False
    party: bool = False
    any_abbreviation: bool = False
    no_abbreviation: bool = False
    rank: int = 0
    issuers: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every Vietnamese name of the type, the usual one first."""
        return (self.name.vi, *self.also)


@cache
def text_types() -> Mapping[str, TextType]:
    """Load the types of texts, by key."""
    return {
        key: TextType(
            key=key,
            name=Text(vi=row["vi"], en=row["en"]),
            abbreviations=tuple(row["abbreviations"]),
            also=tuple(row.get("also", ())),
            issuers=tuple(row.get("issuers", ())),
            **{
                name: value
                for name, value in row.items()
                if name not in {"vi", "en", "abbreviations", "also", "issuers"}
            },
        )
        for key, row in read_table("text_types.toml").items()
    }


def find_text_type(name: str) -> TextType | None:
    """Find a type by its Vietnamese name in any case, with or without accents; None: no type."""
    return _by_name().get(fold(name))


@cache
def _by_name() -> Mapping[str, TextType]:
    return {fold(name): kind for kind in text_types().values() for name in kind.names}
