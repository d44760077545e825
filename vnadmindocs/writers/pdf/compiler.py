"""The Typst compiler, kept from one document to the next: one a thread and face.

A compiler that is used again needs two thirds of the time of a new one. Threads have their own;
a process forked after its parent used typst hangs, so workers are threads or spawned processes.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import threading
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from vnadmindocs.assets import asset
from vnadmindocs.writers.pdf.typesetting import Typesetting

if TYPE_CHECKING:
    from vnadmindocs.fonts.faces import Face

_KEPT = 2  # compilers a thread keeps: one face is in use, another when it changes
_BOLD = 600
_FORGOTTEN_AFTER = 12  # documents
_POSITIONS = (
    "query(<place>).map(each => { let at = each.location().position();"
    " (each.value, at.page, at.x.pt(), at.y.pt()) })"
)
_PART_PAGES = "query(<part>).map(each => each.location().page())"
_LISTED_PAGES = (
    'range({count}).map(each => query(label("listed-" + str(each + 1)))'
    ".map(heading => heading.location().page()))"
)
_STYLES = {(bold, italic) for bold in (False, True) for italic in (False, True)}
_kept = threading.local()
_finding = threading.Lock()


_DRAWN_PPI = 300  # of a drawing for programs that show no SVG


class TypesettingError(Exception):
    """Typst refused what it was given: a fault of ours, or of a picture.

    Attributes:
        hints: what typst advises.
    """

    def __init__(self, message: str, hints: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.hints = hints


def typeset(
    typesetting: Typesetting,
    face: Face,
    *,
    format: Literal["pdf", "png"],
    date: str,
    standard: str = "",
    ppi: float | None = None,
) -> tuple[bytes, ...]:
    """Typeset a document.

    Args:
        typesetting: its data and pictures.
        face: the face; no other is ever used.
        format: what to make.
        date: the ISO date the file gives as its own, at midnight UTC.
        standard: the standard a PDF is held to, "" for none.
        ppi: dots an inch of pictures.

    Returns:
        One PDF, or one PNG a page.

    Raises:
        TypesettingError: typst refused.
    """
    import typst

    options: dict[str, Any] = {
        "format": format,
        "timestamp": int(datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp()),
    }
    if standard:
        options["pdf_standards"] = standard
    if ppi is not None:
        options["ppi"] = ppi
    source = asset("templates", "document.typ")
    compiler, _ = _compiler(face)
    try:
        with _folder_of(typesetting.pictures, source) as root:
            # A compiler keeps the source and the root it was last given: they are always said.
            made = compiler.compile(input=_main(typesetting.data), root=str(root), **options)
    except typst.TypstError as refused:
        raise TypesettingError(refused.message, tuple(refused.hints)) from None
    return tuple(made) if isinstance(made, list) else (made,)


def forget(face: Face) -> None:
    """Make typst forget what it remembers of the documents before.

    It forgets what no document used for a while; these are documents of a word, one for each
    step of that while.
    """
    compiler, _ = _compiler(face)
    root = str(asset("templates", "document.typ").parent)
    for step in range(_FORGOTTEN_AFTER):
        compiler.compile(input=b"%d" % step, root=root, format="pdf")


def drawn(name: str, picture: bytes, size_pt: tuple[float, float], face: Face | None) -> bytes:
    """Draw one picture as a PNG of its own.

    Args:
        name: name of its file; the ending says what it is.
        picture: the file.
        size_pt: width and height.
        face: the face its words are set in; None where it has none.

    Raises:
        TypesettingError: typst refused.
    """
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[])
    if face is not None:
        fonts = _compiler(face)[1].fonts
    width, height = (f"{each:.3f}pt" for each in size_pt)
    page = f"#set page(width: {width}, height: {height}, margin: 0pt, fill: none)\n"
    shown = f'{page}#image("{name}", width: 100%, height: 100%, fit: "stretch")'
    try:
        with tempfile.TemporaryDirectory(prefix="vnadmindocs-") as folder:
            (Path(folder) / name).write_bytes(picture)
            compiler = typst.Compiler(input=shown.encode(), root=folder, font_paths=fonts)
            made = compiler.compile(format="png", ppi=_DRAWN_PPI)
    except typst.TypstError as refused:
        raise TypesettingError(refused.message, tuple(refused.hints)) from None
    assert isinstance(made, bytes)
    return made


def positions_of(typesetting: Typesetting, face: Face) -> list[tuple[int, int, float, float]]:
    """Lay out a document to learn where its marks are; no file is made.

    Returns:
        Of each mark its number, its page from 1, and its place in pt from the top left.

    Raises:
        TypesettingError: typst refused.
    """
    return [(number, page, x, y) for number, page, x, y in asked(typesetting, face, _POSITIONS)]


def pages_of_listed(
    typesetting: Typesetting, face: Face, count: int
) -> tuple[list[int], list[list[int]]]:
    """Lay out a document to learn the pages of the headings its tables of contents list.

    Args:
        typesetting: the document.
        face: the face it is set in.
        count: how many tables of contents it has.

    Returns:
        The first page of each part, and the pages of the headings of each table, all from 1.

    Raises:
        TypesettingError: typst refused.
    """
    question = f"({_PART_PAGES}, {_LISTED_PAGES.format(count=count)})"
    starts, pages = asked(typesetting, face, question)
    return starts, pages


def asked(typesetting: Typesetting, face: Face, question: str) -> Any:
    """Ask a document that is laid out; no file is made.

    Args:
        typesetting: the document.
        face: the face it is set in.
        question: an expression of typst.

    Returns:
        The answer as JSON has it.

    Raises:
        TypesettingError: typst refused.
    """
    import typst

    _, seen = _compiler(face)
    try:
        with _folder_of(typesetting.pictures, asset("templates", "document.typ")) as root:
            compiler = typst.Compiler(
                input=_main(typesetting.data), root=str(root), font_paths=seen.fonts
            )
            return json.loads(compiler.eval(question))
    except typst.TypstError as refused:
        raise TypesettingError(refused.message, tuple(refused.hints)) from None


@contextmanager
def _folder_of(pictures: Mapping[str, bytes], source: Path) -> Iterator[Path]:
    """Give the folder of the source: with the pictures it shows, or where it ships."""
    if not pictures:
        yield source.parent
        return
    with tempfile.TemporaryDirectory(prefix="vnadmindocs-") as name:
        folder = Path(name)
        (folder / source.name).write_bytes(source.read_bytes())
        for picture, data in pictures.items():
            (folder / picture).write_bytes(data)
        yield folder


def _main(data: str) -> bytes:
    """Give the source of one document: the data, and the function that sets it.

    ``document.typ`` is a module that stays as it is, so that typst remembers it from one document
    to the next. Data in ``sys.inputs`` would be new libraries to it, and everything forgotten.
    """
    literal = data.replace("\\", "\\\\").replace('"', '\\"')
    return f'#import "document.typ": typeset\n#typeset(json(bytes("{literal}")))'.encode()


def _compiler(face: Face) -> tuple[Any, _SeenFace]:
    import typst

    compilers: dict[tuple[Path, ...], tuple[Any, _SeenFace]]
    compilers = _kept.__dict__.setdefault("compilers", {})
    files = (face.regular, face.bold, face.italic, face.bold_italic)
    kept = compilers.pop(files, None)
    if kept is None:
        with _finding:
            seen = _seen_face(files)
        if seen.styles(face.family) != _STYLES:
            # Typst would leave the words out, without a word.
            raise TypesettingError(f"the four styles of {face.family} cannot be read")
        kept = typst.Compiler(font_paths=seen.fonts), seen
        while len(compilers) >= _KEPT:
            compilers.pop(next(iter(compilers)))
    compilers[files] = kept  # the last used stands last
    return kept


class _SeenFace:
    """The four files of a face, and no other, as typst sees them.

    Typst takes folders; those of a system hold many faces, and maybe this one twice. Typst reads
    a file when a document first needs it, so the folder stays until no compiler is kept with it.
    """

    def __init__(self, files: tuple[Path, ...]) -> None:
        import typst

        folder = tempfile.mkdtemp(prefix="vnadmindocs-face-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        for number, file in enumerate(dict.fromkeys(files)):
            place = Path(folder) / f"{number}{file.suffix}"
            try:
                place.symlink_to(file.resolve())
            except OSError:  # a system or a user without the right to make links
                shutil.copyfile(file, place)
        self.fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )

    def styles(self, family: str) -> set[tuple[bool, bool]]:
        """Give the styles of a family that are there: whether bold, whether italic."""
        return {
            (font.weight >= _BOLD, font.style != "normal")
            for font in self.fonts.fonts()
            if font.family == family
        }


_seen_face = lru_cache(maxsize=_KEPT)(_SeenFace)
