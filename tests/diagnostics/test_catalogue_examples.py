"""The records shown on the pages of the catalogue say what their page says, and no more."""

from __future__ import annotations

from collections import Counter

import pytest

from vnadmindocs.api import check
from vnadmindocs.diagnostics import Severity
from vnadmindocs.diagnostics.catalogue import Entry, families, family

ENTRIES = {code: found for name in families() for code, found in family(name).items()}
SHOWN = sorted(code for code, found in ENTRIES.items() if found.wrong.strip())
EACH = pytest.mark.parametrize("code", SHOWN)
# Codes whose fault cannot be shown as one record, by family or by code, and why.
WITHOUT = {
    "OUT": "about files on the command line",
    "TPL": "about an office's Word template",
    "IMG": "about a picture file",
    **{
        f"APP{number:03}": "the PDF it names is another file"
        for number in (2, 3, *range(10, 31), 43)
    },
    **{f"CPY0{last}": "what it copies is another file" for last in (10, 11, 12, 18, 19)},
    **{f"CPY0{last}": "about the making of the file" for last in (20, 21, 22, 23)},
    "ISS010": "stands in an agency profile, another file",
    "ISS011": "stands in an agency profile, another file",
    "ISS012": "stands in an agency profile, another file",
    **{f"CIT0{last}": "is about a register, another file" for last in (27, *range(30, 35))},
    **{f"LST{number:03}": "about a list, another file" for number in (3, 4, *range(7, 18), 20)},
    "SCH010": "the other place of SCH003, never a finding of its own",
    "SCH027": "about a mapping given from Python",
    "FNT002": "about a data file",
    "FNT003": "about --force",
    **{f"FNT{number:03}": "about the faces of the machine" for number in range(10, 20)},
    "TAB020": "about a data file",
    "TAB021": "about a data file",
    "TAB022": "about a data file",
    "TAB023": "about a data file",
    "TAB026": "names a data file",
    "TAB027": "about a data file",
    **{f"TAB{number:03}": "about a data file" for number in (*range(30, 45), 56, 57, 61)},
    **{f"TAB{number:03}": "about rows from Python" for number in (58, 59, 60)},
    "YML": "about the file as bytes, or shown by the fault records",
    "SCH": "about shapes, shown by the fault records",
}


def found(record: str) -> Counter[str]:
    """Count the codes found in a record."""
    return Counter(each.code for each in check(record.lstrip("\n").encode()))


def whole(record: str) -> bool:
    """Tell a whole record from the few lines that show a fault of YAML or of keys."""
    return "nội dung" in record and "cơ quan" in record


@EACH
def test_the_wrong_record_gives_its_code(code: str) -> None:
    """This test shows that the page's fault is found where the page says."""
    entry: Entry = ENTRIES[code]
    assert code in found(entry.wrong)
    if whole(entry.wrong):
        others = {
            each.code
            for each in check(entry.wrong.lstrip("\n").encode())
            if each.severity >= Severity.WARNING
        }
        assert others <= {code}


@EACH
def test_the_right_record_gives_none_of_it(code: str) -> None:
    """This test shows that the mended record is mended; a whole one has no findings at all."""
    entry = ENTRIES[code]
    assert code not in found(entry.right)
    if whole(entry.right):
        assert found(entry.right) == Counter()


def test_every_page_without_a_record_says_why() -> None:
    """This test shows that a missing example is a decision."""
    silent = sorted(set(ENTRIES) - set(SHOWN))
    assert [code for code in silent if code not in WITHOUT and code[:3] not in WITHOUT] == []
