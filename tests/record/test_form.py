"""A record that declares data fields is a form; every other record is what it was."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from tests.record.test_form_text import VALUES, rows
from vnadmindocs import load, render, to_yaml
from vnadmindocs.diagnostics import Diagnostic
from vnadmindocs.language.text import clean
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.notation.figure import Figure, Unread
from vnadmindocs.notation.inline import plain_text
from vnadmindocs.notation.value_format import Value
from vnadmindocs.record.data_fields import NAME
from vnadmindocs.record.draft import Draft, draft_of_filled
from vnadmindocs.record.folder import Folder
from vnadmindocs.record.form import form_of
from vnadmindocs.record.mapping_source import canonical
from vnadmindocs.record.placing import placed
from vnadmindocs.record.reader import read
from vnadmindocs.terms import terms

FORM = """\
loại: quyết định
cơ quan: "UBND TỈNH AN BÌNH\\n\\n[=cơ quan]"
số: "[=số]"
ngày: "[=ngày]"
trích yếu: "[=trích yếu]"
căn cứ: |
  [=căn cứ]
trường dữ liệu:
  cơ quan:
  số: số nguyên
  ngày: ngày
  trích yếu:
  căn cứ:
  họ tên:
  lý do:
  số tiền: tiền
  ghi chú:
    khi trống: khoảng trống
nội dung: |
  Điều 1. Thưởng ông (bà) **[=Họ tên: chữ hoa]** [=số tiền] đồng ([=so_tien: bằng chữ]).
  [=lý do]
  Điều 2. Xem bảng{chú}.
  {bảng: người}
  Điều 3. Ghi chú [=ghi chú].
bảng:
  người:
    cột: Họ tên | Số tiền
    hàng: |
      [=họ tên] | [=số tiền]
nơi nhận: |
  [=họ tên]
  [=lý do]
  Lưu: VT
ký: |
  GIÁM ĐỐC

  [=họ tên]
