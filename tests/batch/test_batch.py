"""A form and a list: the documents of the rows, and what is said of rows that cannot be made."""

from __future__ import annotations

import datetime
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.batch.forms import AN, BINH, COLUMNS, FORM, words, written
from tests.meta.tree import ROOT
from tests.record.test_form_text import VALUES, rows
from tests.record.workbook_files import workbook
from vnadmindocs import Decision, check_rows, load, render, render_rows
from vnadmindocs.batch import named_rows
from vnadmindocs.batch.documents import batch_of
from vnadmindocs.batch.file_names import FileNames
from vnadmindocs.diagnostics import Diagnostic
from vnadmindocs.diagnostics.reports.text import place_in_words


def said(findings: Iterable[Diagnostic]) -> list[str]:
    """Write findings in one line each: place, code, sentence, places that belong to it."""
    return [
        " | ".join(
            (
                f"{place_in_words(each.place)} {each.code}: {each.message.vi}",
                *(f"{place_in_words(one.place)}: {one.message.vi}" for one in each.related),
            )
        )
        for each in findings
    ]


def test_a_row_gives_the_bytes_of_the_record_a_person_would_write(tmp_path: Path) -> None:
    """This test shows that a batch prints what render prints."""
    data = written(tmp_path, AN, BINH)
    made = list(render_rows(tmp_path / "qd.yaml", data))
    by_hand = FORM[: FORM.index("trường dữ liệu")] + FORM[FORM.index("nội dung: |") :]
    for reference, value in {
        "[=số]": "12",
        "[=ngày ký]": "05/3/2026",
        "[=họ tên]": "Nguyễn Văn An",
        "[=hệ số: 0,00]": "3,33",
    }.items():
        by_hand = by_hand.replace(reference, value)
    assert made[0].rendering.data == render(by_hand).data
    assert [(row.number, row.place.vi, row.diagnostics) for row in made] == [
        (2, "ds.csv, dòng 2", ()),
        (3, "ds.csv, dòng 3", ()),
    ]
    assert made[1].values == {
        "số": "13",
        "ngày ký": "05/3/2026",
        "họ tên": "Trần Thị Bình",
        "hệ số": "3,66",
    }


def test_the_same_rows_give_the_same_bytes_from_every_kind_of_list(tmp_path: Path) -> None:
    """This test shows a workbook with numbers and days, a CSV and rows from Python."""
    day = datetime.date(2026, 3, 5)
    (tmp_path / "ds.xlsx").write_bytes(workbook([COLUMNS, [12, day, "Nguyễn Văn An", 3.33]]))
    mapping = dict(zip(COLUMNS, [12, day, "Nguyễn Văn An", 3.33], strict=True))
    lists: list[Any] = [written(tmp_path, AN), tmp_path / "ds.xlsx", [mapping], [COLUMNS, AN]]
    made = [row.rendering.data for each in lists for row in render_rows(FORM, each)]
    assert len(made) == 4
    assert set(made) == {made[0]}


def test_a_row_that_cannot_be_made_is_reported_and_the_others_are_made(tmp_path: Path) -> None:
    """This test shows a number, a date, an empty cell and a row with a cell too few (CSV)."""
    data = written(
        tmp_path,
        AN,
        ["14", "05/3/2026", "Lê Văn Cường", "3.33x"],
        ["15", "31/4/2026", "Đỗ Thị Dung", "3,99"],
        ["16", "05/3/2026", "", "3,99"],
        ["17", "05/3/2026", "Phạm Văn Giang", "1.234"],
    )
    with data.open("a", encoding="utf-8") as file:
        file.write("18;05/3/2026;Hồ Thị Hà\n")
    made = list(render_rows(tmp_path / "qd.yaml", data, file="qd.yaml"))
    assert [row.number for row in made if row.rendering.data is not None] == [2]
    found = [each for row in made for each in row.diagnostics]
    assert said(found) == [
        "qd.yaml:13:3 LST007: ds.csv, dòng 3, cột «Hệ số»: «3.33x» không đọc được theo kiểu «số»"
        f" | {data}:3: dòng 3",
        "qd.yaml:10:3 LST007: ds.csv, dòng 4, cột «Ngày ký»: «31/4/2026» không đọc được theo kiểu"
        f" «ngày» | {data}:4: dòng 4",
        "qd.yaml:6:52 LST009: Ô «họ tên» trống mà «[=họ tên]» đứng giữa câu"
        f" | {data}:5: dòng 5, cột «Họ và tên»: ô trống",
        "qd.yaml:15:43 LST009: Ô «họ tên» trống mà «[=họ tên]» đứng giữa câu"
        f" | {data}:5: dòng 5, cột «Họ và tên»: ô trống",
        "qd.yaml:13:3 LST008: ds.csv, dòng 6, cột «Hệ số»: «1.234» có thể đọc hai cách, trường"
        f" chưa khai cách ghi số | {data}:6: dòng 6",
        f"qd.yaml:8:1 LST012: ds.csv, dòng 7 có 3 ô, hàng tên cột có 4 | {data}:7: dòng 7",
    ]


