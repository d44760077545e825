"""One letter for many addressees: each gets a copy with its own Kính gửi, and nothing else differs.

A group comes apart into its members where they can be told apart
(``notation.addressee_groups``); the same name twice is one copy.
"""

from __future__ import annotations

from vnadmindocs.language.text import without_accents
from vnadmindocs.law.wording import wording
from vnadmindocs.layout.file_names import file_names
from vnadmindocs.layout.part_context import issuers_of
from vnadmindocs.notation.addressee_groups import members_of
from vnadmindocs.record.addressees import Addressees
from vnadmindocs.record.document import Document
from vnadmindocs.record.named_lists import expanded_addressees
from vnadmindocs.values import dataclass

_FEWEST_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy of one addressee.

    Attributes:
        name: what its file adds to the name of the document: ``-01-so-tai-chinh``.
        record: the record with that addressee alone.
    """

    name: str
    record: Document


def copies(record: Document) -> tuple[Copy, ...]:
    """Give a copy of a record for each of its addressees, in their order; () when it has none."""
    written = record.addressees
    if not isinstance(written, Addressees):
        return ()
    receivers = dict.fromkeys(
        member
        for words, _ in expanded_addressees(written, issuers_of(record))
        for member in members_of(words)
    )
    digits = max(len(str(len(receivers))), _FEWEST_DIGITS)
    return tuple(
        Copy(
            f"-{number:0{digits}}{_name(words)}",
            record.model_copy(update={"addressees": Addressees((words,))}),
        )
        for number, words in enumerate(receivers, 1)
    )


def _name(words: str) -> str:
    """Give the part of a file's name that says who it is for, in plain letters."""
    readable = any(each.isalnum() for each in without_accents(words) if each.isascii())
    (name,) = file_names([words if readable else wording("recipients.label")])
    return name
