"""References of a document to its own parts, and the outline they are looked up in.

``khoản 2 Điều 3 Quyết định này``, ``điểm a khoản này``, ``quy định tại Điều 5`` with no other text
after it. Appendices: ``appendix_pointers``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from vnadmindocs.language.text import fold
from vnadmindocs.notation.block import Block, BlockKind, Body
from vnadmindocs.notation.locators import LocatorStep, read_locators
from vnadmindocs.notation.passages import Passage, end_of_stretch, in_quotation_marks
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

_RANKS = {
    kind: rank
    for rank, kind in enumerate(
        (
            BlockKind.PART,
            BlockKind.CHAPTER,
            BlockKind.SECTION,
            BlockKind.SUBSECTION,
            BlockKind.ARTICLE,
            BlockKind.HEADING,
            BlockKind.CLAUSE,
        )
    )
}
_POINT_RANK = 20
_ARTICLE = "điều"
_LABEL_WORDS = pattern(r"(?:điều|phần|chương|tiểu mục|mục)\s+")

_OPENING = pattern(
    r"(?<![\w/])(?:[Cc]ác\s+)?(?:[Tt]iết|[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục|[Cc]hương|[Pp]hần)"
    r"\s+(?=[\dIVXLC]|[a-zđ]\b|thứ )"
)
_THIS = pattern(r"\s+(?:(?:của|tại|trong|thuộc)\s+)?(?P<name>(?:[^\W\d_]+\s+){1,4}?)này(?!\w)")
_BARE_BEFORE = pattern(r"(?:quy định|nêu|ghi|giao|phân công|hướng dẫn)\s+(?:tại|theo|ở)\s+\Z")
_BARE_AFTER = pattern(r"\s*(?:[.;)]|\Z)|\s+(?:thì|phải|được|có trách nhiệm|chịu trách nhiệm)(?!\w)")
_OTHER_TEXT = pattern(
    r"(?<!\w)(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp|Nghị định|Nghị quyết|Thông tư|Chỉ thị|Lệnh"
    r"|Điều lệ|Quy chế|Quy định|Hợp đồng|Công ước|Hiệp định|Quyết định(?! này)|Kế hoạch(?! này)"
    r"|Văn bản|Công văn|Hướng dẫn)(?!\w)"
)
# How far back another text is looked for to which a part may belong.
_WINDOW = 600


class Target(StrEnum):
    """What a reference says it is in."""

    TEXT = "text"  # «Quyết định này»
    PART = "part"  # «Điều này», «khoản này»
    BARE = "bare"  # nothing


@dataclass(frozen=True, slots=True)
class OwnReference:
    """A reference to a part of the document it stands in.

    Attributes:
        steps: from the largest to the smallest.
        target: what it says it is in.
        named: words before ``này``, such as ``Quyết định`` or ``Điều``; "" for none.
        end: where it ends, ``này`` included.
    """

    steps: tuple[LocatorStep, ...]
    target: Target
    named: str
    passage: Passage
    start: int
    end: int


def own_references(passage: Passage, cited: Sequence[tuple[int, int]]) -> Iterator[OwnReference]:
    """Find references to parts of the document itself.

    Args:
        passage: where to look.
        cited: stretches that belong to citations of other texts, left to right.
    """
    text = passage.text
    position = 0
    while (opening := _OPENING.search(text, position)) is not None:
        position = opening.end()
        within = end_of_stretch(opening.start(), cited)
        if within:
            position = max(position, within)
            continue
        chains, end = read_locators(text, opening.start())
        if not chains:
            continue
        position = end
        named, target = "", Target.BARE
        this = _THIS.match(text, end)
        if this is not None:
            named = " ".join(this["name"].split())
            target = Target.PART if fold(named) in _PARTS else Target.TEXT
            position = this.end()
        elif not _is_bare(text, opening.start(), end, cited):
            continue
        for chain in chains:
            if chain[-1].level != "Phụ lục":
                steps = tuple(reversed(chain))
                yield OwnReference(steps, target, named, passage, opening.start(), position)


_PARTS = frozenset(("dieu", "khoan", "diem", "muc", "tieu_muc", "chuong", "phan"))


def _is_bare(text: str, start: int, end: int, cited: Sequence[tuple[int, int]]) -> bool:
    return (
        not cited
        and _BARE_AFTER.match(text, end) is not None
        and _BARE_BEFORE.search(text, max(0, start - 30), start) is not None
        and _OTHER_TEXT.search(text, max(0, start - _WINDOW), start) is None
    )


class Outline:
    """The labelled parts of a body, looked up by their chains: Điều 3, khoản 2, điểm a."""

    def __init__(self, body: Body) -> None:
        self._known: set[tuple[str, ...]] = set()
        self._above: dict[int, tuple[tuple[BlockKind, str], ...]] = {}
        stack: list[tuple[int, BlockKind, str]] = []
        self.articles = 0
        quoted = in_quotation_marks(body)
        for block in body.blocks:
            # The label of the block that opens a quotation is the document's own.
            if block.quote or not quoted.get(id(block), True):
                continue
            name = label_name(block)
            if name:
                rank = label_rank(block, name)
                while stack and stack[-1][0] >= rank:
                    stack.pop()
                stack.append((rank, block.kind, name))
                self._know(tuple(each[2] for each in stack))
                self.articles += block.kind is BlockKind.ARTICLE
            self._above[id(block)] = tuple((kind, each) for _, kind, each in stack)

    @property
    def labelled(self) -> bool:
        """Whether the body has any labelled part."""
        return bool(self._known)

    def missing(self, steps: Sequence[LocatorStep], base: tuple[str, ...] = ()) -> str:
        """Give the first step that does not exist, from the largest on; "" when all do."""
        chain = base
        for step in steps:
            chain = (*chain, step_name(step))
            if chain not in self._known:
                return str(step)
        return ""

    def around(self, block: Block, kinds: Sequence[BlockKind]) -> tuple[str, ...] | None:
        """Give the chain down to the nearest part of a kind that holds a block; None: none does."""
        above = self._above.get(id(block), ())
        for index in range(len(above), 0, -1):
            if above[index - 1][0] in kinds:
                return tuple(name for _, name in above[:index])
        return None

    def _know(self, chain: tuple[str, ...]) -> None:
        *above, last = chain
        chains: list[tuple[str, ...]] = [()]
        for name in above[-6:]:
            chains += [(*each, name) for each in chains]
        self._known.update((*each, last) for each in chains)
        # The whole chain too, which is what a part around a block is known by.
        self._known.add(chain)


def step_name(step: LocatorStep) -> str:
    """Give the name a step is looked up by; ``khoản 02`` is ``khoản 2``."""
    label = step.label.lower().lstrip("0") or "0"
    return f"{_ARTICLE} {label}" if step.level == "Điều" else label


def label_name(block: Block) -> str:
    """Give the name a labelled block is looked up by: ``điều 3``, ``2``, ``a``; "" for none."""
    if not block.label or block.label in "-+":
        return ""
    label = block.label.rstrip(" .:)").lower()
    words = _LABEL_WORDS.match(label)
    bare = label[words.end() :] if words is not None else label
    bare = bare.lstrip("0") or bare
    return f"{_ARTICLE} {bare}" if block.kind is BlockKind.ARTICLE else bare


def label_rank(block: Block, name: str) -> int:
    """Give how small the part is that a labelled block begins; 0 is the largest."""
    rank = _RANKS.get(block.kind, _POINT_RANK)
    return rank + name.count(".") if block.kind is BlockKind.CLAUSE else rank


#: Which blocks the words before «này» may mean.
KINDS_OF_PART = {
    "dieu": (BlockKind.ARTICLE,),
    "khoan": (BlockKind.CLAUSE,),
    "diem": (BlockKind.POINT,),
    "muc": (BlockKind.SECTION, BlockKind.HEADING),
    "tieu_muc": (BlockKind.SUBSECTION, BlockKind.CLAUSE),
    "chuong": (BlockKind.CHAPTER,),
    "phan": (BlockKind.PART, BlockKind.HEADING),
}
