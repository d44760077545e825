"""The words by which the parts of a citation are known: types, numbers, dates, bodies, subjects.

Patterns alone; ``citation_reading`` puts them together. Built when a citation is first looked for.
"""

from __future__ import annotations

import re
from functools import cache

from vnadmindocs.law.text_types import text_types
from vnadmindocs.notation.locators import starting_words
from vnadmindocs.pattern import any_of, compiled, pattern

# One group of a symbol: «QĐ», «TTg», «CTr», «QH15», «XD&CT», «KHĐT.TH»; capitals lead.
_GROUP = r"(?:(?:UBTV)?QH\s\d{1,2}|[A-ZĐƯ](?:[\w&]|\.(?=[A-ZĐƯ]))*)"
# Between groups; a hyphen with space on both sides only before a group in capitals.
_GROUPS = rf"{_GROUP}(?:(?:\s?[-–/]|[-–/]\s+){_GROUP}|\s[-–]\s[A-ZĐƯ]{{2,}}(?![\w]))*"
_STATE = rf"\d{{1,6}}[a-zA-ZđĐ]?\s?/\s?(?:\d{{2}}(?:\d{{2}})?\s?/\s?)?{_GROUPS}"
_PARTY = rf"\d{{1,5}}[a-z]?\s?[-–]\s?[A-ZĐ][A-ZĐa-zđi]*(?:\s?[-–/]\s?{_GROUP})*"
_OPEN = rf"[.…_]*\s*/\s?(?:\d{{4}}\s?/\s?)?{_GROUPS}"
NUMBER = rf"(?-i:{_STATE}|{_PARTY})"
LABEL = r"(?:số hiệu|số)(?:\s*:)?\s*"

DATE_WORDS = (
    r"(?:ngày\s*(?P<day>\d{1,2}|[.…_]*)\s*(?:"
    r"(?P<mark>[-/.])\s?(?P<month>\d{1,2}|[.…_\s]*?)\s?(?P=mark)\s?(?P<year>\d{4})"
    r"|tháng\s*(?P<month_word>\d{1,2}|[.…_]*)\s*năm\s*(?P<year_word>\d{4}|[.…_]*))"
    r"|tháng\s*(?P<month_alone>\d{1,2})\s*(?:năm|/)\s*(?P<year_month>\d{4})"
    r"|năm\s*(?P<year_alone>\d{4}))(?!\d|\s*[-–]\s*\d|\s*đến)"
)
DATE = pattern(rf"\s*,?\s*(?:(?:ký|đề|ban hành|thông qua)\s+)?(?P<words>{DATE_WORDS})", re.I)

