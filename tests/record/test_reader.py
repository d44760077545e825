"""A record is read as clean text by English name, whatever its spelling and encoding."""

from __future__ import annotations

import random
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record.writing import LINES, record_of
from vnadmindocs.record.reader import read
from vnadmindocs.terms import terms

TEXT_TERMS = [term for term in terms("document") if not term.keyed]
LISTED_TERMS = [term for term in TEXT_TERMS if term.listed and term.english != "appendices"]

LETTER = """\
# yaml-language-server: $schema=../schemas/vi/cong-van.schema.json
loại: công văn
cơ quan: co-quan/so-khcn-hai-phong.yaml
số: /SKHCN-CCTĐC
ngày: năm 2025
nội dung: |
  Triển khai Công văn số 168/TĐC-TCCL.
    dòng nối tiếp

  Trân trọng./.
nơi nhận:
  - PCT UBNDTP Hoàng Minh Cường (để b/c)
  - Lưu: VT, CCTĐC
ký: |
  KT. GIÁM ĐỐC
  PHÓ GIÁM ĐỐC

  Phạm Việt Hùng
"""


def test_a_letter_is_read_with_english_names_in_its_own_order() -> None:
    """This test shows what a model is given."""
    source = read(LETTER, "thu.yaml")
    assert source.diagnostics == ()
    assert source.spelling == "vi"
    assert source.data == {
        "type": "công văn",
        "agency": "co-quan/so-khcn-hai-phong.yaml",
        "number": "/SKHCN-CCTĐC",
        "date": "năm 2025",
        "body": "Triển khai Công văn số 168/TĐC-TCCL.\n  dòng nối tiếp\n\nTrân trọng./.",
        "recipients": ["PCT UBNDTP Hoàng Minh Cường (để b/c)", "Lưu: VT, CCTĐC"],
        "signature": "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nPhạm Việt Hùng",
    }
    assert list(source.data)[:4] == ["type", "agency", "number", "date"]


@pytest.mark.parametrize("key", ["nơi nhận", "noi_nhan", "noi nhan", "Nơi nhận", "recipients"])
def test_a_key_may_be_spelled_in_three_ways(key: str) -> None:
    """This test shows that Vietnamese, bare and English names are one."""
    assert read(f"{key}: Như trên\n", "thu.yaml").data == {"recipients": "Như trên"}


def test_the_spelling_of_most_keys_is_told() -> None:
    """This test shows in which language a record is written back."""
    assert read("type: plan\nnumber: 05\nngày: 2025\n", "plan.yaml").spelling == "en"


@pytest.mark.parametrize(
    "written",
    ["010", "08", "12:30", "no", "yes", "off", "~", "null", "=", "2026-01-05", "1e3", "0x1F",
     "1_000", ".inf", "true", "<<"],
)  # fmt: skip
def test_a_scalar_never_changes_type(written: str) -> None:
    """This test shows that YAML's own readings of plain words do not touch a record."""
    source = read(f"số: {written}\n", "thu.yaml")
    assert (source.data, source.diagnostics) == ({"number": written}, ())


@pytest.mark.parametrize("written", ["", " ''", ' ""', " |", "  # để trống"])
def test_an_empty_value_is_an_empty_text(written: str) -> None:
    """This test shows that empty is told from absent."""
    source = read(f"số:{written}\nloại: công văn\n", "thu.yaml")
    assert (source.data, source.diagnostics) == ({"number": "", "type": "công văn"}, ())


def test_one_pair_in_a_list_of_texts_is_its_source_text() -> None:
    """This test shows that a colon in an item needs no care."""
    text = "nơi nhận:\n  - Lưu: VT\n  - Các Bộ:\n      - Công Thương\n      - Tài chính\n"
    assert read(text, "thu.yaml").data == {
        "recipients": ["Lưu: VT", "Các Bộ:\n  - Công Thương\n  - Tài chính"]
    }


def test_a_one_line_mapping_where_text_belongs_is_its_source_text() -> None:
    """This test shows that a forgotten bar on one line does no harm."""
    source = read("trích yếu:\n  Về việc: ban hành\nđịa danh: {Hà Nội}\n", "thu.yaml")
    assert source.data == {"subject": "Về việc: ban hành", "place": "{Hà Nội}"}
    assert source.diagnostics == ()


