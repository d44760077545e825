"""What a rendering gives: the files of a document, or the reasons why there is none."""

from __future__ import annotations

from errno import EEXIST
from pathlib import Path
from typing import TYPE_CHECKING

from vnadmindocs.atomic import write_all_atomically
from vnadmindocs.diagnostics import Diagnostic
from vnadmindocs.rendering.findings import LateFindings
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.layout.places import PlacedBox


@dataclass(frozen=True, slots=True)
class File:
    """One of the files of a rendering.

    Attributes:
        suffix: what its name adds to the name of the document: "" for the document itself,
            ``-phu-luc-1`` for an appendix of its own, ``-2`` for the second page as a picture,
            ``-01-so-tai-chinh`` for the copy of an addressee.
        kind: ``docx``, ``pdf`` or ``png``.
        data: its bytes.
        conformance: the standard this file claims, such as ``PDF/A-2a``; "" for none.
    """

    suffix: str
    kind: str
    data: bytes
    conformance: str = ""

    def beside(self, path: Path) -> Path:
        """Name this file where the document is to stand at ``path``."""
        if not self.suffix and path.suffix.lower() == f".{self.kind}":
            return path
        return path.with_name(f"{path.stem}{self.suffix}.{self.kind}")


@dataclass(frozen=True, slots=True)
class Rendering:
    """A rendered document, or the reasons why there is none.

    Attributes:
        files: the document first, then whatever else there is: copies for further addressees,
            appendices split off, further pages as pictures. Empty when a fatal finding refused it.
        found: every finding, made when it is first read; ``diagnostics`` gives them.
        defaults: English paths of the fields whose default was used.
        left_out: English paths of the parts printed as gaps (``force``).
        face: family and version of the face a PDF or picture is set in; where LibreOffice chose,
            the families it used, without a version; "" for a Word file.
        places: where every ô stands on the pages of the files, when that was asked for.
        sources: the files it was made of, resolved: the record, profiles, data, pictures, the
            template, attached PDFs. ``write`` never writes over them.
    """

    files: tuple[File, ...]
    found: LateFindings | tuple[Diagnostic, ...]
    defaults: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    face: str = ""
    places: tuple[PlacedBox, ...] = ()
    sources: frozenset[Path] = frozenset()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every finding, in file order."""
        return self.found if isinstance(self.found, tuple) else self.found.every

    @property
    def data(self) -> bytes | None:
        """The bytes of the document, or of its first page; None when it was refused."""
        return self.files[0].data if self.files else None

    @property
    def conformance(self) -> str:
        """The standard that the first file claims, such as ``PDF/A-2a``; each knows its own."""
        return self.files[0].conformance if self.files else ""

    def write(self, path: str | Path) -> Path:
        """Write the document, and its other files beside it, whole or not at all.

        Returns:
            The path of the first file: that of the document.

        Raises:
            ValueError: nothing was rendered.
            FileExistsError: one of the places holds what the document was made of.
            OSError: the place cannot be written.
        """
        if not self.files:
            raise ValueError("nothing was rendered: see the diagnostics")
        places = {each.beside(Path(path)): each.data for each in self.files}
        for place in places:
            if place.resolve() in self.sources:
                raise FileExistsError(EEXIST, "the document was made of this file", str(place))
        write_all_atomically(places)
        return next(iter(places))
