"""A PDF read back: its pages, its words, the faces of its letters."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from vnadmindocs.language.text import without_accents
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass
from vnadmindocs.writers.libreoffice.page_text import Font, Shown, shown_on

# Letters and digits in a row. Lines break at the other signs, and some of those change on the way.
_PIECE = pattern(r"[^\W_]+")
_SUBSET = pattern(r"^[A-Z]{6}\+")
_END_OF_FACE = pattern(r"(?:PS)?(?:MT)?(?:[-,].*)?$")
_CONFORMANCE = pattern(
    r"<pdfaid:part>(\d)</pdfaid:part>\s*<pdfaid:conformance>([ABU])</pdfaid:conformance>"
)
# Faces drawn to the widths of another: lines break as in Word.
_SAME_WIDTHS = {
    "timesnewroman": {
        "liberationserif", "tinos", "texgyretermes", "nimbusroman", "nimbusromno9l", "times",
        "timesroman",
    },
    "arial": {"liberationsans", "arimo", "texgyreheros", "nimbussans", "helvetica"},
    "couriernew": {"liberationmono", "cousine", "texgyrecursor", "nimbusmono", "courier"},
    "calibri": {"carlito"},
    "cambria": {"caladea"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """What a PDF holds.

    Attributes:
        pages: how many.
        words: its text in the order of the file, a line a string.
        letters: letters and digits by the face they are set in, named as in the file.
        conformance: what it declares itself, such as ``PDF/A-2b``; "" for nothing.
    """

    pages: int
    words: str
    letters: Mapping[str, str]
    conformance: str


def read_pdf(data: bytes, *, thorough: bool = False) -> Reading | None:
    """Read a PDF; None when it is damaged or has no page.

    Args:
        data: the file.
        thorough: every page by pypdf, which puts torn words together; else only the pages that
            are not written as LibreOffice does.
    """
    # Half a file often opens all the same; its end tells.
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-1024:]:
        return None
    import pypdf

    try:
        pages = list(pypdf.PdfReader(io.BytesIO(data)).pages)
        shown = _shown(pages, thorough=thorough)
    except Exception:  # whatever pypdf stumbles over, the file cannot be read
        return None
    letters: dict[str, set[str]] = {}
    for each in shown:
        face = _SUBSET.sub("", each.face.removeprefix("/"))
        letters.setdefault(face, set()).update(filter(str.isalnum, each.text))
    return (
        Reading(
            pages=len(pages),
            words="\n".join(each.text for each in shown),
            letters={face: "".join(sorted(found)) for face, found in letters.items() if found},
            conformance=_declared(data),
        )
        if pages
        else None
    )


def _shown(pages: Iterable[Any], *, thorough: bool) -> list[Shown]:
    fonts: dict[object, Font | None] = {}
    found: list[Shown] = []

    def note(text: str, _cm: object, _tm: object, font: Any, _size: float) -> None:
        found.append(Shown(str(font.get("/BaseFont", "")) if font else "", text))

    for page in pages:
        plain = None if thorough else shown_on(page, fonts)
        if plain is None:
            page.extract_text(visitor_text=note)
        else:
            found += plain
    return found


def _declared(data: bytes) -> str:
    """Read the metadata; in a PDF/A they stand in the file as plain text."""
    start, end = data.find(b"<x:xmpmeta"), data.find(b"</x:xmpmeta>")
    found = _CONFORMANCE.search(data[start:end].decode("utf-8", errors="replace"))
    return f"PDF/A-{found[1]}{found[2].lower()}" if found else ""


def missing_words(asked: str, found: str) -> tuple[str, ...]:
    """Name the words that were asked for and are not there as often as asked, in their order.

    A word is letters and digits in a row, whatever their size and composition. Where it stands
    does not matter, nor what else there is: page numbers, heads that repeat, notes. It may be torn
    by a line break or joined to the next.
    """
    wanted, there = Counter(_pieces(asked)), Counter(_pieces(found))
    few = [word for word, times in wanted.items() if there[word] < times]
    if not few:
        return ()
    squeezed = "".join(_folded(found).split())
    return tuple(word for word in few if squeezed.count(word) < wanted[word])


def only_marks_are_wrong(missing: Sequence[str], found: str) -> bool:
    """Tell whether most missing words are there once all marks of the letters are dropped.

    So it is when a face lacks Vietnamese letters: LibreOffice composes them from letters and
    loose marks, and the file says of both that they are something else.
    """
    bare = "".join(without_accents(_folded(found)).split())
    there = sum(without_accents(word) in bare for word in missing)
    return 2 * there > len(missing)


def _pieces(text: str) -> list[str]:
    return _PIECE.findall(_folded(text))


def _folded(text: str) -> str:
    # Ligatures apart; capitals may come from the style.
    return unicodedata.normalize("NFKC", text).casefold()


def foreign_faces(asked: Iterable[str], letters: Mapping[str, str]) -> Mapping[str, str]:
    """Give the faces that were not asked for and are not drawn to the same widths; their letters.

    Args:
        asked: faces by the names of Word.
        letters: letters by face, as ``Reading`` has them.
    """
    families = {_family(face) for face in asked}
    for family in tuple(families):
        families |= _SAME_WIDTHS.get(family, set())
    return {face: found for face, found in letters.items() if _family(face) not in families}


def _family(face: str) -> str:
    """Give the family: ``TimesNewRomanPS-BoldMT`` and ``Times New Roman`` are one."""
    return _END_OF_FACE.sub("", face.replace(" ", "")).casefold()
