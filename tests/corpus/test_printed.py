"""The reader of printed words sees every word of a file, wherever it stands."""

from __future__ import annotations

import io
import zipfile

from tests.corpus.comparison import Block
from tests.corpus.printed import printed_blocks

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_STYLES = {"qh": "Quốc hiệu", "ten": "Họ tên người ký", "nn": "Nơi nhận từng nơi", "d": "Điều"}


def _paragraph(style: str, inside: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inside}</w:p>'


def _words(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _docx(body: str, **members: str) -> bytes:
    styles = "".join(
        f'<w:style w:styleId="{ident}"><w:name w:val="{name}"/></w:style>'
        for ident, name in _STYLES.items()
    )
    written = {
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_SPACES}>{styles}</w:styles>",
        **{f"word/{name}.xml": f"<w:x {_SPACES}>{text}</w:x>" for name, text in members.items()},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, text in written.items():
            package.writestr(name, text)
    return stream.getvalue()


def test_words_are_gathered_by_named_style() -> None:
    """This test shows that runs, breaks, tabs and hyphens give the words as printed."""
    body = (
        _paragraph("qh", _words("CỘNG HÒA"))
        + _paragraph("d", _words("Điều 1. ") + "<w:r><w:tab/><w:t>Sửa</w:t><w:br/></w:r>")
        + _paragraph("d", _words("số 1/QĐ") + "<w:r><w:noBreakHyphen/></w:r>" + _words("UBND"))
    )
    assert printed_blocks(_docx(body)) == [
        Block("national header", ("CỘNG HÒA",)),
        Block("body", ("Điều 1. \tSửa", "", "số 1/QĐ-UBND")),
    ]


def test_signatures_side_by_side_are_blocks_of_their_own() -> None:
    """This test shows that two cells are two signatures."""
    cells = "".join(
        f"<w:tc>{_paragraph('ten', _words(name))}</w:tc>" for name in ("Lê Minh", "Nguyễn Văn")
    )
    assert printed_blocks(_docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")) == [
        Block("signature", ("Lê Minh",)),
        Block("signature", ("Nguyễn Văn",)),
    ]


def test_what_follows_a_section_break_is_an_appendix() -> None:
    """This test shows that the text of an attached part is a block of its own."""
    body = (
        _paragraph("d", _words("Điều 1."))
        + _paragraph("d", "", "<w:sectPr/>")
        + _paragraph("d", _words("Danh sách"))
    )
    assert printed_blocks(_docx(body)) == [
        Block("body", ("Điều 1.", "")),
        Block("appendix", ("Danh sách",)),
    ]


def test_words_in_boxes_and_margins_are_seen_once() -> None:
    """This test shows that nothing hides in a text box, a footer or a footnote."""
    box = _paragraph("nn", _words("KHẨN"))
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{box}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{box}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    )
    data = _docx(
        _paragraph("d", _words("Điều 1.") + drawn),
        header_page=_paragraph("d", _words("2")),
        footer_first=_paragraph("d", _words("Số 5 Lê Lợi")),
        footnotes=_paragraph("d", _words("Ghi chú")),
    )
    assert printed_blocks(data) == [
        Block("body", ("Điều 1.",)),
        Block("recipients", ("KHẨN",)),
        Block("footer", ("Số 5 Lê Lợi",)),
        Block("footnotes", ("Ghi chú",)),
    ]
