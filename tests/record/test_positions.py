"""A place is where a person sees the words: file, line, column and anchor."""

from __future__ import annotations

import unicodedata

import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.record.writing import LINES, record_of
from vnadmindocs.api import check
from vnadmindocs.diagnostics.model import Place
from vnadmindocs.record.positions import FieldPath, Positions
from vnadmindocs.record.reader import read

LETTER = """\
loại: công văn
trích yếu: "đề nghị góp ý"
kính gửi: Sở Xây dựng

nội dung: |
  Triển khai kế hoạch.

  Trân trọng./.
nơi nhận:
  - Như trên
  - Lưu: VT
phụ lục:
  - trích yếu: Bảng
    số:
"""


def positions(text: str = LETTER) -> Positions:
    """Read a record and give its positions."""
    return read(text, "thu.yaml").positions


def meant(place: Place, text: str = LETTER) -> str:
    """Give what a place covers in the file."""
    return text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1]


def test_a_value_is_placed_where_it_is_written() -> None:
    """This test shows that lines and columns count from 1 and the end is after the last."""
    assert positions().place(("type",)) == Place("thu.yaml", 1, 7, 15, "/loại")


def test_a_key_is_placed_where_it_is_written() -> None:
    """This test shows that a finding about a name points at the name."""
    assert positions().key_place(("addressees",)) == Place("thu.yaml", 3, 1, 9, "/kính gửi")


def test_items_count_from_one_in_anchors() -> None:
    """This test shows that people count items as they do."""
    assert positions().place(("recipients", 1)) == Place("thu.yaml", 11, 5, 12, "/nơi nhận/2")
    assert positions().place(("appendices", 0, "subject")).anchor == "/phụ lục/1/trích yếu"


def test_an_empty_value_is_placed_at_its_key() -> None:
    """This test shows that a caret never points at nothing."""
    assert meant(positions().place(("appendices", 0, "number"))) == "số"


def test_what_is_absent_is_placed_at_its_home() -> None:
    """This test shows that a missing part of an appendix points at that appendix."""
    assert positions().place(("appendices", 0, "body")).line == 13
    assert positions().place(("archive",)) == Place("thu.yaml", 1, 1, 15, "/lưu")


def test_a_text_block_as_a_whole_is_its_first_line_with_words() -> None:
    """This test shows where a finding about a whole body points."""
    assert meant(positions().place(("body",))) == "Triển khai kế hoạch."


def test_a_part_of_a_block_is_placed_in_its_line() -> None:
    """This test shows that line and column of the cleaned text lead back to the file."""
    assert meant(positions().place(("body",), 2, 5, 5)) == "trọng"
    assert meant(positions().place(("body",), 2)) == "Trân trọng./."


def test_a_part_of_a_quoted_value_is_placed_inside_the_quotes() -> None:
    """This test shows that the quote itself is not counted."""
    assert meant(positions().place(("subject",), 0, 8, 3)) == "góp"


def test_a_part_of_a_line_read_back_is_placed() -> None:
    """This test shows that `- Lưu: VT`, which YAML took for a mapping, has places inside."""
    assert meant(positions().place(("recipients", 1), 0, 5, 2)) == "VT"


def test_a_part_of_folded_text_is_placed() -> None:
    """This test shows that the lines YAML joined are told apart again."""
    text = "nội dung: >\n  một hai\n  ba bốn\n"
    assert meant(positions(text).place(("body",), 0, 11, 3), text) == "bốn"


def test_decomposed_letters_and_invisible_ones_do_not_shift_a_place() -> None:
    """This test shows that columns are those of the file, not of the cleaned text."""
    line = unicodedata.normalize("NFD", "Trân") + " tr\u200bọng kính"
    text = f"nội dung: |\n  {line}\n"
    assert meant(positions(text).place(("body",), 0, 11, 4), text) == "kính"


def test_a_mended_line_keeps_the_columns_of_the_file() -> None:
    """This test shows that places after a repaired colon are those that were written."""
    text = "trích yếu: Về việc: ban hành\nSố:010\n"
    source = read(text, "thu.yaml")
    assert meant(source.positions.place(("subject",), 0, 9, 3), text) == "ban"
    assert meant(source.positions.place(("number",)), text) == "010"


def test_a_line_of_the_file_is_given_as_it_stands() -> None:
    """This test shows that the caret stands under what the person wrote."""
    assert positions().source_line(11) == "  - Lưu: VT"
    assert positions().source_line(99) == ""


@given(LINES, st.data())
def test_every_line_of_a_block_is_found_again(lines: list[str], data: st.DataObject) -> None:
    """This test shows that each word of a block points to its own line and column."""
    text = record_of({"loại": "công văn", "nội dung": "\n".join(lines)})
    number = data.draw(st.integers(0, len(lines) - 1))
    column = data.draw(st.integers(0, max(len(lines[number]) - 1, 0)))
    place = read(text, "thu.yaml").positions.place(("body",), number, column, 1)
    assert place.line == number + 4
    assert meant(place, text) == lines[number][column : column + 1]


@given(st.text(), st.lists(st.sampled_from(["body", "subject", 0, 1, "x"]), max_size=4))
def test_a_place_can_be_asked_of_anything(text: str, path: list[str | int]) -> None:
    """This test shows that no path and no text makes a place fail."""
    asked: FieldPath = tuple(path)
    found = read(text, "thu.yaml").positions
    for place in (found.place(asked), found.key_place(asked), found.place(asked, 3, 7, 2)):
        assert place.line >= 1
        assert place.end_column >= place.column >= 1


def test_a_place_is_called_the_same_whatever_a_record_comes_from() -> None:
    """A record built in Python has no lines, and the same names: Vietnamese, counted from one."""
    text = "type: notice\nagency: SỞ NỘI VỤ\nsubject: Nghỉ lễ\nbody: Nghỉ./.\n" + (
        "tables:\n  '2':\n    columns: a ☎\nappendices:\n  - subject: b\n    number: x y\n"
    )
    from_text = check(text)
    from_mapping = check(yaml.safe_load(text))
    assert sorted(each.place.anchor for each in from_text) == sorted(
        each.place.anchor for each in from_mapping
    )
    assert {each.place.anchor for each in from_mapping} >= {"/bảng/2/cột", "/phụ lục/1"}
