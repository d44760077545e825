"""A record written back as YAML is the same record when it is read again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.record.writing import LINE, LINES
from vnadmindocs.diagnostics import Severity
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.record.document import Document
from vnadmindocs.record.draft import Draft, draft_of_bytes, draft_of_mapping
from vnadmindocs.record.fields import State
from vnadmindocs.record.folder import Folder
from vnadmindocs.record.issuer import Agency
from vnadmindocs.record.writing import to_yaml
from vnadmindocs.record.yaml_text import yaml_text

ROOT = Path(__file__).parents[2]
GOOD = Path(__file__).parents[1] / "records" / "good"
RECORDS = sorted([*(ROOT / "examples").glob("*.yaml"), *GOOD.glob("*.yaml")])
HERE = Folder.of(GOOD)

each_language = pytest.mark.parametrize("language", ["vi", "en"])
slow = settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)


def read(text: str, folder: Path = GOOD) -> Draft:
    """Read the text of a record that lies in a folder."""
    return draft_of_bytes(text, "", Folder.of(folder, ROOT))


def read_whole(text: str, folder: Path = GOOD) -> Document:
    """Read a record in which nothing is missing or unreadable."""
    draft = read(text, folder)
    found = [each for each in draft.diagnostics if each.severity is Severity.FATAL]
    assert draft.record is not None, (found, text)
    return draft.record


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
@each_language
def test_every_good_record_comes_back_the_same(path: Path, language: str) -> None:
    """In either language, and written a second time it is the same text."""
    record = read_whole(path.read_text(encoding="utf-8"), path.parent)
    text = to_yaml(record, language)
    again = read_whole(text, path.parent)
    assert again == record
    assert to_yaml(again, language) == text


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_comes_back_from_one_language_to_the_other(path: Path) -> None:
    """Vietnamese to English to Vietnamese ends where it began."""
    text = to_yaml(read_whole(path.read_text(encoding="utf-8"), path.parent), "vi")
    english = to_yaml(read_whole(text, path.parent), "en")
    assert to_yaml(read_whole(english, path.parent), "vi") == text


@each_language
def test_writing_back_raises_no_finding_of_its_own(language: str) -> None:
    """What YAML trips over is written so that it does not."""
    text = to_yaml(
        read_whole(
            "type: thông báo\n"
            "agency: |\n  UBND\n\n  SỞ: A\n"
            "place: '- *x: # y'\n"
            "subject: |\n  'a': \"b\" #c\n  & d\n"
            "body: |\n  - a: b\n  %x\n  Số:010\n"
        ),
        language,
    )
    assert read(text).diagnostics == ()


def test_a_record_is_written_as_a_clerk_would_write_it() -> None:
    """Texts stand after their name or in a block; choices and types are in the language asked."""
    record = read_whole(
        "type: QĐ\nagency: SỞ A\nurgency: urgent\nnumber: 5\ndate: 2026-01-05\nsubject: a\n"
        "legal_bases:\n- Luật B;\n- type: Luật\n  subject: C\nbody: Điều 1. D\nrecipients: none\n"
        "archive:\nsignature:\n- |\n  GIÁM ĐỐC\n\n  Lê Văn E\n"
    )
    assert to_yaml(record) == (
        "loại: quyết định\ncơ quan: SỞ A\nsố: 05\nngày: 05/01/2026\ntrích yếu: a\n"
        "độ khẩn: khẩn\ncăn cứ:\n  - Luật B\n  - loại: Luật\n    trích yếu: C\n"
        "nội dung: Điều 1. D\nnơi nhận: không\nlưu:\nký: |\n  GIÁM ĐỐC\n\n  Lê Văn E\n"
    )
    assert to_yaml(record, "en").startswith("type: decision\nagency: SỞ A\nnumber: 05\n")
    assert "urgency: urgent\n" in to_yaml(record, "en")
    assert "recipients: none\narchive:\n" in to_yaml(record, "en")


def test_a_body_goes_on_counting_around_its_table() -> None:
    """Text between tables is cut, not counted anew: no level mark is put before «II.»."""
    record = read_whole(
        "type: kế hoạch\nagency: A\nsubject: b\nbody:\n- |\n  I. MỤC\n  c\n"
        "- table:\n    columns: x\n    rows: y\n- |\n  II. MỤC\n  d\n"
    )
    assert to_yaml(record).partition("nội dung:\n")[2] == (
        "  - |\n    I. MỤC\n    c\n  - bảng:\n      cột: x\n      hàng: y\n"
        "  - |\n    II. MỤC\n    d\n"
    )


def test_a_table_keeps_its_name_when_texts_before_it_become_one() -> None:
    """Two texts in a row are written as one; the table after them is still the same."""
    record = read_whole(
        "type: kế hoạch\nagency: A\nsubject: b\nbody:\n- một\n- hai\n- table:\n    columns: x | y\n"
        "    rows: 1 | 2\n"
    )
    assert read_whole(to_yaml(record)) == record


# --- every kind of field, whatever stands in it

STATES = st.sampled_from([None, "", "không", State.GAP, State.OMITTED])
WRITTEN_STATES = STATES.filter(lambda state: state is not None)
BLOCK = LINES.map("\n".join)
TEXTS = BLOCK | LINES
DATES = st.builds(
    PartialDate,
    st.none() | st.integers(1, 28),
    st.none() | st.integers(1, 12),
    st.integers(1900, 2100),
)
NUMBERS = st.integers(1, 3000) | st.sampled_from(["/QĐ-UBND", "12/SNV-VP", "…/KH-A", "5a/B"])
CITATIONS = st.fixed_dictionaries(
    {"type": LINE}, optional={"number": LINE, "date": DATES, "issuer": LINE, "subject": LINE}
)
SIGNATURES = st.fixed_dictionaries(
    {},
    optional={
        "agency": BLOCK,
        "authority": BLOCK,
        "caption": LINE,
        "other_office": BLOCK,
        "name": LINE,
        "office_below": BLOCK,
        "side": st.sampled_from(["left", "phải", "giữa"]),
    },
)
PRINTED_SIGNATURES = st.sampled_from(
    [
        "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nNguyễn Văn A",
        "SỞ A\nGIÁM ĐỐC\n(đã ký)\n\nTrần B\nỦY VIÊN",
        "GIÁM ĐỐC",
    ]
)
COLUMNS = st.fixed_dictionaries(
    {"name": LINE},
    optional={
        "unit": LINE,
        "width": st.floats(0.1, 900),
        "align": st.sampled_from(["trái", "right", "đều"]),
    },
)
CELL = LINE.filter(lambda cell: cell not in ("<", "^"))
TABLES = st.lists(COLUMNS | LINE, min_size=1, max_size=3).flatmap(
    lambda columns: st.fixed_dictionaries(
        {
            "columns": st.just(columns),
            "rows": st.lists(
                st.lists(CELL, min_size=len(columns), max_size=len(columns)), min_size=1, max_size=3
            ),
        },
        optional={
            "note": BLOCK,
            "group_rows": st.sampled_from(["số La Mã", "I | II"]),
            "borders": st.sampled_from(["có", "không", "no"]),
        },
    )
)
NAMES = st.text("abcđ1 ", min_size=1, max_size=6).map(str.strip).filter(bool)
AGENCIES = st.fixed_dictionaries(
    {"header": BLOCK},
    optional={
        "full_name": LINE,
        "parent": LINE | st.fixed_dictionaries({"header": BLOCK, "place": LINE}),
        "abbreviation": LINE,
        "place": LINE | STATES,
        "collective": st.sampled_from(["có", "không", "yes", "no", None]),
        "units": st.dictionaries(NAMES, LINE, max_size=3),
        "signers": st.lists(
            st.fixed_dictionaries({"name": LINE}, optional={"post": LINE, "lines": BLOCK}),
            max_size=2,
        ),
        "recipient_lists": st.dictionaries(NAMES, TEXTS, max_size=2),
        "size_set": st.sampled_from(["lớn", "small"]),
        "rules": st.dictionaries(NAMES, LINE, max_size=2),
    },
)
LINE_OR_STATE = LINE | STATES
BODY_ITEMS = BLOCK | TABLES.map(lambda table: {"table": table})
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "title": LINE_OR_STATE,
    "label": LINE_OR_STATE,
    "number": NUMBERS | STATES,
    "symbol": LINE_OR_STATE,
    "place": LINE_OR_STATE,
    "date": DATES | STATES,
    "subject": BLOCK | WRITTEN_STATES,
    "urgency": st.sampled_from(["hỏa tốc", "urgent", "THUONG_KHAN"]) | STATES,
    "due": st.sampled_from(["16:30 12/3/2026", "09 giờ 00, thứ Năm", "7h"]) | STATES,
    "secrecy": st.sampled_from(["mật", "top_secret"]) | STATES,
    "circulation": BLOCK | STATES,
    "addressees": TEXTS | STATES,
    "issuing_authority": BLOCK | STATES,
    "legal_bases": TEXTS | STATES | st.lists(LINE | CITATIONS, max_size=4),
    "proposal": LINE_OR_STATE,
    "footnotes": st.dictionaries(NAMES, BLOCK, max_size=3) | STATES,
    "tables": st.dictionaries(NAMES, TABLES, max_size=2) | STATES,
    "body": BLOCK | st.lists(BODY_ITEMS, max_size=5) | WRITTEN_STATES,
    "recipients": TEXTS | STATES,
    "archive": LINE_OR_STATE,
    "signature": PRINTED_SIGNATURES
    | SIGNATURES
    | st.lists(SIGNATURES | PRINTED_SIGNATURES, max_size=3)
    | STATES,
    "reference": BLOCK | STATES,
    "orientation": st.sampled_from(["dọc", "landscape"]) | STATES,
    "drafter": LINE_OR_STATE,
    "copies": st.integers(1, 99) | STATES,
    "contact": BLOCK | STATES,
    "issue": st.sampled_from(["giấy", "electronic"]) | STATES,
    "size_set": st.sampled_from(["lớn", "small"]) | STATES,
    "register": STATES,
    "template": LINE_OR_STATE,
}
SMALLEST: Mapping[str, Any] = {"type": "thông báo", "agency": "SỞ A", "subject": "b", "body": "c"}


def comes_back(values: Mapping[str, Any], language: str) -> None:
    """Show that a record given as a mapping comes back from the YAML written of it."""
    draft = draft_of_mapping({**SMALLEST, **values}, HERE)
    # Two names in one signature, a row of too few cells and their like are no record at all.
    assume(draft.record is not None)
    assert draft.record is not None
    text = to_yaml(draft.record, language)
    assert read_whole(text) == draft.record, text
    assert to_yaml(read_whole(text), language) == text


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_every_field_comes_back_whatever_stands_in_it(field: str) -> None:
    """Texts with YAML's own signs, lists, numbers, dates, both states."""

    @slow
    @given(value=FIELDS[field], language=st.sampled_from(["vi", "en"]))
    def holds(value: Any, language: str) -> None:
        comes_back({field: value}, language)

    run: Callable[[], None] = holds
    run()


