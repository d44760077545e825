"""Documents with fields of their own: read, refused, written back, attached."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnadmindocs import State, load, to_yaml
from vnadmindocs.api import check
from vnadmindocs.law.forms import forms as lines_of_forms
from vnadmindocs.notation.moment import Moment
from vnadmindocs.record.contract import Contract, Party
from vnadmindocs.record.document import Appendix, Document
from vnadmindocs.record.invitation import Invitation
from vnadmindocs.record.minutes import Minutes
from vnadmindocs.record.models import attached_model_of, model_of
from vnadmindocs.record.vocabulary import types_with
from vnadmindocs.terms import forms, terms

INVITATION = """\
loại: giấy mời
cơ quan: SỞ NỘI VỤ
trích yếu: Họp giao ban
kính mời: |
  - Các phòng;
  - Văn phòng Sở.
thời gian: 8:00 12/3/2026
địa điểm: Phòng họp
"""
CONTRACT = """\
loại: hợp đồng
cơ quan: SỞ NỘI VỤ
trích yếu: Về việc chỉnh lý tài liệu
các bên:
  - tên: SỞ NỘI VỤ
    đại diện: Ông Nguyễn Văn An
    chức vụ: Giám đốc
    mã số thuế:
  - |
    BÊN B: TRUNG TÂM LƯU TRỮ
    Do bà Trần Thị Bình làm đại diện
