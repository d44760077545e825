"""PDF files made for tests: plain ones, and one for each thing that can be wrong with one."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

A4 = (595.276, 841.89)
A3_LANDSCAPE = (1190.551, 841.89)
SCRIPT = "app.alert('1')"


def name(text: str) -> NameObject:
    """Make a name."""
    return NameObject(text)


def dictionary(**values: PdfObject | str) -> DictionaryObject:
    """Make a dictionary: a text with a stroke is a name, another is a string."""
    return DictionaryObject({name(f"/{key}"): _object(value) for key, value in values.items()})


def numbers(*values: float) -> ArrayObject:
    """Make a list of numbers."""
    return ArrayObject(FloatObject(each) for each in values)


def _object(value: PdfObject | str) -> PdfObject:
    if isinstance(value, PdfObject):
        return value
    return name(value) if value.startswith("/") else TextStringObject(value)


def stream(writer: PdfWriter, data: str, **values: PdfObject | str) -> IndirectObject:
    """Put a stream into a file."""
    made = DecodedStreamObject()
    made.set_data(data.encode("latin-1"))
    made.update(dictionary(**values))
    return writer._add_object(made)


def add_page(
    writer: PdfWriter,
    words: str = "",
    size: tuple[float, float] = A4,
    rotate: int = 0,
    crop: tuple[float, float, float, float] | None = None,
) -> PageObject:
    """Add a page with a line of words at its lower left, in Helvetica."""
    page = writer.add_blank_page(*size)
    font = dictionary(Type="/Font", Subtype="/Type1", BaseFont="/Helvetica")
    fonts = DictionaryObject({name("/F1"): writer._add_object(font)})
    page[name("/Resources")] = dictionary(Font=fonts)
    page[name("/Contents")] = stream(writer, f"BT /F1 12 Tf 72 72 Td ({words}) Tj ET")
    if rotate:
        page[name("/Rotate")] = NumberObject(rotate)
    if crop:
        page[name("/CropBox")] = numbers(*crop)
    return page


def add_annotation(writer: PdfWriter, page: PageObject, **values: PdfObject | str) -> PdfObject:
    """Add an annotation to a page."""
    given = {"Type": "/Annot", "Rect": numbers(100, 100, 200, 130), **values}
    made = dictionary(**given)
    if "/Annots" not in page:
        page[name("/Annots")] = ArrayObject()
    annotations = page["/Annots"]
    assert isinstance(annotations, ArrayObject)
    annotations.append(writer._add_object(made))
    return made


def pdf(*changes: Callable[[PdfWriter], object], pages: int = 1, **page: object) -> bytes:
    """Make a PDF whose pages say which they are, then change it."""
    writer = PdfWriter()
    for number in range(1, pages + 1):
        add_page(writer, f"trang {number}", **page)  # type: ignore[arg-type]
    for change in changes:
        change(writer)
    made = BytesIO()
    writer.write_stream(made)
    return made.getvalue()


def with_scripts(writer: PdfWriter) -> None:
    """Two scripts: one by name, one when the file opens."""
    writer.root_object[name("/OpenAction")] = dictionary(S="/JavaScript", JS=SCRIPT)
    named = ArrayObject([TextStringObject("a"), dictionary(S="/JavaScript", JS=SCRIPT)])
    writer.root_object[name("/Names")] = dictionary(JavaScript=dictionary(Names=named))


def with_launch(writer: PdfWriter) -> None:
    """A link that starts a program, with a script after it, and a script of the page."""
    action = dictionary(S="/Launch", F="cmd.exe", Next=dictionary(S="/JavaScript", JS=SCRIPT))
    add_annotation(writer, writer.pages[0], Subtype="/Link", A=action)
    writer.pages[0][name("/AA")] = dictionary(O=dictionary(S="/JavaScript", JS=SCRIPT))


def with_files(writer: PdfWriter) -> None:
    """Two embedded files: one of the whole file, one on its page."""
    held = stream(writer, "abc", Type="/EmbeddedFile")
    file = dictionary(Type="/Filespec", F="a.exe", EF=dictionary(F=held))
    names = ArrayObject([TextStringObject("a.exe"), writer._add_object(file)])
    writer.root_object[name("/Names")] = dictionary(EmbeddedFiles=dictionary(Names=names))
    writer.root_object[name("/AF")] = ArrayObject([writer._add_object(file)])
    add_annotation(writer, writer.pages[0], Subtype="/FileAttachment", FS=file)


def with_links(writer: PdfWriter) -> None:
    """A link to the web, one to the last page, one to another file, one to a file of the disk."""
    first, last = writer.pages[0], writer.pages[-1]
    reference = last.indirect_reference
    assert reference is not None
    here = ArrayObject([reference, name("/Fit")])
    web = dictionary(S="/URI", URI="https://vanban.chinhphu.vn")
    disk = dictionary(S="/URI", URI="file:///C:/a.exe")
    other = dictionary(S="/GoToR", F="b.pdf", D=numbers(0))
    add_annotation(writer, first, Subtype="/Link", A=web)
    add_annotation(writer, first, Subtype="/Link", Dest=here)
    add_annotation(writer, first, Subtype="/Link", A=other)
    add_annotation(writer, first, Subtype="/Link", A=disk)


def _field(writer: PdfWriter, look: str | None, **values: PdfObject | str) -> None:
    if look is not None:
        fonts = DictionaryObject({name("/F1"): dictionary(
            Type="/Font", Subtype="/Type1", BaseFont="/Helvetica")})  # fmt: skip
        drawing = stream(
            writer,
            f"BT /F1 9 Tf 2 2 Td ({look}) Tj ET",
            Type="/XObject",
            Subtype="/Form",
            BBox=numbers(0, 0, 50, 15),
            Resources=dictionary(Font=fonts),
        )
        values["AP"] = dictionary(N=drawing)
    field = add_annotation(writer, writer.pages[0], Subtype="/Widget", T="x", **values)
    form = dictionary(Fields=ArrayObject([field]))
    writer.root_object[name("/AcroForm")] = form


def with_field(writer: PdfWriter) -> None:
    """A field that was filled in, with a script that checks it."""
    check = dictionary(K=dictionary(S="/JavaScript", JS=SCRIPT))
    _field(writer, "Nguyen Van An", FT="/Tx", V="Nguyen Van An", AA=check)


def with_unseen_field(writer: PdfWriter) -> None:
    """A field that was filled in and is not drawn."""
    _field(writer, None, FT="/Tx", V="Nguyen Van An")


def with_signature(writer: PdfWriter) -> None:
    """A digital signature with its picture."""
    _field(writer, "da ky", FT="/Sig", V=dictionary(Type="/Sig", Filter="/Adobe.PPKLite"))


def with_movie(writer: PdfWriter) -> None:
    """A film on the page, and a form that is sent somewhere when it is closed."""
    add_annotation(writer, writer.pages[0], Subtype="/Movie")
    send = dictionary(S="/SubmitForm", F="http://a.vn")
    writer.root_object[name("/AA")] = dictionary(WC=send)


def with_layers(writer: PdfWriter) -> None:
    """A page of two layers, the second one off."""
    on, off = (
        writer._add_object(dictionary(Type="/OCG", Name=each)) for each in ("Mat bang", "Nhap")
    )
    page = writer.pages[0]
    resources = page["/Resources"]
    assert isinstance(resources, DictionaryObject)
    resources[name("/Properties")] = dictionary(A=on, B=off)
    page[name("/Contents")] = stream(
        writer, "/OC /A BDC 0 0 9 9 re f EMC /OC /B BDC 9 9 9 9 re f EMC"
    )
    config = dictionary(OFF=ArrayObject([off]), BaseState="/ON")
    both = ArrayObject([on, off])
    writer.root_object[name("/OCProperties")] = dictionary(OCGs=both, D=config)


def with_comment(writer: PdfWriter) -> None:
    """A comment beside the words, and a stamp that starts a script."""
    page = writer.pages[0]
    add_annotation(writer, page, Subtype="/FreeText", Contents="da duyet", DA="/F1 9 Tf")
    act = dictionary(S="/JavaScript", JS=SCRIPT)
    add_annotation(writer, page, Subtype="/Stamp", Contents="DUYET", A=act)


def with_bookmarks(writer: PdfWriter) -> None:
    """A bookmark to the first page with one to the last inside it."""
    outer = writer.add_outline_item(title="Phần một", page_number=0)
    writer.add_outline_item(title="Hình 1", page_number=len(writer.pages) - 1, parent=outer)


def without_pages(writer: PdfWriter) -> None:
    """Take all pages out."""
    while len(writer.pages):
        writer.remove_page(0)


def with_lost_content(writer: PdfWriter) -> None:
    """A page whose content is not in the file."""
    lost = writer._add_object(NullObject())
    writer.pages[0][name("/Contents")] = lost


def as_portfolio(writer: PdfWriter) -> None:
    """A portfolio: what it holds is in embedded files."""
    writer.root_object[name("/Collection")] = dictionary(Type="/Collection")


def as_dynamic_form(writer: PdfWriter) -> None:
    """A form that its reader draws."""
    writer.root_object[name("/AcroForm")] = dictionary(XFA=stream(writer, "<xdp/>"))
    writer.root_object[name("/NeedsRendering")] = BooleanObject(True)


def locked(password: str, owner: str | None = None, algorithm: str = "RC4-128") -> bytes:
    """Make a PDF that is encrypted."""
    return pdf(lambda writer: writer.encrypt(password, owner, algorithm=algorithm))


def claiming_pages(count: int) -> bytes:
    """Make a PDF of one page that says it has more."""
    return pdf().replace(b"/Count 1", f"/Count {count}".encode())


def save(folder: Path, data: bytes, file: str = "ban-ve.pdf") -> Path:
    """Write a file into a folder; give its path."""
    path = folder / file
    path.write_bytes(data)
    return path
