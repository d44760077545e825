"""Clauses 6.2.3 and 6.2.4: the output intent, ICC profiles and device colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, StreamObject

from vnadmindocs.writers.pdf.conformance.opened import Opened, array, at, ident_of, nested, raw

_COMPONENTS = {b"GRAY": 1, b"RGB ": 3, b"Lab ": 3, b"LAB ": 3, b"CMYK": 4}
_OUTPUT_CLASSES = frozenset([b"prtr", b"mntr"])
_INPUT_CLASSES = frozenset([b"prtr", b"mntr", b"scnr", b"spac"])


def output_intent(pdf: Opened) -> Iterator[str]:
    """One profile of an output device, in every output intent the same."""
    profiles = set()
    for place, intent in enumerate(array(at(pdf.catalog, "/OutputIntents")), 1):
        where = f"/OutputIntents {place}"
        if "/DestOutputProfileRef" in intent:
            yield f"{where} /DestOutputProfileRef"
        profile = at(intent, "/DestOutputProfile")
        if profile is None:
            continue
        profiles.add(ident_of(raw(intent, "/DestOutputProfile")))
        fault = _profile_fault(profile, _OUTPUT_CLASSES, (b"GRAY", b"RGB ", b"CMYK"))
        if fault:
            yield f"{where} {fault}"
        if at(intent, "/S") == "/GTS_PDFA1" and not at(intent, "/OutputConditionIdentifier"):
            yield f"{where} /OutputConditionIdentifier"
    if len(profiles) > 1:
        yield "/OutputIntents /DestOutputProfile"


def _profile_fault(profile: Any, classes: frozenset[bytes], spaces: tuple[bytes, ...]) -> str:
    """Say which field of an ICC profile's head is wrong; "" for none."""
    if not isinstance(profile, StreamObject):
        return "no stream"
    data = profile.get_data()
    if len(data) < 128 or data[36:40] != b"acsp":
        return "no ICC profile"
    if int.from_bytes(data[:4], "big") != len(data):
        return f"ICC size {int.from_bytes(data[:4], 'big')}"
    if data[8] >= 5:
        return f"ICC version {data[8]}"
    if data[12:16] not in classes:
        return f"ICC class {data[12:16].decode('latin-1')}"
    if data[16:20] not in spaces or at(profile, "/N") != _COMPONENTS.get(data[16:20]):
        return f"ICC space {data[16:20].decode('latin-1')} /N {at(profile, '/N')}"
    return ""


def icc_spaces(pdf: Opened) -> Iterator[str]:
    """Colour spaces by ICC profile hold a fit profile."""
    for number, whole in pdf.objects.items():
        for node in nested(whole):
            if isinstance(node, ArrayObject) and len(node) == 2 and node[0] == "/ICCBased":
                fault = _profile_fault(array(node)[1], _INPUT_CLASSES, tuple(_COMPONENTS))
                if fault:
                    yield f"object {number} {fault}"


def device_colors(pdf: Opened) -> Iterator[str]:
    """Colours of a device only where the output intent says of which device."""
    target = ""
    for intent in array(at(pdf.catalog, "/OutputIntents")):
        profile = at(intent, "/DestOutputProfile")
        if at(intent, "/S") == "/GTS_PDFA1" and isinstance(profile, StreamObject):
            target = profile.get_data()[16:20].decode("latin-1").strip()
    for family, places in pdf.painted.families.items():
        if family != target and not (family == "GRAY" and target):
            for place in places:
                yield f"{place}: Device{family}"


FINDERS = {
    "colour.output_intent": output_intent,
    "colour.icc": icc_spaces,
    "colour.device": device_colors,
}
