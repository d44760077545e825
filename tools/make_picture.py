"""Makes the pictures of the docs, as the PDF shows the pages.

docs/images/thu.png is page 1 of the letter in README.md; docs/images/o-so.png is a page with the
boxes of the decree's diagram, of docs/places.md. Run it after a change of layout, and look at them.
"""

from __future__ import annotations

import re
from pathlib import Path

from vnadmindocs import render

ROOT = Path(__file__).parent.parent
PPI = 80
# Its record has a word in nearly every box.
FULL = ROOT / "tests" / "records" / "good" / "dau-van-ban.yaml"


def main() -> None:
    """Render the letters and keep their first pages."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    letter = re.search(r"```yaml\n(.*?)```", readme, re.DOTALL)
    if letter is None:
        raise SystemExit("README.md has no letter")
    _picture(letter[1], "thu.png")
    _picture(FULL, "o-so.png", show_boxes=True)


def _picture(record: str | Path, name: str, *, show_boxes: bool = False) -> None:
    pages = render(record, "png", ppi=PPI, show_boxes=show_boxes)
    if pages.data is None:
        raise SystemExit("\n".join(each.message.en for each in pages.diagnostics))
    (ROOT / "docs" / "images" / name).write_bytes(pages.data)


if __name__ == "__main__":
    main()
