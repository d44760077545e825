"""Forms of their own: the words and places of every line, filled in, empty and left out."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.forms import CONTRACT, HEAD, INTRODUCTION, INVITATION, LEAVE, MINUTES, body, sides
from tests.layout.records import changed, element, elements, grid, laid_out, roles, texts
from vnadmindocs.law.document_types import find_type
from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.shape import Element, Grid, Paragraph
from vnadmindocs.record.invitation import Invitation
from vnadmindocs.record.starting import starting_record


def test_an_invitation_has_the_lines_of_form_1_7() -> None:
    assert body(INVITATION) == [
        "Sở Nội vụ trân trọng kính mời:",
        "- Các phòng;",
        "- Văn phòng Sở.",
        "Tới dự Cuộc họp giao ban tháng 3",
        "Chủ trì: Giám đốc Sở",
        "Thời gian: 08 giờ 00, ngày 12 tháng 3 năm 2026",
        "Địa điểm: Phòng họp tầng 2./.",
    ]


def test_one_guest_stands_on_the_line_of_the_label() -> None:
    assert body(INVITATION, kính_mời="Ông Lê Văn Phúc")[0] == (
        "Sở Nội vụ trân trọng kính mời: Ông Lê Văn Phúc"
    )


def test_groups_of_guests_keep_their_head_and_marks_of_their_own() -> None:
    lines = body(INVITATION, kính_mời="|\n  1. Lãnh đạo Sở:\n  Ông A\n  a) Ông B")
    assert lines[1:4] == ["1. Lãnh đạo Sở:", "- Ông A;", "a) Ông B."]


def test_notes_follow_the_lines_and_close_by_themselves() -> None:
    lines = body(INVITATION, nội_dung="Đề nghị đến đúng giờ./.")
    assert lines[-2:] == ["Địa điểm: Phòng họp tầng 2", "Đề nghị đến đúng giờ./."]


def test_an_introduction_has_the_lines_of_form_1_8() -> None:
    layout = laid_out(INTRODUCTION)
    assert body(INTRODUCTION) == [
        "Sở Nội vụ trân trọng giới thiệu:",
        "Ông (bà) Nguyễn Văn Bình",
        "Chức vụ: Chuyên viên",
        "Được cử đến: Sở Tài chính",
        "Về việc: Đối chiếu số liệu",
        "Đề nghị Quý cơ quan tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ.",
        "Giấy này có giá trị đến hết ngày 31 tháng 3 năm 2026./.",
    ]
    first = element(layout, "body").blocks[0]
    assert isinstance(first, Paragraph)
    assert first.role == "centered"
    assert texts(element(layout, "title")) == ["GIẤY GIỚI THIỆU"]
    assert texts(element(layout, "recipients"))[1:] == ["- Như trên;", "- Lưu: VT."]


def test_whoever_is_called_ông_or_bà_is_not_called_both() -> None:
    lines = body(INTRODUCTION, ông_bà="|\n  1. Ông Lê Văn Phúc\n  Bà Lê Thị Hoa")
    assert lines[1:3] == ["1. Ông Lê Văn Phúc", "Bà Lê Thị Hoa"]


def test_the_request_may_be_written_otherwise_or_left_out() -> None:
    assert "Mong được giúp đỡ." in body(INTRODUCTION, lời_đề_nghị="Mong được giúp đỡ.")
    assert len(body(INTRODUCTION, lời_đề_nghị="không")) == 6


def test_a_leave_permit_has_the_lines_of_form_1_10() -> None:
    layout = laid_out(LEAVE)
    assert body(LEAVE) == [
        "Xét Đơn đề nghị nghỉ phép ngày 02 tháng 3 năm 2026 của bà Lê Thị Hoa,",
        "Sở Nội vụ cấp cho:",
        "Bà Lê Thị Hoa",
        "Chức vụ: Chuyên viên",
        "Được nghỉ phép trong thời gian 05 ngày kể từ ngày 16 tháng 3 năm 2026"
        " đến hết ngày 20 tháng 3 năm 2026 tại Hà Nội.",
        "Số ngày nghỉ phép nêu trên được tính vào thời gian nghỉ hằng năm./.",
    ]
    second = element(layout, "body").blocks[1]
    assert isinstance(second, Paragraph)
    assert second.first_indent_mm == 0.0


def test_the_place_of_stay_certifies_below_at_the_left_where_it_is_asked_to() -> None:
    assert sides(laid_out(LEAVE)) == []
    layout = laid_out(LEAVE, xác_nhận_nơi_nghỉ="có")
    last = layout.parts[0].elements[-1]
    assert isinstance(last, Grid)
    assert sides(layout) == [
        (0, "Xác nhận của cơ quan (tổ chức) hoặc\nchính quyền địa phương nơi nghỉ phép")
    ]


def test_minutes_have_the_lines_of_form_1_9() -> None:
    assert body(MINUTES) == [
        "Thời gian bắt đầu: 08 giờ 00, ngày 12 tháng 3 năm 2026",
        "Địa điểm: Hội trường",
        "Thành phần tham dự: Các phòng",
        "Chủ trì (chủ tọa): Ông Trần Văn An, Giám đốc",
        "Thư ký (người ghi biên bản): Bà Lê Thị Hoa",
        "Nội dung (theo diễn biến hội nghị):",
        "Giám đốc kết luận.",
        "Hội nghị kết thúc vào 11 giờ 15 cùng ngày./.",
    ]
    layout = laid_out(MINUTES)
    assert "place_date" not in roles(layout)
    assert texts(element(layout, "title")) == ["BIÊN BẢN", "Hội nghị sơ kết"]


def test_secretary_signs_at_the_left_and_chair_at_the_right() -> None:
    layout = laid_out(MINUTES)
    assert sides(layout) == [(0, "THƯ KÝ"), (1, "CHỦ TỌA")]
    (row,) = grid(layout, "signatures").rows
    assert [texts(cell[0])[-1] for cell in row.cells] == ["Lê Thị Hoa", "Trần Văn An"]
    assert texts(element(layout, "recipients"))[-1] == "- Lưu: VT, Hồ sơ."
    assert roles(layout)[-1] == "recipients"


@pytest.mark.parametrize(
    "chairs",
    ["|\n  Ông Trần Văn An, Giám đốc\n  Bà Vũ Thị Sen", "Ông Trần Văn An, Giám đốc; bà Vũ Thị Sen"],
)
def test_several_who_chair_are_printed_and_sign_one_by_one(chairs: str) -> None:
    layout = laid_out(MINUTES, chủ_trì=chairs)
    assert sides(layout) == [(0, "THƯ KÝ"), (1, "CHỦ TỌA"), (1, "CHỦ TỌA")]
    names = [
        texts(cell[0])[-1]
        for each in layout.parts[0].elements
        if isinstance(each, Grid) and each.name == "signatures"
        for row in each.rows
        for cell in row.cells
        if cell
    ]
    assert names == ["Lê Thị Hoa", "Trần Văn An", "Vũ Thị Sen"]


def test_several_who_chair_stand_one_a_line() -> None:
    lines = body(INVITATION, chủ_trì="|\n  Ông Trần Văn An, Giám đốc\n  Bà Vũ Thị Sen")
    assert lines[4:6] == ["Chủ trì: Ông Trần Văn An, Giám đốc", "Bà Vũ Thị Sen"]


@pytest.mark.parametrize("first", ["THƯ KÝ", "NGƯỜI GHI BIÊN BẢN", "CHỦ TỌA\nGIÁM ĐỐC"])
def test_written_signatures_take_the_same_sides_in_either_order(first: str) -> None:
    second = "CHỦ TỌA" if not first.startswith("CHỦ") else "THƯ KÝ"
    blocks = "".join(
        f"\n  - |\n    {name.replace(chr(10), chr(10) + '    ')}\n\n    Trần Văn An"
        for name in (first, second)
    )
    found = sides(laid_out(MINUTES, ký=blocks))
    assert [words.startswith("CHỦ") for _, words in found] == [False, True]


def test_a_letter_of_courtesy_has_no_number_rule_or_recipients() -> None:
    text = f"loại: thư công\n{HEAD}lời chào: Các bạn thân mến!\nnội dung: Chúc mạnh khỏe.\n"
    layout = laid_out(text, số="", tên_loại_in="THƯ CHÚC MỪNG")
    assert not {"number", "recipients"} & set(roles(layout))
    assert texts(element(layout, "title")) == ["THƯ CHÚC MỪNG"]
    assert body(text) == ["Các bạn thân mến!", "Chúc mạnh khỏe."]
    first = element(layout, "body").blocks[0]
    assert isinstance(first, Paragraph)
    assert first.lines[0][0].bold
    assert texts(element(laid_out(text), "number")) == ["Số: 05/SNV"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (INVITATION, [
            "Sở Nội vụ trân trọng kính mời: …", "Tới dự …", "Chủ trì: …", "Thời gian: …",
            "Địa điểm: …",
        ]),
        (INTRODUCTION, [
            "Sở Nội vụ trân trọng giới thiệu:", "Ông (bà) …", "Chức vụ: …", "Được cử đến: …",
            "Về việc: …",
            "Đề nghị Quý cơ quan tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ.",
            "Giấy này có giá trị đến hết ngày ………./.",
        ]),
        (LEAVE, [
            "Xét Đơn đề nghị nghỉ phép ngày ……… của ông (bà) ……………,", "Sở Nội vụ cấp cho:",
            "Ông (bà): …", "Chức vụ: …",
            "Được nghỉ phép trong thời gian …………… kể từ ngày ……… đến hết ngày ……… tại ……………",
            "Số ngày nghỉ phép nêu trên được tính vào thời gian ……………./.",
        ]),
    ],
    ids=["invitation", "introduction", "leave_permit"],
)  # fmt: skip
def test_a_form_of_empty_fields_is_a_blank_one(text: str, expected: list[str]) -> None:
    head, _, fields = text.partition(HEAD)
    blank = (
        head
        + HEAD
        + "".join(
            f"{line.partition(':')[0]}:\n"
            for line in fields.splitlines()
            if not line.startswith(" ")
        )
    )
    lines = body(blank)
    assert [line.rstrip("./") for line in lines] == [line.rstrip("./") for line in expected]


def test_an_absent_line_is_no_line_and_one_that_is_left_out_neither() -> None:
    assert "Chủ trì" not in " ".join(body(INVITATION, chủ_trì=""))
    assert "Chủ trì" not in " ".join(body(INVITATION, chủ_trì="không"))


def test_a_form_written_in_words_is_printed_as_it_stands() -> None:
    text = f"loại: giấy mời\n{HEAD}trích yếu: Họp\nnội dung: |\n  Kính mời.\n  Thời gian: mai\n"
    assert body(text) == ["Kính mời.", "Thời gian: mai"]


@pytest.mark.parametrize("key", ["telegram", "invitation", "minutes", "contract"])
def test_the_last_line_of_a_form_stays_with_its_signatures(key: str) -> None:
    kind = find_type(key)
    assert kind is not None
    blocks = element(laid_out(starting_record(kind)), "body").blocks
    last = [each for each in blocks if isinstance(each, Paragraph) and each.text][-1]
    assert last.keep_next


def test_an_attached_form_is_worded_too() -> None:
    attached = "\n".join(f"    {line}" for line in MINUTES.splitlines())
    layout = laid_out(
        f"loại: quyết định\n{HEAD}trích yếu: a\nnội dung: Điều 1. b\nphụ lục:\n  -\n{attached}\n"
    )
    lines = [text for each in elements(layout.parts[1]) if _is_body(each) for text in texts(each)]
    assert lines[0] == "Thời gian bắt đầu: 08 giờ 00, ngày 12 tháng 3 năm 2026"


def _is_body(each: Element) -> bool:
    return each.role == "body"


def test_what_a_form_adds_of_its_own_is_named_among_the_defaults() -> None:
    assert {"request", "signature"} & set(laid_out(INTRODUCTION).defaults) == {"request"}
    assert {"course", "signature"} <= set(laid_out(MINUTES).defaults)
    assert {"agreed", "opening"} <= set(laid_out(CONTRACT).defaults)
    assert "agreed" not in laid_out(CONTRACT, câu_thống_nhất="không").defaults


def test_a_telegram_is_of_its_head_or_else_of_the_body() -> None:
    text = f"loại: công điện\n{HEAD}trích yếu: Về việc ứng phó bão\nkính gửi: A\nnội dung: b./.\n"
    assert texts(element(laid_out(text), "addressees")) == ["SỞ NỘI VỤ điện:", "- A."]
    known = changed(text, cơ_quan="\n  tiêu đề: SỞ NỘI VỤ\n  người đứng đầu: Giám đốc")
    assert texts(element(laid_out(known), "addressees"))[0] == "GIÁM ĐỐC SỞ NỘI VỤ điện:"
    written = changed(text, thẩm_quyền_ban_hành="GIÁM ĐỐC SỞ")
    assert texts(element(laid_out(written), "addressees"))[0] == "GIÁM ĐỐC SỞ điện:"


def test_guests_may_be_a_list_that_the_profile_names() -> None:
    profile = "\n  tiêu đề: SỞ NỘI VỤ\n  danh sách nơi nhận:\n    sở: |\n      Sở A\n      Sở B"
    lines = body(INVITATION, cơ_quan=profile, kính_mời='"@sở"')
    assert lines[1:3] == ["- Sở A;", "- Sở B."]


# Two letters at the head: «x) …» would be an item with a mark of its own, which needs no dash.
_WORDS = st.text("Aaăđếộ 0./-;:,()*[]{}\\'\"%#&", min_size=1, max_size=40).map(
    lambda text: f"xx{text}y"
)


@settings(max_examples=60)
@given(st.lists(_WORDS, min_size=4, max_size=4), st.lists(_WORDS, min_size=2, max_size=4))
def test_whatever_is_written_in_a_field_is_printed_in_its_words(
    words: list[str], guests: list[str]
) -> None:
    event, chair, time, venue = words
    fields = {"event": event, "chair": chair, "time": time, "venue": venue}
    layout = lay_out(Invitation(agency="SỞ NỘI VỤ", subject="Họp", guests=guests, **fields))
    blocks = element(layout, "body").blocks
    printed = [each.text for each in blocks if isinstance(each, Paragraph) and each.text]
    assert printed[1 : 1 + len(guests)] == [
        f"- {guest}{';' if index < len(guests) - 1 else '.'}" for index, guest in enumerate(guests)
    ]
    assert printed[1 + len(guests) :] == [
        f"Tới dự {event}", f"Chủ trì: {chair}", f"Thời gian: {time}", f"Địa điểm: {venue}./.",
    ]  # fmt: skip


def test_a_label_typed_along_is_printed_once() -> None:
    along = '"Chủ trì: Giám đốc Sở"'
    assert body(INVITATION, chủ_trì=along, tới_dự="Tới dự cuộc họp")[3:5] == [
        "Tới dự cuộc họp", "Chủ trì: Giám đốc Sở",
    ]  # fmt: skip
    sentence = "Cuộc họp kết thúc vào hồi 11 giờ 15 cùng ngày."
    assert body(MINUTES, kết_thúc=sentence)[-1] == (
        "Cuộc họp kết thúc vào hồi 11 giờ 15 cùng ngày./."
    )
    assert body(INTRODUCTION, chức_vụ="Chức vụ khác")[2] == "Chức vụ: Chức vụ khác"
