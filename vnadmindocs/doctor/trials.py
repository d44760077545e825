"""A small document made as a trial: what a check of parts cannot know is seen here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics.model import Diagnostic, Severity, Text
from vnadmindocs.doctor.check import Check, finding, same
from vnadmindocs.doctor.packages import installed

if TYPE_CHECKING:
    from vnadmindocs.rendering import Rendering

# Letters of every kind that a face may lack, bold and italic among them.
_RECORD = {
    "type": "notice",
    "agency": {"header": "SỞ NỘI VỤ", "parent": "ỦY BAN NHÂN DÂN TỈNH AN BÌNH"},
    "number": "01/TB-SNV",
    "place": "An Bình",
    "date": "02/02/2026",
    "subject": "Về việc kiểm tra máy",
    "body": "Sở Nội vụ thông báo để các cơ quan, đơn vị biết và thực hiện./.",
    "recipients": "- Các phòng, đơn vị;\n- Lưu: VT.",
    "signature": "GIÁM ĐỐC\n\nNguyễn Thị Hằng",
}
_KINDS = {"docx": (b"PK\x03\x04", ".docx"), "pdf": (b"%PDF-", "PDF")}


def try_word_file() -> Check:
    """Make a .docx."""
    from vnadmindocs import api

    return _tried("docx", lambda: api.render(_RECORD, "docx"))


def try_pdf(font_paths: Sequence[Path], face: Check) -> Iterator[Check]:
    """Make a PDF, where there are typst and a face; why not has been said before."""
    from vnadmindocs import api

    if installed("typst") is None or face.state == "wrong" or installed("fonttools") is None:
        return
    yield _tried("pdf", lambda: api.render(_RECORD, "pdf", font_paths=font_paths))


def _tried(kind: str, make: Callable[[], Rendering]) -> Check:
    beginning, name = _KINDS[kind]
    title = Text(vi=f"Tạo thử {name}", en=f"Trial {name}")
    findings: tuple[Diagnostic, ...] = ()
    found = Text(vi="không được", en="failed")
    try:
        made = make()
    except Exception as error:  # the doctor reports a fault of the program as any other
        reason = same(f"{type(error).__name__}: {error}")
        return Check(f"trial-{kind}", title, found, (finding("OUT065", kind=name, reason=reason),))
    if made.data is not None and made.data.startswith(beginning):
        size = len(made.data) // 1000
        return Check(f"trial-{kind}", title, Text(vi=f"được, {size} kB", en=f"made, {size} kB"))
    fatal = [each for each in made.diagnostics if each.severity is Severity.FATAL]
    reason = Text(
        vi="; ".join(each.message.vi for each in fatal) or "không có dữ liệu",
        en="; ".join(each.message.en for each in fatal) or "no data",
    )
    findings = (finding("OUT065", kind=name, reason=reason),)
    return Check(f"trial-{kind}", title, found, findings)
