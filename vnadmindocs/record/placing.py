"""Faults of values get their places in the file.

A Fault (path, line and column inside one text) + the positions of the source -> a Diagnostic.
"""

from __future__ import annotations

from collections.abc import Iterable

from vnadmindocs.diagnostics import Diagnostic, Place
from vnadmindocs.diagnostics.catalogue import stamp
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.record.reader import Source


def placed(faults: Iterable[Fault], source: Source | None) -> list[Diagnostic]:
    """Make the diagnostics of these faults; ``source`` None means a record built in Python."""
    found = []
    for fault in faults:
        if source is None:
            anchor = "/" + "/".join(str(step) for step in fault.path)
            found.append(stamp(fault.code, Place(anchor=anchor), fault.facts))
            continue
        place = source.positions.place(fault.path, fault.line, fault.column, fault.length)
        line = source.positions.source_line(place.line)
        found.append(stamp(fault.code, place, fault.facts, source_line=line))
    return found
