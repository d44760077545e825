"""The reader of PDF pages, on a page drawn by hand: what stands where is known."""

from __future__ import annotations

import pytest

from tests.pages.pdf_page import MM, PdfPage, read_pdf

# Times-Roman 12 pt; 72 pt are 25.4 mm; the page is 10 inches high and 5 wide.
_CONTENT = b"""
BT /F1 12 Tf 72 648 Td (Left side) Tj ET
BT /F1 12 Tf 216 648 Td (Right) Tj ET
BT /F1 12 Tf 72 576 Td (Below) Tj ET
0.5 w 72 640 m 144 640 l S
72 500 36 0.5 re f
72 560 m 90 560 l S
90 560 m 144 560 l S
q 1 0 0 1 72 72 cm 0 0 m 0 144 l S Q
144 300 72 36 re S
10 10 m 20 20 l n
30 30 m 90 90 l S
q 1 0 0 -1 72 260 cm BT /F1 10 Tf 1 0 0 -1 0 0 Tm [((a) \\)) 5 (q)] TJ ET Q
BT /F1 8 Tf 12 TL 216 216 Td (up) Tj T* (low) Tj ET
"""


def _pdf(content: bytes) -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 360 720] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\n" % table
        + b"startxref\n%d\n%%%%EOF" % len(data)
    )


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> PdfPage:
    """Read the page drawn above."""
    path = tmp_path_factory.mktemp("drawn") / "drawn.pdf"
    path.write_bytes(_pdf(_CONTENT))
    (found,) = read_pdf(path)
    return found


def test_a_page_has_its_size_in_mm(page: PdfPage) -> None:
    """5 by 10 inches."""
    assert [page.width, page.height] == pytest.approx([127, 254])


def test_words_of_one_level_are_lines_unless_a_gap_parts_them(page: PdfPage) -> None:
    """Two columns side by side are two lines."""
    assert [line.text for line in page.lines][:3] == ["Left side", "Right", "Below"]
    assert [round(line.left, 1) for line in page.lines][:3] == [25.4, 76.2, 25.4]
    assert page.starting("Bel").text == "Below"
    assert [row.text for row in page.rows][:2] == ["Left side Right", "Below"]
    assert page.line("side Right").left > page.line("Left").right
    assert page.has("Right")
    assert not page.has("side")


def test_letters_stand_on_their_base_line(page: PdfPage) -> None:
    """However the file puts them there: moved, turned over twice, on the next line."""
    found = [(line.text, round(line.baseline / MM, 2)) for line in page.lines]
    assert found == [
        ("Left side", 72),
        ("Right", 72),
        ("Below", 144),
        ("(a) )q", 460),
        ("up", 504),
        ("low", 516),
    ]


def test_letters_have_the_size_they_were_set_in(page: PdfPage) -> None:
    """Whatever boxes the font gives them."""
    assert [line.words[0].size_pt for line in page.lines] == [12, 12, 12, 10, 8, 8]


def test_strokes_and_thin_boxes_are_rules_and_a_frame_has_four_sides(page: PdfPage) -> None:
    """What is not painted, and what is neither level nor upright, is none."""
    rules = [tuple(round(v / MM, 1) for v in (r.left, r.level, r.right)) for r in page.rules]
    assert rules == [(72, 80, 144), (72, 160, 144), (72, 219.8, 108)]
    assert page.rules[0].middle / MM == pytest.approx(108)
    assert page.rules[0].length / MM == pytest.approx(72)
    upright = [s for s in page.strokes if s.is_upright]
    assert [round(s.left / MM) for s in upright] == [144, 216, 72]
    (frame,) = page.frames
    sides = (frame.left, frame.top, frame.right, frame.bottom)
    assert [round(side / MM) for side in sides] == [144, 384, 216, 420]
