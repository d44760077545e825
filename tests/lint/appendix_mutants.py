"""Mutants of the rules on appendices: on pointers to them and on the line that points back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Record = dict[str, Any]


def _empty_appendix(record: Record) -> None:
    del record["appendices"][0]["body"]


def _body_and_file(record: Record) -> None:
    record["appendices"][0]["file"] = "ban-ve.pdf"


def _title_and_label(record: Record) -> None:
    record["appendices"][0] |= {"label": "Phụ biểu A", "title": "Phụ biểu"}


def _size_of_an_appendix(record: Record) -> None:
    record["appendices"][0]["size_set"] = "small"


def _signed_file(record: Record) -> None:
    signed = {"signature": "GIÁM ĐỐC\n\nNguyễn Văn An"}
    record["appendices"][0] = {"subject": "BẢN VẼ", "file": "ban-ve.pdf", **signed}


def _stamp_on_nothing(record: Record) -> None:
    record["appendices"][0]["stamp"] = "yes"


def _not_pointed_to(record: Record) -> None:
    record["body"][0] = "Điều 1. Cử ông Nguyễn Văn An trực[^1] theo bảng sau:"


def _out_of_order(record: Record) -> None:
    record["body"][0] = (
        "Điều 1. Cử ông Nguyễn Văn An trực[^1] theo Phụ lục II, Phụ lục I và bảng sau:"
    )
    record["appendices"].append({"subject": "NGƯỜI TRỰC", "body": "Ông Nguyễn Văn An."})


def _other_symbol(record: Record) -> None:
    record["appendices"][0]["reference"] = (
        "(Kèm theo Quyết định số 12/QĐ/SNV ngày … tháng … năm … của Sở Nội vụ)"
    )


# For each code what puts the fault in, its place, and whether an attached decision can have it.
APPENDIX_MUTANTS: dict[str, tuple[Callable[[Record], None], str, bool]] = {
    "APP001": (_empty_appendix, "/phụ lục/1", True),
    "APP002": (_body_and_file, "/phụ lục/1/tệp", True),
    "APP005": (_title_and_label, "/phụ lục/1/tên loại in", True),
    "APP006": (_size_of_an_appendix, "/phụ lục/1/cỡ chữ", True),
    "APP024": (_signed_file, "/phụ lục/1/ký", True),
    "APP025": (_stamp_on_nothing, "/phụ lục/1/ghi nhãn", True),
    "APP040": (_not_pointed_to, "/phụ lục/1", True),
    "APP041": (_out_of_order, "/nội dung/1", True),
    "APP042": (_other_symbol, "/phụ lục/1/kèm theo", True),
}
