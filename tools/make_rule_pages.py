"""Writes docs/rules from the catalogue of findings: a page a family, and an index.

Run ``python tools/make_rule_pages.py`` after a change of the catalogue; with ``--check`` nothing is
written and the exit code tells whether the pages agree with the catalogue.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from vnadmindocs.diagnostics.catalogue import Entry, families, family
from vnadmindocs.diagnostics.model import Text
from vnadmindocs.diagnostics.reports.words import SEVERITIES
from vnadmindocs.locator import locator_in_words

PAGES = Path(__file__).resolve().parents[1] / "docs" / "rules"
# The order of the decree, then of the tool's own matters.
FAMILIES = {
    "PAG": Text(vi="Khổ giấy, lề", en="Page and margins"),
    "FNT": Text(vi="Phông chữ", en="The face"),
    "NAT": Text(vi="Quốc hiệu, Tiêu ngữ", en="National name and motto"),
    "ISS": Text(vi="Cơ quan ban hành", en="The issuing body"),
    "NUM": Text(vi="Số, ký hiệu", en="Number and symbol"),
    "DAT": Text(vi="Địa danh, thời gian", en="Place and date"),
    "SUB": Text(vi="Tên loại, trích yếu", en="Type and subject"),
    "BAS": Text(vi="Căn cứ", en="Grounds"),
    "BDY": Text(vi="Nội dung", en="Body"),
    "SIG": Text(vi="Chữ ký", en="Signature"),
    "REC": Text(vi="Kính gửi, Nơi nhận", en="Addressees and recipients"),
    "APP": Text(vi="Phụ lục", en="Appendices"),
    "CPY": Text(vi="Bản sao", en="Copies"),
    "MRK": Text(vi="Dấu chỉ mức độ", en="Marks"),
    "CAP": Text(vi="Viết hoa", en="Capitals"),
    "CIT": Text(vi="Viện dẫn", en="Citations"),
    "TAB": Text(vi="Bảng", en="Tables"),
    "FIG": Text("Số liệu", "Figures"),
    "LST": Text(vi="Danh sách", en="Lists"),
    "LNG": Text(vi="Ngôn ngữ", en="Language"),
    "IMG": Text(vi="Hình", en="Images"),
    "YML": Text(vi="Tệp bản ghi", en="The record as a file"),
    "SCH": Text(vi="Các mục của bản ghi", en="The entries of a record"),
    "TPL": Text(vi="Mẫu Word của cơ quan", en="An office's own Word template"),
    "OUT": Text(vi="Tệp đọc và ghi", en="Files read and written"),
}
_MADE = "<!-- Made from the catalogue by tools/make_rule_pages.py; correct the catalogue. -->"
# Angle brackets and stars of a sentence are words, not marks of the page.
_MARKS = re.compile(r"([\\*_<>\[\]|])")


def pages() -> dict[str, str]:
    """Give every page by its file name."""
    names = [name for name in FAMILIES if name in families()]
    made = {f"{name}.md": "\n".join(_page(name)) + "\n" for name in names}
    return {"README.md": "\n".join(_index(names)) + "\n", **made}


def _index(names: list[str]) -> Iterator[str]:
    yield "# Các lỗi được tìm ra · Findings"
    yield ""
    yield _MADE
    yield ""
    yield "`vnadmindocs explain MÃ` cho biết điều ghi ở đây · says what stands here."
    for name in names:
        yield f"\n## [{name}]({name}.md) {FAMILIES[name].vi} · {FAMILIES[name].en}\n"
        yield "| | Mức độ · Severity | Thông báo · Message | Căn cứ · Locator |"
        yield "|---|---|---|---|"
        for code, found in family(name).items():
            severity = SEVERITIES[found.severity]
            message = f"{_sentence(found.message.vi)}<br>{_sentence(found.message.en)}"
            locator = f"`{found.locator}`" if found.locator else ""
            link = f"[{code}]({name}.md#{code.lower()})"
            yield f"| {link} | {severity.vi} · {severity.en} | {message} | {locator} |"


def _page(name: str) -> Iterator[str]:
    yield f"# {name}: {FAMILIES[name].vi} · {FAMILIES[name].en}"
    yield ""
    yield _MADE
    for found in family(name).values():
        yield ""
        yield from _entry(found)


def _entry(found: Entry) -> Iterator[str]:
    severity = SEVERITIES[found.severity]
    yield f"## {found.code}"
    yield ""
    yield f"**{severity.vi} · {severity.en}**"
    yield ""
    yield f"> {_sentence(found.message.vi)}  "
    yield f"> {_sentence(found.message.en)}"
    for language in ("vi", "en"):
        if found.page != found.message:
            yield ""
            yield _page_text(found.page.in_language(language))
        if found.hint:
            word = "Cách sửa" if language == "vi" else "What to do"
            yield f"\n{word}: {_sentence(found.hint.in_language(language))}."
        if found.locator:
            word = "Căn cứ" if language == "vi" else "By"
            yield f"\n{word}: {locator_in_words(found.locator, language)}."
    for title, record in (("Sai · Wrong", found.wrong), ("Đúng · Right", found.right)):
        if record.strip():
            lines = record.strip("\n")
            yield f"\n{title}:\n\n```yaml\n{lines}\n```"


def _sentence(words: str) -> str:
    """Print a sentence of the catalogue with dots for the facts that fill it."""
    shown = re.sub(r"\{\{|\}\}|\{[^{}]*\}", _fact, words)
    return _MARKS.sub(r"\\\1", shown).replace("\n", " ")


def _fact(found: re.Match[str]) -> str:
    return found[0][0] if found[0] in ("{{", "}}") else "…"


def _page_text(words: str) -> str:
    """Print prose: words between backticks stay as they are, all else is no mark."""
    pieces = re.split(r"(`[^`]*`)", words)
    return "".join(p if p.startswith("`") else _MARKS.sub(r"\\\1", p) for p in pieces)


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` tell whether they agree."""
    wanted = pages()
    have = {path.name: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md")}
    if "--check" in arguments:
        stale = sorted(name for name in {*wanted, *have} if wanted.get(name) != have.get(name))
        for name in stale:
            print(f"docs/rules/{name} does not agree with the catalogue")
        return 1 if stale else 0
    PAGES.mkdir(parents=True, exist_ok=True)
    for name in set(have) - set(wanted):
        (PAGES / name).unlink()
    for name, text in wanted.items():
        (PAGES / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
