"""The records that are printed: those of the project, and short ones made for one question."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from tests.pages.printing import lay_out_record
from vnadmindocs.layout.shape import Layout

ROOT = Path(__file__).parents[2]
RECORDS = tuple(
    sorted(
        [*(ROOT / "examples").glob("*.yaml"), *(ROOT / "tests" / "records" / "good").glob("*.yaml")]
    )
)
# A copy has a second head and a second closing after those of its original: ``test_copies.py``.
COPIES = ("sao-", "trich-sao-")
ORIGINALS = tuple(record for record in RECORDS if not record.stem.startswith(COPIES))
NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

AGENCY = {
    "header": "UBND TỈNH AN BÌNH\n\nSỞ NỘI VỤ",
    "full_name": "Sở Nội vụ tỉnh An Bình",
    "abbreviation": "SNV",
    "place": "An Bình",
    "head": "Giám đốc",
}
SENTENCE = (
    "Sở Nội vụ đề nghị các cơ quan, đơn vị rà soát hồ sơ, tài liệu đang quản lý, lập danh mục hồ "
    "sơ và giao nộp vào Lưu trữ lịch sử tỉnh đúng thời hạn, đúng thành phần theo quy định."
)
SIGNER = "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nPhạm Thu Hương"


@cache
def layout_of(record: Path) -> Layout:
    """Lay a record out: what its pages are expected to show."""
    return lay_out_record(record)


def paragraphs(count: int) -> list[str]:
    """Give numbered paragraphs of three lines each."""
    return [f"Việc thứ {number}. {SENTENCE}" for number in range(1, count + 1)]


def letter(body: str | list[Any], **fields: Any) -> dict[str, Any]:
    """Give a công văn with a full head."""
    return {
        "type": "công văn",
        "agency": AGENCY,
        "number": "318",
        "symbol": "SNV-VTLT",
        "date": "2026-03-20",
        "subject": "giao nộp tài liệu vào Lưu trữ lịch sử",
        "addressees": "Các sở, ban, ngành",
        "body": body,
        "recipients": ["Như trên", "Giám đốc Sở (để b/c)"],
        "archive": "VT, VTLT",
        "signature": SIGNER,
        **fields,
    }


def decision(body: str | list[Any], **fields: Any) -> dict[str, Any]:
    """Give a quyết định with a full head."""
    return {
        "type": "quyết định",
        "agency": AGENCY,
        "number": "15",
        "date": "2026-03-09",
        "subject": "Về việc ban hành Quy chế văn thư, lưu trữ",
        "legal_bases": ["Luật Lưu trữ ngày 21 tháng 6 năm 2024"],
        "body": body,
        "recipients": ["Như Điều 3"],
        "archive": "VT",
        "signature": "GIÁM ĐỐC\n\nNguyễn Đức Thành",
        **fields,
    }
