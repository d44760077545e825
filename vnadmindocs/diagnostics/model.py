"""The one type of finding, and the places it points to.

A fault of the user is a Diagnostic, never an exception; all faults of a file come out together.
Sentences, hints and locators are data (``diagnostics/data/*.toml``); code gives the code, the
place and the facts that fill the sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import IntEnum

from vnadmindocs.values import dataclass


class Severity(IntEnum):
    """How much a finding weighs; larger is worse."""

    HINT = 1  # custom
    WARNING = 2  # departs from the decree's forms, or from sense
    ERROR = 3  # departs from a value the decree fixes
    FATAL = 4  # cannot be read, or cannot be printed truly


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages of the product."""

    vi: str
    en: str

    def in_language(self, language: str) -> str:
        """Give the sentence in ``vi`` or ``en``."""
        return self.en if language == "en" else self.vi


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file.

    Lines and columns count from 1, columns in code points; 0 means unknown. ``end_column`` is the
    column after the last one meant. ``anchor`` names the place without lines, such as
    ``/nơi nhận/2`` in a record or ``đoạn 12`` in a document.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    end_column: int = 0
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to the same finding, and what it is."""

    place: Place
    message: Text


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, complete: what, where, what to do, and by which clause.

    Attributes:
        code: family and number, such as ``SIG002``; never reused.
        hint: what to do about it; None where the message says it all.
        locator: shorthand of the decree's clause (see ``vnadmindocs.locator``); "" where the
            decree does not speak.
        source_line: the text of the line of ``place``, for the caret; "" when not at hand.
    """

    code: str
    severity: Severity
    place: Place
    message: Text
    hint: Text | None = None
    locator: str = ""
    related: tuple[Related, ...] = ()
    source_line: str = ""
    facts: Mapping[str, object] = field(default_factory=dict, compare=False)
