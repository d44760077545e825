"""Posts of those who sign: whose deputy one is, who leads nobody, what may stand before a name.

``data/posts.toml`` -> whether ``PHÓ GIÁM ĐỐC`` is the deputy of a ``GIÁM ĐỐC``; a post that is not
known is not judged. Marks of letters count: «phố» is not «phó», «trường» not «trưởng».
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal

from vnadmindocs.language.text import clean
from vnadmindocs.law.tables import read_table
from vnadmindocs.pattern import pattern

_BETWEEN = pattern(r"\n|[,;]| [-–] ")

Office = frozenset[str]
Wearer = Literal["armed", "learned", ""]


@cache
def _table() -> Mapping[str, list[str]]:
    return read_table("posts.toml")


@cache
def _heads() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(post.casefold().split()) for post in _table()["heads"])


@cache
def _beginnings(name: str) -> tuple[str, ...]:
    return tuple(words.casefold() for words in _table()[name])


def _words(post: str) -> list[str]:
    return [word for part in clean(post).casefold().split() if (word := part.strip(",.;:-–—"))]


def _begins(text: str, name: str) -> bool:
    low = " ".join(clean(text).casefold().split())
    return any(
        low.startswith(words) and not low[len(words) :][:1].isalnum() for words in _beginnings(name)
    )


@lru_cache(maxsize=512)
def is_deputy_post(post: str) -> bool:
    """Tell whether a post is that of a deputy: ``PHÓ GIÁM ĐỐC``, ``THỨ TRƯỞNG``, ``TỔ PHÓ``."""
    words = clean(post).casefold().split()
    # «phố» of «thành phố» is another word: the marks tell.
    return "phó" in (words[:2] + words[-1:]) or words[:2] == ["thứ", "trưởng"]


@lru_cache(maxsize=512)
def office_of(post: str) -> Office | None:
    """Find the office of a head by the post: ``GIÁM ĐỐC SỞ NỘI VỤ`` is that of a giám đốc.

    ``Trạm trưởng`` and ``Trưởng trạm`` are one office.

    Returns:
        None when the post is that of a deputy, or not known.
    """
    words = _words(post)
    if words[:1] == ["quyền"] or words[:1] == ["q"]:
        words = words[1:]
    return None if is_deputy_post(" ".join(words)) else _office(words)


def _office(words: Sequence[str]) -> Office | None:
    heads = _heads()
    for length in (3, 2, 1):
        if tuple(words[:length]) in heads:
            return frozenset(words[:length])
    # «Trưởng phòng», «Trưởng công an xã».
    if len(words) > 1 and words[0] == "trưởng":
        return frozenset(words[:2])
    return None


@lru_cache(maxsize=512)
def offices_under(post: str) -> frozenset[Office]:
    """Find whose deputy a post may be: ``PHÓ BAN`` is one of a trưởng ban.

    Returns:
        The offices of the heads; empty when the post is no deputy's, or not known.
    """
    words = _words(post)
    if words[:2] == ["thứ", "trưởng"]:
        return frozenset({frozenset({"bộ", "trưởng"})})
    if words[1:2] == ["phó"] and words[0] != "phó":
        return frozenset({frozenset({words[0], "trưởng"})})
    if words[:1] != ["phó"]:
        return frozenset()
    rest = words[1:]
    if not rest:
        return frozenset()
    named = _office(rest)
    if named is not None:
        return frozenset({named})
    tries = ([rest[0], "trưởng"], ["chánh", *rest[:2]], [*rest[:2], "trưởng"])
    known = [frozenset(each) for each in tries if tuple(each) in _heads()]
    return frozenset({*known, frozenset({"trưởng", rest[0]})})


def is_deputy_of(deputy: str, head: str) -> bool | None:
    """Tell whether a deputy's post goes with a head's, which may name two offices.

    Returns:
        None when one of the posts is not known.
    """
    if _begins(head, "any_office"):
        return None
    heads = {office for part in _parts(head) if (office := office_of(part)) is not None}
    under = {office for part in _parts(deputy) for office in offices_under(part)}
    return not heads.isdisjoint(under) if heads and under else None


def _parts(post: str) -> list[str]:
    """Take several posts in one apart: ``BỘ TRƯỞNG, CHỦ NHIỆM``."""
    return [part.strip() for part in _BETWEEN.split(post) if part.strip()]


def head_of_deputy(post: str) -> str:
    """Name the head whose deputy this is, spelled as the post: ``PHÓ GIÁM ĐỐC``: ``GIÁM ĐỐC``.

    Returns:
        "" when the post is no deputy's.
    """
    written = " ".join(clean(post).split())
    words = written.split()
    low = [word.casefold() for word in words]
    if low[:2] == ["thứ", "trưởng"]:
        return _as(words[0], "Bộ trưởng")
    if low[1:2] == ["phó"] and low[0] != "phó":
        return " ".join([words[0], _as(words[1], "trưởng"), *words[2:]])
    if low[:1] != ["phó"] or len(words) < 2:
        return ""
    rest = words[1:]
    for serving in _beginnings("serving"):
        tail = serving.split()
        if [word.casefold() for word in rest[-len(tail) :]] == tail:
            rest = rest[: -len(tail)]
    if not rest:
        return ""
    if _office([word.casefold() for word in rest]) is not None:
        return " ".join(rest)
    plain = [word.casefold() for word in rest]
    if "trưởng" in plain[1:]:
        return " ".join(rest)
    if (plain[0], "trưởng") in _heads():
        return " ".join([rest[0], _as(rest[0], "trưởng"), *rest[1:]])
    opening = "Chánh" if ("chánh", *plain[:2]) in _heads() else "Trưởng"
    return " ".join([_as(rest[0], opening), *rest])


def _as(pattern: str, word: str) -> str:
    return word.upper() if pattern.isupper() else word


def is_staff_post(post: str) -> bool:
    """Tell whether a post leads nobody: ``CHUYÊN VIÊN``."""
    return _begins(post, "staff")


def is_enterprise_head(post: str) -> bool:
    """Tell whether a post is that of the head of a company."""
    return _begins(post, "enterprise")


def is_collective_name(name: str) -> bool:
    """Tell whether a name may be that of people who decide together, or under such a rule."""
    return _begins(name, "collective")


def is_party_name(name: str) -> bool:
    """Tell whether a body follows the rules of the Party or of an organisation, not the decree."""
    return _begins(name, "party")


def wearer(name: str) -> Wearer:
    """Tell what a body's sector may let stand before a name.

    Returns:
        ``armed`` ranks, in the armed forces; ``learned`` degrees, in schools, hospitals and
        institutes; "" neither.
    """
    if _begins(name, "armed"):
        return "armed"
    return "learned" if _begins(name, "learned") else ""


@lru_cache(maxsize=1024)
def titles_before(name: str) -> tuple[str, bool]:
    """Find what stands before a name of a person.

    Returns:
        The words before the name as written, ``PGS.TS.``, and whether all of them are ranks of the
        armed forces; "" when there is nothing before it, or nothing after it.
    """
    end = 0
    ranks = True
    written = clean(name)
    while True:
        start = end + len(written[end:]) - len(written[end:].lstrip(" .,-–"))
        length, is_rank = _title_at(written, start)
        if not length:
            break
        end = start + length
        ranks = ranks and is_rank
    rest = written[end:].lstrip(" .,-–")
    if not end or not rest:
        return "", False
    return written[: len(written) - len(rest)].rstrip(" -–,"), ranks


def is_only_titles(line: str) -> bool:
    """Tell whether a line is a rank or degrees and nothing else: ``Thượng tá``."""
    taken, _ = titles_before(f"{line} X")
    return taken.rstrip(".") == clean(line).strip().rstrip(".") and bool(taken)


def _title_at(text: str, start: int) -> tuple[int, bool]:
    low = text.casefold()
    if low[start : start + 1] not in _first_letters():
        return 0, False
    for name in ("ranks", "titles"):
        for folded, words in _longest_first(name):
            end = start + len(words)
            if not low.startswith(folded, start) or text[end : end + 1].isalpha():
                continue
            found = text[start:end]
            # An abbreviation counts as printed, and where a dot, a space or the next one follows:
            # «TS Nguyễn» is one, «Ksor» not.
            if words.isupper() and not found.isupper():
                continue
            if end < len(text) and text[end] not in " .,-–":
                continue
            return len(words), name == "ranks"
    return 0, False


@cache
def _longest_first(name: str) -> tuple[tuple[str, str], ...]:
    words = sorted(_table()[name], key=len, reverse=True)
    return tuple((each.casefold(), each) for each in words)


@cache
def _first_letters() -> frozenset[str]:
    return frozenset(each[0][0] for name in ("ranks", "titles") for each in _longest_first(name))


def is_name_in_capitals(line: str) -> bool:
    """Tell whether a line in capitals is the name of a person for sure.

    It has two to five words, begins with a surname and is no post.
    """
    words = _words(line)
    if not 2 <= len(words) <= 5 or not line.isupper() or not line.replace(" ", "").isalpha():
        return False
    table = _table()
    return words[0] in _beginnings("surnames") and not set(words) & set(table["not_in_names"])
