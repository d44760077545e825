"""The command line with the real library behind it."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.meta.tree import ROOT
from vnadmindocs import render
from vnadmindocs.diagnostics.reports import FORMATS
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
    (clean,) = (each for each in EXAMPLES if each.stem == "dispatch")
    shown = command("check", str(clean), name)
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


def test_one_record_that_is_refused_keeps_no_other_from_being_written(command: Command) -> None:
    """Every format is whole, and the one for programs says which record was refused."""
    good = "loại: thông báo\ncơ quan: SỞ NỘI VỤ\ntrích yếu: Nghỉ lễ\nnội dung: Nghỉ./.\n"
    for name in ("a", "c"):
        Path(f"{name}.yaml").write_text(good, encoding="utf-8")
    Path("b.yaml").write_text(good.replace("trích yếu: Nghỉ lễ\n", ""), encoding="utf-8")
    for form in FORMATS:
        shown = command("render", "a.yaml", "b.yaml", "c.yaml", "-o", "out/", "--format", form)
        assert shown.code == 1
        assert sorted(path.name for path in Path("out").iterdir()) == ["a.docx", "c.docx"]
    shown = command("render", "a.yaml", "b.yaml", "c.yaml", "-o", "out/", "--format", "json")
    files = json.loads(shown.out)["files"]
    assert [(each["file"], each["output"], each["refused"]) for each in files] == [
        ("a.yaml", str(Path("out/a.docx")), False),
        ("b.yaml", None, True),
        ("c.yaml", str(Path("out/c.docx")), False),
    ]
    assert {each["file"] for each in json.loads(shown.out)["findings"]} == {"b.yaml"}


def test_a_document_that_could_not_be_written_has_no_defaults(command: Command) -> None:
    """What was assumed for a document that is not there helps nobody."""
    Path("a.yaml").write_text("loại: thông báo\ncơ quan: SỞ\ntrích yếu: A\nnội dung: B\n", "utf-8")
    Path("out").touch()
    shown = command("render", "a.yaml", "-o", "out/a.docx", "--format", "json")
    (file,) = json.loads(shown.out)["files"]
    assert (file["output"], file["defaults"], file["refused"]) == (None, [], True)
