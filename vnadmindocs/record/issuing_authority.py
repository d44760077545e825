"""The authority line above the grounds, when the record does not write it.

With TM. the body's own full name; else the title of its head and the full name (PL3·1.2, note 6).
"""

from __future__ import annotations

from vnadmindocs.law.authority import authorities
from vnadmindocs.notation.signature import SignatureBlock
from vnadmindocs.record.document import Document
from vnadmindocs.record.issuer import Issuer


def derived_authority(record: Document) -> str | None:
    """Derive the authority line in capitals; None when the profile does not tell enough."""
    if not isinstance(record.agency, tuple) or not record.agency:
        return None
    issuer = record.agency[0]
    agency = issuer.agency
    name = agency.full_name.upper() if isinstance(agency.full_name, str) else issuer.printed_name
    if not name:
        return None
    law = record.type.law
    if (law is not None and law.authority_is_body) or _signed_for_collective(record, issuer):
        return name
    if isinstance(agency.head, str):
        return f"{agency.head.upper()} {name}"
    return None


def _signed_for_collective(record: Document, issuer: Issuer) -> bool:
    """Tell whether a collective decides: the lead signature says so, or else the profile.

    The head of a collective also signs in their own right, without TM.; so the profile speaks
    only where the signature has no words before the name.
    """
    blocks = record.signature
    if isinstance(blocks, tuple) and blocks:
        block = blocks[0]
    elif issuer.default_signer is not None:
        block = issuer.default_signer.block
    else:
        return issuer.agency.collective == "yes"
    return _opens_with_tm(block) if block.authority else issuer.agency.collective == "yes"


def _opens_with_tm(block: SignatureBlock) -> bool:
    tm = authorities()["TM"].printed
    return block.authority[0].upper().startswith(tm)
