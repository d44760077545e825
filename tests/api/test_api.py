"""What ``import vnadmindocs`` gives: load, check, render, whatever a record comes from."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

import vnadmindocs
from vnadmindocs.api import check, load, render, schema_text, starting_record
from vnadmindocs.assets import asset
from vnadmindocs.diagnostics import Severity
from vnadmindocs.record.document import Document
from vnadmindocs.record.typed_document import TypedDocument

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = """loại: thông báo
cơ quan: SỞ NỘI VỤ
số: 05
ngày: 03/9/2025
trích yếu: Về việc nghỉ lễ
nội dung: Các phòng bố trí người trực./.
nơi nhận: |
  Các phòng
ký: |
  GIÁM ĐỐC

  Nguyễn Văn An
"""
ENGLISH: dict[str, Any] = {
    "type": "notice",
    "agency": "SỞ NỘI VỤ",
    "number": "05",
    "date": "03/9/2025",
    "subject": "Về việc nghỉ lễ",
    "body": "Các phòng bố trí người trực./.",
    "recipients": ["Các phòng"],
    "signature": "GIÁM ĐỐC\n\nNguyễn Văn An",
}
VIETNAMESE = {
    "loại": "thông báo",
    "cơ quan": "SỞ NỘI VỤ",
    "số": "05",
    "ngày": "03/9/2025",
    "trích yếu": "Về việc nghỉ lễ",
    "nội dung": "Các phòng bố trí người trực./.",
    "nơi nhận": "Các phòng",
    "ký": "GIÁM ĐỐC\n\nNguyễn Văn An",
}
UNACCENTED = {
    "loai": "thong bao",
    "co_quan": "SỞ NỘI VỤ",
    "so": "05",
    "ngay": "03/9/2025",
    "trich yeu": "Về việc nghỉ lễ",
    "noi-dung": "Các phòng bố trí người trực./.",
    "NOI NHAN": ("Các phòng",),
    "ky": "GIÁM ĐỐC\n\nNguyễn Văn An",
}


def record_of(source: Any) -> Document:
    """Read a record in which nothing is missing."""
    draft = load(source)
    assert draft.record is not None, [each.message.en for each in draft.diagnostics]
    return draft.record


def codes(source: Any) -> list[str]:
    """Name what is found."""
    return [each.code for each in check(source)]


# --- what check and render agree on


@pytest.mark.parametrize(
    "named", ["template: mau.docx", "agency:\n  header: SỞ NỘI VỤ\n  template: mau.docx"]
)
def test_check_finds_what_keeps_a_record_out_of_its_template(tmp_path: Path, named: str) -> None:
    """This test shows that no record passes the check and is refused when it is rendered."""
    (tmp_path / "mau.docx").write_text("không phải tệp Word", encoding="utf-8")
    record = tmp_path / "thu.yaml"
    text = TEXT if named.startswith("template") else TEXT.replace("cơ quan: SỞ NỘI VỤ\n", "")
    record.write_text(f"{named}\n{text}", encoding="utf-8")
    found = check(record)
    assert [(each.code, each.place.file) for each in found] == [
        ("TPL001", str(tmp_path / "mau.docx"))
    ]
    assert render(record).diagnostics == render(record, force=True).diagnostics == found
    assert render(record, force=True).data is None


def test_a_template_is_prepared_once_for_all_it_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This test shows that looking for faults and printing share what they make."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    own = asset("templates", "nd30-large.docx").read_bytes() + b" "
    (tmp_path / "mau.docx").write_bytes(own)
    (tmp_path / "thu.yaml").write_text(TEXT + "template: mau.docx\ncỡ chữ: nhỏ\n", encoding="utf-8")
    check(tmp_path / "thu.yaml")
    assert render(tmp_path / "thu.yaml").data is not None
    assert len(list((tmp_path / "cache").rglob("*.prepared"))) == 1


def test_findings_call_a_text_what_they_are_told_to(tmp_path: Path) -> None:
    """This test shows that load, check and render take the name of a file alike."""
    text = TEXT.replace("trích yếu: Về việc nghỉ lễ\n", "")
    named = {each.place.file for each in check(text, file="thư.yaml")}
    assert named == {"thư.yaml"}
    assert render(text, file="thư.yaml").diagnostics == check(text, file="thư.yaml")


# --- where a record comes from


def test_every_origin_gives_the_same_record_and_the_same_bytes(tmp_path: Path) -> None:
    """This test shows that path, text, bytes, mapping and record are one thing."""
    path = tmp_path / "thông báo.yaml"
    path.write_text(TEXT, encoding="utf-8")
    first = record_of(TEXT)
    origins = (path, str(path), TEXT.encode(), VIETNAMESE, ENGLISH, UNACCENTED, first, load(first))
    for origin in origins:
        assert record_of(origin) == first
        assert codes(origin) == []
        assert render(origin).data == render(TEXT).data


def test_a_draft_is_given_back_as_it_is() -> None:
    """This test shows that what was loaded once is not read again."""
    draft = load(TEXT)
    assert load(draft) is draft


def test_a_record_built_of_plain_values_is_read_like_one_that_was_written() -> None:
    """This test shows that the models take the same forms as a file."""
    built = TypedDocument.from_values({**ENGLISH, "type": "thông báo"})
    assert built == record_of(TEXT)


def test_an_unknown_and_a_doubled_key_of_a_mapping_are_found() -> None:
    """This test shows that a mapping from Python is checked as a file is."""
    assert codes({**ENGLISH, "subjct": "x"}) == ["SCH001"]
    assert codes({**ENGLISH, "xyzzy": "x"}) == ["SCH002"]
    assert codes({**ENGLISH, "so": "06"}) == ["SCH027"]
    assert codes({**ENGLISH, "body": [{"table": {"columns": "a", "rows": "b", "xyzzy": 1}}]}) == [
        "SCH002"
    ]


@pytest.mark.parametrize("field", sorted(set(Document.model_fields) - {"type"}))
@pytest.mark.parametrize("value", [object(), 7, b"x", [[]], [{}], {1: 2}, ["a", 1, None]])
def test_any_value_in_any_field_of_a_mapping_is_read_or_refused(field: str, value: object) -> None:
    """This test shows that a wrong kind of value is a finding, never an exception."""
    draft = load({**ENGLISH, field: value})
    assert draft.gapped is not None
    check(draft)
    render(draft, force=True)


def test_a_missing_type_of_a_mapping_is_found() -> None:
    """This test shows that the other fields are read all the same."""
    record = {key: value for key, value in ENGLISH.items() if key != "type"}
    assert codes({**record, "date": "31/4/2025"}) == ["SCH020", "DAT001"]


# --- files


def test_a_missing_file_a_folder_and_a_closed_file_are_findings(tmp_path: Path) -> None:
    """This test shows that nothing is raised for what a person may type."""
    assert codes(tmp_path / "không có.yaml") == ["OUT010"]
    assert codes(tmp_path) == ["OUT011"]
    assert codes("không có.yaml") == ["OUT010"]
    assert codes("") == ["OUT011"]


def test_a_file_that_may_not_be_read_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This test shows that the reason of the system is told in words."""
    path = tmp_path / "thu.yaml"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(Path, "open", refuse)
    found = check(path)
    assert [each.code for each in found] == ["OUT012"]
    assert "không có quyền" in found[0].message.vi


