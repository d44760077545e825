"""All that is to be said of a draft, what keeps it out of its Word template included.

What refuses a document is asked before it is made; the rules that only advise run when somebody
reads the findings, which a batch that wants files never does.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics import Diagnostic, Severity, Text
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.runner import fatal_findings, findings
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Document
from vnadmindocs.record.draft import Draft
from vnadmindocs.record.placing import placed
from vnadmindocs.record.template_file import TemplateFile

if TYPE_CHECKING:
    from vnadmindocs.layout.shape import Layout, NarrowColumn


_SHOWN = 4  # columns named in one sentence


def template_of(record: Document | None) -> Path | None:
    """Find the template a record names, or else the profile of its lead body.

    A copy looks like what it copies, whatever template the body that copies has.
    """
    if record is None:
        return None
    if record.is_copy:
        from vnadmindocs.record.original import copied_record

        return template_of(copied_record(record))
    issuers = record.agency if isinstance(record.agency, tuple) else ()
    named = (record.template, *(issuer.agency.template for issuer in issuers[:1]))
    return next((each.path for each in named if isinstance(each, TemplateFile)), None)


def all_findings(draft: Draft, template: Path | None) -> tuple[Diagnostic, ...]:
    """Give all findings of a draft, and those that keep it out of its template."""
    of_template = template_findings(draft, template)
    found = findings(draft)
    if not of_template and (of_tables := table_findings(draft, template)):
        found = tuple(sorted((*found, *of_tables), key=lambda each: (each.place, each.code)))
    return (*found, *of_template)


def table_findings(draft: Draft, template: Path | None) -> tuple[Diagnostic, ...]:
    """Give what layout finds out about tables; a draft without any is not laid out.

    A template must be one that can be used.
    """
    record = draft.gapped
    if record is None or not _has_tables(record):
        return ()
    from vnadmindocs.layout.document import lay_out, norms_of_record

    measures = None
    if template is not None:
        from vnadmindocs.writers.docx.template import open_office_template

        measures = open_office_template(template, norms_of_record(record)).measures
    return tuple(placed(narrow_faults(lay_out(record, template=measures)), draft.source))


def narrow_faults(layout: Layout) -> Iterator[Fault]:
    """Report the tables with columns too narrow for their words, each once."""
    tables: dict[tuple[str | int, ...], dict[int, NarrowColumn]] = {}
    for column in layout.narrow:  # a named table may be placed twice
        tables.setdefault(column.path, {}).setdefault(column.number, column)
    for path, found in tables.items():
        columns = list(found.values())
        shown = columns[:_SHOWN]
        more = len(columns) - len(shown)
        vi = [
            f"{_named(each, 'cột')} rộng {_mm(each.width_mm, math.floor)} mm, "
            f"cần {_mm(each.needed_mm, math.ceil)} mm"
            for each in shown
        ]
        en = [
            f"{_named(each, 'column')} has {_mm(each.width_mm, math.floor)} mm and "
            f"needs {_mm(each.needed_mm, math.ceil)} mm"
            for each in shown
        ]
        if more:
            vi.append(f"và {more} cột khác")
            en.append(f"and {more} more columns")
        facts = {"columns": Text("; ".join(vi), "; ".join(en))}
        yield Fault("TAB075", facts=facts, path=path, of_key=True)


def _named(column: NarrowColumn, word: str) -> str:
    return f"{word} «{column.name}»" if column.name else f"{word} {column.number}"


def _mm(length: float, to_whole: Callable[[float], int]) -> str:
    """Write a length in mm with one decimal, rounded up or down."""
    return f"{to_whole(length * 10) / 10:.1f}".replace(".", ",")


def _has_tables(record: Document) -> bool:
    body = record.body
    if record.tables or (isinstance(body, RecordBody) and body.tables):
        return True
    appendices = record.appendices
    return isinstance(appendices, tuple) and any(map(_has_tables, appendices))


def template_findings(draft: Draft, template: Path | None) -> tuple[Diagnostic, ...]:
    """Give what keeps a draft out of its template."""
    if template is None or draft.gapped is None:
        return ()
    from vnadmindocs.layout.document import norms_of_record
    from vnadmindocs.writers.docx.template import lint_template

    # Warnings about the template belong to whoever keeps it, not to each letter.
    faults = lint_template(template, norms_of_record(draft.gapped))
    return tuple(each for each in faults if each.severity >= Severity.ERROR)


def refusals(draft: Draft) -> list[Diagnostic]:
    """Give the fatal findings of reading and of the rules, in no order."""
    read = (each for each in draft.diagnostics if each.severity is Severity.FATAL)
    return [*read, *fatal_findings(draft)]


class LateFindings:
    """All findings of a document, made when they are first read.

    A draft is a value, so they are the same however late that is. Whoever reads them from two
    threads at once may make them twice. Pickled or copied, they are made and become a tuple.
    """

    __slots__ = ("_draft", "_made", "_others")

    def __init__(self, draft: Draft, others: Iterable[Diagnostic]) -> None:
        """Keep what they are made of.

        Args:
            draft: what was rendered.
            others: what was found on its way to a file.
        """
        self._draft: Draft | None = draft
        self._others = tuple(others)
        self._made: tuple[Diagnostic, ...] = ()

    @property
    def every(self) -> tuple[Diagnostic, ...]:
        """Every finding, in file order."""
        draft = self._draft
        if draft is not None:
            found = (*findings(draft), *self._others)
            self._made = tuple(sorted(found, key=lambda each: (each.place, each.code)))
            self._draft = None  # which is larger than all that is said of it
        return self._made

    def __eq__(self, other: object) -> bool:
        return self.every == other.every if isinstance(other, LateFindings) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.every)

    def __repr__(self) -> str:
        return repr(self.every)

    def __reduce__(self) -> tuple[type[tuple[Diagnostic, ...]], tuple[tuple[Diagnostic, ...]]]:
        return tuple, (self.every,)