def test_cells_of_a_workbook_are_named_as_excel_names_them(tmp_path: Path) -> None:
    """This test shows LST007, an error of Excel and a formula without a result."""
    path = tmp_path / "ds.xlsx"
    path.write_bytes(
        workbook(
            [
                COLUMNS,
                [12, "31/4/2026", "Nguyễn Văn An", 3.33],
                [13, "05/3/2026", "Trần Thị Bình", "#N/A"],
                [14, "05/3/2026", "Lê Văn Cường", "=1+1"],
                [15, "05/3/2026", "Đỗ Thị Dung", 2.34],
            ]
        )
    )
    made = list(render_rows(FORM, path))
    assert [row.number for row in made if row.rendering.data is not None] == [5]
    assert said(each for row in made for each in row.diagnostics) == [
        "10:3 LST007: ds.xlsx, sheet «DS», ô B2: «31/4/2026» không đọc được theo kiểu «ngày»"
        f" | {path}:2: sheet «DS», dòng 2",
        f"13:3 TAB040: ds.xlsx, sheet «DS», ô D3: ô báo lỗi «#N/A» | {path}:3: sheet «DS», dòng 3",
        "13:3 TAB039: ds.xlsx, sheet «DS», ô D4: công thức «=1+1» chưa có kết quả được lưu trong"
        f" tệp | {path}:4: sheet «DS», dòng 4",
    ]


def test_a_text_of_excel_that_looks_like_a_formula_is_a_text(tmp_path: Path) -> None:
    """This test shows that «=1+1» typed as words is printed and not computed."""

    def as_text(sheet: Any) -> None:
        sheet["C2"].data_type = "s"

    path = tmp_path / "ds.xlsx"
    people: list[list[Any]] = [COLUMNS, [12, "05/3/2026", "=1+1", 3.33]]
    path.write_bytes(workbook(people, change=as_text))
    (row,) = render_rows(FORM, path)
    assert row.diagnostics == ()
    assert "Nâng bậc lương đối với ông (bà) =1+1, hệ số 3,33." in " ".join(
        words(row.rendering.data)
    )


def test_a_finding_of_the_record_names_the_cell_it_comes_from() -> None:
    """This test shows a letter that no face has, from Python."""
    found = list(render_rows(FORM, [COLUMNS, ["12", "05/3/2026", "Trần 中 An", "3,33"]]))
    (row,) = found
    assert row.rendering.data is None
    assert [each.split(" | ")[1] for each in said(row.diagnostics)] == [
        "1: dòng 1, cột «Họ và tên»: «Trần 中 An»"
    ] * 2
    assert {each.code for each in row.diagnostics} == {"FNT001"}


def test_what_is_the_same_in_many_rows_is_said_once(tmp_path: Path) -> None:
    """This test shows a finding of every row, one of some, and one of a single row."""
    text = FORM.replace("Như Điều 1\n", "Như Điều 1;\n  Phòng Hành chính\n")
    rows = [
        [str(n), "05/3/2026", "" if n in (3, 5) else f"Người thứ {n}", "3,33"] for n in range(1, 7)
    ]
    found = said(check_rows(text, [COLUMNS, *rows]))
    assert [each.partition(" | ")[2] for each in found if "REC001" in each] == [
        "1: mọi dòng của danh sách (6)"
    ]
    assert [each.partition(" | ")[2] for each in found if "LST009" in each] == [
        "3: 2 dòng: 3, 5",
        "3: 2 dòng: 3, 5",
    ]


