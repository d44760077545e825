"""The report for people, character by character."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.diagnostics.findings import ALL, ELSEWHERE, SIGNATURE, TWICE, WARNING
from vnadmindocs.diagnostics import Diagnostic, Place, Severity, Text
from vnadmindocs.diagnostics.reports import Outcome, report, summary
from vnadmindocs.diagnostics.reports.excerpt import excerpt

ONE_FINDING = """\
thu.yaml:14:5: lỗi SIG002: «KT. GIÁM ĐỐC» nhưng người ký ghi chức vụ «Giám đốc»
   14 |   KT. GIÁM ĐỐC
      |   ^^^^^^^^^^^^
   = gợi ý: dòng thứ hai là chức vụ của cấp phó, ví dụ «PHÓ GIÁM ĐỐC»
   = căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7, điểm b

1 lỗi trong 1 tệp
"""

ALL_FINDINGS_IN_ENGLISH = """\
ke hoach.docx: đoạn 12: hint PAG001: 30 mm is the customary left margin

thu.yaml:9:1: fatal error YML005: The key «ký» is written twice
    9 |   ký: |
      |   ^^
   = see: thu.yaml:3:1: first here

thu.yaml:14:5: error SIG002: «KT. GIÁM ĐỐC», but the signer's office is «Giám đốc»
   14 |   KT. GIÁM ĐỐC
      |   ^^^^^^^^^^^^
   = help: the second line is the deputy's office, such as «PHÓ GIÁM ĐỐC»
   = rule: Decree 30/2020/NĐ-CP, Annex I, Part I, Section II, clause 7, point b

thu.yaml:20: warning REC001: The recipients have no filing line

1 fatal error, 1 error, 1 warning, 1 hint in 2 files
"""


def test_a_finding_looks_as_the_design_shows_it() -> None:
    """Place, sentence, source line with carets, hint, clause of the decree, closing line."""
    assert report([SIGNATURE]) == ONE_FINDING


def test_findings_come_sorted_and_in_the_language_asked_for() -> None:
    """File, then line, then column; an anchor stands in for a line that is not known."""
    assert report(ALL, "text", "en") == ALL_FINDINGS_IN_ENGLISH


def test_one_standard_of_all_files_is_said_once() -> None:
    """After the last, with the face; a file without one is said to have none beside others."""
    one = Outcome("a.yaml", "a.pdf", others=("b.pdf",), conformance="PDF/A-2a", face="Tinos 1.33")
    shown = report([], "text", "en", [one, replace(one, claims=("PDF/A-2a",))]).splitlines()
    assert shown[0] == ("a.yaml: written: a.pdf (Tinos 1.33, PDF/A-2a), b.pdf (no PDF/A claimed)")
    assert shown[1] == "a.yaml: written: a.pdf, b.pdf (Tinos 1.33, PDF/A-2a)"


def test_defaults_and_parts_left_out_are_named_for_each_file() -> None:
    """A file without findings still says what was assumed."""
    outcomes = (
        Outcome("a.yaml", output="a.docx", defaults=("ngôn ngữ", "cỡ chữ")),
        Outcome("b.yaml", left_out=("chữ ký",)),
    )
    assert report([], "text", "vi", outcomes) == (
        "a.yaml: đã ghi: a.docx\n"
        "a.yaml: dùng giá trị mặc định cho: ngôn ngữ, cỡ chữ\n"
        "b.yaml: không in được, đã bỏ qua: chữ ký\n"
        "Không có lỗi trong 2 tệp\n"
    )


@pytest.mark.parametrize(
    ("findings", "vi", "en"),
    [
        ((), "Không có lỗi trong 1 tệp", "No findings in 1 file"),
        ((SIGNATURE,), "1 lỗi trong 1 tệp", "1 error in 1 file"),
        (
            (SIGNATURE, SIGNATURE, WARNING),
            "2 lỗi, 1 cảnh báo trong 1 tệp",
            "2 errors, 1 warning in 1 file",
        ),
        (
            (TWICE, ELSEWHERE, ELSEWHERE),
            "1 lỗi nghiêm trọng, 2 lưu ý trong 2 tệp",
            "1 fatal error, 2 hints in 2 files",
        ),
    ],
)
def test_the_closing_line_counts_worst_first(
    findings: tuple[Diagnostic, ...], vi: str, en: str
) -> None:
    """Zeros are not mentioned; English has plurals, Vietnamese has none."""
    assert summary(findings, "vi") == vi
    assert summary(findings, "en") == en


def test_a_sentence_of_several_lines_hangs_under_its_beginning() -> None:
    """A hint may show lines of YAML to type."""
    finding = Diagnostic(
        "YML001",
        Severity.FATAL,
        Place("a.yaml", 1),
        Text("một\nhai", "one\ntwo"),
        hint=Text("viết:\ntrích yếu: |", "write:\nsubject: |"),
    )
    assert report([finding]) == (
        "a.yaml:1: lỗi nghiêm trọng YML001: một\n"
        "     hai\n"
        "   = gợi ý: viết:\n"
        "     trích yếu: |\n"
        "\n"
        "1 lỗi nghiêm trọng trong 1 tệp\n"
    )


def test_an_unknown_format_is_our_own_bug() -> None:
    """The command line offers the known formats only."""
    with pytest.raises(ValueError, match="not a report format"):
        report([], "xml")


@pytest.mark.parametrize(
    ("line", "column", "end", "shown", "carets"),
    [
        ("Số: 5", 1, 3, "  Số: 5", "  ^^"),
        ("      sâu: x", 7, 10, "  sâu: x", "  ^^^"),
        ("   \tx: 1", 4, 5, "      x: 1", "  ^^^^"),
        ("a:\tb", 4, 5, "  a:  b", "      ^"),
        ("So\u0302\u0301: 5", 7, 8, "  So\u0302\u0301: 5", "      ^"),
        ("So\u0302\u0301", 1, 5, "  So\u0302\u0301", "  ^^"),
        ("hết", 4, 4, "  hết", "     ^"),
        ("x \x1b[31m", 3, 4, "  x ␛[31m", "    ^"),
        ("không rõ cột", 0, 0, "  không rõ cột", ""),
        ("dài", 1, 99, "  dài", "  ^^^"),
    ],
)
def test_carets_stand_under_what_is_meant(
    line: str, column: int, end: int, shown: str, carets: str
) -> None:
    """Marks take no column, tabs reach the next stop, control characters become pictures."""
    assert excerpt(line, column, end) == (shown, carets)


def test_a_long_line_is_cut_around_the_span() -> None:
    """The caret stays under its letter and both cuts show."""
    shown, carets = excerpt("a" * 200 + "LỖI" + "b" * 200, 201, 204)
    at = carets.index("^")
    assert shown[at : at + 3] == "LỖI"
    assert carets.count("^") == 3
    assert shown.strip().startswith("…")
    assert shown.endswith("…")
    assert len(shown) < 110


@given(st.text(max_size=300), st.integers(0, 310), st.integers(0, 310))
def test_any_line_can_be_shown(line: str, column: int, end: int) -> None:
    """Whatever stands in a file, the excerpt is one printable line of bounded width."""
    shown, carets = excerpt(line, column, end)
    assert not any(ord(char) < 0x20 for char in shown)
    assert len(carets) <= 110
