"""Walks the nodes of a record once: English keys, clean texts, and every shape that is wrong.

Shapes are those of the glossary: ``holds`` names the mapping a value may be, ``keyed`` a mapping
with names of the writer's own, ``listed`` a list. Everything else is text, and what YAML took for
a mapping in the place of a text is read back from the source.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from yaml import CollectionNode, MappingNode, Mark, Node, ScalarNode, SequenceNode

from vnadmindocs.diagnostics.catalogue import diagnose
from vnadmindocs.diagnostics.model import Diagnostic, Place, Related
from vnadmindocs.language.text import clean, closest, fold
from vnadmindocs.pattern import pattern
from vnadmindocs.record.positions import FieldPath, Positions
from vnadmindocs.record.vocabulary import (
    NOT_PRINTED,
    Vocabulary,
    homes,
    names_alone,
    spellings,
    types_with,
    vocabulary,
    vocabulary_of,
)
from vnadmindocs.record.yaml_lines import quoted, shortened
from vnadmindocs.terms import Term

_DEEPEST = 40
# More would help nobody, and a file of a million wrong keys must end some time.
_MOST_FAULTS = 200
# A note stands apart: two blanks before the sign, one after.
_NOTE = pattern(r"(?:[ ]{2,}|\t[ \t]*)#(?:[ \t]|$)")
_CUT = pattern(r"[ \t]*#")


class Walk:
    """One walk over the nodes of one file.

    Attributes:
        faults: what was found wrong on the way.
    """

    def __init__(self, positions: Positions) -> None:
        self.positions = positions
        self.faults: list[Diagnostic] = []
        self._english = self._vietnamese = 0
        self._clean = positions.is_clean()
        self._cuts = positions.contains(" #") or positions.contains("\t#")

    @property
    def spelling(self) -> str:
        """The language in which most keys are written."""
        return "en" if self._english > self._vietnamese else "vi"

    def root(self, node: Node | None, mapping: str, *, silent: bool) -> dict[str, Any] | None:
        """Read the mapping that the file holds.

        Args:
            node: the root; None where the file has none.
            mapping: which mapping it should be.
            silent: say nothing of a root that is no mapping: what made it so was said.
        """
        if isinstance(node, MappingNode):
            self.positions.put((), node)
            return self._mapping(node, vocabulary(mapping), ())
        if silent:
            return None
        empty = node is None or (isinstance(node, ScalarNode) and not clean(node.value).strip())
        if node is None or empty:
            self._report("YML010", Place(self.positions.file, 1, 1, 1))
        else:
            self.positions.put((), node)
            self._report("YML011", self.positions.place(()))
        return None

    # --- mappings

    def _mapping(self, node: MappingNode, names: Vocabulary, path: FieldPath) -> dict[str, Any]:
        if names.mapping == "document":
            names = vocabulary_of(_written_type(node, names))
        found: dict[str, Any] = {}
        written: dict[str, Node] = {}
        before: Node | None = None
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self._report("SCH008", self.positions.node_place(key, path))
                continue
            term = names.find(key.value)
            if term is None:
                if self._unknown(key, before, names, path):
                    continue
            elif term.english in found:
                self._twice(key, written[term.english], (*path, term.english))
            else:
                if names.spelling(key.value, term) == "en":
                    self._english += 1
                else:
                    self._vietnamese += 1
                at = (*path, term.english)
                self.positions.put(at, value, key)
                written[term.english] = key
                found[term.english] = self._value(value, term, at)
            before = value
        return found

    def _keyed(self, node: MappingNode, term: Term, path: FieldPath) -> dict[str, Any]:
        found: dict[str, Any] = {}
        written: dict[str, Node] = {}
        inner = vocabulary(term.holds) if term.holds else None
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self._report("SCH008", self.positions.node_place(key, path))
                continue
            name = clean(key.value).strip()
            at = (*path, name)
            if name in found:
                self._twice(key, written[name], at)
                continue
            if inner is not None and isinstance(value, ScalarNode) and inner.find(name):
                place = self.positions.node_place(key, path)
                self._report("SCH007", place, name=self._name(path, term), found=name)
                return {}
            self.positions.put(at, value, key)
            written[name] = key
            found[name] = self._value(value, _value_term(term), at)
        return found

    def _unknown(
        self, key: ScalarNode, before: Node | None, names: Vocabulary, path: FieldPath
    ) -> bool:
        """Report a key that names nothing; tell whether it is a line of the text above."""
        if len(self.faults) >= _MOST_FAULTS:
            return False
        place = self.positions.node_place(key, path)
        found = shortened(clean(key.value).strip())
        in_block = isinstance(before, ScalarNode) and before.style == "|"
        kinds = None if in_block else types_with(found)
        if kinds is not None:
            self._report("SCH028", place, found=found, types=kinds)
            return False
        suggestion = names.suggest(found)
        if suggestion is not None:
            nearest = closest(found, map(fold, spellings(suggestion)))
            english = nearest == fold(suggestion.english) != fold(suggestion.vietnamese)
            name = suggestion.english if english else suggestion.vietnamese
            self._report("SCH001", place, found=found, name=name)
        elif isinstance(before, ScalarNode) and before.style == "|" and not homes(found):
            above = self.positions.parsed_lines[before.start_mark.line].split(":")[0]
            count = place.column + 1
            place = replace(place, end_column=len(self.positions.source_line(place.line)) + 1)
            self._report("YML026", place, key=above.strip(" -"), count=count, found=found)
            return True
        else:
            self._report("SCH002", place, found=found, names=names.names)
        return False

    def _twice(self, key: ScalarNode, first: Node, path: FieldPath) -> None:
        if len(self.faults) >= _MOST_FAULTS:
            return
        earlier = self.positions.node_place(first, path)
        place = self.positions.node_place(key, path)
        first_time = diagnose("SCH010", earlier, name=clean(str(first.value)).strip())
        self._report(
            "SCH003",
            place,
            related=(Related(earlier, first_time.message),),
            name=clean(str(first.value)).strip(),
            first=earlier.line,
            line=place.line,
        )

    # --- values

    def _value(self, node: Node, term: Term, path: FieldPath) -> Any:
        if isinstance(node, ScalarNode):
            text = self._text(node, path)
            if not term.keyed or fold(text) in NOT_PRINTED:
                return text
            if term.listed:
                return names_alone(text.split("\n"))
            if text.strip():
                self._report("SCH005", self.positions.key_place(path), name=self._name(path, term))
            return {}
        if len(path) > _DEEPEST:
            self._report("YML013", self.positions.key_place(path), limit=_DEEPEST)
            return ""
        if isinstance(node, SequenceNode):
            if term.keyed and term.listed:
                return names_alone(self._items(node, replace(term, holds=""), path))
            if term.keyed:
                self._report("SCH006", self.positions.key_place(path), name=self._name(path, term))
                return {}
            if node.flow_style and not term.listed:
                return self._read_back(node, path)
            items = self._items(node, term, path)
            if term.listed:
                return items
            self._report("SCH004", self.positions.key_place(path), name=self._name(path, term))
            return "\n".join(item for item in items if isinstance(item, str))
        if not isinstance(node, MappingNode):
            return ""
        if term.keyed:
            return self._keyed(node, term, path)
        if term.holds and self._is_structure(node, term, item=False):
            return self._mapping(node, vocabulary(term.holds), path)
        text = self._read_back(node, path)
        if "\n" in text:
            self._bar(path, term)
        return text

    def _items(self, node: SequenceNode, term: Term, path: FieldPath) -> list[Any]:
        if node.flow_style and any(
            isinstance(item, ScalarNode) and not item.style for item in node.value
        ):
            key = self._name(path, term)
            self._report(
                "YML036",
                self.positions.node_place(node, path),
                count=len(node.value),
                mended=f"{key}: |",
            )
        items: list[Any] = []
        for item in node.value:
            at = (*path, len(items))
            self.positions.put(at, item)
            if isinstance(item, ScalarNode):
                items.append(self._text(item, at))
            elif len(at) > _DEEPEST:
                self._report("YML013", self.positions.place(at), limit=_DEEPEST)
            elif isinstance(item, SequenceNode):
                if term.english != "rows":
                    if item.flow_style:
                        items.append(self._read_back(item, at))
                        continue
                    name = self._name(path, term)
                    self._report("SCH009", self.positions.place(at), name=name)
                items.append(self._items(item, term, at))
            elif term.holds and self._is_structure(item, term, item=True):
                found = self._mapping(item, vocabulary(term.holds), at)
                if found or not item.value:  # else all of it was unknown, and said so
                    items.append(found)
            else:
                items.append(self._read_back(item, at))
        return items

    def _is_structure(self, node: MappingNode, term: Term, *, item: bool) -> bool:
        """Tell whether a mapping is meant as one, where a text could stand as well.

        It is when it has a known key, or nearly so; but words with a colon after them are common
        in texts, so that in the list of a body only what holds more than words is taken for a
        misspelt table.
        """
        if term.holds == "document":
            return True
        names = vocabulary(term.holds)
        keys = [(key.value, value) for key, value in node.value if isinstance(key, ScalarNode)]
        if any(names.find(key) is not None for key, _ in keys):
            return True
        if term.holds == "body_item":
            keys = [(key, value) for key, value in keys if item and isinstance(value, MappingNode)]
        return any(names.suggest(key) is not None for key, _ in keys)

    # --- texts

    def _text(self, node: ScalarNode, path: FieldPath) -> str:
        value = node.value
        if not node.style:
            if self._cuts:
                self._check_cut(node, path)
            start, end = node.start_mark, node.end_mark
            if start.line != end.line and value:
                return self._lines(node, path)
        return (value if self._clean and node.style != '"' else clean(value)).strip("\n")

    def _lines(self, node: ScalarNode, path: FieldPath) -> str:
        """Read a plain text of several lines: as lines where it has the look of a block."""
        key = self.positions.key_node(path)
        if key is not None and key.end_mark.line < node.start_mark.line:
            self.positions.as_lines(path)
            self._bar(path, None)
            return self._read_back(node, path)
        count = node.end_mark.line - node.start_mark.line + 1
        name = clean(str(key.value)).strip() if key is not None else ""
        self._report(
            "YML035",
            self.positions.node_place(node, path),
            count=count,
            key=name or "-",
            mended=f"{name}: |" if name else "- |",
        )
        return clean(node.value).strip("\n")

    def _check_cut(self, node: ScalarNode, path: FieldPath, start: Mark | None = None) -> None:
        """Warn of words that a ``#`` took out of a text, which begins at its node or before."""
        end = node.end_mark
        lines = self.positions.parsed_lines
        line = lines[end.line] if end.line < len(lines) else ""
        rest = line[end.column :]
        if _CUT.match(rest) is None or _NOTE.match(rest) is not None:
            return
        if not node.value and (end.column == 0 or line[: end.column].isspace()):
            return
        start = start or node.start_mark
        words = rest.strip()
        if start.line == end.line:
            whole = line[start.column :].strip()
            mended = shortened(line[: start.column].strip() + " " + quoted(whole))
        else:
            mended = quoted(words)
        place = self.positions.spot(end.line, line.index("#", end.column), len(line.rstrip()), path)
        self._report("YML037", place, words=words, mended=mended)

    def _read_back(self, node: Node, path: FieldPath) -> str:
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
        last = _last(node)
        if self._cuts and last is not node and isinstance(last, ScalarNode) and not last.style:
            self._check_cut(last, path, start)
        return clean("\n".join(text)).rstrip()

    # --- findings

    def _bar(self, path: FieldPath, term: Term | None) -> None:
        name = self._name(path, term)
        self._report("YML034", self.positions.key_place(path), key=name, mended=f"{name}: |")

    def _name(self, path: FieldPath, term: Term | None) -> str:
        """Name an entry as its writer did."""
        at = path
        while at:
            key = self.positions.key_node(at)
            if isinstance(key, ScalarNode):
                return clean(key.value).strip()
            at = at[:-1]
        return term.vietnamese if term else ""

    def _report(
        self, code: str, place: Place, related: tuple[Related, ...] = (), **facts: Any
    ) -> None:
        if len(self.faults) >= _MOST_FAULTS:
            return
        line = self.positions.source_line(place.line)
        self.faults.append(diagnose(code, place, related=related, source_line=line, **facts))


def _written_type(node: MappingNode, names: Vocabulary) -> str | None:
    """Find what type a document says it is of; None where it says none that is a text."""
    for key, value in node.value:
        if isinstance(key, ScalarNode) and isinstance(value, ScalarNode):
            term = names.find(key.value)
            if term is not None and term.english == "type":
                return clean(value.value).strip()
    return None


def _last(node: Node) -> Node:
    while isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node


def _end(node: Node) -> Mark:
    """Find where the last word of a node ends: a block's own mark is where the next one begins."""
    return _last(node).end_mark


@cache
def _value_term(term: Term) -> Term:
    """Give the term of one value of a mapping with free names: the same, but not keyed."""
    return replace(term, keyed=False, listed=not term.holds)
