"""The road through LibreOffice: what is taken, what is refused, what is left behind.

Findings: OUT020 OUT021 OUT022 OUT023 OUT024 OUT025 OUT026 OUT027 OUT028.
"""

from __future__ import annotations

import os
import select
import shutil
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.writers.fake_office import fake_office, pdf_file, script, word_file
from vnadmindocs.api import render
from vnadmindocs.diagnostics.catalogue import stamp
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.diagnostics.model import Place
from vnadmindocs.writers.libreoffice import Converted, convert, find_libreoffice, time_limit
from vnadmindocs.writers.libreoffice import program as finding
from vnadmindocs.writers.libreoffice.asked import read_asked
from vnadmindocs.writers.libreoffice.program import LibreOffice, version_of
from vnadmindocs.writers.libreoffice.proof import foreign_faces, missing_words, read_pdf
from vnadmindocs.writers.libreoffice.running import pipe_of

EXAMPLES = Path(__file__).parents[2] / "examples"
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


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Times New Roman", "TimesNewRomanPS-BoldItalicMT"),
        ("Times New Roman", "TimesNewRomanPSMT"),
        ("Times New Roman", "LiberationSerif-Italic"),
        ("Times New Roman", "TeXGyreTermes-Bold"),
        ("Arial", "Arial-BoldMT"),
        ("Arial", "LiberationSans"),
        ("Calibri", "Carlito,Bold"),
        ("UTM Avo", "UTMAvo-Bold"),
    ],
)
def test_a_face_of_the_same_widths_is_as_good_as_the_one_asked_for(asked: str, found: str) -> None:
    """Whatever its file calls the style."""
    assert foreign_faces([asked], {found: "abc"}) == {}


def test_a_face_is_foreign_when_it_only_looks_alike() -> None:
    """Faces of one maker, or with a name that begins alike."""
    letters = {"LiberationSans": "ab", "TimesTen-Roman": "c", "LiberationSerif": "d"}
    assert foreign_faces(["Times New Roman"], letters) == {
        "LiberationSans": "ab",
        "TimesTen-Roman": "c",
    }


# Words.


def test_words_may_stand_anywhere_and_in_any_company() -> None:
    """Order, page numbers, line breaks inside a symbol, capitals and composition are free."""
    asked = "Số: 45/2012/NĐ-CP về việc họp\nGiám đốc"
    found = unicodedata.normalize("NFD", "2\nGIÁM ĐỐC\nvề việchọp Số: 45/20\n12/NĐ-\nCP 3")
    assert missing_words(asked, found) == ()


def test_words_must_be_there_as_often_as_asked() -> None:
    """Missing ones are named in the order of the text, each once."""
    assert missing_words("một hai một ba", "ba một") == ("một", "hai")
    assert missing_words("một hai một ba", "mộtmột ba hai") == ()
    assert missing_words("", "gì cũng được") == ()


def test_the_words_of_a_word_file_are_those_that_are_printed() -> None:
    """Without results of fields, hidden text and what was moved or deleted."""
    run = "<w:r>{}</w:r>"
    markup = "".join(
        (
            "<w:p>",
            run.format('<w:fldChar w:fldCharType="begin"/>'),
            run.format("<w:instrText>PAGE</w:instrText>"),
            run.format('<w:fldChar w:fldCharType="separate"/>'),
            run.format("<w:t>7</w:t>"),
            run.format('<w:fldChar w:fldCharType="end"/>'),
            '<w:fldSimple w:instr="DATE"><w:r><w:t>8</w:t></w:r></w:fldSimple>',
            run.format("<w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t>"),
            run.format('<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>hi</w:t>'),
            run.format("<w:t>ện</w:t><w:tab/><w:t>sau</w:t>"),
            "<w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom>",
            "</w:p>",
        )
    )
    asked = read_asked(word_file("Đầu", face="Arial", markup=markup))
    assert asked.words.split() == ["Đầu", "hiện", "sau"]
    assert asked.faces == {"Arial"}
    assert asked.moment == "2020-03-05T00:00:00Z"


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


# LibreOffice itself.


@pytest.fixture(scope="module")
def office() -> LibreOffice:
    """The installed LibreOffice, or skip by name."""
    found = find_libreoffice()
    if found is None:
        pytest.skip("LibreOffice is not installed")
    return found


@pytest.fixture(scope="module")
def documents() -> list[bytes]:
    """A letter, and a decision with an appendix on its side."""
    names = ("cong-van-so-khcn-hai-phong", "quyet-dinh-khuyen-cong-hai-phong")
    made = [render(EXAMPLES / f"{name}.yaml").data for name in names]
    return [data for data in made if data is not None]


@pytest.fixture(scope="module")
def converted(office: LibreOffice, documents: list[bytes]) -> tuple[Converted, ...]:
    """The documents, converted by one call."""
    return convert(documents)


def test_the_version_has_two_numbers_at_least(office: LibreOffice) -> None:
    """Such as 7.4.7.2."""
    assert len([int(number) for number in office.version.split(".")]) >= 2


