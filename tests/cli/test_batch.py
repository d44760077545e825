"""``vnadmindocs batch``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.batch.forms import AN, BINH, COLUMNS, FORM, words, written
from tests.cli.conftest import Command
from tests.record.workbook_files import workbook
from vnadmindocs import render

CUONG = ["14", "05/3/2026", "Lê Văn Cường", "3.33x"]


def made(folder: str = "build") -> list[str]:
    """Name the files of a folder."""
    return sorted(path.name for path in Path(folder).glob("*"))


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_each_row_becomes_a_document(command: Command) -> None:
    """Named by the pattern; the report says where each went."""
    written(Path(), AN, BINH)
    ran = command("batch", "qd.yaml", "--data", "ds.csv", "-o", "build/{so}-{ho_ten}.docx")
    assert ran == (
        0,
        "qd.yaml: dùng giá trị mặc định cho: cỡ chữ\n"
        "ds.csv, dòng 2: đã ghi: build/12-Nguyen-Van-An.docx\n"
        "ds.csv, dòng 3: đã ghi: build/13-Tran-Thi-Binh.docx\n"
        "Không có lỗi trong 3 tệp\n",
        "",
    )
    assert made() == ["12-Nguyen-Van-An.docx", "13-Tran-Thi-Binh.docx"]
    printed = words(Path("build/13-Tran-Thi-Binh.docx").read_bytes())
    assert "Nâng bậc lương đối với ông (bà) Trần Thị Bình, hệ số 3,66." in " ".join(printed)


def test_a_row_that_fails_is_reported_and_the_rest_is_made(command: Command) -> None:
    """Exit code 1, the row named in both languages, no file for it."""
    written(Path(), AN, CUONG, BINH)
    ran = command("batch", "qd.yaml", "--data", "ds.csv", "-o", "build/{so}.docx", "--lang", "en")
    assert ran.code == 1
    assert ran.out == (
        "qd.yaml:13:3: fatal error LST007: ds.csv, line 3, column «Hệ số»: «3.33x» cannot be read"
        " as «number»\n"
        "   13 |   hệ số: số\n"
        "      |   ^^^^^\n"
        "   = help: Numbers are written «1.234,5», dates «30/4/2025», without units; declare"
        " «number_writing: english» for English ones, and the kind «text» for what is neither\n"
        "   = see: ds.csv:3: row 3\n"
        "\n"
        "qd.yaml: default used for: size_set\n"
        "ds.csv, row 2: written: build/12.docx\n"
        "ds.csv, row 3: no document was written\n"
        "ds.csv, row 4: written: build/13.docx\n"
        "1 fatal error in 4 files\n"
    )
    assert made() == ["12.docx", "13.docx"]


def test_a_rehearsal_makes_nothing(command: Command) -> None:
    """All findings, those about names too, and no file or folder."""
    written(Path(), AN, CUONG, [*AN[:3], "2,34"])
    ran = command(
        "batch", "qd.yaml", "--data", "ds.csv", "-o", "build/{so}.docx", "--check",
        "--format", "json",
    )  # fmt: skip
    found = json.loads(ran.out)["findings"]
    assert ran.code == 1
    assert [(each["code"], each["file"], each["line"]) for each in found] == [
        ("LST017", "ds.csv", 2),
        ("LST007", "qd.yaml", 13),
    ]
    assert found[1]["related"] == [
        {
            "file": "ds.csv",
            "line": 3,
            "column": None,
            "end_column": None,
            "anchor": "dòng 3",
            "message": {"vi": "dòng 3", "en": "row 3"},
        }
    ]
    assert made(".") == ["ds.csv", "qd.yaml"]


def test_rows_of_one_name_are_not_written_and_the_others_are(command: Command) -> None:
    """No document is written over that of another row, nor over the list or the form."""
    written(Path(), AN, [*AN[:2], "NGUYỄN VĂN ÂN", "3,33"], BINH)
    ran = command("batch", "qd.yaml", "--data", "ds.csv", "-o", "build/{ho_ten}.docx")
    assert ran.code == 1
    assert (
        "LST017: Các dòng 2-3 của danh sách cùng ra một tệp «build/Nguyen-Van-An.docx»" in ran.out
    )
    assert made() == ["Tran-Thi-Binh.docx"]


def test_names_of_files_may_keep_their_accents(command: Command) -> None:
    """Only where that is asked for."""
    written(Path(), AN)
    command("batch", "qd.yaml", "--data", "ds.csv", "-o", "build/{ho_ten}.docx", "--accents")
    assert made() == ["Nguyễn-Văn-An.docx"]


def test_without_a_pattern_documents_stand_beside_the_record(command: Command) -> None:
    """With the number of the row."""
    written(Path(), AN, BINH)
    assert command("batch", "qd.yaml", "--data", "ds.csv", "--to", "pdf").code == 0
    assert made(".") == ["ds.csv", "qd-2.pdf", "qd-3.pdf", "qd.yaml"]
    command("batch", "qd.yaml", "--data", "ds.csv", "-o", "new/")
    assert made("new") == ["qd-2.docx", "qd-3.docx"]


def test_a_sheet_and_a_range_are_chosen(command: Command) -> None:
    """Numbers and days of a workbook need no declared writing."""
    rows: list[list[Any]] = [["DANH SÁCH"], COLUMNS, [12, "05/3/2026", "Nguyễn Văn An", 3.33]]
    Path("ds.xlsx").write_bytes(workbook(rows, others=["Khác"]))
    Path("qd.yaml").write_text(FORM, encoding="utf-8")
    ran = command(
        "batch", "qd.yaml", "--data", "ds.xlsx", "--sheet", "ds", "--range", "A2:D9",
        "-o", "build/{dòng}.docx",
    )  # fmt: skip
    assert (ran.code, made()) == (0, ["3.docx"])


def test_a_field_that_names_the_files_needs_no_other_use(command: Command) -> None:
    """It is declared to be read."""
    written(Path(), [*AN, "P1"], columns=[*COLUMNS, "Phòng"])
    form = FORM.replace("  hệ số: số\n", "  hệ số: số\n  phòng:\n")
    Path("qd.yaml").write_text(form, encoding="utf-8")
    assert "LST002" in command("batch", "qd.yaml", "--data", "ds.csv").out
    ran = command("batch", "qd.yaml", "--data", "ds.csv", "-o", "build/{phong}/{so}.docx")
    assert (ran.code, "LST002" in ran.out) == (0, False)
    assert made("build/P1") == ["12.docx"]


def test_force_makes_rows_with_gaps(command: Command) -> None:
    """And says what is lost; the exit code stays 1."""
    written(Path(), CUONG)
    ran = command("batch", "qd.yaml", "--data", "ds.csv", "-o", "build/{so}.docx", "--force")
    assert (ran.code, made()) == (1, ["14.docx"])


def test_nothing_is_written_over_what_a_document_is_made_of(command: Command) -> None:
    """A name that meets an attached file is refused (OUT005)."""
    attached = render(FORM, "pdf").data
    assert attached is not None
    Path("12.pdf").write_bytes(attached)
    written(Path(), AN)
    form = FORM.replace("nơi nhận:", "phụ lục:\n  - tệp: 12.pdf\nnơi nhận:")
    Path("qd.yaml").write_text(form.replace("ngày ký./.", "ngày ký, theo Phụ lục."), "utf-8")
    ran = command("batch", "qd.yaml", "--data", "ds.csv", "-o", "{so}.pdf")
    assert (ran.code, "OUT005" in ran.out) == (1, True)
    assert Path("12.pdf").read_bytes() == attached


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("build/{ten}.docx", "«{ten}» sau -o không phải là trường dữ liệu của bản ghi"),
        ("build/qd.docx", "«build/qd.docx» là một tệp mà danh sách có 2 dòng; thêm {dòng} vào tên"),
        ("build/{so}", "Tên tệp văn bản phải kết thúc bằng .docx"),
    ],
)
def test_a_pattern_that_does_not_fit_is_wrong_use(
    command: Command, output: str, sentence: str
) -> None:
    """Exit code 2, before anything is made."""
    written(Path(), AN, BINH)
    ran = command("batch", "qd.yaml", "--data", "ds.csv", "-o", output)
    assert ran.code == 2
    assert sentence in " ".join(ran.err.split())
    assert made() == []


def test_what_refuses_all_rows_is_said_once(command: Command) -> None:
    """A column that is missing, and a list that is not there."""
    written(Path(), AN, columns=["Số", "Ngày ký", "Họ tên", "Hệ số"])
    ran = command("batch", "qd.yaml", "--data", "ds.csv")
    assert (ran.code, ran.out.count("LST003")) == (1, 1)
    ran = command("batch", "qd.yaml", "--data", "none.csv")
    assert (ran.code, ran.out.count("SCH030")) == (1, 1)
    assert "qd.yaml: chưa ghi văn bản" in ran.out
