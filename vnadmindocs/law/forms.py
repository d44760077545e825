"""The lines that forms of their own word from fields, in the order printed (PL3·1.7 to 1.10).

``data/forms.toml`` -> ``FormLine``. Its words are a phrase of ``wording.toml`` under the same name.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from functools import cache
from typing import Literal

from vnadmindocs.law.tables import read_table
from vnadmindocs.law.wording import wording
from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class FormLine:
    """One line of a form.

    Attributes:
        name: name of the line, and of its field where ``of`` names none.
        kind: ``label`` before what a field says, ``sentence`` around fields, ``list``,
            ``parties`` of a contract, or ``words`` that are printed whenever the form is worded.
        of: the field that says whether the line is printed; "" for words without a field.
        role: ``paragraph`` as in the body, ``centered``, ``continued`` without the indent of a
            paragraph, ``salutation`` in bold.
        after: whether it stands after the body.
        asked: patterns of what a body says that has the line in its own words; () where the line
            may be missing.
        locator: where the decree asks for it.
    """

    form: str
    name: str
    kind: Literal["label", "sentence", "list", "parties", "words"]
    of: str
    locator: str
    role: str = "paragraph"
    after: bool = False
    asked: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What is printed, with ``{names}`` for what is filled in."""
        return wording(f"{self.form}.{self.name}")

    @property
    def names(self) -> tuple[str, ...]:
        """What the words are filled in with."""
        return tuple(name for _, name, _, _ in string.Formatter().parse(self.words) if name)


@cache
def forms() -> Mapping[str, tuple[FormLine, ...]]:
    """Give the lines of every form, by its name."""
    return {
        form: tuple(
            FormLine(
                form,
                name,
                row["kind"],
                row.get("of", name),
                row["at"],
                row.get("role", "paragraph"),
                row.get("after", False),
                tuple(row.get("asked", ())),
            )
            for name, row in lines.items()
        )
        for form, lines in read_table("forms.toml").items()
    }
