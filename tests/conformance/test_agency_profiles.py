"""An agency profile is shared by all letters of an office; what it says must fit together."""

import pytest

from tests.conformance.printing import found, printed

OFFICE = """loại: công văn
cơ quan:
  tiêu đề: SỞ Y TẾ
  bộ phận:
    NVY: Phòng Nghiệp vụ Y
  bộ phận soạn thảo: {unit}
  người ký:
    - họ tên: Lê Thị Ánh
      chức vụ: Phó Giám đốc
      quyền hạn: |
        KT. GIÁM ĐỐC
        PHÓ GIÁM ĐỐC
  người ký mặc định: {signer}
trích yếu: mời họp
kính gửi: Các bệnh viện
nội dung: Một.
"""


def test_the_default_signer_signs_with_the_post_of_the_profile() -> None:
    """This test shows that a record need not repeat who signs, nor the drafting unit."""
    text = OFFICE.format(unit="NVY", signer="lê thị ánh")
    assert found(text) == []
    assert printed(text, "Quyền hạn chức vụ") == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
    assert printed(text, "Họ tên người ký") == ["Lê Thị Ánh"]
    assert printed(text, "Số ký hiệu") == ["Số:________/SYT-NVY"]


@pytest.mark.parametrize(
    ("unit", "signer", "line"), [("NVY", "Lê Thị Anh Thư", 13), ("NVYD", "Lê Thị Ánh", 6)]
)
def test_who_is_in_no_list_is_reported(unit: str, signer: str, line: int) -> None:
    """This test shows that a name without its post does not slip onto paper unseen."""
    assert found(OFFICE.format(unit=unit, signer=signer)) == [("ISS013", line)]


DECISION = """loại: quyết định
cơ quan:
  tiêu đề: ỦY BAN NHÂN DÂN XÃ AN BÌNH
  người đứng đầu: Chủ tịch
  chế độ tập thể: {collective}
trích yếu: Về việc cử người trực
nội dung: Điều 1. Cử ông Nguyễn Văn An trực.
ký: {signature}
"""


@pytest.mark.parametrize(
    ("collective", "signature", "line"),
    [
        ("có", "", "ỦY BAN NHÂN DÂN XÃ AN BÌNH"),
        ("không", "", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH"),
        ("có", '"CHỦ TỊCH\\n\\nLê Văn Bình"', "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN BÌNH"),
        (
            "không",
            '"TM. ỦY BAN NHÂN DÂN\\nCHỦ TỊCH\\n\\nLê Văn Bình"',
            "ỦY BAN NHÂN DÂN XÃ AN BÌNH",
        ),
    ],
)
def test_a_collective_decides_where_the_signature_does_not_say(
    collective: str, signature: str, line: str
) -> None:
    """This test shows that a head of a collective may sign in their own right."""
    text = DECISION.format(collective=collective, signature=signature)
    assert found(text) == []
    assert " ".join(printed(text, "Thẩm quyền ban hành")) == line
