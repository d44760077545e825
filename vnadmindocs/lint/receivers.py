"""Whom a record goes to, as rules see it: named lists in place of their names, spellings folded."""

from __future__ import annotations

import re

from vnadmindocs.language.text import without_accents
from vnadmindocs.notation.addressee_groups import members_of
from vnadmindocs.notation.purposes import without_purpose
from vnadmindocs.notation.recipients import Recipient, RecipientGroup, Recipients
from vnadmindocs.pattern import pattern
from vnadmindocs.record.addressees import Addressees
from vnadmindocs.record.document import Document
from vnadmindocs.record.issuer import Issuer
from vnadmindocs.record.named_lists import expanded, expanded_addressees
from vnadmindocs.values import dataclass

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


@dataclass(frozen=True, slots=True)
class Receivers:
    """Whom a record goes to.

    Attributes:
        addressees: each addressee with its line; () when there are none, or a gap is left.
        members: each addressee, a group as those it names: its words, as ``same_words`` folds
            them, and its line.
        recipients: each recipient of a written list in the order printed, those of groups
            included; a purpose that groups nothing is none (REC004 speaks of it).
        keys: the words of each recipient as ``same_words`` folds them.
        above: place of the first «Như trên» among the recipients; None without one.
        filed: place of the first filing line; None without one.
    """

    addressees: tuple[tuple[str, int], ...] = ()
    members: tuple[tuple[str, str, int], ...] = ()
    recipients: tuple[Recipient, ...] = ()
    keys: tuple[str, ...] = ()
    above: int | None = None
    filed: int | None = None


def receivers_of(record: Document) -> Receivers:
    """Give whom a record goes to; a dozen rules ask for one record, one after the other."""
    last = _asked[0]
    if last[0] is not record:
        last = _asked[0] = (record, _receivers(record))
    return last[1]


# The record asked for last: replaced as one, so that threads see a record and what is its own.
_asked: list[tuple[Document | None, Receivers]] = [(None, Receivers())]


def _receivers(record: Document) -> Receivers:
    addressees: tuple[tuple[str, int], ...] = ()
    if isinstance(record.addressees, Addressees):
        addressees = expanded_addressees(record.addressees, issuers_of(record))
    members = tuple(
        [
            (member, same_words(member), line)
            for words, line in addressees
            for member in (members_of(words) if ";" in words else (words,))
        ]
    )
    if not isinstance(record.recipients, Recipients):
        return Receivers(addressees, members)
    found: list[Recipient] = []
    for item in expanded(record.recipients.items, issuers_of(record)):
        found += item.members if isinstance(item, RecipientGroup) else (item,)
    above = filed = None
    kept: list[Recipient] = []
    keys: list[str] = []
    for one in found:
        key = same_words(one.words)
        if not key:
            continue
        # Regular expressions are asked about the few that may match.
        if above is None and key[0] == "n" and one.is_as_above:
            above = len(kept)
        elif filed is None and key[0] == "l" and one.is_archive:
            filed = len(kept)
        kept.append(one)
        keys.append(key)
    return Receivers(addressees, members, tuple(kept), tuple(keys), above, filed)


def same_words(words: str) -> str:
    """Fold what may differ between two ways of typing a recipient: case, spaces, its purpose."""
    bare = without_purpose(words) if "(" in words else words
    return " ".join(bare.casefold().split())


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
    initials = _plain("".join(word if word.isupper() else word[0] for word in longer))
    return all(
        word.casefold() in known or (word.isupper() and _plain(word) in initials)
        for word in shorter
    )


def _words(text: str) -> list[str]:
    bare = _FULL.sub(lambda full: _SHORT[full[0].lower()], _BRACKETS.sub(" ", text))
    return [word for word in _WORD.findall(bare) if word.casefold() not in _JOINING]


def _plain(letters: str) -> str:
    return without_accents(letters).casefold()
