"""Reading the zip file of a template: its members as they are packed, and what they hold.

Apart from ``package`` because only preparing a template reads one and ``zipfile`` imports slowly.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from vnadmindocs.writers.docx.package import DEFLATED, LOCAL, STORED, Member, raw_member

_LARGEST_MEMBER = 64 * 1024 * 1024  # unpacked; a Word template is far below, a zip bomb is not
_MOST_MEMBERS = 2_000


def read_package(data: bytes) -> Mapping[str, Member]:
    """Read the members of a Word file, still packed.

    Raises:
        zipfile.BadZipFile: it is not a zip file, or one we do not take: encrypted, packed by
            another method, names twice, or beyond any size a template has.
    """
    members: dict[str, Member] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
        if len(entries) > _MOST_MEMBERS:
            raise zipfile.BadZipFile("too many members")
        for info in entries:
            if info.is_dir():
                continue
            if (
                info.flag_bits & 1
                or info.compress_type not in (STORED, DEFLATED)
                or info.filename in members
                or info.file_size > _LARGEST_MEMBER
            ):
                raise zipfile.BadZipFile(info.filename)
            start = info.header_offset
            header = data[start : start + LOCAL.size]
            if len(header) < LOCAL.size:
                raise zipfile.BadZipFile(info.filename)
            *_, name_length, extra_length = LOCAL.unpack(header)
            start += LOCAL.size + name_length + extra_length
            members[info.filename] = raw_member(
                info.filename, info.compress_type, info.CRC, info.file_size,
                data[start : start + info.compress_size],
            )  # fmt: skip
    return members


def content_of(member: Member) -> bytes:
    """Unpack a member.

    Raises:
        zipfile.BadZipFile: the bytes are damaged, or unpack to more than they said.
    """
    if member.method == STORED:
        content = member.data
    else:
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = unpacker.decompress(member.data, member.size + 1)
        except zlib.error as error:
            raise zipfile.BadZipFile(member.name) from error
    if len(content) != member.size or zlib.crc32(content) != member.crc:
        raise zipfile.BadZipFile(member.name)
    return content
