"""For each rule of sense one mutant: a function that puts that one fault into a good record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.lint.appendix_mutants import APPENDIX_MUTANTS
from tests.lint.citation_mutants import CITATION_MUTANTS
from tests.lint.copy_mutants import COPY_MUTANTS
from tests.lint.figure_mutants import FIGURE_MUTANTS
from tests.lint.form_document_mutants import FORM_MUTANTS
from tests.lint.marks_mutants import MARKS_MUTANTS
from tests.lint.register_mutants import REGISTER_MUTANTS

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
            "Điều 1. Cử ông Nguyễn Văn An trực[^1] theo bảng sau và Phụ lục kèm theo:",
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
        instead: the code it has there in place of its own, at the same place.
        apart: whether the record becomes one that is never attached to another.
    """

    change: Callable[[Record], None]
    anchor: str
    within: bool = True
    instead: str = ""
    apart: bool = False


def _same_as_nothing(record: Record) -> None:
    record["agency"] = "như trên"


def _unknown_name(record: Record) -> None:
    record["agency"] = "TRƯỜNG TIỂU HỌC KIM ĐỒNG"


def _no_authority(record: Record) -> None:
    del record["issuing_authority"]


def _two_symbols(record: Record) -> None:
    record["symbol"] = "QĐ-VP"


def _archive_twice(record: Record) -> None:
    record["recipients"] = "Như Điều 2\nLưu: VT"


def _file_of_the_main_document(record: Record) -> None:
    record["file"] = "ban-ve.pdf"


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


def _symbol_alone(record: Record) -> None:
    del record["appendices"]
    record["body"][0] = "Điều 1. Cử ông Nguyễn Văn An trực[^1] theo bảng sau:"
    record |= {"number": "không", "symbol": "QĐ-SNV"}


def _label(record: Record) -> None:
    record["label"] = "Phụ lục A"


def _list_of_nobody(record: Record) -> None:
    record["recipients"] = "Như Điều 2\n@lãnh đạo"


def _letter(record: Record) -> None:
    """Make it a letter to two bodies."""
    del record["issuing_authority"]
    record["body"][0] = "Cử ông Nguyễn Văn An trực[^1] theo bảng sau và Phụ lục kèm theo:"
    record["body"][3] = "Trân trọng./.\n[^1]: Cả đêm."
    record |= {"type": "dispatch", "number": "12/SNV-TCCB", "subject": "cử người trực"}
    record |= {"addressees": "Sở Tài chính\nSở Tư pháp", "recipients": "Như trên\nUBND tỉnh"}


def _letter_with(**fields: str) -> Callable[[Record], None]:
    """Make it a letter with other fields."""

    def change(record: Record) -> None:
        _letter(record)
        record |= fields

    return change


def _decision_with(**fields: Any) -> Callable[[Record], None]:
    """Leave it a decision and change fields."""
    return lambda record: record.update(fields)


def _plan_as_article(record: Record) -> None:
    _letter(record)
    del record["addressees"]
    record |= {"type": "plan", "number": "12/KH-SNV", "recipients": "Như Điều\nUBND tỉnh"}


def _archive_first(record: Record) -> None:
    del record["archive"]
    record["recipients"] = "Lưu: VT\nUBND tỉnh"


_OFFICE = {"header": "SỞ NỘI VỤ", "units": {"TCCB": "Phòng Tổ chức cán bộ"}}


def _grounds(*grounds: str) -> Callable[[Record], None]:
    def put(record: Record) -> None:
        record["legal_bases"] = "\n".join(grounds)

    return put


_LAW = "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024"
_DECREE = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác"
_BODY_FIRST = "Căn cứ Nghị định của Chính phủ số 30/2020/NĐ-CP ngày 05/3/2020 về công tác văn thư"


def _signed(*lines: str) -> Callable[[Record], None]:
    """Make the change that has the record signed with these lines above the name."""

    def change(record: Record) -> None:
        record["signature"] = "\n".join((*lines, "", "Nguyễn Văn An"))

    return change


