"""A Layout as data for ``templates/document.typ``: short lists, every length in pt."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from vnadmindocs.fonts.metrics import DESCENT_EM, LINE_PITCH_EM
from vnadmindocs.language.text import capitalized
from vnadmindocs.law.wording import wording
from vnadmindocs.layout.shape import Layout, Paragraph, Part, Section
from vnadmindocs.record.images import FACE_PLACE
from vnadmindocs.values import dataclass
from vnadmindocs.writers.pdf.flow import Flow
from vnadmindocs.writers.pdf.looks import pt
from vnadmindocs.writers.pdf.marks import Marks
from vnadmindocs.writers.pdf.words import BOX_WEIGHT_PT

if TYPE_CHECKING:
    from vnadmindocs.fonts.faces import Face

_NOTE_GAP_PT = 2.85  # above and below the line over the footnotes, as LibreOffice has it
_REGION = "VN"


@dataclass(frozen=True, slots=True)
class Typesetting:
    """What typst is given.

    Attributes:
        data: the document as JSON.
        pictures: the files it shows, by name.
    """

    data: str
    pictures: Mapping[str, bytes]

    def without(self, characters: str) -> Typesetting:
        """Give the same without these characters, none of which JSON itself is written with."""
        if not characters:
            return self
        gone = dict.fromkeys(map(ord, characters))
        return Typesetting(self.data.translate(gone), self.pictures)


def typesetting_of(
    layout: Layout,
    face: Face,
    *,
    marks: Marks | None = None,
    frames: Sequence[object] = (),
    page_tops: Sequence[Paragraph] = (),
) -> Typesetting:
    """Give the data of a document; parts that are files to be joined are left out.

    Args:
        layout: what to print.
        face: the face it is printed in.
        marks: takes what is marked to be found again on its pages.
        frames: what is drawn over each page, and the size of its numbers; () for nothing.
        page_tops: paragraphs of the layout itself that begin a page as if the one before were full.
    """
    flow = Flow(layout, marks, page_tops)
    styles, metadata = layout.styles, layout.metadata
    typeset = [part for part in layout.parts if part.attachment is None]
    parts = [_part(part, flow, number) for number, part in enumerate(typeset)]
    width = layout.parts[0].section.text_width_mm
    notes = [
        [flow.words.data(paragraph.lines, styles["footnote"], width) for paragraph in paragraphs]
        for paragraphs in layout.footnotes
    ]
    language, _, region = layout.language.partition("-")
    data = {
        "face": {
            "family": face.family,
            "ascent": LINE_PITCH_EM - DESCENT_EM,
            "descent": DESCENT_EM,
        },
        "language": language,
        "region": region or _REGION,
        "title": metadata.title,
        "author": metadata.author,
        "description": _description(layout, face),
        "keywords": [word.strip() for word in metadata.keywords.split(",") if word.strip()],
        "size": styles["paragraph"].size_pt,
        "weight": layout.rule_weight_pt,
        "box-weight": BOX_WEIGHT_PT,
        "padding": pt(layout.cell_padding_mm),
        "footnotes": notes,
        "note-style": flow.looks.of_style("footnote"),
        "note-gap": _NOTE_GAP_PT,
        "number-style": flow.looks.of_style("page_number"),
        "parts": parts,
        "styles": flow.looks.data,
    }
    if frames:
        data["frames"] = frames
    return Typesetting(
        json.dumps(data, ensure_ascii=False, separators=(",", ":")),
        {name: in_face(picture, name, face) for picture, name in flow.pictures.items()},
    )


def in_face(picture: bytes, name: str, face: Face) -> bytes:
    """Have the words of a drawing set in the face of the document: typst has no other.

    A face that is not there would leave the words out, without a word.
    """
    if not name.endswith(".svg"):
        return picture
    style = f'text,tspan,textPath{{font-family:"{face.family}" !important}}</style>'.encode()
    opening = FACE_PLACE.removesuffix(b"</style>")
    return picture.replace(b"!important", b"").replace(FACE_PLACE, opening + style, 1)


def _part(part: Part, flow: Flow, number: int) -> dict[str, Any]:
    section = part.section
    width = section.text_width_mm
    flow.outline.begin(part)
    begin = [] if flow.marks is None else [flow.marks.begin_part(part, number)]
    return {
        "page": _page(section),
        "first": section.first_number,
        "hidden": section.hidden_pages,
        "numbered": section.page_number,
        # Word has a first page of its own, without a number, for each of the three.
        "apart": bool(section.hidden_pages or section.first_header or section.first_footer),
        "blocks": [*begin, *flow.elements(part.elements, width)],
        "header": flow.margin(section.first_header, width),
        "footer": flow.foot(section.first_footer, width),
    }


def _page(section: Section) -> dict[str, float]:
    return {
        "width": pt(section.width_mm),
        "height": pt(section.height_mm),
        "top": pt(section.top_mm),
        "bottom": pt(section.bottom_mm),
        "left": pt(section.left_mm),
        "right": pt(section.right_mm),
        "header": pt(section.header_mm),
        "footer": pt(section.footer_mm),
    }


def _description(layout: Layout, face: Face) -> str:
    metadata = layout.metadata
    named = " ".join(word for word in (metadata.subject, metadata.identifier) if word)
    used = wording("metadata.face").format(face=f"{face.family} {face.version}".strip())
    return capitalized(f"{named} · {used}" if named else used)
