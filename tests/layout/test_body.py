"""The body: each kind of block in the look of its level, in the words written."""

# ruff: noqa: D103  the names of the tests are sentences

from __future__ import annotations

from tests.layout.records import DECISION, LETTER, element, laid_out, paragraphs, words
from vnadmindocs.law.norms import norms
from vnadmindocs.layout.shape import Element, Layout, Paragraph, Run


def _layout(*lines: str, extra: str = "") -> Layout:
    return laid_out(LETTER + extra, nội_dung="|\n  " + "\n  ".join(lines))


def _body(*lines: str, extra: str = "") -> Element:
    return element(_layout(*lines, extra=extra), "body")


def _paragraphs(*lines: str) -> list[Paragraph]:
    return [each for each in paragraphs(_body(*lines)) if each.text]


def test_every_level_has_a_style_of_its_own() -> None:
    found = words(
        _body(
            "Chương I",
            "QUY ĐỊNH CHUNG",
            "Mục 1",
            "PHẠM VI",
            "Điều 1. Phạm vi điều chỉnh",
            "1. Khoản một.",
            "a) Điểm a.",
            "- Gạch.",
            "+ Cộng.",
            "Đoạn văn.",
        )
    )
    assert found == [
        ("part_number", "Chương I"),
        ("part_title", "QUY ĐỊNH CHUNG"),
        ("section_number", "Mục 1"),
        ("section_title", "PHẠM VI"),
        ("article", "Điều 1. Phạm vi điều chỉnh"),
        ("clause", "1. Khoản một."),
        ("point", "a) Điểm a."),
        ("dash", "- Gạch."),
        ("subdash", "+ Cộng."),
        ("paragraph", "Đoạn văn."),
    ]


def test_a_provision_after_its_number_is_not_bold() -> None:
    (article, *_) = paragraphs(element(laid_out(DECISION), "body"))
    assert article.lines == ((Run("Điều 1. "), Run("Tặng Bằng khen cho 02 tập thể.", False)),)


def test_a_title_of_an_article_is_bold_and_stays_with_what_follows() -> None:
    article = _paragraphs("Điều 1. Phạm vi điều chỉnh", "Điều lệ này quy định.")[0]
    assert article.lines == ((Run("Điều 1. Phạm vi điều chỉnh"),),)
    assert article.keep_next is True


def test_a_provision_that_lacks_its_full_stop_is_no_title() -> None:
    article, last, _ = _paragraphs(
        "Điều 1. Quyết định này có hiệu lực", "Điều 2. Thi hành.", "Điều 3. Hết./."
    )
    assert article.lines[0][1].bold is False
    assert (article.keep_next, last.lines[0][1].bold) == (None, False)


def test_words_that_announce_what_follows_stay_with_it() -> None:
    """A page does not end after «đề nghị:», nor after a clause of a few words above its points."""
    body = ("Điều 1. Phân công", "1. Sở Nội vụ", "a) Chủ trì.", "Đề nghị:", "- Một.", "- Hai.",
            "- Ba.", "- Bốn./.")  # fmt: skip
    kept = [each.keep_next for each in _paragraphs(*body)]
    assert kept == [True, True, None, True, None, None, True, True]


def test_a_last_line_brings_the_paragraph_before_it_to_the_signature() -> None:
    """A last paragraph of several lines needs no company."""
    long = "Sở Nội vụ đề nghị các cơ quan, đơn vị quan tâm thực hiện. " * 3
    assert [each.keep_next for each in _paragraphs("Một.", "Hai.", "Ba./.")] == [None, True, True]
    assert [each.keep_next for each in _paragraphs("Một.", "Hai.", long)] == [None, None, True]


def test_a_titled_clause_outside_an_article_is_a_heading() -> None:
    clause = _paragraphs("1. Mục tiêu chung", "- Một.", "- Hai.")[0]
    assert (clause.role, clause.keep_next) == ("titled_clause", True)


def test_a_mark_takes_the_title_look_away() -> None:
    clause = _paragraphs("{thường} 1. Mục tiêu chung", "- Một.", "- Hai.")[0]
    assert clause.role == "clause"


def test_bold_and_italic_words_are_runs() -> None:
    (line,) = _paragraphs("Hạn *nộp* là **31/7**.")
    assert line.lines == (
        (Run("Hạn "), Run("nộp", italic=True), Run(" là "), Run("31/7", bold=True), Run(".")),
    )


