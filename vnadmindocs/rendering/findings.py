"""All that is to be said of a draft, what keeps it out of its Word template included.

What refuses a document is asked before it is made; the rules that only advise run when somebody
reads the findings, which a batch that wants files never does.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from vnadmindocs.diagnostics import Diagnostic, Severity
from vnadmindocs.lint.runner import fatal_findings, findings
from vnadmindocs.record.document import Document
from vnadmindocs.record.draft import Draft
from vnadmindocs.record.template_file import TemplateFile


def template_of(record: Document | None) -> Path | None:
    """Find the template a record names, or else the profile of its lead body."""
    if record is None:
        return None
    issuers = record.agency if isinstance(record.agency, tuple) else ()
    named = (record.template, *(issuer.agency.template for issuer in issuers[:1]))
    return next((each.path for each in named if isinstance(each, TemplateFile)), None)


def all_findings(draft: Draft, template: Path | None) -> tuple[Diagnostic, ...]:
    """Give all findings of a draft, and those that keep it out of its template."""
    return (*findings(draft), *template_findings(draft, template))


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
