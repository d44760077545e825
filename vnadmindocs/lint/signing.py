"""How each signer of a record signs: what the rules of signatures look at.

Record -> ``Signing``, one a block: the blocks written, or the default signer of the profile.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import fold
from vnadmindocs.law.authority import Step
from vnadmindocs.law.issuers import IssuerKind, find_kind
from vnadmindocs.law.posts import is_enterprise_head, is_party_name, titles_before, wearer
from vnadmindocs.notation.signature import SignatureBlock, SignatureLine, SignatureLineKind
from vnadmindocs.record.document import Appendix, Document
from vnadmindocs.record.issuer import Issuer
from vnadmindocs.record.positions import FieldPath
from vnadmindocs.record.signature import issuer_of, line_place

_COMPANIES = ("group", "corporation", "company")


class Signing:
    """One block of a record, and for whom it is signed.

    Attributes:
        block: the block.
        chain: its lines of authority taken apart.
        issuer: the body that is signed for; None when the record does not say.
        path: where the block stands: its place in ``signature``, or the agency whose profile
            names the signer.
        written: whether the record itself writes the block.
        for_a_body: whether it is signed for a body: the only block, or one of as many as there are
            bodies. Whoever drew up a table and the chief accountant sign beside the head.
    """

    def __init__(
        self,
        block: SignatureBlock,
        issuer: Issuer | None,
        path: FieldPath,
        *,
        written: bool,
        for_a_body: bool = True,
    ) -> None:
        self.block = block
        self.chain = block.chain
        self.issuer = issuer
        self.path = path
        self.written = written
        self.for_a_body = for_a_body

    @cached_property
    def authority_lines(self) -> tuple[SignatureLine, ...]:
        """The lines above the signature."""
        kind = SignatureLineKind.AUTHORITY
        return tuple(line for line in self.block.lines if line.kind is kind)

    def fault(self, code: str, number: int, words: str, facts: Mapping[str, object]) -> Fault:
        """Make the fault of words in a line above the signature; of all of it, without words.

        Args:
            code: its code.
            number: the line, from 0.
            words: the part of the line that is meant.
            facts: what fills the sentence.
        """
        lines = self.authority_lines
        if not self.written or number >= len(lines):
            return Fault(code, facts=facts, path=self.path)
        line = lines[number]
        field, row, length = line_place(line)
        start = max(line.text.rfind(words), 0) if words and line.written else 0
        meant = len(words) if words and words in line.text and line.written else length
        return Fault(code, row, start, meant, facts, (*self.path, field))

    @property
    def own_post_fault(self) -> tuple[int, str]:
        """The line of the signer's own post, and the post in that line."""
        if self.chain.post:
            return self.chain.post_line, self.chain.post[0]
        last = self.chain.steps[-1]
        return last.line, last.words

    @cached_property
    def name(self) -> str:
        """The signer's name as written, ranks and degrees included."""
        return self.block.name

    @cached_property
    def bare_name(self) -> str:
        """The name without what stands before it."""
        return without_titles(self.name)

    @property
    def last(self) -> Step | None:
        """The word of authority right above the signer's own post."""
        return self.chain.steps[-1] if self.chain.steps else None

    @cached_property
    def body(self) -> str:
        """Name of the body signed for; "" when it is not known."""
        return body_name(self.issuer) if self.issuer is not None else ""

    @cached_property
    def kind(self) -> IssuerKind | None:
        """The kind of the body signed for; None when it cannot be told for sure."""
        if self.issuer is None:
            return None
        full_name = self.issuer.agency.full_name
        if isinstance(full_name, str):
            return find_kind(full_name)
        lines = self.issuer.issuer_lines
        kinds = [kind for line in lines if (kind := find_kind(line)) is not None]
        # «UBND TỈNH», «SỞ NỘI VỤ» typed as one body: nobody can tell which of them signs.
        return find_kind(" ".join(lines)) if len(kinds) == 1 else None

    @cached_property
    def by_other_rules(self) -> bool:
        """Whether the Party's or a company's own rules say who signs for whom."""
        posts = (step.words for step in self.chain.steps)
        names = [self.body, *(step.words for step in self.chain.steps if step.key == "TM")]
        if any(is_party_name(name) for name in names) or any(map(is_enterprise_head, posts)):
            return True
        if is_enterprise_head(self.chain.own_post):
            return True
        kind = self.kind
        return kind is not None and kind.key in _COMPANIES

    @cached_property
    def of_armed_forces(self) -> bool:
        """Whether the body, or the one above it, is a unit of the armed forces."""
        return any(wearer(name) == "armed" for name in self.names_of_bodies)

    @cached_property
    def names_of_bodies(self) -> tuple[str, ...]:
        """Names of the body signed for and of those above it, as printed."""
        issuer = self.issuer
        if issuer is None:
            return ()
        superior = issuer.superior_lines
        return (self.body, *issuer.issuer_lines, " ".join(superior), *superior)


def without_titles(name: str) -> str:
    """Give a name without ranks, degrees and honours before it."""
    before, _ = titles_before(name)
    return name[len(before) :].lstrip(" .,-–")


def body_name(issuer: Issuer) -> str:
    """Name a body in one line: its full name, or its printed lines."""
    full_name = issuer.agency.full_name
    return full_name if isinstance(full_name, str) else issuer.printed_name


# Some twenty rules ask for the same record, one after the other.
_last: tuple[Document | None, tuple[Signing, ...]] = (None, ())


def signings(record: Document) -> tuple[Signing, ...]:
    """Give the blocks of a record; none where nobody signs."""
    global _last
    known, found = _last
    if known is not record:
        found = tuple(_signings(record))
        _last = (record, found)
    return found


def under_authority(record: Document) -> bool:
    """Tell whether a block has a word of authority: TM., KT., TL., TUQ., Q."""
    return any(signing.chain.steps for signing in signings(record))


def _signings(record: Document) -> list[Signing]:
    blocks = record.signature
    if isinstance(blocks, tuple):
        bodies = len(record.agency) if isinstance(record.agency, tuple) else 1
        return [
            Signing(
                block,
                issuer_of(record.agency, index, len(blocks)),
                ("signature", index),
                written=True,
                for_a_body=len(blocks) in (1, bodies),
            )
            for index, block in enumerate(blocks)
        ]
    if blocks is None and not isinstance(record, Appendix) and isinstance(record.agency, tuple):
        for index, issuer in enumerate(record.agency):
            signer = issuer.default_signer
            if signer is not None:
                path: FieldPath = ("agency", index)
                return [Signing(signer.block, issuer, path, written=False)]
    return []


def same_words(one: str, other: str) -> bool:
    """Tell whether one of two posts or names is the other, or begins it."""
    first, second = fold(one), fold(other)
    return bool(first and second) and (first.startswith(second) or second.startswith(first))
