"""For each rule of the self-check of PDF files, one or more good files with that one fault."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pypdf import PdfWriter
from pypdf.constants import UserAccessPermissions
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    EncodedStreamObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from tests.writers.conformance_samples import (
    Edit,
    append_content,
    catalog,
    change_content,
    dictionary,
    good_pdf,
    link,
    page,
    put,
    rewritten,
    stream,
    swapped,
)

Mutant = tuple[str, Callable[[], bytes]]
MUTANTS: list[Mutant] = []


def mutant(rule: str) -> Callable[[Edit], Edit]:
    """Note an edit by pypdf that breaks a rule."""

    def noted(edit: Edit) -> Edit:
        MUTANTS.append((rule, lambda: rewritten(edit)))
        return edit

    return noted


def spoiled(rule: str, make: Callable[[], bytes]) -> None:
    """Note a file whose bytes break a rule."""
    MUTANTS.append((rule, make))


spoiled("file.header", lambda: swapped(b"%PDF-1.7", b"%PDF-2.0"))
spoiled("file.header", lambda: swapped(b"%\x80\x80", b"%ab"))
spoiled("file.trailer_id", lambda: swapped(b"/ID[(", b"/Id[("))
spoiled("file.end", lambda: good_pdf() + b"\nand more")
spoiled("file.cross_reference", lambda: good_pdf().replace(b"\nxref\n", b"\nxref \n"))
spoiled("file.hexadecimal", lambda: swapped(b"006D1ED90074>", b"006D1ED9007 >"))
spoiled("file.streams", lambda: swapped(b"?>\nendstream", b"?> endstream"))
spoiled("file.names", lambda: good_pdf().replace(b"/Strong", b"/Str#FF"))
spoiled("file.spacing", lambda: swapped(b">>\nendobj", b">> endobj"))


@mutant("file.readable")
def _garbage(writer: PdfWriter) -> None:
    made = EncodedStreamObject()
    put(made, Filter="ASCIIHexDecode")
    made._data = b"zz"
    writer._add_object(made)


@mutant("file.encryption")
def _encrypted(writer: PdfWriter) -> None:
    writer.encrypt("", "owner", permissions_flag=UserAccessPermissions.PRINT, algorithm="RC4-128")


@mutant("file.external_streams")
def _external(writer: PdfWriter) -> None:
    stream(writer, b"x", F=b"elsewhere.bin")


@mutant("file.filters")
def _lzw(writer: PdfWriter) -> None:
    made = EncodedStreamObject()
    put(made, Filter=["LZWDecode"])
    made._data = b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01"
    writer._add_object(made)


@mutant("file.filters")
def _inline_lzw(writer: PdfWriter) -> None:
    append_content(writer, b"BI /W 1 /H 1 /BPC 8 /CS /RGB /F /LZW ID abc EI")


@mutant("file.permissions")
def _permissions(writer: PdfWriter) -> None:
    put(catalog(writer), Perms=dictionary(Other=dictionary()))


@mutant("file.limits")
def _large_number(writer: PdfWriter) -> None:
    writer._add_object(NumberObject(2**31))


@mutant("file.limits")
def _long_string(writer: PdfWriter) -> None:
    writer._add_object(TextStringObject("x" * 32768))


@mutant("file.limits")
def _deep(writer: PdfWriter) -> None:
    append_content(writer, b"q " * 29 + b"Q " * 29)


@mutant("pages.boxes")
def _small_box(writer: PdfWriter) -> None:
    put(page(writer), CropBox=[0, 0, 2, 2])


@mutant("pages.boxes")
def _wide_box(writer: PdfWriter) -> None:
    put(page(writer, 2), TrimBox=[0, 0, 5000, 5000])


@mutant("content.operators")
def _unknown_operator(writer: PdfWriter) -> None:
    append_content(writer, b"BX 1 paint EX")


@mutant("content.balance")
def _open_state(writer: PdfWriter) -> None:
    append_content(writer, b"q")


@mutant("content.balance")
def _closed_twice(writer: PdfWriter) -> None:
    change_content(writer, lambda data: data + b"\nEMC")


@mutant("content.resources")
def _unlisted(writer: PdfWriter) -> None:
    append_content(writer, b"/nothing gs")


@mutant("content.resources")
def _inherited(writer: PdfWriter) -> None:
    resources = page(writer).raw_get("/Resources")
    catalog(writer)["/Pages"][NameObject("/Resources")] = resources
    del page(writer)["/Resources"]


@mutant("colour.output_intent")
def _profile_elsewhere(writer: PdfWriter) -> None:
    put(catalog(writer)["/OutputIntents"][0].get_object(), DestOutputProfileRef=dictionary())


@mutant("colour.output_intent")
def _two_intents(writer: PdfWriter) -> None:
    intents = catalog(writer)["/OutputIntents"]
    profile = intents[0].get_object()["/DestOutputProfile"].get_data()
    other = dictionary(
        Type="OutputIntent", S="GTS_PDFX", DestOutputProfile=stream(writer, profile, N=3)
    )
    intents.append(other)


@mutant("colour.icc")
def _wrong_components(writer: PdfWriter) -> None:
    put(_gray_profile(writer), N=3)


def _gray_profile(writer: PdfWriter) -> Any:
    return page(writer)["/Resources"]["/ColorSpace"]["/c0"][1].get_object()


@mutant("colour.device")
def _print_colors(writer: PdfWriter) -> None:
    append_content(writer, b"0 0 0 1 k")


@mutant("colour.device")
def _print_picture(writer: PdfWriter) -> None:
    append_content(writer, b"BI /W 1 /H 1 /BPC 8 /CS /CMYK ID abcd EI")


@mutant("colour.spots")
def _undescribed(writer: PdfWriter) -> None:
    space = ArrayObject(
        [
            NameObject("/DeviceN"),
            ArrayObject([NameObject("/Gold")]),
            NameObject("/DeviceRGB"),
            dictionary(FunctionType=2),
        ]
    )
    writer._add_object(space)


@mutant("colour.spots")
def _two_golds(writer: PdfWriter) -> None:
    for alternate in ("/DeviceRGB", "/DeviceGray"):
        space = [NameObject("/Separation"), NameObject("/Gold"), NameObject(alternate)]
        writer._add_object(ArrayObject([*space, dictionary(FunctionType=2)]))


def _state(writer: PdfWriter, **entries: Any) -> None:
    put(page(writer)["/Resources"], ExtGState=dictionary(g0=dictionary(**entries)))


@mutant("graphics.transfer")
def _transfer(writer: PdfWriter) -> None:
    _state(writer, TR="Identity")


@mutant("graphics.transfer")
def _halftone(writer: PdfWriter) -> None:
    _state(writer, HT=dictionary(HalftoneType=6))


@mutant("graphics.intents")
def _intent(writer: PdfWriter) -> None:
    append_content(writer, b"/Vivid ri")


@mutant("graphics.intents")
def _intent_of_state(writer: PdfWriter) -> None:
    _state(writer, RI="Vivid")


@mutant("graphics.images")
def _smoothed(writer: PdfWriter) -> None:
    image = next(iter(page(writer)["/Resources"]["/XObject"].values())).get_object()
    image[NameObject("/Interpolate")] = BooleanObject(True)


@mutant("graphics.forms")
def _foreign_form(writer: PdfWriter) -> None:
    stream(writer, Type="XObject", Subtype="Form", BBox=[0, 0, 1, 1], Ref=dictionary())


@mutant("graphics.forms")
def _postscript(writer: PdfWriter) -> None:
    stream(writer, Type="XObject", Subtype="PS")


@mutant("graphics.blending")
def _blending(writer: PdfWriter) -> None:
    _state(writer, BM="Sparkle")


@mutant("graphics.transparency")
def _no_space_to_blend_in(writer: PdfWriter) -> None:
    del catalog(writer)["/OutputIntents"]
    for image in page(writer)["/Resources"]["/XObject"].values():
        del image.get_object()["/SMask"]
    _state(writer, Type="ExtGState")
    page(writer)["/Resources"]["/ExtGState"]["/g0"][NameObject("/ca")] = FloatObject(0.5)


@mutant("annotations.appearance")
def _no_appearance(writer: PdfWriter) -> None:
    look = dictionary(N=stream(writer, Subtype="Form"), D=stream(writer, Subtype="Form"))
    put(link(writer), AP=look)
