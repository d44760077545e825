"""Writes the list in docs/pdf-a.md from the list of checks that ``check_pdf`` makes.

Run ``python tools/make_pdf_checks.py`` after a change of the list; with ``--check`` nothing is
written and the exit code tells whether the page agrees with the list.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from vnadmindocs.writers.pdf.conformance import Rule, rules

PAGE = Path(__file__).resolve().parents[1] / "docs" / "pdf-a.md"
MARK = "<!-- Made from the list of checks by tools/make_pdf_checks.py; correct the list. -->\n"
DEMANDS = {"pdfa": "PDF/A", "ua": "PDF/UA", "house": "chúng tôi · we"}


def page(text: str) -> str:
    """Give the page with the list as it is now."""
    prose, mark, _ = text.partition(MARK)
    if not mark:
        raise SystemExit(f"{PAGE.name} has no place for the list")
    return prose + mark + "\n".join(("", *_listed()))


def _listed() -> Iterator[str]:
    yield "| Mục · Check | Nội dung · What is looked at | Bên đòi hỏi · Who asks | Điều · Clause |"
    yield "|---|---|---|---|"
    yield from map(_row, rules())
    yield ""


def _row(rule: Rule) -> str:
    text = f"{rule.text.vi}<br>{rule.text.en}"
    return f"| `{rule.key}` | {text} | {DEMANDS[rule.demand]} | {rule.clause} |"


def main(arguments: list[str]) -> int:
    """Write the page, or with ``--check`` tell whether it agrees."""
    have = PAGE.read_text(encoding="utf-8")
    wanted = page(have)
    if "--check" in arguments:
        if wanted != have:
            print(f"docs/{PAGE.name} does not agree with the list of checks")
        return int(wanted != have)
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
