"""What was made of one file: its output, the defaults used, what was left out."""

from __future__ import annotations

from collections.abc import Mapping

from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file that was looked at.

    Attributes:
        file: the name by which the findings call it.
        output: the file that was written; "" when none was.
        defaults: keys whose default was used.
        left_out: what should be in the document and is not, because ``--force`` went past it.
        others: further files of the same document: appendices split off, further pages.
        face: family and version of the face it is set in, without a version where LibreOffice
            chose; "" where the program that opens it chooses.
        conformance: the standard the output claims, such as ``PDF/A-2a``; "" for none.
        refused: a document was wanted, and was not written.
        claims: the standard each of the others claims, in their order; () for none at all.
        places: where each ô stands on the pages, as plain data, when that was asked for.
    """

    file: str
    output: str = ""
    defaults: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    face: str = ""
    conformance: str = ""
    refused: bool = False
    claims: tuple[str, ...] = ()
    places: tuple[Mapping[str, object], ...] = ()

    @property
    def written(self) -> tuple[tuple[str, str], ...]:
        """Every file that was written, and the standard it claims."""
        claims = self.claims or ("",) * len(self.others)
        others = zip(self.others, claims, strict=True)
        return ((self.output, self.conformance), *others) if self.output else ()
