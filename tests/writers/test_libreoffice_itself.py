"""The installed LibreOffice: examples, threads at once, faces that are not as they should be."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from vnadmindocs.api import render
from vnadmindocs.writers.libreoffice import Converted, LibreOffice, convert, find_libreoffice
from vnadmindocs.writers.libreoffice.asked import read_asked
from vnadmindocs.writers.libreoffice.proof import missing_words, read_pdf

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The temporary folder of this test, its name with accents and spaces."""
    folder = tmp_path / "thư mục tạm (đ) #1"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


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