def test_columns_are_found_by_name_and_missing_ones_refuse_the_list(tmp_path: Path) -> None:
    """This test shows LST003 with the nearest name, LST004 and LST014."""
    data = written(tmp_path, AN, columns=["Sô văn bản", "Ngày kí", "Họ và tên", "Hệ số"])
    batch = batch_of(FORM, data)
    assert batch.rows == ()
    assert said(batch.diagnostics) == [
        "9:3 LST003: Danh sách «ds.csv» không có cột «số»",
        "10:3 LST003: Danh sách «ds.csv» không có cột «ngày ký»",
    ]
    hint = batch.diagnostics[1].hint
    assert hint is not None
    assert "«Sô văn bản», «Ngày kí», «Họ và tên», «Hệ số»; gần nhất là «Ngày kí»" in hint.vi
    twice = batch_of(FORM, [[*COLUMNS, "SỐ"], [*AN, "1"]])
    assert said(twice.diagnostics) == ["9:3 LST004: Danh sách «…» có 2 cột cùng tên «số»"]
    empty = batch_of(FORM, written(tmp_path))
    assert said(empty.diagnostics) == [
        f"{tmp_path / 'ds.csv'} LST014: Danh sách «ds.csv» không có dòng nào dưới hàng tên cột"
    ]


def test_a_record_that_declares_nothing_is_no_form() -> None:
    """This test shows LST015, and that findings of the form refuse every row."""
    plain = FORM[: FORM.index("trường dữ liệu")] + FORM[FORM.index("nội dung: |") :]
    assert said(batch_of(plain, [COLUMNS, AN]).diagnostics) == [
        " LST015: Bản ghi không khai «trường dữ liệu», nên mọi dòng đều ra cùng một văn bản"
    ]
    batch = batch_of(FORM.replace("[=họ tên]", "[=ho ten khac]", 1), [COLUMNS, AN])
    assert [each.code for each in batch.diagnostics] == ["LST001"]
    assert batch.rows == ()
    assert list(render_rows(FORM.replace("  hệ số: số", "  hệ số: sốố"), [COLUMNS, AN])) == []


def test_a_form_and_a_list_that_cannot_be_read_say_so(tmp_path: Path) -> None:
    """This test shows that both are reported in one run."""
    made = render_rows(tmp_path / "none.yaml", tmp_path / "none.csv")
    assert [each.code for each in made.diagnostics] == ["OUT010", "SCH030"]
    assert len(made) == 0


