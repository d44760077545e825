"""The words of the reports themselves, in both languages."""

from __future__ import annotations

from vnadmindocs.diagnostics.model import Severity, Text

SEVERITIES = {
    Severity.FATAL: Text(vi="lỗi nghiêm trọng", en="fatal error"),
    Severity.ERROR: Text(vi="lỗi", en="error"),
    Severity.WARNING: Text(vi="cảnh báo", en="warning"),
    Severity.HINT: Text(vi="lưu ý", en="hint"),
}
HINT = Text(vi="gợi ý", en="help")
LOCATOR = Text(vi="căn cứ", en="rule")
RELATED = Text(vi="xem", en="see")
DEFAULTS = Text(vi="dùng giá trị mặc định cho", en="default used for")
LEFT_OUT = Text(vi="không in được, đã bỏ qua", en="left out")
REFUSED = Text(vi="chưa ghi văn bản", en="no document was written")
WRITTEN = Text(vi="đã ghi", en="written")
NO_CLAIM = Text(vi="không khai PDF/A", en="no PDF/A claimed")
STANDARD_OUTPUT = Text(vi="đầu ra chuẩn", en="standard output")
NOTHING = Text(vi="Không có lỗi trong {files} tệp", en="No findings in {files} {file_word}")
SUMMARY = Text(vi="{counts} trong {files} tệp", en="{counts} in {files} {file_word}")
