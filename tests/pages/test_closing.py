"""The end of a document: recipients and signature level, whole, and never alone on a page."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.pages.conftest import Printer
from tests.pages.pdf_page import PdfPage
from tests.pages.printing import Printed
from tests.pages.records import SENTENCE, letter, paragraphs
from vnadmindocs.law.norms import Norms

LEVEL = 0.3
AXIS = 0.5
TOP, BOTTOM, LEFT = 20.0, 277.0, 30.0

# From a page that holds all to one that the closing begins: it meets the end everywhere.
_SWEEP = range(24)
_MANY = [f"Ủy ban nhân dân phường số {number}" for number in range(1, 60)]
_JOINT = [
    "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nPhạm Thu Hương",
    "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thanh Sơn",
    "CHÁNH VĂN PHÒNG\n\nĐỗ Quang Vinh",
]
_CHAIN = (
    "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\n\n"
    "PHÓ CHỦ TỊCH THƯỜNG TRỰC\nLê Thanh Sơn"
)


def _body(lines: int, end: str = "") -> list[str]:
    """Give a body that is longer by a line for each step."""
    steps = [f"{number}. Việc phải làm." for number in range(1, lines + 1)]
    return [*paragraphs(6), *steps, end or _END]


_END = f"{SENTENCE} Sở Nội vụ đề nghị các cơ quan, đơn vị quan tâm thực hiện./."


@pytest.fixture(scope="module")
def sweep(printer: Printer) -> Printed:
    """Letters whose bodies grow line by line, with three kinds of endings."""
    records = {}
    for step in _SWEEP:
        records[f"short-{step}"] = letter(_body(step))
        records[f"many-{step}"] = letter(_body(step), recipients=["Như trên", *_MANY])
        records[f"thanks-{step}"] = letter(_body(step, "Trân trọng./."))
        if step % 2:
            records[f"joint-{step}"] = letter(_body(step), signature=_JOINT)
            records[f"chain-{step}"] = letter(_body(step), signature=_CHAIN)
    return printer(records)


@pytest.fixture(scope="module")
def single(printer: Printer) -> Printed:
    """One letter of each kind of signature, on one page."""
    body = "Sở Nội vụ đề nghị các đơn vị thực hiện./."
    return printer(
        {
            "large": letter(body),
            "small": letter(body, size_set="nhỏ"),
            "chain": letter(body, signature=_CHAIN),
            "joint": letter(body, signature=_JOINT),
        }
    )


@pytest.mark.parametrize("name", ["large", "small"])
def test_recipients_begin_on_the_level_of_the_first_signature_line(
    name: str, single: Printed
) -> None:
    """Flush left, 12 pt, on the base line of 13 or 14 pt (PL1·P1·II.9.d)."""
    page = single[name][0]
    label, first = page.line("Nơi nhận:"), page.line("KT. GIÁM ĐỐC")
    assert label.baseline == pytest.approx(first.baseline, abs=LEVEL)
    assert label.left == pytest.approx(LEFT, abs=LEVEL)
    assert label.words[0].size_pt == 12
    dashes = [line for line in page.lines if line.text.startswith("- ")]
    assert [line.text for line in dashes] == [
        "- Như trên;", "- Giám đốc Sở (để b/c);", "- Lưu: VT, VTLT.",
    ]  # fmt: skip
    assert all(line.left == pytest.approx(LEFT, abs=LEVEL) for line in dashes)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("large", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Phạm Thu Hương")),
        (
            "chain",
            (
                "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)",
                "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Lê Thanh Sơn",
            ),
        ),
    ],
)  # fmt: skip
def test_the_lines_of_a_signature_stand_on_one_axis(
    name: str, lines: tuple[str, ...], single: Printed, law: Norms
) -> None:
    """Name under the post, with room for the hand between them."""
    page = single[name][0]
    found = [page.line(line) for line in lines]
    assert all(line.middle == pytest.approx(found[0].middle, abs=AXIS) for line in found)
    levels = [line.baseline for line in found]
    assert levels == sorted(levels)
    gaps = [low - high for high, low in pairwise(levels)]
    pitch = min(gaps)
    room = law["signature.gap"].use * 25.4 / 72
    assert max(gaps) == pytest.approx(pitch + room, abs=1)


def test_joint_blocks_stand_in_two_columns_the_lead_on_the_right(single: Printed) -> None:
    """A third block stands in the middle below; Nơi nhận is below them all."""
    page = single["joint"][0]
    lead, other = page.line("KT. GIÁM ĐỐC"), page.line("TM. ỦY BAN NHÂN DÂN")
    assert lead.baseline == pytest.approx(other.baseline, abs=LEVEL)
    assert other.right < lead.left
    # Two lines of authority on the right, three on the left: the names stand level all the same.
    names = page.line("Phạm Thu Hương"), page.line("Lê Thanh Sơn")
    assert names[0].baseline == pytest.approx(names[1].baseline, abs=LEVEL)
    assert page.line("Phạm Thu Hương").middle == pytest.approx(lead.middle, abs=AXIS)
    assert page.line("Lê Thanh Sơn").middle == pytest.approx(other.middle, abs=AXIS)
    third = page.line("CHÁNH VĂN PHÒNG")
    assert third.middle == pytest.approx((LEFT + 190) / 2, abs=AXIS)
    assert third.baseline > page.line("Lê Thanh Sơn").baseline + 5
    assert page.line("Nơi nhận:").baseline > page.line("Đỗ Quang Vinh").baseline


def test_the_sweep_meets_the_end_of_a_page(sweep: Printed) -> None:
    """The shortest letter has one page, the longest two; the block crosses in between."""
    counts = [len(sweep[f"short-{step}"]) for step in _SWEEP]
    assert counts == sorted(counts)
    assert set(counts) == {1, 2}
    assert counts.count(1) >= 3


@pytest.mark.parametrize("step", _SWEEP)
def test_a_signature_is_never_torn_nor_alone_on_a_page(step: int, sweep: Printed) -> None:
    """The last paragraph is on its page, in two lines at least, wherever the page ends."""
    pages = sweep[f"short-{step}"]
    page = _page_of(pages, "KT. GIÁM ĐỐC")
    assert page is pages[-1]
    _check_company(page, "Nơi nhận:")
    for line in ("PHÓ GIÁM ĐỐC", "Phạm Thu Hương", "Nơi nhận:", "- Lưu: VT, VTLT."):
        assert page.has(line)
    if len(pages) > 1:
        # What was carried over is the block and the paragraph before it, not more.
        assert _end(pages[page.number - 2]) > BOTTOM - 70


@pytest.mark.parametrize("step", _SWEEP)
def test_a_last_line_of_thanks_brings_another_along(step: int, sweep: Printed) -> None:
    """«Trân trọng./.» is not the only line above a signature on a page of its own."""
    page = _page_of(sweep[f"thanks-{step}"], "KT. GIÁM ĐỐC")
    _check_company(page, "Nơi nhận:")


@pytest.mark.parametrize("step", [step for step in _SWEEP if step % 2])
def test_a_chain_of_authority_stays_whole(step: int, sweep: Printed) -> None:
    """Three lines of authority, a caption and another office above the name."""
    page = _page_of(sweep[f"chain-{step}"], "TM. ỦY BAN NHÂN DÂN")
    _check_company(page, "Nơi nhận:")
    for line in ("KT. CHỦ TỊCH", "(Đã ký)", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Lê Thanh Sơn"):
        assert page.has(line)


@pytest.mark.parametrize("step", [step for step in _SWEEP if step % 2])
def test_joint_blocks_are_not_torn_either(step: int, sweep: Printed) -> None:
    """Each row of two is whole, the first with words of the text."""
    pages = sweep[f"joint-{step}"]
    page = _page_of(pages, "TM. ỦY BAN NHÂN DÂN")
    _check_company(page, "TM. ỦY BAN NHÂN DÂN")
    assert page.has("Phạm Thu Hương") or any("Phạm Thu Hương" in r.text for r in page.rows)
    assert any("Lê Thanh Sơn" in row.text for row in page.rows)
    assert _page_of(pages, "CHÁNH VĂN PHÒNG") is _page_of(pages, "Đỗ Quang Vinh")


@pytest.mark.parametrize("step", _SWEEP)
def test_sixty_recipients_leave_no_hole(step: int, sweep: Printed) -> None:
    """They go on beside and below the signature and on the next page; none lost, none over another.

    The signature is not pushed away by them: its page is filled as far as with a few.
    """
    pages = sweep[f"many-{step}"]
    page = _page_of(pages, "KT. GIÁM ĐỐC")
    alike = _page_of(sweep[f"short-{step}"], "KT. GIÁM ĐỐC")
    # Whole recipients stand beside the signature: at most half a line more than it is high.
    assert page.number == alike.number or _end(alike) > BOTTOM - 4
    _check_company(page, "Nơi nhận:")
    assert page.has("Phạm Thu Hương")
    shown = [
        line.text
        for each in pages[page.number - 1 :]
        for line in each.lines
        if line.left < LEFT + 1 and line.text.startswith("- ")
    ]
    assert shown == ["- Như trên;", *(f"- {each};" for each in _MANY), "- Lưu: VT, VTLT."]
    for each in pages[page.number - 1 :]:
        levels = [e.baseline for e in each.lines if e.left < LEFT + 1 and e.text.startswith("- ")]
        gaps = [low - high for high, low in pairwise(levels)]
        assert min(gaps, default=5) > 4
        assert max(gaps, default=5) < 7
    for each in pages[page.number - 1 : -1]:
        assert _end(each) > BOTTOM - 12


def _page_of(pages: tuple[PdfPage, ...], text: str) -> PdfPage:
    (found,) = [page for page in pages if any(text in row.text for row in page.rows)]
    return found


def _check_company(page: PdfPage, first: str) -> None:
    """Check that two lines of the text at least stand above the closing."""
    closing = page.line(first)
    above = [row for row in page.rows if TOP < row.baseline < closing.baseline - 1]
    assert len(above) >= 2
    assert above[-1].text.endswith("./.")
    gap = closing.baseline - above[-1].baseline
    assert 5 < gap < 16


def _end(page: PdfPage) -> float:
    return max(word.baseline for word in page.words)
