"""Ký: one signature block or several, as printed or in fields.

In fields the authority may be its words alone, ``quyền hạn: KT``: the lines are worded from them,
the signer's post and the body that issues the document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import count as count_up
from typing import Annotated, ClassVar

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.law.authority import (
    Chain,
    authorities,
    authority_alone,
    make_chain,
    print_chain,
)
from vnadmindocs.law.issuers import find_kind
from vnadmindocs.notation.signature import (
    SignatureBlock,
    SignatureLine,
    SignatureLineKind,
    SignaturePlace,
    name_faults,
    parse_signature,
    print_signature,
)
from vnadmindocs.record.fields import (
    Line,
    Lines,
    Reads,
    RecordModel,
    State,
    TextInput,
    choice_reader,
    nested,
    read_items,
    text_of,
)
from vnadmindocs.record.issuer import NOBODY_NAMED, Issuer
from vnadmindocs.record.model import Reading


class Signature(RecordModel):
    """A signature block in fields; every text is printed in the lines written.

    Attributes:
        authority: the lines above the signature as printed, or their words of authority alone:
            ``KT``, ``TM + KT``.
        post: the signer's own post, printed in capitals under the authority.
    """

    vocabulary: ClassVar[str] = "signature"

    dated: Line = None
    agency: Lines = None
    authority: Lines = None
    post: Lines = None
    caption: Line = None
    other_office: Lines = None
    name: Line = None
    office_below: Lines = None
    side: Annotated[
        SignaturePlace | State | None,
        Reads(choice_reader("signature", "side"), TextInput),
    ] = None

    @property
    def block(self) -> SignatureBlock:
        """The block as printed: date, agency, authority, caption, gap, office, name, office."""
        return self.block_of(None)

    def block_of(self, issuer: Issuer | None) -> SignatureBlock:
        """Give the block as printed when this body issues the document.

        Args:
            issuer: lends the name of the collective after ``TM.`` and the post of its head.
        """
        kinds = SignatureLineKind
        above, faults = self._above(issuer)
        lines = [
            *_lines(kinds.DATED, self.dated),
            *_lines(kinds.AGENCY, self.agency),
            *above,
            *_lines(kinds.CAPTION, self.caption),
            SignatureLine(kinds.GAP),
            *_lines(kinds.OTHER_OFFICE, self.other_office),
            *_lines(kinds.NAME, self.name),
            *_lines(kinds.OFFICE_BELOW, self.office_below),
        ]
        in_name = (fault.under("name") for fault in name_faults(lines))
        place = self.side if isinstance(self.side, str) else ""
        return SignatureBlock(tuple(lines), place, (*faults, *in_name))

    def _above(self, issuer: Issuer | None) -> tuple[list[SignatureLine], tuple[Fault, ...]]:
        """Give the lines of authority and post, and what could not be worded."""
        kind = SignatureLineKind.AUTHORITY
        written = self.authority if isinstance(self.authority, str) else ""
        post = self.post if isinstance(self.post, str) else ""
        keys = authority_alone(written)
        own = [
            SignatureLine(kind, line.upper(), number, "post")
            for number, line in enumerate(post.split("\n"))
            if line
        ]
        if not keys:
            return [*_lines(kind, self.authority), *own], ()
        body, head = _body_and_head(issuer)
        chain = make_chain(keys, post, body=body, head=head)
        if not chain.post:
            own = []
        steps = print_chain(Chain(chain.steps))
        lines = [SignatureLine(kind, line, written=False) for line in steps]
        open_ended = [step.key for step in chain.steps if not step.words]
        faults = tuple(
            Fault(NOBODY_NAMED, facts={"found": authorities()[key].printed}, path=("authority",))
            for key in open_ended
        )
        return [*lines, *own], faults


def line_place(line: SignatureLine) -> tuple[str, int, int]:
    """Give the field that a line of authority comes from, its line there and its length.

    Words made from the fields have no line: the whole field is meant.
    """
    field = line.source or "authority"
    return (field, line.line, len(line.text)) if line.written else (field, 0, 0)


def _lines(kind: SignatureLineKind, text: object) -> list[SignatureLine]:
    if not isinstance(text, str):
        return []
    return [SignatureLine(kind, line, number) for number, line in enumerate(text.split("\n"))]


def _body_and_head(issuer: Issuer | None) -> tuple[str, str]:
    """Name the collective that is signed for, and the post of its head; "" what is not known."""
    if issuer is None:
        return "", ""
    agency = issuer.agency
    name = agency.full_name if isinstance(agency.full_name, str) else issuer.printed_name
    kind = find_kind(name)
    head = agency.head if isinstance(agency.head, str) else kind.head if kind else ""
    # «TM. ỦY BAN NHÂN DÂN»: the place stands in the header.
    return (kind.name.vi if kind is not None and kind.rule == "kind" else name), head


def agency_names(issuers: object) -> tuple[str, ...]:
    """Name the bodies of a joint document, whose names may open a signature block.

    Args:
        issuers: what the record's ``agency`` holds.
    """
    if not isinstance(issuers, tuple) or len(issuers) < 2:
        return ()
    lines = (line for issuer in issuers for line in issuer.issuer_lines)
    return (*(issuer.printed_name for issuer in issuers), *lines)


def fields_of(block: SignatureBlock) -> Signature:
    """Take a block apart into its fields; printed they make the same block."""
    chain = block.chain
    above = block.authority[: chain.post_line] if chain.post else block.authority
    own = chain.post if all(line == line.upper() for line in chain.post) else ()
    texts = _texts_by_kind(block)
    texts[SignatureLineKind.AUTHORITY] = list(above if own else block.authority)
    return _signature(texts, block.place, "\n".join(own) or None)


def fields_of_block(block: SignatureBlock, agencies: Sequence[str] = ()) -> Signature | None:
    """Give a block in fields where its printed form alone would not say all of it.

    Args:
        block: one signer's block.
        agencies: the bodies that issue the document, as ``agency_names`` gives them.

    Returns:
        None when the printed form reads back to the same block.
    """
    printed = print_signature(block)
    try:
        if parse_signature(printed, agencies) == block:
            return None
    except UnreadableError:
        pass
    return _signature(_texts_by_kind(block), block.place, None)


def _texts_by_kind(block: SignatureBlock) -> dict[SignatureLineKind, list[str]]:
    texts: dict[SignatureLineKind, list[str]] = {}
    for line in block.lines:
        texts.setdefault(line.kind, []).append(line.text)
    return texts


def _signature(
    texts: Mapping[SignatureLineKind, Sequence[str]], place: SignaturePlace, post: str | None
) -> Signature:
    kinds = SignatureLineKind

    def lines_of(kind: SignatureLineKind) -> str | None:
        return "\n".join(texts[kind]) if texts.get(kind) else None

    return Signature(
        dated=lines_of(kinds.DATED),
        agency=lines_of(kinds.AGENCY),
        authority=lines_of(kinds.AUTHORITY),
        post=post,
        caption=lines_of(kinds.CAPTION),
        other_office=lines_of(kinds.OTHER_OFFICE),
        name=lines_of(kinds.NAME),
        office_below=lines_of(kinds.OFFICE_BELOW),
        side=place or None,
    )


def issuer_of(issuers: object, index: int, count: int) -> Issuer | None:
    """Find the body that a block is signed for.

    Args:
        issuers: what the record's ``agency`` holds.
        index: place of the block, from 0.
        count: how many blocks there are.

    Returns:
        In a joint document with a block for each body the one of the same place, else the first;
        None when no body is known.
    """
    if not isinstance(issuers, tuple) or not issuers:
        return None
    found: Issuer = issuers[index] if len(issuers) == count else issuers[0]
    return found


def _read(value: object, info: Reading) -> tuple[SignatureBlock, ...]:
    issuers = info.data.get("agency")
    names = agency_names(issuers)
    count = len(value) if isinstance(value, list | tuple) else 1
    places = count_up()
    return read_items(
        value,
        lambda each: _block(each, names, issuer_of(issuers, next(places), count), info.context),
    )


def _block(
    value: object, agencies: Sequence[str], issuer: Issuer | None, context: object
) -> SignatureBlock:
    if isinstance(value, SignatureBlock):
        return value
    if isinstance(value, Mapping | Signature):
        return nested(Signature, value, context).block_of(issuer)
    return _parsed(text_of(value), tuple(agencies))


# The letters of an office are signed by the same few, in the same words.
_parsed = lru_cache(maxsize=256)(parse_signature)


SignatureField = Annotated[
    tuple[SignatureBlock, ...] | State | None,
    Reads(_read, TextInput | Signature | list[TextInput | Signature], with_info=True),
]
