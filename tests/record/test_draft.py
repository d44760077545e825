"""A draft: every field valid, missing or unreadable, all faults at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from vnadmindocs.notation.date import PartialDate
from vnadmindocs.record.decision import Decision
from vnadmindocs.record.draft import Draft, draft_of_bytes, draft_of_mapping, draft_of_record
from vnadmindocs.record.fields import State
from vnadmindocs.record.folder import Folder
from vnadmindocs.record.typed_document import TypedDocument

WHOLE: dict[str, Any] = {
    "type": "quyết định",
    "agency": "SỞ NỘI VỤ",
    "subject": "Về việc cử người trực",
    "body": "Điều 1. Cử ông An.",
}


def draft(**changes: Any) -> Draft:
    """Read a decision with changes; None leaves a field out."""
    fields = {name: value for name, value in {**WHOLE, **changes}.items() if value is not None}
    return draft_of_mapping(fields, Folder.of(Path()))


def test_a_whole_record_is_there_and_its_gapped_form_is_itself() -> None:
    """This test shows that nothing is lost where nothing is wrong."""
    read = draft()
    assert isinstance(read.record, Decision)
    assert read.gapped is read.record
    assert (read.missing, read.unreadable, read.left_out) == ((), (), ())


@pytest.mark.parametrize("name", ["agency", "subject", "body"])
def test_a_missing_part_leaves_a_gap(name: str) -> None:
    """This test shows that the other parts are as they were."""
    read = draft(**{name: None})
    assert read.record is None
    assert read.missing == (name,)
    assert read.gapped is not None
    assert getattr(read.gapped, name) is State.GAP
    assert [each.code for each in read.diagnostics] == ["SCH020"]


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({"type": "thông báo", "agency": "SỞ NỘI VỤ", "body": "Nghỉ lễ"}, "subject"),
        (
            {"type": "công văn", "agency": "SỞ NỘI VỤ", "subject": "nghỉ lễ", "body": "Nghỉ lễ"},
            "addressees",
        ),
    ],
)
def test_what_the_type_asks_for_is_asked_of_a_record_built_in_python(
    values: dict[str, Any], missing: str
) -> None:
    """This test shows that a mapping and the record made of it get the same findings."""
    built = draft_of_record(TypedDocument(**values))
    read = draft_of_mapping(values, Folder.of(Path()))
    assert built.diagnostics == read.diagnostics
    assert [each.code for each in built.diagnostics] == ["SCH020"]
    assert (built.record, built.missing, built.left_out) == (None, (missing,), (missing,))
    assert built.gapped is not None
    assert getattr(built.gapped, missing) is State.GAP


def test_a_record_built_in_python_with_a_fatal_finding_is_no_record() -> None:
    """This test shows that ``record`` is what may be printed, whatever its origin."""
    built = draft_of_record(Decision(**{**WHOLE, "subject": "Cử người trực ☎"}))
    assert [each.code for each in built.diagnostics] == ["FNT001"]
    assert (built.record, built.left_out) == (None, ())
    assert built.gapped is not None


def test_a_key_left_empty_is_a_gap_that_was_asked_for() -> None:
    """This test shows that an empty key is not a missing one."""
    read = draft(subject="")
    assert read.record is not None
    assert read.record.subject is State.GAP
    assert read.diagnostics == ()


def test_the_three_states_of_a_key_differ() -> None:
    """This test shows that absent, empty and «không» are three things."""
    states = [draft(date=value).record for value in (None, "", "không", "3/9/2025")]
    assert [record.date if record else "?" for record in states] == [
        None,
        State.GAP,
        State.OMITTED,
        PartialDate(3, 9, 2025),
    ]


def test_an_unreadable_part_leaves_a_gap_and_the_others_are_read() -> None:
    """This test shows that all faults come out of one reading."""
    read = draft(date="31/4/2025", number="năm", urgency="gấp", place="Hà Nội")
    assert read.record is None
    assert sorted(each.code for each in read.diagnostics) == ["DAT001", "NUM001", "SCH023"]
    assert set(read.unreadable) == {("date",), ("number",), ("urgency",)}
    assert read.gapped is not None
    assert read.gapped.place == "Hà Nội"
    assert read.gapped.date is State.GAP


def test_an_unreadable_item_of_a_list_takes_only_itself() -> None:
    """This test shows that one bad table or appendix does not take the rest with it."""
    read = draft(
        body=["Điều 1. a", {"table": {"rows": "b"}}, "Điều 2. c"],
        appendices=[{"body": "x"}, {"body": "y", "date": "32/1/2025"}],
        tables={"t": {"columns": "a", "rows": "b"}, "u": {"rows": "b"}},
    )
    assert read.left_out == ("tables/u", "body/1", "appendices/1/date")
    assert read.gapped is not None
    assert isinstance(read.gapped.appendices, tuple)
    assert [each.date for each in read.gapped.appendices] == [None, State.GAP]


@pytest.mark.parametrize("kind", [None, "", "quyết địn", ["a"]])
def test_without_a_type_the_other_fields_are_read_as_those_of_a_general_document(
    kind: object,
) -> None:
    """This test shows that a slip in the first line does not hide the others."""
    read = draft(type=kind, date="31/4/2025")
    assert read.record is None
    assert "type" in read.missing
    assert "DAT001" in {each.code for each in read.diagnostics}
    assert read.gapped is not None


def test_a_file_that_is_no_record_has_neither() -> None:
    """This test shows that there is nothing to print."""
    read = draft_of_bytes(b"- a\n- b\n", "x.yaml", Folder.of(Path()))
    assert (read.record, read.gapped) == (None, None)
    assert [each.code for each in read.diagnostics] == ["YML011"]


def test_a_record_built_in_python_reports_what_its_values_have_to_say() -> None:
    """This test shows that hints do not need a file."""
    record = draft(body="Điều 1. a\nĐiều 3. b").record
    assert record is not None
    assert [each.code for each in draft_of_record(record).diagnostics] == ["BDY002"]


def test_an_unreadable_part_inside_an_unreadable_part_is_one_gap() -> None:
    """This test shows that a list refused whole is not looked into again."""
    read = draft(appendices=["", {"title": "Danh sách", "body": [{"table": "không có"}]}])
    assert read.gapped is not None
    assert read.gapped.appendices is State.GAP
