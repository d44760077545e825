"""What a user may want of a rendering."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from vnadmindocs.values import dataclass

if TYPE_CHECKING:
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
        signed_at: when the document was signed, for the information box of what is split off.
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
