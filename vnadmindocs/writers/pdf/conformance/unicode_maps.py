"""CMaps: which characters the codes of a font stand for."""

from __future__ import annotations

import re
from typing import Any

from pypdf.generic import StreamObject

from vnadmindocs.writers.pdf.conformance.opened import at
from vnadmindocs.writers.pdf.conformance.syntax import listed

# Those of ISO 32000-1, table 118, for horizontal and vertical writing.
_WRITING = listed(
    "Identity- GB-EUC- GBpc-EUC- GBK-EUC- GBKp-EUC- GBK2K- UniGB-UCS2- UniGB-UTF16- B5pc- "
    "HKscs-B5- ETen-B5- ETenms-B5- CNS-EUC- UniCNS-UCS2- UniCNS-UTF16- 83pv-RKSJ- 90ms-RKSJ- "
    "90msp-RKSJ- 90pv-RKSJ- Add-RKSJ- EUC- Ext-RKSJ- UniJIS-UCS2- UniJIS-UCS2-HW- "
    "UniJIS-UTF16- KSC-EUC- KSCms-UHC- KSCms-UHC-HW- KSCpc-EUC- UniKS-UCS2- UniKS-UTF16-"
) | {""}
_PREDEFINED = frozenset(f"/{name}{way}" for name in _WRITING for way in "HV")
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_ITEM = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


def predefined_cmap(encoding: Any) -> bool:
    """Tell whether an encoding is a CMap that every reader has."""
    return encoding in _PREDEFINED


def wmode_of(cmap: StreamObject) -> int:
    """Give the writing mode that an embedded CMap declares inside."""
    found = re.search(rb"/WMode\s+(\d+)\s+def", cmap.get_data())
    return int(found[1]) if found else 0


def unicode_map(font: Any) -> dict[int, str] | None:
    """Read a font's ``ToUnicode``: code -> characters; None when it has none."""
    stream = at(font, "/ToUnicode")
    if not isinstance(stream, StreamObject):
        return None
    found: dict[int, str] = {}
    for section in _SECTION.finditer(stream.get_data()):
        items = [
            bytes.fromhex(item[1].decode()) if item[1] is not None else item.group()
            for item in _ITEM.finditer(section[2])
        ]
        if section[1] == b"bfchar":
            for code, text in zip(items[::2], items[1::2], strict=False):
                found[int.from_bytes(code, "big")] = _text(text)
        else:
            found |= _ranges(items)
    return found


def _ranges(items: list[bytes]) -> dict[int, str]:
    found: dict[int, str] = {}
    place = 0
    while place + 2 < len(items):
        first, last = (int.from_bytes(item, "big") for item in items[place : place + 2])
        place += 2
        if items[place] == b"[":
            end = items.index(b"]", place)
            for code, text in enumerate(items[place + 1 : end], first):
                found[code] = _text(text)
            place = end + 1
            continue
        start = items[place]
        for code in range(first, last + 1):
            tail = int.from_bytes(start[-2:], "big") + code - first
            found[code] = _text(start[:-2] + (tail & 0xFFFF).to_bytes(2, "big"))
        place += 1
    return found


def _text(data: bytes) -> str:
    return data.decode("utf-16-be", "replace")
