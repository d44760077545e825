"""What a Word file asks of its PDF, and how the PDF is held against it."""

from __future__ import annotations

import unicodedata

import pytest

from tests.writers.fake_office import word_file
from vnadmindocs.writers.libreoffice.asked import read_asked
from vnadmindocs.writers.libreoffice.proof import foreign_faces, missing_words


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Times New Roman", "TimesNewRomanPS-BoldItalicMT"),
        ("Times New Roman", "TimesNewRomanPSMT"),
        ("Times New Roman", "LiberationSerif-Italic"),
        ("Times New Roman", "TeXGyreTermes-Bold"),
        ("Arial", "Arial-BoldMT"),
        ("Arial", "LiberationSans"),
        ("Calibri", "Carlito,Bold"),
        ("UTM Avo", "UTMAvo-Bold"),
    ],
)
def test_a_face_of_the_same_widths_is_as_good_as_the_one_asked_for(asked: str, found: str) -> None:
    """Whatever its file calls the style."""
    assert foreign_faces([asked], {found: "abc"}) == {}


def test_a_face_is_foreign_when_it_only_looks_alike() -> None:
    """Faces of one maker, or with a name that begins alike."""
    letters = {"LiberationSans": "ab", "TimesTen-Roman": "c", "LiberationSerif": "d"}
    assert foreign_faces(["Times New Roman"], letters) == {
        "LiberationSans": "ab",
        "TimesTen-Roman": "c",
    }


def test_words_may_stand_anywhere_and_in_any_company() -> None:
    """Order, page numbers, line breaks inside a symbol, capitals and composition are free."""
    asked = "Số: 45/2012/NĐ-CP về việc họp\nGiám đốc"
    found = unicodedata.normalize("NFD", "2\nGIÁM ĐỐC\nvề việchọp Số: 45/20\n12/NĐ-\nCP 3")
    assert missing_words(asked, found) == ()


def test_words_must_be_there_as_often_as_asked() -> None:
    """Missing ones are named in the order of the text, each once."""
    assert missing_words("một hai một ba", "ba một") == ("một", "hai")
    assert missing_words("một hai một ba", "mộtmột ba hai") == ()
    assert missing_words("", "gì cũng được") == ()


def test_the_words_of_a_word_file_are_those_that_are_printed() -> None:
    """Without results of fields, hidden text and what was moved or deleted."""
    run = "<w:r>{}</w:r>"
    markup = "".join(
        (
            "<w:p>",
            run.format('<w:fldChar w:fldCharType="begin"/>'),
            run.format("<w:instrText>PAGE</w:instrText>"),
            run.format('<w:fldChar w:fldCharType="separate"/>'),
            run.format("<w:t>7</w:t>"),
            run.format('<w:fldChar w:fldCharType="end"/>'),
            '<w:fldSimple w:instr="DATE"><w:r><w:t>8</w:t></w:r></w:fldSimple>',
            run.format("<w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t>"),
            run.format('<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>hi</w:t>'),
            run.format("<w:t>ện</w:t><w:tab/><w:t>sau</w:t>"),
            "<w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom>",
            "</w:p>",
        )
    )
    asked = read_asked(word_file("Đầu", face="Arial", markup=markup))
    assert asked.words.split() == ["Đầu", "hiện", "sau"]
    assert asked.faces == {"Arial"}
    assert asked.moment == "2020-03-05T00:00:00Z"
