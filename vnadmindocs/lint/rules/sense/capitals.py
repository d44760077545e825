"""Rules about capitals: what the decree prints in capitals and a record writes otherwise.

The words are printed as written all the same; the finding offers them in capitals.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import is_capitals
from vnadmindocs.law.looks import looks
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.signature import SignatureLineKind
from vnadmindocs.record.document import Appendix, Document
from vnadmindocs.record.document_type import APPENDIX, FORM
from vnadmindocs.record.positions import FieldPath

_FIELDS = ("agency", "title", "subject", "issuing_authority", "circulation", "signature")

_SIGNATURE_ROLES = {
    SignatureLineKind.AGENCY: "signature_authority",
    SignatureLineKind.AUTHORITY: "signature_authority",
}

_SIGNATURE_FIELDS = {SignatureLineKind.AGENCY: "agency", SignatureLineKind.AUTHORITY: "authority"}


@rule("CAP001", needs=_FIELDS)
def not_in_capitals(record: Document) -> Iterator[Fault]:
    """Find printed lines in ordinary letters where the decree's table of looks says capitals.

    A form to fill in is not judged: who signs it need not be of any office.
    """
    if record.type == FORM:
        return
    upper = _in_capitals()
    for role, path, number, line in _lines(record):
        if role in upper and any(letter.isalpha() for letter in line) and not is_capitals(line):
            facts = {"found": line, "expected": line.upper(), "element": _NAMES[role]}
            yield Fault("CAP001", number, 0, len(line), facts, path)


@cache
def _in_capitals() -> frozenset[str]:
    """Give the roles of what the decree prints in capitals."""
    return frozenset(role for role, look in looks().items() if look.case == "upper")


def _lines(record: Document) -> Iterator[tuple[str, FieldPath, int, str]]:
    """Give the printed lines of a record: role, path of the text, line in it, words."""
    if isinstance(record.agency, tuple):
        for index, issuer in enumerate(record.agency):
            if isinstance(issuer.agency.header, str) and not issuer.source:
                path: FieldPath = ("agency", index, "header")
                yield from _numbered("issuer", path, issuer.agency.header)
    is_appendix = isinstance(record, Appendix) and record.type == APPENDIX
    for role, field in (
        # The name of an appendix is its label, which the decree prints in ordinary letters.
        ("appendix_label" if is_appendix else "type_name", "title"),
        ("issuing_authority", "issuing_authority"),
        ("circulation", "circulation"),
    ):
        yield from _numbered(role, (field,), getattr(record, field))
    if is_appendix:
        yield from _numbered("appendix_title", ("subject",), record.subject)
    if isinstance(record.signature, tuple):
        for index, block in enumerate(record.signature):
            for each in block.lines:
                if each.kind in _SIGNATURE_ROLES:
                    place: FieldPath = ("signature", index, _SIGNATURE_FIELDS[each.kind])
                    yield _SIGNATURE_ROLES[each.kind], place, each.line, each.text


def _numbered(
    role: str, path: FieldPath, text: object
) -> Iterator[tuple[str, FieldPath, int, str]]:
    if isinstance(text, str):
        for number, line in enumerate(text.split("\n")):
            yield role, path, number, line.strip()


_NAMES = {
    "issuer": Text(vi="tên cơ quan", en="name of the body"),
    "type_name": Text(vi="tên loại văn bản", en="type name"),
    "issuing_authority": Text(vi="thẩm quyền ban hành", en="issuing authority"),
    "circulation": Text(vi="chỉ dẫn phạm vi lưu hành", en="circulation note"),
    "appendix_title": Text(vi="tên phụ lục", en="title of an appendix"),
    "signature_authority": Text(vi="quyền hạn, chức vụ", en="authority and title"),
}
