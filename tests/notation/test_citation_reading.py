"""Citations read: whole, in grounds, in running text; the sets of real ones in data/."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.law.text_types import text_types
from vnadmindocs.notation.citation import (
    Citation,
    Found,
    find_citations,
    parse_citation,
    parse_ground,
    print_citation,
)
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.notation.locators import LocatorStep

DATA = Path(__file__).parent / "data"
PARTS = {
    "l": "locators", "t": "type", "n": "number", "d": "date", "i": "issuer", "o": "issuer_note",
    "s": "subject", "a": "amended_by", "x": "note",
}  # fmt: skip


def lines(name: str) -> list[str]:
    """Read the lines of a set."""
    raw = (DATA / name).read_text(encoding="utf-8").split("\n")
    return [line for line in raw if line and not line.startswith("#")]


def unmarked(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """Take the marks of parts out of a line: the plain text, and where each part stands."""
    spans: dict[str, tuple[int, int]] = {}
    text, here = "", ""
    for piece in re.split(r"(\[[ltndiosax] |\])", marked):
        if piece == "]":
            spans[here] = (spans[here][0], len(text))
        elif re.fullmatch(r"\[[ltndiosax] ", piece):
            here = PARTS[piece[1]]
            spans[here] = (len(text), 0)
        else:
            text += piece
    return text, spans


@pytest.mark.parametrize("marked", lines("citations.txt"))
def test_a_real_citation_is_read_into_its_parts(marked: str) -> None:
    """Each part stands where the set marks it, and nothing is left over."""
    text, spans = unmarked(marked)
    ground = parse_ground(text)
    assert ground.rest == ""
    (found,) = ground.found
    own = {part: span for part, span in found.spans.items() if part in PARTS.values()}
    assert {part: text[slice(*span)] for part, span in own.items()} == {
        part: text[slice(*span)] for part, span in spans.items()
    }
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize("marked", lines("citations.txt"))
def test_a_real_citation_in_the_decrees_form_is_read_as_the_same(marked: str) -> None:
    """What the decree's form prints is read back into the same fields."""
    citation = parse_citation(unmarked(marked)[0])
    assert citation is not None
    printed = print_citation(citation, basis=True)
    again = parse_citation(printed)
    assert again is not None
    assert print_citation(again, basis=True) == printed


@pytest.mark.parametrize("text", lines("not_citations.txt"))
def test_what_is_no_citation_is_not_read_as_one(text: str) -> None:
    """Neither whole, nor as a ground, nor in running text."""
    assert parse_citation(text) is None
    assert parse_ground(text).found == ()
    assert find_citations(text) == ()


@pytest.mark.parametrize("marked", lines("running_text.txt"))
def test_citations_are_found_in_running_text(marked: str) -> None:
    """Each begins and ends where the set marks it, its certain part too."""
    text = re.sub(r"[{}<>|]", "", marked)
    assert with_marks(text, find_citations(text)) == marked


def with_marks(text: str, found: tuple[Found, ...]) -> str:
    """Mark citations in a text as the set does."""
    marks: list[tuple[int, int, str]] = []
    for each in found:
        opening, closing = ("<", ">") if each.nested else ("{", "}")
        # At one place: the certain end, then the end of what is nested, then of what holds it.
        marks += [
            (each.certain_end, 0, "|"),
            (each.end, 1 if each.nested else 2, closing),
            (each.start, 3, opening),
        ]
    out, position = "", 0
    for place, _, mark in sorted(marks, key=lambda each: (each[0], each[1])):
        out += text[position:place] + mark
        position = place
    return out + text[position:]


