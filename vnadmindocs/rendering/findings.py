"""All that is to be said of a draft, what keeps it out of its Word template included."""

from __future__ import annotations

from pathlib import Path

from vnadmindocs.diagnostics import Diagnostic, Severity
from vnadmindocs.lint.runner import findings
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
    found = findings(draft)
    if template is None or draft.gapped is None:
        return found
    from vnadmindocs.layout.document import norms_of_record
    from vnadmindocs.writers.docx.template import lint_template

    # Warnings about the template belong to whoever keeps it, not to each letter.
    faults = lint_template(template, norms_of_record(draft.gapped))
    return (*found, *(each for each in faults if each.severity >= Severity.ERROR))
