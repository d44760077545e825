"""A second reference to one footnote: Word's cross-reference to the number already there.

A footnote that is referred to twice by its own mark would be counted twice by every word
processor, with nothing under the second number.
"""

from __future__ import annotations

import re

from vnadmindocs.writers.docx.markup import REFERENCE

_MARK = re.compile(re.escape(REFERENCE) + r'<w:footnoteReference w:id="(\d+)"/></w:r>')
_FIRST_BOOKMARK = 9000  # far above those that an office's template counts from 0


def with_cross_references(document: str, first_footnote: int) -> str:
    """Give the main part with one mark a footnote; later ones become fields that repeat it.

    Args:
        document: the main part.
        first_footnote: the id footnote 1 has in the package.
    """
    marks = [found[1] for found in _MARK.finditer(document)]
    repeated = {mark for mark in marks if marks.count(mark) > 1}
    if not repeated:
        return document
    seen: set[str] = set()

    def written(found: re.Match[str]) -> str:
        mark = found[1]
        if mark not in repeated:
            return found[0]
        name = f"_Footnote{mark}"
        if mark in seen:
            number = int(mark) - first_footnote + 1
            return (
                f'<w:fldSimple w:instr=" NOTEREF {name} \\f \\h ">'
                f"{REFERENCE}<w:t>{number}</w:t></w:r></w:fldSimple>"
            )
        seen.add(mark)
        bookmark = _FIRST_BOOKMARK + int(mark)
        return (
            f'<w:bookmarkStart w:id="{bookmark}" w:name="{name}"/>{found[0]}'
            f'<w:bookmarkEnd w:id="{bookmark}"/>'
        )

    return _MARK.sub(written, document)
