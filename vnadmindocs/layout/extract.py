"""An extract: the document with its components, and of its body the parts that are copied alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from vnadmindocs.layout.appendix import appendix_labels
from vnadmindocs.layout.document import norms_of_record
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.sheet import sheet_of
from vnadmindocs.notation.block import Body
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Document
from vnadmindocs.record.extract import MAIN, Passage, extract_of
from vnadmindocs.record.fields import State

Blocks = frozenset[int] | None


def extracted(record: Document, passages: tuple[Passage, ...] | State | None) -> Document:
    """Give a document of which only these parts are left, each in its own words and numbers.

    Its other components stay as they are (Đ.25.3). Where parts of attached documents alone are
    named, the document that issues them keeps its body; an appendix keeps its number.

    Args:
        record: the whole document.
        passages: the parts; nothing for the whole of it.
    """
    if not isinstance(passages, tuple):
        return record
    blocks = extract_of(record, passages).blocks
    update: dict[str, Any] = {"appendices": _appendices(record, blocks)}
    if MAIN in blocks or not blocks:
        update["body"] = _body(record.body, blocks.get(MAIN, frozenset()))
    return record.model_copy(update=update)


def _appendices(record: Document, blocks: Mapping[int, Blocks]) -> Sequence[Document]:
    appendices = record.appendices
    if not isinstance(appendices, tuple):
        return ()
    context = PartContext(record, sheet_of(norms_of_record(record)), record)
    kept = []
    for at, label in enumerate(appendix_labels(context, appendices)):
        if at not in blocks:
            continue
        update: dict[str, Any] = {"body": _body(appendices[at].body, blocks[at])}
        if label:
            update |= {"label": label, "title": None}
        kept.append(appendices[at].model_copy(update=update))
    return tuple(kept)


def _body(body: RecordBody | State | None, blocks: Blocks) -> RecordBody | State | None:
    if blocks is None or not isinstance(body, RecordBody):
        return body
    whole = body.body
    taken = tuple(block for index, block in enumerate(whole.blocks) if index in blocks)
    return replace(body, body=Body(taken, whole.footnotes), whole=whole)
