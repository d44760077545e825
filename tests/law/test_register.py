"""The register of legal texts: the starter as data, and registers one before the other."""

from __future__ import annotations

import datetime

import pytest

from vnadmindocs.language.text import without_accents
from vnadmindocs.law.organs import find_organ
from vnadmindocs.law.register import LegalText, Register, Shelf, number_key, starter
from vnadmindocs.law.text_types import find_text_type

STARTER = Register([starter()])
EACH = pytest.mark.parametrize("text", list(STARTER), ids=lambda text: text.key)


def day(iso: str) -> datetime.date:
    """Read a day."""
    return datetime.date.fromisoformat(iso)


@EACH
def test_an_entry_says_where_it_is_from_and_how_certain_it_is(text: LegalText) -> None:
    """What was compared on a day says which."""
    assert text.source
    assert text.sure in {"2", "1", "obs", "mem"}
    assert text.checked or text.sure != "2"
    if text.sure in {"obs", "mem"} or "hiểu biết chung" in text.source:
        assert text.checked is None
    assert find_text_type(text.type) is not None
    assert text.number or text.by_name


@EACH
def test_the_days_of_an_entry_follow_one_another(text: LegalText) -> None:
    """Issued, in force, ceased."""
    days = [each for each in (text.date, text.in_force, text.ceased) if each is not None]
    assert days == sorted(days)


@EACH
def test_what_changed_a_text_is_in_the_register_and_younger(text: LegalText) -> None:
    """So that findings can name it."""
    for reference in (*text.replaced_by, *text.amended_by):
        other = STARTER.of_key(reference)
        assert other is not None
        if text.date and other.date:
            assert other.date > text.date
    if text.replaced_by and text.ceased:
        assert text.ceased in {each.in_force for each in STARTER.successors(text)}


@EACH
def test_a_key_is_made_of_type_number_and_year(text: LegalText) -> None:
    """A clerk can guess it; numbers of other bodies than Quốc hội and Chính phủ name the body."""
    short = {"Luật": "luat", "Nghị định": "nd", "Thông tư": "tt", "Quyết định": "qd"}
    short |= {"Nghị quyết": "nq", "Hiến pháp": "hp"}
    assert text.key.startswith(short[text.type] + "-")
    if text.number:
        assert text.key.split("-")[1] == text.number.split("/")[0]
    organ = text.number.rsplit("-", 1)[-1]
    if find_organ(organ) is not None and organ not in {"CP", "QH"}:
        assert without_accents(organ).lower() in text.key


def test_numbers_are_compared_without_their_spelling() -> None:
    """Spaces, case, accents, dashes and leading zeros."""
    assert number_key("08/2013/TT-BNV") == number_key("8/2013/tt–bnv")
    assert number_key("43/2013/QH 13") == number_key("43/2013/QH13")
    assert STARTER.of_number("45/2012/nd-cp") == (STARTER.of_key("nd-45-2012"),)


@pytest.mark.parametrize(
    ("key", "on", "state"),
    [
        ("luat-01-2011", "2025-06-30", "in_force"),
        ("luat-01-2011", "2025-07-01", "ceased"),
        ("luat-33-2024", "2025-06-30", "not_yet"),
        ("luat-33-2024", "2025-07-01", "in_force"),
        ("nd-45-2012", "2012-05-20", "not_yet"),
        ("nd-45-2012", "2020-01-01", "unknown"),
    ],
)
def test_the_state_of_a_text_on_a_day(key: str, on: str, state: str) -> None:
    """The first day in force counts as in force, the first day without as ceased."""
    text = STARTER.of_key(key)
    assert text is not None
    assert STARTER.state_of(text, day(on)) == state


def test_replacements_are_followed_to_the_text_of_the_day() -> None:
    """A law of 2015 was replaced twice in 2025."""
    text = STARTER.of_key("luat-77-2015")
    assert text is not None
    keys = [
        [each.key for each in STARTER.last_successors(text, day(on))]
        for on in ("2025-03-01", "2025-06-16")
    ]
    assert keys == [["luat-65-2025"], ["luat-72-2025"]]


def test_texts_that_replace_one_another_end_somewhere() -> None:
    """A register may be wrong."""
    end = day("2020-01-01")
    first = LegalText("a-1", "Quyết định", "1/QĐ-A", ceased=end, replaced_by=("b-2",))
    second = LegalText("b-2", "Quyết định", "2/QĐ-A", ceased=end, replaced_by=("a-1",))
    found = Register([Shelf([first, second])]).last_successors(first, day("2021-01-01"))
    assert found == (first,)


def test_the_end_of_a_text_is_the_force_of_what_replaced_it() -> None:
    """Where the register does not say it itself."""
    old = LegalText("a-1", "Quyết định", "1/2015/QĐ-TTg", replaced_by=("2/2020/QĐ-TTg",))
    new = LegalText("a-2", "Quyết định", "2/2020/QĐ-TTg", in_force=day("2020-05-20"))
    assert Register([Shelf([old, new])]).end_of(old) == day("2020-05-20")


def test_the_first_register_hides_the_same_key_of_the_next() -> None:
    """By key, by number, by name and when all are listed."""
    own = LegalText("ND-30-2020", "Nghị định", "30/2020/NĐ-CP", source="Công báo")
    both = Register([Shelf([own]), starter()])
    assert both.of_key("nd-30-2020") is own
    assert both.of_number("30/2020/NĐ-CP") == (own,)
    assert [text for text in both if text.number == own.number] == [own]
    assert len(both.of_name("luật", "LƯU TRỮ")) == 2


def test_amendments_count_from_their_force_or_their_issue() -> None:
    """What came later has not yet amended."""
    text = STARTER.of_key("nd-45-2012")
    assert text is not None
    assert STARTER.amendments(text, day("2025-08-26")) == ()
    assert [each.key for each in STARTER.amendments(text, day("2025-08-27"))] == ["nd-235-2025"]


@pytest.mark.parametrize(
    ("on", "keys"),
    [
        ("2018-12-31", []),
        ("2019-01-01", ["luat-21-2017"]),
        ("2020-07-01", ["luat-21-2017", "luat-47-2019"]),
        ("2023-07-01", ["luat-21-2017", "luat-47-2019", "nq-96-2023-qh15"]),
    ],
)
def test_the_law_on_local_government_has_all_that_amended_it(on: str, keys: list[str]) -> None:
    """As the consolidated text of 2023 lists them."""
    law = STARTER.of_key("luat-77-2015")
    assert law is not None
    assert [text.key for text in STARTER.amendments(law, day(on))] == keys
