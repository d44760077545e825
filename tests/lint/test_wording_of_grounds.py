"""How a ground words what it cites: where other words are offered, and where nothing is said."""

from __future__ import annotations

import pytest

from tests.lint.mutants import good
from vnadmindocs.api import check


def found(*grounds: str) -> list[str]:
    """Give the codes on the wording of grounds that a record with these grounds has."""
    return [each.code for each in check(good() | {"legal_bases": list(grounds)}) if _worded(each)]


def _worded(each: object) -> bool:
    return str(getattr(each, "code", ""))[:5] == "CIT00"


@pytest.mark.parametrize(
    "ground",
    [
        "Biên bản họp Hội đồng thành viên số 35/BB-HĐTV ngày 10 tháng 4 năm 2025",
        "Hợp đồng lao động số 12/HĐLĐ ngày 10 tháng 4 năm 2025",
        "Hợp đồng số 12/HĐ ngày 10 tháng 4 năm 2025",
        "Giấy phép xây dựng số 123/GPXD ngày 10 tháng 4 năm 2025 của Sở Xây dựng",
    ],
)
def test_a_paper_between_parties_is_named_as_it_is(ground: str) -> None:
    """The words before its number are of its name, and a contract has no issuing body."""
    assert found(ground) == []


def test_a_contract_without_a_date_is_still_asked_for_it() -> None:
    """A number alone does not tell which contract it is."""
    assert found("Hợp đồng lao động số 12/HĐLĐ") == ["CIT007"]


@pytest.mark.parametrize(
    "ground",
    [
        "Nghị định về công tác văn thư số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ",
        "Kế hoạch về việc trực số 30/KH-SNV ngày 05 tháng 3 năm 2025 của Sở Nội vụ",
    ],
)
def test_a_title_before_the_number_is_another_order(ground: str) -> None:
    """What begins with «về» is a title, and a decree's title stands last."""
    assert found(ground) == ["CIT002"]


@pytest.mark.parametrize(
    "ground",
    [
        "Quy chế trực ban hành kèm theo Thông tư số 08/2021/TT-BGDĐT"
        " ngày 18 tháng 3 năm 2021 của Bộ trưởng Bộ Giáo dục và Đào tạo",
        "ý kiến của Thường trực Tỉnh ủy tại Thông báo số 123-TB/TU ngày 10 tháng 4 năm 2025",
    ],
)
def test_a_text_that_only_locates_a_ground_need_not_be_full(ground: str) -> None:
    """The words before it say what the ground is and whose."""
    assert found(ground) == []


@pytest.mark.parametrize(
    "ground",
    [
        "Nghị định số 30/2020/NĐ-CP",
        "Căn cứ Nghị định số 30/2020/NĐ-CP",
        "Căn cứ các Nghị định số 30/2020/NĐ-CP",
    ],
)
def test_a_text_that_is_the_ground_is_given_in_full(ground: str) -> None:
    """Date, body and title are asked for where it opens the ground."""
    assert found(ground) == ["CIT007"]


@pytest.mark.parametrize(
    "ground",
    [
        "Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
        "Luật Đầu tư công số 58/2024/QH15 được sửa đổi, bổ sung bởi Luật số 90/2025/QH15",
        "Luật số 90/2025/QH15 ngày 25 tháng 6 năm 2025 sửa đổi, bổ sung một số điều của"
        " Luật Đấu thầu, Luật Quản lý, sử dụng tài sản công",
    ],
)
def test_a_law_known_by_its_number_keeps_it(ground: str) -> None:
    """Without it, neither number nor date would tell which law is meant."""
    assert found(ground) == []


@pytest.mark.parametrize(
    "ground",
    [
        "Luật Lưu trữ số 33/2024/QH15 ngày 21 tháng 6 năm 2024",
        "Luật Lưu trữ ngày 21 tháng 6 năm 2024 của Quốc hội",
    ],
)
def test_a_law_with_its_date_needs_neither_number_nor_body(ground: str) -> None:
    """The decree's form is offered where it loses nothing."""
    assert found(ground) == ["CIT001"]
