"""The report for programs."""

import json

from tests.diagnostics.findings import ALL, SIGNATURE, TWICE
from vnadmindocs.diagnostics.reports import Outcome, report


def test_a_finding_is_given_whole_in_both_languages() -> None:
    """Every key is always there; what is unknown is null."""
    outcome = Outcome("thu.yaml", "thu.docx", defaults=("ngôn ngữ",), left_out=("chữ ký",))
    assert json.loads(report([SIGNATURE], "json", "vi", [outcome])) == {
        "version": 1,
        "summary": {"fatal": 0, "error": 1, "warning": 0, "hint": 0, "files": 1},
        "findings": [
            {
                "code": "SIG002",
                "severity": "error",
                "file": "thu.yaml",
                "line": 14,
                "column": 5,
                "end_column": 17,
                "anchor": "/ký",
                "message": {
                    "vi": "«KT. GIÁM ĐỐC» nhưng người ký ghi chức vụ «Giám đốc»",
                    "en": "«KT. GIÁM ĐỐC», but the signer's office is «Giám đốc»",
                },
                "hint": {
                    "vi": "dòng thứ hai là chức vụ của cấp phó, ví dụ «PHÓ GIÁM ĐỐC»",
                    "en": "the second line is the deputy's office, such as «PHÓ GIÁM ĐỐC»",
                },
                "locator": {
                    "short": "PL1·P1·II.7.b",
                    "vi": "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7, điểm b",
                    "en": "Decree 30/2020/NĐ-CP, Annex I, Part I, Section II, clause 7, point b",
                },
                "related": [],
            }
        ],
        "files": [
            {
                "file": "thu.yaml",
                "output": "thu.docx",
                "others": [],
                "written": [{"output": "thu.docx", "conformance": None}],
                "face": None,
                "conformance": None,
                "defaults": ["ngôn ngữ"],
                "left_out": ["chữ ký"],
                "places": [],
                "refused": False,
            }
        ],
    }


def test_what_is_not_known_is_null() -> None:
    """A program need not test for a key."""
    (finding,) = json.loads(report([TWICE], "json"))["findings"]
    assert (finding["hint"], finding["locator"], finding["anchor"]) == (None, None, None)
    assert finding["related"] == [
        {
            "file": "thu.yaml",
            "line": 3,
            "column": 1,
            "end_column": 3,
            "anchor": None,
            "message": {"vi": "lần đầu ở đây", "en": "first here"},
        }
    ]


def test_vietnamese_is_not_escaped() -> None:
    """The report can be read and searched as it is."""
    assert "«KT. GIÁM ĐỐC»" in report(ALL, "json")


def test_the_language_asked_for_changes_nothing() -> None:
    """Both are always in."""
    assert report(ALL, "json", "vi") == report(ALL, "json", "en")
