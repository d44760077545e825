"""What an agency profile that could be read has wrong in itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import closest, fold
from vnadmindocs.law.norms import norms
from vnadmindocs.record.fields import nearest
from vnadmindocs.terms import term

if TYPE_CHECKING:
    from vnadmindocs.notation.recipients import Recipients
    from vnadmindocs.record.issuer import Agency

UNKNOWN_RULE = "ISS010"
UNLISTED = "ISS013"
UNKNOWN_LIST = "REC005"
CIRCULAR_LIST = "REC006"


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
        for fault in _named_in(recipients, name, agency):
            yield fault.under("recipient_lists", name)


def _named_in(recipients: Recipients, name: str, agency: Agency) -> Iterator[Fault]:
    """Find a «@tên» in a list of the profile that is no list, or leads back to the list."""
    lists = {fold(each): found for each, found in agency.recipient_lists.items()}
    for one in recipients.every:
        wanted = one.list_name
        if wanted is None:
            continue
        if fold(wanted) not in lists:
            near = nearest(closest(wanted, list(agency.recipient_lists)))
            yield Fault(UNKNOWN_LIST, line=one.line, facts={"found": one.words, "near": near})
        elif fold(name) in _reached(fold(wanted), lists):
            yield Fault(CIRCULAR_LIST, line=one.line, facts={"found": one.words, "list": name})


def _reached(name: str, lists: Mapping[str, Recipients]) -> set[str]:
    """Name the lists that printing this one would print, itself included."""
    reached: set[str] = set()
    ahead = [name]
    while ahead:
        each = ahead.pop()
        if each in lists and each not in reached:
            reached.add(each)
            ahead += [fold(one.list_name) for one in lists[each].every if one.list_name is not None]
    return reached


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
