"""Pictures of a document: the inline drawing, the media parts, their relationships."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnadmindocs.layout.shape import Image
from vnadmindocs.record.images import FACE_PLACE
from vnadmindocs.units import mm_to_emu
from vnadmindocs.writers.docx.markup import attribute
from vnadmindocs.writers.docx.names import ASVG, PIC, WP, A, R
from vnadmindocs.writers.docx.package import Member, stored

# Clear of the drawings of an office's own template; docxtpl numbers from here too.
_FIRST_DRAWING = 1001
# By this Word knows that a picture has an SVG beside its PNG.
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


class Pictures:
    """The pictures of one document, each stored once however often it is shown.

    A drawing is stored twice: as SVG, and as the PNG that programs without SVG show.
    """

    def __init__(self, drawn: Mapping[bytes, bytes]) -> None:
        self._stored: dict[bytes, tuple[str, str]] = {}
        self._pngs = drawn
        self._drawn = 0

    def drawing(self, image: Image) -> str:
        """Give the run that shows a picture in the text."""
        if image.format == "svg":
            svg = self._relation(image.data.replace(FACE_PLACE, b"", 1), "svg")
            relation = self._relation(self._pngs[image.data], "png")
            extended = (
                f'<a:extLst><a:ext uri="{_SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="{ASVG}" '
                f'r:embed="{svg}"/></a:ext></a:extLst>'
            )
            blip = f'<a:blip r:embed="{relation}">{extended}</a:blip>'
        else:
            blip = f'<a:blip r:embed="{self._relation(image.data, image.format)}"/>'
        ident = _FIRST_DRAWING + self._drawn
        self._drawn += 1
        size = f'cx="{mm_to_emu(image.width_mm)}" cy="{mm_to_emu(image.height_mm)}"'
        name = attribute(image.name or f"Hình {self._drawn}")
        described = f' descr="{attribute(image.caption)}"' if image.caption else ""
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:docPr id="{ident}" name="{name}"{described}/><wp:cNvGraphicFramePr>'
            f'<a:graphicFrameLocks xmlns:a="{A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}"><pic:pic xmlns:pic="{PIC}">'
            f'<pic:nvPicPr><pic:cNvPr id="{ident}" name="{name}"{described}/><pic:cNvPicPr/>'
            f"</pic:nvPicPr><pic:blipFill>{blip}"
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def _relation(self, data: bytes, kind: str) -> str:
        """Store a picture, and give the relationship it is shown by."""
        number = len(self._stored) + 1
        new = f"rIdPicture{number}", f"picture{number}.{kind}"
        return self._stored.setdefault(data, new)[0]

    def relations(self) -> str:
        """Give the relationships of the pictures shown so far."""
        return "".join(
            f'<Relationship Id="{relation}" Type="{R}/image" Target="media/{file}"/>'
            for relation, file in self._stored.values()
        )

    def formats(self) -> tuple[str, ...]:
        """Name the file extensions in use."""
        return tuple(sorted({file.rpartition(".")[2] for _, file in self._stored.values()}))

    def members(self) -> Iterator[Member]:
        """Give the media parts; pictures are compressed already."""
        for data, (_, file) in self._stored.items():
            yield stored(f"word/media/{file}", data)