WORDS = st.lists(
    st.sampled_from(["công tác", "văn thư", "năm học", "đầu tư, xây dựng", "cấp xã", "giai đoạn"]),
    min_size=1,
    max_size=4,
).map(" ".join)
SUBJECTS = st.builds(
    "{} {}".format,
    st.sampled_from(["về", "quy định", "ban hành", "phê duyệt", "hướng dẫn", "V/v", "Phê duyệt"]),
    WORDS,
)
NAMES = st.sampled_from(
    ["Đầu tư công", "Thủ đô", "Cán bộ, công chức", "Phòng, chống ma túy", "An ninh mạng", "Dược"]
)
ISSUERS = st.sampled_from(
    [
        "Chính phủ", "Thủ tướng Chính phủ", "Bộ trưởng Bộ Công Thương", "Bộ Y tế", "Ban Bí thư",
        "Ủy ban nhân dân thành phố Hải Phòng", "Chủ tịch Ủy ban nhân dân tỉnh", "Sở Xây dựng",
        "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "Ban Quản lý dự án", "Hội đồng quản lý Quỹ",
    ]
)  # fmt: skip
DATES = st.one_of(
    st.just(PartialDate()),
    st.builds(PartialDate, st.none(), st.none(), st.integers(1946, 2099)),
    st.dates()
    .filter(lambda day: day.year >= 1945)
    .map(lambda day: PartialDate(day.day, day.month, day.year)),
)
SYMBOLS = st.sampled_from(
    ["NĐ-CP", "QĐ-TTg", "TT-BCT", "QH15", "UBTVQH15", "KH-UBND", "TTLT-BTC-BNV", "SGDĐT-VP1"]
)
NUMBERS = st.one_of(
    st.builds("{}/{}/{}".format, st.integers(1, 9999), st.integers(1990, 2099), SYMBOLS),
    st.builds("{:02}/{}".format, st.integers(1, 99999), SYMBOLS),
    st.builds("{}-{}/{}".format, st.integers(1, 999), st.sampled_from(["QĐ", "NQ", "CTr"]),
              st.sampled_from(["TW", "TU", "VPTW"])),
    st.builds("/{}".format, SYMBOLS),
)  # fmt: skip
STEPS = {
    "điểm": st.sampled_from(["a", "b", "đ", "a1"]),
    "khoản": st.integers(1, 30).map(str),
    "Điều": st.sampled_from(["1", "12", "4a", "103"]),
    "Mục": st.sampled_from(["2", "IV"]),
    "Chương": st.sampled_from(["I", "IV"]),
    "Phụ lục": st.sampled_from(["I", "III"]),
}


@st.composite
def locators(draw: st.DrawFn) -> tuple[tuple[LocatorStep, ...], ...]:
    """Make up to three places whose largest steps are of one level."""
    top = draw(st.sampled_from(list(STEPS)[1:]))
    levels = list(STEPS)[: list(STEPS).index(top) + 1]
    places = []
    for _ in range(draw(st.integers(0, 3))):
        chosen = [level for level in levels[:-1] if draw(st.booleans())] + [top]
        places.append(tuple(LocatorStep(level, draw(STEPS[level])) for level in chosen))
    return tuple(places)


TYPES = sorted({kind.name.vi for kind in text_types().values()})


@st.composite
def citations(draw: st.DrawFn, depth: int = 0) -> Citation:
    """Make a citation of any type from the fields it prints."""
    kind = draw(st.sampled_from(TYPES))
    amended_by = draw(st.lists(citations(depth + 1), max_size=3)) if depth == 0 else []
    by_name = Citation(kind).cited_by_name
    issuer = "" if by_name else draw(st.one_of(st.just(""), ISSUERS))
    merged = st.sampled_from(["", "(sau hợp nhất)", "(trước sáp nhập)"])
    subject = draw(NAMES if by_name else st.one_of(st.just(""), SUBJECTS))
    if kind == "Hiến pháp":
        subject = "nước Cộng hòa xã hội chủ nghĩa Việt Nam"
    return Citation(
        type=kind,
        number="" if by_name else draw(NUMBERS),
        date=draw(DATES),
        issuer=issuer,
        issuer_note=draw(merged) if issuer else "",
        subject=subject,
        note=draw(st.sampled_from(["", "(được sửa đổi, bổ sung năm 2025)"])),
        locators=draw(locators()) if depth == 0 else (),
        amended_by=tuple(amended_by),
        partly=bool(amended_by) and draw(st.booleans()),
    )


