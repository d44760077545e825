"""The body as clerks paste it."""

import pytest

from tests.conformance.printing import found, notice, printed


@pytest.mark.parametrize("line", ["1.Mục tiêu;", "2.1.Nội dung", "a)Việc một", "-Ý một", "+Ý hai"])
def test_a_label_without_its_space_is_printed_and_reported(line: str) -> None:
    """This test shows that a clerk learns why the line does not look like a clause."""
    assert printed(notice(line), "Đoạn văn") == [line]
    assert found(notice(line)) == [("BDY012", 11)]


@pytest.mark.parametrize("line", ["\\-Ý một", "{đoạn} 1.Mục tiêu", "-5 độ", "+84 24 1234", "3.5%"])
def test_what_is_meant_as_a_paragraph_is_not_asked_about(line: str) -> None:
    """This test shows that a backslash, a mark or a digit says enough."""
    assert found(notice(line)) == []


def test_closing_marks_are_neither_added_nor_moved() -> None:
    """This test shows that «./.» stays where it was written, on a line of its own too."""
    for body in ("Trân trọng./.", "Trân trọng.\n./.", "Trân trọng"):
        assert printed(notice(body), "Đoạn văn") == body.split("\n")


HOSTILE = [
    "{{ x }} {% if a %} {# b #} {{p body }} {%p for %}",
    "<w:p/> &amp; & < > ]]> <!-- --> <?xml?>",
    "$(rm -rf) `ls` %s {0} \\\\n ${x} ../../etc/passwd",
    "=HYPERLINK(1) @SUM +cmd | 'x'!A1",
]


@pytest.mark.parametrize("line", HOSTILE)
def test_nothing_in_a_record_is_a_template(line: str) -> None:
    """This test shows that text which looks like code is printed as text, in every field."""
    shown = line.replace("\\\\", "\\")
    assert printed(notice(f"Chữ {line}"), "Đoạn văn") == [f"Chữ {shown}"]
    assert printed(notice("Một.", f"kính gửi: |\n  Ông {line}\n"), "Kính gửi") == [
        f"Kính gửi: Ông {line}"
    ]
    table = f"phụ lục:\n  - trích yếu: |\n      A {line}\n    nội dung: B\n"
    (title,) = printed(notice("Một.", table), "Tên phụ lục")
    assert " ".join(title.split()) == " ".join(f"A {line}".split())
