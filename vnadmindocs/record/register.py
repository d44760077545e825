"""The register of legal texts of an office: a YAML file that a profile or a record names.

Its entries stand before those of the starter register: an entry of the same key mends the
starter's, field by field, another key adds a text. Read once for the same bytes, with findings
and places in the file itself; nothing of it is loaded for a record that names none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from typing import TYPE_CHECKING, Annotated

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import fold
from vnadmindocs.record.fields import State, TextInput, in_context, line_of, nearest
from vnadmindocs.record.folder import Folder, folder_of
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.law.register import LegalText, Register, Shelf
    from vnadmindocs.record.document import Document
    from vnadmindocs.record.issuer import Issuer

UNKNOWN_KEY = "CIT028"
UNKNOWN_NUMBER = "CIT029"


@dataclass(frozen=True, slots=True)
class OfficeRegister:
    """The register of an office, read.

    Attributes:
        source: path of the file as written.
        complete: whether the office cites nothing that is not in it.
    """

    source: str
    complete: bool
    shelf: Shelf = field(compare=False)


def read_register(value: object, context: object) -> OfficeRegister:
    """Read the register that a path names.

    Raises:
        UnreadableError: as ``register_file.read_file``.
    """
    if isinstance(value, OfficeRegister):
        return value
    from vnadmindocs.record.register_file import read_file

    return read_file(line_of(value), folder_of(context))


def inside(context: object, register: object, agency: object) -> object:
    """Give the context to read appendices in: the registers named here are known there too."""
    found = tuple(_named_by(register, agency))
    if not found:
        return context
    folder = folder_of(context)
    return replace(folder, registers=(*found, *folder.registers))


def register_for(register: object, agency: object, context: object = None) -> Register:
    """Give the register a record is read with: its own, its office's, the superior's, the starter.

    Args:
        register: the field of the record.
        agency: the field of the record, bodies of a joint document alike.
        context: the folder it is read in, which knows what is named around an appendix.
    """
    from vnadmindocs.law.register import Register, starter

    around = context.registers if isinstance(context, Folder) else ()
    found = [*_named_by(register, agency), *around]
    shelves = dict.fromkeys(each.shelf for each in found)
    return Register((*shelves, starter()), complete=any(each.complete for each in found))


def register_of(record: Document) -> Register:
    """Give the register that the citations of a record are judged by."""
    return register_for(record.register, record.agency)


def names_register(record: Document) -> bool:
    """Tell whether a record or its office names a register."""
    return any(True for _ in _named_by(record.register, record.agency))


def _named_by(register: object, agency: object) -> Iterator[OfficeRegister]:
    if isinstance(register, OfficeRegister):
        yield register
    for issuer in agency if isinstance(agency, tuple) else ():
        yield from _of_issuer(issuer)


def _of_issuer(issuer: Issuer) -> Iterable[OfficeRegister]:
    above: Issuer | State | None = issuer
    while above is not None and not isinstance(above, State):
        if isinstance(above.agency.register, OfficeRegister):
            yield above.agency.register
        above = above.agency.parent


def text_named(words: str, register: Register) -> LegalText | Fault | None:
    """Find the text that a ground names by its key or its number alone.

    The number of a local body means the text of the office's own register, never the starter's:
    every province has a ``21/2019/QĐ-UBND``.

    Returns:
        The text; a fault without place where what is written cannot be anything else; None where
        the words are the ground's own.
    """
    from vnadmindocs.law.register import starter
    from vnadmindocs.notation.register import key_written, names_one_text, number_written

    number = number_written(words)
    if number:
        found = register.of_number(number)
        if not names_one_text(number):
            found = tuple(text for text in found if starter().of_key(text.key) is not text)
        kind = words.removesuffix(number).strip()
        if len(found) == 1 and (not kind or fold(kind) == fold(found[0].type)):
            return found[0]
        if kind:
            return None
        alike = register.of_number(number)
        near = _by_key(alike) if alike else nearest(register.suggest(number))
        return Fault(UNKNOWN_NUMBER, facts={"found": words, "near": near})
    if " " in words or "-" not in words:
        return None
    text = register.of_key(words)
    if text is None and key_written(words):
        facts = {"found": words, "near": nearest(register.suggest(words))}
        return Fault(UNKNOWN_KEY, facts=facts)
    return text


def _by_key(texts: Iterable[LegalText]) -> Text:
    """Say by which keys the texts of one number are told apart, as the end of a hint."""
    listed = [(text.issuer, text.key) for text in texts]
    vi = ", ".join(f"«{key}» ({issuer})" for issuer, key in listed)
    return Text(vi=f"; hoặc ghi mã {vi}", en=f"; or the name {vi}")


RegisterField = Annotated[
    OfficeRegister | State | None,
    in_context(read_register, TextInput),
]