def test_boxes_and_leaders_are_runs() -> None:
    (line,) = _paragraphs("[x] Có [ ] Không: ..........")
    assert [run.box for run in line.lines[0] if run.box] == ["checked", "empty"]
    assert line.lines[0][-1] == Run("..........", leader=True)


def test_a_written_break_is_a_line_of_the_paragraph() -> None:
    (line,) = _paragraphs("Dòng một \\", "dòng hai")
    assert line.text == "Dòng một\ndòng hai"


def test_centred_and_right_paragraphs_have_styles_of_their_own() -> None:
    found = [(each.role, each.align) for each in _paragraphs("{giữa} Giữa", "{phải} Phải")]
    assert found == [("centered", None), ("right_aligned", None)]


def test_a_quoted_provision_is_set_in() -> None:
    title, text = _paragraphs("> Điều 5. Hiệu lực", "> Đoạn.")
    assert title.role == text.role == "quote"
    assert title.lines == ((Run("Điều 5. Hiệu lực", True),),)
    assert text.left_mm is None
    inner = _paragraphs("> > Sâu hơn.")[0]
    assert inner.left_mm == 2 * norms()["quote.indent"].use


def test_a_provision_in_quotation_marks_keeps_the_look_of_its_level() -> None:
    title, clause, provision, own = _paragraphs(
        "“Điều 4a. Khai thác",
        "1. Đăng ký tài khoản.",
        "Điều 5. Bãi bỏ Điều 9.”.",
        "Một.",
    )
    assert [each.role for each in (title, clause, provision)] == ["quote"] * 3
    assert title.lines == ((Run("“Điều 4a. Khai thác", True),),)
    assert title.keep_next
    assert clause.lines == ((Run("1. Đăng ký tài khoản."),),)
    assert provision.lines == ((Run("Điều 5. ", True), Run("Bãi bỏ Điều 9.”.")),)
    assert own.role == "paragraph"


def test_a_quoted_chapter_stands_in_the_middle_and_is_no_heading() -> None:
    number, title, article = _paragraphs("“Chương III", "QUYỀN", "Điều 9. Quyền.”")
    assert [(each.role, each.text) for each in (number, title)] == [
        ("centered", "“Chương III"),
        ("centered", "QUYỀN"),
    ]
    assert all(run.bold for each in (number, title) for line in each.lines for run in line)
    assert number.keep_next
    assert article.role == "quote"


def test_inserted_levels_have_the_look_of_their_level() -> None:
    found = words(_body("Điều 4a. Một.", "3a. Hai.", "a1) Ba.", "aa) Bốn."))
    assert found == [
        ("article", "Điều 4a. Một."),
        ("clause", "3a. Hai."),
        ("point", "a1) Ba."),
        ("point", "aa) Bốn."),
    ]


def test_a_new_page_begins_with_the_paragraph_after_the_mark() -> None:
    first, second = _paragraphs("Một.", "{trang mới}", "Hai.")
    assert (first.page_break_before, second.page_break_before) == (False, True)


def test_footnotes_are_numbered_as_the_text_refers_to_them() -> None:
    layout = _layout(
        "Hai [^b] rồi một [^a] rồi lại hai [^b].",
        "[^a]: Chú thích một.",
        extra="cước chú:\n  b: Chú thích hai.\n",
    )
    (line, *_) = paragraphs(element(layout, "body"))
    assert [run.footnote for run in line.lines[0] if run.footnote] == [1, 2, 1]
    assert [each.text for (each,) in layout.footnotes] == ["Chú thích hai.", "Chú thích một."]


def test_the_last_paragraph_stays_with_the_signature() -> None:
    *_, last, gap = paragraphs(_body("Một.", "Hai./."))
    assert (last.text, last.keep_next) == ("Hai./.", True)
    assert gap.role == "closing_gap"


def test_words_that_look_wrong_are_printed_as_they_stand() -> None:
    found = [each.text for each in _paragraphs("Điều 1: A", "Điều 4a. B", "(1). C", "* D")]
    assert found == ["Điều 1: A", "Điều 4a. B", "(1). C", "* D"]


def test_an_undeclared_table_is_an_empty_paragraph() -> None:
    found = [(each.role, each.text) for each in paragraphs(_body("Một.", "{bảng: không có}"))]
    assert found[:2] == [("paragraph", "Một."), ("paragraph", "")]


def test_a_reference_inside_a_footnote_is_printed_as_written() -> None:
    layout = _layout("Hai [^b] và một [^a].", "[^a]: Xem **[^b]**.", "[^b]: Một.")
    assert [each.text for (each,) in layout.footnotes] == ["Một.", "Xem [^b]."]
