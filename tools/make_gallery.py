"""Makes docs/gallery: page 1 of an example of every type, and the page that lists them.

Every record of examples/ is looked at; a type takes its first one by name, a Vietnamese one where
there is one. Pictures are drawn as the PDF shows the page and kept small: few colours, one byte or
half a byte a pixel. Run it after a change of layout or of an example, and look at them.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from vnadmindocs import load, render
from vnadmindocs.api import Draft
from vnadmindocs.language.text import fold
from vnadmindocs.law.copy_forms import copy_forms
from vnadmindocs.law.document_types import DocumentType, document_types
from vnadmindocs.writers.pdf.pixels import Pixels, pixels_of

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
GALLERY = ROOT / "docs" / "gallery"
README = GALLERY / "README.md"
PPI = 84
WIDEST = 700  # pixels
LARGEST = 2_000_000  # bytes of all pictures
# The type whose page is shown once more with the boxes of the decree's diagram.
BOXED = "dispatch"
_GREYS, _SHADES = 7, 4  # steps from black to white: of a grey, of each channel of a colour
_OPAQUE = 4  # channels of a pixel with transparency

_HEAD = """\
# Gallery

Page 1 of an example of every type, as the PDF shows it; made by `make gallery`. What the type
prints is told in the [readings](../readings/README.md) and in `vnadmindocs new TYPE`.

| Type | Form | Record | Picture |
|---|---|---|---|
"""
_BOXES = """
The same page with the numbered boxes of the decree's diagram (`render --show-boxes`;
[places on the page](../places.md)):

![{name}, its boxes]({file})
"""


class Shown(NamedTuple):
    """A type and the record that shows it."""

    kind: DocumentType
    record: Path

    @property
    def file(self) -> str:
        """The name of its picture."""
        return f"{fold(self.kind.name.vi).replace('_', '-')}.png"


def main() -> None:
    """Draw every picture, write the page, and take away what no type needs."""
    GALLERY.mkdir(exist_ok=True)
    wanted = {each.file: each for each in shown()}
    for name, each in wanted.items():
        _draw(each.record, name)
    for name, each in _boxed(wanted).items():
        _draw(each.record, name, show_boxes=True)
    README.write_text(page(), encoding="utf-8")
    for path in GALLERY.glob("*.png"):
        if path.name not in pictures():
            path.unlink()


def shown() -> tuple[Shown, ...]:
    """Give the types that have an example in the order of Điều 7, then the forms of copy."""
    records = _records()
    kinds = (*document_types(), *copy_forms())
    return tuple(Shown(kind, records[kind.key]) for kind in kinds if kind.key in records)


def pictures() -> tuple[str, ...]:
    """Name every picture there is to be."""
    wanted = {each.file: each for each in shown()}
    return (*wanted, *_boxed(wanted))


def page() -> str:
    """Give the text of the page."""
    wanted = {each.file: each for each in shown()}
    rows = [
        f"| {each.kind.name.vi} ({each.kind.name.en}) | {each.kind.form or 'none'} |"
        f" [{each.record.name}](../../examples/{each.record.name}) | [{name}]({name}) |\n"
        for name, each in wanted.items()
    ]
    boxes = [
        _BOXES.format(name=each.kind.name.vi, file=name) for name, each in _boxed(wanted).items()
    ]
    images = [f"\n![{each.kind.name.vi}]({name})\n" for name, each in wanted.items()]
    return "".join((_HEAD, *rows, *boxes, *images))


def _boxed(wanted: Mapping[str, Shown]) -> dict[str, Shown]:
    return {
        name.replace(".png", "-o-so.png"): each
        for name, each in wanted.items()
        if each.kind.key == BOXED
    }


def _records() -> dict[str, Path]:
    """Give the record that shows each type: by name, those in Vietnamese before others."""
    drafts = [(path, load(path)) for path in sorted(EXAMPLES.glob("*.yaml"))]
    drafts.sort(key=lambda each: _language(each[1]), reverse=True)
    found: dict[str, Path] = {}
    for path, draft in drafts:
        if draft.record is not None:
            found.setdefault(draft.record.type.key, path)
    return found


def _language(draft: Draft) -> str:
    return draft.source.spelling if draft.source is not None else ""


def _draw(record: Path, name: str, *, show_boxes: bool = False) -> None:
    made = render(record, "png", ppi=PPI, show_boxes=show_boxes)
    if made.data is None:
        raise SystemExit("\n".join(each.message.en for each in made.diagnostics))
    (GALLERY / name).write_bytes(small_png(pixels_of(made.data)))


def small_png(picture: Pixels) -> bytes:
    """Write a picture with the few colours that a page of text needs."""
    rows = [list(_colours(row, picture.channels)) for row in picture.rows]
    palette = sorted({colour for row in rows for colour in row}, key=lambda each: (sum(each), each))
    index = {colour: number for number, colour in enumerate(palette)}
    depth = 4 if len(palette) <= 16 else 8
    lines = []
    for row in rows:
        numbers = [index[colour] for colour in row]
        if depth == 4:
            even, odd = numbers[::2], [*numbers[1::2], *([0] if len(numbers) % 2 else [])]
            numbers = [one << 4 | other for one, other in zip(even, odd, strict=True)]
        lines.append(b"\0" + bytes(numbers))
    head = struct.pack(">IIBBBBB", picture.width, picture.height, depth, 3, 0, 0, 0)
    colours = b"".join(bytes(colour) for colour in palette)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", head),
            _chunk(b"PLTE", colours),
            _chunk(b"IDAT", zlib.compress(b"".join(lines), 9)),
            _chunk(b"IEND", b""),
        )
    )


def _colours(row: bytes, channels: int) -> Iterator[tuple[int, int, int]]:
    """Yield each pixel on white paper, as one of few greys or one of few colours."""
    for at in range(0, len(row), channels):
        red, green, blue = row[at], row[at + 1], row[at + 2]
        if channels == _OPAQUE:
            white = 255 - row[at + 3]
            red, green, blue = ((each * row[at + 3] // 255) + white for each in (red, green, blue))
        steps = _GREYS if red == green == blue else _SHADES
        yield _step(red, steps), _step(green, steps), _step(blue, steps)


def _step(value: int, steps: int) -> int:
    return round(value * steps / 255) * 255 // steps


def _chunk(name: bytes, data: bytes) -> bytes:
    checked = name + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))


if __name__ == "__main__":
    main()