""".replace("{chú}", "")
VALUE: dict[str, Value | None] = {
    "co_quan": "SỞ NỘI VỤ",
    "so": Figure(Decimal(1234)),
    "ngay": PartialDate(5, 3, 2026),
    "trich_yeu": "Về việc khen thưởng",
    "can_cu": "Luật Thi đua, khen thưởng ngày 15/6/2022",
    "ho_ten": "Trần Văn An",
    "ly_do": "Lý do là sáng kiến.",
    "so_tien": Figure(Decimal(1500000)),
    "ghi_chu": "không",
}


def filled(text: str = FORM, **values: Value | Unread | None) -> tuple[Draft, list[Diagnostic]]:
    """Put a row into a form; give the draft, and what could not be put in."""
    source = load(text).source
    assert source is not None
    assert source.data is not None
    form = form_of(source.data)
    assert form is not None
    made = form.fill({**VALUE, **values})
    return draft_of_filled(made, source, Folder.of(Path())), placed(made.faults, source)


def paragraphs(draft: Draft) -> list[str]:
    """Give the words of the body."""
    record: Any = draft.record
    return [f"{block.label} {plain_text(block.spans)}".strip() for block in record.body.body.blocks]


def test_a_row_makes_a_record_like_any_other() -> None:
    """This test shows every kind of field, and that the record is the one a person would write."""
    draft, faults = filled()
    assert faults == []
    assert [each.code for each in draft.diagnostics] == ["REC001"]  # a sentence as a recipient
    assert draft.record is not None
    by_hand = FORM[: FORM.index("trường dữ liệu")] + FORM[FORM.index("nội dung: |") :]
    for reference, words in {
        "[=cơ quan]": "SỞ NỘI VỤ",
        "[=số]": "1234",
        "[=ngày]": "05/3/2026",
        "[=trích yếu]": "Về việc khen thưởng",
        "[=căn cứ]": "Luật Thi đua, khen thưởng ngày 15/6/2022",
        "[=Họ tên: chữ hoa]": "TRẦN VĂN AN",
        "[=họ tên]": "Trần Văn An",
        "[=so_tien: bằng chữ]": "một triệu năm trăm nghìn đồng",
        "[=số tiền]": "1.500.000",
        "[=lý do]": "Lý do là sáng kiến.",
        "[=ghi chú]": "không",
    }.items():
        by_hand = by_hand.replace(reference, words)
    assert draft.record == load(by_hand).record
    assert to_yaml(draft.record) == to_yaml(load(by_hand).record)  # type: ignore[arg-type]


def test_nothing_is_a_template_where_no_field_is_declared() -> None:
    """This test shows that the same words are words in every other record."""
    text = FORM[: FORM.index("trường dữ liệu")] + FORM[FORM.index("nội dung: |") :]
    draft = load(text.replace('số: "[=số]"\nngày: "[=ngày]"\n', ""))
    assert "[=lý do]" in paragraphs(draft)
    assert form_of({"body": "[=x]"}) is None


def test_a_form_without_a_row_keeps_its_references() -> None:
    """This test shows the form as it is checked and printed: words stay, numbers are gaps."""
    draft = load(FORM)
    assert [each.code for each in draft.diagnostics] == []
    assert draft.record is not None
    assert "[=lý do]" in paragraphs(draft)
    assert draft.record.subject == "[=trích yếu]"
    assert str(draft.record.number) == str(draft.record.date) == "State.GAP"
    assert load(to_yaml(draft.record)).record == draft.record


def test_printing_a_form_without_a_row_is_said() -> None:
    """This test shows the finding of a form that is rendered alone (LST013)."""
    found = [each for each in render(FORM).diagnostics if each.code == "LST013"]
    assert [(each.place.line, each.place.anchor) for each in found] == [(8, "/trường dữ liệu")]


@pytest.mark.parametrize("word", ["không", "none", "Không"])
def test_a_value_is_never_a_state_of_a_field_of_words(word: str) -> None:
    """This test shows that «không» from a list is printed, where a person writes it to omit."""
    draft, _ = filled(trich_yeu=word)
    assert draft.record is not None
    assert draft.record.subject == word


def test_an_empty_value_is_an_empty_field_a_missing_line_an_empty_cell() -> None:
    """This test shows the rule for values that stand alone."""
    draft, faults = filled(so=None, ngay=None, trich_yeu=None, ly_do=None, can_cu=None)
    record: Any = draft.record or draft.gapped
    assert faults == []
    assert [
        str(getattr(record, name)) for name in ("number", "date", "subject", "legal_bases")
    ] == ["State.GAP"] * 4
    assert len(paragraphs(draft)) == 4
    assert [each.words for each in record.recipients.items] == ["Trần Văn An", "Lưu: VT"]


def test_an_empty_value_among_words_is_found_unless_declared() -> None:
    """This test shows LST009 at its reference, and the gap that a field may declare instead."""
    draft, faults = filled(so_tien=None, ghi_chu=None)
    assert [(each.code, each.place.line, each.place.column) for each in faults] == [
        ("LST009", 20, 50),
        ("LST009", 20, 67),
    ]
    assert faults[0].message.vi == "Ô «số tiền» trống mà «[=số tiền]» đứng giữa câu"
    assert paragraphs(draft)[-1] == "Điều 3. Ghi chú …………."


@pytest.mark.parametrize(
    ("written", "value", "said"),
    [
        ("1,5 triệu đồng", Figure(Decimal(1500000)), True),
        ("một triệu năm trăm nghìn đồng", Figure(Decimal(1500000)), True),
        ("1.500.001", Figure(Decimal(1500000)), False),
        ("nhiều", Figure(Decimal(1500000)), False),
    ],
)
def test_written_words_may_say_a_value_in_their_own_way(
    written: str, value: Figure, said: bool
) -> None:
    """This test shows that a number is compared as a number."""
    text = FORM.replace("[=số tiền] đồng", f"[{written}=số tiền]")
    _, faults = filled(text, so_tien=value)
    assert [each.code for each in faults] == ([] if said else ["LST011"])


def test_an_amount_that_has_no_words_is_found() -> None:
    """This test shows LST010: words end at the đồng."""
    _, faults = filled(so_tien=Figure(Decimal("1.5")))
    assert [(each.code, each.message.vi) for each in faults] == [
        ("LST010", "«số tiền»: 1,5 không in được theo «bằng chữ»")
    ]


def test_written_words_are_compared_with_the_value() -> None:
    """This test shows LST011, and that the words written are the ones printed."""
    text = FORM.replace("[=số tiền] đồng", "[1.500.000=số tiền] đồng")
    draft, faults = filled(text)
    assert faults == []
    draft, faults = filled(text, so_tien=Figure(Decimal(2000000)))
    assert [(each.code, each.message.vi) for each in faults] == [
        ("LST011", "Bản ghi ghi «1.500.000», danh sách ghi «số tiền» là 2.000.000")
    ]
    assert "1.500.000 đồng" in paragraphs(draft)[0]


def test_what_could_not_be_read_leaves_no_second_finding() -> None:
    """This test shows that whoever read the cell has spoken."""
    assert filled(so_tien=Unread.UNREADABLE)[1] == []


def test_findings_of_a_row_stand_where_the_form_has_the_reference() -> None:
    """This test shows the place of a date that is in no calendar, and of a letter without glyph."""
    text = FORM.replace('ngày: "[=ngày]"', 'ngày: "[=căn cứ]"').replace("  ngày: ngày\n", "")
    draft, _ = filled(text, can_cu="31/4/2025", ho_ten="Trần 中 An")
    found = {
        (each.code, each.place.line, each.place.column, each.place.end_column)
        for each in draft.diagnostics
    }
    assert ("DAT001", 4, 8, 17) in found
    assert ("FNT001", 19, 29, 47) in found


def test_a_form_may_be_a_mapping() -> None:
    """This test shows a form from Python."""
    data, _ = canonical(
        {
            "type": "thông báo",
            "agency": "SỞ NỘI VỤ",
            "subject": "x",
            "data_fields": {"tên": "text", "ngày": {"kind": "date", "format": "dd/mm/yyyy"}},
            "body": [
                "Ông [=tên], ngày [=ngày]",
                {"table": {"columns": "A | B", "rows": [["[=tên]", "a"]]}},
            ],
        }
    )
    form = form_of(data)
    assert form is not None
    assert form.faults == ()
    made = form.fill({"ten": "*a | b*", "ngay": PartialDate(5, 3, 2026)})
    assert made.data["body"] == [
        "Ông \\*a | b\\*, ngày 05/03/2026",
        {"table": {"columns": "A | B", "rows": [["\\*a \\| b\\*", "a"]]}},
    ]
    draft = draft_of_filled(made, None, Folder.of(Path()))
    record: Any = draft.record
    (table,) = record.body.tables.values()
    assert [[cell.text for cell in row] for row in table.grid.rows] == [["\\*a | b\\*", "a"]]


@given(VALUES)
def test_any_words_come_out_of_every_field_of_words(value: str) -> None:
    """This test shows subject, body, table and signer with one hostile value."""
    if not rows(value):
        return
    text = FORM.replace("[=lý do]\n  Điều 2", "Rằng [=lý do] ạ\n  Điều 2")
    draft, faults = filled(text, trich_yeu=value, ly_do=value)
    record: Any = draft.gapped
    assert faults == []
    assert record.subject.split() == value.split()
    words = [plain_text(block.spans).split() for block in record.body.body.blocks]
    assert ["Rằng", *" ".join(rows(value)).split(), "ạ"] in words


def test_a_declared_kind_that_is_none_is_said_at_its_place() -> None:
    """This test shows that the declaration is read like every other field."""
    found = load(FORM.replace("số tiền: tiền", "số tiền: tiềng")).diagnostics
    assert [(each.code, each.place.line, each.place.anchor) for each in found] == [
        ("SCH023", 16, "/trường dữ liệu/số tiền")
    ]


TEXTS = [each.english for each in terms("document") if each.english not in ("type", NAME)]


@pytest.mark.parametrize("field", TEXTS)
def test_no_value_breaks_a_field(field: str) -> None:
    """This test shows every field of a document with every sign that means something somewhere."""
    for value in (
        "**[^1]|{x}\\",
        "- a;\nĐiều 9. b.",
        "không",
        "@x",
        "\u0000\u2028 ",
        "31/4/2026",
        "/",
    ):
        data, _ = canonical(
            {
                "type": "thông báo",
                "agency": "SỞ NỘI VỤ",
                "subject": "Về việc nghỉ lễ",
                "body": "Nghỉ lễ./.",
                field: "[=x] và [=x]" if field in ("subject", "body") else "[=x]",
                NAME: {"x": "text"},
            }
        )
        form = form_of(data)
        assert form is not None
        made = form.fill({"x": clean(value).strip() or None})
        assert isinstance(draft_of_filled(made, None, Folder.of(Path())), Draft)


@pytest.mark.parametrize(
    "declared", ["|\n  họ tên\n  số", "\n  - họ tên\n  - số", "\n  họ tên:\n  số:"]
)
def test_fields_of_texts_may_be_declared_by_their_names_alone(declared: str) -> None:
    """This test shows that a list of names, one a line or with dashes, is a declaration."""
    text = f"loại: thông báo\ntrường dữ liệu: {declared}\nnội dung: Ông [=họ tên], số [=số]./."
    data = read(text, "thu.yaml").data
    assert data is not None
    form = form_of(data)
    assert form is not None
    assert [(name, field.kind_name) for name, field in form.fields.values()] == [
        ("họ tên", "text"),
        ("số", "text"),
    ]


def test_names_alone_come_from_python_too() -> None:
    """This test shows the same of a mapping."""
    canonical_data, faults = canonical({"trường dữ liệu": ["họ tên", "số"]})
    assert canonical_data == {"data_fields": {"họ tên": "", "số": ""}}
    assert not faults
