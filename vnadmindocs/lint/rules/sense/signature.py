"""Rules about the lines above a signature: words of authority, and the posts under them.

A post that ``law.posts`` does not know is not judged. The Party, its organisations and companies
sign by rules of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.law.authority import Step, authorities, chain_allowed
from vnadmindocs.law.issuers import IssuerKind, find_kind
from vnadmindocs.law.posts import (
    head_of_deputy,
    is_collective_name,
    is_deputy_of,
    is_deputy_post,
    is_staff_post,
    office_of,
)
from vnadmindocs.lint.rule import rule
from vnadmindocs.lint.signing import Signing, signings, under_authority
from vnadmindocs.record.document import Document

_NEEDS = ("type", "agency", "signature")
_COMMITTEE = "people_committee"
# Kinds whose head alone decides; boards, funds and companies may be led otherwise.
_UNDER_A_HEAD = (
    "ministry", "department", "general_department", "authority", "sub_department", "directorate",
    "office", "inspectorate", "division", "university", "school", "hospital", "health_station",
    "centre", "treasury", "social_insurance", "forest_station", "state_audit",
    "government_inspectorate", "government_office", "state_bank",
)  # fmt: skip


def is_under_a_head(kind: IssuerKind | None) -> bool:
    """Tell whether bodies of a kind are surely led by a head alone."""
    return kind is not None and kind.key in _UNDER_A_HEAD


def _of_several_parties(record: Document) -> bool:
    """Whether parties, or secretary and chair, sign: not as those who issue a document do."""
    law = record.type.law
    return law is not None and law.signature != "one"


@rule("SIG010", needs=_NEEDS, where=under_authority)
def authority_before_a_body(record: Document) -> Iterator[Fault]:
    """Find KT., TL. or TUQ. before the name of a body: they stand before the post of its head."""
    for signing in signings(record):
        for step, kind in before_a_body(signing):
            word = authorities()[step.key].printed
            facts = {"found": step.words, "word": word, "expected": f"{word} {kind.head.upper()}"}
            yield signing.fault("SIG010", step.line, step.words, facts)


def before_a_body(signing: Signing) -> Iterator[tuple[Step, IssuerKind]]:
    """Give the steps with KT., TL. or TUQ. that name a body, each with its kind."""
    for step in signing.chain.steps:
        if step.key in ("TM", "Q") or office_of(step.words) is not None:
            continue
        kind = find_kind(step.words)
        if kind is None or not (is_under_a_head(kind) or kind.key == _COMMITTEE):
            continue
        if not signing.by_other_rules:
            yield step, kind


@rule("SIG011", needs=_NEEDS, where=under_authority)
def deputy_of_another_head(record: Document) -> Iterator[Fault]:
    """Find a deputy who signs for a head that the post is not the deputy of."""
    for signing in signings(record):
        last, post = signing.last, signing.chain.post
        if last is None or last.key != "KT" or not post:
            continue
        if is_deputy_of("\n".join(post), last.words) is False:
            number, found = signing.own_post_fault
            facts = {"found": found, "head": last.words, "expected": head_of_deputy(found)}
            yield signing.fault("SIG011", number, found, facts)


@rule("SIG012", needs=_NEEDS, where=under_authority)
def no_deputy_signs_for_the_head(record: Document) -> Iterator[Fault]:
    """Find KT. above the post of one who is no deputy."""
    for signing in signings(record):
        last, post = signing.last, signing.chain.post
        if last is None or last.key != "KT" or not post:
            continue
        if any(is_deputy_post(part) for line in post for part in line.split(" - ")):
            continue
        number, found = signing.own_post_fault
        leads = office_of(found) is not None or is_staff_post(found)
        if leads and not signing.of_armed_forces:
            yield signing.fault("SIG012", number, found, {"found": found, "head": last.words})


@rule("SIG013", needs=_NEEDS, where=under_authority)
def on_behalf_of_a_head_led_body(record: Document) -> Iterator[Fault]:
    """Find TM. before the name of a body whose head alone decides."""
    if _of_several_parties(record):
        return
    for signing in signings(record):
        for step in signing.chain.steps:
            if step.key != "TM" or is_collective_name(step.words):
                continue
            kind = find_kind(step.words)
            if kind is not None and is_under_a_head(kind) and not _profile_is_collective(signing):
                facts = {"found": step.words, "kind": kind.name, "head": kind.head.upper()}
                yield signing.fault("SIG013", step.line, step.words, facts)


def _profile_is_collective(signing: Signing) -> bool:
    return signing.issuer is not None and signing.issuer.agency.collective == "yes"


@rule("SIG015", needs=_NEEDS)
def deputy_signs_in_own_name(record: Document) -> Iterator[Fault]:
    """Find a deputy, in charge or not, who signs without KT."""
    if _of_several_parties(record):
        return
    for signing in signings(record):
        chain = signing.chain
        if len(chain.post) != 1 or not is_deputy_post(chain.post[0]) or not signing.for_a_body:
            continue
        if any(key != "TM" for key in chain.keys):
            continue
        of_committee = bool(chain.steps) and _kind_key(chain.steps[0].words) == _COMMITTEE
        if not of_committee and (chain.steps or not _deputy_signs_for_head(signing)):
            continue
        number, found = signing.own_post_fault
        head = head_of_deputy(found)
        yield signing.fault("SIG015", number, found, {"found": found, "expected": f"KT. {head}"})


def _kind_key(name: str) -> str:
    kind = find_kind(name)
    return kind.key if kind is not None else ""


def _deputy_signs_for_head(signing: Signing) -> bool:
    """Whether a deputy of this body surely signs KT."""
    if signing.by_other_rules or signing.of_armed_forces:
        return False
    kind = signing.kind
    return kind is not None and (is_under_a_head(kind) or kind.key == _COMMITTEE)


@rule("SIG016", needs=_NEEDS, where=under_authority)
def delegated_further(record: Document) -> Iterator[Fault]:
    """Find a signer who passes on what was delegated to them."""
    for signing in signings(record):
        keys = signing.chain.keys
        if "TUQ" not in keys or signing.by_other_rules:
            continue
        for step in signing.chain.steps[keys.index("TUQ") + 1 :]:
            if step.key in ("KT", "TL", "TUQ"):
                facts = {"found": f"{authorities()[step.key].printed} {step.words}".strip()}
                yield signing.fault("SIG016", step.line, "", facts)


@rule("SIG017", needs=_NEEDS, where=under_authority)
def no_head_of_a_unit(record: Document) -> Iterator[Fault]:
    """Find TL. or TUQ. above the post of one who does not lead a unit."""
    for signing in signings(record):
        last, post = signing.last, signing.chain.post
        if last is None or last.key not in ("TL", "TUQ") or len(post) != 1:
            continue
        number, found = signing.own_post_fault
        if not (is_deputy_post(found) or is_staff_post(found)):
            continue
        if signing.by_other_rules or signing.of_armed_forces:
            continue
        facts = {"found": found, "word": authorities()[last.key].printed}
        yield signing.fault("SIG017", number, found, facts)


@rule("SIG018", needs=_NEEDS, where=under_authority)
def words_of_authority_out_of_order(record: Document) -> Iterator[Fault]:
    """Find words of authority that may not stand one under the other."""
    for signing in signings(record):
        steps = signing.chain.steps
        for above, below in pairwise(steps):
            # Delegating further is SIG016; two collectives, one over the other, are no fault.
            if above.key == "TUQ" or (above.key, below.key) == ("TM", "TM"):
                continue
            if chain_allowed((above.key, below.key)) or signing.by_other_rules:
                continue
            facts = {
                "above": authorities()[above.key].printed,
                "found": authorities()[below.key].printed,
            }
            yield signing.fault("SIG018", below.line, "", facts)


@rule("SIG019", needs=_NEEDS, where=under_authority)
def own_post_is_missing(record: Document) -> Iterator[Fault]:
    """Find a word of authority with no post of the signer under it."""
    for signing in signings(record):
        last = signing.last
        if last is None or last.key == "Q" or signing.chain.post:
            continue
        # «KT. CHỦ TỊCH - PHÓ CHỦ TỊCH» in one line says it all the same.
        if any(is_deputy_post(part) for part in last.words.split(" - ")[1:]):
            continue
        if last.key == "TM" and (
            _of_several_parties(record) or _kind_key(last.words) != _COMMITTEE
        ):
            continue
        facts = {"found": f"{authorities()[last.key].printed} {last.words}".strip()}
        yield signing.fault("SIG019", last.line, "", facts)


@rule("SIG034", needs=_NEEDS, where=under_authority)
def word_of_authority_as_printed(record: Document) -> Iterator[Fault]:
    """Find a word of authority that is not written as the decree has it: ``K/T``, ``TM``."""
    for signing in signings(record):
        lines = signing.authority_lines
        for step in signing.chain.steps:
            word = authorities()[step.key].printed
            text = lines[step.line].text if step.line < len(lines) else word
            if text.upper().startswith(word) or signing.by_other_rules:
                continue
            rest = text[len(text) - len(step.words) :] if text.endswith(step.words) else ""
            found = (text[: len(text) - len(rest)] if rest else text.split()[0]).strip()
            yield signing.fault("SIG034", step.line, found, {"found": found, "expected": word})
