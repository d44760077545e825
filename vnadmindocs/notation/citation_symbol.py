"""Takes the number of a cited text apart: ``45/2012/NĐ-CP`` is 45, 2012, NĐ, CP."""

from __future__ import annotations

from functools import cache

from vnadmindocs.law.organs import find_organ
from vnadmindocs.law.text_types import TextType, find_text_type, text_types
from vnadmindocs.notation.citation import Citation
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

_STATE = pattern(
    r"(?P<number>\d*[a-zA-ZđĐ]?)/(?:(?P<year>\d{4}|\d{2})/)?(?P<symbol>[^\d/].*)",
)
_PARTY = pattern(r"(?P<number>\d+[a-z]?)-(?P<type>[^\W\d_]+)(?:/(?P<organs>.+))?")


@dataclass(frozen=True, slots=True)
class NumberParts:
    """The parts of a number with its symbol.

    Attributes:
        number: digits, a letter after them included; "" where it is left for the pen.
        year: the year in it as written, ``2012`` or ``98``; "" where there is none.
        type_letters: letters of the type, ``NĐ``; "" where it has none (laws, công văn).
        organs: the groups after them: bodies, then the drafting unit of an office.
        party: whether it is of the form of the Party: ``399-QĐ/TW``.
    """

    number: str = ""
    year: str = ""
    type_letters: str = ""
    organs: tuple[str, ...] = ()
    party: bool = False


def number_parts(citation: Citation) -> NumberParts | None:
    """Take the number of a cited text apart; None when there is none or it has another form."""
    number = citation.full_number
    party = _PARTY.fullmatch(number)
    if party is not None:
        organs = tuple(party["organs"].split("-")) if party["organs"] else ()
        if not organs:
            # «64-CP» of the nineties: the body follows the number.
            return NumberParts(party["number"], organs=(party["type"],))
        return NumberParts(party["number"], "", party["type"], organs, party=True)
    state = _STATE.fullmatch(number)
    if state is None:
        return NumberParts(number) if number.isdigit() else None
    groups = [group for part in state["symbol"].split("/") for group in part.split("-") if group]
    kind = find_text_type(citation.type)
    typed = bool(groups) and _opens_with_type(groups, kind)
    return NumberParts(
        state["number"],
        state["year"] or "",
        groups[0] if typed else "",
        tuple(groups[1:] if typed else groups),
    )


def normative_rank(citation: Citation) -> int:
    """Tell the place of a text in the hierarchy of normative texts; 1 is highest.

    Returns:
        0 when it is none, or when that cannot be told from type and number: a decision is
        normative only when its number carries the year (``21/2019/QĐ-UBND``).
    """
    kind = find_text_type(citation.type)
    if kind is None:
        return 0
    parts = number_parts(citation) if citation.full_number else None
    if parts is None:
        return kind.rank if kind.by_name else 0
    if kind.key in ("decree", "order") or kind.by_name:
        return kind.rank
    if not parts.year or parts.party:
        return 0
    organ = find_organ(parts.organs[0]) if parts.organs else None
    if kind.key in ("circular", "joint_circular"):
        return kind.rank
    return _RANKS.get((kind.key, organ.letters if organ is not None else ""), 0)


# Điều 4 of both laws on issuing normative texts (80/2015/QH13, 64/2025/QH15).
_RANKS = {
    ("resolution", "QH"): 2,
    ("resolution", "UBTVQH"): 3,
    ("decision", "CTN"): 4,
    ("resolution", "CP"): 5,
    ("decision", "TTg"): 6,
    ("resolution", "HĐTP"): 7,
    ("decision", "KTNN"): 8,
    ("resolution", "HĐND"): 9,
    ("decision", "UBND"): 10,
}


def _opens_with_type(groups: list[str], kind: TextType | None) -> bool:
    if kind is not None and groups[0] in kind.abbreviations:
        return True
    if kind is not None and kind.no_abbreviation:
        return False
    return len(groups) > 1 and groups[0] in _letters() and find_organ(groups[0]) is None


@cache
def _letters() -> frozenset[str]:
    return frozenset(letters for kind in text_types().values() for letters in kind.abbreviations)
