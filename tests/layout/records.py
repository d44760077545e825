"""Records to lay out, and ways to read a Layout in a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.shape import (
    Block,
    Box,
    Element,
    Grid,
    Layout,
    Paragraph,
    Part,
    Rule,
    Table,
)
from vnadmindocs.record.document import Document
from vnadmindocs.record.document_type import type_name
from vnadmindocs.record.folder import Folder
from vnadmindocs.record.models import model_of
from vnadmindocs.record.reader import read

LETTER = """\
loại: công văn
cơ quan: |
  UBND TỈNH AN BÌNH

  SỞ NỘI VỤ
số: 5/SNV-VP
địa danh: An Bình
ngày: 09/3/2026
trích yếu: Về việc báo cáo số liệu
kính gửi: Sở Tài chính
nội dung: |
  Sở Nội vụ báo cáo như sau./.
nơi nhận: |
  Như trên
  Lưu: VT
ký: |
  GIÁM ĐỐC

  Trần Văn An
"""
DECISION = """\
loại: quyết định
cơ quan:
  tiêu đề: |
    ỦY BAN NHÂN DÂN
    TỈNH AN BÌNH
  tên đầy đủ: Ủy ban nhân dân tỉnh An Bình
  viết tắt: UBND
  địa danh: An Bình
  người đứng đầu: Chủ tịch
trích yếu: Về việc khen thưởng
căn cứ: |
  Luật Thi đua, khen thưởng ngày 15/6/2022
  Xét thành tích đã đạt được
theo đề nghị: Giám đốc Sở Nội vụ
nội dung: |
  Điều 1. Tặng Bằng khen cho 02 tập thể.
  Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
ký: |
  TM. ỦY BAN NHÂN DÂN
  CHỦ TỊCH

  Trần Văn An
"""


def record(text: str, folder: Path | None = None) -> Document:
    """Read a record that must be in order."""
    source = read(text, "thu.yaml")
    assert source.data is not None, source.diagnostics
    model = model_of(type_name(source.data["type"]).key)
    return model.from_values(source.data, context=Folder.of(folder or Path.cwd()))


def laid_out(text: str, **changes: str) -> Layout:
    """Lay out a record; ``changes`` replace top-level lines of the text, by Vietnamese key."""
    return lay_out(record(changed(text, **changes)))


def changed(text: str, **changes: str) -> str:
    """Replace, add or (with "") take out top-level keys; ``_`` in a name stands for a space."""
    for name, value in changes.items():
        key = name.replace("_", " ")
        kept: list[str] = []
        skipping = False
        for line in text.splitlines():
            if line and not line.startswith(" "):
                skipping = line.startswith(f"{key}:")
            if not skipping:
                kept.append(line)
        if value:
            kept.append(f"{key}: {value}")
        text = "\n".join(kept) + "\n"
    return text


def elements(part: Part) -> Iterator[Element]:
    """Yield every element of a part, those of grids included, in order."""
    for each in part.elements:
        yield from _elements(each)


def _elements(each: Element | Grid) -> Iterator[Element]:
    if isinstance(each, Element):
        yield each
        return
    for row in each.rows:
        for cell in row.cells:
            for element in cell:
                yield from _elements(element)


def element(layout: Layout, role: str, part: int = 0) -> Element:
    """Give the first element of a role."""
    return next(each for each in elements(layout.parts[part]) if each.role == role)


def roles(layout: Layout, part: int = 0) -> list[str]:
    """List the roles of the elements of a part, in order."""
    return [each.role for each in elements(layout.parts[part])]


def grid(layout: Layout, name: str, part: int = 0) -> Grid:
    """Give the first grid of a name at the top level of a part."""
    return next(
        each for each in layout.parts[part].elements if isinstance(each, Grid) and each.name == name
    )


def paragraphs(each: Element | Grid | Part | Block) -> Iterator[Paragraph]:
    """Yield the paragraphs of an element, a grid, a table or a part, in order."""
    match each:
        case Paragraph():
            yield each
        case Part():
            for inner in each.elements:
                yield from paragraphs(inner)
        case Element():
            for block in each.blocks:
                yield from paragraphs(block)
        case Grid():
            for row in each.rows:
                for cell in row.cells:
                    for inner in cell:
                        yield from paragraphs(inner)
        case Table():
            for line in each.rows:
                for table_cell in line.cells:
                    yield from table_cell.paragraphs
        case Box():
            yield from each.paragraphs


def words(each: Element | Grid | Part | Block) -> list[tuple[str, str]]:
    """List role and text of each paragraph that has words."""
    return [(found.role, found.text) for found in paragraphs(each) if found.text]


def texts(each: Element | Grid | Part | Block) -> list[str]:
    """List the texts of the paragraphs that have words."""
    return [text for _, text in words(each)]


def rule(each: Element) -> Rule:
    """Give the rule of an element."""
    return next(block for block in each.blocks if isinstance(block, Rule))
