"""Records of forms of their own, and ways to read their lines in a test."""

from __future__ import annotations

from tests.layout.records import element, laid_out, texts
from vnadmindocs.layout.shape import Grid, Layout, Paragraph

HEAD = """\
cơ quan: |
  UBND TỈNH AN BÌNH

  SỞ NỘI VỤ
số: 5
địa danh: An Bình
ngày: 09/3/2026
ký: |
  GIÁM ĐỐC

  Trần Văn An
"""
INVITATION = f"""\
loại: giấy mời
{HEAD}trích yếu: Họp giao ban
kính mời: |
  Các phòng
  Văn phòng Sở
tới dự: Cuộc họp giao ban tháng 3
chủ trì: Giám đốc Sở
thời gian: 8:00 12/3/2026
địa điểm: Phòng họp tầng 2
"""
INTRODUCTION = f"""\
loại: giấy giới thiệu
{HEAD}ông bà: Nguyễn Văn Bình
chức vụ: Chuyên viên
được cử đến: Sở Tài chính
về việc: Đối chiếu số liệu
giá trị đến: 31/3/2026
"""
LEAVE = f"""\
loại: giấy nghỉ phép
{HEAD}ngày đơn: 02/3/2026
ông bà: Bà Lê Thị Hoa
chức vụ: Chuyên viên
thời gian nghỉ: 5
từ ngày: 16/3/2026
đến ngày: 20/3/2026
nơi nghỉ: Hà Nội
loại nghỉ: nghỉ hằng năm
"""
MINUTES = """\
loại: biên bản
cơ quan: SỞ NỘI VỤ
số: 5/BB-SNV
trích yếu: Hội nghị sơ kết
bắt đầu: 8:00 12/3/2026
địa điểm: Hội trường
thành phần tham dự: Các phòng
chủ trì: Ông Trần Văn An, Giám đốc
thư ký: Bà Lê Thị Hoa
nội dung: Giám đốc kết luận.
kết thúc: 11 giờ 15 cùng ngày
"""
CONTRACT = f"""\
loại: hợp đồng
{HEAD.partition("ký:")[0]}trích yếu: Về việc chỉnh lý tài liệu
nơi ký: trụ sở Sở Nội vụ
các bên:
  - tên: SỞ NỘI VỤ
    đại diện: Ông Trần Văn An
    chức vụ: Giám đốc
    theo ủy quyền: Quyết định số 5/QĐ-SNV
  - gọi là: BÊN B (BÊN NHẬN)
    tên: TRUNG TÂM LƯU TRỮ
    địa chỉ: An Bình
    mã số thuế:
    thông tin khác: "Tiền thân: Kho lưu trữ"
nội dung: Điều 1. Bên B chỉnh lý tài liệu./.
"""


def body(text: str, **changes: str) -> list[str]:
    """Give the paragraphs of the body; «…» stands for dots to the margin."""
    found = []
    for block in element(laid_out(text, **changes), "body").blocks:
        assert isinstance(block, Paragraph)
        if block.role != "closing_gap":
            dots = any(run.leader for line in block.lines for run in line)
            found.append(block.text + ("…" if dots else ""))
    return found


def sides(layout: Layout) -> list[tuple[int, str]]:
    """Give column and first words of each signature of the grids named so, in order."""
    return [
        (column, texts(cell[0])[0] or texts(cell[0])[1])
        for each in layout.parts[0].elements
        if isinstance(each, Grid) and each.name == "signatures"
        for row in each.rows
        for column, cell in enumerate(row.cells)
        if cell
    ]
