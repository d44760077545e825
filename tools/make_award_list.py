"""Makes the lists of examples: awards of a year, and people whose salary rises. All are invented.

examples/khen-thuong-2025.xlsx (sheets «Cá nhân» and «Tập thể») and
examples/theo-danh-sach/nang-luong.xlsx. The seed is fixed, and so are times in the files: the same
contents every time.
"""

from __future__ import annotations

import datetime
import io
import random
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

EXAMPLES = Path(__file__).parent.parent / "examples"
SEED = 2025
TIME = (2026, 1, 5, 8, 0, 0)
# Bội số của mức lương cơ sở, đồng.
BASE = 2_340_000
PEOPLE = (
    ("Danh hiệu «Chiến sĩ thi đua cấp tỉnh»", 40, 3 * BASE),
    ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", 260, 3 * BASE // 2),
)
TEAMS = (
    ("Cờ thi đua của Ủy ban nhân dân tỉnh", 6, 8 * BASE),
    ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", 30, 3 * BASE),
)
FAMILIES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
    "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Trịnh", "Mai", "Lương", "Đoàn", "Tạ", "Quách", "Nông",
)  # fmt: skip
MIDDLES = {
    "Ông": ("Văn", "Đức", "Hữu", "Quang", "Minh", "Công", "Đình", "Xuân", "Thanh", "Ngọc"),
    "Bà": ("Thị", "Thị Ngọc", "Thị Thu", "Thị Thanh", "Thị Kim", "Thùy", "Thị Bích", "Thị Hồng"),
}
NAMES = {
    "Ông": (
        "An", "Bảo", "Cường", "Dũng", "Đạt", "Hải", "Hiếu", "Hưng", "Khánh", "Khoa", "Long",
        "Nam", "Nghĩa", "Phong", "Phúc", "Quân", "Quý", "Sơn", "Thắng", "Thịnh", "Tuấn", "Vinh",
    ),
    "Bà": (
        "Anh", "Chi", "Dung", "Duyên", "Giang", "Hà", "Hạnh", "Hiền", "Hoa", "Hương", "Lan",
        "Liên", "Mai", "Nga", "Oanh", "Phương", "Quỳnh", "Thảo", "Trang", "Tuyết", "Vân", "Yến",
    ),
}  # fmt: skip
# Name, posts, teams.
OFFICES = (
    (
        "Sở Nội vụ",
        ("Chuyên viên", "Chuyên viên chính", "Phó Trưởng phòng"),
        ("Văn phòng", "Phòng Xây dựng chính quyền", "Phòng Cải cách hành chính"),
    ),
    (
        "Sở Tài chính",
        ("Chuyên viên", "Kế toán viên chính", "Trưởng phòng"),
        ("Văn phòng", "Phòng Quản lý ngân sách", "Phòng Tài chính hành chính sự nghiệp"),
    ),
    (
        "Sở Y tế",
        ("Chuyên viên", "Chuyên viên chính", "Phó Chánh Văn phòng"),
        ("Phòng Nghiệp vụ y", "Phòng Bảo trợ xã hội", "Chi cục An toàn thực phẩm"),
    ),
    (
        "Sở Nông nghiệp và Môi trường",
        ("Chuyên viên", "Kiểm lâm viên", "Chi cục trưởng"),
        ("Chi cục Kiểm lâm", "Chi cục Thủy lợi", "Văn phòng Đăng ký đất đai"),
    ),
    (
        "Sở Khoa học và Công nghệ",
        ("Chuyên viên", "Trưởng phòng", "Giám đốc Trung tâm"),
        ("Phòng Chuyển đổi số", "Phòng Quản lý khoa học", "Trung tâm Kỹ thuật đo lường"),
    ),
    (
        "Sở Giáo dục và Đào tạo",
        ("Chuyên viên", "Phó Trưởng phòng", "Chánh Văn phòng"),
        ("Phòng Giáo dục phổ thông", "Phòng Giáo dục mầm non", "Phòng Tổ chức cán bộ"),
    ),
    (
        "Bệnh viện Đa khoa tỉnh",
        ("Bác sĩ chính", "Điều dưỡng", "Trưởng khoa Hồi sức tích cực"),
        ("Khoa Hồi sức tích cực", "Khoa Nhi", "Phòng Điều dưỡng"),
    ),
    (
        "Trường THPT Nguyễn Trãi",
        ("Giáo viên", "Tổ trưởng chuyên môn", "Phó Hiệu trưởng"),
        ("Tổ Toán - Tin", "Tổ Ngữ văn", "Tổ Văn phòng"),
    ),
    (
        "Trường THCS Kiến Hưng",
        ("Giáo viên", "Nhân viên thiết bị, thí nghiệm", "Hiệu trưởng"),
        ("Tổ Khoa học tự nhiên", "Tổ Khoa học xã hội", "Liên đội"),
    ),
    (
        "UBND phường Long Thanh",
        ("Công chức Văn hóa - Xã hội", "Công chức Văn phòng", "Phó Chủ tịch"),
        ("Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công", "Ban Chỉ huy quân sự"),
    ),
    (
        "UBND xã Kiến Hải",
        ("Công chức Tư pháp - Hộ tịch", "Công chức Kế toán", "Chủ tịch"),
        ("Văn phòng HĐND và UBND", "Phòng Kinh tế", "Ban Chỉ huy quân sự"),
    ),
    (
        "UBND xã Phước Lộc",
        ("Công chức Địa chính", "Trưởng thôn Phước An", "Phó Chủ tịch"),
        ("Phòng Kinh tế", "Trung tâm Phục vụ hành chính công", "Thôn Phước An"),
    ),
)


