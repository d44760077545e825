"""Which device colours a colour space comes down to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject

from vnadmindocs.writers.pdf.conformance.opened import at, resolve

_FAMILIES = {
    "/DeviceGray": ("GRAY", "/DefaultGray"),
    "/DeviceRGB": ("RGB", "/DefaultRGB"),
    "/DeviceCMYK": ("CMYK", "/DefaultCMYK"),
}
# Where the space that a space is built on stands in its array.
_BASES = {"/Indexed": 1, "/Separation": 2, "/DeviceN": 2, "/Pattern": 1}


def device_families(space: Any, resources: Any) -> Iterator[str]:
    """Give ``GRAY``, ``RGB``, ``CMYK`` for each device space used that no default replaces."""
    space = resolve(space)
    for _ in range(8):  # spaces are built on others at most a few deep
        if isinstance(space, ArrayObject) and space:
            head = resolve(space[0])
            if head not in _BASES:
                space = head
                break
            base = _BASES[head]
            space = resolve(space[base]) if len(space) > base else None
        else:
            break
    if isinstance(space, str) and space in _FAMILIES:
        family, default = _FAMILIES[space]
        if at(resources, "/ColorSpace", default) is None:
            yield family
