# Over 400 lines: each function is one whole document, read from top to bottom.
"""Layouts built by hand for the tests and benchmarks of the writers."""

from __future__ import annotations

import struct
import zlib

from vnadmindocs.fonts.metrics import width_mm
from vnadmindocs.law.norms import norms
from vnadmindocs.layout.shape import (
    Box,
    Cell,
    Element,
    Grid,
    GridRow,
    Image,
    Layout,
    Metadata,
    Paragraph,
    Part,
    Row,
    Rule,
    Run,
    Section,
    Style,
    Table,
)
from vnadmindocs.layout.styles import styles

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
LETTER_BODY = (
    "Triển khai Công văn số 168/TĐC-TCCL ngày 20/01/2025 của Ủy ban Tiêu chuẩn Đo lường Chất "
    "lượng Quốc gia về việc ban hành Kế hoạch hoạt động Giải thưởng Chất lượng Quốc gia "
    "(GTCLQG) năm 2025, Sở Khoa học và Công nghệ có văn bản số 24/TB-SKHCN ngày 14/02/2025 "
    "thông báo về Kế hoạch hoạt động GTCLQG năm 2025 tại thành phố Hải Phòng.",
    "Sở Khoa học & Công nghệ kính đề nghị các Sở, ngành, UBND các quận, huyện tiếp tục quan tâm, "
    "đẩy mạnh công tác tuyên truyền vận động và đề xuất, giới thiệu các doanh nghiệp có chi phí "
    "kiểm định <10 triệu đồng của thành phố tham dự GTCLQG năm 2025.",
    "Thời hạn tiếp nhận hồ sơ: trước ngày 01/7/2025.",
    "Trân trọng./.",
)
ADDRESSEES = (
    "Các Sở: Xây dựng; Văn hóa, Thể thao và Du lịch; Nông nghiệp và Môi trường; Tài chính;",
    "UBND các quận, huyện, thành phố Thủy Nguyên;",
    "Chi nhánh Phòng Thương mại và Công nghiệp tại Hải Phòng;",
    "Hiệp hội Doanh nghiệp nhỏ và vừa thành phố Hải Phòng.",
)


def look(size_set: str = "large") -> dict[str, Style]:
    """Give the styles of a size set."""
    return dict(styles(norms(size_set)))


# The room in cells in mm and the weight of lines in pt.
HOUSE = (norms()["table.cell_padding"].use, norms()["rule.weight"].use)


def p(role: str, *lines: str | tuple[Run, ...], **direct: object) -> Paragraph:
    """Make a paragraph from lines of text or runs."""
    runs = tuple((Run(line),) if isinstance(line, str) else line for line in lines)
    return Paragraph(role, runs, **direct)  # type: ignore[arg-type]


def page(landscape: bool = False, **margins: object) -> Section:
    """Make the page of the norms."""
    values = norms()
    sides = (values["page.width"].use, values["page.height"].use)
    width, height = reversed(sides) if landscape else sides
    return Section(
        width,
        height,
        values["page.margin.top"].use,
        values["page.margin.bottom"].use,
        values["page.margin.left"].use,
        values["page.margin.right"].use,
        values["page.header_distance"].use,
        values["page.footer_distance"].use,
        first_number=1,
        hidden_pages=1,
        **margins,  # type: ignore[arg-type]
    )


def rule(length: float, column: float, under: str) -> Rule:
    """Make a centred rule."""
    side = (column - length) / 2
    return Rule(length, side, side, under)


def header(
    superior: str, issuer: str, number: str, place_date: str, *, left: tuple[Element, ...] = ()
) -> Grid:
    """Make the header grid."""
    right = round(width_mm(NATIONAL_NAME, 13, bold=True) + 1, 2)
    widths = (160 - right, right)
    issuing = Element(
        "issuer",
        "2",
        (
            *([p("superior", superior)] if superior else []),
            p("issuer", issuer),
            rule(width_mm(issuer, 13, bold=True) * 0.4, widths[0], "issuer"),
        ),
    )
    national = Element(
        "national_header",
        "1",
        (
            p("national_name", NATIONAL_NAME),
            p("national_motto", MOTTO),
            rule(width_mm(MOTTO, 14, bold=True), right, "national_motto"),
        ),
    )
    return Grid(
        "header",
        widths,
        (
            GridRow(((issuing,), (national,))),
            GridRow(
                (
                    (Element("number", "3", (p("number", number),)), *left),
                    (Element("place_date", "4", (p("place_date", place_date),)),),
                )
            ),
        ),
    )


