"""Rules of Kính gửi and Nơi nhận, case by case."""

from __future__ import annotations

from time import process_time

import pytest

from vnadmindocs.api import check
from vnadmindocs.lint.receivers import is_named

LETTER = {
    "type": "dispatch",
    "agency": "SỞ NỘI VỤ",
    "subject": "cử người trực",
    "addressees": "Sở Tài chính\nSở Tư pháp",
    "body": "Trân trọng./.",
    "recipients": "Như trên",
    "archive": "VT",
}


def codes(**fields: object) -> list[str]:
    """Give the codes of the family found in the letter with other fields."""
    record = {name: each for name, each in (LETTER | fields).items() if each is not None}
    return [found.code for found in check(record) if found.code.startswith("REC")]


@pytest.mark.parametrize(
    ("addressee", "recipient"),
    [
        ("Chủ tịch Ủy ban nhân dân tỉnh", "Chủ tịch UBND tỉnh (để b/c)"),
        ("Bộ Thông tin và Truyền thông", "Bộ TT&TT"),
        ("Các Sở: Tài chính; Tư pháp", "Các Sở"),
        ("Các sở, ban, ngành thành phố", "Các sở, ngành TP"),
        ("Ông Nguyễn Văn An", "Nguyễn Văn An"),
        ("Giám đốc Sở Y tế", "GĐ Sở Y tế"),
        ("UBND các xã", "UBND xã"),
    ],
)
def test_an_addressee_is_known_by_a_shorter_name(addressee: str, recipient: str) -> None:
    """This test shows that abbreviations and words left out do not hide it."""
    assert is_named(addressee, recipient)


@pytest.mark.parametrize(
    ("addressee", "recipient"),
    [
        ("Sở Tài chính", "Sở Tư pháp"),
        ("Bộ Nội vụ", "UBND tỉnh (để b/c)"),
        ("Sở Y tế", "(để b/c)"),
        ("Ủy ban nhân dân tỉnh", "Hội đồng nhân dân tỉnh"),
    ],
)
def test_another_name_is_another_body(addressee: str, recipient: str) -> None:
    """This test shows that words in common are not enough."""
    assert not is_named(addressee, recipient)


@pytest.mark.parametrize(
    "recipients",
    ["Như thành phần mời", "N/t", "Sở Tài chính\nSở TP", "Như trên (qua email)", "không", ""],
)
def test_addressees_are_sent_it_by_any_of_these(recipients: str) -> None:
    """This test shows that «Như trên», the names, and a list left out or open are let be."""
    assert codes(recipients=recipients) == []


@pytest.mark.parametrize("kind", ["report", "notice", "plan", "decision"])
def test_as_above_means_kinh_gui(kind: str) -> None:
    """This test shows that it means nothing in a type without one, or where none is written."""
    fields = {"type": kind, "addressees": None, "issuing_authority": "GIÁM ĐỐC SỞ NỘI VỤ"}
    assert codes(**fields) == ["REC015"]


@pytest.mark.parametrize("kind", ["invitation", "introduction", "covering_note", "leave_permit"])
def test_as_above_may_mean_whom_the_body_names(kind: str) -> None:
    """This test shows that forms which name receivers in their body are let be."""
    assert codes(type=kind, addressees=None) == []


@pytest.mark.parametrize("kind", ["report", "submission", "telegram", "invitation", "dispatch"])
def test_these_types_may_be_addressed(kind: str) -> None:
    """This test shows which types carry Kính gửi (II.9.b), or the like of it by their forms."""
    fields = {"type": kind, "issuing_authority": "GIÁM ĐỐC SỞ NỘI VỤ"}
    assert codes(**fields) == []


def test_a_document_under_a_name_of_its_own_is_not_judged_by_its_type() -> None:
    """This test shows that a printed title such as THƯ NGỎ may have addressees."""
    assert codes(type="notice") == ["REC011"]
    assert codes(type="notice", title="THÔNG BÁO KẾT LUẬN") == ["REC011"]
    assert codes(type="notice", title="THƯ NGỎ") == []


@pytest.mark.parametrize("words", ["Các Sở: Tài chính; Tư pháp", "Phòng A (qua ông B; bà C)"])
def test_a_group_is_one_line(words: str) -> None:
    """This test shows that inner semicolons of a group are its own."""
    assert codes(addressees=words) == []


