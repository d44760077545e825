"""Rules about where a document is filed, and how many copies of it are made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import closest, fold
from vnadmindocs.lint.receivers import Receivers, issuers_of, receivers_of
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.listing import split_outside_brackets
from vnadmindocs.notation.purposes import without_purpose
from vnadmindocs.pattern import pattern
from vnadmindocs.record.document import Document
from vnadmindocs.record.fields import nearest
from vnadmindocs.record.issuer import Issuer

_ELECTRONIC = "electronic"
_PLACES = ",;"  # set places of filing apart
_BRACKET = pattern(r"\([^()]*\)")
# Where every office files: its registry, and the file of the matter.
_ALWAYS = frozenset({"vt", "vtlt", "van_thu", "luu_tru", "hs", "ho_so", "vp", "van_phong"})
# A unit goes by capitals («TCCB», «XD&CT»); a name or initials of a person have small letters or
# points («bnt», «B.Đ.Hùng»).
_UNIT = pattern(r"[^\W_]{2,}(?:[&-][^\W_]+)*|[^\W_](?:[&-][^\W_]+)+")
_COUNT = pattern(r"\D?(\d{1,6})\s*(?:bản|b)?\W*", re.IGNORECASE)
_OWN_COUNT = pattern(r"\((\d{1,6})\s*(?:bản|b)?\)", re.IGNORECASE)
# Any of these may make one line many places: «Các Sở», «GĐ; các PGĐ», «VPUB: CVP, PCVP».
_SEVERAL = pattern(
    r"[,;:/&+]|\b(?:các|những|mọi|từng|toàn|và|thành viên|đơn vị|tổ chức|cơ quan|doanh nghiệp"
    r"|hộ|cá nhân|như|lãnh đạo|ban|ông|bà|hai|ba|\d+)\b",
    re.IGNORECASE,
)


@rule("REC023", needs=("agency", "recipients", "archive"))
def filing_unit_is_unknown(record: Document) -> Iterator[Fault]:
    """Find the drafting unit behind «Lưu: VT» that the profile's units do not have."""
    units = [name for issuer in issuers_of(record) for name in _units(issuer)]
    if not units:
        return
    line = 0
    if isinstance(record.archive, str):
        places, path = record.archive, "archive"
    else:
        found = receivers_of(record)
        if found.filed is None:
            return
        filed = found.recipients[found.filed]
        places, path, line = filed.archived_at, "recipients", filed.line
    known = {fold(unit) for unit in units}
    unknown = ""
    for place in _filing_places(places):
        if fold(place) in known:
            return
        if not unknown and fold(place) not in _ALWAYS and _is_unit(place):
            unknown = place
    if unknown:
        facts = {"found": unknown, "near": nearest(closest(unknown, units))}
        yield Fault("REC023", line=line, facts=facts, path=(path,))


@rule("REC024", needs=("agency", "addressees", "recipients", "archive", "copies", "issue"))
def copies_are_not_as_many(record: Document) -> Iterator[Fault]:
    """Find a number of copies other than the places that the list names, where they are counted.

    Đ.17.1.a. A line that may be many places has no upper bound; a place of filing may be counted
    or not.
    """
    if not isinstance(record.copies, str) or record.issue == _ELECTRONIC:
        return
    written = _COUNT.fullmatch(record.copies.strip())
    found = receivers_of(record)
    if written is None or not found.recipients:
        return
    least, most = _counted(record, found)
    if not least <= int(written[1]) <= most:
        facts = {"found": written[1], "number": _number(least, most)}
        yield Fault("REC024", facts=facts, path=("copies",))


def _units(issuer: Issuer) -> Iterator[str]:
    agency = issuer.agency
    for short, name in agency.units.items():
        yield short
        yield name
    if agency.units and isinstance(agency.drafting_unit, str):
        yield agency.drafting_unit


def _filing_places(text: str) -> Iterator[str]:
    for place in split_outside_brackets(text, _PLACES):
        yield _BRACKET.sub("", place).strip(" .")


def _is_unit(place: str) -> bool:
    return place.isupper() and _UNIT.fullmatch(place) is not None


def _counted(record: Document, found: Receivers) -> tuple[int, float]:
    """Count the copies that a list asks for, at least and at most."""
    least, most = 0, 0.0
    for one in found.recipients:
        if one.is_archive:
            most += _filed(one.archived_at)
        elif one.is_as_above and found.addressees:
            for words, _ in found.addressees:
                low, high = _range(words)
                least, most = least + low, most + high
        else:
            low, high = _range(one.words)
            least, most = least + low, most + high
    if isinstance(record.archive, str):
        most += _filed(record.archive)
    elif found.filed is None:
        most += 2  # VT and the drafting unit, as printed when nothing is written
    return least, most


def _number(least: int, most: float) -> Text | int:
    return Text(vi=f"ít nhất {least}", en=f"at least {least}") if most == inf else least


def _range(words: str) -> tuple[int, float]:
    own = _OWN_COUNT.search(words)
    if own is not None:
        return int(own[1]), int(own[1])
    return 1, inf if _SEVERAL.search(without_purpose(words)) else 1


def _filed(places: str) -> int:
    """Count the copies that are filed, at most."""
    own = [int(each) for each in _OWN_COUNT.findall(places)]
    return max(len(split_outside_brackets(places, _PLACES)), sum(own))
