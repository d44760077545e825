"""Joins PDF files that typst wrote of one document, piece by piece, as if it had written one.

The pieces keep their objects under new numbers; what a file has once (pages, labels of pages,
outline, tags) is made anew from that of all. Typst writes plain objects and a table of where they
stand; whatever looks otherwise is not joined.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping

_REFERENCE = re.compile(rb"(\d+) 0 R")
_PARENTS = re.compile(rb"(/StructParents?) (\d+)")
_CELL = re.compile(rb"\(U(\d+)x")
_ENTRY = re.compile(rb"(\d+) (\d+) 0 R")
_NAMED = re.compile(rb"(\(U\d+x\d+y\d+\))\s*(\d+ 0 R)")
_COUNT_OF_PAGES = re.compile(rb"(?<=<xmpTPg:NPages>)\d+(?=</xmpTPg:NPages>)")
_TABLES_OF_A_PIECE = 1000  # names of cells count the tables of their file


class NotJoinedError(Exception):
    """A file is not written as typst writes it."""


def joined(pieces: Iterable[bytes]) -> bytes:
    """Join the pieces of one document, in order; each is dropped once it was taken in.

    Raises:
        NotJoinedError: a piece is not written as typst writes it.
    """
    whole = _Whole()
    for pdf in pieces:
        whole.take(_File(pdf))
    return whole.finish()


class _File:
    """A file that typst wrote: its objects, and the numbers of those it has once."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        start = int(pdf[pdf.rindex(b"startxref") :].split()[1])
        table, _, self.trailer = pdf[start:].partition(b"trailer")
        lines = table.split(b"\n")
        self.size = int(lines[1].split()[1])
        self._offsets = [int(line[:10]) for line in lines[2 : 2 + self.size]]
        self._sorted = sorted((*self._offsets, start))
        self.root = _number(self.trailer, b"Root")
        self.catalog = self.object(self.root)
        self.pages = _number(self.catalog, b"Pages")
        self.labels = _number(self.catalog, b"PageLabels")
        self.outline = _number(self.catalog, b"Outlines", needed=False)
        self.tags = _number(self.catalog, b"StructTreeRoot")
        (self.document,) = _listed(self.object(self.tags), b"K")
        self.metadata = _number(self.catalog, b"Metadata")

    def object(self, number: int) -> bytes:
        """Give the words of an object, with its stream where it has one."""
        offset = self._offsets[number]
        end = self._sorted[bisect_right(self._sorted, offset)]
        start = self._pdf.index(b"obj", offset) + len(b"obj\n")
        return self._pdf[start : self._pdf.rindex(b"endobj", start, end)]


