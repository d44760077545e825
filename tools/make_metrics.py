"""Write the advance widths of the Times-metric faces to ``vnadmindocs/fonts/data``.

Run as ``python tools/make_metrics.py [folder of the fonts]`` after a new Liberation release. The
files hold numbers only, no outlines; the name, version and licence of the face stand in each.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from fontTools.ttLib import TTFont

STYLES = {
    "regular": "Regular",
    "bold": "Bold",
    "italic": "Italic",
    "bold-italic": "BoldItalic",
}
FONTS = Path("/usr/share/fonts/truetype/liberation2")
DATA = Path(__file__).resolve().parent.parent / "vnadmindocs" / "fonts" / "data"


def font_file(folder: Path, style: str) -> Path:
    """Name the font file of a style."""
    return folder / f"LiberationSerif-{STYLES[style]}.ttf"


def metrics_text(file: Path) -> str:
    """Write one face as JSON, a run of neighbouring code points a line."""
    with TTFont(file) as font:
        names = font["name"]
        advances = font["hmtx"].metrics
        header = {
            "family": names.getDebugName(1),
            "style": names.getDebugName(2),
            "version": names.getDebugName(5),
            "copyright": " ".join(str(names.getDebugName(0)).split()),
            "licence": names.getDebugName(13),
            "licence_url": names.getDebugName(14),
            "units_per_em": font["head"].unitsPerEm,
            "missing_glyph": advances[".notdef"][0],
        }
        widths = {point: advances[glyph][0] for point, glyph in font.getBestCmap().items()}
    lines = [f"{json.dumps(key)}:{json.dumps(value)}" for key, value in header.items()]
    runs = ",\n".join(json.dumps(run, separators=(",", ":")) for run in _runs(widths))
    return "{" + ",\n".join(lines) + ',\n"runs":[\n' + runs + "\n]}\n"


def _runs(widths: Mapping[int, int]) -> Iterator[list[int]]:
    """Yield [first code point, advance, advance, …] for each unbroken run of code points."""
    run: list[int] = []
    for point in sorted(widths):
        if run and point != run[0] + len(run) - 1:
            yield run
            run = []
        run = run or [point]
        run.append(widths[point])
    yield run


def main(folder: Path) -> None:
    """Write the four files."""
    DATA.mkdir(parents=True, exist_ok=True)
    for style in STYLES:
        text = metrics_text(font_file(folder, style))
        (DATA / f"{style}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FONTS)
