"""Reads a record: YAML to a mapping with English keys in which every scalar is clean text.

Input: the bytes or the text of a file. Output: a Source, in which whatever could be read is there
and whatever could not is a finding. Nothing is interpreted here: ``010``, ``12:30``, ``no`` and
``2026-01-05`` are texts, and so is all else until a model reads it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from vnadmindocs.diagnostics.model import Diagnostic, Place
from vnadmindocs.record.composer import compose
from vnadmindocs.record.mapping import Walk
from vnadmindocs.record.positions import Positions
from vnadmindocs.record.simple_record import read_simple
from vnadmindocs.record.source import SourceText, source_text
from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A record file as read.

    Attributes:
        file: its name, as findings show it.
        data: its values by English name, every scalar a clean text, in the order written; None
            when nothing could be read.
        positions: where each value stands.
        diagnostics: everything found wrong with the file as a file.
        spelling: the language in which most of its keys are written, ``vi`` or ``en``.
    """

    file: str
    data: dict[str, Any] | None
    positions: Positions
    diagnostics: tuple[Diagnostic, ...] = ()
    spelling: str = "vi"


def read(data: bytes | str, file: str, mapping: str = "document") -> Source:
    """Read a record, or another file of the same kind.

    Args:
        data: the content of the file.
        file: its name, for findings.
        mapping: the mapping it holds: ``document``, or ``agency`` for a profile.
    """
    text = source_text(data, file)
    positions = Positions(file, mapping, text.written, plain=text.plain)
    if text.readable is None:
        return Source(file, None, positions, text.faults)
    simple = None
    if text.plain and not text.faults:
        simple = read_simple(text.readable, mapping)
    if simple is not None:
        positions.put_later(partial(_positions, file, mapping, text))
        return Source(file, dict(simple.data), positions, (), simple.spelling)
    root, faults = compose(text.readable, positions)
    walk = Walk(positions)
    read_data = walk.root(root, mapping, silent=bool(faults))
    faults = [_anchored(fault, positions) for fault in faults]
    found = [*text.faults, *faults, *walk.faults]
    return Source(file, read_data, positions, _in_order(found), walk.spelling)


def _positions(file: str, mapping: str, text: SourceText) -> Positions:
    """Parse a text that was read without a parser: it has no faults, and every value a place."""
    positions = Positions(file, mapping, text.written, plain=text.plain)
    root, _ = compose(text.written, positions)
    Walk(positions).root(root, mapping, silent=False)
    return positions


def _anchored(fault: Diagnostic, positions: Positions) -> Diagnostic:
    """Name the value in which a fault of YAML stands, now that it could be read."""
    anchor = positions.anchor(positions.path_at(fault.place.line))
    return replace(fault, place=replace(fault.place, anchor=anchor))


def _in_order(faults: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    def place(fault: Diagnostic) -> Place:
        return fault.place

    return tuple(sorted(faults, key=place)) if len(faults) > 1 else tuple(faults)
