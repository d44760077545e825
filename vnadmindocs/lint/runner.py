"""Runs the rules of sense over a Draft: every rule whose fields could be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnadmindocs.diagnostics import Diagnostic
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.rule import Condition, SenseRule
from vnadmindocs.lint.rules.sense import RULES
from vnadmindocs.record.document import Document
from vnadmindocs.record.draft import Draft
from vnadmindocs.record.placing import placed
from vnadmindocs.record.positions import FieldPath


def findings(draft: Draft) -> tuple[Diagnostic, ...]:
    """Give all findings of a draft: those of reading and those of the rules, in file order."""
    found = list(draft.diagnostics)
    if draft.gapped is not None:
        found.extend(placed(_faults(draft.gapped, draft, (), _EVERY), draft.source))
    return tuple(sorted(found, key=lambda each: (each.place, each.code)))


def fatal_findings(draft: Draft) -> tuple[Diagnostic, ...]:
    """Give what the rules find that refuses a document, in no order; the other rules do not run."""
    if draft.gapped is None:
        return ()
    return tuple(placed(_faults(draft.gapped, draft, (), _FATAL), draft.source))


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


def _readable(rule: SenseRule, draft: Draft, path: FieldPath) -> bool:
    lost = {part[: len(path) + 1] for part in draft.unreadable}
    return not any((*path, field) in lost for field in rule.needs)