def test_a_body_may_hold_texts_and_tables() -> None:
    """This test shows that a known name in a list makes a mapping, any other a text."""
    text = """\
nội dung:
  - Mục tiêu: nâng cao chất lượng
  - bảng:
      cột:
        - tên: TT
          kiểu: số
        - Nội dung
      hàng:
        - - "1"
          - a, b
"""
    source = read(text, "thu.yaml")
    assert source.diagnostics == ()
    assert source.data == {
        "body": [
            "Mục tiêu: nâng cao chất lượng",
            {
                "table": {
                    "columns": [{"name": "TT", "kind": "số"}, "Nội dung"],
                    "rows": [["1", "a, b"]],
                }
            },
        ]
    }


def test_names_of_ones_own_are_kept_as_typed() -> None:
    """This test shows that keyed mappings are not looked up in the glossary."""
    text = "cước chú:\n  Số 1: Một\nbảng:\n  Tiến độ:\n    cột: TT | a\n"
    assert read(text, "thu.yaml").data == {
        "footnotes": {"Số 1": "Một"},
        "tables": {"Tiến độ": {"columns": "TT | a"}},
    }


def test_a_profile_is_read_with_its_own_names() -> None:
    """This test shows that an agency's file has the vocabulary of an agency."""
    text = """\
tiêu đề: |
  UBND THÀNH PHỐ HẢI PHÒNG

  SỞ CÔNG THƯƠNG
người ký:
  - họ tên: Phạm Văn A
    chức vụ: Giám đốc
bộ phận:
  QLCN: Phòng Quản lý công nghiệp
danh sách nơi nhận:
  thường: |
    Như trên
quy định riêng:
  lề trái: 35
"""
    source = read(text, "co-quan.yaml", "agency")
    assert source.diagnostics == ()
    assert source.data == {
        "header": "UBND THÀNH PHỐ HẢI PHÒNG\n\nSỞ CÔNG THƯƠNG",
        "signers": [{"name": "Phạm Văn A", "post": "Giám đốc"}],
        "units": {"QLCN": "Phòng Quản lý công nghiệp"},
        "recipient_lists": {"thường": "Như trên"},
        "rules": {"lề trái": "35"},
    }


def test_texts_are_cleaned_on_entry() -> None:
    """This test shows that blanks, invisible and decomposed letters come in one spelling."""
    text = "trích\u00a0yếu: đề\u00a0nghị\u200b " + unicodedata.normalize("NFD", "góp ý") + "\n"
    source = read(text, "thu.yaml")
    assert (source.data, source.diagnostics) == ({"subject": "đề nghị góp ý"}, ())


def test_blanks_pasted_at_line_heads_indent_like_spaces() -> None:
    """This test shows that no-break spaces from Word do not break a block."""
    text = "nội dung: |\n\u00a0\u00a0Dòng một\u2028nối\n  Dòng hai\n"
    assert read(text, "thu.yaml").data == {"body": "Dòng một nối\nDòng hai"}


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_line_end_is_read(end: str) -> None:
    """This test shows that files of any system give the same record."""
    text = "loại: công văn\nnội dung: |\n  a\n  b\n".replace("\n", end)
    assert read(text.encode(), "thu.yaml").data == {"type": "công văn", "body": "a\nb"}


def test_a_byte_order_mark_is_read_over_silently() -> None:
    """This test shows that a file saved by Notepad is a good file."""
    source = read("loại: công văn\n".encode("utf-8-sig"), "thu.yaml")
    assert (source.data, source.diagnostics) == ({"type": "công văn"}, ())


def test_utf_16_is_refused_and_still_read_for_its_other_faults() -> None:
    """This test shows that one run finds the encoding and what is wrong inside."""
    source = read("loại: công văn\nnơi nhậ: a\n".encode("utf-16"), "thu.yaml")
    assert [finding.code for finding in source.diagnostics] == ["YML003", "SCH001"]
    assert source.data == {"type": "công văn"}


def test_a_file_too_large_is_not_read() -> None:
    """This test shows that ten megabytes are the limit."""
    source = read(b"a" * (10 * 1024 * 1024 + 1), "thu.yaml")
    assert ([finding.code for finding in source.diagnostics], source.data) == (["YML001"], None)


def test_half_a_character_is_named() -> None:
    """This test shows that a lone surrogate, which no file can hold, is a finding."""
    source = read("số: a\ud800b\n", "thu.yaml")
    assert [(f.code, f.place.column) for f in source.diagnostics] == [("YML004", 6)]


