"""Papers of forms of their own, as offices write them in words: nothing false is found."""

from __future__ import annotations

import pytest

from vnadmindocs.api import check

HEAD = "cơ quan: |\n  UBND TỈNH AN BÌNH\n\n  SỞ NỘI VỤ\nsố: /{}-SNV\ntrích yếu: Về việc này\n"
GOOD = {
    "meeting of a board": (
        "biên bản",
        "BB",
        "Hôm nay, vào lúc 8 giờ 00 ngày 12/3/2026, tại Phòng họp, Hội đồng họp, gồm 7/7 người.\n"
        "Ông Trần Văn An chủ trì; bà Lê Thị Hoa làm thư ký.\nCuộc họp bế mạc lúc 11 giờ 00./.",
        ["THƯ KÝ", "CHỦ TRÌ"],
    ),
    "handing over": (
        "biên bản",
        "BB",
        "Hôm nay, ngày 12/3/2026, tại Kho lưu trữ, chúng tôi gồm:\n1. Đại diện bên giao: ông A.\n"
        "2. Đại diện bên nhận: bà B.\nHai bên bàn giao tài liệu. Biên bản lập thành 02 bản./.",
        ["ĐẠI DIỆN BÊN GIAO", "ĐẠI DIỆN BÊN NHẬN"],
    ),
    "one person to another": (
        "biên bản",
        "BB",
        "Hôm nay, ngày 12/3/2026, tại Phòng Kế toán, chúng tôi gồm:\nNgười giao: ông A.\n"
        "Người nhận: bà B.\nHai bên giao nhận sổ sách. Biên bản lập thành 02 bản./.",
        ["NGƯỜI GIAO", "NGƯỜI NHẬN"],
    ),
    "violation": (
        "biên bản",
        "BB",
        "Hôm nay, hồi 21 giờ 15 ngày 12/3/2026, tại thôn A, chúng tôi gồm:\n"
        "1. Ông A - Người lập biên bản.\n2. Ông B - Người chứng kiến.\n"
        "Lập biên bản đối với ông C. Biên bản lập xong hồi 22 giờ 00 cùng ngày./.",
        ["NGƯỜI LẬP BIÊN BẢN", "NGƯỜI CHỨNG KIẾN", "NGƯỜI VI PHẠM"],
    ),
    "invitation in a sentence": (
        "giấy mời",
        "GM",
        "Sở Nội vụ trân trọng kính mời đồng chí dự họp vào 14h00 ngày 12/3/2026 tại Sở./.",
        ["GIÁM ĐỐC"],
    ),
    "invitation by items": (
        "giấy mời",
        "GM",
        "Kính mời: Lãnh đạo các phòng.\n1. Thời gian: 01 buổi, ngày 12/3/2026.\n"
        "2. Địa điểm: Hội trường.\nTrân trọng./.",
        ["GIÁM ĐỐC"],
    ),
    "contract without labels of parties": (
        "hợp đồng",
        "HĐ",
        "Chúng tôi gồm:\nBên thuê: Sở Nội vụ.\nBên cho thuê: Công ty A.\nĐiều 1. Cho thuê kho./.",
        ["BÊN THUÊ", "BÊN CHO THUÊ"],
    ),
    "leave in a sentence": (
        "giấy nghỉ phép",
        "GNP",
        "Ông Trần Văn An được nghỉ phép 03 ngày, từ ngày 12/3/2026 đến ngày 14/3/2026./.",
        ["GIÁM ĐỐC"],
    ),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_paper_in_its_own_words_is_silent(name: str) -> None:
    """This test shows that a part counts as there however it is said."""
    kind, abbreviation, body, signers = GOOD[name]
    blocks = "".join(f"  - |\n    {signer}\n\n    Trần Văn An\n" for signer in signers)
    lines = "\n".join(f"  {line}" for line in body.split("\n"))
    head = HEAD.format(abbreviation)
    if kind == "giấy nghỉ phép":
        head = head.replace("trích yếu: Về việc này\n", "")
    text = f"loại: {kind}\n{head}nội dung: |\n{lines}\nnơi nhận: UBND tỉnh\nlưu: VT\nký:\n{blocks}"
    assert [(each.code, each.message.vi) for each in check(text)] == []


BLANK = {
    "giấy mời": "trích yếu:\nkính mời:\nthời gian:\nđịa điểm:\n",
    "giấy giới thiệu": "ông bà:\nđược cử đến:\nvề việc:\ngiá trị đến:\n",
    "giấy nghỉ phép": "ông bà:\nthời gian nghỉ:\ntừ ngày:\nđến ngày:\n",
    "biên bản": (
        "trích yếu:\nbắt đầu:\nđịa điểm:\nthành phần tham dự:\nchủ trì:\nthư ký:\nkết thúc:\n"
    ),
}


@pytest.mark.parametrize("kind", BLANK)
def test_a_blank_form_is_silent(kind: str) -> None:
    """This test shows that empty fields are wanted empty."""
    text = f"loại: {kind}\ncơ quan: SỞ NỘI VỤ\n{BLANK[kind]}"
    if kind != "biên bản":
        text += "ký:\n"
    assert [(each.code, each.message.vi) for each in check(text)] == []


def test_bodies_that_issue_an_agreement_together_are_its_parties() -> None:
    """This test shows that nobody is asked to name them twice."""
    text = (
        "loại: bản thỏa thuận\ncơ quan:\n  - SỞ NỘI VỤ\n  - SỞ TÀI CHÍNH\nsố: 5/BTT-SNV-STC\n"
        "trích yếu: Phối hợp\nnội dung: Hai Sở phối hợp./.\nký:\n"
        "  - |\n    SỞ NỘI VỤ\n    GIÁM ĐỐC\n\n    Trần Văn An\n"
        "  - |\n    SỞ TÀI CHÍNH\n    GIÁM ĐỐC\n\n    Lê Thị Hoa\n"
    )
    assert [(each.code, each.message.vi) for each in check(text)] == []


def test_parties_may_agree_for_what_they_need() -> None:
    """This test shows that a ground of a contract need not cite a text, and that of others must."""
    ground = "căn cứ: nhu cầu và khả năng của hai bên\nnội dung: Bên A giao bên B./.\nký: không\n"
    for kind, expected in (("hợp đồng", []), ("thông báo", ["CIT005"])):
        text = f"loại: {kind}\ncơ quan: SỞ NỘI VỤ\ntrích yếu: Về việc này\n{ground}"
        assert [each.code for each in check(text)] == expected


def test_everybody_who_chairs_a_meeting_signs_its_minutes() -> None:
    """This test shows that the second of two who chair is looked for among the names too."""
    text = (
        f"loại: biên bản\n{HEAD.format('BB')}bắt đầu: 8:00 12/3/2026\nđịa điểm: Sở\n"
        "thành phần tham dự: Các phòng\nthư ký: Lê Thị Hoa\nkết thúc: 9:00 12/3/2026\n"
        "chủ trì: |\n  Ông Trần Văn An, Giám đốc\n  Bà Vũ Thị Sen\nnội dung: Họp.\n"
        "nơi nhận: Các phòng\nlưu: VT\nký:\n"
    )
    signers = ["CHỦ TỌA\n\n    Trần Văn An", "THƯ KÝ\n\n    Lê Thị Hoa", "ỦY VIÊN\n\n    Lò Văn Sự"]
    text += "".join(f"  - |\n    {each}\n" for each in signers)
    assert [(each.code, each.message.vi) for each in check(text)] == [
        ("SIG042", "Vũ Thị Sen được ghi ở «chủ trì» nhưng không có tên trong các khối ký")
    ]
