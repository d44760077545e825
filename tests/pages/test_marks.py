"""The marks on paper: urgency, secrecy, circulation; no ô of page 1 over another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, cycle, product
from typing import Any

import pytest

from tests.pages.conftest import Printer
from tests.pages.printing import Printed, lay_out_record
from tests.pages.records import AGENCY, decision, letter
from vnadmindocs.api import load
from vnadmindocs.fonts.faces import find_face
from vnadmindocs.layout.document import norms_of_record
from vnadmindocs.layout.places import SEALS, SIGNATURES, PlacedBox, signing_sizes
from vnadmindocs.writers.pdf.places import placed_boxes

NEAR = 0.5
TOUCHING = 0.1  # mm: twips
_SIZES = {
    "hỏa tốc": ("HỎA TỐC", 30.0, 8.0),
    "thượng khẩn": ("THƯỢNG KHẨN", 40.0, 8.0),
    "khẩn": ("KHẨN", 20.0, 8.0),
}
BODY = "Sở Nội vụ đề nghị các đơn vị thực hiện./."
Record = dict[str, Any]
_URGENCY: tuple[Record, ...] = (
    {},
    {"urgency": "hỏa tốc"},
    {"urgency": "hỏa tốc", "due": "16:30 20/3/2026"},
    {"urgency": "thượng khẩn"},
    {"urgency": "khẩn"},
)
_SECRECY: tuple[Record, ...] = (
    {},
    {"secrecy": "mật"},
    {"secrecy": "tối mật"},
    {"secrecy": "tuyệt mật"},
)
_CIRCULATION: tuple[Record, ...] = (
    {},
    {"circulation": "LƯU HÀNH NỘI BỘ"},
    {"circulation": "XEM XONG TRẢ LẠI\nLƯU HÀNH NỘI BỘ"},
)
_LONG = (
    "phối hợp tổ chức lớp bồi dưỡng nghiệp vụ văn thư, lưu trữ và lập hồ sơ điện tử cho công chức, "
    "viên chức các cơ quan, đơn vị thuộc tỉnh năm 2026"
)
_LONG_AGENCY = {
    **AGENCY,
    "header": "ỦY BAN NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU VÀ PHỤ CẬN\n\n"
    "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG\nCÁC CÔNG TRÌNH GIAO THÔNG\nVÀ NÔNG NGHIỆP",
}
_DOCUMENTS: tuple[Record, ...] = (
    letter(BODY),
    letter(BODY, subject=_LONG, addressees="Các sở\nBan\nNgành\nỦy ban nhân dân các xã, phường"),
    letter(BODY, subject=_LONG, agency=_LONG_AGENCY),
    decision("Điều 1. Ban hành Quy chế./."),
    decision("Điều 1. Ban hành Quy chế./.", subject=f"Về việc {_LONG}", agency=_LONG_AGENCY),
)
# The corners of the ranges of margins: top, bottom, left, right.
_MARGINS = tuple(product((20, 25), (20, 25), (30, 35), (15, 20)))
_REST: Record = {"drafter": "PTH", "copies": "15", "contact": "Số 05 đường Lê Lợi\nĐT: (0290) 1"}


def _record(urgency: Record, secrecy: Record, circulation: Record, document: Record) -> Record:
    record = {**document, **urgency, **secrecy, **circulation, **_REST}
    corner = dict(zip(("top", "bottom", "left", "right"), next(_CORNERS), strict=True))
    rules = {f"page.margin.{side}": str(width) for side, width in corner.items()}
    return {**record, "agency": {**record["agency"], "rules": rules}, "size_set": next(_SETS)}


_CORNERS, _SETS = cycle(_MARGINS), cycle(("large", "small", "large"))
COMBINATIONS = tuple(
    _record(*each) for each in product(_URGENCY, _SECRECY, _CIRCULATION, _DOCUMENTS)
)


@pytest.fixture(scope="module")
def marked(printer: Printer) -> Printed:
    """A letter with each mark."""
    records = {
        f"urgency-{number}": letter(BODY, urgency=name) for number, name in enumerate(_SIZES)
    }
    records["circulation"] = letter(BODY, circulation="LƯU HÀNH NỘI BỘ")
    records["secrecy"] = letter(BODY, secrecy="tối mật", urgency="khẩn")
    records["timed"] = letter(BODY, urgency="hỏa tốc", due="16:30 20/3/2026")
    return printer(records)


@pytest.mark.parametrize("number", range(len(_SIZES)))
def test_a_mark_of_urgency_has_the_size_of_the_decree(number: int, marked: Printed) -> None:
    """30 × 8, 40 × 8 and 20 × 8 mm, its words in the middle (PL1·P1·III.2.b)."""
    words, width, height = list(_SIZES.values())[number]
    page = marked[f"urgency-{number}"][0]
    (frame,) = page.frames
    assert frame.length == pytest.approx(width, abs=NEAR)
    assert frame.bottom - frame.top == pytest.approx(height, abs=NEAR)
    line = page.line(words)
    assert line.middle == pytest.approx(frame.middle, abs=NEAR)
    letters = line.baseline - 0.66 * line.words[0].size_pt * 25.4 / 72 / 2
    assert letters == pytest.approx((frame.top + frame.bottom) / 2, abs=1)
    assert frame.top > page.starting("V/v").baseline


def test_the_mark_with_an_hour_is_as_wide_as_its_words(marked: Printed) -> None:
    """A frame of its own around both lines, for the decree gives none."""
    page = marked["timed"][0]
    (frame,) = page.frames
    first, second = page.line("HỎA TỐC HẸN GIỜ"), page.starting("16 giờ 30")
    assert frame.left < min(first.left, second.left)
    assert max(first.right, second.right) < frame.right
    assert frame.top < first.baseline < second.baseline < frame.bottom


def test_a_secrecy_mark_is_words_without_a_frame_over_the_mark_of_urgency(marked: Printed) -> None:
    """Ô 10a over ô 10b, beginning where it does; the stamp is of another law."""
    page = marked["secrecy"][0]
    (frame,) = page.frames
    line = page.line("TỐI MẬT")
    assert line.left == pytest.approx(frame.left, abs=NEAR)
    assert line.baseline < frame.top


def test_the_circulation_note_stands_in_the_top_margin(marked: Printed) -> None:
    """Framed, above Quốc hiệu (ô 11)."""
    page = marked["circulation"][0]
    (frame,) = page.frames
    line = page.line("LƯU HÀNH NỘI BỘ")
    assert frame.left < line.left
    assert line.right < frame.right
    assert frame.top < line.baseline < frame.bottom < 20


def _places(record: Mapping[str, Any]) -> tuple[PlacedBox, ...]:
    face = find_face().face
    if face is None:
        pytest.skip("no face with the widths of Times is installed")
    draft = load(record)
    assert draft.record is not None, [each.message.vi for each in draft.diagnostics]
    sizes = signing_sizes(norms_of_record(draft.record))
    return placed_boxes(lay_out_record(dict(record)), face, sizes)


def _over(boxes: tuple[PlacedBox, ...]) -> Iterator[tuple[str, str]]:
    """Yield what stands over something else; image and seal are put over others by the decree."""
    words = [each for each in boxes if each.box not in (*SIGNATURES, *SEALS)]
    for one, other in combinations(words, 2):
        across = min(one.right_mm, other.right_mm) - max(one.left_mm, other.left_mm)
        down = min(one.bottom_mm, other.bottom_mm) - max(one.top_mm, other.top_mm)
        # The drafter's symbol stands in the lower right corner of the recipients (ô 12).
        corner = {one.box, other.box} == {"9b", "12"}
        if one.page == other.page and across > TOUCHING and down > TOUCHING and not corner:
            yield one.box, other.box


@pytest.mark.parametrize("start", range(0, len(COMBINATIONS), 30))
def test_no_ô_stands_over_another_at_any_combination(start: int) -> None:
    """Marks × secrecy × circulation × documents, at the corners of margins and both size sets."""
    for record in COMBINATIONS[start : start + 30]:
        boxes = _places(record)
        assert list(_over(boxes)) == [], {
            key: record[key] for key in ("urgency", "secrecy", "circulation") if key in record
        }
        present = {each.box for each in boxes}
        assert ("10a" in present) == ("secrecy" in record)
        assert ("10b" in present) == ("urgency" in record)
        assert ("11" in present) == ("circulation" in record)
        assert {"9b", "12", "13"} <= present


@pytest.mark.parametrize("start", range(0, len(COMBINATIONS), 30))
def test_every_mark_stands_in_its_place(start: int) -> None:
    """10a over 10b, both under the number and left of Quốc hiệu; 11 above all of them."""
    for record in COMBINATIONS[start : start + 30]:
        at = {each.box: each for each in _places(record) if each.page == 1}
        for box in ("10a", "10b"):
            if box in at:
                assert at[box].top_mm > at["3"].bottom_mm
                assert at[box].right_mm < at["1"].left_mm + 2
        if "10a" in at and "10b" in at:
            assert at["10a"].bottom_mm < at["10b"].top_mm
        if "11" in at:
            assert at["11"].bottom_mm <= min(at["1"].top_mm, at["2"].top_mm)
