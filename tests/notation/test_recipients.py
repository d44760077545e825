"""Recipients."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.notation.purposes import purpose_of
from vnadmindocs.notation.recipients import (
    Recipient,
    RecipientGroup,
    Recipients,
    as_article,
    parse_recipients,
    print_recipients,
)


def test_a_pasted_list_is_read() -> None:
    """The list of the letter of Sở Công Thương, label and all."""
    read = parse_recipients(
        "Nơi nhận:\n- Như trên;\n- UBND TP (để b/c);\n- GĐ; các PGĐ Sở;\n- Lưu: VT, QLCN."
    )
    assert [one.words for one in read.every] == [
        "Như trên",
        "UBND TP (để b/c)",
        "GĐ; các PGĐ Sở",
        "Lưu: VT, QLCN",
    ]
    assert read.archive_line == Recipient("Lưu: VT, QLCN")
    assert read.faults == ()


def test_a_side_bracket_groups_the_deeper_lines() -> None:
    """The joint plan sends to two bodies (để b/c)."""
    read = parse_recipients(
        "(để b/c):\n  - Bộ Công Thương;\n  - UBND tỉnh Kiên Giang;\nCục trưởng Cục CTĐP;\nLưu: VT."
    )
    assert read.items == (
        RecipientGroup(
            "(để b/c)", (Recipient("Bộ Công Thương"), Recipient("UBND tỉnh Kiên Giang"))
        ),
        Recipient("Cục trưởng Cục CTĐP"),
        Recipient("Lưu: VT"),
    )
    assert read.faults == ()


def test_a_list_of_texts_is_read_like_a_block() -> None:
    """An item of a YAML list may hold a whole group."""
    assert parse_recipients(["(để b/c):\n  Bộ Công Thương", "Lưu: VT"]) == parse_recipients(
        "(để b/c):\n  Bộ Công Thương\nLưu: VT"
    )


@pytest.mark.parametrize(
    ("words", "purpose"),
    [
        ("UBND TP (để b/c)", "(để b/c)"),
        ("Bộ Thông tin và Truyền thông (b/cáo)", "(b/cáo)"),
        ("Sở Công Thương các tỉnh (để ph/h)", "(để ph/h)"),
        ("Cơ quan Báo&PT, TH Thành phố; (để đưa tin)", "(để đưa tin)"),
        ("Thường trực (xin ý kiến)", "(xin ý kiến)"),
        ("Như trên (VP gửi email và đăng lên Website BQL)", ""),
        ("Giám đốc, Phó Giám đốc Sở (đ/c Bông)", ""),
        ("Lưu: VT, KGVX(bnt)", ""),
        ("Sở Y tế", ""),
    ],
)
def test_only_a_known_bracket_is_a_purpose(words: str, purpose: str) -> None:
    """A bracket is a purpose when it opens with «để», «xin» or is a known abbreviation."""
    assert purpose_of(words) == purpose


@pytest.mark.parametrize(
    ("words", "archived"),
    [
        ("Lưu: VT, QLCN", "VT, QLCN"),
        ("Lưu VT, NVD, kvxuyen", "VT, NVD, kvxuyen"),
        ("Lưu: Cục CTĐP, SCT tỉnh Kiên Giang", "Cục CTĐP, SCT tỉnh Kiên Giang"),
        ("Lưu văn thư", "văn thư"),
        ("Luu: VT, TC", "VT, TC"),
        ("LƯU: VT", "VT"),
        ("Lưu; VT", "VT"),
        ("Lưu - VT, HC", "VT, HC"),
        ("Lưu hồ sơ", "hồ sơ"),
        ("Lưu vt", "vt"),
        ("Lưu Quang Vũ", ""),
        ("Lưu trữ tỉnh", ""),
        ("Luu Văn Hà", ""),
        ("Lưu Hữu Phước, Giám đốc", ""),
    ],
)
def test_the_archive_line_is_known(words: str, archived: str) -> None:
    """A family name Lưu is not taken for the filing line."""
    assert Recipient(words).archived_at == archived
    assert Recipient(words).is_archive is bool(archived)


@pytest.mark.parametrize(
    ("words", "above"),
    [
        ("Như trên", True),
        ("NHƯ TRÊN (để t/h)", True),
        ("Như Kính gửi", True),
        ("Như đề gửi", True),
        ("N/t", True),
        ("Như Điều 3", False),
        ("Như thành phần mời", False),
        ("Như trênh", False),
        ("Sở Y tế", False),
    ],
)
def test_those_above_are_meant_in_any_spelling(words: str, above: bool) -> None:
    """Offices write «Như kính gửi» and «Như đề gửi» too."""
    assert Recipient(words).is_as_above is above


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Như Điều", "Như Điều 4a"),
        ("như điều (để thực hiện)", "Như Điều 4a (để thực hiện)"),
    ],
)
def test_an_article_without_a_number_is_asked_for(words: str, printed: str) -> None:
    """What stands behind it stays."""
    assert Recipient(words).asks_article
    assert as_article(words, "4a") == printed


@pytest.mark.parametrize("words", ["Như Điều 3", "Như Điều …", "Như Điều lệ", "Điều"])
def test_no_other_words_ask_for_an_article(words: str) -> None:
    """A number that was written, and a gap that was left, are the writer's."""
    assert not Recipient(words).asks_article


def test_two_archive_lines_are_found() -> None:
    """The second filing line is reported."""
    faults = parse_recipients("Như trên;\nLưu: VT;\nLưu: HCTH.").faults
    assert [(fault.code, fault.line) for fault in faults] == [("REC003", 2)]


def test_a_bracket_torn_from_its_group_is_found() -> None:
    """A purpose that stands alone groups nothing."""
    read = parse_recipients("Bộ Công Thương\nLưu: VT\n(để b/c)")
    assert [(fault.code, fault.line) for fault in read.faults] == [("REC004", 2)]
    assert read.items[-1] == Recipient("(để b/c)")


def test_a_missing_end_mark_is_found() -> None:
    """One line without a mark among marked ones is a hint."""
    faults = parse_recipients("- Sở Công Thương;\n- PCVP\n- Lưu: VT.").faults
    assert [(fault.code, fault.line) for fault in faults] == [("REC001", 1)]


WORDS = st.text(st.sampled_from("aĐ1 -;.()bư"), min_size=1, max_size=10).map(str.strip)
NAMES = WORDS.filter(lambda words: bool(words) and not words.startswith("(")).map(Recipient)
GROUPS = st.builds(RecipientGroup, st.just("(để b/c)"), st.lists(NAMES, min_size=1).map(tuple))


@given(st.lists(NAMES | GROUPS, max_size=4))
def test_recipients_are_read_back(items: list[Recipient | RecipientGroup]) -> None:
    """What is printed is read back with the same words and groups."""
    recipients = Recipients(tuple(items))
    assert parse_recipients(print_recipients(recipients)) == recipients
