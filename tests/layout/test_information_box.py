"""The information box: its words, its look, its place in the top margin."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.layout.records import DECISION, LETTER, changed, laid_out, record
from vnadmindocs.fonts.metrics import LINE_PITCH_EM
from vnadmindocs.law.norms import norms
from vnadmindocs.law.wording import wording
from vnadmindocs.layout.information_box import information_line, with_information
from vnadmindocs.layout.shape import Box, Paragraph, Section
from vnadmindocs.layout.styles import styles
from vnadmindocs.units import pt_to_mm

SIGNED = datetime(2026, 3, 9, 8, 28, 56, tzinfo=UTC)
NORMS = norms()
LINE_MM = pt_to_mm(10 * LINE_PITCH_EM)
NOTE = Box("circulation", 50, 8, (), align="right")


def _section(*above: Box, header_mm: float = NORMS["page.header_distance"].use) -> Section:
    section = laid_out(LETTER).parts[0].section
    section = replace(section, first_header=above, header_mm=header_mm)
    return with_information(section, "information_box", ("Số",), NORMS, styles(NORMS))


def test_the_box_says_number_symbol_and_the_moment_of_signing() -> None:
    main = record(DECISION + "số: 15\n")
    assert information_line(main, SIGNED) == "Số: 15/QĐ-UBND; 09/03/2026; 15:28:56+07:00"


def test_a_written_symbol_is_the_one_the_document_prints() -> None:
    main = record(changed(LETTER, số="5/SNV-VTLT"))
    assert information_line(main, SIGNED).startswith("Số: 5/SNV-VTLT; ")


def test_what_a_draft_does_not_know_yet_is_a_gap() -> None:
    two, year = wording("date.day_gap"), wording("date.year_gap")
    gap = wording("number.gap")
    assert information_line(record(DECISION)) == (
        f"Số: {gap}/QĐ-UBND; {two}/{two}/{year}; {two}:{two}:{two}+07:00"
    )


def test_the_date_of_the_document_is_not_taken_for_the_moment_of_signing() -> None:
    dated = record(DECISION + "số: 15\nngày: 09/3/2026\n")
    assert information_line(dated) == information_line(record(DECISION + "số: 15\n"))


def test_the_box_is_ten_points_upright_and_black() -> None:
    for size_set in ("large", "small"):
        look = styles(norms(size_set))["information_box"]
        assert (look.size_pt, look.bold, look.italic, look.color) == (10, False, False, "")


def test_the_box_stands_first_and_at_the_right() -> None:
    box, note = _section(NOTE).first_header
    assert isinstance(box, Paragraph)
    assert (box.role, box.align, box.text) == ("information_box", "right", "Số")
    assert note is NOTE


def test_alone_it_leaves_the_margins_as_they_are() -> None:
    section = _section()
    assert section.header_mm == NORMS["page.header_distance"].use
    assert section.header_mm + LINE_MM < section.top_mm


def test_over_a_circulation_note_it_moves_up_so_that_the_text_stays() -> None:
    section = _section(NOTE)
    spacer = pt_to_mm(NORMS["spacer.pitch"].use)
    assert section.header_mm == pytest.approx(section.top_mm - LINE_MM - 8 - spacer)
    assert NORMS["page.header_distance"].allows(section.header_mm)


def test_it_never_moves_nearer_to_the_edge_than_the_norms_allow() -> None:
    nearest = NORMS["page.header_distance"].low
    assert _section(NOTE, NOTE).header_mm == nearest
    assert _section(NOTE, NOTE, header_mm=nearest - 1).header_mm == nearest - 1
