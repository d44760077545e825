"""Nội dung: a text, or a list of texts, tables and images, read as one body.

Counting goes on from one item of the list to the next; tables and images that stand as items get
names of their own (``#1`` for the first of them), so the body has one way to place them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from typing import Annotated, ClassVar

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.notation.block import BlockKind
from vnadmindocs.notation.body import NO_SUCH_FOOTNOTE, Body, BodyParser
from vnadmindocs.notation.body_print import print_body
from vnadmindocs.pattern import pattern
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
from vnadmindocs.record.model import Reading
from vnadmindocs.record.tables import Table
from vnadmindocs.record.yaml_text import Tree
from vnadmindocs.terms import term
from vnadmindocs.values import dataclass

_ARTICLE_NUMBER = pattern(r"\d+[a-zđ]?")


class BodyItem(RecordModel):
    """A table or an image that stands as an item of the body's list."""

    vocabulary: ClassVar[str] = "body_item"

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
        tables, images: by the name under which the body places them; «#1» for the first table or
            image that stands in the list.
        starts: first line of each item of the list, in the numbering of the blocks; empty when
            the body is one text.
        homes: the path from the body to the item in which a table or an image stands, by name.
        whole: the body that this one is an extract of; None where it is whole itself.
    """

    body: Body
    tables: Mapping[str, Table] = field(default_factory=dict)
    images: Mapping[str, Image] = field(default_factory=dict)
    starts: tuple[int, ...] = field(default=(), compare=False)
    homes: Mapping[str, tuple[str | int, ...]] = field(default_factory=dict, compare=False)
    faults: tuple[Fault, ...] = field(default=(), compare=False)
    whole: Body | None = field(default=None, compare=False)

    def place_of(self, line: int) -> tuple[tuple[str | int, ...], int]:
        """Find the item, as a path from the body, and the line in it, of a line of a block."""
        return _place(self.starts, line)

    @property
    def last_article(self) -> str:
        """The number of the last Điều of the whole body, as typed; "" when there is none."""
        for block in reversed((self.whole or self.body).blocks):
            if block.kind is BlockKind.ARTICLE and not block.quote:
                found = _ARTICLE_NUMBER.search(block.label)
                return found[0] if found else ""
        return ""


def _place(starts: tuple[int, ...], line: int) -> tuple[tuple[str | int, ...], int]:
    if not starts:
        return (), line
    index = bisect_right(starts, line) - 1
    return (index,), line - starts[index]


def _read(value: object, info: Reading) -> RecordBody:
    if isinstance(value, RecordBody):
        return value
    if isinstance(value, Body):
        return RecordBody(value)
    parser = BodyParser()
    tables: dict[str, Table] = {}
    images: dict[str, Image] = {}
    starts: tuple[int, ...] = ()
    homes: dict[str, tuple[str | int, ...]] = {}
    if isinstance(value, list | tuple):
        starts = _read_items(value, parser, tables, images, homes, info.context)
    elif isinstance(value, Mapping | BodyItem | Table | Image):
        _read_placed(value, parser, tables, images, info.context, 0)
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
        fault.under(*homes.get(name, ()), "table")
        for name, table in tables.items()
        for fault in table.faults
    )
    return RecordBody(body, tables, images, starts, homes, faults)


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
    homes: dict[str, tuple[str | int, ...]],
    context: object,
) -> tuple[int, ...]:
    starts: list[int] = []
    faults: list[Fault] = []
    line = 0
    for index, item in enumerate(items):
        starts.append(line)
        try:
            # A key may be «không»; a line of a list that says so is words like any other.
            if isinstance(item, State) or state_of(item) is State.GAP:
                line += 1
            elif isinstance(item, Mapping | BodyItem | Table | Image):
                for name in _read_placed(item, parser, tables, images, context, line):
                    homes[name] = (index,)
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
    parser: BodyParser,
    tables: dict[str, Table],
    images: dict[str, Image],
    context: object,
    line: int,
) -> tuple[str, ...]:
    """Place the table and the image of an item; give the names they got."""
    if isinstance(item, Table):
        item = BodyItem(table=item)
    elif isinstance(item, Image):
        item = BodyItem(image=item)
    found = nested(BodyItem, item, context)
    names: list[str] = []
    if isinstance(found.table, Table):
        names.append(f"#{len(tables) + len(images) + 1}")
        tables[names[-1]] = found.table
        parser.add_table(names[-1], line)
    if isinstance(found.image, Image):
        names.append(f"#{len(tables) + len(images) + 1}")
        images[names[-1]] = found.image
        parser.add_image(names[-1], line)
    return tuple(names)


_PLACED = pattern(r"\{(?:bảng|hình): (#\d+)\}")


def body_tree(
    value: RecordBody, mapping: Callable[[RecordModel, str], Mapping[str, Tree]], language: str
) -> Tree:
    """Give the source form: a text, or a list where tables and images stand between texts.

    Args:
        value: the body.
        mapping: writes a model inside the body as a mapping.
        language: language of the keys.
    """
    printed = print_body(value.body)
    if not value.tables and not value.images:
        # A word like «không» is a state where it stands alone, and words in a list.
        return printed if state_of(printed) is not State.OMITTED else [printed]
    # The body is written as one text, so that numbers go on counting, and then cut at its tables.
    items: list[Tree] = []
    lines: list[str] = []
    for line in printed.split("\n"):
        placed = _PLACED.fullmatch(line)
        if placed is None:
            lines.append(line)
            continue
        if lines:
            items.append("\n".join(lines))
            lines = []
        items.append(_placed_tree(value, placed[1], mapping, language))
    return [*items, "\n".join(lines)] if lines else items


def _placed_tree(
    value: RecordBody,
    name: str,
    mapping: Callable[[RecordModel, str], Mapping[str, Tree]],
    language: str,
) -> Tree:
    kind = "table" if name in value.tables else "image"
    key = kind if language == "en" else term("body_item", kind).vietnamese
    return {key: mapping(value.tables.get(name) or value.images[name], kind)}


BodyField = Annotated[
    RecordBody | State | None,
    Reads(_read, TextInput | list[TextInput | BodyItem], with_info=True),
]
