"""Faults of the marks of urgency and secrecy and of the circulation note in the good record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Record = dict[str, Any]


def _with(**fields: Any) -> Callable[[Record], None]:
    return lambda record: record.update(fields)


#: Code -> what puts the fault in, and where it is found.
MARKS_MUTANTS: dict[str, tuple[Callable[[Record], None], str]] = {
    "MRK001": (_with(due="16:30 10/3/2026"), "/hẹn giờ"),
    "MRK002": (_with(date="12/3/2026", urgency="hỏa tốc", due="16:30 10/3/2026"), "/hẹn giờ"),
    "MRK003": (_with(urgency="hỏa tốc", due="16:30"), "/hẹn giờ"),
    "MRK004": (_with(circulation="MẬT"), "/phạm vi lưu hành"),
}
