"""Nội dung: a text, or a list of texts, tables and images, read as one body.

Counting goes on from one item of the list to the next; tables and images that stand as items get
names of their own (``#3`` for the fourth item), so the body has one way to place them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated

from pydantic_core.core_schema import ValidationInfo

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.notation.body import NO_SUCH_FOOTNOTE, Block, Body, BodyParser
from vnadmindocs.notation.body_print import print_body
from vnadmindocs.record.fields import (
    Reads,
    RecordModel,
    State,
    TextInput,
    nested,
    state_of,
    text_of,
)
from vnadmindocs.record.images import Image
from vnadmindocs.record.tables import Table
from vnadmindocs.record.yaml_text import Tree


class BodyItem(RecordModel):
    """A table or an image that stands as an item of the body's list."""

    table: Annotated[
        Table | State | None,
        Reads(lambda value, info: nested(Table, value, info.context), Table, with_info=True),
    ] = None
    image: Annotated[
        Image | State | None,
        Reads(lambda value, info: nested(Image, value, info.context), Image, with_info=True),
    ] = None


@dataclass(frozen=True, slots=True)
class RecordBody:
    """A body that was read, with the tables and images that stand in its list.

    Attributes:
        tables, images: by the name under which the body places them; «#3» for an item's own.
        starts: first line of each item of the list, in the numbering of the blocks; empty when
            the body is one text.
    """

    body: Body
    tables: Mapping[str, Table] = field(default_factory=dict)
    images: Mapping[str, Image] = field(default_factory=dict)
    starts: tuple[int, ...] = field(default=(), compare=False)
    faults: tuple[Fault, ...] = field(default=(), compare=False)

    def place_of(self, line: int) -> tuple[tuple[str | int, ...], int]:
        """Find the item, as a path from the body, and the line in it, of a line of a block."""
        return _place(self.starts, line)


def _place(starts: tuple[int, ...], line: int) -> tuple[tuple[str | int, ...], int]:
    if not starts:
        return (), line
    index = bisect_right(starts, line) - 1
    return (index,), line - starts[index]


def _read(value: object, info: ValidationInfo) -> RecordBody:
    if isinstance(value, RecordBody):
        return value
    if isinstance(value, Body):
        return RecordBody(value)
    parser = BodyParser()
    tables: dict[str, Table] = {}
    images: dict[str, Image] = {}
    starts: tuple[int, ...] = ()
    if isinstance(value, list | tuple):
        starts = _read_items(value, parser, tables, images, info.context)
    elif isinstance(value, Mapping):
        starts = _read_items([value], parser, tables, images, info.context)
    else:
        parser.feed(text_of(value))
    named = info.data.get("footnotes")
    for table in tables.values():
        parser.add_references(table.footnote_references)
    if isinstance(info.data.get("tables"), Mapping):
        for table in info.data["tables"].values():
            if isinstance(table, Table):
                parser.add_references(table.footnote_references)
    body = parser.finish()
    faults = tuple(
        replace(fault, path=path, line=line)
        for fault in body.faults
        for path, line in [_place(starts, fault.line)]
        if not _defined_elsewhere(fault, named)
    )
    faults += tuple(
        fault.under(int(name.removeprefix("#")), "table")
        for name, table in tables.items()
        for fault in table.faults
    )
    return RecordBody(body, tables, images, starts, faults)


def _defined_elsewhere(fault: Fault, named: object) -> bool:
    return (
        fault.code == NO_SUCH_FOOTNOTE
        and isinstance(named, Mapping)
        and fault.facts.get("name") in named
    )


def _read_items(
    items: list[object] | tuple[object, ...],
    parser: BodyParser,
    tables: dict[str, Table],
    images: dict[str, Image],
    context: object,
) -> tuple[int, ...]:
    starts: list[int] = []
    faults: list[Fault] = []
    line = 0
    for index, item in enumerate(items):
        starts.append(line)
        try:
            if state_of(item) is not None:
                line += 1
            elif isinstance(item, Mapping | BodyItem | Table | Image):
                _read_placed(item, f"#{index}", parser, tables, images, context, line)
                line += 1
            else:
                text = text_of(item)
                parser.feed(text, line)
                line += text.count("\n") + 1
        except UnreadableError as error:
            line += 1
            faults.extend(fault.under(index) for fault in error.faults)
    if faults:
        raise UnreadableError(*faults)
    return tuple(starts)


def _read_placed(
    item: object,
    name: str,
    parser: BodyParser,
    tables: dict[str, Table],
    images: dict[str, Image],
    context: object,
    line: int,
) -> None:
    if isinstance(item, Table):
        item = BodyItem(table=item)
    elif isinstance(item, Image):
        item = BodyItem(image=item)
    found = nested(BodyItem, item, context)
    if isinstance(found.table, Table):
        tables[name] = found.table
        parser.add_table(name, line)
    if isinstance(found.image, Image):
        images[name] = found.image
        parser.add_image(name, line)


def body_tree(
    value: RecordBody,
    mapping: Callable[[RecordModel, str], Mapping[str, Tree]],
    language: str,
) -> Tree:
    """Give the source form: a text, or a list where tables and images stand between texts.

    Args:
        value: the body.
        mapping: writes a model inside the body as a mapping.
        language: language of the keys.
    """
    if not value.tables and not value.images:
        return print_body(value.body)
    items: list[Tree] = []
    texts: list[Block] = []
    names = (
        {"table": "table", "image": "image"}
        if language == "en"
        else {"table": "bảng", "image": "hình"}
    )

    def close() -> None:
        if texts:
            items.append(print_body(Body(tuple(texts))))
            texts.clear()

    for block in value.body.blocks:
        if block.name in value.tables:
            close()
            items.append({names["table"]: mapping(value.tables[block.name], "table")})
        elif block.name in value.images:
            close()
            items.append({names["image"]: mapping(value.images[block.name], "image")})
        else:
            texts.append(block)
    close()
    if value.body.footnotes:
        items.append(print_body(Body((), value.body.footnotes)))
    return items


BodyField = Annotated[
    RecordBody | State | None,
    Reads(_read, TextInput | list[TextInput | BodyItem], with_info=True),
]
