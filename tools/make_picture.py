"""Makes docs/images/thu.png: page 1 of the letter in README.md, as the PDF shows it.

Run it after a change of layout, and look at the picture.
"""

from __future__ import annotations

import re
from pathlib import Path

from vnadmindocs import render

ROOT = Path(__file__).parent.parent
PPI = 80


def main() -> None:
    """Render the letter and keep its first page."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    letter = re.search(r"```yaml\n(.*?)```", readme, re.DOTALL)
    if letter is None:
        raise SystemExit("README.md has no letter")
    pages = render(letter[1], "png", ppi=PPI)
    if pages.data is None:
        raise SystemExit("\n".join(each.message.en for each in pages.diagnostics))
    (ROOT / "docs" / "images" / "thu.png").write_bytes(pages.data)


if __name__ == "__main__":
    main()