@slow
@given(agency=AGENCIES | BLOCK | st.lists(BLOCK, min_size=2, max_size=3), language=st.just("vi"))
def test_an_agency_written_in_place_comes_back(agency: Any, language: str) -> None:
    """Header lines, the bodies of a joint document, or a whole profile."""
    comes_back({"agency": agency}, language)


@slow
@given(
    appendices=st.lists(
        st.fixed_dictionaries(
            {}, optional={**FIELDS, "type": st.sampled_from(["phụ lục", "điều lệ", "kế hoạch"])}
        ),
        min_size=1,
        max_size=2,
    ),
    language=st.sampled_from(["vi", "en"]),
)
def test_an_appendix_comes_back_as_a_record_in_the_record(
    appendices: list[dict[str, Any]], language: str
) -> None:
    """With any fields of its own, or with none."""
    comes_back({"appendices": appendices}, language)


# --- YAML as text


@slow
@given(st.dictionaries(NAMES, st.recursive(BLOCK | st.just(""), lambda inner: st.lists(inner))))
def test_any_tree_of_texts_is_read_back_by_yaml(tree: dict[str, Any]) -> None:
    """Whatever the words begin with."""
    import yaml

    def texts(node: Any) -> Any:
        if isinstance(node, list):
            return [texts(each) for each in node] or ""
        return (node or "").rstrip("\n")

    loaded = yaml.load(yaml_text(tree), Loader=yaml.BaseLoader) or {}
    assert {key: texts(value) for key, value in loaded.items()} == {
        key: texts(value) for key, value in tree.items()
    }


