"""Signature blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.diagnostics.fault import UnreadableError
from vnadmindocs.notation.signature import (
    SignatureBlock,
    SignatureLine,
    SignatureLineKind,
    parse_signature,
    print_signature,
)

K = SignatureLineKind


def kinds(block: SignatureBlock) -> list[str]:
    """Name the kinds of the lines of a block."""
    return [line.kind.value for line in block.lines]


def test_a_deputy_signs() -> None:
    """Two lines of authority, the gap, the name."""
    block = parse_signature("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nPhạm Việt Hùng")
    assert block.authority == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert block.name == "Phạm Việt Hùng"
    assert kinds(block) == ["authority", "authority", "gap", "name"]


@pytest.mark.parametrize(
    ("text", "authority", "name"),
    [
        ("TRƯỞNG BAN\n\nLê Quang Long", ("TRƯỞNG BAN",), "Lê Quang Long"),
        (
            "KT. GIÁM ĐỐC \n\nPHÓ GIÁM ĐỐC \n\n \n\n \n\nPhạm Tuấn Hải \n",
            ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
            "Phạm Tuấn Hải",
        ),
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nHoàng Minh Cường",
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            "Hoàng Minh Cường",
        ),
        (
            "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\nPhùng Tô Long",
            ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
            "Phùng Tô Long",
        ),
        ("GIÁM ĐỐC\n\nĐỗ Văn Chung", ("GIÁM ĐỐC",), "Đỗ Văn Chung"),
        ("GIÁM ĐỐC\nĐỗ Văn Chung", ("GIÁM ĐỐC",), "Đỗ Văn Chung"),
        ("Chủ tịch Hội đồng\n\nĐỗ Văn Chung", ("Chủ tịch Hội đồng",), "Đỗ Văn Chung"),
    ],
)
def test_real_blocks_are_read(text: str, authority: tuple[str, ...], name: str) -> None:
    """Blocks as they stand in real documents, empty lines of a PDF included."""
    block = parse_signature(text)
    assert (block.authority, block.name) == (authority, name)
    assert kinds(block).count("gap") == 1


def test_a_joint_document_opens_with_its_agency() -> None:
    """The name of the agency stands above the authority, on one line or two."""
    block = parse_signature(
        "SỞ CÔNG THƯƠNG TỈNH KIÊN GIANG\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n\n\nLê Minh Trung",
        ("CỤC CÔNG THƯƠNG ĐỊA PHƯƠNG", "Sở Công Thương tỉnh Kiên Giang"),
    )
    assert block.agency == ("SỞ CÔNG THƯƠNG TỈNH KIÊN GIANG",)
    assert block.authority == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert block.name == "Lê Minh Trung"
    two = parse_signature(
        "CỤC CÔNG THƯƠNG\nĐỊA PHƯƠNG\n\nCỤC TRƯỞNG\nNguyễn Văn Thịnh",
        ("CỤC CÔNG THƯƠNG ĐỊA PHƯƠNG",),
    )
    assert two.agency == ("CỤC CÔNG THƯƠNG", "ĐỊA PHƯƠNG")
    assert kinds(two) == ["agency", "agency", "authority", "gap", "name"]


def test_another_office_stands_above_the_name_and_under_it() -> None:
    """Capitals between gap and name are another office; after the name, the office under it."""
    block = parse_signature(
        "TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\n\nPHÓ THỦ TƯỚNG CHÍNH PHỦ\nTrần Văn A\nBỘ TRƯỞNG BỘ Y TẾ"
    )
    assert kinds(block) == [
        "authority",
        "authority",
        "gap",
        "other_office",
        "name",
        "office_below",
    ]


def test_brackets_are_captions_anywhere() -> None:
    """A caption keeps its place."""
    block = parse_signature("THƯ KÝ\n(Ký, ghi rõ họ tên)\n\nTrần Thị B\n(đã ký)")
    assert kinds(block) == ["authority", "caption", "gap", "name", "caption"]


@pytest.mark.parametrize(
    "date", ["......, ngày ... tháng ... năm 20...", "Ngày ..... tháng ..... năm 2026"]
)
def test_place_and_date_stand_above_all(date: str) -> None:
    """Forms have the line above the office; it is no name, whatever its case."""
    block = parse_signature(f"{date}\nNGƯỜI NỘP\n(Ký)\n\nLê Văn An")
    assert kinds(block) == ["dated", "authority", "caption", "gap", "name"]
    assert block.name == "Lê Văn An"


def test_a_date_alone_is_no_block() -> None:
    """What looks like a date needs something below it to stand above."""
    assert "dated" not in kinds(parse_signature("ngày 3 tháng 5 năm 2026"))


@pytest.mark.parametrize("caption", ["(Ký, ghi rõ họ tên)", "(ký tên, đóng dấu)"])
def test_a_line_above_a_caption_that_asks_for_a_name_is_an_office(caption: str) -> None:
    """In a form an office may be in small letters; what follows is the gap."""
    block = parse_signature(f"Người lập biểu\n{caption}")
    assert kinds(block) == ["authority", "caption", "gap"]
    assert block.authority == ("Người lập biểu",)
    assert parse_signature(f"Người lập biểu\n{caption}\n\nLê Văn An").name == "Lê Văn An"


def test_no_name_leaves_a_gap() -> None:
    """A block without a name ends in the gap."""
    assert kinds(parse_signature("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n")) == [
        "authority",
        "authority",
        "gap",
    ]
    assert kinds(parse_signature("")) == ["gap"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("GIÁM ĐỐC\n\nNguyễn Văn A\nTrần Văn B", 3),
        ("GIÁM ĐỐC\nNguyễn Văn A\nTrần Văn B", 2),
        ("GIÁM ĐỐC\n\nNguyễn Văn A\nPHÓ GIÁM ĐỐC\n\nTrần Văn B", 5),
        ("GIÁM ĐỐC\n\nNguyễn Văn A\n\nPHÓ GIÁM ĐỐC\n\nTrần Văn B", 6),
    ],
)
def test_two_names_are_refused(text: str, line: int) -> None:
    """Two signers are two blocks of a list."""
    with pytest.raises(UnreadableError) as refusal:
        parse_signature(text)
    (fault,) = refusal.value.faults
    assert (fault.code, fault.line) == ("SIG001", line)
    assert fault.facts == {"first": "Nguyễn Văn A", "found": "Trần Văn B"}


def test_a_name_in_capitals_is_a_name_and_a_finding() -> None:
    """A last line in capitals that begins with a surname is who signs."""
    block = parse_signature("GIÁM ĐỐC\n\nNGUYỄN VĂN A")
    assert (block.name, kinds(block)) == ("NGUYỄN VĂN A", ["authority", "gap", "name"])
    assert [(fault.code, fault.line, fault.facts) for fault in block.faults] == [
        ("SIG020", 2, {"found": "NGUYỄN VĂN A", "expected": "Nguyễn Văn A"})
    ]


@pytest.mark.parametrize("line", ["Y BHĂM NIÊ", "TRƯỞNG BAN", "VĂN THƯ", "ĐOÀN KIỂM TRA"])
def test_other_capitals_are_asked_about(line: str) -> None:
    """Capitals are an office; below the gap with no name, that is worth a hint."""
    block = parse_signature(f"GIÁM ĐỐC\n\n{line}")
    assert kinds(block) == ["authority", "gap", "other_office"]
    assert [(fault.code, fault.line, fault.facts["found"]) for fault in block.faults] == [
        ("SIG003", 2, line)
    ]


@pytest.mark.parametrize("rank", ["Thượng tá", "Đại tá, TS.", "PGS.TS.", "Bác sĩ chuyên khoa II"])
def test_a_rank_on_a_line_of_its_own_belongs_to_the_name(rank: str) -> None:
    """It is no second name, with a gap above it or without one."""
    for between in ("\n\n", "\n"):
        block = parse_signature(f"TRƯỞNG PHÒNG{between}{rank}\nNguyễn Văn A")
        assert kinds(block) == ["authority", "gap", "name", "name"]
        assert block.name == f"{rank} Nguyễn Văn A"


OFFICES = st.sampled_from(["GIÁM ĐỐC", "KT. CHỦ TỊCH", "PHÓ GIÁM ĐỐC", "TM. UBND", "(đã ký)"])


@st.composite
def blocks(draw: st.DrawFn) -> SignatureBlock:
    """Draw a block as reading makes it."""

    def line(text: str, kind: SignatureLineKind) -> SignatureLine:
        return SignatureLine(K.CAPTION if text.startswith("(") else kind, text)

    named = draw(st.booleans())
    lines = [line(text, K.AUTHORITY) for text in draw(st.lists(OFFICES, min_size=1, max_size=3))]
    if draw(st.booleans()):
        lines.insert(0, SignatureLine(K.DATED, "An Bình, ngày ... tháng 3 năm 2026"))
    lines.append(SignatureLine(K.GAP))
    if named:
        lines += [line(text, K.OTHER_OFFICE) for text in draw(st.lists(OFFICES, max_size=2))]
        lines.append(SignatureLine(K.NAME, draw(st.sampled_from(["Đỗ Văn A", "Y Khoa Niê"]))))
        lines += [line(text, K.OFFICE_BELOW) for text in draw(st.lists(OFFICES, max_size=2))]
    return SignatureBlock(tuple(lines))


@given(blocks())
def test_blocks_are_read_back(block: SignatureBlock) -> None:
    """What is printed is read back line by line."""
    assert parse_signature(print_signature(block)) == block
