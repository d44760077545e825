"""The page of signatures: its records print what it shows, and its rows have no findings."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from tests.docs.fenced import fenced
from vnadmindocs.api import check, load
from vnadmindocs.notation.signature import parse_signature, print_signature

PAGE = Path(__file__).parents[2] / "docs" / "signatures.md"
_ROW = re.compile(r"^\| (?P<case>[^|]+) \| (?P<lines>`[^|]+)\|$", re.MULTILINE)


def record(signature: object) -> dict[str, object]:
    """Make a record of a people's committee."""
    return {
        "type": "notice",
        "agency": "ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH",
        "subject": "Về việc nghỉ lễ",
        "body": "Các phòng bố trí người trực./.",
        "signature": signature,
    }


def test_the_fields_print_what_the_page_shows() -> None:
    """The record in fields and the lines under it are one block."""
    as_printed, in_fields, shown = (block.text for block in fenced(PAGE))
    for text in (as_printed, in_fields):
        assert check(record(yaml.safe_load(text)["ký"])) == ()
    read = load(record(yaml.safe_load(in_fields)["ký"])).record
    assert read is not None
    assert isinstance(read.signature, tuple)
    assert print_signature(read.signature[0]) == shown.strip()


def test_every_row_of_lines_is_read_without_a_finding() -> None:
    """Whoever copies a row has a right signature."""
    rows = [row for row in _ROW.finditer(PAGE.read_text(encoding="utf-8")) if " / " in row[2]]
    assert len(rows) >= 6
    for row in rows:
        lines = [
            line.strip("` ").replace(" …", "") for line in row["lines"].split(",")[0].split("/")
        ]
        block = parse_signature("\n".join((*lines, "", "Lê Thanh Sơn")))
        body = "SỞ NỘI VỤ" if "GIÁM ĐỐC" in row["lines"] else "ỦY BAN NHÂN DÂN"
        assert check({**record(print_signature(block)), "agency": body}) == (), row["case"]
