"""Words of authority above a signature: TM., Q., KT., TL., TUQ.

``data/authority.toml`` -> ``Authority``: what each means, what may follow it, under which other
word its line may stand. The two- and three-line chains (``TM.`` / ``KT.`` / post) follow from
Điều 13; their layout is usage. Taking lines apart and judging chains is for the rules of
signatures, which are to come.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from vnadmindocs.diagnostics.model import Text
from vnadmindocs.language.text import clean
from vnadmindocs.law.posts import head_of_deputy, is_deputy_post, office_of
from vnadmindocs.law.tables import read_table
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

# Party bodies write T/M; clerks leave the full stop or the space out, or put one too many.
_OPENING = pattern(
    r"(?P<word>T[./]?M|T[./]?U[./]?Q|T[./]?L|K[./]?T|Q)(?:[./](?!\S?[./])|(?=\s)|$)\s*",
    re.IGNORECASE,
)
_ALONE = pattern(r"\s*(?:[,;+/&\n]|\bvà\b|\s)\s*")


@dataclass(frozen=True, slots=True)
class Authority:
    """A word of authority.

    Attributes:
        key: ``TM``, ``Q``, ``KT``, ``TL`` or ``TUQ``.
        printed: the word as printed, with its full stop.
        name: what the letters stand for.
        meaning: who signs in what way.
        before: what follows: ``body`` a collective or a body, ``head`` the post of a head.
        signs: whose post stands on the next line: ``head``, ``deputy``, ``unit_head``; ``acting``
            when there is no next line.
        under: keys of the words that may stand on the line above.
        example: lines as printed.
    """

    key: str
    printed: str
    name: Text
    meaning: Text
    before: Literal["body", "head"]
    signs: Literal["head", "deputy", "unit_head", "acting"]
    under: tuple[str, ...]
    locator: str
    confidence: str
    example: tuple[str, ...]


@cache
def authorities() -> Mapping[str, Authority]:
    """Load the five words of authority, by key."""
    raw = read_table("authority.toml")
    return {
        key: Authority(
            key=key,
            printed=row["printed"],
            name=Text(vi=row["vi"], en=row["en"]),
            meaning=Text(vi=row["meaning"]["vi"], en=row["meaning"]["en"]),
            before=row["before"],
            signs=row["signs"],
            under=tuple(row["under"]),
            locator=row["at"],
            confidence=row["sure"],
            example=tuple(row["example"]),
        )
        for key, row in raw.items()
    }


@cache
def authority_words() -> tuple[str, ...]:
    """Give the words as printed: ``TM.``, ``Q.``, ``KT.``, ``TL.``, ``TUQ.``."""
    return tuple(authority.printed for authority in authorities().values())


def split_authority(line: str) -> tuple[Authority, str] | None:
    """Take a line such as ``KT. GIÁM ĐỐC`` apart.

    Returns:
        The word of authority and what follows it, ``GIÁM ĐỐC``; None when the line opens with
        none of the five. A missing full stop or space is forgiven (``KT GIÁM ĐỐC``).
    """
    written = clean(line).strip()
    opening = _OPENING.match(written)
    if opening is None:
        return None
    return authorities()[_key(opening["word"])], written[opening.end() :]


def _key(word: str) -> str:
    return word.upper().replace(".", "").replace("/", "")


def chain_allowed(keys: Sequence[str]) -> bool:
    """Tell whether words of authority may stand one under the other, top first.

    ``("TM", "KT")`` and ``("TL", "KT")`` may; ``("KT", "TL")`` and a word twice may not.
    """
    return all(above in authorities()[below].under for above, below in pairwise(keys))


@dataclass(frozen=True, slots=True)
class Step:
    """One word of authority in a chain.

    Attributes:
        key: ``TM``, ``Q``, ``KT``, ``TL`` or ``TUQ``.
        words: what follows it: a body, or the post of a head.
        line: the line it opens, from 0.
    """

    key: str
    words: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Chain:
    """How someone signs: on whose behalf, top first, and as what.

    Attributes:
        steps: empty when the head signs.
        post: the signer's own post, in the lines printed; empty after ``Q.``, whose words are it.
        post_line: the first line of the post, from 0.
    """

    steps: tuple[Step, ...] = ()
    post: tuple[str, ...] = ()
    post_line: int = field(default=0, compare=False)

    @property
    def keys(self) -> tuple[str, ...]:
        """The words of authority, top first."""
        return tuple(step.key for step in self.steps)

    @property
    def own_post(self) -> str:
        """The post of the signer in one line; after ``Q.`` the post one is acting in."""
        if self.post:
            return " ".join(self.post)
        return self.steps[-1].words if self.steps and self.steps[-1].key == "Q" else ""

    @property
    def top_post(self) -> str:
        """The post of the head in whose place all is signed; the signer's own without such."""
        heads = [step.words for step in self.steps if step.key != "TM"]
        return heads[0] if heads else self.own_post