# How subjects open, whatever stands before.
_SUBJECT_WORDS = (
    "về việc|về|v/v|quy định|qui định|ban hành|phê duyệt|sửa đổi|công bố|thông qua|bãi bỏ|huỷ bỏ|"
    "hủy bỏ|thành lập|giao|triển khai|tăng cường|điều chỉnh|đề nghị|công nhận|cho ý kiến|cho phép|"
    "thông báo|kết luận|góp ý|báo cáo|trả lời|đẩy mạnh|đính chính|uỷ quyền|ủy quyền|bổ nhiệm|"
    "kiện toàn|phân công|phân cấp|phân bổ|chấp thuận|thay thế|bổ sung|nâng cao|giải thích|"
    "ngưng hiệu lực|kéo dài|gia hạn|tổng kết|sơ kết|tiếp tục|chấn chỉnh|cụ thể hóa|cụ thể hoá|"
    "áp dụng|đề xuất|mời|lấy ý kiến|xin ý kiến|tham gia ý kiến|tặng|bảo đảm|đảm bảo|thí điểm|"
    "tập trung|thu hồi|xác định|miễn nhiệm|điều động|luân chuyển|xác nhận|định hướng|một số|"
    "những|chi tiết|đổi tên|hợp nhất|sáp nhập|ghi nhận|rà soát|ứng phó|khắc phục|đôn đốc|yêu cầu|"
    "phòng, chống|hướng dẫn|quyết định|chủ trương|nhiệm vụ|danh mục"
)
# Words that are found in names of bodies as well: «Ban Tổ chức», «Hội đồng quản lý».
_IN_NAMES = (
    "thực hiện|thi hành|xử lý|chỉ đạo|cung cấp|phối hợp|gửi|khen thưởng|khai thác|chuyển|"
    "xếp|tuyển dụng|hỗ trợ|tổ chức|lập|xây dựng|đổi mới|sắp xếp|giới thiệu|đăng ký|kiểm tra|"
    "thanh tra|bầu|cử|đánh giá|quản lý|phát triển|thu|mua sắm|lựa chọn|đầu tư|chuẩn bị|quy chế"
)
_CAPITAL_WORDS = (
    "Về việc|Về|V/v|Quy định|Qui định|Ban hành|Phê duyệt|Sửa đổi|Hướng dẫn|Công bố|Thông qua|"
    "Bãi bỏ|Thành lập|Triển khai|Tăng cường|Điều chỉnh|Đề nghị|Công nhận|Đẩy mạnh|Đính chính|"
    "Bổ nhiệm|Kiện toàn|Phân công|Phân cấp|Chấp thuận|Thay thế|Quyết định|Kết luận|Báo cáo"
)
_NAME_BEFORE = "".join(
    rf"(?<!\b{word}\s)"
    for word in (
        "Ban", "ban", "Sở", "Bộ", "Vụ", "Cục", "đồng", "tâm", "phòng", "ty", "cơ quan", "dự án",
        "đạo", "Tổ", "và", "Viện", "vị", "khu", "Quỹ", "quỹ", "tác", "đầu tư", "đua", "các",
    )
) + r"(?:(?<!\bPhòng\s)|(?<=Hải Phòng\s))"  # fmt: skip
# What stands before is looked at where one of these words follows, not at every space.
_LATER = (
    rf"{any_of(_SUBJECT_WORDS, _CAPITAL_WORDS)}(?!\w)|(?={any_of(_IN_NAMES)}(?!\w)){_NAME_BEFORE}"
)
SUBJECT = pattern(rf"{any_of(_SUBJECT_WORDS, _IN_NAMES, _CAPITAL_WORDS)}(?!\w)|[“\"«‘]")
SUBJECT_AFTER = pattern(rf"\s+(?:{_LATER})|\s*,?\s*[“\"«‘]")
# A body that stands without «của» before it.
_ORGANS = (
    "Chính phủ|Quốc hội|Thủ tướng|Chủ tịch|Chủ nhiệm|Đoàn|Phó|Bộ|Bộ trưởng|Ủy ban|Uỷ ban|UBND|"
    "HĐND|Hội đồng|Sở|Ban|Cục|Tổng cục|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Tổng|Viện|Tòa án|Toà án|"
    "Ngân hàng|Kiểm toán|Thanh tra|Văn phòng|Thường trực|Giám đốc|Hiệu trưởng|Trung tâm|UBTVQH|"
    "BCH|BTV|Chánh|Công an|Chi cục|Trường|Đại học|Công ty|Tập đoàn|Hiệp hội|Liên đoàn|TTg|CP|"
    "NHNN|Phòng|Kho bạc|Bảo hiểm|Thống đốc|Tổng Bí thư"
)
ORGAN = pattern(rf"(?:Liên\s+)?{any_of(_ORGANS)}(?!\w)")
OF = pattern(r"\s*,?\s*của\s+(?=\S)", re.I)

# «(đã) được sửa đổi, bổ sung một số điều bởi …»
AMENDED = pattern(
    r"\s*,?\s*(?P<bracket>\()?(?:đã\s+)?được\s+(?:sửa đổi(?:\s*(?:,|và)\s*bổ sung)?|bổ sung)"
    r"(?P<partly>,?\s+một số (?:điều|nội dung)(?: và [^;,()]{0,40}?)?)?"
    r"\s*,?\s+(?:bởi|tại|theo|bằng)\s+(?:các\s+)?(?=[A-ZĐ])",
    re.I,
)
_BE_AMENDED = pattern(r"[ưƯ][ợỢ][cC]\s+[sSbB]")


