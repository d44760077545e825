"""The Layout as a whole: no word lost, defaults named, gaps of a draft, the same each time."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.records import (
    DECISION,
    LETTER,
    changed,
    element,
    laid_out,
    paragraphs,
    record,
    roles,
    texts,
)
from vnadmindocs.law.norms import norms
from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.shape import Layout, Metadata, Style
from vnadmindocs.layout.styles import PageBox, TemplateMeasures, styles
from vnadmindocs.record.fields import State

_WORD = st.text("abcdđeêghiklmnoôơpqrstuưvxy", min_size=1, max_size=9)
_LINE = st.lists(_WORD, min_size=1, max_size=14).map(" ".join)
_HEADS = ("", "Điều 1. ", "1. ", "a) ", "- ", "+ ", "> ", "{giữa} ", "I. ", "* ")


def _compact(text: str) -> str:
    return "".join(text.split())


@given(st.lists(st.tuples(st.sampled_from(_HEADS), _LINE), min_size=1, max_size=12))
@settings(max_examples=80)
def test_every_word_of_the_body_is_there_once_and_in_order(lines: list[tuple[str, str]]) -> None:
    written = "\n".join(f"  {head}{words}" for head, words in lines)
    body = element(laid_out(LETTER, nội_dung=f"|\n{written}"), "body")
    printed = "".join(each.text for each in paragraphs(body))
    taken = str.maketrans("", "", ">{}")
    expected = "".join(
        ("" if head == "{giữa} " else head) + words for head, words in lines
    ).translate(taken)
    assert _compact(printed) == _compact(expected)


@given(_LINE, _LINE, st.lists(_LINE, min_size=1, max_size=6))
@settings(max_examples=60)
def test_words_outside_the_body_are_there_whatever_breaks_layout_chose(
    subject: str, issuer: str, addressees: list[str]
) -> None:
    listed = "|\n  " + "\n  ".join(addressees)
    layout = laid_out(
        LETTER, trích_yếu=f"x {subject}", cơ_quan=f"|\n  SỞ {issuer.upper()}", kính_gửi=listed
    )
    assert _compact("".join(texts(element(layout, "dispatch_subject")))) == _compact(
        f"V/v x {subject}"
    )
    assert _compact("".join(texts(element(layout, "issuer")))) == _compact(f"SỞ {issuer.upper()}")
    printed = "".join(texts(element(layout, "addressees")))
    assert _compact(printed).replace("-", "").replace(";", "").rstrip(".") == "Kínhgửi:" + _compact(
        "".join(addressees)
    )


def test_a_record_is_laid_out_the_same_each_time() -> None:
    assert laid_out(DECISION) == laid_out(DECISION)


def test_the_size_set_is_that_of_the_record() -> None:
    layout = laid_out(LETTER, cỡ_chữ="nhỏ")
    assert layout.size_set == "small"
    assert layout.styles["paragraph"].size_pt == 13
    assert "size_set" not in layout.defaults


def test_the_size_set_of_the_profile_is_a_default() -> None:
    text = DECISION.replace("  viết tắt: UBND\n", "  viết tắt: UBND\n  cỡ chữ: nhỏ\n")
    layout = laid_out(text)
    assert layout.size_set == "small"
    assert "size_set" in layout.defaults


def test_an_office_narrows_the_margins_by_its_own_rules() -> None:
    text = DECISION.replace(
        "  viết tắt: UBND\n", "  viết tắt: UBND\n  quy định riêng:\n    lề trái: 35\n"
    )
    layout = laid_out(text)
    assert layout.parts[0].section.left_mm == 35
    assert layout.parts[0].section.text_width_mm == 155


def test_defaults_are_named_once_in_a_stable_order() -> None:
    assert laid_out(DECISION).defaults == (
        "size_set",
        "symbol",
        "place",
        "issuing_authority",
        "archive",
        "recipients",
    )


def test_core_properties_come_from_the_record() -> None:
    assert laid_out(LETTER).metadata == Metadata(
        title="báo cáo số liệu",
        author="SỞ NỘI VỤ",
        subject="công văn",
        identifier="5/SNV-VP",
        date="2026-03-09",
    )


def _gapped(text: str, **fields: object) -> Layout:
    return lay_out(record(text).model_copy(update=fields), left_out=tuple(fields))


@pytest.mark.parametrize(
    "field",
    ["agency", "subject", "addressees", "body", "signature", "recipients", "number", "date"],
)
def test_a_draft_prints_a_gap_for_what_is_missing(field: str) -> None:
    """The same elements stand on the page, and the Layout says what was left out."""
    layout = _gapped(LETTER, **{field: State.GAP})
    assert roles(layout) == roles(laid_out(LETTER))
    assert layout.left_out == (field,)


@pytest.mark.parametrize(
    ("field", "role"),
    [
        ("subject", "dispatch_subject"),
        ("addressees", "addressees"),
        ("signature", "signature"),
        ("recipients", "recipients"),
        ("number", "number"),
    ],
)
def test_what_is_left_out_on_purpose_leaves_no_trace(field: str, role: str) -> None:
    assert role not in roles(_gapped(LETTER, **{field: State.OMITTED}))


def test_a_template_gives_page_columns_and_looks() -> None:
    page = PageBox(210, 297, 25, 20, 35, 15, 12, 10)
    small = styles(norms("small"))["paragraph"]
    look = Style("paragraph", "Đoạn văn", 13.5, align=small.align)
    template = TemplateMeasures(page, (60.0, 100.0), {"paragraph": look})
    layout = lay_out(record(LETTER), template=template)
    assert layout.parts[0].section.top_mm == 25
    assert layout.styles["paragraph"] == look
    assert layout.styles["issuer"] == styles(norms())["issuer"]
    assert layout.parts[0].elements[0].columns_mm == (60.0, 100.0)  # type: ignore[union-attr]


def test_every_role_used_has_a_style() -> None:
    layout = laid_out(DECISION)
    used = {each.role for part in layout.parts for each in paragraphs(part)}
    assert used <= set(layout.styles)


def test_a_letter_may_be_turned_on_its_side() -> None:
    layout = lay_out(record(changed(LETTER, khổ_giấy="ngang")))
    assert layout.parts[0].section.landscape
