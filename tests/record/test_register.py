"""The register of an office: its file, its findings, and grounds named by it."""

from __future__ import annotations

import datetime
from pathlib import Path
from textwrap import dedent

import pytest

from vnadmindocs.diagnostics.fault import UnreadableError
from vnadmindocs.law.register import starter
from vnadmindocs.record.draft import Draft, draft_of_bytes
from vnadmindocs.record.folder import Folder
from vnadmindocs.record.legal_bases import LegalBases
from vnadmindocs.record.register import OfficeRegister, read_register, register_of
from vnadmindocs.record.writing import to_yaml

ENGLISH = """\
complete: yes
texts:
  nd-45-2012:
    in_force: 05/7/2012
  nq-7-2026:
    type: Nghị quyết
    number: 7/2026/NQ-HĐND
    date: 01/3/2026
    issuer: Hội đồng nhân dân tỉnh Lâm Đồng
    subject: về mức chi khuyến công
"""
VIETNAMESE = """\
đầy đủ: có
văn bản:
  nd-45-2012:
    hiệu lực: 05/7/2012
  nq-7-2026:
    loại: Nghị quyết
    số: 7/2026/NQ-HĐND
    ngày ban hành: 01/3/2026
    cơ quan: Hội đồng nhân dân tỉnh Lâm Đồng
    trích yếu: về mức chi khuyến công
"""
LETTER = """\
loại: quyết định
cơ quan: co-quan.yaml
thẩm quyền ban hành: CHỦ TỊCH
trích yếu: Về việc trực
căn cứ: |
  {grounds}
nội dung: Điều 1. Trực./.
"""


def office(folder: Path, text: str) -> OfficeRegister:
    """Read a register written into a folder."""
    (folder / "so.yaml").write_text(dedent(text), encoding="utf-8")
    return read_register("so.yaml", Folder.of(folder))


def read_letter(folder: Path, text: str) -> Draft:
    """Read a letter that lies in a folder."""
    return draft_of_bytes(text, "letter.yaml", Folder.of(folder))


def letter(folder: Path, *grounds: str, profile: str = "danh mục văn bản: so.yaml") -> Draft:
    """Load a letter of an office with these grounds."""
    (folder / "co-quan.yaml").write_text(f"tiêu đề: SỞ NỘI VỤ\n{profile}\n", encoding="utf-8")
    return read_letter(folder, LETTER.format(grounds="\n  ".join(grounds)))


def printed(draft: Draft) -> list[str]:
    """Give the grounds of a letter as they are printed."""
    assert draft.gapped is not None
    assert isinstance(draft.gapped.legal_bases, LegalBases)
    return [item.printed for item in draft.gapped.legal_bases.items]


@pytest.mark.parametrize("text", [ENGLISH, VIETNAMESE])
def test_a_register_is_read_in_both_languages(tmp_path: Path, text: str) -> None:
    """What the starter knows of a key is kept, what is written is put over it."""
    found = office(tmp_path, text)
    assert found.complete
    mended, added = found.shelf.texts
    shipped = starter().of_key("nd-45-2012")
    assert shipped is not None
    assert (mended.subject, mended.date) == (shipped.subject, shipped.date)
    assert mended.in_force == datetime.date(2012, 7, 5)
    assert added.number == "7/2026/NQ-HĐND"
    assert added.date == datetime.date(2026, 3, 1)


def test_a_register_is_read_once_for_the_same_bytes(tmp_path: Path) -> None:
    """All letters of an office name one."""
    assert office(tmp_path, VIETNAMESE) is office(tmp_path, VIETNAMESE)
    assert office(tmp_path, VIETNAMESE) is not office(tmp_path, ENGLISH)


def test_findings_stand_in_the_register_itself(tmp_path: Path) -> None:
    """A day that is none makes the whole register unreadable."""
    folder = Folder.of(tmp_path)
    (tmp_path / "so.yaml").write_text("văn bản:\n  nd-30-2020:\n    hiệu lực: 31/4/2020\n", "utf-8")
    with pytest.raises(UnreadableError) as error:
        read_register("so.yaml", folder)
    assert [fault.code for fault in error.value.faults] == ["CIT030"]
    places = [
        (each.code, Path(each.place.file).name, each.place.line) for each in folder.diagnostics
    ]
    assert places == [("DAT001", "so.yaml", 3)]