def closing(recipients: tuple[str, ...], authority: tuple[str, ...], name: str) -> Grid:
    """Make the closing grid of one row and one for the recipients left over."""
    block = (
        *(p("signature_authority", line) for line in authority),
        p("signature_gap", ""),
        p("signature_name", name),
    )
    shown, left = recipients[:6], recipients[6:]

    def listed(texts: tuple[str, ...]) -> tuple[Paragraph, ...]:
        return tuple(p("recipient", f"- {text}") for text in texts)

    first = GridRow(
        (
            (Element("recipients", "9b", (p("recipients_label", "Nơi nhận:"), *listed(shown))),),
            (Element("signature", "7a", block),),
        )
    )
    rest = (
        (GridRow(((Element("recipients", "9b", listed(left)),), ()), can_split=True),)
        if left
        else ()
    )
    return Grid("closing", (70.0, 90.0), (first, *rest))


def letter() -> Layout:
    """Make a one-page letter."""
    subject = Element(
        "dispatch_subject",
        "5b",
        (p("dispatch_subject", "V/v phối hợp triển khai", "Giải thưởng Chất lượng Quốc gia"),),
    )
    to = Element(
        "addressees",
        "9a",
        (
            p("addressees", "Kính gửi:"),
            *(p("addressee", f"- {text}", left_mm=52.0, first_indent_mm=-3.0)
              for text in ADDRESSEES),
        ),
    )  # fmt: skip
    head = header(
        "UBND THÀNH PHỐ HẢI PHÒNG",
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "Số: \u00a0\u00a0\u00a0\u00a0\u00a0/SKHCN-CCTĐC",
        "Hải Phòng, ngày 03 tháng 6 năm 2025",
        left=(subject,),
    )
    end = closing(
        ("PCT UBNDTP Hoàng Minh Cường (để b/c);", "Như trên;", "Lưu: VT, CCTĐC."),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        "Phạm Việt Hùng",
    )
    body = Element("body", "6", tuple(p("paragraph", text) for text in LETTER_BODY))
    contact = (
        Rule(160.0, 0.0, 0.0, "contact"),
        p(
            "contact",
            "Số 1 Phạm Ngũ Lão, Hải Phòng; ĐT: (0225) 3 000 000; E-Mail: a@haiphong.gov.vn",
        ),
    )
    return Layout(
        "large",
        "vi-VN",
        Metadata("V/v phối hợp triển khai", "Sở Khoa học và Công nghệ", date="2025-06-03"),
        (Part("main", page(first_footer=contact), (head, to, body, end)),),
        look(),
        *HOUSE,
    )


def plan_table(rows: int = 45) -> Table:
    """Make a table of nine columns with a group row, a merged column and many rows."""
    columns = (10.0, 92.0, 22.0, *(17.0,) * 5, 28.0)
    titles = (
        "TT", "Nội dung chương trình/đề án", "ĐVT", "Năm 2026", "Năm 2027", "Năm 2028",
        "Năm 2029", "Năm 2030", "Tổng nội dung",
    )  # fmt: skip
    head = Row(tuple(Cell((p("table_head", title),)) for title in titles), header=True)
    group = Row(
        (
            Cell((p("table_text", (Run("I", bold=True),), align="center"),)),
            Cell((p("table_text", (Run("Hỗ trợ xây dựng mô hình trình diễn", bold=True),)),), 8),
        ),
        keep_next=True,
    )
    body = [
        Row(
            (
                Cell((p("table_text", str(number), align="center"),)),
                Cell((p("table_text", f"Hỗ trợ chuyển giao công nghệ & thiết bị, lần {number}"),)),
                Cell((p("table_text", "Cơ sở"),), rows=3) if number % 3 == 1
                else Cell((), covered=True),
                *(Cell((p("table_text", str(value), align="center"),)) for value in range(24, 30)),
            )
        )
        for number in range(1, rows + 1)
    ]  # fmt: skip
    return Table(columns, (head, group, *body))