class _Whole:
    """What was taken in so far: objects written, and those that a file has once."""

    def __init__(self) -> None:
        self._out = bytearray(b"%PDF-1.7\n%\x80\x80\x80\x80\n\n")
        self._offsets: dict[int, int] = {}
        self._base: _File | None = None
        self._next = 1
        self._pieces = 0
        self._parents = 0
        self._pages: list[bytes] = []
        self._labels: list[bytes] = []
        self._nums: list[bytes] = []
        self._names: list[bytes] = []
        self._kids: list[bytes] = []
        self._entries: list[tuple[int, int]] = []  # first and last of each outline
        self._counted = 0
        self._last: dict[int, bytes] = {}  # objects of the outline, which wait for the next piece

    def take(self, file: _File) -> None:
        """Take a file in."""
        base = self._base
        shift = self._next - 1
        once: Mapping[int, int] = {}
        if base is None:
            self._base = base = file
        else:
            once = {
                file.pages: base.pages,
                file.document: base.document,
                file.tags: base.tags,
                **({file.outline: base.outline} if file.outline else {}),
            }
        tables = _TABLES_OF_A_PIECE * self._pieces
        parents = self._parents

        def renumbered(words: bytes) -> bytes:
            if not shift:
                return words
            head, stream, rest = words.partition(b"\nstream")
            head = _REFERENCE.sub(
                lambda found: b"%d 0 R" % once.get(n := int(found[1]), n + shift), head
            )
            head = _PARENTS.sub(lambda found: b"%s %d" % (found[1], int(found[2]) + parents), head)
            head = _CELL.sub(lambda found: b"(U%dx" % (int(found[1]) + tables), head)
            return head + stream + rest

        held = {file.root, file.pages, file.labels, file.outline, file.tags, file.document}
        held.add(file.metadata)
        entries = self._outline(file, shift)
        for number in range(1, file.size):
            if number in held:
                continue
            words = renumbered(file.object(number))
            if number in entries:
                self._last[number + shift] = words
            else:
                self._write(number + shift, words)
        pages = len(self._pages)
        count = _listed(file.object(file.pages), b"Kids")
        self._pages += [b"%d 0 R" % (page + shift) for page in count]
        for key, label in _entries(file.object(file.labels)):
            self._labels.append(b"%d %d 0 R" % (key + pages, label + shift))
        tags = file.object(file.tags)
        for key, parent in _entries(tags):
            self._nums.append(b"%d %d 0 R" % (key + parents, parent + shift))
        named = [b"".join(each) for each in _NAMED.findall(tags)]
        self._names += [renumbered(each) for each in named]
        self._kids += [b"%d 0 R" % (n + shift) for n in _listed(file.object(file.document), b"K")]
        self._parents += _value(tags, b"ParentTreeNextKey")
        self._next += file.size - 1
        self._pieces += 1

    def _outline(self, file: _File, shift: int) -> frozenset[int]:
        """Note the entries at the ends of an outline, which are linked to those of other pieces."""
        base = self._base
        assert base is not None
        if not file.outline or not base.outline:
            return frozenset()
        words = file.object(file.outline)
        first, last = _number(words, b"First"), _number(words, b"Last")
        self._entries.append((first + shift, last + shift))
        self._counted += _value(words, b"Count")
        return frozenset((first, last))

    def finish(self) -> bytes:
        """Write what a file has once, and the table of all."""
        base = self._base
        assert base is not None
        for (_, last), (first, _) in zip(self._entries, self._entries[1:], strict=False):
            self._last[last] = _with(self._last[last], b"/Next %d 0 R" % first)
            self._last[first] = _with(self._last[first], b"/Prev %d 0 R" % last)
        for number, words in self._last.items():
            self._write(number, words)
        pages = b" ".join(self._pages)
        count = len(self._pages)
        self._write(base.pages, b"<</Type/Pages/Count %d/Kids[%s]>>\n" % (count, pages))
        self._write(base.labels, b"<</Nums[%s]>>\n" % b" ".join(self._labels))
        if base.outline:
            ends = self._entries[0][0], self._entries[-1][1], self._counted
            words = b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>\n"
            self._write(base.outline, words % ends)
        self._write(base.document, _relisted(base.object(base.document), b"K", self._kids))
        tags = _relisted(base.object(base.tags), b"Nums", self._nums)
        if self._names:
            tags = _relisted(tags, b"Names", sorted(self._names))
        tags = re.sub(rb"/ParentTreeNextKey \d+", b"/ParentTreeNextKey %d" % self._parents, tags)
        self._write(base.tags, tags)
        self._write(base.metadata, _counting(base.object(base.metadata), count))
        self._write(base.root, base.catalog)
        return self._with_table(base)

    def _with_table(self, base: _File) -> bytes:
        start = len(self._out)
        out = self._out
        out += b"xref\n0 %d\n0000000000 65535 f\r\n" % self._next
        for number in range(1, self._next):
            offset = self._offsets.get(number)
            out += b"0000000000 65535 f\r\n" if offset is None else b"%010d 00000 n\r\n" % offset
        trailer = re.sub(rb"/Size \d+", b"/Size %d" % self._next, base.trailer)
        out += b"trailer" + re.sub(rb"startxref\n\d+", b"startxref\n%d" % start, trailer)
        return bytes(out)

    def _write(self, number: int, words: bytes) -> None:
        self._offsets[number] = len(self._out)
        self._out += b"%d 0 obj\n%sendobj\n" % (number, words)


def _number(words: bytes, key: bytes, *, needed: bool = True) -> int:
    found = re.search(rb"/%s (\d+) 0 R" % key, words)
    if found is None:
        if needed:
            raise NotJoinedError(key.decode())
        return 0
    return int(found[1])


def _value(words: bytes, key: bytes) -> int:
    found = re.search(rb"/%s (\d+)" % key, words)
    if found is None:
        raise NotJoinedError(key.decode())
    return int(found[1])


def _listed(words: bytes, key: bytes) -> list[int]:
    found = re.search(rb"/%s\[([^\]]*)\]" % key, words)
    if found is None:
        raise NotJoinedError(key.decode())
    return [int(each) for each in _REFERENCE.findall(found[1])]


def _entries(words: bytes) -> list[tuple[int, int]]:
    found = re.search(rb"/Nums\[([^\]]*)\]", words)
    if found is None:
        raise NotJoinedError("Nums")
    return [(int(key), int(number)) for key, number in _ENTRY.findall(found[1])]


def _relisted(words: bytes, key: bytes, items: list[bytes]) -> bytes:
    return re.sub(rb"(?<=/%s\[)[^\]]*" % key, lambda _: b" ".join(items), words, count=1)


def _with(words: bytes, entry: bytes) -> bytes:
    return words.replace(b"<<", b"<<" + entry, 1)


def _counting(metadata: bytes, pages: int) -> bytes:
    """Put the number of all pages into the metadata, whose stream is then as long as it is."""
    head, mark, rest = metadata.partition(b"\nstream\n")
    stream, end = rest[: rest.rindex(b"\nendstream")], rest[rest.rindex(b"\nendstream") :]
    stream = _COUNT_OF_PAGES.sub(b"%d" % pages, stream)
    head = re.sub(rb"/Length \d+", b"/Length %d" % len(stream), head)
    return head + mark + stream + end
