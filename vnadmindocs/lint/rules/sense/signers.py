"""Rules about who signs: the name, what stands before it, the profile's signers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import closest
from vnadmindocs.law.posts import is_deputy_post, office_of, titles_before, wearer
from vnadmindocs.lint.rule import rule
from vnadmindocs.lint.signing import Signing, body_name, same_words, signings, without_titles
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.notation.signature import SignatureLine, SignatureLineKind
from vnadmindocs.notation.symbol import Number
from vnadmindocs.record.document import Appendix, Document
from vnadmindocs.record.fields import nearest
from vnadmindocs.record.issuer import Issuer, Signer

_NEEDS = ("type", "agency", "signature")


def _name_lines(signing: Signing) -> list[SignatureLine]:
    return [line for line in signing.block.lines if line.kind is SignatureLineKind.NAME]


def _at_name(signing: Signing, code: str, line: SignatureLine, facts: dict[str, object]) -> Fault:
    length = len(line.text)
    return Fault(code, line.line, 0, length, facts, (*signing.path, "name"))


def _lists_signers(record: Document) -> bool:
    issuers = record.agency if isinstance(record.agency, tuple) else ()
    return bool(issuers) and all(issuer.agency.signers for issuer in issuers)


def _states_a_seal(record: Document) -> bool:
    issuers = (signing.issuer for signing in signings(record))
    return any(issuer is not None and issuer.agency.seal is not None for issuer in issuers)


@rule("SIG021", needs=_NEEDS)
def title_before_the_name(record: Document) -> Iterator[Fault]:
    """Find ranks, degrees and honours before a name where no sector allows them."""
    for signing in signings(record):
        if not signing.written:
            continue
        name = signing.name
        before, ranks = titles_before(name)
        if not before or _allowed(signing, ranks=ranks):
            continue
        for line in _name_lines(signing):
            taken = before if line.text.startswith(before) else line.text
            facts: dict[str, object] = {"found": taken, "name": signing.bare_name}
            fault = _at_name(signing, "SIG021", line, facts)
            yield Fault(fault.code, fault.line, 0, len(taken), facts, fault.path)
            break


def _allowed(signing: Signing, *, ranks: bool) -> bool:
    """Whether the profile, or without its word the sector, lets it stand there."""
    if signing.issuer is None:
        return True
    stated = signing.issuer.agency.before_names
    if stated is not None:
        return stated == "both" or stated == ("ranks" if ranks else "degrees")
    sectors = {wearer(name) for name in signing.names_of_bodies}
    # Officers sit on councils and boards of civil bodies too.
    kind = signing.kind if ranks else None
    if kind is not None and kind.led == "advisory":
        return True
    # Schools and hospitals of the armed forces print both.
    return "armed" in sectors or ("learned" in sectors and not ranks) or signing.by_other_rules


@rule("SIG022", needs=_NEEDS, where=_lists_signers)
def signer_is_not_in_the_profile(record: Document) -> Iterator[Fault]:
    """Find a signer whom the profile, which lists who may sign, does not name."""
    for signing, line, signer in _compared(record):
        # Those who may sign for the body are listed; heads of its units sign by order.
        if {"TL", "TUQ"} & set(signing.chain.keys):
            continue
        if signer is None and signing.issuer is not None:
            names = [each.name for each in signing.issuer.agency.signers]
            known = [name for name in names if isinstance(name, str)]
            found = signing.bare_name
            facts: dict[str, object] = {
                "found": found,
                "agency": body_name(signing.issuer),
                "near": nearest(closest(found, known)),
            }
            yield _at_name(signing, "SIG022", line, facts)


@rule("SIG023", needs=_NEEDS, where=_lists_signers)
def post_is_not_that_of_the_profile(record: Document) -> Iterator[Fault]:
    """Find a signer whose post the profile gives otherwise."""
    for signing, _, signer in _compared(record):
        if signer is None or signing.block.other_offices or not _posts_differ(signing, signer):
            continue
        number, found = signing.own_post_fault
        facts = {"found": found, "name": signing.bare_name, "expected": _post_of(signer)}
        yield signing.fault("SIG023", number, found, facts)


def _post_of(signer: Signer) -> str:
    if isinstance(signer.post, str):
        return signer.post.upper()
    return signer.block.chain.own_post


def _posts_differ(signing: Signing, signer: Signer) -> bool:
    own = signing.chain.post or ((signing.chain.own_post,) if signing.chain.own_post else ())
    if own == (_post_of(signer),):
        return False
    known = {_post_of(signer), signer.block.chain.own_post, *signer.block.authority} - {""}
    if not own or not known:
        return False
    written = (*own, " ".join(own))
    return not any(same_words(post, each) for post in known for each in written)


def _compared(record: Document) -> Iterator[tuple[Signing, SignatureLine, Signer | None]]:
    """Give the named signers of bodies whose profiles list theirs, each with the one listed.

    Secretary, chair and the parties of minutes and contracts are no signers of the body.
    """
    law = record.type.law
    if law is not None and law.signature != "one":
        return
    issuers = record.agency if isinstance(record.agency, tuple) else ()
    if not _lists_signers(record):
        return
    for signing in signings(record):
        lines = _name_lines(signing)
        if signing.written and signing.for_a_body and lines:
            yield signing, lines[-1], _listed(signing.bare_name, issuers)


def _listed(name: str, issuers: tuple[Issuer, ...]) -> Signer | None:
    wanted = _spelling(name)
    for issuer in issuers:
        for signer in issuer.agency.signers:
            if isinstance(signer.name, str) and _spelling(without_titles(signer.name)) == wanted:
                return signer
    return None


@lru_cache(maxsize=512)
def _spelling(name: str) -> tuple[str, ...]:
    """Spell a name so that «Hòa» and «Hoà» agree and «An» and «Ân» do not."""
    parts = (unicodedata.normalize("NFD", word) for word in name.casefold().split())
    return tuple("".join(sorted(part)) for part in parts)


@rule("SIG028", needs=("type", "agency", "number", "date", "signature"))
def issued_without_a_name(record: Document) -> Iterator[Fault]:
    """Find a block without a name in a document that has its number and full date."""
    if isinstance(record, Appendix) or not isinstance(record.date, PartialDate):
        return
    number = record.number
    if not record.date.iso or not isinstance(number, Number) or not number.number.strip():
        return
    for signing in signings(record):
        if signing.for_a_body and not signing.name and signing.block.authority:
            if signing.block.faults:
                continue
            row = signing.chain.post_line + len(signing.chain.post) - 1
            yield signing.fault("SIG028", max(row, 0), "", {"found": signing.block.authority[-1]})


@rule("SIG031", needs=_NEEDS, where=_states_a_seal)
def post_in_the_host_is_missing(record: Document) -> Iterator[Fault]:
    """Find one title alone where an advisory body uses the seal of its host."""
    for signing in _advisory(record, "host"):
        if not signing.block.other_offices and len(signing.chain.post) < 2:
            number, found = signing.own_post_fault
            yield signing.fault("SIG031", number, found, {"found": found, "body": signing.body})


@rule("SIG032", needs=_NEEDS, where=_states_a_seal)
def post_in_the_host_is_printed(record: Document) -> Iterator[Fault]:
    """Find a second title where an advisory body may not use the seal of its host."""
    for signing in _advisory(record, "none"):
        for number, post in enumerate(signing.chain.post[1:], signing.chain.post_line + 1):
            if is_deputy_post(post) or office_of(post) is not None:
                facts = {"found": post, "body": signing.body}
                yield signing.fault("SIG032", number, post, facts)
                break
        for line in signing.block.lines:
            kinds = SignatureLineKind
            if line.kind in (kinds.OTHER_OFFICE, kinds.OFFICE_BELOW):
                field = "other_office" if line.kind is kinds.OTHER_OFFICE else "office_below"
                facts = {"found": line.text, "body": signing.body}
                path = (*signing.path, field)
                yield Fault("SIG032", line.line, 0, len(line.text), facts, path)
                break


def _advisory(record: Document, seal: str) -> Iterator[Signing]:
    """Give the signed blocks of bodies whose profile says which seal they use."""
    for signing in signings(record):
        stated = signing.issuer.agency.seal if signing.issuer is not None else None
        if stated == seal and signing.written and signing.chain.post and signing.block.name:
            yield signing
