"""Programs that stand in for LibreOffice, the files they take and the files they make."""

from __future__ import annotations

import io
import shlex
import sys
import textwrap
import zipfile
from dataclasses import dataclass
from pathlib import Path

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_START = """\
import os, sys
from pathlib import Path
home = Path({home!r})
files = [name for name in sys.argv if name.endswith(".docx")]
call = len(list(home.glob("call*")))
(home / f"call{{call}}").write_text("\\n".join(files))
answers = [Path(path).read_bytes() for path in {answers!r}]

def make(name, data):
    Path("out", name.replace(".docx", ".pdf")).write_bytes(data)

def hang():
    import signal
    signal.pause()

"""


@dataclass(frozen=True, slots=True)
class FakeOffice:
    """A program that stands in for LibreOffice.

    Attributes:
        program: the file to run.
        home: a folder of its own, which it knows as ``home``.
    """

    program: Path
    home: Path

    @property
    def calls(self) -> list[list[str]]:
        """The files it was given, call by call."""
        found = sorted(self.home.glob("call*"), key=lambda path: int(path.name[4:]))
        return [path.read_text().split() for path in found]


def fake_office(folder: Path, behaviour: str, *answers: bytes) -> FakeOffice:
    """Write a program.

    Args:
        folder: an empty folder.
        behaviour: Python lines that know ``files`` (names), ``call`` (how many there were before),
            ``answers``, ``make(name, data)``, ``hang()`` and ``home``.
        answers: contents it may make.
    """
    paths = []
    for place, answer in enumerate(answers):
        paths.append(str(folder / f"answer{place}"))
        Path(paths[-1]).write_bytes(answer)
    start = _START.format(home=str(folder), answers=paths)
    lines = folder / "soffice.py"
    lines.write_text(start + textwrap.dedent(behaviour), encoding="utf-8")
    # The first line of a script cannot name a Python whose path has a space in it.
    python = f"{shlex.quote(sys.executable)} -IS {shlex.quote(str(lines))}"
    return script(folder, f'#!/bin/sh\nexec {python} "$@"\n')


def script(folder: Path, text: str) -> FakeOffice:
    """Write a program as it stands."""
    program = folder / "soffice"
    program.write_text(text, encoding="utf-8")
    program.chmod(0o755)
    return FakeOffice(program, folder)


def word_file(*paragraphs: str, face: str = "Times New Roman", markup: str = "") -> bytes:
    """Make a small Word file.

    Args:
        paragraphs: their words.
        face: the face of all styles.
        markup: paragraphs in WordprocessingML, after the others.
    """
    rows = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{_W}"><w:body>{rows}{markup}</w:body></w:document>',
        )
        package.writestr(
            "word/styles.xml",
            f'<w:styles xmlns:w="{_W}"><w:rFonts w:ascii="{face}" w:hAnsi="{face}"/></w:styles>',
        )
    return made.getvalue()


def pdf_file(*lines: tuple[str, str] | str, pages: int = 1) -> bytes:
    """Make a small PDF.

    Args:
        lines: ASCII words, with the name of the face unless it is Liberation Serif.
        pages: how many; the lines stand on each.
    """
    pairs = [(line, "LiberationSerif") if isinstance(line, str) else line for line in lines]
    faces = sorted({face for _, face in pairs})
    shown = "".join(
        f"BT /F{faces.index(face)} 12 Tf 50 {700 - 20 * place} Td ({text}) Tj ET\n"
        for place, (text, face) in enumerate(pairs)
    )
    kinds = [f"<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+{face}>>" for face in faces]
    fonts = "".join(f"/F{place} {4 + place} 0 R" for place in range(len(faces)))
    first = 4 + len(faces)
    kids = " ".join(f"{first + place} 0 R" for place in range(pages))
    page = (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R"
        f"/Resources<</Font<<{fonts}>>>>>>"
    )
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {pages}>>",
        f"<</Length {len(shown)}>>stream\n{shown}endstream",
        *kinds,
        *[page] * pages,
    ]
    made, places = b"%PDF-1.6\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{each}\nendobj\n".encode("ascii")
    start = len(made)
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    made += f"xref\n0 {size}\n0000000000 65535 f \n{rows}".encode()
    return made + f"trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
