"""The report as annotations of GitHub Actions."""

from tests.diagnostics.findings import ALL
from vnadmindocs.diagnostics import Diagnostic, Place, Severity, Text
from vnadmindocs.diagnostics.reports import report

EXPECTED = """\
::notice file=ke hoach.docx,title=PAG001::đoạn 12: Nên dùng lề trái 30 mm
::error file=thu.yaml,line=9,col=1,endColumn=3,title=YML005::Khóa «ký» viết hai lần
::error file=thu.yaml,line=14,col=5,endColumn=17,title=SIG002::\
«KT. GIÁM ĐỐC» nhưng người ký ghi chức vụ «Giám đốc»\
%0Agợi ý: dòng thứ hai là chức vụ của cấp phó, ví dụ «PHÓ GIÁM ĐỐC»\
%0Acăn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7, điểm b
::warning file=thu.yaml,line=20,title=REC001::Nơi nhận thiếu dòng Lưu
1 lỗi nghiêm trọng, 1 lỗi, 1 cảnh báo, 1 lưu ý trong 2 tệp
"""


def test_each_finding_is_one_command() -> None:
    """A hint is a notice; a fatal finding is an error like any other."""
    assert report(ALL, "github") == EXPECTED


def test_what_would_end_a_command_is_escaped() -> None:
    """Line breaks and per cents everywhere; colons and commas in properties too."""
    finding = Diagnostic(
        "YML001", Severity.FATAL, Place("a,b:c%.yaml", 1), Text("50%\r\nhai: ba, bốn", "…")
    )
    assert report([finding], "github").splitlines()[0] == (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,title=YML001::50%25%0D%0Ahai: ba, bốn"
    )
