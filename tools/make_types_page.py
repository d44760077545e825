"""Write docs/types.md: the 29 types and the fields that only some of them have.

.venv/bin/python tools/make_types_page.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vnadmindocs.law.document_types import document_types
from vnadmindocs.record.type_summary import TypeSummary, field_names, type_summaries
from vnadmindocs.terms import Term, forms, terms

PAGE = Path(__file__).resolve().parent.parent / "docs" / "types.md"
_INSIDE = ("party",)  # mappings that only a form has
_SIGNERS = {"one": "who issues it", "meeting": "secretary and chair", "parties": "each party"}
_OPENING = """\
# Types of document

Made by `tools/make_types_page.py` from `vnadmindocs/law/data/document_types.toml`, `forms.toml`
and `vnadmindocs/terms.toml`; correct those, then run `make generate`. `vnadmindocs types` lists the
same in a terminal, `vnadmindocs new TYPE` writes a record to start from, `vnadmindocs schema TYPE`
gives the schema that explains its fields.

Every type also asks for `cơ quan`. Where a type has fields of its own, what it asks for may be
written in those fields, which the tool words by the sample form, or in words in `nội dung`, which
are printed as they stand. A field left empty (`chức vụ:`) prints dots for the pen, `không` leaves
its line out, and a form with every field empty is a blank one.

```yaml
# giay-gioi-thieu.yaml
loại: giấy giới thiệu
cơ quan: |
  UBND TỈNH AN BÌNH

  SỞ NỘI VỤ
số: /GGT-SNV
địa danh: An Bình
ngày: năm 2026
ông bà:
chức vụ:
được cử đến:
về việc:
giá trị đến:
ký:
```

A time is written as it is printed, or in short: `8:00 12/3/2026` prints `08 giờ 00, ngày 12 tháng 3
năm 2026`. Minutes without `ký` are signed by `thư ký` at the left and `chủ trì` at the right; a
contract without it by the representative of each party, the first at the left.

A document of another name takes the nearest type and prints its name by `tên loại in`
(`loại: giấy mời`, `tên loại in: THƯ MỜI`); the finding of a name outside the list says which.

| | Type | Abbr. | Form | Must have | Nơi nhận where none is written | Signed by |
|--:|---|---|---|---|---|---|
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """Give the text of the page."""
    rows = "\n".join(_row(each) for each in type_summaries())
    return f"{_OPENING}{rows}\n{''.join(_fields())}{''.join(_nearest())}"


def _row(summary: TypeSummary) -> str:
    kind = summary.kind
    wanted = field_names(name for name in summary.requires if name != "agency").vi
    cells = (
        str(kind.number),
        kind.name.vi,
        kind.abbreviation or "–",
        kind.form or "–",
        wanted or "–",
        "; ".join(summary.recipients) or "none",
        _SIGNERS[summary.signers],
    )
    return f"| {' | '.join(cells)} |"


def _fields() -> Iterator[str]:
    """Give a table for each form: the fields that only its types have."""
    yield "\n## Fields of their own\n"
    for form, own in forms().items():
        kinds = ", ".join(kind.name.vi for kind in document_types() if kind.fields == form)
        if not kinds:
            continue  # a copy is no type of Điều 7
        yield f"\n### {kinds[0].upper()}{kinds[1:]}\n\n"
        yield "| Field | In English | Holds |\n|---|---|---|\n"
        for each in own:
            yield _field(each)
            if each.holds in _INSIDE:
                yield from (_field(inner, f"{each.vietnamese} / ") for inner in terms(each.holds))


def _field(term: Term, before: str = "") -> str:
    return f"| `{before}{term.vietnamese}` | `{term.english}` | {term.en} |\n"


def _nearest() -> Iterator[str]:
    yield "\n## Names outside the list\n\n| Printed name | Nearest type |\n|---|---|\n"
    for kind in document_types():
        for name in kind.like:
            yield f"| {name.upper()} | {kind.name.vi} |\n"


if __name__ == "__main__":
    main()
