"""The zip file around the parts: raw members in, one byte string out.

Written by hand because a document needs one member compressed and the others copied: fixed order
and times, UTF-8 names, no data descriptors, no zip64 (a document never nears 4 GB).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache

from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

STORED = 0
DEFLATED = 8
# Level 1 is the fastest by far and costs a few kilobytes a document.
LEVEL = 1
# A short document is done in less time than a compressor takes to clear its usual tables.
_SHORT = 1 << 14
_SHORT_WINDOW, _SHORT_MEMORY = 14, 5
_UTF8_NAMES = 0x800
_FIXED_DATE = 0x0021  # 1980-01-01, the first day a zip file knows
_VERSION = 20
LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_OFFSET = struct.Struct("<I")
_OFFSET_AT = 42
_ILLEGAL = pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ILLEGAL_AS_NULL = bytes(0 if byte < 0x20 and byte not in b"\t\n\r" else 1 for byte in range(256))


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the package as it is stored.

    Attributes:
        crc, size: of the unpacked content.
        data: the packed bytes.
        local: the local record, header and data.
        central: its entry in the directory, the offset still 0.
    """

    name: str
    method: int
    crc: int
    size: int
    data: bytes
    local: bytes
    central: bytes


def raw_member(name: str, method: int, crc: int, size: int, data: bytes) -> Member:
    """Make a member from bytes that are packed already."""
    encoded = name.encode()
    sizes = (crc, len(data), size)
    local = (
        LOCAL.pack(
            b"PK\3\4", _VERSION, _UTF8_NAMES, method, 0, _FIXED_DATE, *sizes, len(encoded), 0
        )
        + encoded
    )
    central = _CENTRAL.pack(
        b"PK\1\2", _VERSION, _VERSION, _UTF8_NAMES, method, 0, _FIXED_DATE, *sizes,
        len(encoded), 0, 0, 0, 0, 0, 0,
    )  # fmt: skip
    return Member(name, method, crc, size, data, local + data, central + encoded)


def packed(name: str, content: bytes) -> Member:
    """Compress a content into a member."""
    if len(content) <= _SHORT:
        packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -_SHORT_WINDOW, _SHORT_MEMORY)
    else:
        packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = packer.compress(content) + packer.flush()
    return raw_member(name, DEFLATED, zlib.crc32(content), len(content), data)


def stored(name: str, content: bytes) -> Member:
    """Make a member of a small or already compressed content as it is."""
    return raw_member(name, STORED, zlib.crc32(content), len(content), content)


# An office prints the same contact line under every letter.
@lru_cache(maxsize=32)
def stored_markup(name: str, markup: str) -> Member:
    """Make a member of a short markup as it is."""
    return stored(name, encoded(markup))


def encoded(markup: str) -> bytes:
    """Encode markup without the characters that XML cannot hold.

    Those are control characters, lone surrogates and two noncharacters. Findings named them
    before; here they are what ``--force`` leaves out.
    """
    try:
        content = markup.encode()
    except UnicodeEncodeError:
        return encoded(_ILLEGAL.sub("", markup))
    # One pass over the bytes; a regular expression takes four times as long.
    if b"\0" in content.translate(_ILLEGAL_AS_NULL) or "\ufffe" in markup or "\uffff" in markup:
        return _ILLEGAL.sub("", markup).encode()
    return content


@dataclass(frozen=True, slots=True)
class Head:
    """The first members of a package, joined once for all documents of a template.

    Attributes:
        local: their local records.
        directory: their entries in the directory.
        count: how many they are.
    """

    local: bytes
    directory: bytes
    count: int


def join_head(members: Iterable[Member]) -> Head:
    """Join the members a package begins with."""
    locals_: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        directory.append(_entry(member, offset))
        locals_.append(member.local)
        offset += len(member.local)
    return Head(b"".join(locals_), b"".join(directory), len(directory))


def write_package(head: Head, members: Iterable[Member]) -> bytes:
    """Join a head and more members into a zip file, in this order."""
    locals_ = [head.local]
    directory = [head.directory]
    offset = len(head.local)
    count = head.count
    for member in members:
        directory.append(_entry(member, offset))
        locals_.append(member.local)
        offset += len(member.local)
        count += 1
    size = sum(map(len, directory))
    end = _END.pack(b"PK\5\6", 0, 0, count, count, size, offset, 0)
    return b"".join((*locals_, *directory, end))


def _entry(member: Member, offset: int) -> bytes:
    central = member.central
    return central[:_OFFSET_AT] + _OFFSET.pack(offset) + central[_OFFSET_AT + 4 :]