def test_findings_call_a_file_as_it_was_called(tmp_path: Path) -> None:
    """This test shows that ``file`` names text that has no path."""
    assert [each.place.file for each in load("a\n", file="thu.yaml").diagnostics] == ["thu.yaml"]
    path = tmp_path / "x.yaml"
    path.write_text("a\n", encoding="utf-8")
    assert check(path)[0].place.file == str(path)


def test_a_wider_root_allows_files_above_the_record(tmp_path: Path) -> None:
    """This test shows that a record reads above its folder only where the user says so."""
    (tmp_path / "co-quan.yaml").write_text("tiêu đề: SỞ NỘI VỤ\n", encoding="utf-8")
    (tmp_path / "thu").mkdir()
    record = tmp_path / "thu" / "thu.yaml"
    record.write_text(TEXT.replace("SỞ NỘI VỤ", "../co-quan.yaml"), encoding="utf-8")
    assert codes(record) == ["SCH031"]
    assert codes(record) == [each.code for each in render(record).diagnostics]
    assert check(record, root=tmp_path) == ()
    assert render(record, root=tmp_path).data is not None


# --- render


def test_rendering_twice_gives_the_same_bytes_and_leaves_the_draft_as_it_was() -> None:
    """This test shows that a draft can be rendered any number of times."""
    draft = load(TEXT)
    before = draft.record
    assert render(draft).data == render(draft).data
    assert draft.record == before


