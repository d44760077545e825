"""Files that are no template: said in one finding, never raised at the user."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.writers.inspection import members
from tests.writers.test_office_templates import codes, word_file
from vnadmindocs.diagnostics import Severity
from vnadmindocs.law.norms import norms
from vnadmindocs.writers.docx.opening import TemplateFaultError
from vnadmindocs.writers.docx.template import lint_template, open_office_template


def test_a_file_that_declares_entities_is_refused(tmp_path: Path) -> None:
    """No entity of XML is ever expanded."""
    path = word_file(tmp_path / "a.docx")
    parts = members(path.read_bytes())
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            start = data.index(b"?>") + 2 if name == "word/document.xml" else 0
            package.writestr(name, data[:start] + bomb * bool(start) + data[start:])
    assert codes(lint_template(path)) == ["TPL001"]


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0 old doc", b"%PDF-1.4", "văn bản".encode()],
    ids=["empty", "torn", "doc", "pdf", "text"],
)
def test_what_is_no_word_file_is_one_fatal_finding(tmp_path: Path, data: bytes) -> None:
    """It is said, not raised."""
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    (found,) = lint_template(path)
    assert (found.code, found.severity) == ("TPL001", Severity.FATAL)
    with pytest.raises(TemplateFaultError):
        open_office_template(path, norms())


def test_a_folder_or_a_missing_file_is_one_finding(tmp_path: Path) -> None:
    """The system's refusal is the user's fault, not ours."""
    (folder,) = lint_template(tmp_path)
    assert folder.message.vi == "Không mở được tệp mẫu Word: đó là một thư mục"
    (none,) = lint_template(tmp_path / "none.docx")
    assert (none.code, none.severity) == ("TPL018", Severity.FATAL)
    assert none.message.vi == "Không mở được tệp mẫu Word: không có tệp này"