def main() -> None:
    """Write the workbooks."""
    for path, data in workbooks().items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)


def workbooks() -> dict[Path, bytes]:
    """Make every workbook, by where it belongs."""
    chance = random.Random(SEED)
    awards = Workbook()
    sheet = awards.worksheets[0]
    sheet.title = "Cá nhân"
    head = ["TT", "Họ và tên", "Chức vụ", "Đơn vị", "Tiền thưởng"]
    _fill(sheet, head, _people(chance), (6, 30, 34, 34, 16))
    head = ["TT", "Tập thể", "Tiền thưởng"]
    _fill(awards.create_sheet("Tập thể"), head, _teams(chance), (6, 60, 16))
    rises = Workbook()
    rises.worksheets[0].title = "Danh sách"
    _fill(rises.worksheets[0], RISE_COLUMNS, _rises(chance), (8, 14, 10, 26, 26, 34, 9, 9, 14))
    return {
        EXAMPLES / "khen-thuong-2025.xlsx": _bytes(awards),
        EXAMPLES / "theo-danh-sach" / "nang-luong.xlsx": _bytes(rises),
    }


def _people(chance: random.Random) -> Iterator[list[Any]]:
    used: set[str] = set()
    for numeral, (award, count, amount) in zip(("I", "II"), PEOPLE, strict=True):
        yield [numeral, award]
        for number in range(1, count + 1):
            _, name = _person(chance, used)
            office, posts, _ = chance.choice(OFFICES)
            yield [number, name, chance.choice(posts), office, amount]


def _teams(chance: random.Random) -> Iterator[list[Any]]:
    teams = [f"{team}, {office}" for office, _, of_office in OFFICES for team in of_office]
    chosen = iter(chance.sample(teams, sum(count for _, count, _ in TEAMS)))
    for numeral, (award, count, amount) in zip(("I", "II"), TEAMS, strict=True):
        yield [numeral, award]
        for number in range(1, count + 1):
            yield [number, next(chosen), amount]


RISE_COLUMNS = (
    "Số", "Ngày ký", "Xưng hô", "Họ và tên", "Chức vụ", "Đơn vị", "Hệ số cũ", "Hệ số mới",
    "Hưởng từ ngày",
)  # fmt: skip


def _rises(chance: random.Random) -> Iterator[list[Any]]:
    used: set[str] = set()
    for number in range(12):
        call, name = _person(chance, used)
        office, posts, _ = chance.choice(OFFICES[:6])
        step = chance.randint(0, 6)
        old, new = round(2.34 + 0.33 * step, 2), round(2.67 + 0.33 * step, 2)
        start = datetime.date(2026, chance.randint(1, 3), 1)
        signed = datetime.date(2026, 3, 20)
        yield [105 + number, signed, call, name, chance.choice(posts[:2]), office, old, new, start]


def _person(chance: random.Random, used: set[str]) -> tuple[str, str]:
    """Give a form of address and a name that nobody in the list has."""
    while True:
        call = chance.choice(tuple(NAMES))
        parts = chance.choice(FAMILIES), chance.choice(MIDDLES[call]), chance.choice(NAMES[call])
        name = " ".join(parts)
        if name not in used:
            used.add(name)
            return call, name


def _fill(
    sheet: Worksheet, head: Sequence[str], rows: Iterator[list[Any]], widths: Sequence[int]
) -> None:
    sheet.append(list(head))
    for number, row in enumerate(rows, 2):
        sheet.append(row)
        if len(row) == 2:  # a group: its words reach to the amounts
            sheet.merge_cells(None, number, 2, number, len(head) - 1)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.cell(1, column).font = Font(name="Times New Roman", bold=True)
        sheet.cell(1, column).alignment = Alignment(horizontal="center", wrap_text=True)
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            if isinstance(cell.value, datetime.date):
                cell.number_format = "DD/MM/YYYY"
            elif isinstance(cell.value, int) and cell.value > 10_000:
                cell.number_format = "#,##0"
            elif isinstance(cell.value, float):
                cell.number_format = "0.00"
    sheet.freeze_panes = "A2"


def _bytes(book: Workbook) -> bytes:
    """Save a workbook with the times of its files and of its properties fixed."""
    made, fixed = io.BytesIO(), io.BytesIO()
    book.save(made)
    stamp = f"{datetime.datetime(*TIME):%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            data = old.read(member)
            if member.filename == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*", rb"\g<1>" + stamp, data)
            info = zipfile.ZipInfo(member.filename, TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)
    return fixed.getvalue()


if __name__ == "__main__":
    main()
