"""Make the shipped Word templates from the norms: ``python tools/make_templates.py``.

Writes templates/nd30-large.docx and nd30-small.docx, and their prepared forms beside them under
templates/prepared/. A test compares what is committed with what this script makes.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from vnadmindocs.fonts.metrics import width_mm  # noqa: E402
from vnadmindocs.law.norms import SIZE_SETS, Norms, norms  # noqa: E402
from vnadmindocs.law.wording import wording  # noqa: E402
from vnadmindocs.layout.styles import styles  # noqa: E402
from vnadmindocs.units import mm_to_twips  # noqa: E402
from vnadmindocs.writers.docx import names  # noqa: E402
from vnadmindocs.writers.docx.cache import dump, key_of  # noqa: E402
from vnadmindocs.writers.docx.prepare import prepare  # noqa: E402
from vnadmindocs.writers.docx.style_markup import style_id, styles_part  # noqa: E402

FIXED_TIME = (1980, 1, 1, 0, 0, 0)
ROOT_ATTRIBUTES = f'xmlns:w="{names.W}" xmlns:r="{names.R}"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FLOW = (
    "title", "addressees", "issuing_authority", "legal_bases", "decision_word", "body",
    "closing", "parts",
)  # fmt: skip


def tag(name: str, role: str) -> str:
    """Give the paragraph that carries a block tag."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(role)}"/></w:pPr>'
        f"<w:r><w:t>{{{{p {name} }}}}</w:t></w:r></w:p>"
    )


