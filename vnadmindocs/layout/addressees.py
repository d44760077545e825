"""Ô 9a: Kính gửi, one addressee on the line of the label, several under its colon."""

from __future__ import annotations

from functools import lru_cache

from vnadmindocs.law.wording import wording
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import Element, Paragraph, Run
from vnadmindocs.layout.sheet import Sheet, lines_paragraph
from vnadmindocs.record.addressees import Addressees
from vnadmindocs.record.document import Document
from vnadmindocs.record.fields import State
from vnadmindocs.record.issuing_authority import derived_authority
from vnadmindocs.record.named_lists import expanded_addressees


def addressees_element(context: PartContext) -> Element | None:
    """Lay out Kính gửi; None when the record has none."""
    written = context.record.addressees
    if written is None or written is State.OMITTED:
        return None
    items: tuple[str, ...] = ()
    if isinstance(written, Addressees):
        items = tuple([words for words, _ in expanded_addressees(written, context.issuers)])
    label = wording("addressees.label")
    sheet = context.sheet
    if has_receivers_line(context.record):
        return _received_by(context, label, items)
    if len(items) > 1:
        paragraphs = (_label(sheet, label), *_several(sheet, label, items))
    else:
        paragraphs = (_one(sheet, label, items[0] if items else ""),)
    return Element("addressees", "9a", paragraphs)


def has_receivers_line(record: Document) -> bool:
    """Tell whether the addressees follow ``<thẩm quyền> điện:`` (PL3·1.6)."""
    law = record.type.law
    return law is not None and law.receivers_line


def _received_by(context: PartContext, label: str, items: tuple[str, ...]) -> Element:
    record = context.record
    written = record.issuing_authority
    if isinstance(written, str):
        authority = " ".join(written.split())
    else:
        # The body itself, where nobody knows who its head is (PL3·1.6, note 6).
        names = (issuer.printed_name for issuer in context.issuers)
        authority = derived_authority(record) or next(names, "")
        if authority:
            context.used_default("issuing_authority")
    line = wording("telegram.receivers").format(authority=authority)
    head = lines_paragraph(
        "centered",
        context.sheet.balanced(line, "centered", context.sheet.width_mm),
        keep_next=True,
    )
    return Element("addressees", "9a", (head, *_several(context.sheet, label, items)))


def _label(sheet: Sheet, label: str) -> Paragraph:
    return Paragraph("addressees", ((Run(label),),), keep_next=True)


def _one(sheet: Sheet, label: str, words: str) -> Paragraph:
    hanging = _measured(sheet, f"{label} ", "addressees")
    return Paragraph(
        "addressees",
        ((Run(f"{label} {words}"),),),
        left_mm=_indent(sheet) + hanging,
        first_indent_mm=-hanging,
    )


def _several(sheet: Sheet, label: str, items: tuple[str, ...]) -> tuple[Paragraph, ...]:
    dash = f"{wording('list.dash')} "
    hanging = _measured(sheet, dash, "addressee")
    # The dashes stand under the colon (PL1·P1·II.9.d).
    left = _indent(sheet) + _measured(sheet, label.rstrip(":"), "addressees") + hanging
    mark, last_mark = wording("addressee.mark"), wording("addressee.last_mark")
    last = len(items) - 1
    return tuple(
        [
            Paragraph(
                "addressee",
                ((Run(f"{dash}{words}{mark if index < last else last_mark}"),),),
                left_mm=left,
                first_indent_mm=-hanging,
            )
            for index, words in enumerate(items)
        ]
    )


def _indent(sheet: Sheet) -> float:
    return sheet.styles["addressees"].left_mm


@lru_cache(maxsize=64)
def _measured(sheet: Sheet, furniture: str, role: str) -> float:
    return sheet.measure(furniture, role)
