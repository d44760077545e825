"""The road through LibreOffice: what is taken, what is refused, what is left behind.

Findings: OUT020 OUT021 OUT022 OUT023 OUT024 OUT025 OUT026 OUT027 OUT028.
"""

from __future__ import annotations

import os
import select
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.writers.fake_office import fake_office, pdf_file, script, word_file
from vnadmindocs.diagnostics.catalogue import stamp
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.diagnostics.model import Place
from vnadmindocs.writers.libreoffice import Converted, convert, find_libreoffice, time_limit
from vnadmindocs.writers.libreoffice import program as finding
from vnadmindocs.writers.libreoffice.program import version_of
from vnadmindocs.writers.libreoffice.running import pipe_of

# An end that no machine is too slow for; only a program that hangs is given less.
AMPLE = 60.0
SHORT = 1.0
LETTER, LETTER_PDF = (
    word_file("Thong bao so 45", "ve viec hop"),
    pdf_file("Thong bao so 45", "ve viec hop"),
)
FAKES = pytest.mark.skipif(sys.platform == "win32", reason="the programs are scripts of Unix")


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The temporary folder of this test, its name with accents and spaces."""
    folder = tmp_path / "thư mục tạm (đ) #1"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def home(tmp_path: Path, scratch: Path) -> Iterator[Path]:
    """A folder for a program; the temporary folder is empty when the test ends."""
    folder = tmp_path / "home"
    folder.mkdir()
    yield folder
    assert list(scratch.iterdir()) == []


def faults(converted: Sequence[Converted]) -> list[list[str]]:
    """Give the findings of each document in words."""
    return [[sentence(fault) for fault in each.faults] for each in converted]


def sentence(fault: Fault) -> str:
    """Give the code and the English message of a finding."""
    found = stamp(fault.code, Place(), fault.facts)
    return f"{fault.code} {found.message.en}"


# A PDF is taken for what it holds.


@FAKES
def test_a_pdf_with_all_words_is_taken_even_when_the_program_fails(home: Path) -> None:
    """The exit code says nothing."""
    office = fake_office(home, "make(files[0], answers[0]); sys.exit(1)", LETTER_PDF)
    (made,) = convert([LETTER], program=office.program, seconds=AMPLE)
    assert made == Converted(LETTER_PDF, (), pages=1, conformance="", faces=("LiberationSerif",))
    assert office.calls == [["d0.docx"]]


@FAKES
@pytest.mark.parametrize(
    ("behaviour", "finding"),
    [
        ("sys.exit(0)", "OUT022 LibreOffice made no PDF and gave no reason"),
        (
            "print('Warning: failed to launch javaldx')\n"
            "print('Error: source file could not be loaded', file=sys.stderr)",
            "OUT023 LibreOffice made no PDF; it said: Error: source file could not be loaded",
        ),
        ("make(files[0], b'')", "OUT024 The PDF that LibreOffice made is damaged or has no page"),
        (
            "make(files[0], b'GIF89a' * 99)",
            "OUT024 The PDF that LibreOffice made is damaged or has no page",
        ),
        (
            "make(files[0], answers[0][:200])",
            "OUT024 The PDF that LibreOffice made is damaged or has no page",
        ),
        (
            "make(files[0], answers[0].replace(b'/Pages 2', b'/Pages 9'))",
            "OUT024 The PDF that LibreOffice made is damaged or has no page",
        ),
        (
            "make(files[0], answers[1])",
            "OUT024 The PDF that LibreOffice made is damaged or has no page",
        ),
        (
            "make(files[0], answers[2])",
            "OUT025 The PDF that LibreOffice made lacks 3 words of the document: 45 ve viec",
        ),
    ],
    ids=["nothing", "says why", "empty", "garbage", "half", "broken", "no page", "other words"],
)
def test_what_cannot_be_trusted_is_refused_after_a_second_try(
    home: Path, behaviour: str, finding: str
) -> None:
    """Though the program exits with 0."""
    answers = (LETTER_PDF, pdf_file("Thong bao", pages=0), pdf_file("Hop so nao, Thong bao cu"))
    office = fake_office(home, behaviour, *answers)
    converted = convert([LETTER], program=office.program, seconds=AMPLE)
    assert faults(converted) == [[finding]]
    assert converted[0].data is None
    assert office.calls == [["d0.docx"], ["d0.docx"]]


@FAKES
def test_a_program_that_fails_once_is_tried_again_for_what_failed_alone(home: Path) -> None:
    """What was made the first time is kept."""
    office = fake_office(
        home,
        "for name in files:\n    if call or name != 'd1.docx': make(name, answers[0])",
        LETTER_PDF,
    )
    converted = convert([LETTER] * 3, program=office.program, seconds=AMPLE)
    assert [each.data for each in converted] == [LETTER_PDF] * 3
    assert faults(converted) == [[], [], []]
    assert office.calls == [["d0.docx", "d1.docx", "d2.docx"], ["d0.docx"]]


@FAKES
def test_the_words_asked_for_may_be_given(home: Path) -> None:
    """In place of those of the Word file."""
    office = fake_office(home, "for name in files: make(name, answers[0])", LETTER_PDF)
    converted = convert(
        [LETTER, LETTER], program=office.program, seconds=AMPLE, expected=["hop 45", "hop 46"]
    )
    assert faults(converted) == [
        [],
        ["OUT025 The PDF that LibreOffice made lacks 1 words of the document: 46"],
    ]


@FAKES
def test_many_files_go_in_calls_of_fifty(home: Path) -> None:
    """Each document gets its own."""
    office = fake_office(home, "for name in files: make(name, answers[0])", LETTER_PDF)
    converted = convert([LETTER] * 51, program=office.program, seconds=AMPLE)
    assert {each.data for each in converted} == {LETTER_PDF}
    assert [len(call) for call in office.calls] == [50, 1]


# Time limits.


@FAKES
def test_a_program_that_hangs_is_killed_with_all_it_has_started(home: Path) -> None:
    """Its children hold a pipe open as long as they live."""
    pipe = home / "alive"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    office = script(home, f"#!/bin/sh\nexec 9>'{pipe}'\nprintf x >&9\nsleep 600 &\nwait\n")
    converted = convert([LETTER], program=office.program, seconds=SHORT)
    assert faults(converted) == [
        ["OUT021 LibreOffice did not finish the PDF in 1 seconds and was stopped"]
    ]
    assert os.read(reader, 9) == b"xx"
    assert select.select([reader], [], [], AMPLE)[0]
    assert os.read(reader, 9) == b""
    os.close(reader)


@FAKES
def test_one_document_that_hangs_does_not_hold_up_the_others(home: Path) -> None:
    """Those made before it are kept, those after it are made alone."""
    office = fake_office(
        home,
        "for name in files:\n"
        "    if b'mau nay treo' in Path(name).read_bytes(): hang()\n"
        "    make(name, answers[0])",
        LETTER_PDF,
    )
    hanging = word_file("mau nay treo")
    converted = convert([LETTER, hanging, LETTER], program=office.program, seconds=SHORT * 2)
    assert [each.data for each in converted] == [LETTER_PDF, None, LETTER_PDF]
    assert faults(converted) == [
        [], ["OUT021 LibreOffice did not finish the PDF in 2 seconds and was stopped"], [],
    ]  # fmt: skip


@FAKES
def test_patience_ends_when_two_in_a_row_hang_alone(home: Path) -> None:
    """The others are not waited for."""
    office = script(home, f"#!/bin/sh\necho > '{home}'/call$(ls '{home}' | wc -l)\nsleep 600\n")
    converted = convert([LETTER] * 4, program=office.program, seconds=SHORT / 2)
    limit = "OUT021 LibreOffice did not finish the PDF in 0.5 seconds and was stopped"
    assert faults(converted) == [[limit]] * 4
    assert len(office.calls) == 3


def test_the_socket_that_a_killed_program_leaves_is_found_by_its_name() -> None:
    """As LibreOffice 7.4 named it for this profile."""
    profile = Path("/tmp/hồ sơ (1);/profile")
    assert pipe_of(profile) == "SingleOfficeIPC_2f6614eb946ac12577be0b5a3aa23d2"


def test_the_time_limit_grows_with_the_documents() -> None:
    """A minute, 5 s a file, 1 s for 50 kB of their XML, whatever they are packed to."""
    short, long = word_file(""), word_file("x" * 50_000)
    assert time_limit([long]) - time_limit([short]) == 1
    assert time_limit([short, short]) == pytest.approx(70, abs=0.1)


# Programs that are not there.


def test_without_libreoffice_each_document_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The PATH and the usual places are empty."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(finding, "_usual_places", lambda: iter(()))
    assert find_libreoffice() is None
    converted = convert([LETTER, LETTER])
    assert converted == (Converted(None, (Fault("OUT020"),)),) * 2
    hint = stamp("OUT020", Place(), {}).hint
    assert hint is not None
    assert "apt install libreoffice-writer-nogui" in hint.vi


@FAKES
def test_a_program_that_cannot_be_started_is_tried_once(home: Path) -> None:
    """It is missing, or may not be run."""
    missing = home / "nowhere"
    (home / "soffice").write_text("no program")
    converted = [
        *convert([LETTER], program=missing),
        *convert([LETTER], program=home / "soffice"),
    ]
    assert faults(converted) == [
        [f"OUT026 LibreOffice «{missing}» cannot be run: there is no such folder"],
        [f"OUT026 LibreOffice «{home / 'soffice'}» cannot be run: no permission"],
    ]


def test_a_temporary_folder_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is a fault, no exception."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    (converted,) = convert([LETTER], program="soffice")
    assert [fault.code for fault in converted.faults] == ["OUT026"]


def test_a_file_that_is_no_word_file_is_refused_before_anything_runs() -> None:
    """LibreOffice would print its bytes."""
    with pytest.raises(ValueError, match="no Word file"):
        convert([b"plain text"], program="nowhere")


# What the program is given.


@FAKES
def test_the_environment_is_cleaned_and_keeps_its_home(
    home: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No screen, no Python of ours, one language; fonts of the user are found under HOME."""
    for name in ("DISPLAY", "PYTHONPATH", "LC_TIME", "LANG"):
        monkeypatch.setenv(name, "mine")
    monkeypatch.setenv("HOME", "/of/the/user")
    office = fake_office(
        home,
        "import json\n(home / 'environment').write_text(json.dumps(dict(os.environ)))\n"
        "(home / 'arguments').write_text('\\n'.join(sys.argv))\n"
        "make(files[0], answers[0])",
        LETTER_PDF,
    )
    convert([LETTER], program=office.program, seconds=AMPLE)
    import json

    given = json.loads((home / "environment").read_text())
    assert {"DISPLAY", "PYTHONPATH", "LC_TIME", "LANG"} & set(given) == set()
    assert (given["HOME"], given["TZ"]) == ("/of/the/user", "UTC")
    assert Path(given["TMPDIR"]).is_relative_to(scratch)
    arguments = (home / "arguments").read_text().split("\n")
    profile = f"-env:UserInstallation={Path(given['TMPDIR']).with_name('profile').as_uri()}"
    assert arguments[1] == profile
    assert arguments[-3:] == ["--outdir", "out", "d0.docx"]
    assert all(argument.isascii() for argument in arguments)


