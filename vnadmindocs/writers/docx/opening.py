"""A Word file opened as a template: its parts, and what makes it one that cannot be used."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import field
from xml.etree import ElementTree

from vnadmindocs.values import dataclass
from vnadmindocs.writers.docx import names
from vnadmindocs.writers.docx.package import Member
from vnadmindocs.writers.docx.unpacking import content_of, read_package


class TemplateFaultError(Exception):
    """A template that cannot be used; ``lint_template`` says so to the user.

    Attributes:
        code: code in the catalogue of findings.
        facts: what fills the sentence.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


@dataclass(slots=True)
class OpenedTemplate:
    """A Word file opened for preparing: its parts, unpacked where they are read.

    Attributes:
        members: every part as it is stored.
        changed: parts whose text differs from what is stored.
    """

    data: bytes
    members: dict[str, Member]
    changed: dict[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Give the text of a part.

        Raises:
            TemplateFaultError: TPL001 it is missing or not XML in UTF-8, or declares entities.
        """
        if name not in self.changed:
            try:
                content = content_of(self.members[name])
                # Entities have no place in a Word file and are how XML bombs are made.
                if b"<!DOCTYPE" in content:
                    raise TemplateFaultError("TPL001", part=name)
                ElementTree.fromstring(content)
                self.changed[name] = content.decode("utf-8-sig")
            except (KeyError, UnicodeDecodeError, zipfile.BadZipFile, ElementTree.ParseError):
                raise TemplateFaultError("TPL001", part=name) from None
        return self.changed[name]

    def tree(self, name: str) -> ElementTree.Element:
        """Parse a part."""
        return ElementTree.fromstring(self.text(name).encode())

    def margin_parts(self) -> tuple[str, ...]:
        """Name the parts of headers and footers, in the order of the file."""
        return tuple(
            name for name in self.members if re.fullmatch(r"word/(header|footer)[^/]*\.xml", name)
        )


def open_template(data: bytes) -> OpenedTemplate:
    """Open a Word file.

    Raises:
        TemplateFaultError: TPL001 it is no Word file that can be read.
    """
    try:
        members = dict(read_package(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise TemplateFaultError("TPL001", part="") from None
    opened = OpenedTemplate(data, members)
    for name in (names.DOCUMENT, names.STYLES, names.CONTENT_TYPES, names.DOCUMENT_RELATIONS):
        opened.text(name)
    if "<w:body" not in opened.text(names.DOCUMENT):
        raise TemplateFaultError("TPL001", part=names.DOCUMENT)
    return opened


def patched(opened: OpenedTemplate, name: str) -> str:
    """Give the source of a part as docxtpl would hand it to Jinja2."""
    # Both cost a tenth of a second to import and only preparing needs them.
    from docxtpl import DocxTemplate
    from lxml import etree

    text = opened.text(name).encode()
    source = etree.tostring(etree.fromstring(text), encoding="unicode")
    result: str = DocxTemplate(io.BytesIO(opened.data)).patch_xml(source)
    return names.DECLARATION + result


def without_end(text: str, root: str) -> str:
    """Give a list of relationships or types without its end tag."""
    before, end, _ = text.rpartition(f"</{root}>")
    if not end:
        raise TemplateFaultError("TPL001", part=root)
    return before
