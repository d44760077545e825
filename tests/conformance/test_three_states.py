"""Three states for every key: absent = the default · empty = a gap on paper · «không» = nothing."""

import pytest

from tests.conformance.printing import HEAD, SIGNED, found, notice, printed


def test_an_empty_archive_is_a_gap_after_luu() -> None:
    """This test shows that «lưu:» alone leaves room to write, where absent prints VT."""
    assert printed(notice("Một.", "lưu:\n"), "Nơi nhận từng nơi") == ["- Lưu: ________."]
    assert printed(notice("Một."), "Nơi nhận từng nơi") == ["- Lưu: VT."]
    assert printed(notice("Một.", "lưu: không\n"), "Nơi nhận từng nơi") == []


def test_an_empty_proposal_is_a_gap() -> None:
    """This test shows that the words before the gap are printed, and the end mark after it."""
    lines = printed(notice("Một.", "theo đề nghị:\n"), "Căn cứ")
    assert [line.replace("_", "") for line in lines] == ["Theo đề nghị của ."]


def test_a_body_left_out_prints_no_paragraph() -> None:
    """This test shows that «không» is not a gap."""
    assert printed(f"{HEAD}nội dung: không\n{SIGNED}", "Đoạn văn") == []
    assert printed(f"{HEAD}nội dung:\n{SIGNED}", "Đoạn văn") == [""]


def test_a_drafter_is_printed_without_any_recipient() -> None:
    """This test shows that «nơi nhận: không» takes no other field away."""
    text = notice("Một.", "nơi nhận: không\nlưu: không\nngười soạn: NVH\nsố bản: 5\n")
    assert printed(text, "Người soạn") == ["NVH.(5)"]


@pytest.mark.parametrize("head", ["cơ quan: không", "cơ quan: none"])
def test_what_stands_in_a_head_left_out_is_not_lost_in_silence(head: str) -> None:
    """This test shows that number and date of a document without a head are refused."""
    text = f"loại: thông báo\n{head}\nsố: 5\nngày: 2026\ntrích yếu: A\nnội dung: B\n"
    assert found(text) == [("ISS003", 3), ("ISS003", 4)]


def test_an_appendix_with_a_number_needs_a_head() -> None:
    """This test shows that a number in an appendix that prints no head is refused."""
    appendix = "phụ lục:\n  - loại: kế hoạch\n    số: 5\n    trích yếu: A\n    nội dung: B\n"
    assert found(notice("Một (kế hoạch kèm theo).", appendix)) == [("ISS003", 14)]
    same = appendix.replace("    số", "    cơ quan: như trên\n    số")
    assert found(notice("Một (kế hoạch kèm theo).", same)) == []


@pytest.mark.parametrize("field", ["nhãn", "kèm theo"])
def test_what_only_an_appendix_prints_is_reported_elsewhere(field: str) -> None:
    """This test shows that a label or reference line on a main document is no silent loss."""
    assert found(notice("Một.", f"{field}: Phụ lục A\n")) == [("APP004", 12)]


def test_a_type_left_empty_is_named_in_the_language_of_the_sentence() -> None:
    """This test shows that the Vietnamese sentence says «loại»."""
    from vnadmindocs import check

    (finding,) = check("loại:\ncơ quan: SỞ Y TẾ\ntrích yếu: A\nnội dung: B\n")
    assert (finding.message.vi, finding.message.en) == ("Thiếu «loại»", "«type» is missing")
