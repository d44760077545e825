"""What a record writes after the colon of a reference, or as the format of what it declares."""

from __future__ import annotations

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.notation.value_format import format_names

NO_FORMAT = "LST005"


def no_such_format(step: str) -> Fault:
    """Say that something is no format, and name those there are: LST005."""
    names = ", ".join(f"«{name}»" for name in format_names())
    return Fault(NO_FORMAT, facts={"found": step, "names": names})
