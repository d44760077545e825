"""The grounds (ô 6), one a line, and the enacting word after them."""

from __future__ import annotations

from vnadmindocs.law.wording import wording
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import Element, Paragraph, Run
from vnadmindocs.layout.sheet import lines_paragraph
from vnadmindocs.notation.legal_basis import parse_proposal
from vnadmindocs.record.fields import State
from vnadmindocs.record.legal_bases import LegalBases


def legal_bases_element(context: PartContext) -> Element | None:
    """Lay out the grounds, the proposal last of them; each ends ``;`` and the last ``.``."""
    record = context.record
    printed: list[str] = []
    enacting: list[str] = []
    if isinstance(record.legal_bases, LegalBases):
        items = record.legal_bases.items
        printed += [basis.printed for basis in items]
        # «Ủy ban nhân dân tỉnh ban hành Quyết định …» closes the grounds, the proposal before it.
        if items and items[-1].enacting:
            enacting.append(printed.pop())
    elif record.legal_bases is State.GAP:
        printed.append("")
    if isinstance(record.proposal, str):
        printed.append(parse_proposal(record.proposal).printed)
    elif record.proposal is State.GAP:
        gap = wording("legal_basis.proposal_gap")
        printed.append(f"{wording('legal_basis.proposal')} {gap}")
    printed += enacting
    if not printed:
        return None
    mark, last_mark = wording("legal_basis.mark"), wording("legal_basis.last_mark")
    last = len(printed) - 1
    return Element(
        "legal_bases",
        "6",
        tuple(
            [
                Paragraph(
                    "legal_basis",
                    ((Run(words + (mark if index < last else last_mark)),) if words else (),),
                )
                for index, words in enumerate(printed)
            ]
        ),
    )


def decision_word_element(context: PartContext) -> Element | None:
    """Lay out ``QUYẾT ĐỊNH:`` or ``QUYẾT NGHỊ:``; None for types that have no enacting word."""
    law = context.record.type.law
    if law is None or not law.decision_word:
        return None
    return Element("decision_word", "6", (lines_paragraph("decision_word", (law.decision_word,)),))
