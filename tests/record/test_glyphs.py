"""Characters the face lacks are found at their place before anything is printed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs import Decision, check, render
from vnadmindocs.fonts.metrics import missing
from vnadmindocs.record.glyphs import is_plain, lacking

NOTICE = """loại: thông báo
cơ quan: SỞ Y TẾ
trích yếu: Về việc trực Tết
nội dung: {body}
"""


def _found(source: str | Path | Decision) -> list[tuple[str, int, int, object]]:
    return [
        (each.code, each.place.line, each.place.column, each.message.en.split("«")[-1])
        for each in check(source)
        if each.code.startswith("FNT")
    ]


def test_a_character_the_face_lacks_is_refused_at_its_place() -> None:
    """This test shows that a pasted box is fatal where it stands, once a line."""
    text = NOTICE.format(body="|\n  Đăng ký:\n  ☐ Có ☐ Không\n  - \uf0b7 Khác")
    assert _found(text) == [
        ("FNT001", 6, 3, "☐» (U+2610)"),
        ("FNT001", 7, 5, "\uf0b7» (U+F0B7)"),
    ]
    assert render(text).data is None
    assert render(text, force=True).data is not None


def test_an_escape_of_yaml_is_looked_through() -> None:
    """This test shows that a character written as an escape is found as well."""
    assert _found(NOTICE.format(body='"Trực \\u2611 Tết"')) == [("FNT001", 4, 17, "☑» (U+2611)")]


def test_profile_data_file_and_appendix_are_looked_at(tmp_path: Path) -> None:
    """This test shows that every text that would be printed counts, whatever file it is in."""
    (tmp_path / "so.yaml").write_text("tiêu đề: SỞ Y TẾ\ntên đầy đủ: Sở ✓ Y tế\n", "utf-8")
    (tmp_path / "a.csv").write_text("TT,Tên\n1,😀\n", "utf-8")
    record = tmp_path / "thu.yaml"
    record.write_text(
        "loại: thông báo\ncơ quan: so.yaml\ntrích yếu: X\nnội dung: Y\nphụ lục:\n"
        "  - trích yếu: ☎ TRỰC\n    nội dung:\n      - bảng:\n          dữ liệu: a.csv\n",
        "utf-8",
    )
    codes = [(each.code, Path(each.place.file).name, each.place.line) for each in check(record)]
    assert ("FNT001", "so.yaml", 2) in codes
    assert ("FNT001", "thu.yaml", 6) in codes
    assert ("FNT002", "thu.yaml", 9) in codes


def test_a_record_built_in_python_is_looked_at_too() -> None:
    """This test shows that library use is refused in the same way."""
    record = Decision(agency="SỞ Y TẾ", subject="Về ☐", body="Điều 1. A")
    assert [each.place.anchor for each in check(record) if each.code == "FNT001"] == ["/trích yếu"]


@pytest.mark.parametrize("text", ["H’Mông, Ê̆đê, Ƀ ƀ č", "≤ 5 m²", "“a” – b…", "co\u0301", "→ ○ ■"])
def test_what_the_face_has_is_let_pass(text: str) -> None:
    """This test shows that letters of minority languages and usual signs are printed."""
    assert lacking(text) == ""


@given(st.text())
def test_a_plain_text_lacks_nothing(text: str) -> None:
    """This test shows that the fast look never lets a lacking character pass."""
    if is_plain(text):
        assert missing(text.replace("\t", " ").replace("\0", "")) == ""
