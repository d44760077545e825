"""What measures two prints says what differs, by name and in mm."""

from __future__ import annotations

from tests.corpus.comparison import Block
from tests.pages.likeness import distances, shared_lines
from tests.pages.pdf_page import PdfPage, Stroke, Word
from tests.pages.pdf_words import left_over

_FRAME = (Stroke(30, 40, 60, 40), Stroke(30, 50, 60, 50), Stroke(30, 40, 30, 50),
          Stroke(60, 40, 60, 50))  # fmt: skip


def _page(*words: Word, strokes: tuple[Stroke, ...] = ()) -> PdfPage:
    return PdfPage(1, 210, 297, words, strokes)


def _word(text: str, left: float, baseline: float) -> Word:
    return Word(text, left, left + 10, baseline, 14)


def test_a_line_is_measured_at_both_ends_and_on_its_base_line() -> None:
    """Farther right and lower is more."""
    one, other = _page(_word("Số:", 30, 40)), _page(_word("Số:", 31, 39.5))
    found = [str(each) for each in distances(one, other)]
    assert found == [
        "«Số:» · left · +1.00 mm",
        "«Số:» · right · +1.00 mm",
        "«Số:» · baseline · -0.50 mm",
    ]


def test_a_line_of_one_print_alone_is_missing() -> None:
    """On either side."""
    one, other = _page(_word("Một", 30, 40)), _page(_word("Hai", 30, 40))
    assert [(each.element, each.side) for each in distances(one, other)] == [
        ("«Một»", "missing"),
        ("«Hai» (only here)", "missing"),
    ]


def test_the_same_words_are_told_apart_from_the_top() -> None:
    """The second of two lines is compared with the second."""
    one = _page(_word("x", 30, 40), _word("x", 30, 60))
    other = _page(_word("x", 30, 40), _word("x", 30, 61))
    far = [str(each) for each in distances(one, other) if each.mm]
    assert far == ["«x» (2) · baseline · +1.00 mm"]


def test_frames_and_rows_of_tables_are_measured() -> None:
    """By the lines they are drawn with."""
    lower = tuple(Stroke(s.left, s.top + 1, s.right, s.bottom + 1) for s in _FRAME)
    one, other = (
        _page(_word("a", 35, 47), strokes=_FRAME),
        _page(_word("a", 35, 48), strokes=lower),
    )
    far = [str(each) for each in distances(one, other) if each.mm]
    assert far == [
        "«a» · baseline · +1.00 mm",
        "frame 1 at 30, 40 mm · top · +1.00 mm",
        "frame 1 at 30, 40 mm · bottom · +1.00 mm",
        "row line 1 · level · +1.00 mm",
        "row line 2 · level · +1.00 mm",
    ]


def test_rules_are_paired_with_the_nearest() -> None:
    """And one too many is named."""
    one = _page(strokes=(Stroke(30, 40, 60, 40), Stroke(100, 40, 140, 40)))
    other = _page(strokes=(Stroke(101, 40, 140, 40),))
    assert [str(each) for each in distances(other, one) if each.mm] == [
        "rule 1 at 101, 40 mm · left · -1.00 mm",
        "rule at 30, 40 mm (only here) · missing · +inf mm",
    ]


def test_lines_are_shared_on_the_same_page_only() -> None:
    """Of the print that has more of them."""
    one = (_page(_word("a", 30, 40), _word("b", 30, 50), _word("b", 30, 60)),)
    other = (_page(_word("a", 30, 40), _word("b", 30, 50)),)
    share = shared_lines(one, other)
    assert (share.lines, share.torn) == (3, ((1, "b"),))
    assert shared_lines(other, one) == share
    assert shared_lines(one, one).ratio == 1


def test_blocks_are_found_in_their_pieces() -> None:
    """A signature may stand between the recipients; a list may have its marks or not."""
    blocks = [
        Block("recipients", ("Nơi nhận:", "- Như trên", "- Lưu: VT")),
        Block("signature", ("GIÁM ĐỐC", "Lê Minh")),
    ]
    text = "Nơinhận:-Nhưtrên;GIÁMĐỐCLêMinh-Lưu:VT."
    assert left_over(blocks, [text]) == []


def test_what_is_missing_out_of_order_or_too_much_is_named() -> None:
    """Not one word may be lost among the others."""
    block = Block("body", ("Điều 1. Một", "Điều 2. Hai"))
    assert left_over([block], ["Điều1.Một"]) == ["body: «Điều2.Hai» is not there in its place"]
    assert left_over([block], ["Điều2.HaiĐiều1.Một"]) == [
        "body: «Điều2.Hai» is not there in its place",
        "only printed: «Điều2.Hai»",
    ]
    assert left_over([block], ["Điều1.MộtĐiều2.Haithừa", "2"]) == [
        "only printed: «thừa»",
        "only printed: «2»",
    ]
