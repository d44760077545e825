"""Compile the Vietnamese of the command line: locale/vi/…/vnadmindocs.po -> .mo.

.venv/bin/python tools/make_translations.py
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
SENTENCES = ROOT / "vnadmindocs/cli/locale/vi/LC_MESSAGES/vnadmindocs.po"


def main() -> None:
    """Write the compiled file beside the readable one."""
    with SENTENCES.open("rb") as source:
        catalog = read_po(source, locale="vi")
    with SENTENCES.with_suffix(".mo").open("wb") as target:
        write_mo(target, catalog)


if __name__ == "__main__":
    main()
