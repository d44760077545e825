"""Whom a record goes to, as rules see it: named lists in place of their names, spellings folded."""

from __future__ import annotations

import re

from vnadmindocs.language.text import without_accents
from vnadmindocs.notation.purposes import without_purpose
from vnadmindocs.notation.recipients import Recipient, RecipientGroup, Recipients
from vnadmindocs.pattern import pattern
from vnadmindocs.record.addressees import Addressees
from vnadmindocs.record.document import Document
from vnadmindocs.record.issuer import Issuer
from vnadmindocs.record.named_lists import expanded, expanded_addressees

_WORD = pattern(r"[^\W_]+")
_BRACKETS = pattern(r"\([^()]*\)")
# What is written in full and short in one document without a difference of meaning.
_SHORT = {
    "ủy ban nhân dân": "UBND",
    "uỷ ban nhân dân": "UBND",
    "hội đồng nhân dân": "HĐND",
    "mặt trận tổ quốc": "MTTQ",
    "thành phố": "TP",
    "văn phòng": "VP",
    "giám đốc": "GĐ",
    "chủ tịch": "CT",
}
_FULL = pattern("|".join(_SHORT), re.IGNORECASE)
_JOINING = frozenset({"và", "của", "các", "thuộc", "trực", "ông", "bà", "đ", "c"})


def issuers_of(record: Document) -> tuple[Issuer, ...]:
    """Give the bodies that issue a record; () when they are those of the main document."""
    issuers = record.agency if isinstance(record.agency, tuple) else ()
    return () if any(issuer.same for issuer in issuers) else issuers


def listed(record: Document) -> tuple[Recipient, ...]:
    """Give each recipient of a written list in the order printed, those of groups included.

    A purpose that groups nothing is no recipient (REC004 speaks of it).
    """
    if not isinstance(record.recipients, Recipients):
        return ()
    found: list[Recipient] = []
    for item in expanded(record.recipients.items, issuers_of(record)):
        found += item.members if isinstance(item, RecipientGroup) else (item,)
    return tuple([one for one in found if without_purpose(one.words)])


def addressed(record: Document) -> tuple[tuple[str, int], ...]:
    """Give each addressee with its line; () when there are none, or a gap is left for them."""
    if not isinstance(record.addressees, Addressees):
        return ()
    return expanded_addressees(record.addressees, issuers_of(record))


def same_words(words: str) -> str:
    """Fold what may differ between two ways of typing a recipient: case, spaces, its purpose."""
    return " ".join(without_purpose(words).casefold().split())


def is_named(addressee: str, recipient: str) -> bool:
    """Tell whether a recipient may be this addressee, written shorter or longer.

    Lenient: the words of one are words of the other, or letters of an abbreviation are its
    initials.
    """
    one, other = _words(addressee), _words(without_purpose(recipient))
    if not one or not other:
        return False
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    known = {word.casefold() for word in longer}
    return all(
        word.casefold() in known or (word.isupper() and _initials(word, longer)) for word in shorter
    )


def _words(text: str) -> list[str]:
    bare = _FULL.sub(lambda full: _SHORT[full[0].lower()], _BRACKETS.sub(" ", text))
    return [word for word in _WORD.findall(bare) if word.casefold() not in _JOINING]


def _initials(abbreviation: str, words: list[str]) -> bool:
    initials = "".join(word if word.isupper() else word[0] for word in words)
    return without_accents(abbreviation).casefold() in without_accents(initials).casefold()
