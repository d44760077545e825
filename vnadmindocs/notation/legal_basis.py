"""Grounds of a document (căn cứ): the opening words and the words after them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from vnadmindocs.language.text import fold, uncapitalized
from vnadmindocs.law.wording import wording
from vnadmindocs.notation.listing import list_items, print_item, split_mark, without_dash
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

DISAGREEING_MARKS = "BAS001"

# A ground that opens so keeps its opening; any other gets «Căn cứ» before it.
OPENINGS = ("Căn cứ", "Xét", "Thực hiện", "Theo đề nghị", "Sau khi")
_FOLDED_OPENINGS = tuple(fold(opening) for opening in OPENINGS)
# «Ủy ban nhân dân tỉnh ban hành Quyết định quy định …»: closes the grounds of a normative text.
_ENACTING = pattern(
    r"(?:Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Chính phủ|Thủ tướng|Chủ tịch|Bộ trưởng|Thống đốc"
    r"|Tổng Thanh tra|Tổng Kiểm toán|Chánh án|Viện trưởng|(?:Tổng )?Giám đốc|Hiệu trưởng)(?!\w)"
    r"[^;:/\d]{0,120}?\sban hành\s+"
    r"(?:Quyết định|Nghị quyết|Thông tư|Nghị định|Chỉ thị|Quy chế|Quy định)(?!\w)(?!\s+số\s)"
)


@dataclass(frozen=True, slots=True, eq=False)
class LegalBasis:
    """One ground; two grounds are equal when they print the same.

    Attributes:
        words: as written, without the closing mark.
        mark: the closing mark that was written, or "".
        line: line of the text, from 0.
        column: where the words begin in that line.
    """

    words: str
    mark: str = ""
    line: int = field(default=0)
    column: int = field(default=0)

    @property
    def opening(self) -> str:
        """The opening written, such as ``Xét``; "" when the words open with none."""
        folded = fold(self.words) + "_"
        for opening, key in zip(OPENINGS, _FOLDED_OPENINGS, strict=True):
            # Folding takes marks away, so the words themselves decide as well: «Xét» is not «Xet».
            head = self.words[: len(opening)]
            if folded.startswith(key + "_") and head.lower() == opening.lower():
                return head
        return ""

    @property
    def enacting(self) -> bool:
        """Whether it is no ground but the sentence after them: the body «ban hành Quyết định …»."""
        return "ban hành" in self.words and _ENACTING.match(self.words) is not None

    @property
    def printed(self) -> str:
        """The words as printed, with ``Căn cứ`` before them where they have no opening."""
        if self.opening or self.enacting:
            return self.words
        return f"{wording('legal_basis.opening')} {self.words}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LegalBasis) and self.printed == other.printed

    def __hash__(self) -> int:
        return hash(self.printed)


def parse_legal_basis(text: str) -> LegalBasis:
    """Read one ground; its closing ``;`` or ``.`` is taken off."""
    words = text.strip()
    words, mark = split_mark(without_dash(words) if words else words)
    return LegalBasis(words, mark)


def parse_legal_bases(text: str | Sequence[str]) -> tuple[LegalBasis, ...]:
    """Read the grounds, one a line, or one an item of a list."""
    items = list_items(text if isinstance(text, str) else "\n".join(text))
    return tuple(LegalBasis(item.text, item.mark, item.line, item.column) for item in items)


def parse_proposal(text: str) -> LegalBasis:
    """Read the last ground: ``Theo đề nghị của`` is put before it where it is not written."""
    basis = parse_legal_basis(text)
    if basis.opening:
        return basis
    words = basis.words
    if fold(words).startswith("de_nghi_cua_"):
        return LegalBasis(f"Theo {uncapitalized(words)}", basis.mark)
    of = wording("legal_basis.proposal")
    last = of.rsplit(" ", 1)[-1]
    if words.lower().startswith(f"{last} "):
        words = words[len(last) + 1 :]
    return LegalBasis(f"{of} {words}", basis.mark)


def source_legal_bases(bases: Sequence[LegalBasis]) -> str:
    """Write grounds as source text; ``parse_legal_bases`` reads the same grounds back."""
    return "\n".join(print_item(basis.words) for basis in bases)
