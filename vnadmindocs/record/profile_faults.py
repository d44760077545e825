"""What an agency profile that could be read has wrong in itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import closest, fold
from vnadmindocs.law.norms import norms
from vnadmindocs.record.fields import nearest
from vnadmindocs.terms import term

if TYPE_CHECKING:
    from vnadmindocs.record.issuer import Agency

UNKNOWN_RULE = "ISS010"
UNLISTED = "ISS013"


def profile_faults(agency: Agency) -> Iterator[Fault]:
    """Give what a profile that could be read has wrong: no name, rules that widen the decree's."""
    if not (agency.header or agency.full_name):
        yield Fault("SCH036")
    if agency.rules:
        for fault in norms().narrowed(agency.rules)[1]:
            unknown = fault.code == UNKNOWN_RULE
            yield replace(fault, of_key=unknown).under("rules", str(fault.facts["key"]))
    yield from _unlisted(agency)
    for index, signer in enumerate(agency.signers):
        for fault in signer.faults:
            yield fault.under("signers", index)
    for name, recipients in agency.recipient_lists.items():
        for fault in recipients.faults:
            yield fault.under("recipient_lists", name)


def _unlisted(agency: Agency) -> Iterator[Fault]:
    """Find a default signer or drafting unit that the profile's own lists do not have."""
    signers = [signer.name for signer in agency.signers if isinstance(signer.name, str)]
    for name, home, known in (
        ("default_signer", "signers", signers),
        ("drafting_unit", "units", list(agency.units)),
    ):
        wanted = getattr(agency, name)
        if not known or not isinstance(wanted, str) or fold(wanted) in map(fold, known):
            continue
        facts = {
            "found": wanted,
            "field": _named(name),
            "list": _named(home),
            "near": nearest(closest(wanted, known)),
        }
        yield Fault(UNLISTED, facts=facts, path=(name,))


def _named(field_name: str) -> Text:
    found = term("agency", field_name)
    return Text(vi=found.vietnamese, en=found.english)
