"""Hợp đồng, bản ghi nhớ, bản thỏa thuận: parties, what they agree on, a signature of each.

The decree has no form for them; docs/readings/contracts.md says what ours follows.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from vnadmindocs.law.wording import wording
from vnadmindocs.notation.person import read_person
from vnadmindocs.notation.signature import SignatureBlock, SignatureLine, SignatureLineKind
from vnadmindocs.record.body import BodyField
from vnadmindocs.record.document_type import TypeField, type_name
from vnadmindocs.record.fields import (
    Line,
    Lines,
    Reads,
    RecordModel,
    State,
    TextInput,
    nested,
    read_items,
    text_of,
)
from vnadmindocs.record.form_document import FormDocument
from vnadmindocs.record.model import Reading


class Party(RecordModel):
    """One party of a contract, its particulars one a line.

    Attributes:
        label: what it is called; None is BÊN A, BÊN B in the order of the parties.
        lines: all of it as printed, where it was written so.
    """

    vocabulary: ClassVar[str] = "party"

    label: Line = None
    name: Lines = None
    representative: Line = None
    post: Line = None
    authorization: Line = None
    address: Line = None
    telephone: Line = None
    account: Line = None
    tax_code: Line = None
    others: Lines = None

    def label_at(self, index: int) -> str:
        """Give what the party is called at its place among the parties, from 0."""
        if isinstance(self.label, str):
            return self.label
        return wording("contract.party").format(letter=chr(ord("A") + index))


def _read_party(value: object, reading: Reading) -> Party | str:
    """Read a party in fields, or as the lines that are printed."""
    if isinstance(value, str):
        return text_of(value)
    return nested(Party, value, reading.context)


def _read_parties(value: object, reading: Reading) -> tuple[Party | str, ...]:
    return read_items(value, lambda each: _read_party(each, reading))


PartiesField = Annotated[
    tuple[Party | str, ...] | State | None,
    Reads(_read_parties, TextInput | Party | list[TextInput | Party], with_info=True),
]


class Contract(FormDocument):
    """A contract; without «ký» each party signs by its representative."""

    vocabulary = "contract"

    type: TypeField = type_name("hợp đồng")
    body: BodyField
    signing_place: Line = None
    opening: Lines = None
    parties: PartiesField = None
    agreed: Lines = None

    def own_signatures(self) -> tuple[SignatureBlock, ...]:
        """Give a block for each party, in their order."""
        if not isinstance(self.parties, tuple):
            return ()
        return tuple(_block(party, index) for index, party in enumerate(self.parties))


class Memorandum(Contract):
    """A memorandum of understanding."""

    type: TypeField = type_name("bản ghi nhớ")


class Agreement(Contract):
    """An agreement."""

    type: TypeField = type_name("bản thỏa thuận")


def _block(party: Party | str, index: int) -> SignatureBlock:
    kinds = SignatureLineKind
    fields = party if isinstance(party, Party) else Party()
    # «BÊN A (BÊN THUÊ)» signs as BÊN A.
    label = fields.label_at(index).partition("(")[0].strip().upper()
    lines = [SignatureLine(kinds.AUTHORITY, wording("contract.signs").format(label=label))]
    if isinstance(fields.post, str):
        lines.append(SignatureLine(kinds.AUTHORITY, fields.post.upper()))
    lines.append(SignatureLine(kinds.GAP))
    if isinstance(fields.representative, str):
        name = read_person(fields.representative).name
        lines += [SignatureLine(kinds.NAME, name)] if name else []
    return SignatureBlock(tuple(lines))
