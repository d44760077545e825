"""The command line with the real library behind it."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.meta.tree import ROOT
from vnadmindocs import render
from vnadmindocs.law.document_types import document_types

EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", [kind.name.vi for kind in document_types()])
def test_every_type_can_be_started_checked_and_rendered(
    command: Command, name: str, language: str
) -> None:
    """A starting record has no error and makes a document."""
    assert command("new", *name.split(), "-o", "a.yaml", "--lang", language).code == 0
    checked = command("check", "a.yaml")
    assert checked.code == 0, checked.out
    assert command("render", "a.yaml").code == 0
    with zipfile.ZipFile("a.docx") as document:
        assert document.testzip() is None


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_command_writes_what_the_library_renders(command: Command, example: Path) -> None:
    """Byte for byte; the report names the defaults used."""
    shown = command("render", str(example), "-o", "out/", "--format", "json")
    made = render(example)
    (file,) = json.loads(shown.out)["files"]
    assert Path(file["output"]).read_bytes() == made.data
    assert file["defaults"] == list(made.defaults)
    assert file["left_out"] == []


@pytest.mark.parametrize(
    ("name", "code"), [("không có.yaml", "OUT010"), (".", "OUT011"), ("rỗng.yaml", "YML010")]
)
def test_what_cannot_be_read_is_a_finding(command: Command, name: str, code: str) -> None:
    """Not a traceback, and the other files are still looked at."""
    Path("rỗng.yaml").touch()
    shown = command("check", str(EXAMPLES[0]), name)
    assert shown.code == 1
    assert shown.out.startswith(name)
    assert f": lỗi nghiêm trọng {code}: " in shown.out.splitlines()[0]
    assert "trong 2 tệp" in shown.out


def test_force_makes_a_document_with_a_gap_and_says_so(command: Command) -> None:
    """Without it nothing is written."""
    Path("a.yaml").write_text("loại: công văn\nnội dung: |\n  Kính đề nghị.\n", encoding="utf-8")
    assert command("render", "a.yaml").code == 1
    assert not Path("a.docx").exists()
    shown = command("render", "a.yaml", "--force")
    assert shown.code == 1
    assert Path("a.docx").exists()
    assert "không in được, đã bỏ qua:" in shown.out
