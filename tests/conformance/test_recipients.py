"""Nơi nhận: named lists, groups, the filing line."""

from tests.conformance.printing import found, printed

OFFICE = """loại: thông báo
cơ quan:
  tiêu đề: SỞ Y TẾ
  danh sách nơi nhận:
    thường trực: |
      TT Tỉnh ủy;
      TT HĐND tỉnh.
    nội bộ: |
      Các phòng
      Lưu: VT, HC
trích yếu: Về việc trực
nội dung: Một.
nơi nhận: |
"""


def test_a_named_list_is_read_in_a_group_too() -> None:
    """This test shows that «@tên» stands for its list inside a side bracket."""
    text = f"{OFFICE}  (để b/c):\n    @thường trực\n    UBND tỉnh\n"
    assert printed(text, "Nơi nhận từng nơi")[:3] == [
        "- TT Tỉnh ủy;",
        "- TT HĐND tỉnh;",
        "- UBND tỉnh;",
    ]


def test_the_archive_line_of_a_named_list_is_the_archive_line() -> None:
    """This test shows that no second Lưu is added after that of a named list."""
    text = f"{OFFICE}  @nội bộ\n"
    assert printed(text, "Nơi nhận từng nơi") == ["- Các phòng;", "- Lưu: VT, HC."]


def test_a_list_no_profile_has_is_reported() -> None:
    """This test shows that «@» and a wrong name are an error, and printed as written."""
    text = f"{OFFICE}  @thường vụ\n"
    assert found(text) == [("REC005", 14)]
    assert printed(text, "Nơi nhận từng nơi")[0] == "- @thường vụ;"


NESTED = """loại: thông báo
cơ quan:
  tiêu đề: SỞ Y TẾ
  danh sách nơi nhận:
    lãnh đạo: Giám đốc Sở
    các phòng: |
      Văn phòng
      @{inner}
trích yếu: Về việc nghỉ lễ
nội dung: Một.
nơi nhận: "@các phòng"
"""


def test_a_list_of_the_profile_may_name_another() -> None:
    """This test shows that «@» never reaches paper where the list is known."""
    text = NESTED.format(inner="Lãnh đạo")
    assert found(text) == []
    assert printed(text, "Nơi nhận từng nơi")[:2] == ["- Văn phòng;", "- Giám đốc Sở;"]


def test_lists_that_name_each_other_in_a_circle_end() -> None:
    """This test shows that a circle is an error in the profile, and printed as written."""
    text = NESTED.format(inner="các phòng")
    assert found(text) == [("REC006", 8)]
    assert printed(text, "Nơi nhận từng nơi")[:2] == ["- Văn phòng;", "- @các phòng;"]


ADDRESSED = """loại: công văn
cơ quan:
  tiêu đề: SỞ Y TẾ
  danh sách nơi nhận:
    các xã: |
      Xã An Lạc (để t/h)
      @phường
      Lưu: VT, HC
    phường: |
      (để b/c):
        Phường Hòa Bình
trích yếu: trực
kính gửi: |
  Sở Nội vụ
  @Các-xã
nội dung: Một.
nơi nhận: Như trên
"""


def test_named_lists_are_read_in_addressees_too() -> None:
    """This test shows that purposes and the filing line of a list stay out of Kính gửi."""
    assert found(ADDRESSED) == []
    assert printed(ADDRESSED, "Kính gửi từng nơi") == [
        "- Sở Nội vụ;",
        "- Xã An Lạc;",
        "- Phường Hòa Bình.",
    ]


def test_a_list_of_addressees_no_profile_has_is_reported() -> None:
    """This test shows that it is an error at its line, and printed as written."""
    text = ADDRESSED.replace("@Các-xã", "@các phường")
    assert found(text) == [("REC005", 15)]
    assert printed(text, "Kính gửi từng nơi")[-1] == "- @các phường."


def test_lists_that_double_each_other_end() -> None:
    """This test shows that no profile can print more than paper holds."""
    lists = "".join(f'    l{n}: "@l{n + 1}\\n@l{n + 1}"\n' for n in range(40))
    text = (
        f"loại: thông báo\ncơ quan:\n  tiêu đề: SỞ Y TẾ\n  danh sách nơi nhận:\n{lists}"
        '    l40: Sở Nội vụ\ntrích yếu: Về việc trực\nnội dung: Một.\nnơi nhận: "@l0"\n'
    )
    assert len(printed(text, "Nơi nhận từng nơi")) < 20_000


DECISION = """loại: quyết định
cơ quan: SỞ Y TẾ
thẩm quyền ban hành: GIÁM ĐỐC SỞ Y TẾ
trích yếu: Về việc trực
nội dung: |
  Điều 1. Một.
  Điều 2. Hai.
nơi nhận: |
  Như Điều
  UBND tỉnh (để b/c)
"""


def test_as_article_takes_the_number_of_the_last_article() -> None:
    """This test shows that «Như Điều» without a number asks for it; a written number stays."""
    assert found(DECISION) == []
    assert printed(DECISION, "Nơi nhận từng nơi")[0] == "- Như Điều 2;"
    written = DECISION.replace("Như Điều\n", "Như Điều 1\n")
    assert printed(written, "Nơi nhận từng nơi")[0] == "- Như Điều 1;"
