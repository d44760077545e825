"""How the elements of a document look beside their size, and where the diagram puts them.

``data/looks.toml``, ``data/positions.toml`` -> ``Look``, ``Position``. Sizes and lengths are norms
(``vnadmindocs.law.norms``). Styles and the rule of capitals read the looks; the places of ô on a
page are named as the positions are.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from vnadmindocs.diagnostics.model import Text
from vnadmindocs.law.tables import read_table
from vnadmindocs.values import dataclass

_DIAGRAMS = ("PL1·P1·IV", "PL1·P2·II.3")  # of a document, and of the block of a copy


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one role.

    Attributes:
        case: ``upper``, ``lower`` (ordinary writing), ``name`` (initials of a name upper); "" for
            what is no text.
        align: "" where the decree does not say and its forms differ.
        body_indent: the first line is indented as in the body.
        color: ``black``, ``blue`` or ``red``.
        reason: one sentence where the look is not simply the decree's.
    """

    role: str
    case: Literal["upper", "lower", "name", ""]
    bold: bool
    italic: bool
    align: Literal["left", "right", "center", "justify", ""]
    body_indent: bool
    color: str
    locator: str
    confidence: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """A box (ô) of the diagram of a document, PL1·P1·IV, or of that of a copy, PL1·P2·II.3.

    Attributes:
        box: number as the decree writes it, ``5a``; with an S before it in the diagram of a copy.
        row: ``margin`` (inside the top margin), ``header``, ``title``, ``body``, ``closing``,
            ``foot``, or ``copy``.
        across: from where to where, as shares of the text width, measured in the diagram.
    """

    box: str
    name: Text
    row: str
    across: tuple[float, float]
    locator: str
    confidence: str = "obs"


@cache
def looks() -> Mapping[str, Look]:
    """Load the look of every role, by role."""
    return {
        role: Look(
            role=role,
            case=row["case"],
            bold=row.get("bold", False),
            italic=row.get("italic", False),
            align=row["align"],
            body_indent=row.get("indent") == "body",
            color=row.get("color", "black"),
            locator=row["at"],
            confidence=row["sure"],
            reason=row.get("why", ""),
        )
        for role, row in read_table("looks.toml").items()
    }


@cache
def positions() -> Mapping[str, Position]:
    """Load the boxes of the diagram, by number."""
    return {
        box: Position(
            box=box,
            name=Text(vi=row["vi"], en=row["en"]),
            row=row["row"],
            across=(row["across"][0], row["across"][1]),
            locator=_DIAGRAMS[row["row"] == "copy"],
        )
        for box, row in read_table("positions.toml").items()
    }
