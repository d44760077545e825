"""Faults of values get their places in the file.

A Fault (path, line and column inside one text) + the positions of the source -> a Diagnostic.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from vnadmindocs.diagnostics import Diagnostic, Place
from vnadmindocs.diagnostics.catalogue import stamp
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.record.positions import anchor
from vnadmindocs.record.reader import Source


def placed(faults: Iterable[Fault], source: Source | None) -> list[Diagnostic]:
    """Make the diagnostics of these faults; ``source`` None means a record built in Python."""
    found = []
    for fault in faults:
        if source is None:
            found.append(stamp(fault.code, Place(anchor=anchor(fault.path)), fault.facts))
            continue
        place = _place(_as_written(fault, source), source)
        line = source.positions.source_line(place.line)
        found.append(stamp(fault.code, place, fault.facts, source_line=line))
    return found


def _place(fault: Fault, source: Source) -> Place:
    if fault.of_key:
        return source.positions.key_place(fault.path)
    if fault.line or fault.column or fault.length:
        return source.positions.place(fault.path, fault.line, fault.column, fault.length)
    return source.positions.place(fault.path)


def _as_written(fault: Fault, source: Source) -> Fault:
    """Bring a path to what the file holds.

    A list of one item may be written without the list, a value of many fields as one text, a text
    of many lines as a list of lines: an index or a name that the file has not is left out, a line
    of a list becomes its item.
    """
    value: object = source.data
    path: list[str | int] = []
    for step in fault.path:
        if isinstance(step, str):
            if isinstance(value, str):
                continue
            value = value.get(step) if isinstance(value, Mapping) else None
        elif isinstance(value, list):
            value = value[step] if step < len(value) else None
        elif value is not None:
            continue
        path.append(step)
    line = fault.line
    if isinstance(value, list) and not fault.of_key:
        for index, item in enumerate(value):
            count = item.count("\n") + 1 if isinstance(item, str) else 1
            if line < count:
                if isinstance(item, str):
                    path.append(index)
                break
            line -= count
    return replace(fault, path=tuple(path), line=line)
