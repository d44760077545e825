"""What is read without a parser is what a parser reads, and places come from the parser."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.api import check, render
from vnadmindocs.record import reader
from vnadmindocs.record.composer import compose
from vnadmindocs.record.mapping import Walk
from vnadmindocs.record.positions import Positions
from vnadmindocs.record.reader import read
from vnadmindocs.record.simple_record import read_simple
from vnadmindocs.record.source import source_text

ROOT = Path(__file__).resolve().parents[2]
FILES = [
    path
    for folder in ("examples", "tests/records")
    for path in sorted((ROOT / folder).rglob("*.yaml"))
    if path.is_file()
]
LETTER = (ROOT / "examples" / "cong-van-so-khcn-hai-phong.yaml").read_text(encoding="utf-8")
# What YAML sees more in than words, put anywhere into a letter.
BITS = [
    ":", ": ", " #", "#", "\n", "\n\n", "- ", "|", ">", '"', "'", "&a ", "*a", "!", "%", "@", "`",
    "{", "}", "[", "]", ",", "? ", "...", "---", " ", "   ", "\n  ", "\n ", "\\", "~", "null", "|-",
    "| # c", "\n#x\n", "\n # x", "\n...\n", "\n---\n", "%YAML 1.1\n", "x:y", "x :y", "key: x\n",
    "loại: báo cáo\n", "số: 5\n", "subject: y\n", "number: 3\n", "\nky:\n  chức vụ: A\n", "…", "“",
]  # fmt: skip


def by_parser(text: str, mapping: str) -> tuple[object, object, str, bool]:
    """Read a text with the parser: data, order of keys, spelling, whether anything was found."""
    positions = Positions("", mapping, text, plain=True)
    root, faults = compose(text, positions)
    walk = Walk(positions)
    data = walk.root(root, mapping, silent=bool(faults))
    return data, list(data or ()), walk.spelling, bool(faults or walk.faults)


def agree(text: str, mapping: str = "document") -> bool:
    """Compare both ways of reading; tell whether there were two."""
    source = source_text(text, "")
    if not source.plain or source.faults or source.readable is None:
        return False
    simple = read_simple(source.readable, mapping)
    if simple is None:
        return False
    read_so = (simple.data, list(simple.data), simple.spelling, False)
    assert read_so == by_parser(source.readable, mapping)
    return True


@pytest.mark.parametrize("mapping", ["document", "agency"])
def test_every_record_of_ours_is_read_alike(mapping: str) -> None:
    """This test shows that the short way gives nothing that the long way does not."""
    texts = [path.read_bytes().decode("utf-8", errors="replace") for path in FILES]
    assert sum(agree(text, mapping) for text in texts) > 10


@given(st.lists(st.tuples(st.integers(0, len(LETTER)), st.sampled_from(BITS)), max_size=4))
def test_a_letter_with_anything_in_it_is_read_alike_or_left_to_the_parser(
    slips: list[tuple[int, str]],
) -> None:
    """This test shows that whatever YAML sees more in is left to it."""
    text = LETTER
    for at, bit in slips:
        text = f"{text[:at]}{bit}{text[at:]}"
    agree(text)


@given(st.randoms(use_true_random=False))
def test_a_letter_with_lines_moved_about_is_read_alike(chance: random.Random) -> None:
    """This test shows the same of lines that stand where they should not."""
    lines = LETTER.split("\n")
    for _ in range(chance.randint(1, 4)):
        line = chance.choice(lines)
        at = chance.randrange(len(lines))
        lines[at : at + chance.randint(0, 1)] = [line[chance.randint(0, 3) :]]
    agree("\n".join(lines))


def test_the_letter_itself_is_read_the_short_way() -> None:
    """This test shows that the tests above are about something."""
    assert agree(LETTER)


def test_places_are_those_of_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """This test shows that a finding stands where it stood before."""
    found = check(LETTER)
    assert found
    monkeypatch.setattr(reader, "read_simple", lambda *_: None)
    assert check(LETTER) == found


def test_nothing_is_parsed_while_nobody_asks_for_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """This test shows what the short way saves."""
    monkeypatch.chdir(ROOT / "examples")
    parsed: list[str] = []

    def noted(text: str, positions: Positions) -> object:
        parsed.append(text)
        return compose(text, positions)

    monkeypatch.setattr(reader, "compose", noted)
    made = render(LETTER)
    assert made.data
    assert LETTER not in parsed
    assert made.diagnostics
    assert parsed.count(LETTER) == 1


def test_many_threads_may_ask_for_the_first_place() -> None:
    """This test shows that places come whole, whoever asks first."""
    for _ in range(20):
        source = read(LETTER, "")
        with ThreadPoolExecutor(4) as pool:
            places = set(pool.map(source.positions.place, [("recipients",)] * 8))
        assert len(places) == 1
        assert places.pop().line == 22
