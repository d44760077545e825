"""The 29 types of administrative document of Điều 7, and what each of them prints.

``data/document_types.toml`` -> ``DocumentType``; ``find_type`` reads whatever a clerk writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from vnadmindocs.diagnostics.model import Text
from vnadmindocs.language.text import clean, closest, fold
from vnadmindocs.law.tables import read_table
from vnadmindocs.law.wording import wording
from vnadmindocs.values import dataclass

Demand = Literal["required", "optional", "none"]

_INDIVIDUAL = "_(ca_biet)"
# Forms whose fields stand around a body: articles of a contract, words of a letter.
_WITH_A_BODY = ("contract", "public_letter")


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document and the components its sample form has.

    A component a type does not have is still printed when someone writes it.

    Attributes:
        key: English name in code and records, such as ``decision``.
        name: name in the middle of a sentence, such as ``quyết định``.
        printed: type name as printed, ``QUYẾT ĐỊNH``; "" for công văn, which prints none.
        abbreviation: what the symbol opens with, ``QĐ``; "" for công văn and thư công.
        form: sample form of Phụ lục III, such as ``1.2``; "" where the decree has none.
        number: place in the list of Điều 7, from 1; 0 for a form of copy.
        has_number: whether the number is printed where none is written.
        place_date: whether place and date are printed.
        subject: whether there is a trích yếu.
        subject_box: ``5a`` under the type name, ``5b`` under the number with ``V/v``.
        subject_openings: how the forms open the trích yếu; any of them, or none.
        subject_rule: whether a short rule stands under the trích yếu.
        addressees: whether there is a Kính gửi; ``optional`` for a báo cáo, which has one only
            when it goes to a higher body.
        issuing_authority: whether the authority is named above the grounds.
        authority_is_body: whether the authority is the body itself, whoever signs: a resolution is
            what a collective resolves (PL3·1.1).
        receivers_in_body: whether the body names whom it goes to, or whom it is about: «Như trên»
            then needs no Kính gửi.
        receivers_line: whether ``<thẩm quyền> điện:`` opens the addressees (PL3·1.6).
        unit_in_symbol: whether the drafting unit ends the symbol (PL1·P1·II.3.b).
        decision_word: the enacting word, ``QUYẾT ĐỊNH:``; "" where there is none.
        first_recipient: ``Như trên`` (where there is a Kính gửi), ``Như Điều`` or "".
        archive: what follows ``Lưu:`` before the drafting unit.
        has_recipients: whether there is a Nơi nhận where none is written.
        signature: who signs: ``one`` for the body, ``meeting`` where secretary and chair stand
            side by side (PL3·1.9), ``parties`` where each party does.
        fields: the form whose own fields the type has, a mapping of the glossary; "" for none.
        is_copy: whether it is a form of copy (Đ.25) and no type; see ``law.copy_forms``.
        locator: where the decree names the type, its abbreviation and its form.
        like: names outside the list that this type is nearest to.
        also: other names people write.
    """

    key: str
    name: Text
    printed: str
    abbreviation: str
    form: str
    number: int
    locator: str
    has_number: bool = True
    place_date: bool = True
    subject: Demand = "required"
    subject_box: Literal["5a", "5b"] = "5a"
    subject_openings: tuple[str, ...] = ()
    subject_rule: bool = True
    addressees: Demand = "none"
    issuing_authority: bool = False
    authority_is_body: bool = False
    receivers_in_body: bool = False
    receivers_line: bool = False
    unit_in_symbol: bool = False
    decision_word: str = ""
    first_recipient: str = ""
    archive: str = "VT"
    has_recipients: bool = True
    signature: Literal["one", "meeting", "parties"] = "one"
    fields: str = ""
    like: tuple[str, ...] = ()
    is_copy: bool = False
    also: tuple[str, ...] = ()

    @property
    def body_required(self) -> bool:
        """Whether it has nothing but its body to say: a form says it in its fields too."""
        return not self.fields or self.fields in _WITH_A_BODY


@cache
def document_types() -> tuple[DocumentType, ...]:
    """Give the 29 types in the order of Điều 7."""
    raw = read_table("document_types.toml")
    return tuple(_type(number, key, row) for number, (key, row) in enumerate(raw.items(), 1))


def find_type(text: str) -> DocumentType | None:
    """Find a type by Vietnamese name (with or without accents), abbreviation or English key.

    Returns:
        The type; None when the name is none of the 29. An abbreviation is read as printed first
        (``TTr``), then without regard to case where it means one type only.
    """
    written = clean(text).strip()
    by_abbreviation = _by_abbreviation()
    if written in by_abbreviation:
        return by_abbreviation[written]
    folded = fold(written)
    return _by_name().get(folded.removesuffix(_INDIVIDUAL)) or _by_folded_abbreviation().get(folded)


def meant_type(text: str) -> DocumentType | None:
    """Find the type whose name was misspelt; None when it is no slip of any."""
    names = _by_name()
    meant = closest(fold(clean(text)), names)
    return names[meant] if meant is not None else None


def like_type(text: str) -> DocumentType | None:
    """Find the type that a document of another name is nearest to; None when none is known.

    ``thư mời`` is a giấy mời, ``quyết định phân công`` a quyết định: the name opens with one that
    is known, and the longest counts.
    """
    folded = fold(clean(text)).strip("_")
    like = {fold(name): kind for kind in document_types() for name in kind.like}
    known = {**like, **_by_name()}
    openings = (name for name in known if folded == name or folded.startswith(f"{name}_"))
    found = max(openings, key=len, default=None)
    return known[found] if found is not None else None


@cache
def _by_abbreviation() -> Mapping[str, DocumentType]:
    return {kind.abbreviation: kind for kind in document_types() if kind.abbreviation}


@cache
def _by_folded_abbreviation() -> Mapping[str, DocumentType]:
    found: dict[str, list[DocumentType]] = {}
    for kind in document_types():
        if kind.abbreviation:
            found.setdefault(fold(kind.abbreviation), []).append(kind)
    return {folded: kinds[0] for folded, kinds in found.items() if len(kinds) == 1}


@cache
def _by_name() -> Mapping[str, DocumentType]:
    return {
        fold(name): kind
        for kind in document_types()
        for name in (kind.name.vi, kind.key, kind.name.en, *kind.also)
    }


def _type(number: int, key: str, row: Mapping[str, Any]) -> DocumentType:
    names = {
        "vi",
        "en",
        "at",
        "number",
        "recipients",
        "opening",
        "decision_word",
        "archive",
        "printed",
        "like",
        "also",
    }
    return DocumentType(
        key=key,
        name=Text(vi=row["vi"], en=row["en"]),
        printed=row.get("printed", row["vi"].upper()),
        number=number,
        locator=row["at"],
        subject_openings=tuple(row.get("opening", ())),
        decision_word=wording(row["decision_word"]) if "decision_word" in row else "",
        archive=wording(row.get("archive", "recipients.archive_office")),
        has_number=row.get("number", True),
        has_recipients=row.get("recipients", True),
        like=tuple(row.get("like", ())),
        also=tuple(row.get("also", ())),
        **{field: value for field, value in row.items() if field not in names},
    )
