"""Every number and every phrase of the law is read by the code, or waits for a named issue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

import pytest

from tests.meta.tree import PACKAGE, modules
from vnadmindocs.law.forms import forms
from vnadmindocs.law.norms import norms
from vnadmindocs.law.wording import wordings
from vnadmindocs.layout.styles import ROLES
from vnadmindocs.record.contract import Party

# What nothing reads yet, by the work that will. A name ends before ``.`` or is the whole key.
WAITING_NORMS = {
    "header.left": "checking documents made elsewhere: the diagram's share, compared with",
    "scan.scale": "a scan does not say at which scale it was made",
    "seal.sheets": "a seal across the sheets of a paper document is put there by hand",
}
WAITING_WORDS = {
    "contact.pattern": "issue 5, marks: the contact line from the fields of a profile",
    "circulation": "issue 5, marks",
    "article.mark": "checking documents made elsewhere: labels are printed as typed",
    "clause.mark": "checking documents made elsewhere: labels are printed as typed",
    "point.mark": "checking documents made elsewhere: labels are printed as typed",
}
_MARKS = ("secrecy", "urgency")
_SIDES = ("before", "after")


@cache
def _named() -> frozenset[str]:
    """Give every text between quotes in the code and in the data of document types.

    The lines of a form are printed in the words of their name, the particulars of a party too.
    """
    code = "\n".join(path.read_text(encoding="utf-8") for path in modules(PACKAGE))
    files = ("document_types.toml", "copy_forms.toml")
    types = "".join((PACKAGE / "law/data" / name).read_text(encoding="utf-8") for name in files)
    lines = {f"{line.form}.{line.name}" for lines in forms().values() for line in lines}
    lines |= {f"contract.{name}" for name in Party.model_fields}
    quoted = re.findall(r"[\"']([a-z_0-9]+(?:\.[a-z_0-9]+)*)[\"']", code + types)
    return frozenset(quoted) | lines


def _is_read(key: str) -> bool:
    """Tell whether the code names a key, whole or in the two ways it makes keys of parts.

    Styles read ``<role>.before`` and ``<role>.after``; marks ``urgency.<which>`` and its sides.
    """
    front, _, end = key.rpartition(".")
    if end in _SIDES and front in ROLES:
        return True
    first, *rest = key.split(".")
    if first in _MARKS and rest and rest != ["size"]:
        return rest[0] in _named()
    return key in _named()


def _waits(key: str, waiting: Mapping[str, str]) -> bool:
    return any(key == name or key.startswith(f"{name}.") for name in waiting)


@pytest.mark.parametrize(
    ("keys", "waiting"), [(norms(), WAITING_NORMS), (wordings(), WAITING_WORDS)],
    ids=["norms", "words"],
)  # fmt: skip
def test_what_the_law_says_is_read_or_waits(
    keys: Iterable[str], waiting: Mapping[str, str]
) -> None:
    """No number of the decree is repeated in Python beside a norm nobody reads."""
    assert [key for key in keys if not _is_read(key) and not _waits(key, waiting)] == []
    assert [key for key in keys if _is_read(key) and _waits(key, waiting)] == []


@pytest.mark.parametrize(
    ("keys", "waiting"), [(norms(), WAITING_NORMS), (wordings(), WAITING_WORDS)],
    ids=["norms", "words"],
)  # fmt: skip
def test_nothing_is_waited_for_that_is_not_there(
    keys: Iterable[str], waiting: Mapping[str, str]
) -> None:
    """A name that left the data leaves the list."""
    assert [name for name in waiting if not any(_waits(key, {name: ""}) for key in keys)] == []