def test_an_addressee_in_a_group_is_found_again() -> None:
    """This test shows that a group is seen as those it names."""
    assert codes(addressees="Các Sở: Tài chính; Tư pháp\nSở tài chính") == ["REC013"]
    assert codes(
        addressees="Các Sở: Tài chính; Tư pháp", recipients="Như trên\nSở Tư pháp (để biết)"
    ) == ["REC020"]


def test_the_filing_line_of_a_named_list_is_one() -> None:
    """This test shows that a list may bring the Lưu line, and the field is then one too many."""
    office = {"header": "SỞ NỘI VỤ", "recipient_lists": {"nội bộ": "Các phòng\nLưu: VT, HC"}}
    recipients = "Như trên\n@nội bộ"
    assert codes(agency=office, recipients=recipients, archive=None) == []
    assert codes(agency=office, recipients=recipients) == ["REC002"]
    assert codes(agency=office, recipients=f"{recipients}\nUBND tỉnh", archive=None) == ["REC018"]


def test_names_that_differ_in_an_accent_are_two() -> None:
    """This test shows that only case, spaces and purposes are set aside."""
    assert codes(recipients="Như trên\nĐ/c Lê Văn Hùng\nĐ/c Lê Văn Hưng") == []


@pytest.mark.parametrize(
    ("archive", "found"),
    [
        ("VT, TCCB", []),
        ("VT, tccb(bnt)", []),
        ("VT, Phòng Tổ chức cán bộ", []),
        ("VT, TCCB, KHTC", []),
        ("VT", []),
        ("VT, HS", []),
        ("VT, B.Đ.Hùng", []),
        ("VT, csthuan", []),
        ("VT, KHTC", ["REC023"]),
        ("VT; XD&CT (2b)", ["REC023"]),
    ],
)
def test_the_filing_unit_is_one_of_the_profile(archive: str, found: list[str]) -> None:
    """This test shows that persons are let be, and one known unit is enough."""
    office = {"header": "SỞ NỘI VỤ", "units": {"TCCB": "Phòng Tổ chức cán bộ"}}
    assert codes(agency=office, archive=archive) == found
    assert codes(archive=archive) == []


@pytest.mark.parametrize(
    ("recipients", "archive", "copies", "found"),
    [
        ("Như trên\nUBND tỉnh (để b/c)", "VT", "3", []),
        ("Như trên\nUBND tỉnh (để b/c)", "VT", "4", []),
        ("Như trên\nUBND tỉnh (để b/c)", "VT", "04 bản", []),
        ("Như trên\nUBND tỉnh (để b/c)", "VT", "2", ["REC024"]),
        ("Như trên\nUBND tỉnh (để b/c)", "VT", "5", ["REC024"]),
        ("Như trên\nUBND tỉnh (để b/c)", "VT (3b), VP", "6", []),
        ("Như trên\nUBND tỉnh (05 bản)", "VT", "7", []),
        ("Như trên\nCác phòng", "VT", "90", []),
        ("Như trên\nCác phòng", "VT", "2", ["REC024"]),
        ("Như trên\nGĐ; các PGĐ", "VT", "20", []),
        ("Như trên", "VT", "ba trăm", []),
    ],
)
def test_copies_are_counted_where_places_can_be(
    recipients: str, archive: str, copies: str, found: list[str]
) -> None:
    """This test shows that filed copies may be counted or not, and «Các …» has no upper bound."""
    assert codes(recipients=recipients, archive=archive, copies=copies) == found
    assert codes(recipients=recipients, archive=archive, copies=copies, issue="electronic") == []


def test_time_grows_with_the_list_and_no_faster() -> None:
    """This test shows that ten times the recipients take no more than some thirty times as long."""

    def seconds(number: int, first: str = "Như trên\n") -> float:
        names = "\n".join(f"Các Sở: Xã {n}; Phường {n} (để b/c)" for n in range(number))
        start = process_time()
        found = codes(addressees=names, recipients=f"{first}{names.upper()}")
        assert found == (["REC020"] * number if first else [])
        return process_time() - start

    def named_shorter(number: int) -> float:
        """One list names the other's members in other words: each is held against each."""
        names = "\n".join(f"Sở Tài chính tỉnh số {n}" for n in range(number))
        others = "\n".join(f"Sở tài chính số {n}" for n in range(number))
        start = process_time()
        assert codes(addressees=names, recipients=others) == []
        return process_time() - start

    seconds(10)
    assert named_shorter(1000) < 30 * max(named_shorter(100), 0.01)
    assert seconds(1000) < 30 * max(seconds(100), 0.01)
    assert seconds(1000, "") < 30 * max(seconds(100, ""), 0.01)
