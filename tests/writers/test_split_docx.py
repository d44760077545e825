"""Word files of appendices by themselves: with our template and with an office's."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from tests.layout.records import DECISION, record
from tests.writers.inspection import (
    paragraph_texts,
    part,
    validation_errors,
)
from tests.writers.test_office_templates import FLOW, word_file
from vnadmindocs.api import load
from vnadmindocs.law.norms import norms
from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.splitting import split
from vnadmindocs.writers.docx import write_docx
from vnadmindocs.writers.docx.template import open_office_template

ROOT = Path(__file__).parents[2]
EVERY = sorted([*ROOT.glob("examples/*.yaml"), *ROOT.glob("tests/records/good/*.yaml")])
SIGNED = datetime(2026, 3, 9, 15, 28, 56)
LINE = "Số: 15/QĐ-UBND; 09/03/2026; 15:28:56+07:00"
WITH_ALL = (
    DECISION
    + "số: 15\nngày: 09/3/2026\nphát hành: điện tử\n"
    + "phạm vi lưu hành: XEM XONG TRẢ LẠI\nliên hệ: Số 1 phố Huế\n"
    + "phụ lục:\n"
    + "  - trích yếu: Danh sách\n    nội dung: A.\n"
    + "  - trích yếu: Bảng\n    khổ giấy: ngang\n    nội dung:\n"
    + "      - bảng:\n          cột: TT | Nội dung\n          hàng: 1 | Ô[^c]\n"
    + "    cước chú:\n      c: Cước chú của bảng.\n"
    + "  - loại: quy chế\n    cơ quan: như trên\n    trích yếu: Làm việc\n"
    + "    phạm vi lưu hành: LƯU HÀNH NỘI BỘ\n    nội dung: |\n      Điều 1. Một\n"
    + "    phụ lục:\n      - trích yếu: Mẫu\n        nội dung: A.\n"
)
NAMES = ("", "-phu-luc-1", "-phu-luc-2", "-quy-che")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep prepared templates of the tests out of the user's cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def _written(text: str = WITH_ALL, template: Path | None = None) -> dict[str, bytes]:
    main = record(text)
    if template is None:
        files = split(lay_out(main), main, SIGNED)
        return {each.name: write_docx(each.layout) for each in files}
    office = open_office_template(template, norms())
    files = split(lay_out(main, template=office.measures), main, SIGNED)
    return {each.name: write_docx(each.layout, office.prepared) for each in files}


def _words(data: bytes) -> list[str]:
    return [text for text in paragraph_texts(data) if text]


def _first_header(data: bytes) -> list[str]:
    header = docx.Document(io.BytesIO(data)).sections[0].first_page_header
    return [each.text for each in header.paragraphs if each.text]


def _first_footer(data: bytes) -> list[str]:
    footer = docx.Document(io.BytesIO(data)).sections[0].first_page_footer
    return [each.text for each in footer.paragraphs if each.text]


def test_every_file_is_valid() -> None:
    made = _written()
    assert tuple(made) == NAMES
    assert {name: validation_errors(data) for name, data in made.items()} == {
        name: [] for name in NAMES
    }


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_the_files_of_a_record_have_the_paragraphs_of_its_one_file(path: Path) -> None:
    main = load(path).gapped
    assert main is not None
    layout = lay_out(main)
    together = [text for each in split(layout, main) for text in _words(write_docx(each.layout))]
    assert together == _words(write_docx(layout))


def test_the_box_is_the_header_of_the_first_page_in_its_own_style() -> None:
    made = _written()
    assert [_first_header(data)[:1] for data in made.values()] == [[], [LINE], [LINE], [LINE]]
    section = docx.Document(io.BytesIO(made["-phu-luc-1"])).sections[0]
    (box,) = [each for each in section.first_page_header.paragraphs if each.text]
    assert box.style is not None
    assert box.style.name == "Thông tin ký số"
    assert box.style.font.size is not None
    assert box.style.font.size.pt == 10
    assert box.alignment == WD_ALIGN_PARAGRAPH.RIGHT


def test_nothing_of_the_main_document_is_left_in_the_file_of_an_appendix() -> None:
    made = _written()
    assert _first_footer(made[""]) == ["Số 1 phố Huế"]
    assert [_first_footer(made[name]) for name in NAMES[1:]] == [[], [], []]
    opened = docx.Document(io.BytesIO(made["-phu-luc-1"]))
    assert len(opened.sections) == 1
    assert opened.tables == []
    assert _words(made["-phu-luc-1"])[0] == "Phụ lục I"


def test_the_properties_of_the_file_are_those_of_the_appendix() -> None:
    properties = docx.Document(io.BytesIO(_written()["-phu-luc-1"])).core_properties
    assert (properties.title, properties.author, properties.identifier) == (
        "Phụ lục I Danh sách", "Ủy ban nhân dân tỉnh An Bình", "15/QĐ-UBND",
    )  # fmt: skip


def test_the_footnote_of_the_second_appendix_is_number_one_of_its_file() -> None:
    data = _written()["-phu-luc-2"]
    words = "".join(part(data, "word/footnotes.xml").itertext())
    assert words.strip() == "Cước chú của bảng."
    assert _words(data)[-1] == "Ô[^1]"


def test_the_same_record_gives_the_same_bytes() -> None:
    assert _written() == _written()


def _office(folder: Path) -> Path:
    """Make a template with words of its own, tags in the margins and a condition."""
    path = word_file(
        folder / "office.docx",
        ("MẪU CỦA SỞ", "{%p if circulation %}", "Lưu hành:", "{%p endif %}", *FLOW, "Hết mẫu"),
        page_header="Theo {{ text.number }}",
        first_footer="{{p contact }}",
    )
    document = docx.Document(str(path))
    document.sections[0].first_page_header.paragraphs[0].text = "{{p circulation }}"
    document.save(str(path))
    return path


def test_an_office_template_gives_its_page_and_styles_and_none_of_its_words(
    tmp_path: Path,
) -> None:
    made = _written(template=_office(tmp_path))
    assert {"MẪU CỦA SỞ", "Lưu hành:", "Hết mẫu"} <= set(_words(made[""]))
    assert _words(made["-phu-luc-1"])[:2] == ["Phụ lục I", "Danh sách"]
    others = {text for name in NAMES[1:] for text in _words(made[name])}
    assert others.isdisjoint({"MẪU CỦA SỞ", "Lưu hành:", "Hết mẫu"})
    assert [_first_header(made[name])[:1] for name in NAMES[1:]] == [[LINE]] * 3
    assert [_first_footer(made[name]) for name in NAMES[1:]] == [[], [], []]
    looks = docx.Document(io.BytesIO(made["-phu-luc-1"])).styles["Đoạn văn"]
    assert looks.font.size.pt == 13
    assert {name: validation_errors(data) for name, data in made.items()} == {
        name: [] for name in NAMES
    }


def test_a_running_header_of_the_office_repeats_the_main_document(tmp_path: Path) -> None:
    made = _written(template=_office(tmp_path))
    headers = [
        docx.Document(io.BytesIO(data)).sections[0].header.paragraphs[0].text
        for data in made.values()
    ]
    assert headers == ["Theo Số: 15/QĐ-UBND"] * 4
