"""Good files with one fault in their tags, annotations or catalogue."""

from __future__ import annotations

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, BooleanObject, NameObject, NumberObject, TextStringObject

from tests.writers.conformance_mutants import mutant
from tests.writers.conformance_samples import (
    catalog,
    change_content,
    dictionary,
    link,
    page,
    put,
    stream,
    tag,
)


@mutant("annotations.types")
def _movie(writer: PdfWriter) -> None:
    movie = link(writer)
    look = stream(writer, Type="XObject", Subtype="Form", BBox=[0, 0, 1, 1])
    put(movie, Subtype="Movie", AP=dictionary(N=look))
    parents = catalog(writer)["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    ways = dict(zip(parents[::2], parents[1::2], strict=True))
    put(ways[movie["/StructParent"]].get_object(), S="Annot")


@mutant("annotations.flags")
def _hidden(writer: PdfWriter) -> None:
    put(link(writer), F=0)


@mutant("forms.fields")
def _unshown_fields(writer: PdfWriter) -> None:
    form = dictionary(Fields=[])
    form[NameObject("/NeedAppearances")] = BooleanObject(True)
    put(catalog(writer), AcroForm=form)


@mutant("forms.fields")
def _acting_field(writer: PdfWriter) -> None:
    put(catalog(writer), AcroForm=dictionary(Fields=[dictionary(AA=dictionary())]))


@mutant("actions.types")
def _script(writer: PdfWriter) -> None:
    put(catalog(writer), OpenAction=dictionary(S="JavaScript", JS=b"app.alert(1)"))


@mutant("actions.types")
def _script_by_name(writer: PdfWriter) -> None:
    scripts = ArrayObject([TextStringObject("a"), dictionary(S="JavaScript", JS=b"1")])
    put(catalog(writer), Names=dictionary(JavaScript=dictionary(Names=scripts)))


@mutant("actions.types")
def _launch(writer: PdfWriter) -> None:
    put(link(writer), A=dictionary(S="Launch", F=b"program.exe"))


@mutant("actions.additional")
def _on_opening(writer: PdfWriter) -> None:
    put(page(writer), AA=dictionary(O=dictionary(S="URI", URI=b"https://example.org")))


@mutant("files.embedded")
def _file_inside(writer: PdfWriter) -> None:
    writer.add_attachment("a.txt", b"a")


@mutant("layers.optional_content")
def _nameless_layers(writer: PdfWriter) -> None:
    put(catalog(writer), OCProperties=dictionary(OCGs=[], D=dictionary()))


@mutant("layers.optional_content")
def _unlisted_layer(writer: PdfWriter) -> None:
    group = writer._add_object(dictionary(Type="OCG", Name=b"a"))
    properties = dictionary(OCGs=[group], D=dictionary(Name=b"all", Order=[]))
    put(catalog(writer), OCProperties=properties)


@mutant("catalog.presentations")
def _steps(writer: PdfWriter) -> None:
    put(page(writer), PresSteps=dictionary())


@mutant("catalog.requirements")
def _demanding(writer: PdfWriter) -> None:
    put(catalog(writer), Requirements=[])


@mutant("tags.marked")
def _not_marked(writer: PdfWriter) -> None:
    catalog(writer)["/MarkInfo"][NameObject("/Marked")] = BooleanObject(False)


@mutant("tags.marked")
def _suspect(writer: PdfWriter) -> None:
    catalog(writer)["/MarkInfo"][NameObject("/Suspects")] = BooleanObject(True)


@mutant("tags.root")
def _no_root(writer: PdfWriter) -> None:
    put(catalog(writer)["/StructTreeRoot"], Type="Tree")


@mutant("tags.tree")
def _other_parent(writer: PdfWriter) -> None:
    tag(writer, "Figure")[NameObject("/P")] = tag(writer, "Table").indirect_reference


@mutant("tags.types")
def _unknown_type(writer: PdfWriter) -> None:
    put(tag(writer, "Em"), S="Shout")


@mutant("tags.types")
def _circle(writer: PdfWriter) -> None:
    put(catalog(writer)["/StructTreeRoot"]["/RoleMap"], Em="Strong", Strong="Em")


@mutant("tags.types")
def _other_meaning(writer: PdfWriter) -> None:
    put(catalog(writer)["/StructTreeRoot"]["/RoleMap"], Figure="P")


@mutant("tags.content")
def _untagged_words(writer: PdfWriter) -> None:
    change_content(writer, lambda data: data + b"\nBT /f0 12 Tf <0001> Tj ET\n")


@mutant("tags.content")
def _forgotten_words(writer: PdfWriter) -> None:
    tag(writer, "Strong")[NameObject("/K")] = ArrayObject()


@mutant("tags.mixing")
def _artifact_inside(writer: PdfWriter) -> None:
    opening = b"/Span<</MCID 0>>BDC"
    change_content(
        writer, lambda data: data.replace(opening, opening + b"\n/Artifact BMC\nEMC\n", 1)
    )


@mutant("tags.marks")
def _absent_content(writer: PdfWriter) -> None:
    tag(writer, "Strong")["/K"].append(NumberObject(500))


@mutant("tags.marks")
def _content_with_two_tags(writer: PdfWriter) -> None:
    tag(writer, "Em")["/K"].append(tag(writer, "Strong")["/K"][0])


@mutant("tags.parent_tree")
def _crossed_ways(writer: PdfWriter) -> None:
    numbers = catalog(writer)["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    ways = next(each.get_object() for each in numbers if isinstance(each.get_object(), list))
    ways[0], ways[1] = ways[1], ways[0]


@mutant("tags.parent_tree")
def _lost_annotation(writer: PdfWriter) -> None:
    del link(writer)["/StructParent"]


@mutant("tags.identifiers")
def _no_names(writer: PdfWriter) -> None:
    catalog(writer)["/StructTreeRoot"]["/IDTree"][NameObject("/Names")] = ArrayObject()


@mutant("tags.language")
def _no_language(writer: PdfWriter) -> None:
    del catalog(writer)["/Lang"]


@mutant("tags.language")
def _language_in_words(writer: PdfWriter) -> None:
    tag(writer, "Strong")[NameObject("/Lang")] = TextStringObject("tiếng Việt")


@mutant("tags.headings")
def _skipped_level(writer: PdfWriter) -> None:
    put(tag(writer, "H2"), S="H3")


@mutant("tags.figures")
def _wordless_figure(writer: PdfWriter) -> None:
    del tag(writer, "Figure")["/Alt"]


@mutant("tags.annotations")
def _wordless_link(writer: PdfWriter) -> None:
    del link(writer)["/Contents"]


@mutant("tags.tab_order")
def _no_tab_order(writer: PdfWriter) -> None:
    del page(writer)["/Tabs"]


@mutant("tags.notes")
def _nameless_note(writer: PdfWriter) -> None:
    del tag(writer, "Note")["/ID"]


@mutant("tags.order")
def _last_page_first(writer: PdfWriter) -> None:
    blocks = tag(writer, "Document")["/K"]
    blocks[1], blocks[-1] = blocks[-1], blocks[1]


@mutant("tables.nesting")
def _row_in_disguise(writer: PdfWriter) -> None:
    put(tag(writer, "TR", -1), S="Div")


@mutant("tables.grid")
def _wide_cell(writer: PdfWriter) -> None:
    put(tag(writer, "TD")["/A"][0], ColSpan=2)


@mutant("tables.headers")
def _unknown_head(writer: PdfWriter) -> None:
    tag(writer, "TD")["/A"][0][NameObject("/Headers")] = ArrayObject([TextStringObject("no")])


@mutant("tables.headers")
def _head_of_nothing(writer: PdfWriter) -> None:
    for place in range(4):
        del tag(writer, "TD", place)["/A"][0]["/Headers"]
    del tag(writer, "TH")["/A"][0]["/Scope"]


@mutant("lists.nesting")
def _body_in_disguise(writer: PdfWriter) -> None:
    put(tag(writer, "LBody"), S="P")
