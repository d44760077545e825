"""CSV files: Unicode of every kind, and the mark that parts the cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.record.test_tables import cells, refused, table
from vnadmindocs.batch import read_list
from vnadmindocs.diagnostics.fault import UnreadableError
from vnadmindocs.record.csv_file import split_csv

TEXT = "TT,Việc\n1,Trực\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_is_read(tmp_path: Path, encoding: str) -> None:
    """This test shows that the byte order mark may be there or not."""
    (tmp_path / "b.csv").write_bytes(TEXT.encode(encoding))
    read = table(tmp_path, data="b.csv")
    assert (read.headings, cells(read)) == (("TT", "Việc"), [["1", "Trực"]])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\n1,2\n", [("a", "b"), ("1", "2")]),
        ("a;b\n1,5;2,5\n", [("a", "b"), ("1,5", "2,5")]),
        ("a\tb\n1, 2\t3\n", [("a", "b"), ("1, 2", "3")]),
        ("a|b\n1|2\n", [("a", "b"), ("1", "2")]),
        ("Họ, tên;Số\nAn, Bình;1\n", [("Họ, tên", "Số"), ("An, Bình", "1")]),
        ("sep=;\na;b,c\n1;2\n", [("a", "b,c"), ("1", "2")]),
        ("một\nhai; ba\n", [("một",), ("hai; ba",)]),
        ('a;b\n"x\ny";2\n\n;;\n', [("a", "b"), ("x\ny", "2")]),
        ("a,b\n1\n", [("a", "b"), ("1",)]),
    ],
)
def test_the_mark_that_parts_all_rows_alike_is_found(
    text: str, rows: list[tuple[str, ...]]
) -> None:
    """This test shows commas, semicolons, tabs and bars, and Excel's own line for them."""
    assert split_csv(text, "b.csv").rows == rows


def test_a_row_keeps_the_line_it_begins_on() -> None:
    """This test shows that lines in cells, empty lines and Excel's line are counted."""
    assert split_csv('sep=;\na;b\n"x\ny";2\n\n3;4\n', "b.csv").lines == [2, 3, 6]


def test_broken_quotes_are_named_with_their_line() -> None:
    """This test shows the line of the file."""
    with pytest.raises(UnreadableError) as refusal:
        split_csv('a,b\n"x"y,2\n', "b.csv")
    (fault,) = refusal.value.faults
    assert (fault.code, fault.facts["line"]) == ("TAB023", 2)


def test_code_pages_of_old_are_refused(tmp_path: Path) -> None:
    """This test shows that no letter is guessed."""
    (tmp_path / "b.csv").write_bytes(b"C\xabng v\xa8n,\xae\xacn v\xde\n")
    assert refused(tmp_path, data="b.csv") == ["TAB030"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("TT;Hä vµ tªn\n1;An\n", "TCVN3 (ABC)"),
        ("TT;Hoï vaø teân\n1;Traàn Vaên An\n", "VNI"),
        ("TT;Há» vÃ  tÃªn\n1;TrÃ¢n VÄƒn\n", "UTF-8 bị mở sai bảng mã"),
    ],
)
def test_words_of_old_in_a_unicode_file_are_refused(tmp_path: Path, text: str, words: str) -> None:
    """This test shows that a font of old is known by its words, for a table and for a list."""
    (tmp_path / "b.csv").write_text(text, encoding="utf-8")
    assert refused(tmp_path, data="b.csv") == ["TAB056"]
    with pytest.raises(UnreadableError) as refusal:
        read_list(tmp_path / "b.csv")
    (fault,) = refusal.value.faults
    assert getattr(fault.facts["encoding"], "vi", "") == words


def test_a_foreign_name_in_a_file_is_no_word_of_old(tmp_path: Path) -> None:
    """This test shows that one name with foreign letters raises no alarm."""
    (tmp_path / "b.csv").write_text("TT;Tên\n1;Loïc Müller\n2;10 µm\n", encoding="utf-8")
    assert cells(table(tmp_path, data="b.csv"))[0] == ["1", "Loïc Müller"]


@pytest.mark.parametrize("columns", [None, "TT | Việc"])
def test_empty_columns_that_excel_leaves_at_the_end_are_none(
    tmp_path: Path, columns: str | None
) -> None:
    """This test shows that cells once used and emptied again make no columns."""
    (tmp_path / "b.csv").write_text("TT;Việc;;\n1;Trực;;\n2;;;\n", encoding="utf-8")
    fields = {"data": "b.csv"} | ({"columns": columns} if columns else {})
    read = table(tmp_path, **fields)
    assert (read.headings, cells(read)) == (("TT", "Việc"), [["1", "Trực"], ["2", ""]])


def test_an_empty_column_that_is_declared_stays(tmp_path: Path) -> None:
    """This test shows that a column for remarks may be left empty, and words never go."""
    (tmp_path / "b.csv").write_text("TT;Việc;;\n1;Trực;;\n", encoding="utf-8")
    read = table(tmp_path, columns="TT | Việc | Ghi chú", data="b.csv")
    assert cells(read) == [["TT", "Việc", ""], ["1", "Trực", ""]]
    (tmp_path / "c.csv").write_text("1;Trực;;x\n", encoding="utf-8")
    assert refused(tmp_path, columns="TT | Việc", data="c.csv") == ["TAB027"]
