"""Names of people in lines that name them."""

from __future__ import annotations

import pytest

from vnadmindocs.notation.person import Person, read_person


@pytest.mark.parametrize(
    ("text", "honorific", "name", "post"),
    [
        ("Ông Nguyễn Văn An, Giám đốc Sở", "Ông", "Nguyễn Văn An", "Giám đốc Sở"),
        ("Bà: Trần Thị Bình - Phó Giám đốc", "Bà", "Trần Thị Bình", "Phó Giám đốc"),
        ("Đồng chí Y Bhăm Niê; Bí thư", "Đồng chí", "Y Bhăm Niê", "Bí thư"),
        ("đ/c Lê Văn Phúc (Chánh Văn phòng)", "đ/c", "Lê Văn Phúc", "Chánh Văn phòng)"),
        ("Nguyễn Văn An", "", "Nguyễn Văn An", ""),
        ("Ông TS. Nguyễn Văn An, Viện trưởng", "Ông", "Nguyễn Văn An", "Viện trưởng"),
        ("Chánh Văn phòng Sở", "", "", ""),
        ("Bạn Nguyễn Văn A", "", "Bạn Nguyễn Văn A", ""),
        ("Bà con khu phố", "Bà", "", ""),
        ("", "", "", ""),
    ],
)
def test_a_person_is_read(text: str, honorific: str, name: str, post: str) -> None:
    """This test shows that a name is taken only where it surely is one."""
    assert read_person(text) == Person(honorific, name, post)
