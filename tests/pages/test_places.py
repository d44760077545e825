"""The places of ô on the pages, against the words that stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.pages.pdf_page import PdfPage, Word, read_pdf
from tests.pages.printing import Printed, lay_out_record
from tests.pages.records import AGENCY, ORIGINALS, RECORDS, decision, layout_of, letter, paragraphs
from vnadmindocs.api import Written, load
from vnadmindocs.fonts.faces import find_face
from vnadmindocs.fonts.metrics import width_mm
from vnadmindocs.law.norms import Norms
from vnadmindocs.layout.document import norms_of_record
from vnadmindocs.layout.places import PlacedBox, box_of, signing_sizes
from vnadmindocs.layout.shape import Box, Element, Grid, Layout, Paragraph, Part
from vnadmindocs.writers.pdf.compiler import typeset
from vnadmindocs.writers.pdf.footnote_pages import page_tops
from vnadmindocs.writers.pdf.marks import Marks
from vnadmindocs.writers.pdf.places import placed_boxes
from vnadmindocs.writers.pdf.typesetting import typesetting_of

NEAR = 0.3  # mm: twips, and what a font says of its own letters
TIGHT = 1.0
WITHOUT_WORDS = ("7c", "8")
JOINT = (
    "GIÁM ĐỐC SỞ NỘI VỤ\n\nNguyễn Đức Thành",
    "KT. GIÁM ĐỐC SỞ TÀI CHÍNH\nPHÓ GIÁM ĐỐC\n\nHoàng An",
)
SIGNED_APPENDIX = {
    "subject": "Biên bản giao nhận",
    "body": paragraphs(1),
    "signature": "NGƯỜI LẬP\n\nLê Thị Mai",
}


@cache
def _of_file(record: Path) -> tuple[PlacedBox, ...]:
    return _places(record, layout_of(record))


def _places(record: Written, layout: Layout) -> tuple[PlacedBox, ...]:
    face = find_face().face
    if face is None:
        pytest.skip("no face with the widths of Times is installed")
    draft = load(record)
    assert draft.record is not None
    return placed_boxes(layout, face, signing_sizes(norms_of_record(draft.record)))


def _placed(record: Mapping[str, Any]) -> tuple[PlacedBox, ...]:
    return _places(dict(record), lay_out_record(dict(record)))


def _one(places: Sequence[PlacedBox], box: str, part: int = 0, signer: int = 0) -> PlacedBox:
    (found,) = (
        each
        for each in places
        if (each.box, each.part) == (box, part) and (not signer or each.signer == signer)
    )
    return found


def _holds(box: PlacedBox, word: Word, room: float = NEAR) -> bool:
    return (
        box.left_mm - room < word.left
        and word.right < box.right_mm + room
        and box.top_mm - room < word.top
        and word.descender < box.bottom_mm + room
    )


def _letters(words: str) -> list[str]:
    """Give what is printed, whatever the order of lines: no two ô mix up all their letters."""
    return sorted("".join(words.split()))


def _paragraphs(layout: Layout, part: Part) -> Iterator[tuple[str, Paragraph]]:
    """Yield every paragraph of a part that is no running text, with its ô."""

    def of(element: Element) -> Iterator[tuple[str, Paragraph]]:
        for block in element.blocks:
            if isinstance(block, Paragraph):
                yield box_of(block.role, element.box), block
            elif isinstance(block, Grid):
                yield from inside(block)
            elif isinstance(block, Box):
                box = box_of(block.role, element.box)
                yield from ((box, paragraph) for paragraph in block.paragraphs)

    def inside(grid: Grid) -> Iterator[tuple[str, Paragraph]]:
        for row in grid.rows:
            for cell in row.cells:
                for element in cell:
                    yield from of(element)

    margins = Element("", "", (*part.section.first_header, *part.section.first_footer))
    yield from of(margins)
    for each in part.elements:
        yield from inside(each) if isinstance(each, Grid) else of(each)


def _notes(layout: Layout) -> Iterator[tuple[int, Paragraph]]:
    for number, note in enumerate(layout.footnotes, start=1):
        for paragraph in note:
            yield number, paragraph


@pytest.mark.parametrize("record", ORIGINALS, ids=lambda path: path.stem)
def test_frames_hold_the_words_of_their_ô(record: Path, typst_records: Printed) -> None:
    """All of them, and no others; of each ô but the body, which fills its column."""
    pages = typst_records[record.stem]
    layout = layout_of(record)
    places = _of_file(record)
    for number, part in enumerate(layout.parts):
        expected: dict[str, str] = {}
        for box, paragraph in _paragraphs(layout, part):
            if box not in ("", "6", *WITHOUT_WORDS):
                expected[box] = expected.get(box, "") + paragraph.text
        expected = {box: words for box, words in expected.items() if words.strip()}
        found: dict[str, str] = {}
        for each in places:
            if each.part == number and each.box not in ("6", *WITHOUT_WORDS):
                words = [word for word in pages[each.page - 1].words if _holds(each, word)]
                found[each.box] = found.get(each.box, "") + "".join(word.text for word in words)
        assert {box: _letters(words) for box, words in found.items()} == {
            box: _letters(words) for box, words in expected.items()
        }


@pytest.mark.parametrize("record", ORIGINALS, ids=lambda path: path.stem)
def test_frames_are_no_wider_than_their_words_and_rules(
    record: Path, typst_records: Printed
) -> None:
    """Within a millimetre on all four sides, the gap of a number not yet given included."""
    pages = typst_records[record.stem]
    for each in _of_file(record):
        if each.box in ("6", "10a", "10b", "11", *WITHOUT_WORDS):
            continue
        page = pages[each.page - 1]
        words = [word for word in page.words if _holds(each, word)]
        rules = [rule for rule in page.rules if each.top_mm < rule.level < each.bottom_mm + NEAR]
        # What ends with the gap for a year or number is as wide as if that were printed.
        if words[-1].text == "năm":
            continue
        left = min([word.left for word in words] + [rule.left for rule in rules])
        right = max([word.right for word in words] + [rule.right for rule in rules])
        low = max([word.descender for word in words] + [rule.bottom for rule in rules])
        assert each.left_mm > left - TIGHT
        assert each.right_mm < right + TIGHT
        assert abs(each.bottom_mm - low) < TIGHT
        highest = min([word.top for word in words] + [rule.top for rule in rules])
        assert abs(each.top_mm - highest) < TIGHT


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_no_word_of_a_page_is_outside_every_frame(record: Path, typst_records: Printed) -> None:
    """But page numbers, footnotes, heads of appendices and captions of signatures: no ô."""
    layout = layout_of(record)
    words_of_none = "\n".join(
        paragraph.text
        for part in layout.parts
        for box, paragraph in _paragraphs(layout, part)
        if not box
    )
    words_of_none += "".join(f"{note}{paragraph.text}" for note, paragraph in _notes(layout))
    places = _of_file(record)
    for page in typst_records[record.stem]:
        here = [each for each in places if each.page == page.number]
        top = layout.parts[here[0].part].section.top_mm
        for word in page.words:
            if any(_holds(each, word) for each in here):
                continue
            is_number = word.text.isdigit() and word.baseline < top
            assert is_number or word.text in words_of_none


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_nothing_is_outside_the_paper(record: Path, typst_records: Printed) -> None:
    """Nor without extent."""
    pages = typst_records[record.stem]
    for each in _of_file(record):
        page = pages[each.page - 1]
        assert 0 < each.left_mm < each.right_mm < page.width
        assert 0 < each.top_mm < each.bottom_mm < page.height


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_the_signature_stands_between_authority_and_name(record: Path, law: Norms) -> None:
    """In the middle of both, as wide and high as the norms have it."""
    places = _of_file(record)
    images = [each for each in places if each.box == "7c"]
    for image in images:
        above = _one(places, "7a", image.part, image.signer)
        assert (above.page, above.signer_name) == (image.page, image.signer_name)
        assert above.bottom_mm <= image.top_mm + NEAR
        middle = (image.left_mm + image.right_mm) / 2
        assert abs((above.left_mm + above.right_mm) / 2 - middle) < NEAR
        assert image.width_mm == pytest.approx(law["signature.image"].use, abs=0.01)
        assert image.height_mm == pytest.approx(law["signature.gap"].use * 25.4 / 72, abs=0.01)
        if image.signer_name:
            name = _one(places, "7b", image.part, image.signer)
            assert name.page == image.page
            assert image.bottom_mm <= name.top_mm + NEAR
            assert abs((name.left_mm + name.right_mm) / 2 - middle) < NEAR


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_the_seal_covers_a_third_of_the_signature_on_its_left(record: Path, law: Norms) -> None:
    """It is round, of its real size, and on a level with the signature."""
    places = _of_file(record)
    for image in (each for each in places if each.box == "7c"):
        seal = _one(places, "8", image.part, image.signer)
        assert (seal.page, seal.signer_name) == (image.page, image.signer_name)
        covered = seal.right_mm - image.left_mm
        assert law["seal.cover"].allows(covered / image.width_mm)
        assert seal.left_mm < image.left_mm
        assert seal.width_mm == seal.height_mm == law["seal.diameter"].use
        levels = (each.top_mm + each.height_mm / 2 for each in (seal, image))
        assert next(levels) == pytest.approx(next(levels), abs=0.02)


def test_the_type_name_counts_where_it_is_wider_than_the_subject() -> None:
    """A heading is framed as any words are."""
    title = _one(_placed(decision("Điều 1. Thi tuyển./.", subject="Thi")), "5a")
    assert title.width_mm == pytest.approx(width_mm("QUYẾT ĐỊNH", 14, bold=True), abs=NEAR)


def test_each_of_two_signers_has_places_of_its_own() -> None:
    """Counted from the left; the lead of a joint document stands on the right."""
    places = _placed(decision("Điều 1. Ban hành quy chế./.", signature=list(JOINT)))
    assert [(each.box, each.signer, each.signer_name) for each in places if each.signer] == [
        (box, signer, name)
        for signer, name in ((1, "Hoàng An"), (2, "Nguyễn Đức Thành"))
        for box in ("7a", "7c", "8", "7b")
    ]
    left, right = (_one(places, "7c", signer=signer) for signer in (1, 2))
    assert _one(places, "7a", signer=1).top_mm == _one(places, "7a", signer=2).top_mm
    assert left.top_mm == right.top_mm
    assert left.right_mm < _one(places, "8", signer=2).left_mm


def test_the_body_has_a_place_on_each_page() -> None:
    """It ends with its words, and goes on to the margin where they do."""
    places = _placed(letter(paragraphs(30)))
    body = [each for each in places if each.box == "6"]
    assert [each.page for each in body] == [each.part_page for each in body] == [1, 2, 3]
    section = lay_out_record(letter(paragraphs(1))).parts[0].section
    for each in body:
        assert each.left_mm == section.left_mm
        assert each.width_mm == pytest.approx(section.text_width_mm, abs=0.02)
    assert {each.top_mm for each in body[1:]} == {section.top_mm}
    assert {each.page for each in places if each.signer} == {3}


def test_a_signed_appendix_has_its_own_places() -> None:
    """Its pages are counted by themselves."""
    places = _placed(letter(paragraphs(12), appendices=[SIGNED_APPENDIX]))
    signed = [each for each in places if each.signer]
    assert [(each.part, each.page, each.part_page) for each in signed] == [
        *[(0, 2, 2)] * 4,
        *[(1, 3, 1)] * 4,
    ]
    assert [each.signer for each in signed] == [1] * 8
    assert {each.signer_name for each in signed if each.part} == {"Lê Thị Mai"}


def test_a_landscape_page_has_places_on_the_whole_of_it() -> None:
    """From the top left of the paper as it lies."""
    places = _placed(letter(paragraphs(2), orientation="landscape"))
    image, name = _one(places, "7c"), _one(places, "1")
    assert image.left_mm > 210 - image.width_mm
    assert name.right_mm == pytest.approx(297 - 20, abs=TIGHT)


def test_a_body_states_the_real_size_of_its_seal() -> None:
    """In its profile, as any rule of its own."""
    agency = {**AGENCY, "rules": {"seal.diameter": 42}}
    assert _one(_placed(letter("Nội dung./.", agency=agency)), "8").width_mm == 42.0


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_marks_move_no_word(record: Path, typst_records: Printed, tmp_path: Path) -> None:
    """What has marks in it is laid out as what has none."""
    face = find_face().face
    assert face is not None
    layout = layout_of(record)
    tops = page_tops(layout, face)
    typesetting = typesetting_of(layout, face, marks=Marks(), page_tops=tops)
    marked = tmp_path / "marked.pdf"
    marked.write_bytes(*typeset(typesetting, face, format="pdf", date="2026-03-20"))
    for plain, page in zip(typst_records[record.stem], read_pdf(marked), strict=True):
        assert _words(page) == _words(plain)
        assert page.strokes == plain.strokes


def _words(page: PdfPage) -> list[tuple[str, float, float]]:
    return [(word.text, round(word.left, 1), round(word.baseline, 1)) for word in page.words]
