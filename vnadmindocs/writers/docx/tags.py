"""The tags of a template: found paragraph by paragraph, read without running anything.

A block tag ``{{p body }}`` takes the place of its paragraph; a text tag ``{{ text.number }}``
stands in a line; ``{% if text.subject %}`` to ``{% endif %}`` leaves out what it encloses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal
from xml.etree import ElementTree

from jinja2 import TemplateSyntaxError, nodes

from vnadmindocs.diagnostics.model import Text
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass
from vnadmindocs.writers.docx import names
from vnadmindocs.writers.docx.jinja_source import sandbox

_W = f"{{{names.W}}}"
_TAG = pattern(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)
_BRACE = pattern(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_INSIDE = pattern(r"[{]([{%])(tr|tc|p|r)?(-?\s.*?)-?[%}][}]", re.S)
_STATEMENT = pattern(r"\s*(if|elif|else|endif|\w+)\b(.*)", re.S)
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})  # as docxtpl reads them
_FILTERS = ("upper", "lower", "capitalize", "trim")
_ALLOWED = (
    nodes.Name, nodes.Getattr, nodes.Const, nodes.Not, nodes.And, nodes.Or, nodes.CondExpr,
    nodes.Compare, nodes.Operand, nodes.Filter, nodes.Concat, nodes.TemplateData, nodes.Output,
    nodes.Template,
)  # fmt: skip
_REASONS = {
    "open": Text("Thẻ mở mà không đóng trong cùng đoạn", "It opens and does not close in its "
                 "paragraph"),
    "p": Text("Chữ p viết liền sau dấu ngoặc: {{p …", "The p stands right after the braces: {{p …"),
    "empty": Text("Thẻ không có tên", "The tag names nothing"),
    "expression": Text("Giữa hai ngoặc chỉ có một tên thẻ", "Between the braces stands one name"),
    "if": Text("if, elif, else, endif phải đi đủ cặp", "if, elif, else, endif must come in pairs"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it stands in a template.

    Attributes:
        written: the whole tag.
        kind: ``output``, ``statement`` or ``comment``.
        scope: ``p``, ``tr``, ``tc``, ``r`` after the opening brace, or "".
        names: the names it asks for, such as ``body`` or ``text.number``.
        refused: what it uses that a template may not; None when nothing.
        broken: why it cannot be read; None when it can.
        part: the part it stands in.
        paragraph: number of its paragraph in that part, from 1.
        others: other words of its paragraph.
    """

    written: str
    kind: Literal["output", "statement", "comment"]
    scope: str
    names: tuple[str, ...]
    part: str
    paragraph: int
    others: str
    refused: Text | None = None
    broken: Text | None = None


def tags_of(root: ElementTree.Element, part: str) -> Iterator[Tag]:
    """Find the tags of a part, each with its paragraph."""
    open_ifs: list[Tag] = []
    for number, paragraph in enumerate(root.iter(f"{_W}p"), start=1):
        text = "".join(node.text or "" for node in paragraph.iter(f"{_W}t"))
        if not _BRACE.search(text):
            continue
        others = " ".join(_TAG.sub("", text).split())
        for found in _TAG.finditer(text):
            tag = _tag(found[0], part, number, others)
            match _word(tag):
                case "if":
                    open_ifs.append(tag)
                case "endif" if open_ifs:
                    open_ifs.pop()
                case "endif" | "elif" | "else" if not open_ifs and tag.broken is None:
                    tag = _broken(tag, "if")
            yield tag
        if stray := _BRACE.search(_TAG.sub("", text)):
            written = _TAG.sub("", text)[stray.start() :].strip()
            yield _broken(Tag(written, "output", "", (), part, number, ""), "open")
    for tag in open_ifs:
        yield _broken(tag, "if")


def _broken(tag: Tag, reason: str) -> Tag:
    return Tag(
        tag.written, tag.kind, tag.scope, (), tag.part, tag.paragraph, tag.others,
        broken=_REASONS[reason],
    )  # fmt: skip


def _word(tag: Tag) -> str:
    if tag.kind != "statement":
        return ""
    inside = _INSIDE.fullmatch(tag.written)
    found = _STATEMENT.fullmatch(inside[3].lstrip("-")) if inside else None
    return found[1] if found else ""


def _tag(written: str, part: str, paragraph: int, others: str) -> Tag:
    if written.startswith("{#"):
        return Tag(written, "comment", "", (), part, paragraph, others)
    kind: Literal["output", "statement"] = "output" if written.startswith("{{") else "statement"
    inside = _INSIDE.fullmatch(written.translate(_QUOTES))
    if inside is None:
        # «{{body}}» without spaces is Jinja's own way and means the same.
        inner = written[2:-2].strip("- \t\n")
        if re.fullmatch(r"[\w.]+", inner) and kind == "output":
            return _output(Tag(written, kind, "", (), part, paragraph, others), inner)
        tag = Tag(written, kind, "", (), part, paragraph, others)
        return _broken(tag, "empty" if not inner else "expression")
    scope, inner = inside[2] or "", inside[3].strip("- \t\n")
    tag = Tag(written, kind, scope, (), part, paragraph, others)
    if not inner:
        return _broken(tag, "empty")
    if kind == "output":
        if re.match(r"(p|tr|tc|r)\s+\w", inner):
            return _broken(tag, "p")
        return _output(tag, inner)
    return _statement(tag, inner)


def _statement(tag: Tag, inner: str) -> Tag:
    found = _STATEMENT.fullmatch(inner)
    word, rest = (found[1], found[2].strip()) if found else (inner, "")
    if word in ("else", "endif"):
        return tag
    if word not in ("if", "elif"):
        return _refuse(tag, Text(f"lệnh {word}", f"the statement {word}"))
    return _output(tag, rest)


def _output(tag: Tag, expression: str) -> Tag:
    try:
        tree = sandbox().parse("{{ " + expression + " }}")
    except TemplateSyntaxError:
        return _broken(tag, "expression")
    asked: list[str] = []
    for node in _walk(tree):
        if not isinstance(node, _ALLOWED):
            kind = type(node).__name__.lower()
            return _refuse(tag, Text(f"phép {kind}", f"the construct {kind}"))
        if isinstance(node, nodes.Filter) and (node.name not in _FILTERS or node.args):
            return _refuse(tag, Text(f"bộ lọc {node.name}", f"the filter {node.name}"))
        if isinstance(node, nodes.Getattr):
            if not isinstance(node.node, nodes.Name):
                return _refuse(tag, Text("thuộc tính của thuộc tính", "an attribute's attribute"))
            asked.append(f"{node.node.name}.{node.attr}")
        elif isinstance(node, nodes.Name):
            asked.append(node.name)
    # The name before a dot was met too; what counts is the whole.
    whole = {name for name in asked if "." in name}
    inner = {name.partition(".")[0] for name in whole}
    shown = tuple(name for name in asked if name in whole or name not in inner)
    return Tag(tag.written, tag.kind, tag.scope, shown, tag.part, tag.paragraph, tag.others)


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _refuse(tag: Tag, what: Text) -> Tag:
    return Tag(
        tag.written, tag.kind, tag.scope, (), tag.part, tag.paragraph, tag.others, refused=what
    )
