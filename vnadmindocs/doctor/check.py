"""One thing that was examined."""

from __future__ import annotations

from typing import Literal

from vnadmindocs.diagnostics.catalogue import stamp
from vnadmindocs.diagnostics.model import Diagnostic, Place, Severity, Text
from vnadmindocs.values import dataclass

State = Literal["ok", "note", "warning", "wrong"]


@dataclass(frozen=True, slots=True)
class Check:
    """What one look at the machine or the installation gave.

    Attributes:
        name: for programs, such as "face".
        title: what was looked at, in words.
        found: what is there.
        findings: what is to be said about it; none when all is well.
    """

    name: str
    title: Text
    found: Text
    findings: tuple[Diagnostic, ...] = ()

    @property
    def state(self) -> State:
        """Sum the findings up: an error or worse is "wrong", a hint is a "note"."""
        worst = max((each.severity for each in self.findings), default=None)
        if worst is None:
            return "ok"
        if worst >= Severity.ERROR:
            return "wrong"
        return "warning" if worst is Severity.WARNING else "note"

    @property
    def hint(self) -> Text | None:
        """What to do first; None when there is nothing to do."""
        return next((each.hint for each in self.findings if each.hint), None)


def finding(code: str, severity: Severity | None = None, **facts: object) -> Diagnostic:
    """Make a finding about the machine, which has no place in any file."""
    return stamp(code, Place(), facts, severity=severity)


def same(words: str) -> Text:
    """Give what is the same in both languages: names, versions, paths."""
    return Text(vi=words, en=words)


NOTHING = Text(vi="không có", en="none")
WELL = Text(vi="dùng được", en="in order")
"""A part that was looked at and has nothing of its own to show."""
