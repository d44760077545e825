"""Bản sao: a sao y, sao lục or trích sao of another document (Đ.25, PL1·P2).

It has number, date, signer and recipients of the body that copies; all else it prints is the
document's that is copied.
"""

from __future__ import annotations

from typing import Annotated

from vnadmindocs.language.text import fold
from vnadmindocs.record.body import BodyField
from vnadmindocs.record.document import Document
from vnadmindocs.record.document_type import TypeField, type_name
from vnadmindocs.record.extract import PassagesField
from vnadmindocs.record.fields import Reads, State, TextInput, line_of
from vnadmindocs.record.images import read_millimetres
from vnadmindocs.record.original import OriginalField

#: The block of the copy stands on a page of its own.
NEW_PAGE = "new page"
_NEW_PAGE = frozenset({"trang_moi", "new_page"})


def _read_place(value: object) -> str | float:
    if isinstance(value, str) and fold(line_of(value)) in _NEW_PAGE:
        return NEW_PAGE
    return read_millimetres(value)


class Copy(Document):
    """A copy of a document.

    ``block_at`` is ``NEW_PAGE``, or how many mm below the top edge of the last page of a PDF the
    block of the copy begins; None: under what stands last on it.
    """

    vocabulary = "copy"

    type: TypeField = type_name("sao y")
    body: BodyField = None
    original: OriginalField
    passages: PassagesField = None
    block_at: Annotated[str | float | State | None, Reads(_read_place, TextInput)] = None
