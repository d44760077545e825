"""Recipient lists of real offices: every line is understood, nothing false is found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from vnadmindocs.api import check, load
from vnadmindocs.notation.purposes import purpose_of
from vnadmindocs.notation.recipients import RecipientGroup, Recipients

LISTS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "recipient_lists.yaml").read_text(encoding="utf-8")
)
EACH = pytest.mark.parametrize("each", LISTS, ids=lambda each: each["from"])


def _record(each: dict[str, Any]) -> dict[str, Any]:
    record = {
        "type": each["type"],
        "agency": "SỞ NỘI VỤ",
        "issuing_authority": "GIÁM ĐỐC SỞ NỘI VỤ",
        "subject": "Về việc nghỉ lễ",
        "body": "Điều 1. Một.\nĐiều 2. Hai.\nĐiều 3. Ba./.",
        "recipients": each["recipients"],
    }
    if "addressees" in each:
        record["addressees"] = each["addressees"]
    return record


def _recipients(each: dict[str, Any]) -> Recipients:
    draft = load(_record(each))
    assert draft.gapped is not None
    assert isinstance(draft.gapped.recipients, Recipients)
    return draft.gapped.recipients


def test_there_are_lists_of_every_level() -> None:
    """This test shows that ministries, provinces, communes, schools and firms are among them."""
    names = [each["from"] for each in LISTS]
    assert len(names) == len(set(names)) >= 50


@EACH
def test_nothing_is_found_but_what_is_there(each: dict[str, Any]) -> None:
    """This test shows that a list in its office's own way raises no false alarm."""
    found = [finding.code for finding in check(_record(each)) if finding.code.startswith("REC")]
    assert found == each.get("found", [])


@EACH
def test_the_filing_line_is_known_and_the_last(each: dict[str, Any]) -> None:
    """This test shows that no second Lưu is added to a list that has one in any spelling."""
    recipients = _recipients(each)
    assert recipients.archive_line == recipients.every[-1]
    assert recipients.every[-1].archived_at


@EACH
def test_purposes_are_told_from_other_brackets(each: dict[str, Any]) -> None:
    """This test shows that «(2b)», «(BTC)», «(đ/c …)» and «(bnt)» are no purposes."""
    found = 0
    for item in _recipients(each).items:
        if isinstance(item, RecipientGroup):
            found += bool(purpose_of(item.purpose)) + sum(bool(one.purpose) for one in item.members)
        else:
            found += bool(item.purpose)
    assert found == each.get("purposes", 0)