def test_an_alias_bomb_never_goes_off() -> None:
    """This test shows that aliases are refused, not followed."""
    lines = [
        f"x{name}: &{name} [{', '.join(f'*{before}' for _ in range(9))}]"
        for before, name in pairwise("abcdefghijklmnop")
    ]
    source = read("xa: &a [x]\n" + "\n".join(lines) + "\n", "bomb.yaml")
    assert {finding.code for finding in source.diagnostics} >= {"YML038", "SCH002"}


@pytest.mark.parametrize("deep", ["[" * 200_000, "- " * 200_000, "{a: " * 50_000, "? " * 50_000])
def test_deep_nesting_is_refused_before_it_is_followed(deep: str) -> None:
    """This test shows that no file can exhaust the stack."""
    source = read(deep, "deep.yaml")
    assert [finding.code for finding in source.diagnostics] == ["YML013"]


def test_appendices_within_appendices_end_somewhere() -> None:
    """This test shows that records inside records have a limit too."""
    text = "".join(f"{'  ' * at}phụ lục:\n{'  ' * at}- số: 1\n" for at in range(45))
    assert "YML013" in {finding.code for finding in read(text, "deep.yaml").diagnostics}


TEXTS = LINES.map("\n".join)


@given(
    st.dictionaries(
        st.sampled_from([term.vietnamese for term in TEXT_TERMS if term.english != "appendices"]),
        TEXTS,
        min_size=1,
    )
)
def test_texts_written_as_blocks_are_read_back(values: dict[str, str]) -> None:
    """This test shows that what stands in a block needs no care at all."""
    source = read(record_of(values), "thu.yaml")
    english = {term.vietnamese: term.english for term in TEXT_TERMS}
    assert source.diagnostics == ()
    assert source.data == {english[key]: value for key, value in values.items()}


@given(
    st.dictionaries(
        st.sampled_from([term.english for term in LISTED_TERMS]),
        st.lists(TEXTS, min_size=1, max_size=4),
        min_size=1,
    )
)
def test_lists_of_blocks_are_read_back(values: dict[str, list[str]]) -> None:
    """This test shows that a list keeps its items, each its lines."""
    source = read(record_of(values), "thu.yaml")
    assert source.diagnostics == ()
    assert source.data == values


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_named(data: bytes) -> None:
    """This test shows that the reader never raises: what is not read is a finding."""
    source = read(data, "x.yaml")
    assert source.data is not None or source.diagnostics


@given(st.text(max_size=200))
def test_any_text_is_read_or_named(text: str) -> None:
    """This test shows that no text makes the reader raise."""
    source = read(text, "x.yaml")
    assert source.data is not None or source.diagnostics


PIECES = ['"', "'", "*", "&", "%", "@", "`", "!", ">", "|", "[", "]", "{", "}", "-", "?", ",", "#",
          ":", "\t", "\n", " ", "  ", "\\", "---\n", "...\n", "- ", "\n  ", ": ", "<<: *a", "&a ",
          "*a", "!!str ", "\x00", "\u2028", "\u00a0", "\ufeff", "\ud800", "\r", "\u0085", "[[",
          "{{", "- - - ", "|2", ">-", "loại: ", "bảng:\n", '"\\x', "：", "Điều 1: "]  # fmt: skip


@given(
    st.lists(
        st.tuples(st.integers(0, len(LETTER)), st.integers(0, 5), st.sampled_from(PIECES)),
        min_size=1,
        max_size=6,
    )
)
def test_a_letter_with_slips_is_read_or_named(slips: list[tuple[int, int, str]]) -> None:
    """This test shows that every finding about a spoilt letter stands inside the file."""
    text = LETTER
    for start, length, piece in slips:
        text = text[:start] + piece + text[start + length :]
    source = read(text, "thu.yaml")
    assert source.data is not None or source.diagnostics
    for finding in source.diagnostics:
        place, line = finding.place, source.positions.source_line(finding.place.line)
        assert 1 <= place.line <= len(source.positions.lines)
        assert 1 <= place.column <= len(line) + 1
        assert place.column <= place.end_column <= len(line) + 2


def test_reading_is_the_same_every_time() -> None:
    """This test shows that nothing of one reading stays for the next."""
    texts = [LETTER, LETTER.replace("|", ""), "nơi nhậ: a\n", "", "@\n"]
    first = [(read(text, "x").data, read(text, "x").diagnostics) for text in texts]
    order = list(range(len(texts)))
    random.Random(1).shuffle(order)
    for index in order:
        source = read(texts[index], "x")
        assert (source.data, source.diagnostics) == first[index]
