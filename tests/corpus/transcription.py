"""Turns a transcribed document into a record, by nothing but its lines and printed words.

The transcriptions are one paragraph a line: left header, right header, ``Số:``, then the text in
stretches parted by blank lines; ``[BẢNG …]`` opens a table whose rows are ``a | b`` with `` / ``
for a line break in a cell; other lines in square brackets are remarks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tests.corpus.comparison import Block

_ATTACHED = "[VĂN BẢN KÈM THEO"
_TABLE = "[BẢNG"
_PLACE_DATE = re.compile(r"(?P<place>[^,]+), (?P<date>ngày .+)")

TYPES = {
    "QUYẾT ĐỊNH": "quyết định",
    "THÔNG BÁO": "thông báo",
    "TỜ TRÌNH": "tờ trình",
    "GIẤY MỜI": "giấy mời",
    "KẾ HOẠCH": "kế hoạch",
}


@dataclass(slots=True)
class Transcribed:
    """A transcription understood: the record as YAML text, and the blocks it must print."""

    record: str
    blocks: list[Block]


@dataclass(slots=True)
class _Reading:
    stretches: list[list[str]]
    keys: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def write(self, key: str, lines: list[str], indent: int = 0) -> None:
        """Write a key with a literal block of lines."""
        space = " " * indent
        written = "\n".join(f"{space}  {line}" if line else "" for line in lines)
        self.keys.append(f"{space}{key}: |\n{written}")

    def expect(self, name: str, lines: list[str]) -> None:
        """Expect a block in print, the motto with the hyphens of the decree's rule."""
        lines = [line.replace("Độc lập – Tự do – Hạnh phúc", MOTTO) for line in lines]
        self.blocks.append(Block(name, tuple(lines)))


NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def transcribe(text: str) -> Transcribed:
    """Read a transcription.

    Raises:
        ValueError: a stretch of it is of no kind known here.
    """
    main, _, attached = text.partition(_ATTACHED)
    reading = _Reading(_stretches(main))
    _read_head(reading)
    if reading.stretches[0][0] in TYPES:
        title = reading.stretches.pop(0)
        reading.keys.insert(0, f"loại: {TYPES[title[0]]}")
        reading.write("trích yếu", title[1:])
        reading.expect("title", title)
    else:
        reading.keys.insert(0, "loại: công văn")
    if reading.stretches[0][0].startswith("Kính gửi:"):
        addressees = reading.stretches.pop(0)
        reading.write("kính gửi", [line.removeprefix("Kính gửi: ") for line in addressees])
        reading.expect("addressees", addressees)
    _read_text(reading)
    if attached:
        _read_attached(reading, attached.partition("\n")[2])
    return Transcribed("\n".join(reading.keys) + "\n", reading.blocks)


def _stretches(text: str) -> list[list[str]]:
    parts = re.split(r"\n\s*\n", text.strip())
    return [[line.strip() for line in part.splitlines() if line.strip()] for part in parts]


def _read_head(reading: _Reading) -> None:
    lines = reading.stretches.pop(0)
    right = lines.index(NATIONAL_NAME)
    left = lines[:right]
    # «UBND TỈNH …» above another name is its superior; «ỦY BAN NHÂN DÂN / TỈNH …» is one name.
    header = [left[0], "", *left[1:]] if left[0].startswith("UBND") else left
    reading.write("cơ quan", header)
    reading.expect("issuer", left)
    reading.expect("national header", lines[right : right + 2])
    for line in lines[right + 2 :]:
        if line.startswith("Số:"):
            reading.keys.append(f"số: {line.removeprefix('Số:').strip()}")
            reading.expect("number", [line])
        elif line.startswith("V/v"):
            reading.write("trích yếu", [line])
            reading.expect("subject", [line])
        elif found := _PLACE_DATE.fullmatch(line):
            reading.keys.append(f"địa danh: {found['place']}\nngày: {found['date']}")
            reading.expect("place and date", [line])
        else:
            raise ValueError(f"no place for the line «{line}»")


def _read_text(reading: _Reading) -> None:
    closing = next(
        n for n, stretch in enumerate(reading.stretches) if stretch[0].startswith("Nơi nhận:")
    )
    text = [line for stretch in reading.stretches[:closing] for line in stretch]
    reading.expect("body", [_printed_row(line) for line in text if not line.startswith("[")])
    if "QUYẾT ĐỊNH:" in text:
        reading.write("thẩm quyền ban hành", [text.pop(0)])
    grounds: list[str] = []
    while text[0].startswith("Căn cứ ") or (grounds and text[0].startswith("Theo đề nghị ")):
        grounds.append(text.pop(0))
    if grounds:
        reading.write("căn cứ", grounds)
    if text[0] == "QUYẾT ĐỊNH:":
        text.pop(0)
    _write_body(reading, text)
    recipients, *signature = reading.stretches[closing:]
    reading.write("nơi nhận", recipients[1:])
    reading.expect("recipients", recipients)
    reading.write("ký", [line for part in signature for line in (*part, "")][:-1])
    reading.expect("signature", [line for part in signature for line in part])


def _write_body(reading: _Reading, text: list[str], indent: int = 0) -> None:
    if not any(line.startswith(_TABLE) for line in text):
        reading.write("nội dung", text, indent)
        return
    items: list[str] = []
    rows: list[str] = []
    paragraphs: list[str] = []
    for line in [*text, ""]:
        if " | " in line:
            rows.append(line)
            continue
        if rows:
            head, *rest = rows
            body = "\n".join(f"        {_breaks(row)}" for row in rest)
            items.append(f"  - bảng:\n      cột: {head}\n      hàng: |\n{body}")
            rows = []
        if line.startswith(_TABLE) or not line:
            items.append("  - |\n" + "\n".join(f"    {each}" for each in paragraphs))
            paragraphs = []
        else:
            paragraphs.append(line)
    reading.keys.append("nội dung:\n" + "\n".join(items))


def _breaks(row: str) -> str:
    return row.replace(" / ", r"\n")


def _printed_row(line: str) -> str:
    return line.replace(" | ", " ").replace(" / ", " ") if " | " in line else line


def _read_attached(reading: _Reading, text: str) -> None:
    head, title, *stretches = _stretches(text)
    right = head.index(NATIONAL_NAME)
    reading.expect("issuer", head[:right])
    reading.expect("national header", head[right:])
    body = [line for stretch in stretches for line in stretch]
    reading.expect("appendix", [*title, *body])
    reading.keys.append("phụ lục:")
    reading.keys.append(f"  - loại: {title[0].split(' (')[0].lower()}")
    reading.keys.append(f"    tên loại in: {title[0]}\n    cơ quan: như trên")
    reading.write("trích yếu", title[1:-1], indent=4)
    reading.write("kèm theo", title[-1:], indent=4)
    _write_body(reading, body, indent=4)
