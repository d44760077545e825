"""``vnadmindocs render``."""

import io
import json
import os
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Library, Made
from tests.diagnostics.findings import TWICE
from vnadmindocs import rendering
from vnadmindocs.cli.main import run
from vnadmindocs.cli.render import ENGINES, FORMATS, PPI
from vnadmindocs.rendering import File


def _files() -> list[str]:
    return sorted(path.as_posix() for path in Path().rglob("*") if path.is_file())


def test_a_document_stands_beside_its_record(command: Command, library: Library) -> None:
    """Same folder, same name; the report says where."""
    shown = command("render", "thư/mời họp.yaml")
    assert shown == (
        0,
        "thư/mời họp.yaml: đã ghi: thư/mời họp.docx\nKhông có lỗi trong 1 tệp\n",
        "",
    )
    assert Path("thư/mời họp.docx").read_bytes() == b"document"


def test_what_was_assumed_and_left_out_is_named(command: Command, library: Library) -> None:
    """Nothing is lost silently."""
    library.made["a.yaml"] = Made(defaults=("ngôn ngữ", "cỡ chữ"), left_out=("chữ ký",))
    assert command("render", "a.yaml", "--lang", "en").out == (
        "a.yaml: written: a.docx\n"
        "a.yaml: default used for: ngôn ngữ, cỡ chữ\n"
        "a.yaml: left out: chữ ký\n"
        "No findings in 1 file\n"
    )


@pytest.mark.parametrize(
    ("files", "output", "written"),
    [
        (["a.yaml"], "x.docx", ["x.docx"]),
        (["a.yaml"], "new/x.DOCX", ["new/x.DOCX"]),
        (["a.yaml"], "out/", ["out/a.docx"]),
        (["x/a.yaml", "y/b.v2.yaml"], "out", ["out/a.docx", "out/b.v2.docx"]),
        (
            ["x/a.yaml", "y/b.yaml"],
            "out/{name}-final.docx",
            ["out/a-final.docx", "out/b-final.docx"],
        ),
        (["x/a.yaml", "y/b.yaml"], None, ["x/a.docx", "y/b.docx"]),
    ],
)
def test_documents_go_where_they_are_told(
    command: Command, library: Library, files: list[str], output: str | None, written: list[str]
) -> None:
    """A file, a folder or a pattern; folders are made."""
    assert command("render", *files, *(["-o", output] if output else [])).code == 0
    assert _files() == written


def test_a_folder_that_is_there_takes_a_single_document(command: Command, library: Library) -> None:
    """No slash needed then."""
    Path("out").mkdir()
    command("render", "a.yaml", "-o", "out")
    assert _files() == ["out/a.docx"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("a.yaml", "b.yaml", "-o", "x.docx"), "«x.docx» là một tệp mà có 2 bản ghi"),
        (("a.yaml", "-o", "x.odt"), "Tên tệp văn bản phải kết thúc bằng .docx, không phải «x.odt»"),
        (
            ("a.yaml", "-o", "x.docx", "--to", "pdf"),
            "Tên tệp văn bản phải kết thúc bằng .pdf, không phải «x.docx»",
        ),
        (("a.yaml", "--split", "--signed-at", "11/3"), "Không đọc được thời gian ký «11/3»"),
        (("a.yaml", "--engine", "typst"), "--engine đi cùng --to pdf hoặc --to png"),
        (("a.yaml", "--to", "pdf", "--ppi", "90"), "--ppi đi cùng --to png"),
        (("a.yaml", "--to", "png", "--ppi", "5"), "«5» không phải là số từ 10 đến 1200."),
        (("a.yaml", "--to", "png", "--ppi", "nan"), "«nan» không phải là số từ 10 đến 1200."),
        (("a.yaml", "--to", "png", "--ppi", "inf"), "«inf» không phải là số từ 10 đến 1200."),
        (("a.yaml", "--to", "png", "--ppi", "to"), "«to» không phải là số từ 10 đến 1200."),
        (("a.yaml", "-o", "{name}"), "Tên tệp văn bản phải kết thúc bằng .docx"),
        (("a.yaml", "b.yaml", "-o", "-"), "Đầu ra chuẩn chỉ nhận một văn bản"),
    ],
)
def test_an_output_that_cannot_be_meant_is_wrong_use(
    command: Command, library: Library, arguments: tuple[str, ...], sentence: str
) -> None:
    """Nothing is read or written then."""
    shown = command("render", *arguments)
    assert shown.code == 2
    assert sentence in shown.err
    assert _files() == []
    assert library.asked == []


