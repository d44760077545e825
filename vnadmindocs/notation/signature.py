"""Signature blocks: authority, gap, name, and what stands around them.

An empty line is the gap for the signature; without one the gap is above the name. The name is the
one line that is neither in capitals nor in brackets; it is looked for from the end, so authority
lines typed in lower case above the gap stay authority lines, and so does a line right above
«(Ký, ghi rõ họ tên)», which asks for a name. Where there is none, a last line in capitals that is
surely the name of a person is the name. A rank or degree on a line of its own above the name
belongs to it. A first line with place and date stands above all, as forms have it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from enum import StrEnum
from functools import lru_cache
from typing import Literal

from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.language.text import fold, is_capitals
from vnadmindocs.law.authority import Chain, authority_words, read_chain
from vnadmindocs.law.posts import is_name_in_capitals, is_only_titles
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

TWO_NAMES = "SIG001"
MAYBE_NAME = "SIG003"
NAME_IN_CAPITALS = "SIG020"

SignaturePlace = Literal["", "left", "right", "center"]

# «An Bình, ngày 05 tháng 3 năm 2026», «......, ngày ... tháng ... năm 20...».
_PLACE_DATE = pattern(r"[^()]*\bngày\b[^()]*\btháng\b[^()]*\bnăm\b[^()]*", re.IGNORECASE)
# «(Ký, ghi rõ họ tên)», «(Ký tên, đóng dấu)»: what a signer is asked for under his office.
_SIGN_HERE = "(ký"
_AGENCY_LINES = 4  # as many lines at most does the name of an agency take


class SignatureLineKind(StrEnum):
    """What a line of a signature block is."""

    DATED = "dated"
    AGENCY = "agency"
    AUTHORITY = "authority"
    CAPTION = "caption"
    GAP = "gap"
    OTHER_OFFICE = "other_office"
    NAME = "name"
    OFFICE_BELOW = "office_below"


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """One printed line; a gap has no text.

    Attributes:
        line: its line in the text it was written in, from 0.
        source: name of the field it was written in, where that is not the one of its kind.
        written: False for words that were made from the fields.
    """

    kind: SignatureLineKind
    text: str = ""
    line: int = field(default=0, compare=False)
    source: str = field(default="", compare=False)
    written: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """One signer's block, in the order printed; it always has exactly one gap.

    Attributes:
        place: where it was asked to stand among several; "" leaves it to layout.
    """

    lines: tuple[SignatureLine, ...]
    place: SignaturePlace = ""
    faults: tuple[Fault, ...] = field(default=(), compare=False)

    @property
    def name(self) -> str:
        """The signer's name, or "" when it is left open."""
        return " ".join(self._texts(SignatureLineKind.NAME))

    @property
    def authority(self) -> tuple[str, ...]:
        """The lines of authority and office, such as ``KT. GIÁM ĐỐC``, ``PHÓ GIÁM ĐỐC``."""
        return self._texts(SignatureLineKind.AUTHORITY)

    @property
    def chain(self) -> Chain:
        """The lines of authority and office taken apart."""
        return read_chain(self.authority)

    @property
    def agency(self) -> tuple[str, ...]:
        """The lines of the agency signed for, in a joint document."""
        return self._texts(SignatureLineKind.AGENCY)

    @property
    def other_offices(self) -> tuple[str, ...]:
        """The other offices of the signer, above or under the name."""
        return tuple(
            line.text
            for line in self.lines
            if line.kind in (SignatureLineKind.OTHER_OFFICE, SignatureLineKind.OFFICE_BELOW)
        )

    def _texts(self, kind: SignatureLineKind) -> tuple[str, ...]:
        return tuple(line.text for line in self.lines if line.kind is kind)


def parse_signature(
    text: str, agencies: Sequence[str] = (), place: SignaturePlace = ""
) -> SignatureBlock:
    """Read a signature block.

    Args:
        text: the lines as printed.
        agencies: names of the agencies that issue the document; a block that opens with one of
            them prints it above the authority.
        place: where the block shall stand.

    Raises:
        UnreadableError: two lines below the gap look like names.
    """
    lines = [line.strip() for line in text.split("\n")]
    last = max((index for index, line in enumerate(lines) if line), default=-1)
    lines = lines[: last + 1]
    first = next((index for index, line in enumerate(lines) if line), len(lines))
    kinds = SignatureLineKind
    block = []
    if first < last and "gày" in lines[first] and _PLACE_DATE.fullmatch(lines[first]):
        block.append(SignatureLine(kinds.DATED, lines[first], first))
        first = next(index for index in range(first + 1, len(lines)) if lines[index])
    agency_end = _agency_end(lines, first, agencies)
    seen = _offices_raised(lines)
    name = _name_at(seen, agency_end)
    titles = name - 1 if name > agency_end and is_only_titles(lines[name - 1]) else name
    gap = _gap_at(lines, agency_end, titles)
    written = [index for index in range(agency_end, len(lines)) if lines[index]]
    _refuse_two_names(lines, _names(seen, written, gap))
    block += [
        SignatureLine(kinds.AGENCY, lines[i], i) for i in range(first, agency_end) if lines[i]
    ]
    above = [index for index in written if index < gap]
    below = [index for index in written if index >= gap]
    for index in above:
        kind = kinds.CAPTION if _in_brackets(lines[index]) else kinds.AUTHORITY
        block.append(SignatureLine(kind, lines[index], index))
    block.append(SignatureLine(kinds.GAP, "", gap))
    for index in below:
        if _in_brackets(lines[index]):
            kind = kinds.CAPTION
        elif titles <= index <= name:
            kind = kinds.NAME
        else:
            kind = kinds.OFFICE_BELOW if 0 <= name < index else kinds.OTHER_OFFICE
        block.append(SignatureLine(kind, lines[index], index))
    return SignatureBlock(tuple(block), place, _faults(block, name))


