"""Appendices are documents: the same keys, printed where they are written."""

from tests.conformance.printing import notice, printed

GAPS = "(Kèm theo Thông báo số ________ ngày ____ tháng ____ năm ________ của Sở Y tế)"


def _with(appendix: str) -> str:
    return notice("Một.", f"phụ lục:\n{appendix}")


def test_an_attached_dispatch_prints_its_subject_once() -> None:
    """This test shows that V/v stands in the head of an attached công văn and nowhere else."""
    text = _with(
        "  - loại: công văn\n    cơ quan: SỞ NỘI VỤ\n    trích yếu: V/v trực\n"
        "    kính gửi: Sở Y tế\n    nội dung: B\n"
    )
    assert [line for line in printed(text) if "V/v" in line] == ["V/v trực"]


def test_a_reference_left_empty_prints_gaps() -> None:
    """This test shows the three states of «kèm theo»: built, gaps, nothing."""
    entry = "  - trích yếu: LỊCH TRỰC\n    nội dung: B\n"
    (built,) = printed(_with(entry), "Kèm theo")
    assert " ".join(built.split()) == (
        "(Kèm theo Thông báo số 12/TB-SYT ngày 05 tháng 01 năm 2026 của Sở Y tế)"
    )
    (gaps,) = printed(_with(f"{entry}    kèm theo:\n"), "Kèm theo")
    assert " ".join(gaps.split()) == GAPS
    assert printed(_with(f"{entry}    kèm theo: không\n"), "Kèm theo") == []


def test_a_single_appendix_without_label_has_no_numeral() -> None:
    """This test shows that numerals count only what has no label of its own."""
    one = "  - trích yếu: A\n    nội dung: B\n"
    other = "  - nhãn: Phụ lục B\n    trích yếu: C\n    nội dung: D\n"
    assert printed(_with(one + other), "Nhãn phụ lục") == ["Phụ lục", "Phụ lục B"]
    assert printed(_with(one + other + one), "Nhãn phụ lục") == [
        "Phụ lục I",
        "Phụ lục B",
        "Phụ lục II",
    ]
