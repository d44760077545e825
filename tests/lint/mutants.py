"""For each rule of sense one mutant: a function that puts that one fault into a good record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Record = dict[str, Any]


def good() -> Record:
    """Give a record in which no rule finds anything."""
    return {
        "type": "decision",
        "agency": "SỞ NỘI VỤ",
        "issuing_authority": "GIÁM ĐỐC SỞ NỘI VỤ",
        "number": "12/QĐ-SNV",
        "subject": "Về việc cử người trực",
        "body": [
            "Điều 1. Cử ông Nguyễn Văn An trực[^1] theo bảng sau:",
            {"table": {"columns": "TT | Việc", "rows": "1 | Trực cổng[^2]"}},
            "{bảng: lịch}\n{hình: sơ đồ}",
            "Điều 2. Ông Nguyễn Văn An thi hành Quyết định này./.\n[^1]: Cả đêm.",
        ],
        "footnotes": {"2": "Cổng chính."},
        "tables": {"lịch": {"columns": "TT | Ngày", "rows": "1 | 02/9/2025"}},
        "images": {"sơ đồ": {"file": "so-do.png"}},
        "recipients": "Như Điều 2",
        "archive": "VT, TCCB",
        "signature": "GIÁM ĐỐC\n\nNguyễn Văn An",
        "appendices": [{"subject": "LỊCH TRỰC", "body": "Văn phòng trực ngày 02/9/2025."}],
    }


@dataclass(frozen=True, slots=True)
class Mutant:
    """A fault put into a record, and where it is found.

    Attributes:
        change: puts the fault in.
        anchor: place of the finding in a record built in Python.
        within: whether the same fault can stand in an attached decision.
    """

    change: Callable[[Record], None]
    anchor: str
    within: bool = True


def _same_as_nothing(record: Record) -> None:
    record["agency"] = "như trên"


def _no_authority(record: Record) -> None:
    del record["issuing_authority"]


def _two_symbols(record: Record) -> None:
    record["symbol"] = "QĐ-VP"


def _archive_twice(record: Record) -> None:
    record["recipients"] = "Như Điều 2\nLưu: VT"


def _empty_appendix(record: Record) -> None:
    del record["appendices"][0]["body"]


def _body_and_file(record: Record) -> None:
    record["appendices"][0]["file"] = "ban-ve.pdf"


def _pdf(record: Record) -> None:
    record["appendices"][0] = {"subject": "BẢN VẼ", "file": "ban-ve.pdf"}


def _reference_in_a_cell(record: Record) -> None:
    record["body"][1]["table"]["rows"] += " và[^3]"


def _footnote_of_nobody(record: Record) -> None:
    record["footnotes"]["3"] = "Cổng phụ."


def _footnote_twice(record: Record) -> None:
    record["footnotes"]["1"] = "Cả ngày."


def _bold_in_a_cell(record: Record) -> None:
    record["tables"]["lịch"]["rows"] += " **sáng"


def _note_in_a_note(record: Record) -> None:
    record["footnotes"]["2"] = "Cổng chính, xem [^1]."


def _undeclared(record: Record) -> None:
    record["body"][2] += "\n{bảng: trực}"


def _unplaced(record: Record) -> None:
    record["body"][2] = "{bảng: lịch}"


def _empty_table(record: Record) -> None:
    record["tables"]["lịch"] = {"note": "Văn phòng trực."}


def _small_letters(record: Record) -> None:
    record["issuing_authority"] = "Giám đốc Sở Nội vụ"


def _no_head(record: Record) -> None:
    record["agency"] = "không"


def _label(record: Record) -> None:
    record["label"] = "Phụ lục A"


def _list_of_nobody(record: Record) -> None:
    record["recipients"] = "Như Điều 2\n@lãnh đạo"


MUTANTS = {
    "APP001": Mutant(_empty_appendix, "/appendices/0"),
    "APP002": Mutant(_body_and_file, "/appendices/0/file"),
    "APP003": Mutant(_pdf, "/appendices/0/file"),
    "APP004": Mutant(_label, "/label"),
    "BDY003": Mutant(_reference_in_a_cell, "/body/1/table/rows"),
    "BDY004": Mutant(_footnote_of_nobody, "/footnotes/3"),
    "BDY005": Mutant(_footnote_twice, "/footnotes/1"),
    "BDY006": Mutant(_bold_in_a_cell, "/tables/lịch/rows"),
    "BDY013": Mutant(_note_in_a_note, "/footnotes/2"),
    "BDY030": Mutant(_undeclared, "/body/2"),
    "BDY031": Mutant(_unplaced, "/images/sơ đồ"),
    "CAP001": Mutant(_small_letters, "/issuing_authority"),
    "ISS001": Mutant(_no_authority, "/"),
    "ISS002": Mutant(_same_as_nothing, "/agency/0", within=False),
    "ISS003": Mutant(_no_head, "/number"),
    "NUM010": Mutant(_two_symbols, "/symbol"),
    "REC002": Mutant(_archive_twice, "/recipients"),
    "REC005": Mutant(_list_of_nobody, "/recipients"),
    "TAB028": Mutant(_empty_table, "/tables/lịch"),
}