def test_examples_are_converted_whole(
    converted: tuple[Converted, ...], documents: list[bytes]
) -> None:
    """Every word, one face in four styles, title and author, tags."""
    import io

    import pypdf

    assert [each.faults for each in converted] == [(), ()]
    assert [each.pages for each in converted] == [2, 14]
    assert {each.conformance for each in converted} == {"PDF/A-2b"}
    for each in converted:
        assert len({face.partition("-")[0] for face in each.faces}) == 1
        assert each.data is not None
        reader = pypdf.PdfReader(io.BytesIO(each.data), strict=True)
        marks = reader.root_object["/MarkInfo"]
        assert isinstance(marks, pypdf.generic.DictionaryObject)
        assert marks["/Marked"]
        assert str(reader.root_object["/Lang"]).startswith("vi")
        assert reader.metadata is not None
        assert reader.metadata.title
        assert reader.metadata.author


def test_a_word_that_is_not_printed_would_be_noticed(
    converted: tuple[Converted, ...], documents: list[bytes]
) -> None:
    """The words of an example are in its PDF, and those of another are not."""
    letter = converted[0]
    assert letter.data is not None
    found = read_pdf(letter.data)
    assert found is not None
    assert missing_words(read_asked(documents[0]).words, found.words) == ()
    assert len(missing_words(read_asked(documents[1]).words, found.words)) > 100


def test_strings_are_read_as_pypdf_reads_them(converted: tuple[Converted, ...]) -> None:
    """The quick reading and the thorough one see the same characters in the same faces."""
    for each in converted:
        assert each.data is not None
        quick, thorough = read_pdf(each.data), read_pdf(each.data, thorough=True)
        assert quick is not None
        assert thorough is not None
        assert Counter(quick.words.split()) != Counter()
        assert Counter("".join(quick.words.split())) == Counter("".join(thorough.words.split()))
        assert quick.letters == thorough.letters


def test_six_threads_make_the_same_bytes_at_once(
    converted: tuple[Converted, ...],
    documents: list[bytes],
    scratch: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In a folder with accents, without a HOME; nothing is left."""
    monkeypatch.setenv("HOME", str(tmp_path / "nowhere"))
    with ThreadPoolExecutor(6) as threads:
        made = list(threads.map(lambda _: convert(documents[:1]), range(6)))
    assert [[each.faults for each in of_thread] for of_thread in made] == [[()]] * 6
    assert {of_thread[0].data for of_thread in made} == {converted[0].data}
    assert list(scratch.iterdir()) == []


def test_libreoffice_that_is_cut_short_leaves_nothing(
    office: LibreOffice, documents: list[bytes], scratch: Path
) -> None:
    """A fifth of a second is enough for none of its versions."""
    (made,) = convert(documents[1:], seconds=0.2)
    assert (made.data, [fault.code for fault in made.faults]) == (None, ["OUT021"])
    assert list(scratch.iterdir()) == []


# Faces that are not as they should be; fontconfig chooses among the folders of a test.

FONTS = Path("/usr/share/fonts/truetype")
SERIF = FONTS / "liberation2" / "LiberationSerif-Regular.ttf"
OTHER = FONTS / "dejavu" / "DejaVuSerif.ttf"
WITH_FACES = pytest.mark.skipif(
    not (SERIF.exists() and OTHER.exists()),
    reason="fonts-liberation2 and fonts-dejavu of Debian are not installed",
)


def only_faces(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let LibreOffice see the faces of a folder alone."""
    settings = folder / "fonts.conf"
    settings.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{folder}</dir><cachedir>{folder / 'cache'}</cachedir></fontconfig>"
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(settings))


@WITH_FACES
def test_a_face_with_other_widths_is_reported(
    office: LibreOffice, documents: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine has DejaVu alone."""
    shutil.copy(OTHER, tmp_path)
    only_faces(tmp_path, monkeypatch)
    (made,) = convert(documents[:1])
    assert made.data is not None
    assert [fault.code for fault in made.faults] == ["OUT028"]
    assert {face.partition("-")[0] for face in made.faces} == {"DejaVuSerif"}


@WITH_FACES
@pytest.mark.parametrize("lacking", [range(0x1EA0, 0x1EFA), range(0x300, 0x1EFA)])
def test_a_face_without_vietnamese_letters_is_never_used_in_silence(
    office: LibreOffice,
    documents: list[bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lacking: range,
) -> None:
    """LibreOffice composes them of loose marks, or takes them from DejaVu if those lack as well."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    font = TTFont(SERIF)
    subsetter = Subsetter(Options(name_IDs=["*"], layout_features=[], drop_tables=["FFTM"]))
    subsetter.populate(unicodes=set(font.getBestCmap()) - set(lacking))
    subsetter.subset(font)
    font.save(tmp_path / SERIF.name)
    shutil.copy(OTHER, tmp_path)
    only_faces(tmp_path, monkeypatch)
    (made,) = convert(documents[:1])
    assert (made.data, [fault.code for fault in made.faults]) == (None, ["OUT027"])
