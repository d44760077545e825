"""Biên bản: when and where a meeting was, who was there, what was said (PL3·1.9)."""

from __future__ import annotations

from vnadmindocs.law.wording import wording, wordings
from vnadmindocs.notation.person import named_people
from vnadmindocs.notation.signature import SignatureBlock, SignatureLine, SignatureLineKind
from vnadmindocs.record.document_type import TypeField, type_name
from vnadmindocs.record.fields import Line, Lines
from vnadmindocs.record.form_document import FormDocument, ListField, MomentField


class Minutes(FormDocument):
    """Minutes of a meeting; chair and secretary sign them side by side."""

    vocabulary = "minutes"

    type: TypeField = type_name("biên bản")
    started: MomentField = None
    venue: Lines = None
    attendees: ListField = None
    chair: Lines = None
    secretary: Lines = None
    meeting: Line = None
    course: Line = None
    ended: MomentField = None

    @property
    def meeting_name(self) -> str:
        """What the minutes call the meeting: as written, or as the subject opens."""
        if isinstance(self.meeting, str):
            return self.meeting
        known = wordings()["minutes.meeting"].accepted
        subject = self.subject.lower() if isinstance(self.subject, str) else ""
        return next((name for name in known if name in subject), known[0])

    def own_signatures(self) -> tuple[SignatureBlock, ...]:
        """Give the blocks of chair and secretary, the chair as lead (PL3·1.9).

        Where several chair a meeting, or take its minutes, the first of each stand side by side.
        """
        if not self.is_worded:
            return ()
        chair, *other_chairs = _blocks("minutes.chair_signs", self.chair)
        secretary, *other_secretaries = _blocks("minutes.secretary_signs", self.secretary)
        return (chair, secretary, *other_chairs, *other_secretaries)


def _blocks(words: str, people: object) -> list[SignatureBlock]:
    names = named_people(people) if isinstance(people, str) else ()
    return [_block(words, name) for name in names or ("",)]


def _block(words: str, name: str) -> SignatureBlock:
    kinds = SignatureLineKind
    lines = [SignatureLine(kinds.AUTHORITY, wording(words)), SignatureLine(kinds.GAP)]
    if name:
        lines.append(SignatureLine(kinds.NAME, name))
    return SignatureBlock(tuple(lines))
