"""Page labels that typst leaves out, put into its file.

Typst labels each page with its number in its part, but leaves a page out whose number is by one
less than that of the last page it labelled: page 1 of an appendix after a document of two pages.
Whoever reads the file then counts on, to 3. As every page has a label, which ones are missing, and
what they are, can be read off the file itself.
"""

from __future__ import annotations

import re

_COUNT = re.compile(rb"/Type/Pages/Count (\d+)")
_LABELS = re.compile(rb"/PageLabels (\d+) 0 R")
_START = rb"\n%d 0 obj\n<<[^>]*/St (\d+)"
_TREE = rb"\n%d 0 obj\n<</Nums\[([^\]]*)\]>>"
_ENTRY = re.compile(rb"(\d+) (\d+) 0 R")
_OFFSET = re.compile(rb"(\d{10})(?= \d{5} n)")


def with_all_page_labels(pdf: bytes) -> bytes:
    """Give a file that typst wrote with a label for each page; most have them all."""
    count = _first_number(_COUNT, pdf)
    tree = re.search(_TREE % _first_number(_LABELS, pdf), pdf)
    entries = {int(page): int(label) for page, label in _ENTRY.findall(tree[1])} if tree else {}
    if tree is None or len(entries) == count:
        return pdf
    labelled, nums = 0, []
    for page in range(count):
        if page in entries:
            labelled = _first_number(re.compile(_START % entries[page]), pdf)
            nums.append(b"%d %d 0 R" % (page, entries[page]))
        else:
            nums.append(b"%d<</S/D/St %d>>" % (page, labelled - 1))
    return _replaced(pdf, tree.span(1), b" ".join(nums))


def _replaced(pdf: bytes, span: tuple[int, int], words: bytes) -> bytes:
    """Put words in the place of others, and what comes after them where it now is."""
    start, end = span
    longer = len(words) - (end - start)

    def moved(found: re.Match[bytes]) -> bytes:
        offset = int(found[1])
        return b"%010d" % (offset + longer if offset > start else offset)

    table = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    tail = _OFFSET.sub(moved, pdf[table : pdf.rindex(b"startxref")])
    return b"".join(
        (pdf[:start], words, pdf[end:table], tail, b"startxref\n%d\n%%%%EOF" % (table + longer))
    )


def _first_number(pattern: re.Pattern[bytes], pdf: bytes) -> int:
    found = pattern.search(pdf)
    return int(found[1]) if found else 0
