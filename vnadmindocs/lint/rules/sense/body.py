"""Rules about what the body places: named tables, images and footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.body import BlockKind
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Document

_DECLARED = ("body", "tables", "images")


@rule("BDY030", needs=_DECLARED)
def placed_and_not_declared(record: Document) -> Iterator[Fault]:
    """Find a {bảng: tên} or {hình: tên} whose name nothing declares."""
    body = record.body
    if not isinstance(body, RecordBody):
        return
    declared = {
        BlockKind.TABLE: {*body.tables, *_names(record.tables)},
        BlockKind.IMAGE: {*body.images, *_names(record.images)},
    }
    for block in body.body.blocks:
        if block.kind in declared and block.name not in declared[block.kind]:
            path, line = body.place_of(block.line)
            yield Fault(
                "BDY030",
                line=line,
                column=block.column,
                facts={"found": block.name},
                path=("body", *path),
            )


@rule("BDY031", needs=_DECLARED)
def declared_and_not_placed(record: Document) -> Iterator[Fault]:
    """Find a named table or image that the body never places: it would be lost."""
    body = record.body
    placed = {block.name for block in body.body.blocks} if isinstance(body, RecordBody) else set()
    for field in ("tables", "images"):
        for name in _names(getattr(record, field)):
            if name not in placed:
                yield Fault("BDY031", facts={"found": name}, path=(field, name))


def _names(declared: object) -> tuple[str, ...]:
    return tuple(declared) if isinstance(declared, Mapping) else ()
