"""A footnote referred to twice is one footnote, and its number is printed twice."""

import re
import zipfile
from io import BytesIO

from tests.conformance.printing import notice
from vnadmindocs import render
from vnadmindocs.writers.docx.markup import REFERENCE
from vnadmindocs.writers.docx.references import with_cross_references


def _mark(number: int) -> str:
    return f'{REFERENCE}<w:footnoteReference w:id="{number}"/></w:r>'


def test_a_second_reference_repeats_the_number_of_the_first() -> None:
    """This test shows that Word counts a footnote once, wherever it is named again."""
    data = render(notice("Một[^a] hai[^b] ba[^a].\n[^a]: A.\n[^b]: B.")).data
    assert data is not None
    with zipfile.ZipFile(BytesIO(data)) as package:
        document = package.read("word/document.xml").decode()
    assert re.findall(r'footnoteReference w:id="(\d+)"', document) == ["1", "2"]
    (bookmark,) = re.findall(r'bookmarkStart w:id="\d+" w:name="(\w+)"', document)
    (field,) = re.findall(r"<w:fldSimple.*?</w:fldSimple>", document)
    assert f'w:instr=" NOTEREF {bookmark} \\f \\h "' in field
    assert "<w:t>1</w:t>" in field


def test_a_document_whose_footnotes_are_named_once_is_left_as_it_is() -> None:
    """This test shows that most documents need no field and no bookmark."""
    document = f"<w:p>{_mark(1)}{_mark(2)}</w:p>"
    assert with_cross_references(document, 1) == document


def test_numbers_count_from_the_first_footnote_of_the_template() -> None:
    """This test shows that a template with footnotes of its own does not shift the number."""
    assert "<w:t>2</w:t>" in with_cross_references(_mark(8) + _mark(8), 7)
