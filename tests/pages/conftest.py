"""Pages shared by the tests: every example and every good record, printed once a session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.pages.printing import ROADS, Printed, Road, lay_out_record, read_pdfs, write_pdfs
from tests.pages.records import RECORDS, layout_of
from vnadmindocs.api import Written
from vnadmindocs.law.norms import Norms, norms
from vnadmindocs.layout.shape import Layout

Printer = Callable[[Mapping[str, Written]], Printed]
PdfMaker = Callable[[Mapping[str, Layout], Road], Mapping[str, Path]]


@pytest.fixture(scope="session", params=ROADS)
def road(request: pytest.FixtureRequest) -> Road:
    """Each of the two ways onto paper: what asks for it is tested on both."""
    found: Road = request.param
    return found


@pytest.fixture(scope="session")
def pdf_maker(tmp_path_factory: pytest.TempPathFactory) -> PdfMaker:
    """Make many PDF files by one call."""
    profile = tmp_path_factory.mktemp("profile")

    def made(layouts: Mapping[str, Layout], road: Road) -> Mapping[str, Path]:
        return write_pdfs(layouts, road, tmp_path_factory.mktemp("pages"), profile)

    return made


@pytest.fixture(scope="session")
def printer(pdf_maker: PdfMaker, road: Road) -> Printer:
    """Print many records by one call, on the road that is tested."""

    def printed(records: Mapping[str, Written]) -> Printed:
        layouts = {name: lay_out_record(record) for name, record in records.items()}
        return read_pdfs(pdf_maker(layouts, road))

    return printed


@pytest.fixture(scope="session")
def typst_files(pdf_maker: PdfMaker) -> Mapping[str, Path]:
    """The PDF of every example and every good record, typeset by Typst."""
    return pdf_maker({record.stem: layout_of(record) for record in RECORDS}, "typst")


@pytest.fixture(scope="session")
def typst_records(typst_files: Mapping[str, Path]) -> Printed:
    """The pages of every example and every good record as Typst sets them."""
    return read_pdfs(typst_files)


@pytest.fixture(scope="session")
def office_records(pdf_maker: PdfMaker) -> Printed:
    """The pages of every example and every good record as LibreOffice shows their .docx."""
    layouts = {record.stem: layout_of(record) for record in RECORDS}
    return read_pdfs(pdf_maker(layouts, "libreoffice"))


@pytest.fixture(scope="session")
def printed_records(request: pytest.FixtureRequest, road: Road) -> Printed:
    """The pages of every example and every good record, on the road that is tested."""
    name = "typst_records" if road == "typst" else "office_records"
    found: Printed = request.getfixturevalue(name)
    return found


@pytest.fixture(scope="session")
def law() -> Norms:
    """The norms of the large size set."""
    return norms()
