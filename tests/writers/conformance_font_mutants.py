"""Good files with one fault in a font or in what the file says about itself."""

from __future__ import annotations

from typing import Any

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, NameObject, NumberObject, TextStringObject

from tests.writers.conformance_mutants import mutant
from tests.writers.conformance_samples import (
    append_content,
    catalog,
    change_stream,
    change_unicode,
    change_xmp,
    character_font,
    dictionary,
    font,
    page,
    put,
    stream,
    value_of,
)


@mutant("fonts.dictionaries")
def _no_type(writer: PdfWriter) -> None:
    put(character_font(writer), Type="Face")


@mutant("fonts.composites")
def _other_characters(writer: PdfWriter) -> None:
    system = dictionary(Registry=b"Adobe", Ordering=b"Japan1", Supplement=0)
    cmap = stream(writer, b"/WMode 0 def", Type="CMap", WMode=0, CIDSystemInfo=system)
    font(writer)[NameObject("/Encoding")] = cmap


@mutant("fonts.glyph_map")
def _no_glyph_map(writer: PdfWriter) -> None:
    del character_font(writer)["/CIDToGIDMap"]


@mutant("fonts.cmaps")
def _unknown_cmap(writer: PdfWriter) -> None:
    put(font(writer), Encoding="Vietnam-H")


@mutant("fonts.cmaps")
def _two_directions(writer: PdfWriter) -> None:
    font(writer)[NameObject("/Encoding")] = stream(writer, b"/WMode 1 def", Type="CMap", WMode=0)


@mutant("fonts.embedded")
def _not_embedded(writer: PdfWriter) -> None:
    descriptor = character_font(writer)["/FontDescriptor"]
    for key in ("/FontFile2", "/FontFile3"):
        descriptor.pop(key, None)


@mutant("fonts.subset")
def _whole_font(writer: PdfWriter) -> None:
    for node in (font(writer), character_font(writer)):
        put(node, BaseFont="LiberationSerif")
    put(character_font(writer)["/FontDescriptor"], FontName="LiberationSerif")


@mutant("fonts.glyphs")
def _absent_glyph(writer: PdfWriter) -> None:
    change_unicode(writer, b"7000", b"0041")
    append_content(writer, b"BT /f0 12 Tf <7000> Tj ET")


@mutant("fonts.not_defined")
def _not_defined(writer: PdfWriter) -> None:
    change_unicode(writer, b"0000", b"0041")
    append_content(writer, b"BT /f0 12 Tf <0000> Tj ET")


@mutant("fonts.cid_set")
def _wrong_list(writer: PdfWriter) -> None:
    listed = character_font(writer)["/FontDescriptor"]["/CIDSet"]
    change_stream(listed, lambda data: b"\xff" * (len(data) + 1))


@mutant("fonts.widths")
def _wrong_widths(writer: PdfWriter) -> None:
    put(character_font(writer), W=[], DW=500)


@mutant("fonts.truetype")
def _no_encoding(writer: PdfWriter) -> None:
    descriptor = dictionary(Type="FontDescriptor", FontName="ABCDEF+Plain", Flags=32)
    program = character_font(writer)["/FontDescriptor"].raw_get("/FontFile2")
    descriptor[NameObject("/FontFile2")] = program
    plain = dictionary(
        Type="Font", Subtype="TrueType", BaseFont="ABCDEF+Plain", FirstChar=65, LastChar=65,
        Widths=[500], FontDescriptor=descriptor,
        ToUnicode=stream(writer, b"1 beginbfchar <41> <0041> endbfchar"),
    )  # fmt: skip
    page(writer)["/Resources"]["/Font"][NameObject("/plain")] = plain
    append_content(writer, b"BT /plain 12 Tf (A) Tj ET")


@mutant("fonts.unicode")
def _replaced_character(writer: PdfWriter) -> None:
    change_unicode(writer, b"0002", b"FFFD")


@mutant("fonts.unicode")
def _no_unicode(writer: PdfWriter) -> None:
    del font(writer)["/ToUnicode"]


@mutant("fonts.private_use")
def _private_character(writer: PdfWriter) -> None:
    change_unicode(writer, b"0002", b"E000")


@mutant("metadata.xmp")
def _no_xml(writer: PdfWriter) -> None:
    put(catalog(writer)["/Metadata"], Subtype="Text")


@mutant("metadata.plain")
def _packed(writer: PdfWriter) -> None:
    packed = catalog(writer)["/Metadata"].flate_encode()
    catalog(writer)[NameObject("/Metadata")] = writer._add_object(packed)


@mutant("metadata.packet")
def _outdated_attribute(writer: PdfWriter) -> None:
    change_xmp(writer, b'kc9d"?>', b'kc9d" bytes="9"?>')


@mutant("metadata.packet")
def _broken_xml(writer: PdfWriter) -> None:
    broken = stream(writer, b'<?xpacket begin=""?><a><b></a>', Type="Metadata", Subtype="XML")
    put(page(writer), Metadata=broken)


@mutant("metadata.schemas")
def _unknown_property(writer: PdfWriter) -> None:
    change_xmp(writer, b"<dc:title>", b"<pdf:Mood>good</pdf:Mood><dc:title>")


@mutant("metadata.identification")
def _level_b(writer: PdfWriter) -> None:
    change_xmp(writer, b"<pdfaid:conformance>A<", b"<pdfaid:conformance>B<")


@mutant("metadata.identification")
def _part_three(writer: PdfWriter) -> None:
    change_xmp(writer, b"<pdfaid:part>2<", b"<pdfaid:part>3<")


@mutant("metadata.title")
def _no_title(writer: PdfWriter) -> None:
    change_xmp(writer, "Công văn thử".encode(), b"")
    info: Any = writer._info
    del info.get_object()["/Title"]


@mutant("metadata.agreement")
def _other_title(writer: PdfWriter) -> None:
    writer.add_metadata({"/Title": "Công văn khác"})


@mutant("metadata.agreement")
def _other_date(writer: PdfWriter) -> None:
    writer.add_metadata({"/ModDate": "D:20260501000000Z"})


@mutant("navigation.labels")
def _labels_from_page_two(writer: PdfWriter) -> None:
    put(catalog(writer), PageLabels=dictionary(Nums=[1, dictionary(S="D")]))


@mutant("navigation.labels")
def _unknown_numerals(writer: PdfWriter) -> None:
    put(catalog(writer), PageLabels=dictionary(Nums=[0, dictionary(S="Z")]))


@mutant("navigation.outline")
def _nameless_entry(writer: PdfWriter) -> None:
    catalog(writer)["/Outlines"]["/First"][NameObject("/Title")] = TextStringObject(" ")


@mutant("navigation.outline")
def _entry_leads_nowhere(writer: PdfWriter) -> None:
    entry = catalog(writer)["/Outlines"]["/First"]
    entry[NameObject("/Dest")] = ArrayObject([NumberObject(9), value_of("Fit")])


@mutant("navigation.destinations")
def _link_leads_nowhere(writer: PdfWriter) -> None:
    annotations = [each.get_object() for each in page(writer)["/Annots"]]
    inner = next(each for each in annotations if "/Dest" in each)
    inner[NameObject("/Dest")] = TextStringObject("nowhere")
