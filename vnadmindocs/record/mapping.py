"""Walks the nodes of a record once: English keys, clean texts, and every shape that is wrong.

Shapes are those of the glossary: ``holds`` names the mapping a value may be, ``keyed`` a mapping
with names of the writer's own, ``listed`` a list. Everything else is text, and what YAML took for
a mapping in the place of a text is read back from the source.
"""

from __future__ import annotations

from typing import Any

from yaml import CollectionNode, MappingNode, Mark, Node, ScalarNode, SequenceNode

from vnadmindocs.diagnostics.model import Diagnostic
from vnadmindocs.language.text import clean
from vnadmindocs.record.positions import Path, Positions
from vnadmindocs.record.vocabulary import Vocabulary, vocabulary
from vnadmindocs.terms import Term


class Walk:
    """One walk over the nodes of one file.

    Attributes:
        faults: what was found wrong on the way.
    """

    def __init__(self, positions: Positions, text: str) -> None:
        self.positions = positions
        self.faults: list[Diagnostic] = []
        self._english = self._vietnamese = 0

    @property
    def spelling(self) -> str:
        """The language in which most keys are written."""
        return "en" if self._english > self._vietnamese else "vi"

    def root(self, node: Node, mapping: str) -> dict[str, Any] | None:
        """Read the mapping that the file holds."""
        self.positions.put((), node)
        if not isinstance(node, MappingNode):
            return None
        return self._mapping(node, vocabulary(mapping), ())

    def _mapping(self, node: MappingNode, names: Vocabulary, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                continue
            term = names.find(key.value)
            if term is None or term.english in found:
                continue
            if names.spelling(key.value, term) == "en":
                self._english += 1
            else:
                self._vietnamese += 1
            at = (*path, term.english)
            self.positions.put(at, value, key)
            found[term.english] = self._value(value, term, at)
        return found

    def _value(self, node: Node, term: Term, path: Path) -> Any:
        if isinstance(node, ScalarNode):
            return self._text(node)
        if isinstance(node, SequenceNode):
            return self._items(node, term, path)
        if term.keyed:
            return self._keyed(node, term, path)
        if term.holds and self._is_structure(node, term):
            return self._mapping(node, vocabulary(term.holds), path)
        return self._read_back(node)

    def _items(self, node: SequenceNode, term: Term, path: Path) -> list[Any]:
        items: list[Any] = []
        for index, item in enumerate(node.value):
            at = (*path, index)
            self.positions.put(at, item)
            if isinstance(item, ScalarNode):
                items.append(self._text(item))
            elif isinstance(item, SequenceNode):
                items.append(self._items(item, term, at))
            elif term.holds and self._is_structure(item, term):
                items.append(self._mapping(item, vocabulary(term.holds), at))
            else:
                items.append(self._read_back(item))
        return items

    def _keyed(self, node: MappingNode, term: Term, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                continue
            name = clean(key.value).strip()
            at = (*path, name)
            self.positions.put(at, value, key)
            found[name] = self._value(value, _named(term), at)
        return found

    def _is_structure(self, node: MappingNode, term: Term) -> bool:
        names = vocabulary(term.holds)
        return any(
            isinstance(key, ScalarNode) and names.find(key.value) is not None
            for key, _ in node.value
        )

    def _text(self, node: ScalarNode) -> str:
        return clean(node.value).strip("\n")

    def _read_back(self, node: Node) -> str:
        """Read the source of a node as text, its lines brought to the margin of the first."""
        start, end = node.start_mark, _end(node)
        lines = self.positions.parsed_lines[start.line : end.line + 1]
        if lines and end.column:
            lines[-1] = lines[-1][: end.column]
        elif len(lines) > 1:
            lines.pop()
        margin = start.column
        text = [line[margin:] for line in lines[:1]]
        for line in lines[1:]:
            text.append(line[min(margin, len(line) - len(line.lstrip(" "))) :])
        return clean("\n".join(text)).rstrip()


def _end(node: Node) -> Mark:
    """Find where the last word of a node ends: a block's own mark is where the next one begins."""
    while isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node.end_mark


def _named(term: Term) -> Term:
    """Give the term of one value of a mapping with free names: the same, but not keyed."""
    return Term(
        english=term.english,
        vietnamese=term.vietnamese,
        vi=term.vi,
        en=term.en,
        holds=term.holds,
        listed=not term.holds,
    )