@pytest.mark.parametrize("kind", FORMATS)
def test_the_name_of_the_document_tells_its_kind(
    command: Command, library: Library, kind: str
) -> None:
    """``--to`` need not be said twice."""
    assert command("render", "a.yaml", "-o", f"x.{kind}").code == 0
    assert library.asked[-1][0] == kind


def test_options_of_a_pdf_reach_the_library(command: Command, library: Library) -> None:
    """A folder of faces may be given several times; a moment without a zone is Vietnam's."""
    command(
        "render", "a.yaml", "--to", "png", "--engine", "libreoffice", "--split", "--ppi", "72.5",
        "--signed-at", "11/03/2026 15:28:56", "--font-path", "x", "--font-path", "y",
    )  # fmt: skip
    assert library.options[-1] == {
        "engine": "libreoffice",
        "force": False,
        "template": None,
        "font_paths": (Path("x"), Path("y")),
        "ppi": 72.5,
        "split": True,
        "signed_at": datetime(2026, 3, 11, 15, 28, 56, tzinfo=timezone(timedelta(hours=7))),
        "per_recipient": False,
        "places": False,
        "show_boxes": False,
    }


def test_copies_for_each_addressee_are_asked_of_the_library(
    command: Command, library: Library
) -> None:
    """Each stands beside the others, named by its addressee."""
    library.made["a.yaml"] = Made(others=(File("-02-so-tu-phap", "docx", b"two"),))
    shown = command("render", "a.yaml", "--per-recipient")
    assert library.options[-1]["per_recipient"] is True
    assert "a.docx, a-02-so-tu-phap.docx" in shown.out


def test_the_choices_are_those_of_the_library() -> None:
    """They are named in the command too, so that its help loads nothing."""
    assert (FORMATS, ENGINES) == (rendering.OUTPUTS, rendering.ENGINES)
    assert PPI == (rendering.SMALLEST_PPI, rendering.DEFAULT_PPI, rendering.LARGEST_PPI)


def test_further_files_stand_beside_the_document(command: Command, library: Library) -> None:
    """All are named, each with the standard it claims itself, the first with the face."""
    library.made["a.yaml"] = Made(
        others=(File("-phu-luc-1", "pdf", b"one", "PDF/A-2a"), File("-phu-luc-2", "pdf", b"two")),
        face="Tinos 1.33",
        conformance="PDF/A-2a",
    )
    shown = command("render", "a.yaml", "--split", "-o", "ra/x.pdf")
    assert shown.out == (
        "a.yaml: đã ghi: ra/x.pdf (Tinos 1.33, PDF/A-2a), ra/x-phu-luc-1.pdf (PDF/A-2a),"
        " ra/x-phu-luc-2.pdf (không khai PDF/A)\n"
        "Không có lỗi trong 1 tệp\n"
    )
    assert _files() == ["ra/x-phu-luc-1.pdf", "ra/x-phu-luc-2.pdf", "ra/x.pdf"]
    shown = command("render", "a.yaml", "--split", "-o", "ra/x.pdf", "--format", "json")
    (file,) = json.loads(shown.out)["files"]
    assert file["output"] == "ra/x.pdf"
    assert file["others"] == ["ra/x-phu-luc-1.pdf", "ra/x-phu-luc-2.pdf"]
    assert [tuple(each.values()) for each in file["written"]] == [
        ("ra/x.pdf", "PDF/A-2a"),
        ("ra/x-phu-luc-1.pdf", "PDF/A-2a"),
        ("ra/x-phu-luc-2.pdf", None),
    ]
    assert (file["face"], file["conformance"]) == ("Tinos 1.33", "PDF/A-2a")


def test_several_files_do_not_go_to_standard_output(command: Command, library: Library) -> None:
    """Two pictures one after the other are no picture."""
    library.made["a.yaml"] = Made(others=(File("-2", "png", b"two"),))
    shown = command("render", "a.yaml", "--to", "png", "-o", "-")
    assert (shown.code, shown.out) == (1, "")
    assert "OUT032: Văn bản này thành 2 tệp, không ghi cả ra đầu ra chuẩn được" in shown.err