# Faces.


@FAKES
def test_letters_in_a_face_that_was_not_asked_for_are_an_error(home: Path) -> None:
    """The words are whole, so there is a file."""
    made = pdf_file("Thong bao so 45", ("ve viec hop", "DejaVuSerif-Bold"))
    office = fake_office(home, "make(files[0], answers[0])", made)
    converted = convert([LETTER], program=office.program, seconds=AMPLE)
    assert converted[0].data == made
    assert faults(converted) == [
        [
            "OUT028 The letters «cehiopv» of the PDF are set in DejaVuSerif-Bold,"
            " not in «Times New Roman»"
        ]
    ]


@FAKES
def test_words_torn_by_a_second_face_are_refused_at_once(home: Path) -> None:
    """As LibreOffice prints them: the letters from the other face after the rest of the line."""
    made = pdf_file("Thng bao s 45", ("o o", "DejaVuSerif"), "ve viec hop")
    office = fake_office(home, "make(files[0], answers[0])", made)
    converted = convert([LETTER], program=office.program, seconds=AMPLE)
    assert converted[0].data is None
    assert faults(converted) == [
        [
            "OUT027 Words of the PDF by LibreOffice are torn (thong so …), for a face on this"
            " machine lacks Vietnamese letters; faces used: LiberationSerif, DejaVuSerif"
        ]
    ]
    assert office.calls == [["d0.docx"]]