@given(citations())
def test_printed_fields_are_read_back(citation: Citation) -> None:
    """Reading is the inverse of printing, for every type and every set of fields."""
    assert parse_citation(print_citation(citation, basis=True)) == citation


@given(st.lists(citations(), min_size=1, max_size=3))
def test_texts_joined_by_semicolons_are_read_one_by_one(texts: list[Citation]) -> None:
    """A ground may cite several texts in one line."""
    line = "; ".join(print_citation(each, basis=True) for each in texts)
    assert parse_ground(f"Căn cứ {line}.").citations == tuple(texts)


@given(citations())
def test_number_and_date_are_found_in_running_text(citation: Citation) -> None:
    """What is certain is found with its place, and the words around it are left alone."""
    printed = print_citation(citation, basis=True)
    text = f"Thực hiện {printed}, đề nghị các Sở phối hợp."
    first = find_citations(text)[0]
    assert text[first.start : first.certain_end] == printed[: first.certain_end - first.start]
    assert first.citation.type == citation.type
    assert first.citation.full_number == citation.full_number
    assert first.citation.date == citation.date
    assert text[first.end :].endswith(", đề nghị các Sở phối hợp.")


@given(st.text(st.sampled_from("Luậtkhoản1Điều5 số/-NĐCP;,.()“”\n2025ngàycủa"), max_size=120))
def test_any_text_is_read_without_failing(text: str) -> None:
    """Places are in the text and in order, whatever the text."""
    ends = [0]
    for found in find_citations(text):
        assert found.start <= found.certain_end <= found.end <= len(text)
        assert found.start >= ends[-1] or found.nested
        ends.append(found.start)
    parse_ground(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 1/2020/NĐ-CP được sửa đổi, bổ sung bởi " * 1000,
        "Luật sửa đổi, bổ sung một số điều của " + "Luật Đất đai, " * 1000,
        "sửa đổi Nghị định số 1/2020/NĐ-CP của Chính phủ " * 1000,
        "khoản 1, " * 1000,
        "Quyết định số 5/QĐ-SNV về " + "(" * 1000,
    ],
)
def test_long_chains_are_read(text: str) -> None:
    """Amendments of amendments, texts inside subjects and open brackets end somewhere."""
    parse_citation(text)
    parse_ground(text)
    found = find_citations(text)
    assert all(each.end - each.start < 2500 for each in found)


def test_a_date_of_no_calendar_has_a_place_and_no_value() -> None:
    """A rule can point at what is no day."""
    text = "Quyết định số 5/QĐ-SNV ngày 31/4/2025 của Sở Nội vụ"
    (found,) = find_citations(text)
    assert found.citation.date == PartialDate()
    assert text[slice(*found.spans["date"])] == "ngày 31/4/2025"


def test_words_around_a_citation_in_a_ground_are_its_rest() -> None:
    """The opening and what leads to the text are told apart from it."""
    ground = parse_ground(
        "Theo đề nghị của Sở Công Thương tại Tờ trình số 1198/TTr-SCT ngày 11/3/2026."
    )
    assert ground.opening == "Theo đề nghị"
    assert ground.rest == "của Sở Công Thương tại"
    assert [each.full_number for each in ground.citations] == ["1198/TTr-SCT"]


def test_the_number_of_a_party_text_is_read() -> None:
    """The hyphen stands where others have the stroke."""
    citation = parse_citation("Quy định số 399-QĐ/TW")
    assert citation is not None
    assert citation.reading is not None
    assert (citation.reading.number, citation.reading.symbol) == ("399", "QĐ/TW")


def test_a_comma_may_be_the_last_of_a_text() -> None:
    """A subject ends before it, as before any other end."""
    (found,) = find_citations("Kế hoạch số 5/KH-SYT ngày 1/3/2025 của Sở Y tế về tổng kết năm, ")
    assert found.citation.subject == "về tổng kết năm"
