"""Each whole fault record gives exactly the findings that stand beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.record import fault_records
from tests.record.fault_records import as_text
from tests.record.whole_records import (
    MANY,
    WHOLE,
    as_findings,
    expected,
    expected_file,
    findings,
    records,
)
from vnadmindocs.api import load, render
from vnadmindocs.diagnostics import Severity
from vnadmindocs.diagnostics.catalogue import families, family

ALL = pytest.mark.parametrize("record", records(), ids=lambda record: record.stem)
# A profile or a register that cannot be read is reported twice: what is wrong in it, and where it
# is named.
NAMED_FILES = {"SCH035", "CIT030", "CPY011"}
# Said of what is printed, of which a check knows nothing: a Word file has no place for a PDF, and a
# form is printed without a row.
OF_PRINTING = {"APP003", "CPY021", "LST013"}
# Codes that no record of this folder can give alone: the tests that give each, and why there.
ELSEWHERE = {
    "APP003": ("writers/test_bundle.py", "of a Word file, not of a record"),
    "APP013": ("record/test_attached_file.py", "whether a package is there is of the machine"),
    "APP030": ("rendering/test_roads.py", "of a Word file, not of a record"),
    "APP027": ("writers/test_bundle.py", "of the joined file"),
    "APP028": ("writers/test_attached_pages.py", "of the joined file"),
    "APP043": ("writers/test_attached_pages.py", "of the joined file"),
    "APP029": ("writers/test_bundle.py", "of the joined file"),
    "CPY020": ("writers/test_ending.py", "of the joined file"),
    "CPY021": ("rendering/test_copies.py", "of a Word file, not of a record"),
    "CPY022": ("rendering/test_copies.py", "of --split"),
    "CPY023": ("rendering/test_copies.py", "the time of signing is in no record"),
    **{
        f"FNT01{last}": ("fonts/test_rejected_faces.py", "of the machine, not of a record")
        for last in (0, 1, 2, 3, 4, 6, 7, 8, 9)
    },
    "FNT003": ("writers/test_pdf_glyphs.py", "of --force"),
    "FNT015": ("writers/test_pdf_glyphs.py", "the face of the machine decides"),
    **{
        f"LST0{last}": ("batch/test_batch.py", "of a list, not of a record")
        for last in ("03", "04", "07", "08", 12, 14, 15, 16, 17)
    },
    "LST009": ("record/test_form.py", "an empty cell of a list"),
    "LST010": ("record/test_form.py", "an amount of a list"),
    "LST011": ("record/test_form.py", "words beside a value of a list"),
    "LST013": ("record/test_form.py", "of rendering, which a record does not ask for"),
    "OUT001": ("cli/test_render.py", "a place that cannot be written"),
    "OUT002": ("cli/test_new.py", "new does not overwrite"),
    "OUT003": ("cli/test_render.py", "two records, one output"),
    "OUT004": ("cli/test_render.py", "a record is not overwritten"),
    "OUT005": ("cli/test_source_files.py", "what a record reads is not overwritten"),
    "OUT010": ("api/test_api.py", "no such file"),
    "OUT011": ("api/test_api.py", "a folder"),
    "OUT012": ("api/test_api.py", "a file that may not be read"),
    **{
        f"OUT02{last}": ("writers/test_libreoffice.py", "of LibreOffice, not of a record")
        for last in range(9)
    },
    "OUT030": ("rendering/test_roads.py", "a package of the machine"),
    "OUT031": ("rendering/test_roads.py", "of --engine"),
    "OUT032": ("cli/test_render.py", "of standard output"),
    "OUT033": ("rendering/test_places.py", "of --show-boxes and --places"),
    "OUT040": ("rendering/test_roads.py", "typst refuses"),
    "OUT041": ("writers/test_pdf_pictures.py", "typst refuses a picture"),
    "OUT042": ("writers/test_pdf_pictures.py", "typst refuses a picture"),
    "OUT043": ("rendering/test_roads.py", "of --ppi"),
    "OUT044": ("writers/test_pdf_pictures.py", "of a PDF, not of a Word file"),
    "OUT045": ("writers/test_drawings.py", "a package of the machine"),
    "OUT050": ("layout/test_splitting.py", "of splitting, which a record does not ask for"),
    "OUT051": ("layout/test_splitting.py", "of splitting, which a record does not ask for"),
    "OUT052": ("layout/test_splitting.py", "the time of signing is in no record"),
    "OUT053": ("notation/test_signing_time.py", "the time of signing is in no record"),
    "OUT056": ("rendering/test_copies.py", "the time of signing is in no record"),
    "OUT054": ("rendering/test_per_recipient.py", "of rendering, which a record does not ask for"),
    "OUT055": ("rendering/test_contents.py", "of a machine without Typst or a face"),
    "OUT060": ("doctor/test_face.py", "a package of the machine"),
    "OUT061": ("doctor/test_packages.py", "a package of the machine"),
    "OUT062": ("doctor/test_installation.py", "of the installation"),
    "OUT063": ("doctor/test_machine.py", "of the machine"),
    "OUT064": ("doctor/test_machine.py", "of the machine"),
    "OUT065": ("doctor/test_doctor.py", "of the doctor"),
    "SCH010": ("record/test_whole_records.py", "the other place of SCH003, never alone"),
    "SCH027": ("api/test_api.py", "two spellings in a mapping given from Python"),
    "SCH033": ("record/test_folder.py", "a file over 50 MB is not kept in the tree"),
    "SCH038": ("record/test_folder.py", "a file that the system keeps"),
    "YML001": ("record/test_hostile_input.py", "a file over 10 MB"),
    "YML004": ("record/test_hostile_input.py", "a lone surrogate is no UTF-8 file"),
    **{
        f"TAB0{last}": ("record/test_given_rows.py", "of rows from Python, not of a record")
        for last in (58, 59, 60)
    },
    "TAB031": ("record/test_workbook.py", "a package of the machine"),
    "TPL001": ("writers/test_unreadable_templates.py", "a Word file that cannot be read"),
    "TPL018": ("writers/test_unreadable_templates.py", "a Word file that cannot be opened"),
    **{
        code: ("writers/test_office_templates.py", "of a Word file, not of a record")
        for code in family("TPL")
        if code not in ("TPL001", "TPL018")
    },
}


@ALL
def test_a_record_has_exactly_the_findings_beside_it(record: Path) -> None:
    """This test shows that each fault is found at its place, with its repair, and nothing else."""
    assert as_text(findings(record)) == expected_file(record).read_text(encoding="utf-8")


@ALL
def test_a_record_gives_the_code_of_its_name(record: Path) -> None:
    """This test shows that a fault record has one kind of fault, unless it is one of many."""
    codes = {str(found["code"]) for found in expected(record)}
    if record.stem.startswith(MANY):
        assert len(codes) >= 6
    elif record.stem[:6] in NAMED_FILES:
        assert record.stem[:6] in codes
    else:
        assert codes - NAMED_FILES == {record.stem[:6]}


@ALL
def test_a_place_names_what_is_meant(record: Path) -> None:
    """This test shows that every finding has a place inside its file."""
    for found in expected(record):
        line, column, end = found["line"], found["column"], found["end_column"]
        assert isinstance(line, int)
        assert isinstance(column, int)
        assert isinstance(end, int)
        text = (WHOLE / str(found["file"])).read_text(encoding="utf-8").splitlines()
        assert 1 <= line <= len(text)
        assert 1 <= column <= end <= len(text[line - 1]) + 1


@ALL
def test_a_record_with_faults_is_rendered_with_gaps_or_not_at_all(record: Path) -> None:
    """This test shows that force leaves out what cannot be read, says so, and never fails."""
    draft = load(record)
    forced = render(draft, force=True)
    assert forced.data is not None
    found = [each for each in forced.diagnostics if each.code not in OF_PRINTING]
    assert as_findings(found) == expected(record)
    fatal = any(each.severity is Severity.FATAL for each in forced.diagnostics)
    assert (render(draft).data is None) == fatal


def test_every_expected_file_has_its_record() -> None:
    """This test shows that no list of findings is left behind unused."""
    assert sorted(WHOLE.glob("*.expected.json")) == sorted(map(expected_file, records()))


def test_every_code_of_the_catalogue_has_a_fault_record() -> None:
    """This test shows that no finding is untried; the exceptions are named with the reason."""
    tried = {record.stem[:6] for record in (*records(), *fault_records.records())}
    codes = {code for name in families() for code in family(name)}
    assert sorted(codes - tried - set(ELSEWHERE)) == []
    assert sorted(set(ELSEWHERE) & tried) == []
    assert sorted(set(ELSEWHERE) - codes) == []


@pytest.mark.parametrize("code", ELSEWHERE)
def test_what_is_tried_elsewhere_is_tried_there(code: str) -> None:
    """This test shows that the tests named for a code speak of it."""
    home, _ = ELSEWHERE[code]
    assert code in (Path(__file__).parents[1] / home).read_text(encoding="utf-8")