def may_be_amended(text: str, start: int, stop: int) -> bool:
    """Tell whether words of an amendment stand here, at a fraction of what AMENDED costs."""
    return _BE_AMENDED.search(text, start, stop) is not None


_NOTE_OPENINGS = (
    "đã|được|sửa đổi|bổ sung|sau|trước|hết hiệu lực|còn hiệu lực|có hiệu lực|thay thế|hợp nhất|"
    "nay là|bản|văn bản|cũ|kèm|gọi tắt|viết tắt|khóa|khoá|lần"
)
NOTE = pattern(rf"\s*(?P<note>\((?:{_NOTE_OPENINGS})(?!\w)[^()]*\))\s*\Z", re.I)
# In running text what follows in brackets is a note only when it is about amendment or merger.
NOTE_AHEAD = pattern(
    r"\s*(?P<note>\((?:đã |được |)(?:sửa đổi|bổ sung|hợp nhất|sau hợp nhất|trước hợp nhất|"
    r"sau sáp nhập|trước sáp nhập|sau khi|trước khi|hết hiệu lực|cũ|nay là|khóa|khoá)"
    r"(?!\w)[^()\n]*\))",
    re.I,
)

# Where an issuing body or a subject ends in running text at the latest.
_AFTER_SUBJECT = (
    "thì|như sau|có hiệu lực|hết hiệu lực|nêu trên|kể từ|được|đã|còn|là|bị|sẽ|phải|không|nhằm|để|"
    "gồm|bao gồm|cụ thể"
)
STOP = pattern(
    rf"[;\n()“”\"«»‘’,]|\.(?=\s|$|/)|\s{any_of(_AFTER_SUBJECT)}(?!\w)"
    r"|:(?<!::)(?=\s|$)|\s(?<!:\s)\s*:(?=\s|$)"
)
_AFTER_ISSUER = (
    "theo|tại|nêu|có|cho|xem xét|như|trong|căn cứ|kèm|hiện|này|đó|trên|với|vẫn|chưa|từ|đến|khi|"
    "sau đây|do|vì|nên|thay|cùng|số"
)
ISSUER_STOP = pattern(
    rf"\s{any_of(_AFTER_ISSUER)}(?!\w)|\s+ngày\s*[\d/…._]|\s+năm\s+\d{{4}}"
    r"|[–-]\s|\s+[–-]\s"
)
# After a comma in small letters: a clause of its own, not more of the subject.
CLAUSE = pattern(
    r"\s*(?:đề nghị|căn cứ|theo|trong đó|thì|nay|xét|để|nhằm|đồng thời|cụ thể|như sau|có hiệu lực|"
    r"qua đó|do đó|vì vậy|yêu cầu|trên cơ sở|sau khi|thực hiện ý kiến|kính|xin|đến nay|tuy nhiên|"
    r"nhưng|mà|khi|nếu|được|đã|từ đó|hiện nay|gửi|thay mặt|bảo đảm đúng|kèm theo|tôi|chúng tôi)"
    r"(?!\w)"
)
AMENDING = pattern(
    r"(?:sửa đổi|bãi bỏ|thay thế|đính chính|quy định chi tiết|hướng dẫn|bổ sung)", re.I
)
SERIES = pattern(r"(?:\s*;\s*(?:và\s+)?|\s*,\s*(?:và\s+)?|\s+(?:và|hoặc)\s+)(?:các\s+)?\Z")
# Words before «Luật» that make it another thing than a law.
NOT_A_LAW = pattern(r"(?:học|khoa|ngành|ty|nhân|phòng|sĩ|viện|hội|môn|khoá|khóa)\s+\Z", re.I)
LAW_STOP = pattern(
    r"\s+(?:và các|thì|được|để|có|do|theo|đã|tại|là|cho phép|này|hiện hành|nêu|trên|đối với|khi|"
    r"nếu|phải|không|sẽ|quy định|số|ngày|năm|ban hành|hướng dẫn)(?!\w)|\s*[;:.,()\n“”\"«»]"
    r"|\s+(?:và|hoặc|của)\s+(?=(?:Luật|Bộ luật|Pháp lệnh|Nghị|Thông tư|Quyết định|Hiến pháp|pháp)"
    r"(?!\w))"
)