def decision(rows: int = 45) -> Layout:
    """Make a decision of some pages with a landscape appendix."""
    head = header(
        "", "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", "Số: \u00a0\u00a0\u00a0\u00a0/QĐ-UBND",
        "Hải Phòng, ngày \u00a0\u00a0\u00a0 tháng 3 năm 2026",
    )  # fmt: skip
    subject = "Phê duyệt Chương trình khuyến công thành phố Hải Phòng giai đoạn 2026 - 2030"
    title = Element(
        "title",
        "5a",
        (
            p("type_name", "QUYẾT ĐỊNH"),
            p("subject", "Phê duyệt Chương trình khuyến công", "thành phố Hải Phòng"),
            rule(40.0, 160.0, "subject"),
        ),
    )
    bases = Element(
        "legal_bases",
        "6",
        tuple(
            p("legal_basis", f"Căn cứ Nghị định số {number}/2012/NĐ-CP ngày 21/5/2012;")
            for number in range(45, 52)
        ),
    )
    blocks: list[Paragraph] = []
    for article in range(1, 4):
        blocks.append(p("article", (Run(f"Điều {article}. "), Run(subject, bold=False))))
        for clause in range(1, 9):
            blocks.append(p("clause", f"{clause}. {LETTER_BODY[0]}"))
            blocks.append(p("point", f"a) {LETTER_BODY[2]}"))
    end = closing(
        ("Như Điều 3;", *(f"Sở thứ {number};" for number in range(1, 12)), "Lưu: VT, B.Đ.Hùng."),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        "Hoàng Minh Cường",
    )
    appendix = Part(
        "appendix",
        page(landscape=True),
        (
            Element(
                "appendix_head",
                "",
                (
                    p("appendix_label", "Phụ lục"),
                    p("appendix_title", "TỔNG HỢP NỘI DUNG THỰC HIỆN CHƯƠNG TRÌNH KHUYẾN CÔNG"),
                    p("appendix_reference", "(Kèm theo Quyết định số \u00a0\u00a0 /QĐ-UBND)"),
                    rule(50.0, 247.0, "appendix_reference"),
                ),
            ),
            Element("body", "6", (plan_table(rows),)),
        ),
    )
    main = Part(
        "main",
        page(),
        (
            head,
            title,
            Element("issuing_authority", "", (p("issuing_authority", "ỦY BAN NHÂN DÂN"),)),
            bases,
            Element("decision_word", "", (p("decision_word", "QUYẾT ĐỊNH:"),)),
            Element("body", "6", tuple(blocks)),
            end,
        ),
    )
    return Layout(
        "large",
        "vi-VN",
        Metadata(subject, "UBND thành phố Hải Phòng"),
        (main, appendix),
        look(),
        *HOUSE,
    )