def print_signature(block: SignatureBlock) -> str:
    """Write a block as source text; ``parse_signature`` reads the same block back."""
    return "\n".join(line.text for line in block.lines).rstrip("\n")


def _offices_raised(lines: Sequence[str]) -> Sequence[str]:
    """Give the lines with those in capitals that name an office above «(Ký, ghi rõ họ tên)»."""
    if not any(line.lower().startswith(_SIGN_HERE) for line in lines):
        return lines
    following = (*lines[1:], "")
    return [
        line.upper() if below.lower().startswith(_SIGN_HERE) else line
        for line, below in zip(lines, following, strict=True)
    ]


def _in_brackets(line: str) -> bool:
    return line.startswith("(") and line.endswith(")")


def _may_be_name(line: str) -> bool:
    return bool(
        line
        and not _in_brackets(line)
        and not is_capitals(line)
        and any(character.isalpha() for character in line)
        and not line.upper().startswith(authority_words())
        and not is_only_titles(line)
    )


def _agency_end(lines: Sequence[str], first: int, agencies: Sequence[str]) -> int:
    """Return the index after the lines that name an agency; ``first`` when there are none."""
    if first < len(lines) and lines[first].startswith(authority_words()):
        return first
    names = [_folded(name) for name in agencies if name.strip()]
    best = first
    joined = ""
    for index in range(first, min(first + _AGENCY_LINES, len(lines))):
        if not lines[index]:
            break
        joined = f"{joined} {lines[index]}".strip()
        written = _folded(joined)
        if any(
            written == name or written.startswith(f"{name}_") or name.startswith(f"{written}_")
            for name in names
        ):
            best = index + 1
    return best


@lru_cache(maxsize=512)
def _folded(name: str) -> str:
    return fold(name.replace("\n", " "))


def _name_at(lines: Sequence[str], start: int) -> int:
    found = next(
        (index for index in reversed(range(start, len(lines))) if _may_be_name(lines[index])), -1
    )
    if found >= 0:
        return found
    last = next(
        (n for n in reversed(range(start, len(lines))) if lines[n] and not _in_brackets(lines[n])),
        -1,
    )
    return last if last > start and is_name_in_capitals(lines[last]) else -1


def _gap_at(lines: Sequence[str], start: int, name: int) -> int:
    """Return the index of the first line below the gap.

    Of several runs of empty lines the longest is the gap, the last of equals: text pasted from a
    PDF has an empty line after each printed line.
    """
    end = name if name >= 0 else len(lines)
    best, best_length, run = -1, 0, 0
    for index in range(start, end + 1):
        if index < len(lines) and not lines[index]:
            run += 1
            continue
        if run and index - run > start and run >= best_length:
            best, best_length = index, run
        run = 0
    if best >= 0:
        return best
    return name if name >= 0 else len(lines)


def _names(lines: Sequence[str], written: Sequence[int], gap: int) -> list[int]:
    """Find every line that must be a name.

    Below the gap, and everywhere when no gap was written, that is each line that can be one;
    above it, a line that follows a gap as long as the chosen one: a second block in one text.
    """
    chosen = _empty_lines_above(lines, gap)
    return [
        index
        for index in written
        if _may_be_name(lines[index])
        and (index >= gap or not chosen or _empty_lines_above(lines, index) >= chosen)
    ]


def _empty_lines_above(lines: Sequence[str], index: int) -> int:
    count = 0
    while index > count and not lines[index - count - 1]:
        count += 1
    return count


def _refuse_two_names(lines: Sequence[str], names: Sequence[int]) -> None:
    if len(names) > 1:
        raise UnreadableError(
            *(
                Fault(
                    TWO_NAMES,
                    index,
                    0,
                    len(lines[index]),
                    {"first": lines[names[0]], "found": lines[index]},
                )
                for index in names[1:]
            )
        )


def _faults(block: Sequence[SignatureLine], name: int) -> tuple[Fault, ...]:
    last = block[-1]
    if name < 0 and last.kind is SignatureLineKind.OTHER_OFFICE:
        return (Fault(MAYBE_NAME, last.line, 0, len(last.text), {"found": last.text}),)
    return name_faults(block)


def name_faults(block: Sequence[SignatureLine]) -> tuple[Fault, ...]:
    """Find names of signers written all in capitals."""
    return tuple(
        Fault(NAME_IN_CAPITALS, line.line, 0, len(line.text), in_small_letters(line.text))
        for line in block
        if line.kind is SignatureLineKind.NAME and len(line.text) > 1 and is_capitals(line.text)
    )


def in_small_letters(name: str) -> dict[str, str]:
    """Give the facts of a name in capitals: as found, and as the decree writes names."""
    return {"found": name, "expected": " ".join(word.capitalize() for word in name.split())}
