"""Records with something wrong in them, made from the examples by a few changes each."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from vnadmindocs.record.reader import read

EXAMPLES = Path(__file__).parents[2] / "examples"
GOOD = Path(__file__).parents[1] / "records" / "good"
_ODD: tuple[Any, ...] = (
    "", " ", "không", [], {}, ["a", "b"], {"a": "b"}, [[]], [{}], None, True, 0, -1, 3.5, "|", "<",
    "^", "a | b", "- a\n- b", "Điều 1. a", "KT. GIÁM ĐỐC\n\nAn\nBình", "31/4/2025", "x.yaml",
    "như trên", "{bảng: x}", "[^1]", "**", "\\", "\n\n", "ký", "I. A", "…", float("nan"),
    {"table": {}}, [{"table": {"columns": "a"}}], [{"image": {"file": "x.png"}}],
    {"bảng": {"hàng": "a"}}, ["a", {"bảng": "x"}],
)  # fmt: skip


@cache
def sources() -> tuple[dict[str, Any], ...]:
    """Give the examples and the small records as mappings with English keys."""
    found = []
    for path in (*sorted(EXAMPLES.glob("*.yaml")), *sorted(GOOD.glob("*.yaml"))):
        data = read(path.read_bytes(), path.name).data
        assert data is not None
        found.append(data)
    return tuple(found)


@st.composite
def mutated_records(draw: st.DrawFn) -> dict[str, Any]:
    """Give an example with one to four changes: dropped, renamed, swapped, replaced parts."""
    record: dict[str, Any] = copy.deepcopy(draw(st.sampled_from(sources())))
    for _ in range(draw(st.integers(1, 4))):
        _change(draw, record)
    return record


def _change(draw: st.DrawFn, record: dict[str, Any]) -> None:
    home = draw(st.sampled_from(list(_homes(record))))
    keys = list(home) if isinstance(home, dict) else list(range(len(home)))
    if not keys:
        return
    key = draw(st.sampled_from(keys))
    other = draw(st.sampled_from(keys))
    how = draw(st.sampled_from(("drop", "rename", "swap", "odd", "borrow", "twice")))
    if how == "drop":
        del home[key]
    elif how == "swap":
        home[key], home[other] = home[other], home[key]
    elif how == "odd":
        home[key] = copy.deepcopy(draw(st.sampled_from(_ODD)))
    elif how == "borrow":
        lender = draw(st.sampled_from(sources()))
        home[key] = copy.deepcopy(draw(st.sampled_from(list(lender.values()))))
    elif isinstance(home, dict):
        home[f"{key}a" if how == "rename" else str(key).upper()] = home[key]
    else:
        home.append(copy.deepcopy(home[key]))


def _homes(value: Any) -> list[Any]:
    homes = [value] if isinstance(value, dict | list) else []
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        homes.extend(_homes(each))
    return homes