def test_a_kind_of_file_that_is_not_there_is_an_error_of_the_caller() -> None:
    """This test shows that no other file is given in its place."""
    with pytest.raises(ValueError, match="odt"):
        render(TEXT, to="odt")  # type: ignore[arg-type]


def test_a_fatal_finding_refuses_and_force_prints_a_gap() -> None:
    """This test shows that what is missing is left out only when told, and named."""
    text = TEXT.replace("ngày: 03/9/2025", "ngày: 31/4/2025").replace(
        "trích yếu: Về việc nghỉ lễ\n", ""
    )
    refused = render(text)
    assert refused.data is None
    forced = render(text, force=True)
    assert forced.data is not None
    assert forced.diagnostics == refused.diagnostics
    assert forced.left_out == ("subject", "date")
    assert [each.code for each in forced.diagnostics] == ["SCH020", "DAT001"]


def test_parts_that_could_not_be_read_are_left_out_one_by_one() -> None:
    """This test shows that one bad table does not take the body with it."""
    draft = load(
        TEXT.replace(
            "nội dung: Các phòng bố trí người trực./.",
            "nội dung:\n  - Các phòng trực.\n  - bảng:\n      hàng: |\n        a | b\n"
            "phụ lục:\n  - trích yếu: LỊCH\n    ngày: 31/4/2025\n    nội dung: x",
        )
    )
    assert draft.record is None
    assert draft.left_out == ("body/1", "appendices/0/date")
    assert draft.missing == ()
    assert render(draft, force=True).data is not None


def test_nothing_can_be_forced_of_a_file_that_is_no_record() -> None:
    """This test shows that force needs something to print."""
    rendering = render("[\n", force=True)
    assert rendering.data is None
    assert any(each.severity is Severity.FATAL for each in rendering.diagnostics)
    with pytest.raises(ValueError, match="nothing was rendered"):
        rendering.write("x.docx")


def test_defaults_that_were_used_are_named() -> None:
    """This test shows that what the record leaves to the tool is told."""
    assert "archive" in render(TEXT).defaults
    assert "archive" not in render(TEXT + "lưu: VT\n").defaults


# --- writing


def test_a_document_is_written_whole_and_replaces_the_old_one(tmp_path: Path) -> None:
    """This test shows that folders are made, and nothing but the document is left."""
    path = tmp_path / "ra" / "thông báo.docx"
    rendering = render(TEXT)
    assert rendering.write(path) == path
    assert rendering.write(path).read_bytes() == rendering.data
    assert list(path.parent.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_document_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This test shows that a document is there whole or not at all."""
    path = tmp_path / "thu.docx"
    path.write_bytes(b"old")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="full"):
        render(TEXT).write(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_raises_and_leaves_nothing(tmp_path: Path) -> None:
    """This test shows that an error of the system reaches the caller."""
    (tmp_path / "tệp").write_bytes(b"x")
    with pytest.raises(OSError, match="tệp"):
        render(TEXT).write(tmp_path / "tệp" / "thu.docx")
    assert [each.name for each in tmp_path.iterdir()] == ["tệp"]


# --- starting records and schemas


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", ["công văn", "QĐ", "plan", "tờ trình"])
def test_starting_records_and_schemas_are_had_by_any_name(name: str, language: str) -> None:
    """This test shows that a starting record is silent and its schema is there."""
    assert [each.code for each in check(starting_record(name, language))] == []
    assert schema_text(name, language).startswith("{")


def test_a_type_outside_the_list_is_an_error_of_the_caller() -> None:
    """This test shows that no other type is given in its place."""
    with pytest.raises(KeyError):
        starting_record("thơ")
    with pytest.raises(KeyError):
        schema_text("thơ")


def test_the_package_gives_what_it_says() -> None:
    """This test shows that every public name is there."""
    for name in vnadmindocs.__all__:
        assert getattr(vnadmindocs, name) is not None
