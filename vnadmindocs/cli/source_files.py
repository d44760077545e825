"""What the documents of a call are made of: files that no document may be written over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics import Diagnostic, Place, Related, Text
from vnadmindocs.diagnostics.catalogue import stamp
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.record.draft import Draft

_READS = Text(vi="dùng tệp này", en="reads this file")
_KEPT = 2  # files of a draft that is kept: the record, and a profile that others share


@dataclass(frozen=True, slots=True)
class _Reader:
    """Who reads a file, and where it names it; the record's own file is read by itself."""

    file: str
    place: Place
    source_line: str
    is_record: bool


class SourceFiles:
    """The files that the records of a call are made of, known before anything is written.

    A drawing that one record attaches may have the name of what another one is written to.
    """

    def __init__(self, template: Path | None) -> None:
        self._readers: dict[Path, _Reader] = {}
        self._template = template.resolve() if template is not None else None

    def drafts(self, files: Sequence[str], load: Callable[[str], Draft]) -> Iterator[Draft]:
        """Load all records, then give them one after the other, in their order.

        A draft with data or pictures of its own is not kept while others are made, but loaded
        again.
        """
        waiting: list[Draft | None] = []
        for file in files:
            draft = load(file)
            self._watch(file, draft)
            waiting.append(draft if len(files) == 1 or len(draft.files) <= _KEPT else None)
        for number, file in enumerate(files):
            kept, waiting[number] = waiting[number], None
            yield kept if kept is not None else load(file)

    def _watch(self, file: str, draft: Draft) -> None:
        for path, written in draft.files.items():
            place, line = _named_at(draft, written) if written else (Place(file), "")
            self._readers.setdefault(path, _Reader(file, place, line, not written))

    def refusal(self, file: str, targets: Sequence[Path]) -> Diagnostic | None:
        """Find a target that is one of these files: OUT004 for a record, OUT005 for any other."""
        for target in targets:
            resolved = target.resolve()
            reader = self._readers.get(resolved)
            own = resolved == Path(file).resolve()
            if reader is None and not own and resolved != self._template:
                continue
            facts = {
                "output": str(target),
                "suggestion": str(target.with_stem(f"{target.stem}-in")),
            }
            if own or (reader is not None and reader.is_record):
                return stamp("OUT004", Place(file), facts)
            if reader is None:
                return stamp("OUT005", Place(file), facts)
            if reader.file == file:
                line = reader.source_line
                return stamp("OUT005", reader.place, facts, source_line=line)
            also = (Related(reader.place, _READS),)
            return stamp("OUT005", Place(file), facts, related=also)
        return None


def _named_at(draft: Draft, written: str) -> tuple[Place, str]:
    """Give the place where a record names a file; the record alone where a profile names it."""
    source = draft.source
    path = _path_of(source.data, written) if source is not None else None
    if source is None or path is None:
        return Place(draft.file), ""
    place = source.positions.place(path)
    return place, source.positions.source_line(place.line)


def _path_of(value: object, written: str) -> tuple[str | int, ...] | None:
    """Find a text in the data of a record."""
    if isinstance(value, str):
        return () if value.strip() == written else None
    steps: Iterator[tuple[str | int, object]] = iter(())
    if isinstance(value, Mapping):
        steps = iter(value.items())
    elif isinstance(value, list):
        steps = iter(enumerate(value))
    for step, inner in steps:
        found = _path_of(inner, written)
        if found is not None:
            return (step, *found)
    return None
