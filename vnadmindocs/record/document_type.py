"""Loại: one of the 29 types of Điều 7; an attachment may bear any name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Annotated

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.text import fold
from vnadmindocs.law.attached_texts import is_form_name
from vnadmindocs.law.document_types import DocumentType, find_type, like_type, meant_type
from vnadmindocs.record.fields import Reads, State, TextInput, line_of
from vnadmindocs.terms import term
from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class TypeName:
    """The type of a document; two names of one type are equal.

    Attributes:
        key: English key of the type, such as ``decision``; the written name for one outside the
            list of Điều 7.
        words: as written.
        law: what the decree gives the type; None for a name outside the list.
    """

    key: str
    words: str = field(compare=False)
    law: DocumentType | None = field(compare=False)


#: An appendix is no type of Điều 7; it is the default of a record inside a record.
APPENDIX = TypeName(key="appendix", words="phụ lục", law=None)
#: A form that others fill in: a label on top, then the head and the signers that it has itself.
FORM = TypeName(key="form", words="mẫu", law=None)


def type_name(value: object) -> TypeName:
    """Read the name of one of the 29 types or of a form of copy: Vietnamese, short or English.

    Raises:
        UnreadableError: SCH026, no such type; it says which one to choose, and how.
    """
    if isinstance(value, TypeName):
        return value
    if isinstance(value, State):
        known = term("document", "type")
        name = Text(vi=known.vietnamese, en=known.english)
        raise UnreadableError(Fault("SCH020", facts={"field": name}))
    written = line_of(value)
    found = find_type(written) or _copy_form(written)
    if found is None:
        raise UnreadableError(Fault("SCH026", facts={"found": written, "how": _how(written)}))
    return TypeName(found.key, written, found)


def _how(written: str) -> Text:
    """Say which type to choose for a name outside the list, and how the name is printed."""
    like = like_type(written)
    meant = None if like else meant_type(written)
    if meant is not None:
        return Text(vi=f"Có lẽ là «{meant.name.vi}»", en=f"«{meant.name.vi}» was probably meant")
    from vnadmindocs.law.text_types import find_text_type

    normative = find_text_type(written)
    if like is None and normative is not None and normative.rank:
        return Text(
            vi=f"{normative.name.vi} là văn bản quy phạm pháp luật, không lập theo Nghị định này",
            en=f"A {normative.name.en} is a normative text, which this decree is not about",
        )
    kind = like or find_type("thông báo")
    assert kind is not None
    chosen = f"«loại: {kind.name.vi}» và «tên loại in: {written.upper()}»"
    return Text(
        vi=f"Ghi loại gần nhất: {chosen}" if like else f"Ghi loại gần nhất, ví dụ {chosen}",
        en=chosen.replace(" và ", " and ").join(
            ("Write the nearest type: " if like else "Write the nearest type, such as ", "")
        ),
    )


def _copy_form(written: str) -> DocumentType | None:
    """Find a form of copy; few records are copies, and only they load what they are."""
    from vnadmindocs.law.copy_forms import find_copy_form

    return find_copy_form(written)


def attached_type_name(value: object) -> TypeName:
    """Read the type of an appendix or attached document, which may bear any name."""
    if isinstance(value, TypeName):
        return value
    if value is None or isinstance(value, State):
        return APPENDIX
    written = line_of(value)
    found = find_type(written)
    if found is not None:
        return TypeName(found.key, written, found)
    if fold(written) in ("phu_luc", "appendix"):
        return APPENDIX
    if is_form_name(written):
        return FORM
    return TypeName(written, written, None)


def asked_by(kind: TypeName) -> Iterator[str]:
    """Name the parts the decree asks of this type, beyond those its model requires."""
    if kind.law is not None:
        if kind.law.subject == "required":
            yield "subject"
        if kind.law.addressees == "required":
            yield "addressees"


#: What a record without a readable type is read as, so that its other faults come out too.
GENERAL = type_name("thông báo")

TypeField = Annotated[TypeName, Reads(type_name, TextInput, keeps_states=False)]
AttachedTypeField = Annotated[TypeName, Reads(attached_type_name, TextInput, keeps_states=False)]
