"""Composes the YAML of a record into nodes with marks, with libyaml.

No tag is resolved: every plain scalar stays text. What YAML trips over goes to
``yaml_faults``, which mends the line in a copy, so that one run finds the faults after it too.
Anchors, aliases and tags are refused before nodes are walked, so no alias is ever followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from yaml import (
    AliasEvent,
    Event,
    Node,
    NodeEvent,
    StreamEndEvent,
    YAMLError,
)
from yaml.error import MarkedYAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent

from vnadmindocs.diagnostics.catalogue import diagnose
from vnadmindocs.diagnostics.model import Diagnostic, Place
from vnadmindocs.record.positions import Positions
from vnadmindocs.record.yaml_faults import Mender

if TYPE_CHECKING:

    class _Parser:
        """What libyaml's parser gives."""

        def __init__(self, stream: str) -> None: ...

        def get_single_node(self) -> Node | None: ...

        def get_event(self) -> Event: ...

else:
    from yaml.cyaml import CParser as _Parser

UNTAGGED = ""
DEEPEST = 100
MOST_MENDINGS = 25
_MOST_READ_AGAIN = 4_000_000
# A sign of an anchor, an alias or a tag, and what stands before it where it is one.
_MARKS = "&!"
_BEFORE_MARKS = " \t\n[,{"
# Fewer marks than this cannot nest deeper than this, whatever they are.
_NESTING = 300


class Composer(_Parser):
    """libyaml's composer, told to leave every scalar as it is."""

    def descend_resolver(self, parent: object, index: object) -> None:
        """Resolve nothing."""

    def ascend_resolver(self) -> None:
        """Resolve nothing."""

    def resolve(self, kind: type[Node], value: Any, implicit: object) -> str:
        """Give every node the empty tag."""
        return UNTAGGED


def compose(text: str, positions: Positions) -> tuple[Node | None, list[Diagnostic]]:
    """Compose the nodes of a text, mending what must be mended.

    Returns:
        The root, None when there is none, and what was found on the way.
    """
    mender: Mender | None = None
    tries = min(MOST_MENDINGS, max(_MOST_READ_AGAIN // (len(text) + 1), 1))
    root: Node | None = None
    for _ in range(tries + 1):
        current = text if mender is None else mender.text
        if _may_be_deep(current) and _depth(current) > DEEPEST:
            return None, [
                *(mender.faults if mender else []),
                diagnose("YML013", Place(positions.file, 1, 1, 1), limit=DEEPEST),
            ]
        try:
            root = Composer(current).get_single_node()
            if not _may_be_marked(current):
                break
            mender = mender or Mender(positions, text)
            if not _unmark(current, mender):
                break
            root = None
        except MarkedYAMLError as error:
            mender = mender or Mender(positions, text)
            if not mender.mend(error):
                break
    if mender is None:
        return root, []
    mender.sync()
    return root, mender.faults


def _may_be_marked(text: str) -> bool:
    """Tell whether a sign stands where it could be YAML's; a search by sign, as most have none."""
    for mark in _MARKS:
        at = text.find(mark)
        while at >= 0:
            if at == 0 or text[at - 1] in _BEFORE_MARKS:
                return True
            at = text.find(mark, at + 1)
    return False


def _unmark(text: str, mender: Mender) -> bool:
    """Mend every anchor, alias and tag; tell whether there was any."""
    marked = [
        (event, event.start_mark)
        for event in _events(text)
        if isinstance(event, NodeEvent) and (event.anchor or getattr(event, "tag", None))
    ]
    aliased = {event.anchor for event, _ in marked if isinstance(event, AliasEvent)}
    # From the last to the first, so that the marks of the others stay true.
    for event, mark in reversed(marked):
        if mark is None:
            continue
        name = event.anchor or ""
        if isinstance(event, AliasEvent):
            mender.alias(mark.line, mark.column, name)
        elif name in aliased:
            mender.blank(mark.line, mark.column, len(name) + 1)
        elif str(getattr(event, "tag", "")).startswith("tag:"):
            mender.tag(mark.line, mark.column)
        else:
            mender.special(mark.line, mark.column)
    return bool(marked)


def _events(text: str) -> Iterator[Event]:
    parser = Composer(text)
    try:
        while not isinstance(event := parser.get_event(), StreamEndEvent):
            yield event
    except YAMLError:
        return


def _may_be_deep(text: str) -> bool:
    return sum(map(text.count, "[{-?")) > _NESTING or " " * (DEEPEST // 2) in text


def _depth(text: str) -> int:
    """Count how deep a text nests, without nesting: libyaml's events come one by one."""
    depth = deepest = 0
    for event in _events(text):
        if isinstance(event, CollectionStartEvent):
            depth += 1
            deepest = max(deepest, depth)
            if deepest > DEEPEST:
                break
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
    return deepest
