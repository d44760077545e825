"""The 29 types of Điều 7: their names, abbreviations, forms and components."""

from __future__ import annotations

import pytest

from vnadmindocs.language.text import fold, without_accents
from vnadmindocs.law.document_types import (
    DocumentType,
    document_types,
    find_type,
    like_type,
    meant_type,
)
from vnadmindocs.locator import locator_in_words

# Name, abbreviation, form: Điều 7, PL3·I and the footnotes of the sample forms.
ROWS = [
    ("nghị quyết", "NQ", "1.1"), ("quyết định", "QĐ", "1.2"), ("chỉ thị", "CT", "1.4"),
    ("quy chế", "QC", "1.4"), ("quy định", "QyĐ", "1.4"), ("thông cáo", "TC", "1.4"),
    ("thông báo", "TB", "1.4"), ("hướng dẫn", "HD", "1.4"), ("chương trình", "CTr", "1.4"),
    ("kế hoạch", "KH", "1.4"), ("phương án", "PA", "1.4"), ("đề án", "ĐA", "1.4"),
    ("dự án", "DA", "1.4"), ("báo cáo", "BC", "1.4"), ("biên bản", "BB", "1.9"),
    ("tờ trình", "TTr", "1.4"), ("hợp đồng", "HĐ", ""), ("công văn", "", "1.5"),
    ("công điện", "CĐ", "1.6"), ("bản ghi nhớ", "BGN", ""), ("bản thỏa thuận", "BTT", ""),
    ("giấy ủy quyền", "GUQ", "1.4"), ("giấy mời", "GM", "1.7"), ("giấy giới thiệu", "GGT", "1.8"),
    ("giấy nghỉ phép", "GNP", "1.10"), ("phiếu gửi", "PG", "1.4"), ("phiếu chuyển", "PC", "1.4"),
    ("phiếu báo", "PB", "1.4"), ("thư công", "", ""),
]  # fmt: skip


def kind_of(text: str) -> DocumentType:
    """Find a type that must be there."""
    found = find_type(text)
    assert found is not None, text
    return found


def test_the_types_are_those_of_the_decree_in_its_order() -> None:
    """Name, abbreviation and form of all 29."""
    assert [(kind.name.vi, kind.abbreviation, kind.form) for kind in document_types()] == ROWS
    assert [kind.number for kind in document_types()] == list(range(1, 30))


def test_twenty_seven_types_have_an_abbreviation_and_no_two_the_same() -> None:
    """Công văn and thư công have none."""
    abbreviations = [kind.abbreviation for kind in document_types() if kind.abbreviation]
    assert len(abbreviations) == 27
    assert len(set(abbreviations)) == 27


