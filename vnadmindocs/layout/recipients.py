"""Ô 9b: Nơi nhận, one a line, some joined by a side bracket; the filing line last.

A record that names no recipients gets those its type has by custom; a written list gets nothing
but the filing line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from vnadmindocs.fonts.metrics import LINE_PITCH_EM
from vnadmindocs.law.wording import wording
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import Block, Element, Grid, GridRow, Paragraph, Run
from vnadmindocs.layout.sheet import Sheet
from vnadmindocs.notation.recipients import (
    Recipient,
    RecipientGroup,
    Recipients,
    as_article,
    print_archive,
)
from vnadmindocs.record.addressees import Addressees
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.fields import State
from vnadmindocs.record.named_lists import expanded
from vnadmindocs.record.printed_number import drafting_unit
from vnadmindocs.values import dataclass

_AS_ARTICLE = "Như Điều"

Item = str | RecipientGroup


@dataclass(frozen=True, slots=True)
class RecipientBlock:
    """One item of the list laid out.

    Attributes:
        height_pt: how high it stands.
        width_mm: how wide it would be on one line; 0 where that does not matter.
    """

    block: Block | Grid
    height_pt: float
    width_mm: float = 0.0


def recipient_blocks(
    context: PartContext, items: Sequence[Item], width: float
) -> tuple[RecipientBlock, ...]:
    """Lay out the label and every item in order, in a column; () when there is nothing to print.

    Drafter's symbol and number of copies stand under the last item, or alone.
    """
    sheet = context.sheet
    blocks = [_label(sheet)] if items else []
    last = len(items) - 1
    for index, item in enumerate(items):
        mark = wording("recipient.mark" if index < last else "recipient.last_mark")
        if isinstance(item, RecipientGroup):
            blocks.append(_group(sheet, item, mark, width))
        else:
            blocks.append(_line(sheet, item, mark, width))
    drafter = _drafter(context)
    if drafter:
        pitch = sheet.styles["drafter"].size_pt * LINE_PITCH_EM
        blocks.append(
            RecipientBlock(Paragraph("drafter", ((Run(drafter),),), align="right"), pitch)
        )
    return tuple(blocks)


def recipients_element(blocks: Sequence[RecipientBlock]) -> Element:
    """Make the element of some items of the list."""
    return Element("recipients", "9b", tuple([each.block for each in blocks]))


def recipient_items(context: PartContext) -> list[Item]:
    """Give what the list prints, marks left out; [] when it is not printed."""
    record = context.record
    written = record.recipients
    items: list[Item] = []
    archived = False
    if isinstance(written, Recipients):
        found = expanded(written.items, context.issuers)
        items += [_printed(context, item) for item in found]
        archived = Recipients(found).archive_line is not None
    elif written is None and not context.path:
        items += _customary(context)
    elif written is State.GAP:
        items.append("")
    if not archived:
        archive = _archive(context)
        if archive:
            items.append(print_archive(archive))
    if written is None and items and not context.path:
        context.used_default("recipients")
    return items


def _printed(context: PartContext, item: Recipient | RecipientGroup) -> Item:
    """Give what an item prints; ``Như Điều`` without a number takes that of the last Điều."""
    if isinstance(item, RecipientGroup):
        return item
    if item.asks_article and (number := _last_article(context)):
        return as_article(item.words, number)
    return item.words


def _customary(context: PartContext) -> Iterator[str]:
    """Yield the first recipient that documents of this type have."""
    record = context.record
    law = record.type.law
    first = law.first_recipient if law else ""
    if first == _AS_ARTICLE:
        number = _last_article(context)
        if number:
            yield wording("recipients.as_article").format(n=number)
    # A giấy giới thiệu names its addressee in the body; a báo cáo may have none at all.
    elif first and law and (law.addressees == "none" or isinstance(record.addressees, Addressees)):
        yield wording("recipients.as_above")


def _last_article(context: PartContext) -> str:
    body = context.record.body
    return body.last_article if isinstance(body, RecordBody) else ""


def _archive(context: PartContext) -> str:
    """Give what follows ``Lưu:``; "" when the line is not printed."""
    record = context.record
    written = record.archive
    if isinstance(written, str):
        return written
    if written is State.GAP:
        return wording("recipients.archive_gap")
    # Left out with the whole list; an appendix has the line only where it is written.
    if written is State.OMITTED or record.recipients is State.OMITTED or context.path:
        return ""
    law = record.type.law
    if law is not None and not law.has_recipients and record.recipients is None:
        return ""
    place = law.archive if law else wording("recipients.archive_office")
    unit = drafting_unit(context.issuers)
    context.used_default("archive")
    separator = f"{wording('recipients.archive_separator')} "
    return separator.join(part for part in (place, unit) if part)


def _label(sheet: Sheet) -> RecipientBlock:
    kept = sheet.made.get("recipients_label")
    if isinstance(kept, RecipientBlock):
        return kept
    style = sheet.styles["recipients_label"]
    made = RecipientBlock(
        Paragraph("recipients_label", ((Run(wording("recipients.label")),),)),
        style.before_pt + style.size_pt * LINE_PITCH_EM,
    )
    sheet.made["recipients_label"] = made
    return made


@lru_cache(maxsize=512)
def _line(sheet: Sheet, words: str, mark: str, width: float) -> RecipientBlock:
    pitch = _pitch(sheet)
    if not words:
        return RecipientBlock(Paragraph("recipient", ((),)), pitch)
    text = f"{wording('list.dash')} {words}{mark}"
    whole = sheet.measure(text, "recipient")
    lines = 1 if whole <= width else len(sheet.wrapped(text, "recipient", width))
    return RecipientBlock(Paragraph("recipient", ((Run(text),),)), pitch * lines, whole)


@lru_cache(maxsize=256)
def _group(sheet: Sheet, group: RecipientGroup, mark: str, width: float) -> RecipientBlock:
    """Lay out recipients beside the bracket that joins them; they never part at a page's end."""
    dash, inner = wording("list.dash"), wording("recipient.mark")
    texts = [f"{dash} {member.words}{inner}" for member in group.members]
    purpose = f"{group.purpose}{mark}"
    space = sheet.measure(" ", "recipient_purpose")
    bracket = sheet.norms["table.cell_padding"].use
    beside = bracket + space + sheet.measure(f"{purpose} ", "recipient_purpose")
    whole = sheet.longest(texts, "recipient") + space
    # The bracket stands beside its longest member, and leaves its purpose room on one line.
    left = min(whole, max(width - beside, width / 2))
    lines = sum(len(sheet.wrapped(text, "recipient", left)) for text in texts)
    cells = (
        tuple([Paragraph("recipient", ((Run(text),),)) for text in texts]),
        (),
        (Paragraph("recipient_purpose", ((Run(purpose),),), left_mm=space),),
    )
    row = GridRow(
        tuple([(Element("recipients", "9b", blocks),) if blocks else () for blocks in cells])
    )
    grid = Grid("bracket", (left, bracket, width - left - bracket), (row,), bracket_column=1)
    return RecipientBlock(grid, _pitch(sheet) * lines, whole + beside)


def _pitch(sheet: Sheet) -> float:
    return sheet.styles["recipient"].size_pt * LINE_PITCH_EM


def _drafter(context: PartContext) -> str:
    """Give ô 12, drafter's symbol and number of copies: ``PL.(300)``; "" when it has neither."""
    record = context.record
    symbol = record.drafter if isinstance(record.drafter, str) else ""
    count = record.copies if isinstance(record.copies, str) else ""
    if symbol and count:
        return wording("drafter.pattern").format(symbol=symbol, count=count)
    return symbol or (f"({count})" if count else "")
