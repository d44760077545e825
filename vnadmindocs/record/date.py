"""The date of the document: in full, or in part with gaps."""

from __future__ import annotations

import datetime
from typing import Annotated

from vnadmindocs.notation.date import PartialDate, parse_date
from vnadmindocs.record.fields import Reads, State, TextInput, line_of


def read_date(value: object) -> PartialDate | State:
    """Read a date in any form record-format names.

    Raises:
        UnreadableError: DAT codes, an impossible or incomplete date.
    """
    if isinstance(value, PartialDate):
        # A date of which no part is known prints the gaps that an empty field prints.
        return State.GAP if value == PartialDate() else value
    if isinstance(value, datetime.date):
        return PartialDate(value.day, value.month, value.year)
    return parse_date(line_of(value))


DateField = Annotated[
    PartialDate | State | None,
    Reads(read_date, TextInput),
]
