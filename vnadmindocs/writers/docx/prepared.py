"""A template made ready: literal text, names between, and everything else as packed bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass
from vnadmindocs.writers.docx.markup import openings
from vnadmindocs.writers.docx.package import Head, Member, join_head

# The names a source asks for besides the tags of a template.
GRID_NAMES = ("grid.left", "grid.right", "grid.both")
SECTION_NAME = "section"

_PLAIN_TAG = pattern(r"\{\{\s*([a-z_]+(?:\.[a-z_]+)?)\s*\}\}")
_ESCAPED = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))  # docxtpl's own escapes


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a part with the places to fill.

    Attributes:
        literals: text around the places: one more than there are names.
        names: what to fill in between.
        jinja: the whole source when it holds more than plain output; "" when it does not.
    """

    literals: tuple[str, ...]
    names: tuple[str, ...]
    jinja: str = ""

    def fill(self, values: Mapping[str, Sequence[str]]) -> str:
        """Put the values in: pieces of markup by name, words escaped already."""
        if self.jinja:
            # Costs an import that plain templates do without.
            from vnadmindocs.writers.docx.jinja_source import fill_jinja

            return fill_jinja(self.jinja, {name: "".join(all_) for name, all_ in values.items()})
        pieces = [self.literals[0]]
        for name, literal in zip(self.names, self.literals[1:], strict=True):
            pieces += values[name]
            pieces.append(literal)
        return "".join(pieces)


def source_of(patched: str) -> Source:
    """Take a source that docxtpl has patched apart.

    Args:
        patched: the text of a part after ``DocxTemplate.patch_xml``.
    """
    names = tuple(_PLAIN_TAG.findall(patched))
    rest = _PLAIN_TAG.sub("", patched)
    if "{{" in rest or "{%" in rest or "{#" in rest:
        return Source((), names, jinja=patched)
    literals = _PLAIN_TAG.split(patched)[::2]
    return Source(tuple(_unescaped(literal) for literal in literals), names)


def _unescaped(literal: str) -> str:
    for written, meant in _ESCAPED:
        literal = literal.replace(written, meant)
    return literal


@dataclass(frozen=True, slots=True)
class Prepared:
    """A template ready to be filled.

    Attributes:
        key: hash of the template and of what prepared it.
        members: every part that no document changes, packed.
        document: the main part.
        margins: the headers and footers that hold tags, by member name.
        blank_margins: what those are when all their tags are empty, packed.
        relations, content_types: the two lists a document may add to, up to their end tags.
        plain_lists: both as members, for documents that add nothing.
        footnotes: the footnotes part up to its end tag.
        plain_footnotes: the part of a document without footnotes.
        first_footnote: the id that footnote 1 gets.
        style_ids: id of the named style of each role.
        rule_border: border for rules when the style of the role ``rule`` draws none.
        references: (kind, type, relationship id) of the headers and footers of the section.
        grid: widths of the header table's two columns in twips, as the template has them.
        cells: names of the tags in each table cell that holds nothing else.
        tags: block tags in the order they stand in the main part, then those in the margins.
        texts: text tags printed anywhere.
        openings: what the paragraphs of each role begin with.
        head: the package of a document that adds no part, up to the main part.
    """

    key: str
    members: tuple[Member, ...]
    document: Source
    margins: Mapping[str, Source]
    blank_margins: Mapping[str, Member]
    relations: str
    content_types: str
    plain_lists: tuple[Member, Member]
    footnotes: str
    plain_footnotes: Member
    first_footnote: int
    style_ids: Mapping[str, str]
    rule_border: str
    references: tuple[tuple[str, str, str], ...]
    grid: tuple[int, int] | None
    cells: tuple[tuple[str, ...], ...]
    tags: tuple[str, ...]
    texts: tuple[str, ...]
    openings: Mapping[str, str] = field(init=False, compare=False)
    head: Head = field(init=False, compare=False)

    @property
    def conditional(self) -> bool:
        """Whether some part asks about names that it may not print."""
        return any(source.jinja for source in (self.document, *self.margins.values()))

    def __post_init__(self) -> None:
        types, relations = self.plain_lists
        object.__setattr__(self, "openings", openings(self.style_ids))
        object.__setattr__(self, "head", join_head((types, *self.members, relations)))
