"""Rules about a signature and the body: the authority line, the head, the bodies that join."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import fold
from vnadmindocs.law.issuers import find_kind, head_of
from vnadmindocs.law.posts import Office, is_deputy_post, office_of
from vnadmindocs.lint.rule import rule
from vnadmindocs.lint.rules.sense.signature import before_a_body, is_under_a_head
from vnadmindocs.lint.signing import Signing, body_name, signings
from vnadmindocs.record.document import Document

_COLLECTIVES = ("people_committee", "government")
_TITLES = ("people_committee_chair", "prime_minister")
_WITH_AUTHORITY = ("type", "agency", "issuing_authority", "signature")
_NEEDS = ("type", "agency", "signature")
# Bodies all of whose heads have one title, by how the name begins.
_CHAIR: Office = frozenset({"chủ", "tịch"})
_ONE_TITLE: dict[str, Office] = {
    "sở ": frozenset({"giám", "đốc"}),
    "ủy ban nhân dân": _CHAIR,
    "uỷ ban nhân dân": _CHAIR,
    "ubnd": _CHAIR,
}


def _authority_line(record: Document) -> str:
    """Give the authority line that is written, in one line."""
    written = record.issuing_authority
    return " ".join(written.split()) if isinstance(written, str) else ""


def _at_authority(record: Document, code: str, facts: dict[str, object]) -> Fault:
    written = record.issuing_authority
    first = written.split("\n")[0] if isinstance(written, str) else ""
    return Fault(code, 0, 0, len(first.rstrip()), facts, ("issuing_authority",))


def _lead(record: Document) -> Signing | None:
    found = signings(record)
    return found[0] if found and (found[0].chain.steps or found[0].chain.post) else None


def _issued_by_authority(record: Document) -> bool:
    return bool(_authority_line(record))


def _is_joint(record: Document) -> bool:
    return isinstance(record.agency, tuple) and len(record.agency) > 1


@rule("SIG014", needs=_WITH_AUTHORITY, where=_issued_by_authority)
def collective_signed_without_tm(record: Document) -> Iterator[Fault]:
    """Find a document that a collective issues by its authority line, signed without TM."""
    line = _authority_line(record)
    lead = _lead(record) if line else None
    if lead is None or lead.chain.keys[:1] == ("TM",) or office_of(line) is not None:
        return
    kind = find_kind(line)
    if kind is not None and kind.key in _COLLECTIVES:
        if any(True for _ in before_a_body(lead)):
            return  # SIG010 speaks of «KT. ỦY BAN NHÂN DÂN»
        found = lead.block.authority[0]
        body = kind.name.vi.upper()
        yield lead.fault("SIG014", 0, "", {"found": found, "line": line, "expected": f"TM. {body}"})


@rule("SIG024", needs=_WITH_AUTHORITY, where=_issued_by_authority)
def head_issues_and_collective_signs(record: Document) -> Iterator[Fault]:
    """Find a document that a chair issues by its authority line, signed TM. the collective."""
    line = _authority_line(record)
    lead = _lead(record) if line else None
    if lead is None or lead.chain.keys[:1] != ("TM",):
        return
    step = lead.chain.steps[0]
    kind = find_kind(step.words)
    issuing = find_kind(line)
    if kind is None or kind.key not in _COLLECTIVES or issuing is None:
        return
    if issuing.key in _TITLES:
        found = lead.block.authority[step.line]
        yield lead.fault("SIG024", step.line, "", {"found": found, "line": line})


@rule("SIG025", needs=_WITH_AUTHORITY, where=_issued_by_authority)
def body_issues_and_not_its_head(record: Document) -> Iterator[Fault]:
    """Find an authority line that names a head-led body and not its head."""
    law = record.type.law
    line = _authority_line(record)
    if not line or law is None or law.authority_is_body or not law.issuing_authority:
        return
    if office_of(line) is not None:
        return
    kind = find_kind(line)
    if is_under_a_head(kind):
        yield _at_authority(record, "SIG025", {"found": line, "expected": head_of(line) or line})


@rule("SIG026", needs=_WITH_AUTHORITY, where=_issued_by_authority)
def another_head_issues(record: Document) -> Iterator[Fault]:
    """Find an authority line that names one head, and a signature for another."""
    line = _authority_line(record)
    lead = _lead(record) if line else None
    if lead is None or "TM" in lead.chain.keys:
        return
    issuing, signing = office_of(line), office_of(lead.chain.top_post)
    # Several titles on lines of their own: one of them may be meant.
    if issuing is None or signing is None or issuing == signing or len(lead.chain.post) > 1:
        return
    found = lead.chain.top_post
    number = 0 if lead.chain.steps else lead.chain.post_line
    yield lead.fault("SIG026", number, found, {"found": found, "line": line})


@rule("SIG027", needs=_WITH_AUTHORITY)
def not_the_head_of_the_body(record: Document) -> Iterator[Fault]:
    """Find a signer, or one signed for, who is not the head of the issuing body."""
    law = record.type.law
    if law is not None and law.signature != "one":
        return
    line = _authority_line(record)
    for signing in signings(record):
        chain = signing.chain
        found = chain.top_post
        office = office_of(found)
        if office is None or not signing.for_a_body:
            continue
        if "TM" in chain.keys or len(chain.post) > 1 or is_deputy_post(found):
            continue
        if signing.block.other_offices or (line and office_of(line) is not None):
            continue
        head = _head(signing, office)
        expected = office_of(head)
        if expected is not None and expected != office and not signing.by_other_rules:
            number = chain.steps[0].line if chain.steps else chain.post_line
            facts = {"found": found, "body": signing.body, "head": head.upper()}
            yield signing.fault("SIG027", number, found, facts)


def _head(signing: Signing, office: Office) -> str:
    """Give the post of the body's head; "" when nobody can be sure of it."""
    if signing.issuer is None:
        return ""
    head = signing.issuer.agency.head
    if isinstance(head, str):
        return head
    # Most signatures are right: the kind of the body is looked up for the others.
    titles = {
        title
        for name in signing.names_of_bodies
        for beginning, title in _ONE_TITLE.items()
        if name.casefold().startswith(beginning)
    }
    if not titles or office in titles:
        return ""
    kind = signing.kind
    return kind.head if kind is not None and kind.key in ("people_committee", "department") else ""


