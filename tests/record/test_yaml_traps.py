"""What YAML trips over: every trap is sprung, named and mended, and the mending is true."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path

import pytest

from tests.record.fault_records import expected_file, records
from vnadmindocs.diagnostics.catalogue import Entry, families, family
from vnadmindocs.diagnostics.model import Severity
from vnadmindocs.record.reader import Source, read

MENDED_ON_ITS_LINE = {
    "YML020", "YML021", "YML022", "YML027", "YML028", "YML029", "YML030", "YML032", "YML037",
    "YML042",
}  # fmt: skip
PLACEHOLDER = re.compile(r"\{(\w+)\}")
# From SCH020 on, findings come from the models.
ENTRIES = [
    entry
    for name in ("YML", "SCH")
    for entry in family(name).values()
    if entry.code.startswith("YML") or entry.code < "SCH020"
]


def codes(source: Source) -> list[str]:
    """Name what a record says."""
    return [finding.code for finding in source.diagnostics]


@pytest.mark.parametrize(
    ("trap", "text", "data"),
    [
        ("Y1", "số: 010\n", {"number": "010"}),
        ("Y2", "số: 08\n", {"number": "08"}),
        ("Y3", "nội dung: 12:30\n", {"body": "12:30"}),
        ("Y4", "độ khẩn: no\nkèm theo: không\n", {"urgency": "no", "reference": "không"}),
        ("Y6", "nơi nhận:\n- Lưu: VT, TCHC.\n", {"recipients": ["Lưu: VT, TCHC."]}),
        ("Y8", "ký hiệu: =\n", {"symbol": "="}),
        ("Y9", "ngày: 2026-01-05\n", {"date": "2026-01-05"}),
    ],
)
def test_a_trap_of_types_is_no_trap(trap: str, text: str, data: dict[str, object]) -> None:
    """This test shows that a scalar stays the text that was typed."""
    source = read(text, trap)
    assert (source.data, source.diagnostics) == (data, ())


@pytest.mark.parametrize(
    ("trap", "text", "code", "data"),
    [
        ("Y5", "số: 1\nsố: 2\n", "SCH003", {"number": "1"}),
        ("Y7", "trích yếu: V/v #1 abc\n", "YML037", {"subject": "V/v"}),
        ("Y10", "trích yếu: Về việc: ban hành\n", "YML021", {"subject": "Về việc: ban hành"}),
    ],
)
def test_a_trap_that_loses_words_is_a_finding(
    trap: str, text: str, code: str, data: dict[str, object]
) -> None:
    """This test shows that nothing is lost in silence."""
    source = read(text, trap)
    assert (codes(source), source.data) == ([code], data)


def test_a_note_that_stands_apart_is_a_note() -> None:
    """This test shows that notes beside values are let be when two blanks set them apart."""
    text = "số: 05  # số văn bản\nnơi nhận: # danh sách\n  - Như trên\nký: |  # như in\n  A\n"
    assert read(text, "thu.yaml").diagnostics == ()


def test_a_hash_inside_a_block_is_text() -> None:
    """This test shows that in a block nothing is cut."""
    source = read("nội dung: |\n  Hồ sơ #15 #16\n", "thu.yaml")
    assert (source.data, source.diagnostics) == ({"body": "Hồ sơ #15 #16"}, ())


def test_many_faults_come_out_in_one_run_and_the_rest_is_read() -> None:
    """This test shows that a clerk mends a file once, not fault by fault."""
    text = """\
trích yếu: Về việc: ban hành
Số:05
kính gửi: @Sở
địa danh: "Hà Nội" ơi
nơi nhận:
  - Như trên
  Lưu: VT
nội dung: |
    Dòng đầu
  Dòng hai
"""
    source = read(text, "thu.yaml")
    assert codes(source) == ["YML021", "YML022", "YML020", "YML027", "YML032", "YML025"]
    assert source.data == {
        "subject": "Về việc: ban hành",
        "number": "05",
        "addressees": "@Sở",
        "place": '"Hà Nội" ơi',
        "recipients": ["Như trên", "Lưu: VT"],
        "body": "Dòng đầu\nDòng hai",
    }


def test_faults_without_end_are_bounded() -> None:
    """This test shows that a file that is no YAML at all does not take for ever."""
    source = read("x: @a\n" * 5000, "x.yaml")
    assert 0 < len(source.diagnostics) <= 26


def test_blanks_alone_on_the_first_line_of_a_block_do_no_harm() -> None:
    """This test shows that blanks nobody sees are no fault."""
    source = read("nội dung: |\n       \n  Dòng hai\n", "thu.yaml")
    assert (source.data, source.diagnostics) == ({"body": "Dòng hai"}, ())


@pytest.mark.parametrize(
    "record",
    [record for record in records() if record.stem[:6] in MENDED_ON_ITS_LINE],
    ids=lambda record: record.stem,
)
def test_the_repair_that_is_shown_repairs(record: Path) -> None:
    """This test shows that typing the line of the hint makes the finding go away."""
    lines = record.read_text(encoding="utf-8").split("\n")
    for finding in json.loads(expected_file(record).read_text(encoding="utf-8")):
        row = finding["line"] - 1
        for hint in (finding["hint_vi"], finding["hint_en"]):
            mended = re.findall(r"«(.+?)»(?=;|$)", hint)[0]
            blanks = re.match(r" *", lines[row])
            assert blanks is not None
            changed = [*lines[:row], blanks[0] + mended, *lines[row + 1 :]]
            assert codes(read("\n".join(changed), record.name)) == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_the_pages_show_what_is_wrong_and_what_is_right(entry: Entry) -> None:
    """This test shows that each example gives its finding alone, and the mended one none."""
    if entry.wrong:
        assert set(codes(read(textwrap.dedent(entry.wrong).lstrip("\n"), "x"))) == {entry.code}
        assert codes(read(textwrap.dedent(entry.right).lstrip("\n"), "x")) == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_both_languages_say_the_same(entry: Entry) -> None:
    """This test shows that no sentence ends with a full stop or lacks a fact of the other."""
    for text in (entry.message, entry.hint):
        if text is not None:
            assert set(PLACEHOLDER.findall(text.vi)) == set(PLACEHOLDER.findall(text.en))
            assert not text.vi.endswith(".")
            assert not text.en.endswith(".")


def test_every_code_has_a_fault_record() -> None:
    """This test shows that no finding of the reader goes untested."""
    # YML001 and YML004 cannot be kept as files: too large, and no bytes at all. SCH010 is the
    # related place of SCH003.
    covered = {record.stem[:6] for record in records()} | {"YML001", "YML004", "SCH010"}
    assert {entry.code for entry in ENTRIES} - covered == set()
    assert {"YML", "SCH"} <= set(families())


def test_what_cannot_be_read_as_yaml_is_fatal() -> None:
    """This test shows that a mended copy is never printed as if nothing were wrong."""
    assert read("lưu: @VT\n", "x").diagnostics[0].severity is Severity.FATAL


def test_the_first_place_of_a_key_written_twice_is_related() -> None:
    """This test shows that both lines are named."""
    (finding,) = read("nơi nhận: a\nloại: b\nrecipients: c\n", "x").diagnostics
    assert (finding.place.line, finding.related[0].place.line) == (3, 1)
    assert finding.message.vi == (
        "Trường «nơi nhận» được ghi hai lần, ở dòng 1 và dòng 3; lần sau không được dùng"
    )
