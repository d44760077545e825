"""The file of each row, known before anything is written: no two rows are one file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from vnadmindocs.batch.file_names import FileNames, same_name
from vnadmindocs.batch.row_findings import runs_of
from vnadmindocs.diagnostics import Diagnostic, Place
from vnadmindocs.diagnostics.catalogue import stamp
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.batch.batch import Batch

NO_WORDS = "LST016"
ONE_NAME = "LST017"


@dataclass(frozen=True, slots=True)
class NamedRows:
    """Where documents go.

    Attributes:
        targets: by the number of the row; rows that have no name of their own are not there.
        diagnostics: why they have none.
    """

    targets: Mapping[int, Path]
    diagnostics: tuple[Diagnostic, ...]


def named_rows(batch: Batch, names: FileNames) -> NamedRows:
    """Name the file of each row of a batch."""
    found: list[Diagnostic] = []
    named: dict[str, list[tuple[int, Path]]] = {}
    for each in batch.rows:
        number = each.row.number
        target = names.name(number, each.values)
        if isinstance(target, str):
            facts = {"where": batch.data.row_place(each.row), "name": target}
            found.append(stamp(NO_WORDS, Place(batch.data.file, number), facts))
        else:
            named.setdefault(same_name(target), []).append((number, target))
    targets: dict[int, Path] = {}
    for rows in named.values():
        if len(rows) == 1:
            targets.update(rows)
            continue
        numbers = sorted(number for number, _ in rows)
        facts = {"rows": runs_of(numbers), "output": str(rows[0][1])}
        found.append(stamp(ONE_NAME, Place(batch.data.file, numbers[0]), facts))
    return NamedRows(targets, tuple(found))