def test_the_further_file_of_one_record_is_not_that_of_another(
    command: Command, library: Library
) -> None:
    """The first one stays."""
    library.made["a.yaml"] = Made(others=(File("-2", "png", b"of a"),))
    shown = command("render", "a.yaml", "a-2.yaml", "--to", "png")
    assert "OUT003: «a-2.yaml» và «a.yaml» cùng ghi ra «a-2.png»" in shown.out
    assert Path("a-2.png").read_bytes() == b"of a"


def test_a_refused_record_writes_nothing_and_the_others_go_on(
    command: Command, library: Library
) -> None:
    """An old document stays as it was."""
    Path("thu.docx").write_bytes(b"old")
    library.made["thu.yaml"] = Made((TWICE,), data=None)
    shown = command("render", "thu.yaml", "b.yaml")
    assert shown.code == 1
    assert "thu.yaml: chưa ghi văn bản\nb.yaml: đã ghi: b.docx\n" in shown.out
    assert Path("thu.docx").read_bytes() == b"old"
    assert Path("b.docx").read_bytes() == b"document"


def test_force_and_template_reach_the_library(command: Command, library: Library) -> None:
    """Whether the findings allow it is for the library to say; fatal ones still give 1."""
    library.made["a.yaml"] = Made((TWICE,), left_out=("ký",))
    assert command("render", "a.yaml", "--force", "--template", "mẫu.docx").code == 1
    assert library.asked[-1] == ("docx", True, Path("mẫu.docx"))
    assert Path("a.docx").exists()


@pytest.mark.parametrize("name", ["check", "render"])
def test_a_record_names_files_of_a_wider_folder_where_that_is_allowed(
    command: Command, tmp_path: Path, name: str
) -> None:
    """Without ``--root`` it is SCH031, whose hint names the option."""
    (tmp_path / "thư").mkdir()
    (tmp_path / "cơ-quan.yaml").write_text("tên đầy đủ: Sở Nội vụ\n", encoding="utf-8")
    text = "loại: thông báo\ncơ quan: ../cơ-quan.yaml\ntrích yếu: Nghỉ lễ\nnội dung: Nghỉ./.\n"
    (tmp_path / "thư" / "a.yaml").write_text(text, encoding="utf-8")
    refused = command(name, "thư/a.yaml", "--lang", "en")
    assert (refused.code, "SCH031" in refused.out, "--root" in refused.out) == (1, True, True)
    assert "SCH031" not in command(name, "thư/a.yaml", "--root", ".").out


def test_a_pipe_takes_the_document_and_the_report_stands_aside(
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    """``render -`` reads standard input and writes standard output."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a: b\n")))
    assert run(["render", "-"]) == 0
    shown = capsysbinary.readouterr()
    assert shown.out == b"document"
    assert "-: đã ghi: đầu ra chuẩn\n" in shown.err.decode()


def test_two_records_of_one_name_do_not_overwrite_each_other(
    command: Command, library: Library
) -> None:
    """The first is written, the second reported."""
    shown = command("render", "x/a.yaml", "y/a.yaml", "-o", "out")
    assert shown.code == 1
    assert "y/a.yaml: lỗi nghiêm trọng OUT003" in shown.out
    assert "= xem: x/a.yaml: ghi ra «out/a.docx»" in shown.out


def test_a_record_is_never_overwritten(command: Command, library: Library) -> None:
    """Whatever its name ends with."""
    Path("a.docx").write_bytes(b"record")
    shown = command("render", "a.docx")
    assert shown.code == 1
    assert "OUT004" in shown.out
    assert "a-in.docx" in shown.out
    assert Path("a.docx").read_bytes() == b"record"


def test_a_place_that_cannot_be_written_is_a_finding(command: Command, library: Library) -> None:
    """With the reason in Vietnamese."""
    Path("out").write_bytes(b"a file")
    shown = command("render", "a.yaml", "-o", "out/x.docx")
    assert shown.code == 1
    assert shown.out.startswith(
        "a.yaml: lỗi nghiêm trọng OUT001: Không ghi được tệp «out/x.docx»:"
        " chỗ của thư mục đã có một tệp\n"
    )
    assert shown.out.endswith("1 lỗi nghiêm trọng trong 1 tệp\n")
    assert os.listdir() == ["out"]
