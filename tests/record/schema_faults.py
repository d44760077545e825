"""Broken records, one fault each, and which faults a schema leaves to the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

#: Codes of the shape of a record that no schema says, and why.
OWN_TO_THE_MODEL = {
    "SCH003": "two spellings of one name: a schema could only forbid every pair",
    "SCH008": "a name that is a list: no such thing in JSON, which a schema speaks of",
    "SCH010": "the other place of SCH003",
    "SCH022": "one line only: a block of one line ends in a line break for YAML, and is good",
    "SCH025": "a length: «35», «35 mm» and «35,5» are texts to YAML",
    "SCH027": "two spellings of one name in a mapping from Python, which no editor sees",
    "SCH028": "a field of another type: the general schema takes the fields of every form",
    "SCH030": "files: a schema sees none",
    "SCH031": "files: a schema sees none",
    "SCH032": "files: a schema sees none",
    "SCH033": "files: a schema sees none",
    "SCH034": "files: a schema sees none",
    "SCH035": "files: a schema sees none",
    "SCH037": "files: a schema sees none",
    "SCH038": "files: what the system lets be read",
}


@dataclass(frozen=True)
class Broken:
    """A record, and what the model finds in its shape; nothing for a good one."""

    name: str
    text: str
    codes: frozenset[str]


_NOTICE = "loại: thông báo\ncơ quan: SỞ A\ntrích yếu: b\n"
_LETTER = "loại: công văn\ncơ quan: SỞ A\ntrích yếu: b\nkính gửi: c\nnội dung: d\n"
_BODY = "nội dung: c\n"
_TABLE = _NOTICE + "nội dung:\n  - một\n  - bảng:\n      cột: x | y\n      hàng: 1 | 2\n"
_NAMED = _NOTICE + "nội dung: |\n  một\n  {bảng: t}\nbảng:\n  t:\n    cột: x\n    hàng: y\n"

# name -> (record, codes)
_RECORDS: dict[str, tuple[str, str]] = {
    # unknown names
    "unknown": (_NOTICE + _BODY + "thời tiết: đẹp\n", "SCH002"),
    "near-miss": (_NOTICE + _BODY + "nơi nhậ: x\n", "SCH001"),
    "near-miss-english": (_NOTICE + _BODY + "recipient: x\n", "SCH001"),
    "capitals-are-known": (_NOTICE + _BODY + "NƠI NHẬN: x\nLưu: y\n", ""),
    "unaccented-is-known": (_NOTICE + _BODY + "noi_nhan: x\nki-hieu: y\n", ""),
    "unknown-in-agency": (
        _NOTICE.replace("SỞ A", "\n  tiêu đề: SỞ A\n  thời tiết: đẹp") + _BODY,
        "SCH002",
    ),
    "near-miss-in-agency": (
        _NOTICE.replace("SỞ A", "\n  tiêu đề: SỞ A\n  địa dan: B") + _BODY,
        "SCH001",
    ),
    "unknown-in-parent": (
        _NOTICE.replace("SỞ A", "\n  tiêu đề: A\n  cấp trên:\n    tiêu đề: B\n    xyz: C") + _BODY,
        "SCH002",
    ),
    "unknown-in-signer": (
        _NOTICE.replace("SỞ A", "\n  tiêu đề: A\n  người ký:\n    - họ tên: B\n      xyz: C")
        + _BODY,
        "SCH002",
    ),
    "unknown-in-table": (_TABLE + "      xyz: z\n", "SCH002"),
    "near-miss-in-table": (_TABLE + "      ghi ch: z\n", "SCH001"),
    "unknown-in-named-table": (_NAMED + "    xyz: z\n", "SCH002"),
    "unknown-in-column": (
        _TABLE.replace("x | y", "\n        - tên: x\n          xyz: 3\n        - y"),
        "SCH002",
    ),
    "unknown-in-image": (
        _NOTICE + "nội dung:\n  - hình:\n      tệp: bieu-do.png\n      xyz: z\n",
        "SCH002",
    ),
    "unknown-in-signature": (
        _NOTICE + _BODY + "ký:\n  họ tên: Lê Văn A\n  xyz: B\n",
        "SCH002",
    ),
    "unknown-in-one-of-several-signatures": (
        _NOTICE + _BODY + "ký:\n  - họ tên: Lê Văn A\n    xyz: B\n  - Lê Văn C\n",
        "SCH002",
    ),
    "unknown-in-citation": (
        _NOTICE + _BODY + "căn cứ:\n  - loại: Luật\n    trích yếu: A\n    xyz: B\n",
        "SCH002",
    ),
    "unknown-in-appendix": (
        _NOTICE + _BODY + "phụ lục:\n  - trích yếu: A\n    nội dung: B\n    xyz: C\n",
        "SCH002",
    ),
    "near-miss-in-appendix": (
        _NOTICE + _BODY + "phụ lục:\n  - trích yếu: A\n    nội dun: B\n",
        "SCH001",
    ),
    # missing parts
    "no-type": ("cơ quan: A\ntrích yếu: b\nnội dung: c\n", "SCH020"),
    "empty-type": ("loại:\ncơ quan: A\ntrích yếu: b\nnội dung: c\n", "SCH020"),
    "no-agency": (_LETTER.replace("cơ quan: SỞ A\n", ""), "SCH020"),
    "no-body": (_NOTICE, "SCH020"),
    "no-subject": (_LETTER.replace("trích yếu: b\n", ""), "SCH020"),
    "no-addressees": (_LETTER.replace("kính gửi: c\n", ""), "SCH020"),
    "no-addressees-in-a-submission": ((_NOTICE + _BODY).replace("thông báo", "TTr"), "SCH020"),
    "empty-is-no-fault": (_LETTER.replace("yếu: b", "yếu:").replace("gửi: c", "gửi:"), ""),
    "not-printed-is-no-fault": (
        _LETTER.replace("yếu: b", "yếu: không").replace("gửi: c", "gửi: none"),
        "",
    ),
    "no-image-file": (_NOTICE + "nội dung:\n  - hình:\n      tên hình: A\n", "SCH020"),
    "no-signer-name": (
        _NOTICE.replace("SỞ A", "\n  tiêu đề: A\n  người ký:\n    - chức vụ: B") + _BODY,
        "SCH020",
    ),
    "no-citation-type": (_NOTICE + _BODY + "căn cứ:\n  - số: 1/A\n    ngày: 2025\n", "SCH020"),
    # wrong shapes
    "list-for-text": (_NOTICE + _BODY + "địa danh:\n  - A\n", "SCH004"),
    "list-for-text-in-table": (_TABLE + "      ghi chú:\n        - A\n", "SCH004"),
    "list-for-text-in-appendix": (
        _NOTICE + _BODY + "phụ lục:\n  - nhãn:\n      - A\n    nội dung: B\n",
        "SCH004",
    ),
    "text-for-names": (_NOTICE + _BODY + "bảng: A\n", "SCH005"),
    "text-for-footnotes": (_NOTICE + _BODY + "cước chú: A\n", "SCH005"),
    "names-not-printed": (_NOTICE + _BODY + "cước chú: không\nbảng:\n", ""),
    "list-for-names": (_NOTICE + _BODY + "hình:\n  - tệp: bieu-do.png\n", "SCH006"),
    "list-for-units": (
        _NOTICE.replace("SỞ A", "\n  tiêu đề: A\n  bộ phận:\n    - B") + _BODY,
        "SCH006",
    ),
    "list-in-list": (_NOTICE + _BODY + "nơi nhận:\n  - A\n  -\n    - B\n", "SCH009 SCH021"),
    "lists-of-cells": (_TABLE.replace("hàng: 1 | 2", 'hàng:\n        - ["1", "2"]'), ""),
    "text-for-appendix": (_NOTICE + _BODY + "phụ lục: Danh sách\n", "SCH024"),
    "text-among-appendices": (
        _NOTICE + _BODY + "phụ lục:\n  - trích yếu: A\n    nội dung: B\n  - C\n",
        "SCH024",
    ),
    "appendices-not-printed": (_NOTICE + _BODY + "phụ lục: không\n", ""),
    "text-for-signer": (
        _NOTICE.replace("SỞ A", "\n  tiêu đề: A\n  người ký: B") + _BODY,
        "SCH024",
    ),
    "text-for-table": (_NOTICE + "nội dung:\n  - bảng:\n      - A\n  - b\n", "SCH004 SCH024"),
    "list-for-footnote": (_NOTICE + _BODY + "cước chú:\n  a:\n    - B\n", "SCH021"),
    "mapping-in-a-list-of-texts": (_NOTICE + _BODY + "nơi nhận:\n  - Lưu: VT\n", ""),
    "one-mapping-for-a-list": (_NOTICE + _BODY + "phụ lục:\n  nội dung: A\n", ""),
    "numbers-are-texts": (
        _NOTICE + "nội dung: 5\nsố: 010\nngày: 2025\nđịa danh: true\nlưu: 1.50\nnơi nhận: 3\n",
        "",
    ),
    "table-without-name": (_NOTICE + _BODY + "bảng:\n  cột: x\n  hàng: y\n", "SCH007"),
    # wrong choices
    "wrong-choice": (_NOTICE + _BODY + "độ khẩn: gấp\n", "SCH023"),
    "choice-in-capitals": (_NOTICE + _BODY + "độ khẩn: HỎA TỐC\nđộ mật: Mat\n", ""),
    "choice-in-english": (_NOTICE + _BODY + "độ khẩn: very_urgent\n", ""),
    "empty-choice": (_NOTICE + _BODY + "độ khẩn:\nđộ mật: không\n", ""),
    "wrong-type": (_NOTICE.replace("thông báo", "thông bá") + _BODY, "SCH026"),
    "type-abbreviated": (_NOTICE.replace("thông báo", "TB") + _BODY, ""),
    "type-in-capitals": (_NOTICE.replace("thông báo", "THÔNG BÁO") + _BODY, ""),
    "any-type-attached": (_NOTICE + _BODY + "phụ lục:\n  - loại: điều lệ\n    nội dung: A\n", ""),
    "wrong-choice-in-agency": (
        _NOTICE.replace("SỞ A", "\n  tiêu đề: A\n  chế độ tập thể: có thể") + _BODY,
        "SCH023",
    ),
    "size-set-of-an-agency-is-no-state": (
        _NOTICE.replace("SỞ A", "\n  tiêu đề: A\n  cỡ chữ: không") + _BODY,
        "SCH023",
    ),
    "wrong-choice-in-table": (_TABLE + "      viền: đôi\n", "SCH023"),
    "wrong-choice-in-column": (
        _TABLE.replace("x | y", "\n        - tên: x\n          căn: dưới\n        - y"),
        "SCH023",
    ),
    "wrong-choice-in-signature": (
        _NOTICE + _BODY + "ký:\n  họ tên: Lê Văn A\n  chỗ: trên\n",
        "SCH023",
    ),
    "wrong-choice-in-appendix": (
        _NOTICE + _BODY + "phụ lục:\n  - nội dung: A\n    khổ giấy: vuông\n",
        "SCH023",
    ),
    # the model's own
    "twice": (_NOTICE + _BODY + "nơi nhận: x\nrecipients: y\n", "SCH003"),
    "two-lines": (_NOTICE + _BODY + "địa danh: |\n  A\n  B\n", "SCH022"),
    "no-such-file": (_NOTICE.replace("SỞ A", "khong-co.yaml") + _BODY, "SCH030"),
}


_PROFILE = "tiêu đề: SỞ A\n"
_PROFILES: dict[str, tuple[str, str]] = {
    "named-by-full-name": ("tên đầy đủ: Sở A\n", ""),
    "no-name": ("địa danh: A\n", "SCH036"),
    "empty-name-is-no-fault": ("tiêu đề:\nđịa danh: A\n", ""),
    "unknown": (_PROFILE + "thời tiết: đẹp\n", "SCH002"),
    "near-miss": (_PROFILE + "địa dan: A\n", "SCH001"),
    "capitals-are-known": (_PROFILE + "ĐỊA DANH: A\nNgười đứng đầu: B\n", ""),
    "unknown-in-signer": (_PROFILE + "người ký:\n  - họ tên: Lê A\n    xyz: B\n", "SCH002"),
    "no-signer-name": (_PROFILE + "người ký:\n  - chức vụ: A\n", "SCH020"),
    "no-signers": (_PROFILE + "người ký:\nbộ phận:\nquy định riêng:\n", ""),
    "list-for-text": (_PROFILE + "viết tắt:\n  - A\n", "SCH004"),
    "text-for-units": (_PROFILE + "bộ phận: A\n", "SCH005"),
    "list-for-units": (_PROFILE + "bộ phận:\n  - A\n", "SCH006"),
    "lists-of-recipients": (
        _PROFILE + "danh sách nơi nhận:\n  a:\n    - B\n  c: |\n    D\n    E\n",
        "",
    ),
    "wrong-choice": (_PROFILE + "chế độ tập thể: tùy\n", "SCH023"),
    "choice-worded-no": (_PROFILE + "chế độ tập thể: không\ncỡ chữ: Lớn\n", ""),
}


def _broken(records: dict[str, tuple[str, str]]) -> Iterator[Broken]:
    for name, (text, codes) in records.items():
        yield Broken(name, text, frozenset(codes.split()))


BROKEN = tuple(_broken(_RECORDS))
BROKEN_PROFILES = tuple(_broken(_PROFILES))
