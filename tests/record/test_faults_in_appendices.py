"""A fault of a document is the same fault of an appendix: each whole record is tried as one.

The record is moved under «phụ lục» of a decision, four columns to the right. Whatever a check
found of it must be found again, as far to the right and as far down, and nothing else.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.record.fault_records import FAULTS
from tests.record.whole_records import WHOLE, records
from vnadmindocs.api import check

CARRIER = """\
loại: quyết định
cơ quan: |
  UBND TỈNH AN BÌNH

  SỞ NỘI VỤ
số: 15/QĐ-SNV
địa danh: An Bình
ngày: 20/12/2026
trích yếu: Ban hành tài liệu
thẩm quyền ban hành: GIÁM ĐỐC SỞ NỘI VỤ
nội dung: |
  Điều 1. Ban hành Phụ lục kèm theo Quyết định này.
  Điều 2. Văn phòng Sở chịu trách nhiệm thi hành Quyết định này./.
nơi nhận: |
  Như Điều 2
  Lưu: VT
ký: |
  GIÁM ĐỐC

  Phạm Thu Hương
phụ lục:
  -
"""
INDENT = 4
NO_FORM = "an appendix declares no data fields"
OF_A_DOCUMENT = "an appendix asks for no such part"
# What is judged otherwise in an appendix: the records, and why.
OTHERWISE = {
    "APP004-letter": "the line «kèm theo» has its place there",
    "APP026-of-the-letter": "a file has its place there",
    "APP042-every-part": "the line is of the document around",
    "APP042-symbol-with-a-stroke": "the line is of the document around",
    "CIT041-no-ground": "the short form may look back to the document",
    "CIT052-by-label-and-without-number": "the document may have it",
    "CIT052-without-number": "the document has appendices",
    "CIT052-none": "the document has appendices",
    "CIT052-one-of-two": "the document has appendices",
    "FNT001-citation": "the text is of another year than the document",
    "ISS004-invitation": "sentences name the body of the document",
    "ISS004-reference-line": "sentences name the body of the document",
    "ISS002-same-as-above": "there is a document above",
    "LST001": NO_FORM,
    "LST002": NO_FORM,
    "LST005": NO_FORM,
    "LST006": NO_FORM,
    "LST018": NO_FORM,
    "LST019": NO_FORM,
    "LST020": NO_FORM,
    "REC017-no-filing-line": OF_A_DOCUMENT,
    "SCH020-agency": OF_A_DOCUMENT,
    "SCH020-body": OF_A_DOCUMENT,
    "SCH020-decision": OF_A_DOCUMENT,
    "SCH020-dispatch": OF_A_DOCUMENT,
    "SCH020-plan": OF_A_DOCUMENT,
    "SCH020-report-in-english": OF_A_DOCUMENT,
    "SCH020-subject-of-a-notice": OF_A_DOCUMENT,
    "SCH020-submission": OF_A_DOCUMENT,
    "SCH020-telegram": OF_A_DOCUMENT,
    "SCH020-type": OF_A_DOCUMENT,
    "SCH026-another-name": "an attached document may bear any name",
    "SCH026-english": "an attached document may bear any name",
    "SCH026-far-from-all": "an attached document may bear any name",
    "SCH026-normative-text": "an attached document may bear any name",
    "SCH026-type": "an attached document may bear any name",
    "SCH026-type-with-more-words": "an attached document may bear any name",
    "SIG012-default-signer": "the default signer signs the document",
    "SIG040-nobody-signs": "an attached document is signed only where it says so",
    "SIG028-name": "number and date are of the document",
    "all-of-a-decision": OF_A_DOCUMENT,
    "all-of-a-letter": OF_A_DOCUMENT,
    "all-without-a-type": OF_A_DOCUMENT,
}

Finding = tuple[str, str, int, int]


def found(record: Path, lines: int = 0, columns: int = 0) -> set[Finding]:
    """Give the findings inside a file: code, sentence, line and column before it was moved."""
    return {
        (each.code, each.message.vi, each.place.line - lines, each.place.column - columns)
        for each in check(record)
        if each.place.file == str(record)
    }


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the folder of the records, with the files they name."""
    copy = tmp_path_factory.mktemp("moved") / FAULTS.name
    shutil.copytree(FAULTS, copy)
    return copy / WHOLE.name


def moved(record: Path, beside: Path) -> set[Finding]:
    """Give what is found in a record that became an appendix, its files beside it."""
    text = record.read_text(encoding="utf-8")
    within = [" " * INDENT + line if line.strip() else line for line in text.split("\n")]
    carrier = beside / record.name
    carrier.write_text(CARRIER + "\n".join(within), encoding="utf-8")
    return found(carrier, CARRIER.count("\n"), INDENT)


# A copy is a document of its own, never attached to another.
_TRIED = [
    each for each in records() if each.stem not in OTHERWISE and not each.stem.startswith("CPY")
]


@pytest.mark.parametrize("record", _TRIED, ids=lambda each: each.stem)
def test_a_fault_is_found_in_an_appendix_too(record: Path, beside: Path) -> None:
    """This test shows that code, sentence and place of a fault are those of the part it is in."""
    assert moved(record, beside) == found(record)


@pytest.mark.parametrize("name", OTHERWISE)
def test_what_is_judged_otherwise_is(name: str, beside: Path) -> None:
    """This test shows that no exception is kept that is none any more."""
    (record,) = (each for each in records() if each.stem == name)
    assert moved(record, beside) != found(record)
