"""Rules about what the body places: named tables and images."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import closest
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.body import BlockKind
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Document
from vnadmindocs.record.fields import nearest
from vnadmindocs.terms import term

_DECLARED = ("body", "tables", "images")
_FIELDS = {BlockKind.TABLE: "tables", BlockKind.IMAGE: "images"}
_KINDS = {"tables": Text(vi="bảng", en="table"), "images": Text(vi="hình", en="image")}


@rule("BDY030", needs=_DECLARED, fatal=True)
def placed_and_not_declared(record: Document) -> Iterator[Fault]:
    """Find a {bảng: tên} or {hình: tên} whose name nothing declares."""
    body = record.body
    if not isinstance(body, RecordBody):
        return
    own = {BlockKind.TABLE: body.tables, BlockKind.IMAGE: body.images}
    for block in body.body.blocks:
        field = _FIELDS.get(block.kind)
        if field is None or block.name in own[block.kind]:
            continue
        declared = _names(getattr(record, field))
        if block.name in declared:
            continue
        path, line = body.place_of(block.line)
        known = term("document", field)
        facts = {
            "found": block.name,
            "kind": _KINDS[field],
            "field": Text(vi=known.vietnamese, en=known.english),
            "near": nearest(closest(block.name, declared)),
        }
        column = block.column
        yield Fault("BDY030", line=line, column=column, facts=facts, path=("body", *path))


@rule("BDY031", needs=_DECLARED)
def declared_and_not_placed(record: Document) -> Iterator[Fault]:
    """Find a named table or image that the body never places: it would be lost."""
    body = record.body
    blocks = body.body.blocks if isinstance(body, RecordBody) else ()
    placed = {(_FIELDS.get(block.kind), block.name) for block in blocks}
    for field, kind in _KINDS.items():
        for name in _names(getattr(record, field)):
            if (field, name) not in placed:
                titled = Text(vi=kind.vi.capitalize(), en=f"The {kind.en}")
                facts = {"found": name, "kind": titled, "mark": kind.vi}
                yield Fault("BDY031", facts=facts, path=(field, name), of_key=True)


def _names(declared: object) -> tuple[str, ...]:
    return tuple(declared) if isinstance(declared, Mapping) else ()
