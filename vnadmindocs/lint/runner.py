"""Runs the rules of sense over a Draft: every rule whose fields could be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from vnadmindocs.diagnostics import Diagnostic, Severity
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.rule import Condition, SenseRule
from vnadmindocs.lint.rules.sense import RULES
from vnadmindocs.record.document import Document
from vnadmindocs.record.draft import Draft
from vnadmindocs.record.placing import placed
from vnadmindocs.record.positions import FieldPath

if TYPE_CHECKING:
    from vnadmindocs.record.original import Original


def findings(draft: Draft) -> tuple[Diagnostic, ...]:
    """Give all findings of a draft: those of reading and those of the rules, in file order."""
    found = list(draft.diagnostics)
    if draft.gapped is not None:
        found.extend(placed(_faults(draft.gapped, draft, (), _EVERY), draft.source))
        found.extend(_of_original(draft.gapped))
    return tuple(sorted(found, key=lambda each: (each.place, each.code)))


def fatal_findings(draft: Draft) -> tuple[Diagnostic, ...]:
    """Give what the rules find that refuses a document, in no order; the other rules do not run."""
    if draft.gapped is None:
        return ()
    found = placed(_faults(draft.gapped, draft, (), _FATAL), draft.source)
    return (*found, *_of_original(draft.gapped))


def _of_original(record: Document) -> Iterator[Diagnostic]:
    """Yield what keeps the document from being printed that a copy has in a file of its own.

    The rest is for a check of that document itself: it is issued, and its copy changes nothing.
    """
    original = _original(record)
    if original is not None and original.draft is not None:
        fatal = fatal_findings(original.draft)
        yield from (each for each in fatal if each.severity is Severity.FATAL)


def _original(record: Document) -> Original | None:
    """Give what a copy copies; None for every other document."""
    if not record.is_copy:
        return None
    from vnadmindocs.record.original import original_of

    return original_of(record)


# The rules that name one condition, and the condition.
_Groups = tuple[tuple[Condition | None, list[SenseRule]], ...]


def _by_condition(rules: Iterable[SenseRule]) -> _Groups:
    found: dict[Condition | None, list[SenseRule]] = {}
    for rule in rules:
        found.setdefault(rule.where, []).append(rule)
    return tuple(found.items())


_EVERY = _by_condition(RULES)
_FATAL = _by_condition(each for each in RULES if each.fatal)


def _faults(record: Document, draft: Draft, path: FieldPath, groups: _Groups) -> Iterator[Fault]:
    for where, rules in groups:
        if where is not None and not where(record):
            continue
        for rule in rules:
            if not draft.unreadable or _readable(rule, draft, path):
                for fault in rule.check(record):
                    yield fault.under(*path)
    if isinstance(record.appendices, tuple):
        for index, appendix in enumerate(record.appendices):
            yield from _faults(appendix, draft, (*path, "appendices", index), groups)
    original = _original(record)
    if original is not None and original.record is not None and original.draft is None:
        yield from _faults(original.record, draft, (*path, "original"), groups)


def _readable(rule: SenseRule, draft: Draft, path: FieldPath) -> bool:
    lost = {part[: len(path) + 1] for part in draft.unreadable}
    return not any((*path, field) in lost for field in rule.needs)