nội dung: Điều 1. Bên B chỉnh lý tài liệu của Bên A./.
"""


def whole(text: str) -> Document:
    """Read a record that must be whole."""
    draft = load(text)
    assert draft.record is not None, draft.diagnostics
    return draft.record


def test_a_record_of_a_form_has_its_fields() -> None:
    """This test shows that times are understood and lists lose their furniture."""
    record = whole(INVITATION)
    assert isinstance(record, Invitation)
    assert record.is_worded
    assert record.time == Moment("08 giờ 00, ngày 12 tháng 3 năm 2026")
    assert getattr(record.guests, "items", None) == ("Các phòng", "Văn phòng Sở")
    assert record.chair is None


def test_a_field_has_three_states() -> None:
    """This test shows that empty is dots for the pen, «không» no line, absent nothing."""
    record = whole(INVITATION + "chủ trì:\ntới dự: không\n")
    assert isinstance(record, Invitation)
    assert (record.chair, record.event, record.body) == (State.GAP, State.OMITTED, None)


def test_without_a_field_of_its_own_nothing_is_worded() -> None:
    """This test shows that a paper written out in words is a paper of words."""
    text = "loại: giấy mời\ncơ quan: SỞ A\ntrích yếu: Họp\nnội dung: Kính mời dự họp./.\n"
    record = whole(text)
    assert isinstance(record, Invitation)
    assert not record.is_worded


@pytest.mark.parametrize("text", [INVITATION, CONTRACT, INVITATION + "tới dự:\nchủ trì: không\n"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_record_is_written_back(text: str, language: str) -> None:
    """This test shows that fields of a form are written in either language and read the same."""
    record = whole(text)
    assert whole(to_yaml(record, language)) == record


_TEXT = st.sampled_from(["Ông An", "Phòng họp số 2, tầng 3", "", "không", "- a", "a: b #c"])
_MOMENTS = st.sampled_from(["8:00 12/3/2026", "sau giờ làm việc", "", "14h30", "không"])


@settings(max_examples=60)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "started": _MOMENTS,
            "ended": _MOMENTS,
            "venue": _TEXT,
            "attendees": st.lists(_TEXT, max_size=3),
            "chair": _TEXT,
            "secretary": _TEXT,
            "meeting": _TEXT,
        },
    )
)
def test_minutes_of_any_words_are_written_back(values: dict[str, Any]) -> None:
    """This test shows that no words of a field are lost on the way."""
    record = load(
        {"type": "minutes", "agency": "SỞ A", "subject": "Họp", "body": "Nội dung.", **values}
    ).record
    assert isinstance(record, Minutes)
    assert whole(to_yaml(record)) == record


def test_parties_are_read_in_fields_or_as_printed() -> None:
    """This test shows that both stand in one list."""
    record = whole(CONTRACT)
    assert isinstance(record, Contract)
    assert isinstance(record.parties, tuple)
    first, second = record.parties
    assert isinstance(first, Party)
    assert (first.label_at(0), first.tax_code) == ("BÊN A", State.GAP)
    assert second == "BÊN B: TRUNG TÂM LƯU TRỮ\nDo bà Trần Thị Bình làm đại diện"


@pytest.mark.parametrize("kind", ["contract", "memorandum", "agreement"])
def test_the_parties_sign_in_their_order(kind: str) -> None:
    """This test shows that a block follows from each party."""
    record = whole(CONTRACT.replace("hợp đồng", kind))
    assert isinstance(record, Contract)
    assert [(block.authority, block.name) for block in record.own_signatures()] == [
        (("ĐẠI DIỆN BÊN A", "GIÁM ĐỐC"), "Nguyễn Văn An"),
        (("ĐẠI DIỆN BÊN B",), ""),
    ]


def test_minutes_call_the_meeting_as_their_subject_does() -> None:
    """This test shows that a workshop does not end as a meeting."""
    text = "loại: biên bản\ncơ quan: SỞ A\ntrích yếu: {}\nnội dung: a\n"
    called = []
    for subject in ("Hội nghị tổng kết", "Hội thảo khoa học", "Họp giao ban", "Kiểm tra kho"):
        record = whole(text.format(subject))
        assert isinstance(record, Minutes)
        called.append(record.meeting_name)
    assert called == ["hội nghị", "hội thảo", "cuộc họp", "cuộc họp"]


def test_a_field_of_another_type_is_told_whose_it_is() -> None:
    """This test shows that a name is not guessed at where it is known."""
    found = check("loại: thông báo\ncơ quan: SỞ A\ntrích yếu: b\nthư ký: Bà B\nnội dung: c\n")
    assert [(each.code, each.place.line) for each in found] == [("SCH028", 4)]
    types = types_with("nơi ký")
    assert types is not None
    assert types.vi == "hợp đồng, bản ghi nhớ, bản thỏa thuận"
    assert types_with("nội dung") is None


def test_a_labelled_line_at_the_margin_is_a_line_of_the_text_above() -> None:
    """This test shows that «Địa điểm: …» pasted under «nội dung: |» is no field of another type."""
    found = check("loại: thông báo\ncơ quan: SỞ A\ntrích yếu: b\nnội dung: |\n  c\nĐịa điểm: d\n")
    assert [each.code for each in found] == ["YML026"]


def test_about_what_is_the_subject_of_all_types_but_one() -> None:
    """This test shows that «về việc» of a giấy giới thiệu is the line of its form."""
    assert whole("loại: TB\ncơ quan: A\nvề việc: nghỉ lễ\nnội dung: c\n").subject == "nghỉ lễ"
    record = whole("loại: GGT\ncơ quan: A\nvề việc: liên hệ\nông bà: B\n")
    assert (record.subject, getattr(record, "purpose", None)) == (None, "liên hệ")


def test_an_attached_document_has_the_fields_of_its_type() -> None:
    """This test shows that a draft contract under a decision has parties, and no other type has."""
    attached = "\n".join(f"    {line}" for line in CONTRACT.splitlines() if "cơ quan" not in line)
    text = (
        "loại: quyết định\ncơ quan: SỞ A\nthẩm quyền ban hành: SỞ A\ntrích yếu: b\n"
        f"nội dung: Điều 1. c\nphụ lục:\n  -\n{attached}\n"
    )
    record = whole(text)
    assert isinstance(record.appendices, tuple)
    (appendix,) = record.appendices
    assert isinstance(appendix, Appendix)
    assert isinstance(appendix, Contract)
    assert whole(to_yaml(record)) == record
    assert attached_model_of("plan") is Appendix


def test_one_english_name_means_one_field() -> None:
    """This test shows that a finding can name a field of a form by its English name alone."""
    names: dict[str, set[str]] = {}
    for own in forms().values():
        for each in own:
            names.setdefault(each.english, set()).add(each.vietnamese)
    assert {name: found for name, found in names.items() if len(found) > 1} == {}
    assert not set(names) & {each.english for each in terms("document")}


@pytest.mark.parametrize("form", lines_of_forms())
def test_a_form_reads_what_the_glossary_names(form: str) -> None:
    """This test shows that no field of a form is named and never read."""
    kinds = {"contract": ("contract", "memorandum", "agreement")}.get(form, (form,))
    for kind in kinds:
        assert {each.english for each in forms()[form]} <= set(model_of(kind).model_fields)
