"""A table of contents as a field of Word, its lines as they will be when Word makes them anew.

Each heading carries a hidden TC field with the words of its line, so that «Update Field» gives
those words and no others, and only those of its part. The lines stand in the field already, each a
link to its heading, with the number of its page where that is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vnadmindocs.layout.shape import Contents, ContentsEntry
from vnadmindocs.writers.docx.markup import attribute, escape, paragraph_markup

_FIRST_BOOKMARK = 20000  # far above those that a template counts from 0, and those of footnotes
_PER_PART = 5000
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


class Bookmarks:
    """The headings that tables of contents lead to, each with a bookmark of its own.

    A contents comes before its headings, so a heading that is met was announced.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._hidden: dict[str, str] = {}
        self._made = 0

    def announce(self, contents: Contents) -> str:
        """Take note of the headings of a contents; give the name of the stretch they stand in."""
        self._made += 1
        name = f"MucLuc{self._made}"
        first, last = contents.entries[0].target, contents.entries[-1].target
        for number, entry in enumerate(contents.entries, 1):
            ident = self._made * _PER_PART + number
            self._numbers[entry.target] = ident
            before, after = _bookmark(_FIRST_BOOKMARK + ident, f"_Toc{ident:08}")
            mark = f"{before}{_entry_field(entry)}{after}"
            around = _bookmark(_FIRST_BOOKMARK + self._made * _PER_PART, name)
            if entry.target == first:
                mark = around[0] + mark
            if entry.target == last:
                mark += around[1]
            self._hidden[entry.target] = mark
        return name

    def name(self, target: str) -> str:
        """Give the name of the bookmark of a heading."""
        return f"_Toc{self._numbers[target]:08}"

    def before(self, target: str) -> str:
        """Give what stands before the words of a heading."""
        return self._hidden.get(target, "")


def contents_markup(
    contents: Contents, openings: Mapping[str, str], width_mm: float, bookmarks: Bookmarks
) -> str:
    """Give the paragraphs of a table of contents.

    Args:
        contents: its lines.
        openings: what the paragraphs of each role begin with.
        width_mm: width between the margins; the numbers stand at its end.
        bookmarks: takes the headings.
    """
    stretch = bookmarks.announce(contents)
    known = all(entry.page for entry in contents.entries)
    # A field that is not up to date is one that Word makes anew when it opens the file.
    begin = _begin(rf" TOC \f \h \z \b {stretch} ", dirty=not known)
    entries: Sequence[ContentsEntry] = contents.entries
    pieces = []
    for entry in entries:
        opening = openings[entry.paragraph.role]
        markup = paragraph_markup(entry.paragraph, opening, width_mm)
        head, _, words = markup.partition("</w:pPr>")
        words = words.removesuffix("</w:p>")
        name = bookmarks.name(entry.target)
        link = f'<w:hyperlink w:anchor="{name}" w:history="1">{words}{_page(name, entry.page)}'
        start = begin if entry is entries[0] else ""
        end = _END if entry is entries[-1] else ""
        pieces.append(f"{head}</w:pPr>{start}{link}</w:hyperlink>{end}</w:p>")
    return "".join(pieces)


def _page(bookmark: str, page: str) -> str:
    if not page:
        return ""
    number = f"<w:r><w:t>{escape(page)}</w:t></w:r>"
    return _begin(rf" PAGEREF {bookmark} \h ") + number + _END


def _begin(code: str, *, dirty: bool = False) -> str:
    mark = ' w:dirty="true"' if dirty else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{mark}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>{_SEPARATE}'
    )


def _entry_field(entry: ContentsEntry) -> str:
    """Give the hidden field that says what the line of a heading says."""
    words = escape(entry.name.replace("\\", "\\\\").replace('"', '\\"'))
    code = rf' TC "{words}" \l {entry.level} '
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        f"{_END}"
    )


def _bookmark(ident: int, name: str) -> tuple[str, str]:
    start = f'<w:bookmarkStart w:id="{ident}" w:name="{attribute(name)}"/>'
    return start, f'<w:bookmarkEnd w:id="{ident}"/>'
