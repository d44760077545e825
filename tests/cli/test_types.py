"""``vnadmindocs types``."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Command
from vnadmindocs.cli.types import width_of
from vnadmindocs.law.document_types import document_types


def test_the_types_are_listed_in_columns(command: Command) -> None:
    """Each of the 29 in its order, under heads that stand where its columns begin."""
    shown = command("types")
    assert (shown.code, shown.err) == (0, "")
    head, *lines = shown.out.splitlines()
    assert head.split("  ")[0] == "TT"
    at = [head.index(name) for name in ("Loại", "Viết tắt", "Mẫu", "Phải ghi", "Trường riêng khác")]
    rows = [line for line in lines if line[:2].strip()]
    kinds = document_types()
    assert [line[at[0] : at[1]].strip() for line in rows] == [kind.name.vi for kind in kinds]
    assert [line[at[1] : at[2]].strip() for line in rows] == [
        kind.abbreviation or "-" for kind in kinds
    ]
    assert [line[at[2] : at[3]].strip() for line in rows] == [kind.form or "-" for kind in kinds]
    assert all(line[column - 1] == " " for line in lines for column in at if len(line) > column)
    assert max(map(len, lines)) <= 100


def test_the_list_speaks_english(command: Command) -> None:
    """With the keys that an English record uses."""
    out = command("types", "--lang", "en").out
    assert out.startswith("No.  Type")
    assert "guests, time" in out
    assert "leave_permit" in out


def test_the_list_as_data_has_all_that_is_known_of_a_type(command: Command) -> None:
    """In both languages, whatever the language of the run."""
    ran = command("types", "--format", "json")
    rows = json.loads(ran.out)
    assert [row["key"] for row in rows] == [kind.key for kind in document_types()]
    (minutes,) = (row for row in rows if row["key"] == "minutes")
    assert minutes == {
        "number": 15,
        "key": "minutes",
        "name": {"vi": "biên bản", "en": "minutes"},
        "abbreviation": "BB",
        "form": "1.9",
        "printed": "BIÊN BẢN",
        "prints": ["agency", "number", "subject", "body", "recipients", "signature"],
        "requires": [
            "agency", "subject", "started", "venue", "attendees", "chair", "secretary", "ended",
        ],
        "fields": {
            "started": "bắt đầu",
            "venue": "địa điểm",
            "attendees": "thành phần tham dự",
            "chair": "chủ trì",
            "secretary": "thư ký",
            "meeting": "tên gọi cuộc họp",
            "course": "dẫn vào nội dung",
            "ended": "kết thúc",
        },
        "subject_openings": [],
        "subject_rule": True,
        "addressees": "none",
        "enacting": "",
        "recipients": ["Lưu: VT, Hồ sơ"],
        "signature": "meeting",
        "like": [],
        "locator": "Đ.7; PL3·I; PL3·1.9",
    }  # fmt: skip
    assert command("types", "--format", "json", "--lang", "en").out == ran.out


@pytest.mark.parametrize(
    ("text", "width"), [("biên bản", 8), ("bie\u0302n ba\u0309n", 8), ("漢字", 4), ("", 0)]
)
def test_a_text_is_as_wide_as_a_terminal_shows_it(text: str, width: int) -> None:
    """A mark stands over its letter; some letters take two columns."""
    assert width_of(text) == width