@rule("SIG029", needs=_NEEDS, where=_is_joint)
def bodies_and_signatures_differ_in_number(record: Document) -> Iterator[Fault]:
    """Find a joint document with more or fewer signatures than bodies."""
    law = record.type.law
    if law is not None and law.key == "minutes":
        return
    if not isinstance(record.agency, tuple) or not isinstance(record.signature, tuple):
        return
    bodies, blocks = len(record.agency), len(record.signature)
    if bodies > 1 and bodies != blocks:
        facts = {"found": blocks, "expected": bodies}
        yield Fault("SIG029", facts=facts, path=("signature",), of_key=True)


@rule("SIG030", needs=_NEEDS, where=_is_joint)
def lead_body_signs_first(record: Document) -> Iterator[Fault]:
    """Find a joint document in which the block of the lead body is not the first."""
    if not isinstance(record.agency, tuple) or len(record.agency) < 2:
        return
    named = [_place_of(signing, record) for signing in signings(record)]
    if len(named) > 1 and named[0] not in (None, 0) and 0 in named:
        first = signings(record)[0]
        line = first.block.lines[0]
        lead = body_name(record.agency[0])
        facts = {"found": line.text, "lead": lead}
        path = (*first.path, "agency")
        yield Fault("SIG030", line.line, 0, len(line.text), facts, path)


def _place_of(signing: Signing, record: Document) -> int | None:
    """Find which body of the header a block names; None when it names none."""
    name = fold(" ".join(signing.block.agency))
    if not name or not isinstance(record.agency, tuple):
        return None
    for index, issuer in enumerate(record.agency):
        names = {fold(body_name(issuer)), fold(issuer.printed_name)}
        if any(each.startswith(name) or name.startswith(each) for each in names if each):
            return index
    return None
