"""Signature blocks of real offices: nothing false on those that are right, each fault found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from vnadmindocs.api import check
from vnadmindocs.diagnostics import Diagnostic

FOLDER = Path(__file__).parent / "signatures"
_HEAD = re.compile(r"(?P<type>[^|]+)\|(?P<agency>[^|]+)\|(?P<authority>[^|]*)")


@dataclass(frozen=True, slots=True)
class Signed:
    """A block with the document it stands in.

    Attributes:
        code: what is wrong with it; "" for one that is right.
        words: the words that are meant.
    """

    record: str
    block: str
    code: str
    words: str


def collected(name: str) -> list[Signed]:
    """Read the blocks of a file, each under its line of type, header and authority."""
    found: list[Signed] = []
    code = words = ""
    head: re.Match[str] | None = None
    lines: list[str] = []
    text = (FOLDER / name).read_text(encoding="utf-8")
    for line in [*(line for line in text.split("\n") if not line.startswith("#")), "!", "x|y|z"]:
        told = line.startswith("!")
        new = _HEAD.fullmatch(line)
        if (told or new) and head is not None:
            found.append(signed(head, "\n".join(lines).strip("\n"), code, words))
            head, lines, code, words = None, [], "", ""
        if told:
            code, _, words = line[1:].partition(" ")
        elif new:
            head = new
        else:
            lines.append(line)
    return found


def signed(head: re.Match[str], block: str, code: str, words: str) -> Signed:
    """Write the record of a block."""
    record = {
        "loại": head["type"].strip(),
        "cơ quan": head["agency"].strip().replace(" // ", "\n\n").replace(" / ", "\n"),
        "trích yếu": "Về việc nghỉ lễ",
        "kính gửi": "Sở Tài chính",
        "nội dung": "Điều 1. Các phòng bố trí người trực./.",
        "nơi nhận": "Như trên",
        "ký": block.split("\n---\n") if "\n---\n" in block else block,
    }
    if head["authority"].strip():
        record["thẩm quyền ban hành"] = head["authority"].strip()
    return Signed(yaml.safe_dump(record, allow_unicode=True, width=1000), block, code, words)


RIGHT = collected("right.txt")
FAULTY = collected("faulty.txt")


def found(record: str) -> list[Diagnostic]:
    """Give what is found about signatures."""
    return [each for each in check(record) if each.code.startswith(("SIG", "CAP"))]


def test_there_are_enough_of_them() -> None:
    """Ministries, provinces, communes, councils, schools, hospitals, police, courts, companies."""
    assert len(RIGHT) >= 120
    assert len(FAULTY) >= 55


@pytest.mark.parametrize("each", RIGHT, ids=range(1, len(RIGHT) + 1))
def test_a_right_block_has_no_finding(each: Signed) -> None:
    """A false alarm is worse than a miss."""
    assert [(one.code, one.message.vi) for one in found(each.record)] == []


@pytest.mark.parametrize("each", FAULTY, ids=lambda each: each.code)
def test_a_faulty_block_has_its_finding_alone_at_its_words(each: Signed) -> None:
    """The fault is found once, and nothing follows from it."""
    assert [one.code for one in found(each.record)] == [each.code]
    text = yaml.safe_dump(
        {**yaml.safe_load(each.record), "ký": "@"}, allow_unicode=True, width=1000
    )
    literal = "|\n" + "\n".join(f"  {line}" if line else "" for line in each.block.split("\n"))
    # As people write it, each line of the block a line of the file.
    text = re.sub(r"(?m)^ký: '@'$", lambda _: f"ký: {literal}", text)
    (one,) = found(text)
    line = text.split("\n")[one.place.line - 1]
    assert line[one.place.column - 1 : one.place.end_column - 1] == each.words
