"""Names of fields in reports."""

import pytest

from vnadmindocs.diagnostics.reports.field_name import field_name


@pytest.mark.parametrize(
    ("path", "vi", "en"),
    [
        ("signature", "ký", "signature"),
        ("appendices/0/type", "phụ lục/1/loại", "appendices/1/type"),
        ("chữ ký", "chữ ký", "chữ ký"),
        ("tables/khuyen-cong/columns", "bảng/khuyen-cong/cột", "tables/khuyen-cong/columns"),
    ],
)
def test_a_field_is_called_as_people_write_it(path: str, vi: str, en: str) -> None:
    """Places count from 1; what is no term stays as it is."""
    assert field_name(path, "vi") == vi
    assert field_name(path, "en") == en


def test_a_name_of_the_writers_own_stays_as_it_is() -> None:
    """A footnote named 2 is no second footnote, a table named rows no field."""
    assert field_name("footnotes/2", "vi") == "cước chú/2"
    assert field_name("tables/rows/rows", "vi") == "bảng/rows/hàng"