def _named(name: str) -> Callable[[Record], None]:
    """Make the change that has the head sign under this name."""

    def change(record: Record) -> None:
        record["signature"] = f"GIÁM ĐỐC\n\n{name}"

    return change


def _of_a_committee(authority: str, *lines: str) -> Callable[[Record], None]:
    """Make the change that has a people's committee issue the record and sign with these lines."""

    def change(record: Record) -> None:
        _signed(*lines)(record)
        record |= {
            "agency": "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA",
            "number": "12/QĐ-UBND",
            "issuing_authority": authority,
        }

    return change


def _listing_signers(**posts: str) -> Callable[[Record], None]:
    """Make the change that has the profile list signers, by name, and their posts."""

    def change(record: Record) -> None:
        signers = [{"name": name.replace("_", " "), "post": post} for name, post in posts.items()]
        record["agency"] = {"header": "SỞ NỘI VỤ", "signers": signers}

    return change


def _of_a_board(seal: str, *above_the_name: str) -> Callable[[Record], None]:
    """Make the change that has a steering committee that uses this seal issue the record."""

    def change(record: Record) -> None:
        lines = ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "", *above_the_name, "Nguyễn Văn An")
        record |= {
            "agency": {"header": "UBND TỈNH SƠN LA\n\nBAN CHỈ ĐẠO", "seal": seal},
            "number": "12/QĐ-BCĐ",
            "issuing_authority": "BAN CHỈ ĐẠO",
            "signature": "\n".join(lines),
        }

    return change


def _joint(*names: str) -> Callable[[Record], None]:
    """Make the change that has two bodies issue the record, and these sign."""

    def change(record: Record) -> None:
        record["agency"] = ["SỞ NỘI VỤ", "SỞ TÀI CHÍNH"]
        record["number"] = "12/QĐ-SNV-STC"
        record["signature"] = [f"{name}\nGIÁM ĐỐC\n\nNguyễn Văn An" for name in names]

    return change


def _named_by_itself(record: Record) -> None:
    record["issuing_authority"] = "SỞ NỘI VỤ"


def _head_of_another_body(record: Record) -> None:
    record |= {"type": "notice", "number": "12/TB-SNV", "signature": "CHỦ TỊCH\n\nNguyễn Văn An"}
    del record["issuing_authority"]


def _open_name(record: Record) -> None:
    record |= {"signature": "GIÁM ĐỐC\n\n", "place": "Sơn La", "date": "2/9/2025"}


def _bare_chapter(record: Record) -> None:
    record["body"][0] = f"Chương I\n{record['body'][0]}"


def _untitled_articles(record: Record) -> None:
    body = "Điều 1. Văn phòng trực ngày 02/9/2025.\nĐiều 2. Thanh tra trực ngày 03/9/2025."
    record["appendices"][0] |= {"type": "quy chế", "body": body}


def _second_article_first(record: Record) -> None:
    first, *others, last = record["body"]
    record["body"] = [first.replace("1", "2", 1), *others, last.replace("2", "3", 1)]
    record["recipients"] = "Như Điều 3"


def _contents_of_nothing(record: Record) -> None:
    record["appendices"][0]["contents"] = "có"


