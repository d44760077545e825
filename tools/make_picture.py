"""Makes docs/images/thu.png: page 1 of the letter in README.md, as LibreOffice shows it.

Needs soffice and pdftoppm. Run it after a change of layout, and look at the picture.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from vnadmindocs import render

ROOT = Path(__file__).parent.parent
DPI = "80"


def main() -> None:
    """Render the letter, convert it and keep its first page."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    letter = re.search(r"```yaml\n(.*?)```", readme, re.DOTALL)
    if letter is None:
        raise SystemExit("README.md has no letter")
    with tempfile.TemporaryDirectory() as folder:
        document = render(letter[1]).write(Path(folder) / "thu.docx")
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        office = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*office, str(document)], check=True, capture_output=True, timeout=120)
        page = str(ROOT / "docs" / "images" / "thu")
        picture = ["pdftoppm", "-r", DPI, "-png", "-f", "1", "-l", "1", "-singlefile"]
        subprocess.run([*picture, str(Path(folder) / "thu.pdf"), page], check=True, timeout=60)


if __name__ == "__main__":
    main()