def png(width: int = 40, height: int = 20) -> bytes:
    """Make a small picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    rows = b"".join(b"\0" + b"\x20\x60\xc0" * width for _ in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def everything() -> Layout:
    """Make a document with every kind of block: marks, footnotes, pictures, brackets, boxes."""
    marks = Element(
        "marks",
        "10",
        (
            Box("secrecy", 20, 8, (p("secrecy", "MẬT"),), align="center"),
            Box("urgency", 30, 8, (p("urgency", "HỎA TỐC"),), align="center"),
        ),
    )
    bracket = Grid(
        "bracket",
        (36.0, 3.0, 25.0),
        (
            GridRow(
                (
                    (
                        Element(
                            "recipients",
                            "9b",
                            (
                                p("recipient", "- Bộ Công Thương;"),
                                p("recipient", "- TTTU, TT HĐND TP;"),
                                p("recipient", "- CT, các PCT UBND TP;"),
                            ),
                        ),
                    ),
                    (),
                    (Element("recipients", "9b", (p("recipient_purpose", "(để b/c)"),)),),
                )
            ),
        ),
        bracket_column=1,
    )
    recipients = Element(
        "recipients",
        "9b",
        (
            p("recipients_label", "Nơi nhận:"),
            bracket,
            p("recipient", "- Như trên;"),
            p("recipient", "- Lưu: VT, TH."),
            p("drafter", "PL.(300)"),
        ),
    )
    signature = Element(
        "signature",
        "7a",
        (
            p("signature_authority", "GIÁM ĐỐC"),
            p("signature_caption", "(Đã ký)"),
            p("signature_gap", ""),
            p("signature_name", "Trần Văn A"),
        ),
    )
    body = Element(
        "body",
        "6",
        (
            p("part_number", "Chương I"),
            p("part_title", "QUY ĐỊNH CHUNG"),
            p("heading", "I. MỤC ĐÍCH"),
            p("clause", (Run("1. Phạm vi"), Run(footnote=1), Run(" áp dụng, "), Run("đậm", True),
                         Run(", "), Run("nghiêng", italic=True), Run("."))),
            p("quote", "“Điều 4a. Nội dung được trích dẫn nguyên văn.”"),
            p("paragraph", "Dòng thứ nhất của một đoạn căn đều hai bên mà người viết đã ngắt",
              "sang dòng thứ hai thì dòng trước không bị kéo giãn."),
            p("paragraph", (Run("Họ và tên: "), Run("..........", leader=True))),
            p("paragraph", (Run(box="checked"), Run(" Đồng ý    "), Run(box="empty"),
                            Run(" Không đồng ý"), Run(footnote=2))),
            plan_like(),
            Image(png(), "png", 60, 30, "Sơ đồ <tổ chức> & \"bộ máy\"", "so-do"),
            p("image_caption", "Hình 1. Sơ đồ tổ chức"),
            p("centered", "ở giữa"),
            p("right_aligned", "bên phải"),
            Table((80.0, 80.0), (Row((Cell((p("table_text", "trái", align="center"),)),
                                      Cell((p("table_text", "phải", align="center"),)))),),
                  borders=False),
            Table((50.0, 50.0), (Row((Cell((p("table_text", "hẹp"),)), Cell(()))),)),
        ),
    )  # fmt: skip
    circulation = (
        Box("circulation", 50, 8, (p("circulation", "LƯU HÀNH NỘI BỘ"),), align="right"),
    )
    attached = Part(
        "attached",
        page(first_footer=(Rule(160.0, 0.0, 0.0, "contact"), p("contact", "Liên hệ khác"))),
        (
            header("", "CƠ QUAN KHÁC", "Số: 01/KH-CQK", "Hà Nội, ngày 05 tháng 01 năm 2026"),
            Element("title", "5a", (p("type_name", "KẾ HOẠCH"), p("subject", "Kèm theo"))),
            Element(
                "body",
                "6",
                (
                    Box("information_box", 60, 12, (p("information_box", "Số: 1; 05/01/2026"),),
                        align="right"),
                    Image(png(), "png", 30, 15, "Lặp lại"),
                    p("paragraph", "Hết."),
                ),
            ),
        ),
    )  # fmt: skip
    quiet = Part(
        "appendix", page(page_number=False), (Element("body", "6", (p("paragraph", "x"),)),)
    )
    main = Part(
        "main",
        page(first_header=circulation),
        (
            header("BỘ A", "CỤC B", "Số: 05/QĐ-CB", "Hà Nội, ngày 05 tháng 01 năm 2026",
                   left=(marks,)),
            Element("title", "5a", (p("type_name", "QUYẾT ĐỊNH"),
                                    p("subject", "Về việc mọi thứ"), rule(30, 160, "subject"))),
            body,
            Grid("closing", (70.0, 90.0), (GridRow(((recipients,), (signature,))),)),
            Grid("signatures", (80.0, 80.0), (GridRow(((signature,), (signature,)),
                                                      keep_next=True),)),
        ),
    )  # fmt: skip
    notes = (
        (p("footnote", "Cước chú thứ nhất, có & và <thẻ>."),),
        (p("footnote", "Cước chú thứ hai."), p("footnote", "Đoạn hai của nó.")),
    )
    return Layout(
        "large",
        "vi-VN",
        Metadata("Mọi thứ & tất cả", "Cục B", "thử", "05/QĐ-CB", "2026-01-05", "một, hai"),
        (main, attached, quiet),
        look(),
        *HOUSE,
        footnotes=notes,
    )


def plan_like() -> Table:
    """Make a small table with a leader inside, two columns merged and a line break."""
    return Table(
        (30.0, 60.0, 70.0),
        (
            Row(tuple(Cell((p("table_head", t),)) for t in ("TT", "Việc", "Ghi chú")), header=True),
            Row(
                (
                    Cell((p("table_text", "1", align="center"),), rows=2),
                    Cell((p("table_text", "dòng một", "dòng hai"),)),
                    Cell((p("table_text", (Run("Ký "), Run("......", leader=True))),)),
                )
            ),
            Row(
                (
                    Cell((), covered=True),
                    Cell((p("table_text", "gộp hai cột"),), columns=2),
                ),
                can_split=True,
            ),
        ),
        name="việc",
    )


LAYOUTS = {"letter": letter, "decision": decision, "everything": everything}
