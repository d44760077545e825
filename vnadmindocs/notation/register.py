"""Citations against the register of legal texts: which text is meant, and its words in full.

A number with a year of a central body means one text; the number of a local body means one only
together with the body, a number without year only together with the year of its date. Where the
register has several that could be meant, none is.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from vnadmindocs.language.text import fold
from vnadmindocs.law.organs import find_organ
from vnadmindocs.law.register import LegalText, Register, number_key
from vnadmindocs.law.text_types import find_text_type
from vnadmindocs.notation.citation import Citation, parse_citation
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.pattern import pattern

# What a ground may hold in place of words: «nd-30-2020», «30/2020/NĐ-CP», «Nghị định 30/2020/…».
_KEY = pattern(r"[^\W\d_]+(?:-[^\W_]+)*-\d+(?:-[^\W_]+)*")
_NUMBER = pattern(r"\d{1,6}[a-zđ]?[/–-][^\s;,()]*[^\W\d_][^\s;,()]*")
_TYPE_NUMBER = pattern(rf"(?P<type>[^\W\d_]+(?: [^\W\d_]+){{0,4}}) (?P<number>{_NUMBER.pattern})")
_YEAR = pattern(r"/\s?(\d{4})\s?/|/[A-ZĐƯ]*QH\s?\d")
_GROUPS = pattern(r"[-–/&.]")
_LOCAL_SHORT = (
    ("ubnd", "uy_ban_nhan_dan"),
    ("hdnd", "hoi_dong_nhan_dan"),
    ("tp._", "thanh_pho_"),
    ("tp.", "thanh_pho_"),
    ("chu_tich_", ""),
)
_BRACKETS = pattern(r"\([^()]*\)")
_PUNCTUATION = pattern(r"[“”\"'«»‘’(),.;:]+")
_OPENING_WORDS = pattern(r"^(?:v/v|ve_viec|ve|quy_dinh_ve_viec|quy_dinh_ve|quy_dinh)_")
# Where a text cites another, how far it goes on to name that differs from writer to writer.
_INNER_NUMBER = pattern(r"_(?:so_)?\d+\w*[/-].*")


def key_written(words: str) -> bool:
    """Tell whether words are a key of the register and no words of a ground."""
    return _KEY.fullmatch(words) is not None


def number_written(words: str) -> str:
    """Give the number of words that are a number alone, or a type and a number; "" when not."""
    if not words or words[-1].isspace():
        return ""
    if " " not in words:
        return words if _NUMBER.fullmatch(words) is not None else ""
    found = _TYPE_NUMBER.fullmatch(words)
    if found is None or find_text_type(found["type"]) is None:
        return ""
    return found["number"]


def citation_of(text: LegalText, amended_by: Iterable[LegalText] = ()) -> Citation:
    """Give the fields of a text of the register as a citation.

    Args:
        text: the text.
        amended_by: the texts that amended it, where the words shall say so.
    """
    amending = tuple(amended_by)
    return Citation(
        type=text.type,
        number=text.number,
        date=_date(text.date),
        issuer="" if text.by_name else text.issuer,
        subject=text.subject,
        amended_by=tuple(_short(each) for each in amending),
        partly=any("mot_so_dieu" in fold(each.subject) for each in amending),
    )


def identified(citation: Citation, register: Register) -> LegalText | None:
    """Find the text that a citation means; None where the register has none, or is not sure."""
    number = citation.full_number
    if number and number[:1].isdigit():
        found = register.of_number(number)
        return _of_several(citation, number, found) if found else None
    if citation.cited_by_name and citation.date.year is not None:
        laws = register.of_name(citation.type, citation.subject)
        same_day = [law for law in laws if _date(law.date) == citation.date]
        of_year = [law for law in laws if law.date and law.date.year == citation.date.year]
        meant = same_day or of_year
        return meant[0] if len(meant) == 1 else None
    return None


def search(words: str, register: Register) -> tuple[LegalText, ...]:
    """Find what a person means: by key, by number, by a citation, by whole words of the name.

    Returns:
        The text meant, or all that could be; nothing when none is.
    """
    words = " ".join(words.split())
    of_key = register.of_key(words)
    if of_key is not None:
        return (of_key,)
    citation = parse_citation(words)
    number = number_written(words) or (citation.full_number if citation is not None else "")
    if number:
        return register.of_number(number)
    if citation is not None:
        meant = identified(citation, register)
        if meant is not None:
            return (meant,)
    wanted = fold(words)
    named = [(text, fold(f"{text.type} {text.subject}")) for text in register]
    exactly = tuple(text for text, name in named if name == wanted)
    return exactly or tuple(text for text, name in named if wanted and f"_{wanted}_" in f"_{name}_")


def names_one_text(number: str) -> bool:
    """Tell whether a number alone means one text: it has a year or a term, of a central body."""
    if _YEAR.search(number) is None:
        return False
    organ = _organ_kind(number)
    return organ is not None and organ != "local"


def same_subject(one: str, other: str) -> bool:
    """Tell whether two subjects say the same, as far as both go.

    Case, accents, punctuation, notes in brackets, the opening words (``về``, ``quy định``) and
    what follows the number of a text cited inside may differ; a shorter one may stop early.
    """
    if one == other:
        return True
    first, second = _comparable(one), _comparable(other)
    shorter, longer = sorted((first, second), key=len)
    return f"{longer}_".startswith(f"{shorter}_") or not shorter


def same_issuer(one: str, other: str) -> bool:
    """Tell whether two names may mean one body: a ministry and its minister are one here."""
    first, second = _body(one), _body(other)
    return bool(first and second) and (first in second or second in first)


def _of_several(citation: Citation, number: str, found: tuple[LegalText, ...]) -> LegalText | None:
    if not names_one_text(number):
        year = citation.date.year
        if _YEAR.search(number) is None:
            if year is None:
                return None
            found = tuple(text for text in found if text.date and text.date.year == year)
        if _organ_kind(number) not in ("state", "ministry"):
            found = tuple(text for text in found if same_issuer(citation.issuer, text.issuer))
    return found[0] if len(found) == 1 else None


def _organ_kind(number: str) -> str | None:
    """Tell what kind of body a symbol ends in; None when its letters are not known."""
    for group in reversed(_GROUPS.split(number.replace(" ", ""))):
        organ = find_organ(group)
        if organ is not None:
            return organ.kind
    return None


def _comparable(subject: str) -> str:
    words = fold(_PUNCTUATION.sub(" ", _BRACKETS.sub(" ", subject)))
    return _INNER_NUMBER.sub("", _OPENING_WORDS.sub("", words)).strip("_")


def _body(name: str) -> str:
    words = fold(name)
    for short, long in _LOCAL_SHORT:
        words = words.replace(short, long)
    return words.removesuffix("_cu").strip("_")


def _short(text: LegalText) -> Citation:
    """Cite an amending text: a law by name and date, any other by number, date and body."""
    if text.by_name:
        return Citation(text.type, text.number, date=_date(text.date))
    return Citation(text.type, text.number, date=_date(text.date), issuer=text.issuer)


def _date(day: datetime.date | None) -> PartialDate:
    return PartialDate(day.day, day.month, day.year) if day is not None else PartialDate()


__all__ = [
    "citation_of",
    "identified",
    "key_written",
    "names_one_text",
    "number_key",
    "number_written",
    "same_issuer",
    "same_subject",
    "search",
]
