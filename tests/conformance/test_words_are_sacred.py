"""Every word of a body is printed, in its order, and no other: whatever clerks put together."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conformance.printing import HEAD
from tests.corpus.printed import paragraphs
from vnadmindocs import load, render
from vnadmindocs.record.writing import to_yaml

VOCABULARY = """
Ủy ban nhân dân xã, phường; hiện: «kế hoạch» (số 12/KH-UBND) 30.000 1/2 a) b. 3) II. V/v Điều
Khoản Mục Chương Phần 5% - – — + * ** [a] {b} <c> & | ; : , . … ./. 12:30 2026-01-05 NGUYỄN
(*) $1 # @ ! ? ~ ^ _ = %s {{x}} {%y%} v.v. etc. "trích" 'nháy' km² H’Mông a@b.vn -5 +3 I V X
1. 1.1 1.1.1 10. 100 đ. Lưu: Kính gửi: Nơi nhận: TM. KT. không null true no
"""
WORDS = st.sampled_from(VOCABULARY.split())
LINES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
# A text that is «không» alone is a state and no words.
BODIES = st.lists(LINES, max_size=10).map(lambda lines: ["Kính trình:", *lines])
_HEADS = {"Số ký hiệu", "Địa danh ngày tháng", "Tên loại văn bản", "Trích yếu"}
_OF_THE_TOOL = _HEADS | {"Cơ quan chủ quản", "Cơ quan ban hành", "Quốc hiệu", "Tiêu ngữ"}


def _words(text: str) -> str:
    """Give the letters of a text; marks of bold and italic and escapes are no words."""
    return re.sub(r"[\s*\\]", "", text)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(BODIES)
def test_the_words_of_a_body_are_the_words_on_paper(lines: list[str]) -> None:
    """This test shows that nothing is altered, lost, renumbered, put in capitals or merged."""
    body = "".join(f"  {line}\n" for line in lines)
    text = f"{HEAD}nội dung: |\n{body}nơi nhận: không\nlưu: không\n"
    data = render(text).data
    assert data is not None
    found = "".join(each.text for each in paragraphs(data) if each.style not in _OF_THE_TOOL)
    # A dash of any length at the head of a line counts as a hyphen.
    written = "".join(re.sub(r"^[–—](?= )", "-", line) for line in lines)
    assert _words(found) == _words(written)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(BODIES)
def test_a_record_written_back_gives_the_same_bytes(lines: list[str]) -> None:
    """This test shows that YAML, record and YAML again are one document, in both languages."""
    body = "".join(f"  {line}\n" for line in lines)
    text = f"{HEAD}nội dung: |\n{body}nơi nhận: |\n{body}"
    draft = load(text)
    assert draft.record is not None
    for language in ("vi", "en"):
        again = to_yaml(draft.record, language)
        assert load(again).record == draft.record
        assert render(again).data == render(text).data