@lru_cache(maxsize=512)
def read_chain(lines: tuple[str, ...]) -> Chain:
    """Take the lines above a signature apart.

    A line without a word of authority goes on with the words above it while a post is still to
    come: ``TM. BAN CHỈ ĐẠO``, ``CHUYỂN ĐỔI SỐ``, ``TRƯỞNG BAN``.
    """
    steps: list[Step] = []
    plain: list[str] = []
    post_line = 0
    for number, line in enumerate(lines):
        taken = split_authority(line)
        if taken is not None:
            if steps and plain:
                steps[-1] = _longer(steps[-1], plain)
            plain = []
            steps.append(Step(taken[0].key, taken[1], number))
            post_line = number + 1
        else:
            plain.append(line)
    if steps and len(plain) > 1 and not _is_post(plain[0]):
        start = next((n for n, line in enumerate(plain) if _is_post(line)), 0)
        if start:
            steps[-1] = _longer(steps[-1], plain[:start])
            plain = plain[start:]
            post_line += start
    return Chain(tuple(steps), tuple(plain), post_line)


def print_chain(chain: Chain) -> tuple[str, ...]:
    """Give the lines above a signature; ``read_chain`` takes them apart into the same chain."""
    printed = authorities()
    return (*(f"{printed[step.key].printed} {step.words}".strip() for step in chain.steps),
            *chain.post)  # fmt: skip


def _longer(step: Step, more: Sequence[str]) -> Step:
    return Step(step.key, " ".join((step.words, *more)).strip(), step.line)


def _is_post(line: str) -> bool:
    return is_deputy_post(line) or office_of(line) is not None


def authority_alone(text: str) -> tuple[str, ...]:
    """Read words of authority written alone: ``KT``, ``TM. KT.``, ``TL + KT``.

    Returns:
        Their keys, top first; empty when anything else is written.
    """
    words = [word.strip(".") for word in _ALONE.split(clean(text).strip()) if word.strip(".")]
    keys = tuple(_key(word) for word in words)
    return keys if keys and all(key in authorities() for key in keys) else ()


def make_chain(keys: Sequence[str], post: str, *, body: str = "", head: str = "") -> Chain:
    """Word a chain from its words of authority, in capitals as printed.

    ``KT.`` stands before the post that the signer's post is the deputy of; ``TL.`` and ``TUQ.``
    before that of the head of the body.

    Args:
        keys: the words of authority, top first.
        post: the signer's own post, as in a sentence or as printed; a line break stays.
        body: name of the collective, after ``TM.``.
        head: post of the head of the body.

    Returns:
        A step whose words cannot be told has none.
    """
    own = post.upper()
    steps: list[Step] = []
    for number, key in enumerate(keys):
        if key == "TM":
            words = body
        elif key == "Q":
            words = own or head
        elif key == "KT":
            words = head_of_deputy(own.split("\n")[0])
            if not words and not any(each in ("TL", "TUQ") for each in keys[:number]):
                words = head
        else:
            words = head
        steps.append(Step(key, words.upper(), number))
    acting = bool(keys) and keys[-1] == "Q"
    lines = () if acting or not own else tuple(own.split("\n"))
    return Chain(tuple(steps), lines, len(steps))
