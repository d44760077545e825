"""Appendices and attached documents: parts of their own, each with its own page numbers.

An appendix has a label, a title and the line «(Kèm theo …)» (PL1·P1·III.1); an attached document
has its type name in place of the label, and under the decision that issues it the head of form
PL3·1.3. A form to fill in has its label above whatever head it has itself. Number, date, signature
and recipients print only where written.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from vnadmindocs.language.text import capitalized
from vnadmindocs.law.wording import wording
from vnadmindocs.layout.header import has_header
from vnadmindocs.layout.issuer_names import issuer_names
from vnadmindocs.layout.orientation import lies_across
from vnadmindocs.layout.part import part_elements, part_section
from vnadmindocs.layout.part_context import PartContext, issuers_of
from vnadmindocs.layout.section import LANDSCAPE, page_of
from vnadmindocs.layout.shape import Attachment, Block, Element, Part
from vnadmindocs.layout.sheet import centered_rule, lines_paragraph, sheet_of
from vnadmindocs.layout.signature import GAP
from vnadmindocs.layout.styles import TemplateMeasures
from vnadmindocs.layout.subject import is_dispatch_subject, printed_type_name
from vnadmindocs.layout.tables import Measured
from vnadmindocs.notation.date import PartialDate, print_date
from vnadmindocs.notation.symbol import Number, print_number
from vnadmindocs.record.appendix_labels import printed_labels
from vnadmindocs.record.attached_file import AttachedFile
from vnadmindocs.record.document import Document
from vnadmindocs.record.document_type import APPENDIX, FORM
from vnadmindocs.record.fields import State
from vnadmindocs.record.printed_number import number_of

_ELECTRONIC = "electronic"


def appendix_parts(context: PartContext, template: TemplateMeasures | None) -> tuple[Part, ...]:
    """Lay out the appendices of a record in order, those of an appendix right after it."""
    appendices = context.record.appendices
    if not isinstance(appendices, tuple):
        return ()
    labels = appendix_labels(context, appendices)
    parts: list[Part] = []
    for index, (record, label) in enumerate(zip(appendices, labels, strict=True)):
        norms = context.sheet.norms
        sheet = sheet_of(norms, template, landscape=record.orientation == LANDSCAPE)
        measured: Measured = {}
        if lies_across(record, sheet, measured):
            sheet = sheet_of(norms, template, landscape=True)
        inner = PartContext(
            record,
            sheet,
            context.main,
            f"{context.path}/appendices/{index}".lstrip("/"),
            context.footnotes,
            context.defaults,
            context.record,
            context.narrow,
            measured,
        )
        parts.append(_part(inner, label))
        parts += appendix_parts(inner, template)
    return tuple(parts)


def appendix_labels(context: PartContext, appendices: Sequence[Document]) -> tuple[str, ...]:
    """Give the printed label of each appendix; "" for an attached document or one left out."""
    return printed_labels(appendices, int(context.sheet.norms["appendix.numbered_from"].use))


def reference_line(context: PartContext) -> str:
    """Give ``(Kèm theo Quyết định số … ngày … của …)``; "" when the record leaves it out.

    An electronic document leaves number and date blank (PL1·P1·III.1.c), and so does «kèm theo»
    left empty. A form inside an appendix has none: it stands on the appendix.
    """
    record, parent = context.record, context.parent
    written = record.reference
    if isinstance(written, str):
        return written
    if written is State.OMITTED:
        return ""
    if written is None and record.type == FORM and parent is not None and _is_appendix(parent):
        return ""
    if written is None:
        context.used_default("reference")
    main = context.main
    issuers = issuers_of(main)
    number, date = number_of(main, issuers), PartialDate()
    if main.issue == _ELECTRONIC or written is State.GAP:
        number = Number(wording("appendix.reference_number_gap"))
    elif isinstance(main.date, PartialDate):
        date = main.date
    law = main.type.law
    pattern = wording("appendix.reference").replace(wording("date.pattern"), "{date}")
    return pattern.format(
        type=capitalized(law.name.vi) if law else wording("appendix.reference_type"),
        number=print_number(number, label=False),
        date=print_date(date),
        issuer=issuer_names(issuers),
    )


def _part(context: PartContext, label: str) -> Part:
    record = context.record
    kind: Literal["appendix", "attached"] = "appendix" if _is_appendix(record) else "attached"
    subject = record.subject if isinstance(record.subject, str) else ""
    names = (label,) if kind == "appendix" else (label, printed_type_name(record))
    title = " ".join(" ".join((*names, subject)).split())
    section = part_section(context)
    if isinstance(record.file, AttachedFile):
        return _attached(context, record.file, kind, label, title)
    head = _head(context, label)
    if record.type == FORM:
        return Part(kind, section, part_elements(context, _form_title(context), head), title)
    return Part(kind, section, part_elements(context, head), title)


def _attached(
    context: PartContext,
    file: AttachedFile,
    kind: Literal["appendix", "attached"],
    label: str,
    title: str,
) -> Part:
    """Make the part of a PDF: its first page is the sheet that a stamp is laid out on."""
    page = page_of(context.sheet.section, file.width_mm, file.height_mm)
    stamp: tuple[Element, ...] = ()
    if isinstance(context.record.stamp, str):
        head = _head(context, label, page.text_width_mm)
        stamp = (head,) if head is not None else ()
    attachment = Attachment(file.path, file.written, f"{context.path}/file", stamp)
    return Part(kind, page, (), title, attachment)


def _head(context: PartContext, label: str, width: float = 0.0) -> Element | None:
    """Lay out label or type name, title, reference line and the short rule.

    Args:
        context: the part.
        label: what is printed in the place of the label.
        width: width of the lines in mm; 0 is the width between the margins of the sheet.
    """
    record, sheet = context.record, context.sheet
    width = width or sheet.width_mm
    blocks: list[Block] = []
    roles = ("appendix_label", "appendix_title")
    name = label
    if record.type not in (APPENDIX, FORM):
        roles = ("type_name", "subject")
        name = printed_type_name(record)
    subject = record.subject if isinstance(record.subject, str) else ""
    if record.type == FORM or (is_dispatch_subject(record) and has_header(context)):
        subject = ""  # it stands in the head of its own
    longest = 0.0
    for role, text in (
        (roles[0], name),
        (roles[1], subject),
        ("appendix_reference", reference_line(context)),
    ):
        if text:
            lines = sheet.printed(text, role, width)
            blocks.append(lines_paragraph(role, lines))
            longest, under = sheet.longest(lines, role), role
    if not blocks:
        return None
    if record.type == FORM:
        apart = (GAP,) if has_header(context) else ()
        return Element("appendix_head", "", (*blocks, *apart))
    length = longest * sheet.norms["rule.appendix.ratio"].use
    blocks.append(centered_rule(under, length, width, keep_next=True))
    return Element("appendix_head", "", tuple(blocks))


def _form_title(context: PartContext) -> Element | None:
    """Lay out name and trích yếu of a form, without a rule; its label is what an outline names."""
    record, sheet = context.record, context.sheet
    blocks: list[Block] = []
    for role, text in (
        ("appendix_title", printed_type_name(record)),
        ("subject", record.subject if isinstance(record.subject, str) else ""),
    ):
        if text:
            lines = sheet.printed(text, role, sheet.width_mm)
            blocks.append(lines_paragraph(role, lines))
    return Element("title", "5a", (GAP, *blocks)) if blocks else None


def _is_appendix(record: Document) -> bool:
    return record.type == APPENDIX
