"""The printed words: exact strings of the decree, sound data."""

from __future__ import annotations

import string
import unicodedata

import pytest

from vnadmindocs.law.wording import Wording, wording, wordings
from vnadmindocs.locator import locator_in_words

NO_BREAK = "\u00a0"


@pytest.mark.parametrize(
    ("key", "printed"),
    [
        ("national_name", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("national_motto", "Độc lập - Tự do - Hạnh phúc"),
        ("number.label", "Số:"),
        ("date.pattern", "ngày {day} tháng {month} năm {year}"),
        ("dispatch_subject.prefix", "V/v"),
        ("legal_basis.opening", "Căn cứ"),
        ("legal_basis.proposal", "Theo đề nghị của"),
        ("decision_word", "QUYẾT ĐỊNH:"),
        ("resolution_word", "QUYẾT NGHỊ:"),
        ("addressees.label", "Kính gửi:"),
        ("recipients.label", "Nơi nhận:"),
        ("recipients.as_above", "Như trên"),
        ("recipients.as_article", "Như Điều {n}"),
        ("recipients.archive", "Lưu:"),
        ("recipients.archive_office", "VT"),
        ("appendix", "Phụ lục"),
        (
            "appendix.reference",
            "(Kèm theo {type} số {number} ngày {day} tháng {month} năm {year} của {issuer})",
        ),
        ("telegram.receivers", "{authority} điện:"),
        ("urgency.hoa_toc", "HỎA TỐC"),
        ("urgency.thuong_khan", "THƯỢNG KHẨN"),
        ("urgency.khan", "KHẨN"),
        ("secrecy.tuyet_mat", "TUYỆT MẬT"),
        ("secrecy.toi_mat", "TỐI MẬT"),
        ("secrecy.mat", "MẬT"),
    ],
)
def test_a_phrase_is_printed_in_the_words_of_the_decree(key: str, printed: str) -> None:
    """Letter by letter."""
    assert wording(key) == printed


@pytest.mark.parametrize(
    "key", ["number.gap", "place.gap", "date.day_gap", "date.month_gap", "date.year_gap"]
)
def test_a_gap_is_a_run_of_no_break_spaces(key: str) -> None:
    """Word neither breaks nor joins them."""
    assert set(wording(key)) == {NO_BREAK}


def test_both_spellings_of_the_national_name_are_accepted() -> None:
    """The decree itself mixes HÒA and HOÀ."""
    assert wordings()["national_name"].accepted == (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    )


@pytest.mark.parametrize("phrase", wordings().values(), ids=lambda phrase: phrase.key)
def test_every_phrase_is_sound(phrase: Wording) -> None:
    """This test shows that text is NFC, patterns parse, and the place can be said in words."""
    for spelling in phrase.accepted:
        assert spelling
        assert unicodedata.is_normalized("NFC", spelling)
        fields = {name for _, name, _, _ in string.Formatter().parse(spelling) if name is not None}
        assert all(name.isidentifier() for name in fields)
    assert phrase.confidence in {"2", "1", "obs", "infer", "mem", "house"}
    assert len(set(phrase.accepted)) == len(phrase.accepted)
    for language in ("vi", "en"):
        assert locator_in_words(phrase.locator, language)


def test_a_phrase_that_is_not_there_is_a_bug_of_ours() -> None:
    """No empty string instead."""
    with pytest.raises(KeyError):
        wording("greeting")
