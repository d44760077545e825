"""Mutants of the rules about forms: each turns the good record into a paper of its form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Record = dict[str, Any]
Change = Callable[[Record], None]

_KEPT = ("footnotes", "tables", "images")
_MINUTES = {
    "type": "minutes",
    "number": "12/BB-SNV",
    "subject": "Họp giao ban",
    "started": "8:00 02/3/2026",
    "venue": "Phòng họp",
    "attendees": "Các phòng",
    "chair": "Ông Nguyễn Văn An",
    "secretary": "Bà Trần Thị Bình",
    "ended": "9:00 02/3/2026",
}
_INVITATION = {
    "type": "invitation",
    "number": "12/GM-SNV",
    "subject": "Họp giao ban",
    "guests": "Các phòng",
    "time": "8:00 09/3/2026",
    "venue": "Phòng họp",
}
_LEAVE = {
    "type": "leave_permit",
    "number": "12/GNP-SNV",
    "subject": None,
    "person": "Bà Trần Thị Bình",
    "duration": "05 ngày",
    "first_day": "09/3/2026",
    "last_day": "13/3/2026",
}
_PARTIES = [
    {"name": "SỞ NỘI VỤ", "representative": "Ông Nguyễn Văn An"},
    {"name": "SỞ TÀI CHÍNH", "representative": "Bà Trần Thị Bình"},
]
_CONTRACT = {"type": "contract", "number": "12/HĐ-SNV", "parties": _PARTIES}


def _made(form: Record, *signers: str, **changed: object) -> Change:
    """Make the change that turns the record into a paper of a form with these differences."""

    def change(record: Record) -> None:
        for name in ("issuing_authority", "signature", *_KEPT):
            record.pop(name, None)
        record |= (
            form
            | {"recipients": "UBND tỉnh", "body": "Các phòng đã nêu ý kiến theo Phụ lục."}
            | changed
        )
        for name in [name for name, value in record.items() if value is None]:
            del record[name]
        if signers:
            record["signature"] = [f"CHỦ TỌA\n\n{name}" for name in signers]

    return change


#: Code -> change, anchor, and whether the same fault can stand in an attached document.
FORM_MUTANTS: dict[str, tuple[Any, ...]] = {
    "BDY050": (_made(_MINUTES, venue=None), "/loại"),
    "BDY051": (_made(_LEAVE, duration="07 ngày"), "/thời gian nghỉ"),
    "DAT010": (_made(_MINUTES, ended="7:00 02/3/2026"), "/kết thúc"),
    "DAT011": (_made(_INVITATION, place="Sơn La", date="10/3/2026"), "/thời gian"),
    "SIG040": (_made(_MINUTES, "Nguyễn Văn An", secretary="", chair=""), "/ký"),
    "SIG041": (_made(_CONTRACT, "Nguyễn Văn An", parties="BÊN A\nBÊN B"), "/ký"),
    "SIG042": (_made(_MINUTES, "Nguyễn Văn An", "Lê Thị Hoa"), "/thư ký"),
}
