"""Layouts set in type for the tests of the PDF writer: what is on their pages, how it is tagged."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from tests.pages.pdf_page import PdfPage
from tests.writers.layouts import HOUSE, look, p, page
from vnadmindocs.fonts.face import Face
from vnadmindocs.fonts.faces import find_face
from vnadmindocs.layout.shape import Block, Element, Grid, Layout, Metadata, Part, Section
from vnadmindocs.writers.pdf import write_pdf

NEAR = 0.2  # mm
Pages = Callable[..., tuple[PdfPage, ...]]


def the_face() -> Face:
    """Give the face of the machine; skips by name without one."""
    face = find_face().face
    if face is None:
        pytest.skip("no face with the widths of Times is installed")
    return face


def layout_of(*parts: Part, **changes: Any) -> Layout:
    """Make a document of these parts."""
    metadata = Metadata("Việc A", "Cơ quan B", date="2026-01-05")
    return replace(Layout("large", "vi-VN", metadata, parts, look(), *HOUSE), **changes)


def part_of(*blocks: Block | Grid, section: Section | None = None, **changes: Any) -> Part:
    """Make a part whose body is these blocks."""
    return replace(Part("main", section or page(), (Element("body", "6", blocks),)), **changes)


def lines(count: int) -> tuple[Block, ...]:
    """Give paragraphs of one line each."""
    return tuple(p("recipient", f"Dòng {number}") for number in range(1, count + 1))


def reader_of(data: bytes) -> PdfReader:
    """Open a PDF."""
    return PdfReader(io.BytesIO(data))


def tree_of(data: bytes) -> list[str]:
    """Give the tags of a file, from the top, each under the one that holds it."""
    found: list[str] = []

    def walk(node: Any, path: str) -> None:
        node = node.get_object()
        if isinstance(node, ArrayObject):
            for each in node:
                walk(each, path)
        elif isinstance(node, DictionaryObject) and "/S" in node:
            here = f"{path}{node['/S']}"
            found.append(here)
            if "/K" in node:
                walk(node["/K"], here)

    catalog: Any = reader_of(data).trailer["/Root"]
    walk(catalog["/StructTreeRoot"]["/K"], "")
    return found


def tags_of(*blocks: Block | Grid) -> list[str]:
    """Give the tags of a document of these blocks."""
    return tree_of(write_pdf(layout_of(part_of(*blocks)), the_face()))
