"""What is printed above an appendix: its label, counted where it has none of its own."""

from __future__ import annotations

from collections.abc import Sequence

from vnadmindocs.language.numerals import to_roman
from vnadmindocs.law.wording import wording
from vnadmindocs.record.document import Document
from vnadmindocs.record.document_type import APPENDIX, FORM
from vnadmindocs.record.fields import State


def printed_labels(appendices: Sequence[Document], numbered_from: int) -> tuple[str, ...]:
    """Give the printed label of each appendix; "" for an attached document or one left out.

    Appendices without a label of their own are counted in Roman numerals when there are several;
    forms are always counted, in Arabic digits.

    Args:
        appendices: those of one document.
        numbered_from: how many make several.
    """
    numbered = sum(is_counted(record) for record in appendices) >= numbered_from
    labels = []
    number = forms = 0
    for record in appendices:
        if record.type == FORM and record.label is None:
            forms += 1
            labels.append(wording("form.label").format(number=f"{forms:02}"))
        elif is_counted(record):
            number += 1
            name = record.title if isinstance(record.title, str) else wording("appendix")
            labels.append(f"{name} {to_roman(number)}" if numbered else name)
        else:
            labelled = record.type in (APPENDIX, FORM) and isinstance(record.label, str)
            labels.append(str(record.label) if labelled else "")
    return tuple(labels)


def is_counted(record: Document) -> bool:
    """Tell whether an appendix takes part in the counting: it has no label of its own."""
    unnamed = record.label is None and record.title is not State.OMITTED
    return unnamed and record.type == APPENDIX