def next_start(text: str, position: int, stop: int) -> re.Match[str] | None:
    """Find where a citation may begin next: the ``type`` of a text, or a ``place`` inside one."""
    search = _start_pattern().search
    while (found := search(text, position, stop)) is not None:
        sure = _sure(found, stop)
        if sure is not None:
            return sure
        position = found.start() + 1
    return None


def start_at(text: str, start: int, stop: int) -> re.Match[str] | None:
    """Match what a citation may begin with, at a place."""
    found = _start_pattern().match(text, start, stop)
    return _sure(found, stop) if found is not None else None


def _sure(found: re.Match[str], stop: int) -> re.Match[str] | None:
    """Give a match whose first letter goes with the rest; the right one where it does not."""
    first, *others = found[0].split()
    if " ".join((first[0].lower() + first[1:], *others)) in _starts():
        return found
    return _exact_pattern().match(found.string, found.start(), stop)


# Most «mục», «điểm», «phần» of a text have no label after them.
_LABEL_AFTER = r"(?=\s+(?:thứ\s|[\dA-Z]|[a-zđ]{1,2}(?![^\W\d])|[ivx]+(?!\w)))"


@cache
def _start_pattern() -> re.Pattern[str]:
    """Match any first letter with the rest of any name: letters no name begins with are skipped."""
    names = _starts()
    first = "".join(sorted({case for name in names for case in (name[0], name[0].upper())}))
    second = "".join(sorted({name[1] for name in names}))
    types, places = (
        any_of(*(name[1:] for name in each), space=r"\s+") for each in (_type_names(), _places())
    )
    return compiled(
        rf"[{first}](?=[{second}])(?<![\w/].)"
        rf"(?:(?P<type>{types})(?!\w)|(?P<place>{places}){_LABEL_AFTER})"
    )


@cache
def _exact_pattern() -> re.Pattern[str]:
    types, places = (
        any_of(*each, space=r"\s+", either_case=True) for each in (_type_names(), _places())
    )
    return compiled(rf"(?<![\w/])(?:(?P<type>{types})(?!\w)|(?P<place>{places}){_LABEL_AFTER})")


@cache
def _starts() -> frozenset[str]:
    names = {*_type_names(), *_places()}
    return frozenset(f"{name[0].lower()}{name[1:]}" for name in names)


def _places() -> set[str]:
    return {*starting_words(), *(f"các {word}" for word in starting_words())}


def names_a_type(words: str) -> bool:
    """Tell whether the name of a type of text stands in these words."""
    position = 0
    while (found := next_start(words, position, len(words))) is not None:
        if found["type"] is not None:
            return True
        position = found.end()
    return False


def type_at(text: str, start: int, stop: int) -> re.Match[str] | None:
    """Match the name of a type at a place."""
    found = start_at(text, start, stop)
    return found if found is not None and found["type"] is not None else None


@cache
def number_after_type() -> re.Pattern[str]:
    """Match a number right after a type, ``số`` before it or not."""
    return compiled(rf"\s*(?P<label>{LABEL})?(?P<number>{NUMBER})", re.I)


#: The word before a number: what a number that is not whole must have.
LABEL_AHEAD = pattern(rf"\s*{LABEL}", re.I)
#: A number left for the pen, ``số /QĐ-UBND``, or one without symbol, ``số 12``.
PART_OF_NUMBER = pattern(
    rf"\s*(?P<open_label>{LABEL})(?P<open>(?-i:{_OPEN}))"
    rf"|\s+(?P<bare_label>{LABEL})(?P<bare>\d{{1,6}}[a-z]?)(?![\w/-])",
    re.I,
)


@cache
def number_further() -> re.Pattern[str]:
    """Match words between a type and its number: a body, or the name of a law."""
    return compiled(
        rf"(?P<between>\s+[^;:.,()\n\d“”\"]{{1,120}}?)\s+(?P<label>{LABEL})(?P<number>{NUMBER})",
        re.I,
    )


def _type_names() -> set[str]:
    return {name for kind in text_types().values() for name in kind.names}
