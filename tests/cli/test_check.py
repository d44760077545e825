"""``vnadmindocs check``."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Library, Made
from tests.diagnostics.findings import SIGNATURE, TWICE, WARNING
from vnadmindocs.assets import asset
from vnadmindocs.diagnostics.reports import FORMATS, Outcome, report


def test_a_clean_record_exits_with_0(command: Command, library: Library) -> None:
    """It says so in one line."""
    assert command("check", "thu.yaml") == (0, "Không có lỗi trong 1 tệp\n", "")


@pytest.mark.parametrize(
    ("finding", "strict", "code"),
    [
        (SIGNATURE, False, 1),
        (TWICE, False, 1),
        (WARNING, False, 0),
        (WARNING, True, 1),
    ],
)
def test_the_exit_code_says_what_was_found(
    command: Command, library: Library, finding: object, strict: bool, code: int
) -> None:
    """Errors and fatal findings give 1; warnings only when --strict."""
    library.made["thu.yaml"] = Made((finding,))  # type: ignore[arg-type]
    assert command("check", "thu.yaml", *["--strict"] * strict).code == code


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_report_is_that_of_the_library(
    command: Command, library: Library, form: str, language: str
) -> None:
    """Every format, in the language asked for, on standard output."""
    library.made["thu.yaml"] = Made((SIGNATURE, WARNING))
    shown = command("check", "thu.yaml", "ke.yaml", "--format", form, "--lang", language)
    outcomes = [Outcome("thu.yaml"), Outcome("ke.yaml")]
    assert shown == (1, report([SIGNATURE, WARNING], form, language, outcomes), "")


def test_all_files_are_reported_together(command: Command, library: Library) -> None:
    """Sorted by file, counted once; a file named twice is read once."""
    library.made["b.yaml"] = Made((WARNING,))
    shown = command("check", "b.yaml", "a.yaml", "b.yaml", "--format", "json")
    assert json.loads(shown.out)["summary"]["files"] == 3  # the two, and the finding's own
    assert [file for _, file in library.asked] == ["b.yaml", "a.yaml"]


def test_a_dash_is_standard_input(
    command: Command, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All its bytes go to the library, which knows encodings."""
    data = "loại: công văn\n".encode("utf-16")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert command("check", "-").code == 0
    assert library.asked == [(data, "-")]


def test_a_template_is_checked_alone_or_beside_records(command: Command, tmp_path: Path) -> None:
    """The shipped template has nothing to report; a text file is no template."""
    shipped = asset("templates", "nd30-large.docx")
    assert command("check", "--template", str(shipped)) == (0, "Không có lỗi trong 1 tệp\n", "")
    broken = tmp_path / "mau.docx"
    broken.write_text("không phải tệp Word", encoding="utf-8")
    shown = command("check", "--template", str(broken), "--format", "json")
    assert shown.code == 1
    assert [each["code"] for each in json.loads(shown.out)["findings"]] == ["TPL001"]
