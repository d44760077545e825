"""The words every document prints: Quốc hiệu, «Nơi nhận:», patterns of dates, gaps.

``data/wording.toml`` -> text. A gap (number or day not yet given) is a run of no-break spaces.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from vnadmindocs.law.tables import read_table
from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """A phrase printed as it stands.

    Attributes:
        text: what is printed; ``{names}`` are filled in.
        also: other spellings accepted when a document is checked.
        locator: where the decree says so; "" where it does not speak.
        confidence: as in ``vnadmindocs.law.norms.Norm``.
        reason: one sentence where the phrase is not simply the decree's.
    """

    key: str
    text: str
    locator: str
    confidence: str
    also: tuple[str, ...] = ()
    reason: str = ""

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every spelling accepted when checking, the printed one first."""
        return (self.text, *self.also)


def wording(key: str) -> str:
    """Give the text of a phrase, such as ``wording("recipients.label")``.

    Raises:
        KeyError: there is no such phrase: a bug of ours.
    """
    return wordings()[key].text


@cache
def wordings() -> Mapping[str, Wording]:
    """Load every phrase, by key."""
    raw = read_table("wording.toml")
    return {
        key: Wording(
            key=key,
            text=row["text"],
            locator=row["at"],
            confidence=row["sure"],
            also=tuple(row.get("also", ())),
            reason=row.get("why", ""),
        )
        for key, row in raw.items()
    }
