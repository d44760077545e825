"""TCVN3 and VNI, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.language.legacy import (
    read_western,
    tcvn3_to_unicode,
    unicode_to_tcvn3,
    unicode_to_vni,
    vni_to_unicode,
    western_bytes,
)

SMALL = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
UNTONED_CAPITALS = "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY"
SIGNS = " .,;:/-0123456789()\n"


@given(st.text(alphabet=SMALL + SMALL.upper() + SIGNS))
def test_vni_comes_back_as_it_was(text: str) -> None:
    """All 134 letters have a code of their own in VNI."""
    assert vni_to_unicode(unicode_to_vni(text)) == text


@given(st.text(alphabet=SMALL + SIGNS))
def test_tcvn3_comes_back_as_it_was_in_small_letters(text: str) -> None:
    """Every small letter has a byte."""
    assert tcvn3_to_unicode(unicode_to_tcvn3(text)) == text


@given(st.text(alphabet=SMALL + SMALL.upper() + SIGNS))
def test_tcvn3_keeps_the_letters_of_capitals(text: str) -> None:
    """Only the case of toned capitals is a matter of the font."""
    assert tcvn3_to_unicode(unicode_to_tcvn3(text)).lower() == text.lower()


@given(st.text(alphabet=UNTONED_CAPITALS + SIGNS))
def test_tcvn3_has_the_capitals_without_tone(text: str) -> None:
    """Ă Â Đ Ê Ô Ơ Ư are in the code page."""
    assert tcvn3_to_unicode(unicode_to_tcvn3(text)) == text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("C«ng v¨n", "Công văn"),
        ("Trong tr\u00adêng hîp c¸c b¹n kh«ng thÓ", "Trong trường hợp các bạn không thể"),
        ("§iÒu 1. Hµ Néi", "Điều 1. Hà Nội"),
        ("CéNG HßA", "CỘNG HÒA"),
        ("ñY BAN", "ỦY BAN"),
        ("x· héi", "xã hội"),
    ],
)
def test_tcvn3_reads_as_it_was_meant(written: str, meant: str) -> None:
    """A toned letter among capitals is a capital."""
    assert tcvn3_to_unicode(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Coâng vaên soá 5", "Công văn số 5"),
        ("ÑIEÀU 1. Ñöôïc pheùp", "ĐIỀU 1. Được phép"),
        ("UÛy ban nhaân daân tænh", "Ủy ban nhân dân tỉnh"),
        ("kyõ thuaät, kî, nghó, thò", "kỹ thuật, kỵ, nghĩ, thị"),
    ],
)
def test_vni_reads_as_it_was_meant(written: str, meant: str) -> None:
    """The vowel decides the case of a pair."""
    assert vni_to_unicode(written) == meant


@given(st.binary())
def test_western_text_remembers_its_bytes(data: bytes) -> None:
    """Any bytes can be read as Western European and written back."""
    assert western_bytes(read_western(data)) == data