def test_a_ground_is_named_by_key_by_number_and_by_type_and_number(tmp_path: Path) -> None:
    """With its opening or not; written words stay as they are."""
    (tmp_path / "so.yaml").write_text(VIETNAMESE, encoding="utf-8")
    draft = letter(
        tmp_path,
        "luat-33-2024",
        "Căn cứ ND-30-2020",
        "30/2020/NĐ-CP;",
        "Nghị định 45/2012/NĐ-CP",
        "7/2026/NQ-HĐND",
        "Nghị định số 113/2025/NĐ-CP.",
    )
    decree = "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
    assert printed(draft) == [
        "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024",
        f"Căn cứ {decree}",
        f"Căn cứ {decree}",
        "Căn cứ Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012 của Chính phủ về khuyến công",
        "Căn cứ Nghị quyết số 7/2026/NQ-HĐND ngày 01 tháng 3 năm 2026 của Hội đồng nhân dân tỉnh"
        " Lâm Đồng về mức chi khuyến công",
        "Căn cứ Nghị định số 113/2025/NĐ-CP",
    ]


def test_the_letter_has_its_own_register_before_that_of_the_office(tmp_path: Path) -> None:
    """And the superior's after it."""
    (tmp_path / "so.yaml").write_text(VIETNAMESE, encoding="utf-8")
    above = "cơ quan chủ quản: cap-tren.yaml"
    (tmp_path / "cap-tren.yaml").write_text(
        "tiêu đề: UBND TỈNH\ndanh mục văn bản: so.yaml\n", encoding="utf-8"
    )
    draft = letter(tmp_path, "nq-7-2026", profile=above)
    assert draft.record is not None
    register = register_of(draft.record)
    assert register.complete
    assert [len(shelf.texts) for shelf in register.shelves][:1] == [2]
    assert register.shelves[-1] is starter()
    assert printed(draft)[0].startswith("Căn cứ Nghị quyết số 7/2026/NQ-HĐND ngày 01 tháng 3")


def test_a_key_that_nobody_has_is_not_printed_in_silence(tmp_path: Path) -> None:
    """It is fatal, and its place is the key."""
    draft = letter(tmp_path, "nd-30-2020", "Căn cứ nd-30-2021", profile="")
    (found,) = [each for each in draft.diagnostics if each.code == "CIT028"]
    assert (found.place.line, found.place.column, found.place.end_column) == (7, 10, 20)
    assert draft.record is None


def test_a_ground_named_by_its_key_is_written_back_in_fields(tmp_path: Path) -> None:
    """So that the record says the same where the register is not."""
    draft = letter(tmp_path, "nd-30-2020", profile="")
    assert draft.record is not None
    again = read_letter(tmp_path, to_yaml(draft.record))
    assert "số: 30/2020/NĐ-CP" in to_yaml(draft.record)
    assert printed(again) == printed(draft)
    assert again.record == draft.record


def test_an_appendix_knows_the_register_of_its_document(tmp_path: Path) -> None:
    """An attached decision names no body of its own."""
    (tmp_path / "so.yaml").write_text(VIETNAMESE, encoding="utf-8")
    (tmp_path / "co-quan.yaml").write_text(
        "tiêu đề: SỞ NỘI VỤ\ndanh mục văn bản: so.yaml\n", encoding="utf-8"
    )
    attached = LETTER.format(grounds="nq-7-2026").replace("cơ quan: co-quan.yaml\n", "")
    lines = "".join(f"    {line}\n" for line in attached.splitlines())
    text = f"{LETTER.format(grounds='nd-30-2020')}phụ lục:\n  -\n{lines}"
    draft = read_letter(tmp_path, text)
    assert [each.code for each in draft.diagnostics] == []
    assert draft.record is not None
    assert isinstance(draft.record.appendices, tuple)
    bases = draft.record.appendices[0].legal_bases
    assert isinstance(bases, LegalBases)
    assert bases.items[0].words.startswith("Nghị quyết số 7/2026/NQ-HĐND")
