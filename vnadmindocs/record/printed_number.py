"""The number a document prints: a symbol that was not written is made of type, agency and unit."""

from __future__ import annotations

from collections.abc import Sequence

from vnadmindocs.law.issuers import propose_abbreviation
from vnadmindocs.law.wording import wording
from vnadmindocs.notation.symbol import Number, compose_symbol
from vnadmindocs.record.document import Document
from vnadmindocs.record.issuer import Issuer


def number_of(record: Document, issuers: Sequence[Issuer]) -> Number:
    """Give the number with the symbol it prints; what is not known is empty."""
    number = record.number if isinstance(record.number, Number) else Number()
    if number.symbol:
        return number
    if isinstance(record.symbol, str):
        return Number(number.number, record.symbol)
    if record.symbol is not None:
        return number
    return Number(number.number, default_symbol(record, issuers))


def symbol_is_default(record: Document) -> bool:
    """Tell whether the symbol is made of other fields."""
    return record.symbol is None and not (
        isinstance(record.number, Number) and record.number.symbol
    )


def default_symbol(record: Document, issuers: Sequence[Issuer]) -> str:
    """Compose the symbol from the type and the bodies' abbreviations.

    A công văn has no abbreviation of its type and ends with the drafting unit
    (PL1·P1·II.3.b). A gap stands for a body whose abbreviation is not known.
    """
    letters = abbreviations(issuers) or (wording("number.gap"),)
    law = record.type.law
    kind = law.abbreviation if law else ""
    unit = drafting_unit(issuers) if law and law.unit_in_symbol else ""
    return compose_symbol(kind, letters, unit)


def abbreviations(issuers: Sequence[Issuer]) -> tuple[str, ...]:
    """Give each body's abbreviation, the customary one where its profile has none, or a gap."""
    gap = wording("number.gap")
    return tuple([_abbreviation(issuer) or gap for issuer in issuers])


def drafting_unit(issuers: Sequence[Issuer]) -> str:
    """Give the abbreviation of the lead body's drafting unit; "" when none is known."""
    unit = issuers[0].agency.drafting_unit if issuers else None
    return unit if isinstance(unit, str) else ""


def _abbreviation(issuer: Issuer) -> str:
    agency = issuer.agency
    if agency.abbreviation is not None:
        return agency.abbreviation if isinstance(agency.abbreviation, str) else ""
    name = agency.full_name if isinstance(agency.full_name, str) else issuer.printed_name
    return propose_abbreviation(name) or "" if name else ""
