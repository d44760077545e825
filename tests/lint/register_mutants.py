"""Mutants of the rules that compare what is cited with the register of legal texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Change = Callable[[dict[str, Any]], None]

_GROUNDS = "/căn cứ"
_DECREE = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
_OLD = "Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư"
_OTHER = "Nghị định số 1/2020/NĐ-CP ngày 02 tháng 01 năm 2020 của Chính phủ về việc trực"


def _citing(grounds: str, date: str = "", **fields: str) -> Change:
    def put(record: dict[str, Any]) -> None:
        record["legal_bases"] = grounds
        record.update(fields)
        if date:
            record["date"] = date

    return put


def _saying(words: str) -> Change:
    def put(record: dict[str, Any]) -> None:
        record["date"] = "05/9/2025"
        record["body"][3] = (
            f"Điều 2. {words}\nÔng Nguyễn Văn An thi hành Quyết định này./.\n[^1]: Cả đêm."
        )

    return put


# For each code what puts the fault in, its place, and whether an attached decision can have it.
REGISTER_MUTANTS: dict[str, tuple[Change, str, bool]] = {
    "CIT020": (_citing("Luật Lưu trữ ngày 11 tháng 11 năm 2011", "05/9/2025"), _GROUNDS, True),
    "CIT021": (_saying(f"Lập hồ sơ theo {_OLD}."), "/nội dung/4", True),
    "CIT022": (_citing("Luật Viên chức ngày 15 tháng 11 năm 2010", "05/9/2025"), _GROUNDS, True),
    "CIT023": (_citing("Luật Lưu trữ ngày 21 tháng 6 năm 2024", "05/9/2024"), _GROUNDS, True),
    "CIT024": (_citing(_DECREE.replace("05 tháng 3", "03 tháng 5")), _GROUNDS, True),
    "CIT025": (_citing(_DECREE.replace("văn thư", "lưu trữ")), _GROUNDS, True),
    "CIT026": (_citing(_DECREE.replace("Chính phủ", "Ban Cải cách")), _GROUNDS, True),
    "CIT027": (_citing(_OTHER, register="danh-muc.yaml"), _GROUNDS, True),
}
