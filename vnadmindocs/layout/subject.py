"""Ô 5a and 5b: type name and trích yếu of a typed document; ``V/v`` of a công văn."""

from __future__ import annotations

import re
from functools import cache

from vnadmindocs.law.wording import wording, wordings
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import Block, Element
from vnadmindocs.layout.sheet import centered_rule, lines_paragraph
from vnadmindocs.pattern import compiled
from vnadmindocs.record.document import Document
from vnadmindocs.record.document_type import FORM
from vnadmindocs.record.fields import State

_DISPATCH_BOX = "5b"


def is_dispatch_subject(record: Document) -> bool:
    """Tell whether the trích yếu stands under the number (ô 5b) instead of under the type name."""
    law = record.type.law
    return law is not None and law.subject_box == _DISPATCH_BOX


def dispatch_subject_element(context: PartContext) -> Element | None:
    """Lay out ``V/v …`` in the left column; None when there is no trích yếu to print."""
    subject = context.record.subject
    if subject is None or subject is State.OMITTED:
        return None
    words = without_prefix(subject) if isinstance(subject, str) else ""
    sheet = context.sheet
    text = f"{wording('dispatch_subject.prefix')} {words}"
    lines = sheet.printed(text, "dispatch_subject", sheet.header_lines_mm)
    return Element("dispatch_subject", "5b", (lines_paragraph("dispatch_subject", lines),))


def title_element(context: PartContext) -> Element | None:
    """Lay out type name, trích yếu and the short rule; None when the type prints none of them."""
    record, sheet = context.record, context.sheet
    blocks: list[Block] = []
    name = printed_type_name(record)
    # A công văn prints no type name, so what stands in the middle is its trích yếu alone.
    subject = None if is_dispatch_subject(record) else record.subject
    if name:
        lines = sheet.balanced(name, "type_name", sheet.width_mm)
        blocks.append(lines_paragraph("type_name", lines))
    under, longest = "type_name", sheet.longest(lines, "type_name") if name else 0.0
    if subject is not None and subject is not State.OMITTED:
        words = subject if isinstance(subject, str) else ""
        lines = sheet.printed(words, "subject", sheet.width_mm)
        blocks.append(lines_paragraph("subject", lines))
        under, longest = "subject", sheet.longest(lines, "subject") or longest
    if not blocks:
        return None
    law = record.type.law
    if law is None or law.subject_rule:
        length = longest * sheet.norms["rule.subject.ratio"].use
        blocks.append(centered_rule(under, length, sheet.width_mm, keep_next=True))
    return Element("title", "5a", tuple(blocks))


def printed_type_name(record: Document) -> str:
    """Give the type name as printed; "" for a công văn and for a name left out.

    A form to fill in has no name but the one that is written.
    """
    if record.title is not None:
        return record.title if isinstance(record.title, str) else ""
    if record.type == FORM:
        return ""
    law = record.type.law
    return law.printed if law is not None else record.type.words.upper()


def without_prefix(subject: str) -> str:
    """Take ``V/v`` or ``Về việc`` off the words of a công văn's trích yếu."""
    found = _prefix().match(subject)
    return subject[found.end() :] if found else subject


@cache
def _prefix() -> re.Pattern[str]:
    spellings = sorted(wordings()["dispatch_subject.prefix"].accepted, key=len, reverse=True)
    words = "|".join(re.escape(spelling.rstrip(":")) for spelling in spellings)
    return compiled(rf"\s*(?:{words})\s*:?\s+", re.IGNORECASE)
