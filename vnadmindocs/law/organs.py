"""Bodies by the letters they have in a symbol: ``BCT`` is Bộ Công Thương.

``data/organs.toml`` -> ``Organ``. ``issuers`` knows bodies by their names; here are those whose
letters are certain, ministries before and after 1 March 2025 among them.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache
from typing import Literal

from vnadmindocs.diagnostics.model import Text
from vnadmindocs.law.tables import read_table
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

_TERM = pattern(r"(?P<letters>[A-ZĐ]+)\s?(?P<term>\d{1,2})")


@dataclass(frozen=True, slots=True)
class Organ:
    """A body as a symbol names it.

    Attributes:
        letters: its letters, ``BCT``.
        name: ``Bộ Công Thương``.
        kind: ``state`` the highest bodies, ``ministry`` ministries and bodies of that rank,
            ``local`` people's councils and committees, ``party`` bodies of the Party.
        head: post of the head with the body's name, ``Bộ trưởng Bộ Công Thương``; "" where the
            body itself issues.
        since: when a body of this name came; None where that is long ago.
        until: from when on there is no such body; None while there is.
        term: whether the number of a term follows the letters, ``QH15``.
        also: other spellings of the letters.
    """

    letters: str
    name: Text
    kind: Literal["state", "ministry", "local", "party"]
    head: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    term: bool = False
    also: tuple[str, ...] = ()


@cache
def organs() -> Mapping[str, Organ]:
    """Load the bodies, by their letters."""
    return {
        row["letters"]: Organ(
            letters=row["letters"],
            name=Text(vi=row["vi"], en=row["en"]),
            kind=row["kind"],
            head=row.get("head", ""),
            since=_day(row.get("since")),
            until=_day(row.get("until")),
            term=row.get("term", False),
            also=tuple(row.get("also", ())),
        )
        for row in read_table("organs.toml").values()
    }


def find_organ(letters: str) -> Organ | None:
    """Find the body of a group of a symbol, such as ``BCT`` or ``QH15``; None: not a known one."""
    known = _by_letters()
    if letters in known:
        return known[letters]
    term = _TERM.fullmatch(letters)
    found = known.get(term["letters"]) if term is not None else None
    return found if found is not None and found.term else None


@cache
def _by_letters() -> Mapping[str, Organ]:
    return {
        letters: organ for organ in organs().values() for letters in (organ.letters, *organ.also)
    }


def _day(iso: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(iso) if iso is not None else None
