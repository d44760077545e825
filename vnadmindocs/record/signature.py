"""Ký: one signature block or several, as printed or in fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, ClassVar

from vnadmindocs.diagnostics.fault import UnreadableError
from vnadmindocs.notation.signature import (
    SignatureBlock,
    SignatureLine,
    SignatureLineKind,
    SignaturePlace,
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
from vnadmindocs.record.model import Reading


class Signature(RecordModel):
    """A signature block in fields; every text is printed in the lines written."""

    vocabulary: ClassVar[str] = "signature"

    agency: Lines = None
    authority: Lines = None
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
        """The block as printed: agency, authority, caption, gap, office, name, office."""
        kinds = SignatureLineKind
        lines: list[SignatureLine] = []
        for kind, text in (
            (kinds.AGENCY, self.agency),
            (kinds.AUTHORITY, self.authority),
            (kinds.CAPTION, self.caption),
            (kinds.GAP, None),
            (kinds.OTHER_OFFICE, self.other_office),
            (kinds.NAME, self.name),
            (kinds.OFFICE_BELOW, self.office_below),
        ):
            if kind is kinds.GAP:
                lines.append(SignatureLine(kind))
            elif isinstance(text, str):
                lines.extend(
                    SignatureLine(kind, line, line=number)
                    for number, line in enumerate(text.split("\n"))
                )
        return SignatureBlock(tuple(lines), self.side if isinstance(self.side, str) else "")


def agency_names(issuers: object) -> tuple[str, ...]:
    """Name the bodies of a joint document, whose names may open a signature block.

    Args:
        issuers: what the record's ``agency`` holds.
    """
    if not isinstance(issuers, tuple) or len(issuers) < 2:
        return ()
    lines = (line for issuer in issuers for line in issuer.issuer_lines)
    return (*(issuer.printed_name for issuer in issuers), *lines)


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
    texts: dict[SignatureLineKind, list[str]] = {}
    for line in block.lines:
        texts.setdefault(line.kind, []).append(line.text)
    kinds = SignatureLineKind

    def lines_of(kind: SignatureLineKind) -> str | None:
        return "\n".join(texts[kind]) if kind in texts else None

    return Signature(
        agency=lines_of(kinds.AGENCY),
        authority=lines_of(kinds.AUTHORITY),
        caption=lines_of(kinds.CAPTION),
        other_office=lines_of(kinds.OTHER_OFFICE),
        name=lines_of(kinds.NAME),
        office_below=lines_of(kinds.OFFICE_BELOW),
        side=block.place or None,
    )


def _read(value: object, info: Reading) -> tuple[SignatureBlock, ...]:
    names = agency_names(info.data.get("agency"))
    return read_items(value, lambda each: _block(each, names, info.context))


def _block(value: object, agencies: Sequence[str], context: object) -> SignatureBlock:
    if isinstance(value, SignatureBlock):
        return value
    if isinstance(value, Mapping | Signature):
        return nested(Signature, value, context).block
    return parse_signature(text_of(value), agencies)


SignatureField = Annotated[
    tuple[SignatureBlock, ...] | State | None,
    Reads(_read, TextInput | Signature | list[TextInput | Signature], with_info=True),
]