def empty(role: str) -> str:
    """Give an empty paragraph of a role."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(role)}"/></w:pPr></w:p>'


def cell(width: int, *tags: tuple[str, str]) -> str:
    """Give a cell of the header table."""
    content = "".join(tag(name, role) for name, role in tags)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def header_table(values: Norms) -> str:
    """Give the invisible table of ô 1 to 5b; layout's widths replace these defaults."""
    text = (
        values["page.width"].use - values["page.margin.left"].use - values["page.margin.right"].use
    )
    national = width_mm(wording("national_name"), values["national_name.size"].use, bold=True)
    right = mm_to_twips(national + values["header.clearance"].use)
    left = mm_to_twips(text) - right
    zero = "".join(
        f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right")
    )
    rows = (
        (cell(left, ("issuer", "issuer")), cell(right, ("national_header", "national_name"))),
        (
            cell(
                left,
                ("number", "number"),
                ("dispatch_subject", "dispatch_subject"),
                ("marks", "urgency"),
            ),
            cell(right, ("place_date", "place_date")),
        ),
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{left + right}" w:type="dxa"/>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{zero}</w:tblCellMar></w:tblPr>"
        f'<w:tblGrid><w:gridCol w:w="{left}"/><w:gridCol w:w="{right}"/></w:tblGrid>'
        + "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(row)}</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def section(values: Norms) -> str:
    """Give the section's properties: A4, margins, the number hidden on the first page."""

    def twips(key: str) -> int:
        return mm_to_twips(values[key].use)

    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
        '<w:headerReference w:type="first" r:id="rId5"/>'
        '<w:footerReference w:type="first" r:id="rId6"/>'
        f'<w:pgSz w:w="{twips("page.width")}" w:h="{twips("page.height")}"/>'
        f'<w:pgMar w:top="{twips("page.margin.top")}" w:right="{twips("page.margin.right")}"'
        f' w:bottom="{twips("page.margin.bottom")}" w:left="{twips("page.margin.left")}"'
        f' w:header="{twips("page.header_distance")}" w:footer="{twips("page.footer_distance")}"'
        ' w:gutter="0"/><w:pgNumType w:start="1"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )


def document(values: Norms) -> str:
    """Give the main part: furniture and tags."""
    roles = {"title": "type_name", "legal_bases": "legal_basis", "body": "paragraph"}
    flow = "".join(
        tag(name, roles.get(name, "paragraph" if name in ("closing", "parts") else name))
        for name in FLOW
    )
    return (
        f"<w:document {ROOT_ATTRIBUTES}><w:body>{header_table(values)}{empty('cell_end')}{flow}"
        f"{section(values)}</w:body></w:document>"
    )


def page_header() -> str:
    """Give the header with the page number."""
    style = style_id("page_number")
    return (
        f'<w:hdr {ROOT_ATTRIBUTES}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
    )


def footnotes() -> str:
    """Give the part of the footnotes with its two separators."""
    spacing = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    return (
        f"<w:footnotes {ROOT_ATTRIBUTES}>"
        f'<w:footnote w:type="separator" w:id="-1"><w:p>{spacing}'
        "<w:r><w:separator/></w:r></w:p></w:footnote>"
        f'<w:footnote w:type="continuationSeparator" w:id="0"><w:p>{spacing}'
        "<w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>"
    )


def settings() -> str:
    """Give the settings: Word 2013 and later, no hyphens, no stretched lines at breaks."""
    uri = "http://schemas.microsoft.com/office/word"
    modern = {
        "compatibilityMode": "15",
        "overrideTableStyleFontSizeAndJustification": "1",
        "enableOpenTypeFeatures": "1",
        "doNotFlipMirrorIndents": "1",
        "differentiateMultirowTableHeaders": "1",
    }
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="{value}"/>'
        for name, value in modern.items()
    )
    return (
        f'<w:settings {ROOT_ATTRIBUTES}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="567"/><w:autoHyphenation w:val="0"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f"<w:compat><w:doNotExpandShiftReturn/>{compat}</w:compat>"
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def font_table() -> str:
    """Give the one face, so that Word knows its kind when it is missing."""
    return (
        f'<w:fonts {ROOT_ATTRIBUTES}><w:font w:name="Times New Roman">'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def relations(*targets: tuple[str, str, str]) -> str:
    """Give a part of relationships from (id, type, target)."""
    rows = "".join(
        f'<Relationship Id="{ident}" Type="{kind}" Target="{target}"/>'
        for ident, kind, target in targets
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def content_types() -> str:
    """Give the content type of every part."""
    word = {
        "document": "document.main", "styles": "styles", "settings": "settings",
        "fontTable": "fontTable", "footnotes": "footnotes", "header_page": "header",
        "header_first": "header", "footer_first": "footer",
    }  # fmt: skip
    rows = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{names.WORD_TYPE}.{kind}+xml"/>'
        for part, kind in word.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{rows}"
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
        "</Types>"
    )


def core() -> str:
    """Give the core properties as docxtpl tags."""
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>{{ metadata.title }}</dc:title><dc:subject>{{ metadata.subject }}</dc:subject>"
        "<dc:creator>{{ metadata.author }}</dc:creator><dc:language>vi-VN</dc:language>"
        "</cp:coreProperties>"
    )


def members(size_set: str) -> dict[str, str]:
    """Make every member of the template of a size set, in the order of the zip file."""
    values = norms(size_set)
    looks = styles(values)
    office = names.R
    parts = {
        names.CONTENT_TYPES: content_types(),
        "_rels/.rels": relations(
            ("rId1", f"{office}/officeDocument", "word/document.xml"),
            ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{office}/extended-properties", "docProps/app.xml"),
        ),
        names.DOCUMENT: document(values),
        names.DOCUMENT_RELATIONS: relations(
            ("rId1", f"{office}/styles", "styles.xml"),
            ("rId2", f"{office}/settings", "settings.xml"),
            ("rId3", f"{office}/fontTable", "fontTable.xml"),
            ("rId4", f"{office}/header", "header_page.xml"),
            ("rId5", f"{office}/header", "header_first.xml"),
            ("rId6", f"{office}/footer", "footer_first.xml"),
            ("rId7", f"{office}/footnotes", "footnotes.xml"),
        ),
        names.STYLES: styles_part(looks, values["rule.weight"].use),
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(),
        names.FOOTNOTES: footnotes(),
        "word/header_page.xml": page_header(),
        "word/header_first.xml": (
            f"<w:hdr {ROOT_ATTRIBUTES}>{tag('circulation', 'circulation')}"
            f"{empty('cell_end')}</w:hdr>"
        ),
        "word/footer_first.xml": (
            f"<w:ftr {ROOT_ATTRIBUTES}>{tag('contact', 'contact')}{empty('cell_end')}</w:ftr>"
        ),
        names.CORE: core(),
        "docProps/app.xml": (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'extended-properties"><Application>vnadmindocs</Application></Properties>'
        ),
    }
    return {
        name: text if text.startswith(names.DECLARATION) else names.DECLARATION + text
        for name, text in parts.items()
    }


def write_template(size_set: str, folder: Path) -> Path:
    """Write one template and give its path."""
    path = folder / f"nd30-{size_set}.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in members(size_set).items():
            info = zipfile.ZipInfo(name, FIXED_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 0
            package.writestr(info, text)
    return path


def main(folder: Path = ROOT / "templates") -> None:
    """Write both templates and their prepared forms."""
    (folder / "prepared").mkdir(parents=True, exist_ok=True)
    for size_set in SIZE_SETS:
        path = write_template(size_set, folder)
        data, values = path.read_bytes(), norms(size_set)
        prepared = prepare(data, values, key_of(data, values))
        (folder / "prepared" / f"{path.stem}.prepared").write_bytes(dump(prepared))


if __name__ == "__main__":
    main()
