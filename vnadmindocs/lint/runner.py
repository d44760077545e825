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
        found.extend(placed(_faults(draft.gapped, draft, ()), draft.source))
    return tuple(sorted(found, key=lambda each: (each.place, each.code)))


def _by_condition(
    rules: Iterable[SenseRule],
) -> tuple[tuple[Condition | None, list[SenseRule]], ...]:
    found: dict[Condition | None, list[SenseRule]] = {}
    for rule in rules:
        found.setdefault(rule.where, []).append(rule)
    return tuple(found.items())


_GROUPS = _by_condition(RULES)


def _faults(record: Document, draft: Draft, path: FieldPath) -> Iterator[Fault]:
    for where, rules in _GROUPS:
        if where is not None and not where(record):
            continue
        for rule in rules:
            if not draft.unreadable or _readable(rule, draft, path):
                for fault in rule.check(record):
                    yield fault.under(*path)
    if isinstance(record.appendices, tuple):
        for index, appendix in enumerate(record.appendices):
            yield from _faults(appendix, draft, (*path, "appendices", index))


def _readable(rule: SenseRule, draft: Draft, path: FieldPath) -> bool:
    lost = {part[: len(path) + 1] for part in draft.unreadable}
    return not any((*path, field) in lost for field in rule.needs)
