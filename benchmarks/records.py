"""The records that are measured: examples of the corpus, each time with other words.

A typesetter that remembers what it has set before would be praised for nothing if it were given
the same letter again and again, so each record made here has a serial number of its own in every
paragraph, and in every row of a table, and no two are the same.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
DATA = EXAMPLES / "khuyen-cong-2026-2030.csv"
TIMES_FOR_300_PAGES = 38  # the articles of the decision, over and over

_BODY = re.compile(r"^(?:nội dung|body): \|\n((?:  .*\n)+)", re.MULTILINE)
_LONG_LINE = re.compile(r"^(  (?:- |\d+\. |\w\) )?\S+ \S+ \S+)(?= .{60})", re.MULTILINE)
_ARTICLE = re.compile(r"^(?=  Điều \d+[:.])", re.MULTILINE)
_FIGURES = re.compile(r"^số liệu:\n(?:  .*\n)+", re.MULTILINE)
_REFERENCE = re.compile(r"\[(\d*)=[^\]]*\]")
_COLUMNS = (2, 4, 8)  # of the data, after number and text: what a portrait page has room for
_TABLE = """\
nội dung:
  - |
{body}\
  - bảng:
      cột:
        - {{tên: TT, rộng: 16, căn: giữa}}
        - {{tên: Nội dung, rộng: 80}}
        - {{tên: ĐVT, rộng: 24, căn: giữa}}
        - {{tên: Năm 2027, rộng: 18, căn: giữa}}
        - {{tên: Tổng, rộng: 18, căn: giữa}}
      hàng: |
{rows}
"""


def dispatch(serial: int) -> str:
    """Give the one-page letter of the examples."""
    return _varied(_example("dispatch"), serial)


def letter(serial: int) -> str:
    """Give the letter of the Department of Science and Technology."""
    return _varied(_example("cong-van-so-khcn-hai-phong"), serial)


def decision(serial: int) -> str:
    """Give the decision with its appendix, whose table is a file and stays as it is."""
    return _varied(_example("quyet-dinh-khuyen-cong-hai-phong"), serial)


def letter_with_table(serial: int) -> str:
    """Give the letter with a table of forty rows of the decision's data in it."""
    return _with_table(serial, [_row(row[0], f"{row[1]} ({serial})", row) for row in _data()])


def large_table(rows: int) -> str:
    """Give the letter with a table of as many rows as wanted."""
    data = _data()
    numbered = ((number, data[number % len(data)]) for number in range(rows))
    return _with_table(0, [_row(str(number + 1), row[1], row) for number, row in numbered])


def large_text(times: int) -> str:
    """Give the decision with its articles again and again, numbered on, without its appendix."""
    text = _example("quyet-dinh-khuyen-cong-hai-phong")
    text = _FIGURES.sub("", text[: text.index("phụ lục:")])
    text = _REFERENCE.sub(r"\g<1>", text)  # the figures stood in the appendix
    articles = _ARTICLE.split(_body(text))[1:]
    body = "".join(
        re.sub(r"^  Điều \d+[:.]", f"  Điều {number + 1}.", articles[number % len(articles)])
        for number in range(times * len(articles))
    )
    return text.replace(_body(text), body)


DOCUMENTS: Mapping[str, Callable[[int], str]] = {
    "one-page letter": dispatch,
    "letter of a department": letter,
    "letter with a table of 40 rows": letter_with_table,
    "decision with its appendix": decision,
}


def _varied(text: str, serial: int) -> str:
    """Put a serial number into every long line of the body of a record."""
    body = _body(text)
    return text.replace(body, _LONG_LINE.sub(rf"\g<1> {serial:05}", body))


def _with_table(serial: int, rows: Sequence[str]) -> str:
    text = letter(serial)
    body, table = _body(text), "".join(f"        {row}\n" for row in rows)
    indented = "".join(f"  {line}\n" for line in body.splitlines())
    made = _TABLE.format(body=indented, rows=table.rstrip("\n"))
    return text.replace(f"nội dung: |\n{body}", made)


def _row(number: str, words: str, row: Sequence[str]) -> str:
    return " | ".join((number, words, *(row[column] for column in _COLUMNS)))


def _body(text: str) -> str:
    found = _BODY.search(text)
    assert found is not None
    return found[1]


@cache
def _example(name: str) -> str:
    return (EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")


@cache
def _data() -> tuple[tuple[str, ...], ...]:
    """Give the rows of the decision's appendix, its head left out."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return tuple(tuple(row) for row in csv.reader(file))[1:]