def test_an_agency_that_came_from_a_file_is_written_as_its_path() -> None:
    """So that the profile stays shared."""
    folder = ROOT / "examples"
    text = (folder / "decision.yaml").read_text(encoding="utf-8")
    record = read_whole(text, folder)
    assert "agency: agencies/archives-centre.yaml\n" in to_yaml(record, "en")


def test_header_lines_that_look_like_a_path_are_written_as_fields() -> None:
    """«a.yaml» as printed words is no path."""
    record = read_whole("type: công văn\nagency: A\nsubject: b\naddressees: c\nbody: d\n")
    odd = record.model_copy(update={"agency": (_issuer("a.yaml"),)})
    assert "cơ quan:\n  tiêu đề: a.yaml\n" in to_yaml(odd)


@pytest.mark.parametrize("word", ["none", "không", "Khong"])
def test_a_body_and_a_table_may_say_nothing_but_no(word: str) -> None:
    """Alone the word would be a state; in a list it is words."""
    asked: dict[str, Any] = {
        "type": "thông báo", "agency": "SỞ A", "subject": "b", "body": [word],
        "appendices": [{"tables": {"1": {"columns": ["0"], "rows": [[word]]}}, "body": [word]}],
    }  # fmt: skip
    record = draft_of_mapping(asked, Folder.of(Path())).gapped
    assert record is not None
    assert word in str(record.body)
    assert read_whole(to_yaml(record)) == record


def _issuer(header: str) -> Any:
    from vnadmindocs.record.issuer import Issuer

    return Issuer(Agency(header=header))
