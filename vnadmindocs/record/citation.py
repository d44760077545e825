"""A citation in fields: the tool words it as the decree asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.notation.citation import Citation as CitationValue
from vnadmindocs.notation.citation import parse_citation
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.notation.locators import read_locators
from vnadmindocs.record.date import read_date
from vnadmindocs.record.fields import (
    Line,
    Lines,
    Reads,
    RecordModel,
    State,
    TextInput,
    line_of,
)

UNREADABLE_PLACES = "CIT008"


def _read_places(value: object) -> str:
    """Read places inside a text; they stay as written.

    Raises:
        UnreadableError: CIT008, they are not places such as ``điểm a khoản 2 Điều 103``.
    """
    words = line_of(value)
    _, end = read_locators(words)
    if end < len(words):
        raise UnreadableError(
            Fault(UNREADABLE_PLACES, column=end, length=len(words) - end, facts={"found": words})
        )
    return words


if TYPE_CHECKING:
    from vnadmindocs.law.register import LegalText


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
    issuer_note: Line = None
    subject: Line = None
    note: Line = None
    locators: Annotated[str | State | None, Reads(_read_places, TextInput)] = None
    amended_by: Lines = None

    @classmethod
    def of_text(cls, text: LegalText) -> Citation:
        """Make the fields of a text of the register, those it is cited by."""
        written = {
            "type": text.type,
            "number": text.number,
            "date": text.date,
            "issuer": "" if text.by_name else text.issuer,
            "subject": text.subject,
        }
        return cls.from_values({name: value for name, value in written.items() if value})

    @property
    def value(self) -> CitationValue:
        """The citation as a value of the notation floor; gaps are empty."""
        return CitationValue(
            type=_given(self.type),
            number=_given(self.number),
            date=self.date if isinstance(self.date, PartialDate) else PartialDate(),
            issuer=_given(self.issuer),
            issuer_note=_given(self.issuer_note),
            subject=_given(self.subject),
            note=_given(self.note),
            locators=read_locators(_given(self.locators))[0],
            amended_by=tuple(map(_amending, _given(self.amended_by).split("\n")))
            if _given(self.amended_by)
            else (),
            partly=bool(_given(self.amended_by)),
        )


def _given(value: object) -> str:
    return value if isinstance(value, str) else ""


def _amending(words: str) -> CitationValue:
    """Read a text that amended another; words that are no citation are printed as they stand."""
    text = words.strip(" ;.")
    return parse_citation(text) or CitationValue(type=text)
