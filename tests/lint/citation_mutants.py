"""Mutants of the rules on citations, short names and references in running text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Change = Callable[[dict[str, Any]], None]

_IN_BODY = "/nội dung/4"
_PLAN = "Kế hoạch số 1/KH-SNV ngày 14/4/2025 của Sở Nội vụ"


def _saying(words: str, **fields: str) -> Change:
    def put(record: dict[str, Any]) -> None:
        record["body"][3] = (
            f"Điều 2. {words}\nÔng Nguyễn Văn An thi hành Quyết định này./.\n[^1]: Cả đêm."
        )
        record.update(fields)

    return put


# For each code what puts the fault in, its place, and whether an attached decision can have it.
CITATION_MUTANTS: dict[str, tuple[Change, str, bool]] = {
    "CIT040": (_saying(f"Theo {_PLAN}, thực hiện {_PLAN}."), _IN_BODY, True),
    "CIT041": (_saying("Thực hiện Kế hoạch số 12/KH-SNV."), _IN_BODY, False),
    "CIT042": (_saying("Chọn SPCL. Các sản phẩm chủ lực (SPCL) có nhãn SPCL."), _IN_BODY, True),
    "CIT043": (_saying("Chọn các sản phẩm chủ lực (SPCL)."), _IN_BODY, True),
    "CIT044": (
        _saying("Chọn các sản phẩm chủ lực (SPCL), lập sổ phân công lịch (SPCL); nhãn SPCL."),
        _IN_BODY,
        True,
    ),
    "CIT045": (
        _saying("Chọn các sản phẩm chủ lực (SPCL); nhãn SPCL của sản phẩm chủ lực."),
        _IN_BODY,
        True,
    ),
    "CIT050": (_saying("Nhiệm vụ tại khoản 1 Điều 1 Quyết định này."), _IN_BODY, True),
    "CIT051": (_saying("Nhiệm vụ quy định tại Điều 3."), _IN_BODY, True),
    "CIT052": (
        _saying("Lịch trực tại Phụ lục II kèm theo Quyết định này."),
        _IN_BODY,
        False,
    ),
    "CIT060": (
        _saying(
            "Thực hiện Nghị định số 12/2024/QĐ-TTg ngày 30/7/2024 của Thủ tướng Chính phủ về trực."
        ),
        _IN_BODY,
        True,
    ),
    "CIT061": (
        _saying(
            "Thực hiện Thông tư số 01/2024/TT-BCT ngày 15/01/2024 của Bộ Tài chính về chế độ trực."
        ),
        _IN_BODY,
        True,
    ),
    "CIT062": (
        _saying(
            "Thực hiện Nghị định số 45/2012/NĐ-CP ngày 21/5/2013 của Chính phủ về khuyến công."
        ),
        _IN_BODY,
        True,
    ),
    "CIT063": (
        _saying("Thực hiện Kế hoạch số 12/KH-SNV ngày 31/4/2025 của Sở Nội vụ về nghỉ lễ."),
        _IN_BODY,
        True,
    ),
    "CIT064": (_saying(f"Thực hiện {_PLAN}.", date="tháng 3 năm 2025"), _IN_BODY, True),
    "CIT065": (_saying(f"Thực hiện {_PLAN.replace('số ', '')}."), _IN_BODY, True),
    "CIT066": (
        _saying("Bãi bỏ Quyết định số 12/QĐ-SNV của Sở Nội vụ về cử người trực."),
        _IN_BODY,
        True,
    ),
}
