"""What a user may want of a rendering."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

Output = Literal["docx", "pdf", "png"]
Engine = Literal["typst", "libreoffice"]

OUTPUTS: tuple[Output, ...] = ("docx", "pdf", "png")
ENGINES: tuple[Engine, ...] = ("typst", "libreoffice")
DEFAULT_PPI = 110
SMALLEST_PPI, LARGEST_PPI = 10, 1200


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of each document.

    Attributes:
        engine: what makes a PDF; None leaves the choice to the document.
        force: print a gap for each part that is missing or unreadable, in place of refusing.
        template: an office's own Word template; None takes the record's, the profile's or ours.
        font_paths: folders where faces are looked for first.
        ppi: pixels per inch of pictures.
        split: the main document and each appendix as files of their own.
        signed_at: when the document was signed, for the information box of what is split off and
            of an electronic copy.
        per_recipient: a copy for each addressee, with its own Kính gửi.
        places: say where every ô stands on its pages.
        show_boxes: draw them too, over the pages.
    """

    to: Output = "docx"
    engine: Engine | None = None
    force: bool = False
    template: Path | None = None
    font_paths: tuple[Path, ...] = ()
    ppi: float = DEFAULT_PPI
    split: bool = False
    signed_at: datetime | None = None
    per_recipient: bool = False
    places: bool = False
    show_boxes: bool = False

    @property
    def asks_places(self) -> bool:
        """Whether anyone asks where things stand: the pages are then laid out once more."""
        return self.places or self.show_boxes


def wanted_as(
    to: Output,
    *,
    engine: Engine | None,
    force: bool,
    template: str | Path | None,
    font_paths: Sequence[str | Path],
    ppi: float,
    split: bool,
    signed_at: datetime | None,
    per_recipient: bool = False,
    places: bool = False,
    show_boxes: bool = False,
) -> Wanted:
    """Gather what is wanted of each document.

    Raises:
        ValueError: see ``render``.
    """
    if to not in OUTPUTS:
        raise ValueError(f"no writer for {to!r}")
    if engine is not None and engine not in ENGINES:
        raise ValueError(f"no engine {engine!r}")
    if not SMALLEST_PPI <= ppi <= LARGEST_PPI:
        raise ValueError(f"pictures have {SMALLEST_PPI} to {LARGEST_PPI} pixels per inch")
    if (places or show_boxes) and to == "docx":
        raise ValueError("a Word file has no pages until a program opens it: no places are known")
    return Wanted(
        to,
        engine,
        force,
        Path(template) if template is not None else None,
        tuple(Path(each) for each in font_paths),
        ppi,
        split,
        signed_at,
        per_recipient,
        places,
        show_boxes,
    )
