"""A citation in fields: the tool words it as the decree asks."""

from __future__ import annotations

from typing import Annotated, ClassVar

from vnadmindocs.notation.citation import Citation as CitationValue
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.record.date import read_date
from vnadmindocs.record.fields import Line, Reads, RecordModel, State, TextInput


class Citation(RecordModel):
    """The fields of a cited text, in the order the decree prints them (PL1·P1·II.6.a)."""

    vocabulary: ClassVar[str] = "citation"

    type: Line
    number: Line = None
    date: Annotated[
        PartialDate | State | None,
        Reads(read_date, TextInput),
    ] = None
    issuer: Line = None
    subject: Line = None

    @property
    def value(self) -> CitationValue:
        """The citation as a value of the notation floor; gaps are empty."""
        return CitationValue(
            type=_given(self.type),
            number=_given(self.number),
            date=self.date if isinstance(self.date, PartialDate) else PartialDate(),
            issuer=_given(self.issuer),
            subject=_given(self.subject),
        )


def _given(value: object) -> str:
    return value if isinstance(value, str) else ""