def test_hidden_rows_are_rows(tmp_path: Path) -> None:
    """This test shows that a filter of Excel hides nobody, and that it is said (TAB041)."""

    def hide(sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True

    path = tmp_path / "ds.xlsx"
    path.write_bytes(
        workbook(
            [COLUMNS, [1, "05/3/2026", "An", 2.34], [2, "05/3/2026", "Bình", 2.34]], change=hide
        )
    )
    batch = batch_of(FORM, path)
    assert [each.code for each in batch.diagnostics] == ["TAB041"]
    assert len(batch.rows) == 2


def test_rows_without_a_name_of_their_own_are_known_before_anything_is_written() -> None:
    """This test shows LST016 and LST017."""
    people = [
        ["1", "05/3/2026", "Nguyễn Văn An", "3,33"],
        ["2", "05/3/2026", "NGUYỄN VĂN ÂN", "3,33"],
        ["3", "05/3/2026", "…", "3,33"],
        ["4", "05/3/2026", "Lê Văn Cường", "3,33"],
        ["5", "05/3/2026", "nguyen van an", "3,33"],
    ]
    batch = batch_of(FORM, [COLUMNS, *people])
    found = named_rows(batch, FileNames.of("b/{ho_ten}.docx", batch.form.fields))
    assert found.targets == {4: Path("b/Le-Van-Cuong.docx")}
    assert said(found.diagnostics) == [
        "3 LST016: dòng 3: cột «họ tên» không cho chữ nào để đặt tên tệp",
        "1 LST017: Các dòng 1-2, 5 của danh sách cùng ra một tệp «b/Nguyen-Van-An.docx»",
    ]
    kept = named_rows(batch, FileNames.of("b/{ho_ten}.docx", batch.form.fields, accents=True))
    assert sorted(kept.targets) == [1, 2, 4, 5]


HOSTILE = [
    "**đậm** và *nghiêng*",
    "a | b | c",
    "dòng một\ndòng hai",
    "[^1] và [x] [ ]",
    "{giữa} {bảng: x} {{ y }} {% z %}",
    "- gạch đầu dòng",
    "Điều 9. Không phải điều",
    "=1+1",
    "+84 là mã nước",
    "@cac-so",
    "[=số] và \\[=số]",
    "\\ \\* \\n",
    "<w:p>&amp;</w:p>",
    "............",
    "a\x00b\x1b[0m\u200bc\ufeff",
    "không",
    "rất dài " * 400,
]


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_cells_are_words(value: str) -> None:
    """This test shows that no cell means anything, in the Word file that comes out."""
    (row,) = render_rows(
        FORM.replace(
            "trích yếu: Về việc nâng bậc lương đối với ông (bà) [=họ tên]",
            "trích yếu: Về việc nâng lương",
        ),
        [COLUMNS, ["12", "05/3/2026", value, "3,33"]],
    )
    printed = " ".join(" ".join(words(row.rendering.data)).split())
    clean = " ".join(
        value.replace("\x00", "")
        .replace("\x1b", "")
        .replace("\u200b", "")
        .replace("\ufeff", "")
        .split()
    )
    assert f"ông (bà) {clean}, hệ số 3,33." in printed


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(VALUES)
def test_any_cell_comes_out_unchanged_in_the_words_of_the_document(value: str) -> None:
    """This test shows the whole road: cell, record, layout, Word file, read by python-docx."""
    if not rows(value):
        return
    form = FORM.replace("ông (bà) [=họ tên]\n", "ông (bà)\n")
    (row,) = render_rows(form, [COLUMNS, ["12", "05/3/2026", value, "3,33"]], force=True)
    printed = "".join("".join(words(row.rendering.data)).split())
    assert f"(bà){''.join(value.split())},hệsố3,33." in printed


def test_a_record_built_in_python_is_a_form() -> None:
    """This test shows words of a record of models; what must be read is given in a mapping."""
    record = Decision(
        type="quyết định",
        agency="SỞ NỘI VỤ",
        subject="Về việc khen thưởng [=tên]",
        body="Khen thưởng ông [=tên]./.",
        data_fields={"tên": "text"},
    )
    made = [
        words(row.rendering.data) for row in render_rows(record, [{"tên": "An"}, {"tên": "Bình"}])
    ]
    assert ["Khen thưởng ông An./." in each for each in made] == [True, False]
    assert load(record).record == record


def test_pdf_files_are_made_of_rows() -> None:
    """This test shows the other kind of file."""
    made = render_rows(FORM, [COLUMNS, AN], "pdf")
    assert [(row.rendering.data or b"")[:5] for row in made] == [b"%PDF-"]


def test_a_list_of_three_hundred_takes_seconds() -> None:
    """This test shows that the form is read once, and that no row is kept."""
    people = [[str(n), "05/3/2026", f"Người thứ {n}", "3,33"] for n in range(1, 301)]
    started = time.process_time()
    made = render_rows(FORM, [COLUMNS, *people])
    assert len(made) == 300
    assert sum(row.rendering.data is not None for row in made) == 300
    assert time.process_time() - started < 30


def test_a_plain_letter_loads_nothing_of_forms_and_lists() -> None:
    """This test shows that who has no list pays nothing for those who have."""
    letter = ROOT / "examples" / "cong-van-so-khcn-hai-phong.yaml"
    program = (
        "import sys; from vnadmindocs import render; render(sys.argv[1]).diagnostics;"
        "print(*(name for name in sys.modules if name.startswith('vnadmindocs')))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(letter)], capture_output=True, text=True, check=True
    )
    forms = ("batch", "record.form", "record.literal_text", "record.data_field", "value_format")
    loaded = [name.removeprefix("vnadmindocs.") for name in ran.stdout.split()]
    assert "record.document" in loaded
    assert [name for name in loaded if name.endswith(forms)] == []
