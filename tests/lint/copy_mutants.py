"""Faults of copies: each makes a copy of the good record, with that one fault in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Record = dict[str, Any]
_SIGNED = "TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\n\nLê Thị Mai"


def _document(**fields: Any) -> Record:
    """Give a decision that was issued, of two articles with a clause each."""
    return {
        "type": "decision",
        "agency": "SỞ NỘI VỤ",
        "issuing_authority": "GIÁM ĐỐC SỞ NỘI VỤ",
        "number": "12/QĐ-SNV",
        "date": "10/3/2026",
        "subject": "Về việc cử người trực",
        "body": "Điều 1. Cử người.\n1. Trực ngày.\nĐiều 2. Thi hành.\n1. Văn phòng thi hành./.",
        "recipients": "Như Điều 2",
        "signature": "GIÁM ĐỐC\n\nNguyễn Văn An",
        **fields,
    }


def _copied(form: str = "sao y", **fields: Any) -> Record:
    """Give a copy."""
    return {
        "type": form,
        "agency": "SỞ NỘI VỤ",
        "number": "5",
        "date": "12/3/2026",
        "original": _document(),
        "signature": _SIGNED,
        **fields,
    }


def _as_copy(form: str = "sao y", **fields: Any) -> Callable[[Record], None]:
    def change(record: Record) -> None:
        record.clear()
        record |= _copied(form, **fields)

    return change


def _as_electronic(**fields: Any) -> Callable[[Record], None]:
    """Make it an electronic copy, which says its form, its body and nothing else."""

    def change(record: Record) -> None:
        record.clear()
        record |= {"type": "sao y", "agency": "SỞ NỘI VỤ", "issue": "điện tử", **fields}

    return change


#: Code -> what puts the fault in, and where it is found.
COPY_MUTANTS: dict[str, tuple[Callable[[Record], None], str]] = {
    "CPY001": (_as_copy(original=""), "/bản chính"),
    "CPY002": (_as_copy("sao lục"), "/bản chính"),
    "CPY003": (_as_copy(original=_copied()), "/bản chính"),
    "CPY004": (_as_copy(number="5/SL-SNV"), "/số"),
    "CPY005": (_as_copy(date="09/3/2026"), "/ngày"),
    "CPY006": (_as_copy("trích sao"), ""),
    "CPY007": (_as_copy("trích sao", passages="Điều 1\nĐiều 5"), "/phần trích"),
    "CPY008": (_as_copy("trích sao", passages="khoản 1"), "/phần trích"),
    "CPY009": (_as_copy(passages="Điều 1"), "/phần trích"),
    "CPY012": (
        _as_copy("trích sao", original="ban-cu.pdf", passages="Điều 1"), "/bản chính"
    ),
    "CPY013": (_as_copy(subject="Về việc cử người trực"), "/trích yếu"),
    "CPY014": (_as_electronic(original=_document(), number="5"), "/số"),
    "CPY015": (_as_electronic(original=_document(issue="điện tử")), "/phát hành"),
    "CPY016": (_as_copy(original=_document(date="tháng 3 năm 2026")), "/bản chính"),
    "CPY017": (_as_copy(original=_document(secrecy="mật")), "/bản chính"),
    "CPY018": (_as_electronic(original="ban-cu.pdf"), "/bản chính"),
    "CPY019": (_as_electronic(original="ban-quet.pdf"), "/bản chính"),
}  # fmt: skip