# Where it is.


def test_the_version_is_read_without_running_anything(tmp_path: Path) -> None:
    """From the settings of the installation, through links."""
    program = tmp_path / "office" / "program" / "soffice"
    registry = tmp_path / "office" / "share" / "registry"
    program.parent.mkdir(parents=True)
    registry.mkdir(parents=True)
    program.touch()
    (registry / "main.xcd").write_text(
        '<prop oor:name="ooSetupVersionAboutBox" oor:type="xs:string"><value/></prop>'
        '<prop oor:name="ooSetupVersionAboutBox">\n <value>24.8.3.2</value></prop>'
    )
    link = tmp_path / "soffice"
    link.symlink_to(program)
    assert version_of(link) == "24.8.3.2"


@FAKES
@pytest.mark.parametrize(
    ("said", "version"), [("LibreOffice 25.2.1.1 abc", "25.2.1.1"), ("command not found", "")]
)
def test_a_program_without_settings_is_asked(home: Path, said: str, version: str) -> None:
    """A wrapper of a snap, for one."""
    office = script(home, f"#!/bin/sh\ncase \"$*\" in *--version*) echo '{said}';; esac\n")
    assert version_of(office.program) == version


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="places of Linux")
def test_the_newest_of_several_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """By the number in the name of its folder."""
    for name in ("libreoffice7.6", "libreoffice24.2", "libreoffice24.10", "libreoffice"):
        (tmp_path / name).mkdir()
    found = [path.name for path in finding._newest_first(tmp_path, "libreoffice*")]
    assert found == ["libreoffice24.10", "libreoffice24.2", "libreoffice7.6", "libreoffice"]
