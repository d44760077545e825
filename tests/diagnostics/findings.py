"""Findings that the report tests share."""

from vnadmindocs.diagnostics import Diagnostic, Place, Related, Severity, Text

SIGNATURE = Diagnostic(
    code="SIG002",
    severity=Severity.ERROR,
    place=Place("thu.yaml", line=14, column=5, end_column=17, anchor="/ký"),
    message=Text(
        vi="«KT. GIÁM ĐỐC» nhưng người ký ghi chức vụ «Giám đốc»",
        en="«KT. GIÁM ĐỐC», but the signer's office is «Giám đốc»",
    ),
    hint=Text(
        vi="dòng thứ hai là chức vụ của cấp phó, ví dụ «PHÓ GIÁM ĐỐC»",
        en="the second line is the deputy's office, such as «PHÓ GIÁM ĐỐC»",
    ),
    locator="PL1·P1·II.7.b",
    source_line="    KT. GIÁM ĐỐC",
)
TWICE = Diagnostic(
    code="YML005",
    severity=Severity.FATAL,
    place=Place("thu.yaml", line=9, column=1, end_column=3),
    message=Text(vi="Khóa «ký» viết hai lần", en="The key «ký» is written twice"),
    related=(Related(Place("thu.yaml", 3, 1, 3), Text(vi="lần đầu ở đây", en="first here")),),
    source_line="ký: |",
)
WARNING = Diagnostic(
    code="REC001",
    severity=Severity.WARNING,
    place=Place("thu.yaml", line=20),
    message=Text(vi="Nơi nhận thiếu dòng Lưu", en="The recipients have no filing line"),
)
ELSEWHERE = Diagnostic(
    code="PAG001",
    severity=Severity.HINT,
    place=Place("ke hoach.docx", anchor="đoạn 12"),
    message=Text(vi="Nên dùng lề trái 30 mm", en="30 mm is the customary left margin"),
)
ALL = (SIGNATURE, TWICE, WARNING, ELSEWHERE)
