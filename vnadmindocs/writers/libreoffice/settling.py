"""The same bytes for the same document, as far as LibreOffice lets us.

Its PDF differs from run to run in the dates, the identifier, a checksum and the date inside the
colour profile. They are set in place, without writing the file anew. A file built in another way
than LibreOffice 7.4 builds it keeps its own bytes there: right, but not the same twice.
"""

from __future__ import annotations

import hashlib
import re
import zlib

_INFO_DATE = re.compile(rb"(?<=Date\(D:)\d{14}(?=Z'\))")
_XMP_DATE = re.compile(rb"(?<=Date>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(?=</xmp:)")
_IDENTIFIER = re.compile(rb"/ID\s*\[\s*<([0-9A-F]{32})>\s*<([0-9A-F]{32})>")
_CHECKSUM = re.compile(rb"/DocChecksum\s*/([0-9A-F]{32})\b")
_PROFILE = re.compile(rb"/DestOutputProfile (\d+) 0 R")
_STREAM = rb"\n%s 0 obj\s*<<[^>]*?/Length (\d+) 0 R[^>]*>>\s*stream\r?\n"
_LENGTH = rb"(?<=\n%s 0 obj\n)(\d+)(?=\s*endobj)"
_TABLE = re.compile(rb"\nxref\n0 \d+ *\n(?:\d{10} \d{5} [fn][ \r]\n)+")
_ENTRY = re.compile(rb"(\d{10})(?= \d{5} n)")
_START = re.compile(rb"(?<=\nstartxref\n)(\d+)(?=\s*%%EOF\s*$)")
_PROFILE_DATE = slice(24, 36)  # of the header of an ICC profile: six numbers of two bytes


def settle(data: bytes, moment: str) -> bytes:
    """Set what differs from run to run.

    Args:
        data: a PDF as LibreOffice made it, in UTC.
        moment: ``2025-01-31T00:00:00Z``, its date of creation.
    """
    digits = "".join(filter(str.isdigit, moment)).encode()
    data = _INFO_DATE.sub(digits, data)
    data = _XMP_DATE.sub(moment.encode(), data)
    data = _settle_profile(data, digits)
    blank = _CHECKSUM.sub(_zeros, _IDENTIFIER.sub(_zeros, data))
    name = hashlib.md5(blank, usedforsecurity=False).hexdigest().upper().encode()

    def named(found: re.Match[bytes]) -> bytes:
        return found[0].replace(found[1], name).replace(found[found.lastindex or 1], name)

    return _CHECKSUM.sub(named, _IDENTIFIER.sub(named, data))


def _zeros(found: re.Match[bytes]) -> bytes:
    return found[0].replace(found[1], b"0" * 32).replace(found[found.lastindex or 1], b"0" * 32)


def _settle_profile(data: bytes, digits: bytes) -> bytes:
    """Set the date of the colour profile, and the places of all that stands behind it."""
    profile = _PROFILE.search(data)
    stream = profile and re.search(_STREAM % profile[1], data)
    length = stream and re.search(_LENGTH % stream[1], data)
    table, start = _TABLE.search(data), _START.search(data)
    if not (stream and length and table and start and stream.end() < length.start()):
        return data
    packed = data[stream.end() : stream.end() + int(length[1])]
    try:
        colours = bytearray(zlib.decompress(packed))
    except zlib.error:
        return data
    date = [int(digits[:4]), *(int(digits[at : at + 2]) for at in range(4, 14, 2))]
    colours[_PROFILE_DATE] = b"".join(number.to_bytes(2, "big") for number in date)
    # Not packed: what zlib makes of it depends on its version.
    plain = zlib.compress(bytes(colours), 0)
    return _replaced(
        data,
        [(stream.end(), packed, plain), (length.start(), length[1], b"%d" % len(plain))],
        table,
        start,
    )


def _replaced(
    data: bytes,
    changes: list[tuple[int, bytes, bytes]],
    table: re.Match[bytes],
    start: re.Match[bytes],
) -> bytes:
    """Put new bytes for old at some places, and mend the table of places."""

    def moved(place: int) -> int:
        return place + sum(len(new) - len(old) for at, old, new in changes if at < place)

    places = _ENTRY.sub(lambda found: b"%010d" % moved(int(found[1])), table[0])
    pieces, done = [], 0
    for at, old, new in (
        *changes,
        (table.start(), table[0], places),
        (start.start(), start[0], b"%d" % moved(int(start[1]))),
    ):
        pieces += [data[done:at], new]
        done = at + len(old)
    return b"".join((*pieces, data[done:]))