MUTANTS = {
    **{
        code: Mutant(*each)
        for mutants in (
            APPENDIX_MUTANTS,
            CITATION_MUTANTS,
            FIGURE_MUTANTS,
            FORM_MUTANTS,
            REGISTER_MUTANTS,
        )
        for code, each in mutants.items()
    },
    "APP004": Mutant(_label, "/nhãn"),
    "APP026": Mutant(_file_of_the_main_document, "/tệp", instead="APP002"),
    "BAS010": Mutant(_grounds(_DECREE, _LAW), "/căn cứ"),
    "BAS011": Mutant(_grounds("Theo đề nghị của Chánh Văn phòng", _LAW), "/căn cứ"),
    "BDY003": Mutant(_reference_in_a_cell, "/nội dung/2/bảng/hàng"),
    "BDY004": Mutant(_footnote_of_nobody, "/cước chú/3"),
    "BDY005": Mutant(_footnote_twice, "/cước chú/1"),
    "BDY006": Mutant(_bold_in_a_cell, "/bảng/lịch/hàng"),
    "BDY013": Mutant(_note_in_a_note, "/cước chú/2"),
    "BDY030": Mutant(_undeclared, "/nội dung/3"),
    "BDY031": Mutant(_unplaced, "/hình/sơ đồ"),
    "BDY040": Mutant(_bare_chapter, "/nội dung/1"),
    "BDY041": Mutant(_untitled_articles, "/phụ lục/1/nội dung"),
    "BDY042": Mutant(_second_article_first, "/nội dung/1"),
    "BDY043": Mutant(_contents_of_nothing, "/phụ lục/1/mục lục"),
    "CAP001": Mutant(_small_letters, "/thẩm quyền ban hành"),
    "CIT001": Mutant(_grounds(_LAW.replace("ngày", "số 33/2024/QH15 ngày")), "/căn cứ"),
    "CIT002": Mutant(_grounds(_BODY_FIRST), "/căn cứ"),
    "CIT003": Mutant(_grounds(_DECREE.replace("của Chính phủ", "Chính phủ")), "/căn cứ"),
    "CIT004": Mutant(_grounds(_LAW.replace("tháng 6", "tháng 06")), "/căn cứ"),
    "CIT005": Mutant(_grounds("Căn cứ tình hình thực tế"), "/căn cứ"),
    "CIT006": Mutant(_grounds(f"{_LAW}; Luật Đầu tư công ngày 29 tháng 11 năm 2024"), "/căn cứ"),
    "CIT007": Mutant(_grounds("Căn cứ Nghị định số 30/2020/NĐ-CP"), "/căn cứ"),
    "CIT053": Mutant(_decision_with(recipients="Như Điều 5"), "/nơi nhận"),
    **{code: Mutant(*each, apart=True) for code, each in COPY_MUTANTS.items()},
    **{code: Mutant(*each) for code, each in MARKS_MUTANTS.items()},
    "ISS001": Mutant(_no_authority, ""),
    "ISS002": Mutant(_same_as_nothing, "/cơ quan/1", within=False),
    "ISS003": Mutant(_no_head, "/số"),
    "ISS004": Mutant(_unknown_name, "/cơ quan/1", within=False),
    "NUM010": Mutant(_two_symbols, "/ký hiệu"),
    "NUM011": Mutant(_symbol_alone, "/ký hiệu"),
    "REC002": Mutant(_archive_twice, "/nơi nhận"),
    "REC005": Mutant(_list_of_nobody, "/nơi nhận"),
    "REC010": Mutant(_letter_with(addressees="không", recipients="UBND tỉnh"), "/kính gửi"),
    "REC011": Mutant(_decision_with(addressees="Sở Tư pháp", recipients="Sở Tư pháp"), "/kính gửi"),
    "REC012": Mutant(_letter_with(addressees="Sở Tài chính; Sở Tư pháp"), "/kính gửi"),
    "REC013": Mutant(_letter_with(addressees="Sở Tài chính\nSở  tài chính"), "/kính gửi"),
    "REC014": Mutant(_letter_with(recipients="Sở Tài chính\nUBND tỉnh"), "/nơi nhận"),
    "REC015": Mutant(_decision_with(recipients="Như trên\nUBND tỉnh"), "/nơi nhận"),
    "REC016": Mutant(_letter_with(recipients="UBND tỉnh\nNhư trên"), "/nơi nhận"),
    "REC017": Mutant(_decision_with(archive="không"), "/lưu", within=False),
    "REC018": Mutant(_archive_first, "/nơi nhận"),
    "REC019": Mutant(_decision_with(recipients="Như Điều 2\nUBND tỉnh\nUBND tỉnh"), "/nơi nhận"),
    "REC020": Mutant(_letter_with(recipients="Như trên\nSở Tư pháp"), "/nơi nhận"),
    "REC021": Mutant(_plan_as_article, "/nơi nhận"),
    "REC022": Mutant(_decision_with(recipients="Như Điều 2\nUBND tỉnh (để b/x)"), "/nơi nhận"),
    "REC023": Mutant(_decision_with(agency=_OFFICE, archive="VT, TCBC"), "/lưu"),
    "REC024": Mutant(_letter_with(copies="30"), "/số bản"),
    "SIG010": Mutant(_signed("KT. SỞ NỘI VỤ", "PHÓ GIÁM ĐỐC"), "/ký/1/quyền hạn"),
    "SIG011": Mutant(_signed("KT. GIÁM ĐỐC", "PHÓ CHỦ TỊCH"), "/ký/1/quyền hạn"),
    "SIG012": Mutant(_signed("KT. GIÁM ĐỐC", "TRƯỞNG PHÒNG"), "/ký/1/quyền hạn"),
    "SIG013": Mutant(_signed("TM. SỞ NỘI VỤ", "GIÁM ĐỐC"), "/ký/1/quyền hạn"),
    "SIG014": Mutant(_of_a_committee("ỦY BAN NHÂN DÂN TỈNH SƠN LA", "CHỦ TỊCH"), "/ký/1/quyền hạn"),
    "SIG015": Mutant(_signed("PHÓ GIÁM ĐỐC PHỤ TRÁCH"), "/ký/1/quyền hạn"),
    "SIG016": Mutant(
        _signed("TUQ. GIÁM ĐỐC", "KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"), "/ký/1/quyền hạn"
    ),
    "SIG017": Mutant(_signed("TL. GIÁM ĐỐC", "CHUYÊN VIÊN"), "/ký/1/quyền hạn"),
    "SIG018": Mutant(
        _signed("KT. GIÁM ĐỐC", "TL. PHÓ GIÁM ĐỐC", "TRƯỞNG PHÒNG"), "/ký/1/quyền hạn"
    ),
    "SIG019": Mutant(_signed("KT. GIÁM ĐỐC"), "/ký/1/quyền hạn"),
    "SIG021": Mutant(_named("PGS.TS. Nguyễn Văn An"), "/ký/1/họ tên"),
    "SIG022": Mutant(_listing_signers(Trần_Thị_Bình="Giám đốc"), "/ký/1/họ tên"),
    "SIG023": Mutant(_listing_signers(Nguyễn_Văn_An="Phó Giám đốc"), "/ký/1/quyền hạn"),
    "SIG024": Mutant(
        _of_a_committee("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        "/ký/1/quyền hạn",
    ),
    "SIG025": Mutant(_named_by_itself, "/thẩm quyền ban hành"),
    "SIG026": Mutant(_signed("CHÁNH VĂN PHÒNG"), "/ký/1/quyền hạn"),
    "SIG027": Mutant(_head_of_another_body, "/ký/1/quyền hạn"),
    "SIG028": Mutant(_open_name, "/ký/1/quyền hạn", within=False),
    "SIG029": Mutant(_joint("SỞ NỘI VỤ"), "/ký"),
    "SIG030": Mutant(_joint("SỞ TÀI CHÍNH", "SỞ NỘI VỤ"), "/ký/1/cơ quan"),
    "SIG031": Mutant(_of_a_board("host"), "/ký/1/quyền hạn"),
    "SIG032": Mutant(_of_a_board("none", "PHÓ CHỦ TỊCH"), "/ký/1/chức vụ khác"),
    "SIG034": Mutant(_signed("KT GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "/ký/1/quyền hạn"),
    "TAB028": Mutant(_empty_table, "/bảng/lịch"),
}
