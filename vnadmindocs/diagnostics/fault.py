"""What the parsers of written forms find, placed relative to the text they were given.

The record floor adds file, line and column; see ``vnadmindocs.record.placing``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Something to report about a text.

    Attributes:
        code: code in the catalogue of findings.
        line: line of the text, from 0.
        column: code point in that line, from 0.
        length: how many code points are meant; 0 means to the end of the line.
        facts: what fills the sentence.
        path: keys and indexes from the value parsed down to the text meant, for values that hold
            several texts.
        of_key: the key is meant, not what is written under it.
    """

    code: str
    line: int = 0
    column: int = 0
    length: int = 0
    facts: Mapping[str, object] = field(default_factory=dict)
    path: tuple[str | int, ...] = ()
    of_key: bool = False

    def under(self, *path: str | int) -> Fault:
        """Give the same fault as seen from a value that holds this one at ``path``."""
        return replace(self, path=(*path, *self.path))


class UnreadableError(ValueError):
    """A text that must be computed with (date, number, name, table) could not be understood."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(", ".join(fault.code for fault in faults))
        self.faults = faults

    def __str__(self) -> str:
        """Say what is wrong in words, for the one who builds a record in Python."""
        from vnadmindocs.diagnostics.catalogue import stamp
        from vnadmindocs.diagnostics.model import Place

        sentences = []
        for fault in self.faults:
            message = stamp(fault.code, Place(), fault.facts).message.en
            where = "/".join(map(str, fault.path))
            sentences.append(f"{where and f'{where}: '}{fault.code}: {message}")
        return "; ".join(sentences)
