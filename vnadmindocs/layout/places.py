"""Where each ô stands on its page: the boxes that are asked for, shown and signed in.

The words of an ô are where the writer sets them. Two places hold no words: the image of the
signature (7c), centred between authority and name, and the seal or signature of the body (8), over
part of that image, to its left (PL1·P1·II.7.d, II.8.a). Their sizes are norms.
"""

from __future__ import annotations

from dataclasses import replace

from vnadmindocs.diagnostics.model import Text
from vnadmindocs.law.norms import Norms
from vnadmindocs.values import dataclass

BODY = "6"
AUTHORITY, NAME, SIGNATURE, SEAL = "7a", "7b", "7c", "8"
INFORMATION = "information_box"  # has no number in the diagram
_COPY = "S"  # before the numbers of the diagram of a copy
_COPY_SIGNATURE, _COPY_SEAL = "S5c", "S6"
SIGNATURES = (SIGNATURE, _COPY_SIGNATURE)
SEALS = (SEAL, _COPY_SEAL)
# What belongs to one signer.
SIGNED = frozenset({AUTHORITY, NAME, *SIGNATURES, "S5a", "S5b"})

_INFORMATION_NAME = Text(vi="Thông tin ký số", en="signing information")

# What stands in the element or margin of another ô; "" is none.
_BOX_OF_ROLE = {
    "signature_authority": AUTHORITY,
    "signature_caption": "",
    "signature_gap": SIGNATURE,
    "signature_other_office": NAME,
    "signature_name": NAME,
    "drafter": "12",
    "circulation": "11",
    "contact": "13",
    INFORMATION: INFORMATION,
    "copy_information": "14",
}
# The same component in the diagram of a copy (PL1·P2·II.3).
_OF_COPY = {AUTHORITY: "S5a", NAME: "S5b", SIGNATURE: _COPY_SIGNATURE, "12": "S7"}
_SEAL_OF = dict(zip(SIGNATURES, SEALS, strict=True))


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """An ô on a page, or as much of it as stands on that page; mm from the top left of the paper.

    Attributes:
        box: the ô number of the diagram, such as ``7c``; of the diagram of a copy with an S before
            it, ``S5c``; ``information_box`` for that of an appendix in a file of its own, which
            has no number.
        file: what the name of its file adds to that of the document; "" for the document itself.
        part: which part of that file it is on, from 0.
        page: the page of that file, from 1.
        part_page: the page of the part, from 1.
        signer: which signature of the part it belongs to, from 1, from the top and from the left;
            0 for every other ô.
        signer_name: the name printed below that signature; "" where there is none.
    """

    box: str
    page: int
    left_mm: float
    top_mm: float
    width_mm: float
    height_mm: float
    part: int = 0
    part_page: int = 1
    signer: int = 0
    signer_name: str = ""
    file: str = ""

    @property
    def right_mm(self) -> float:
        """Its right edge, from the left of the paper."""
        return self.left_mm + self.width_mm

    @property
    def bottom_mm(self) -> float:
        """Its lower edge, from the top of the paper."""
        return self.top_mm + self.height_mm


@dataclass(frozen=True, slots=True)
class SigningSizes:
    """The sizes of what is put on a page to sign it.

    Attributes:
        image_mm: width of the image of a signature.
        seal_mm: diameter of the seal.
        cover: share of the image that the seal covers.
    """

    image_mm: float
    seal_mm: float
    cover: float


def signing_sizes(norms: Norms) -> SigningSizes:
    """Give the sizes that the norms set, narrowed by a body's own rules."""
    return SigningSizes(
        norms["signature.image"].use, norms["seal.diameter"].use, norms["seal.cover"].use
    )


def name_of(box: str) -> Text:
    """Give what an ô holds, in both languages, as the diagram of the decree names it."""
    from vnadmindocs.law.looks import positions

    return _INFORMATION_NAME if box == INFORMATION else positions()[box].name


def box_of(role: str, element_box: str) -> str:
    """Give the ô that a paragraph, rule or frame belongs to.

    Args:
        role: its role.
        element_box: the ô of the element it stands in.
    """
    box = _BOX_OF_ROLE.get(role, element_box)
    return _OF_COPY.get(box, box) if element_box.startswith(_COPY) else box


def signature_image(room: PlacedBox, sizes: SigningSizes) -> PlacedBox:
    """Give the place of the image of a signature, in the middle of the room left for it."""
    width = min(sizes.image_mm, room.width_mm)
    left = room.left_mm + (room.width_mm - width) / 2
    return replace(room, left_mm=left, width_mm=width)


def seal(image: PlacedBox, sizes: SigningSizes) -> PlacedBox:
    """Give the place of the seal that goes with the image of a signature."""
    size = sizes.seal_mm
    return replace(
        image,
        box=_SEAL_OF[image.box],
        left_mm=image.left_mm + sizes.cover * image.width_mm - size,
        top_mm=image.top_mm + (image.height_mm - size) / 2,
        width_mm=size,
        height_mm=size,
    )


def joined(one: PlacedBox, other: PlacedBox) -> PlacedBox:
    """Give the smallest place on a page that holds both."""
    left, top = min(one.left_mm, other.left_mm), min(one.top_mm, other.top_mm)
    right, bottom = max(one.right_mm, other.right_mm), max(one.bottom_mm, other.bottom_mm)
    return replace(one, left_mm=left, top_mm=top, width_mm=right - left, height_mm=bottom - top)