def test_seventeen_types_share_form_1_4_and_four_have_none() -> None:
    """As the footnote of form 1.4 lists them."""
    forms = [kind.form for kind in document_types()]
    assert forms.count("1.4") == 17
    assert [kind.key for kind in document_types() if not kind.form] == [
        "contract", "memorandum", "agreement", "public_letter",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", document_types(), ids=lambda kind: kind.key)
class TestEveryType:
    """What holds for each of the 29."""

    def test_it_is_found_by_each_of_its_names(self, kind: DocumentType) -> None:
        """Accents, case and underscores do not matter."""
        for name in (
            kind.name.vi,
            kind.name.vi.upper(),
            without_accents(kind.name.vi),
            without_accents(kind.name.vi).replace(" ", "_"),
            kind.key,
            kind.name.en,
            kind.abbreviation,
            *kind.also,
        ):
            if name:
                assert find_type(name) is kind

    def test_it_is_printed_as_its_name_in_capitals(self, kind: DocumentType) -> None:
        """Only công văn prints no type name."""
        assert kind.printed == ("" if kind.key == "dispatch" else kind.name.vi.upper())

    def test_its_place_in_the_decree_can_be_said(self, kind: DocumentType) -> None:
        """In both languages."""
        for language in ("vi", "en"):
            assert locator_in_words(kind.locator, language)

    def test_it_needs_a_body_where_its_form_has_no_fields_to_say_all(
        self, kind: DocumentType
    ) -> None:
        """Forms 1.7 to 1.10 may do without one."""
        assert kind.body_required is (kind.form not in ("1.7", "1.8", "1.9", "1.10"))


def test_capitals_tell_abbreviations_apart() -> None:
    """CT is not CTr, ĐA is not DA."""
    assert kind_of("CT").key == "directive"
    assert kind_of("CTr").key == "programme"
    assert kind_of("ĐA").key == "project_proposal"
    assert kind_of("DA").key == "project"


def test_an_abbreviation_that_means_two_types_without_its_marks_is_not_guessed() -> None:
    """Neither đề án nor dự án."""
    assert find_type("da") is None


def test_the_words_in_brackets_of_the_decree_are_no_part_of_the_name() -> None:
    """Điều 7 writes «(cá biệt)» after two names."""
    assert kind_of("Quyết định (cá biệt)").key == "decision"


@pytest.mark.parametrize("text", ["", "thông tư", "nghị định", "văn bản"])
def test_what_is_no_administrative_document_is_not_found(text: str) -> None:
    """Normative documents are not of this decree."""
    assert find_type(text) is None


def test_a_slip_gets_the_type_that_was_meant() -> None:
    """A near miss has a suggestion, nonsense none."""
    near = meant_type("quyêt dinhh")
    assert near is not None
    assert near.key == "decision"
    assert meant_type("xyz") is None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("thư mời", "invitation"), ("Điều lệ", "regulation"),
        ("quyết định phân công", "decision"), ("KẾ HOẠCH PHỐI HỢP", "plan"),
        ("biên bản thỏa thuận hợp tác", "agreement"), ("thư ngỏ", "public_letter"),
    ],
)  # fmt: skip
def test_a_document_of_another_name_has_a_nearest_type(name: str, key: str) -> None:
    """What people call such a paper, or a name that opens with that of a type."""
    near = like_type(name)
    assert near is not None
    assert near.key == key


def test_what_is_like_no_type_is_not_guessed() -> None:
    """A decree is none of these papers, nor are other words."""
    assert like_type("nghị định") is None
    assert like_type("xyz") is None


def test_no_name_is_like_two_types() -> None:
    """Nor is a name of the list itself said to be like another."""
    names = [fold(name) for kind in document_types() for name in kind.like]
    assert len(names) == len(set(names))
    assert [name for name in names if find_type(name) is not None] == []


def test_a_decision_names_its_authority_and_opens_its_recipients_with_the_article() -> None:
    """Forms 1.1 and 1.2."""
    decision = kind_of("QĐ")
    assert decision.issuing_authority
    assert decision.decision_word == "QUYẾT ĐỊNH:"
    assert decision.first_recipient == "Như Điều"
    assert kind_of("NQ").decision_word == "QUYẾT NGHỊ:"


def test_an_official_letter_prints_no_type_and_its_subject_under_the_number() -> None:
    """Form 1.5."""
    letter = kind_of("công văn")
    assert (letter.printed, letter.subject_box, letter.subject_rule) == ("", "5b", False)
    assert (letter.addressees, letter.first_recipient) == ("required", "Như trên")


def test_minutes_have_no_place_and_date_and_two_signatures() -> None:
    """Form 1.9."""
    minutes = kind_of("BB")
    assert not minutes.place_date
    assert minutes.subject_rule
    assert (minutes.signature, minutes.archive) == ("meeting", "VT, Hồ sơ")


def test_an_introduction_and_a_leave_permit_have_no_subject_but_a_rule() -> None:
    """Forms 1.8 and 1.10."""
    for abbreviation in ("GGT", "GNP"):
        assert kind_of(abbreviation).subject == "none"
        assert kind_of(abbreviation).subject_rule


def test_addressees_are_for_letters_submissions_and_upward_reports() -> None:
    """PL1·P1·II.9.b."""
    assert kind_of("tờ trình").addressees == "required"
    assert kind_of("báo cáo").addressees == "optional"
    assert kind_of("thông báo").addressees == "none"


def test_what_singles_a_type_out_is_said_in_its_row() -> None:
    """Layout knows no type by its key."""
    kinds = document_types()
    assert [kind.key for kind in kinds if kind.receivers_line] == ["telegram"]
    assert [kind.key for kind in kinds if kind.authority_is_body] == ["resolution"]
    assert [kind.key for kind in kinds if kind.unit_in_symbol] == ["dispatch"]
