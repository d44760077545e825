"""The report for people.

thu.yaml:14:5: lỗi SIG002: «KT. GIÁM ĐỐC» nhưng người ký ghi chức vụ «Giám đốc»
   14 |   KT. GIÁM ĐỐC
      |   ^^^^^^^^^^^^
   = gợi ý: dòng thứ hai là chức vụ của cấp phó, ví dụ «PHÓ GIÁM ĐỐC»
   = căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7, điểm b
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from vnadmindocs.diagnostics.model import Diagnostic, Place
from vnadmindocs.diagnostics.reports import words
from vnadmindocs.diagnostics.reports.excerpt import excerpt
from vnadmindocs.diagnostics.reports.field_name import field_name
from vnadmindocs.diagnostics.reports.outcome import Outcome
from vnadmindocs.diagnostics.reports.summary import summary
from vnadmindocs.locator import locator_in_words

_GUTTER = 5
_NOTE = "   = "
_HANGING = "\n     "  # the second line of a sentence starts under the first

Role = Literal[
    "place", "fatal", "error", "warning", "hint", "message", "gutter", "source", "caret", "label",
    "note", "outcome", "summary",
]  # fmt: skip


class Segment(NamedTuple):
    """A stretch of the report and the role it plays, so that a terminal can colour it."""

    text: str
    role: Role


def print_report(
    diagnostics: Sequence[Diagnostic], language: str, outcomes: Sequence[Outcome]
) -> str:
    """Print findings, outcomes and the closing line."""
    return "".join(segment.text for segment in segments(diagnostics, language, outcomes))


def segments(
    diagnostics: Sequence[Diagnostic], language: str, outcomes: Sequence[Outcome]
) -> Iterator[Segment]:
    """Give the report piece by piece; joined they are the whole text."""
    for finding in diagnostics:
        yield from _finding(finding, language)
        yield Segment("\n", "message")
    for outcome in outcomes:
        yield from _outcome(outcome, language)
    yield Segment(summary(diagnostics, language, outcomes) + "\n", "summary")


def place_in_words(place: Place) -> str:
    """Print a place as ``file:line:column``, as far as it is known, then its anchor."""
    numbers = [str(number) for number in (place.line, place.column) if number]
    where = ":".join([place.file, *numbers] if place.file else numbers)
    if not place.line and place.anchor:
        where = f"{where}: {place.anchor}" if where else place.anchor
    return where


def _finding(finding: Diagnostic, language: str) -> Iterator[Segment]:
    where = place_in_words(finding.place)
    if where:
        yield Segment(f"{where}: ", "place")
    severity: Role = _ROLES[finding.severity.name]
    word = words.SEVERITIES[finding.severity].in_language(language)
    yield Segment(f"{word} {finding.code}", severity)
    message = finding.message.in_language(language).replace("\n", _HANGING)
    yield Segment(f": {message}\n", "message")
    yield from _source(finding)
    if finding.hint:
        yield from _note(words.HINT.in_language(language), finding.hint.in_language(language))
    if finding.locator:
        clause = locator_in_words(finding.locator, language)
        yield from _note(words.LOCATOR.in_language(language), clause)
    for related in finding.related:
        where = place_in_words(related.place)
        sentence = related.message.in_language(language)
        yield from _note(
            words.RELATED.in_language(language), f"{where}: {sentence}" if where else sentence
        )


def _source(finding: Diagnostic) -> Iterator[Segment]:
    place = finding.place
    if not place.line or not finding.source_line.strip():
        return
    shown = excerpt(finding.source_line, place.column, place.end_column)
    yield Segment(f"{place.line:>{_GUTTER}} | ", "gutter")
    yield Segment(f"{shown.line}\n", "source")
    if shown.carets:
        yield Segment(f"{'':>{_GUTTER}} | ", "gutter")
        yield Segment(f"{shown.carets}\n", "caret")


def _note(label: str, sentence: str) -> Iterator[Segment]:
    yield Segment(f"{_NOTE}{label}: ", "label")
    yield Segment(sentence.replace("\n", _HANGING) + "\n", "note")


def _outcome(outcome: Outcome, language: str) -> Iterator[Segment]:
    if outcome.refused:
        yield Segment(f"{outcome.file}: ", "place")
        yield Segment(f"{words.REFUSED.in_language(language)}\n", "outcome")
    for label, names in (
        (words.WRITTEN, _written(outcome, language)),
        (words.DEFAULTS, [field_name(path, language) for path in outcome.defaults]),
        (words.LEFT_OUT, [field_name(path, language) for path in outcome.left_out]),
    ):
        if names:
            yield Segment(f"{outcome.file}: ", "place")
            yield Segment(f"{label.in_language(language)}: {', '.join(names)}\n", "outcome")


def _written(outcome: Outcome, language: str) -> list[str]:
    """Name the files of a document, with face and standard.

    They stand after the last file when all claim the same; else each file has its own standard,
    and the first one the face too.
    """
    claims = {claim for _, claim in outcome.written}
    if outcome.output == "-":
        pipe = words.STANDARD_OUTPUT.in_language(language)
        return [_about(pipe, outcome.face, outcome.conformance)]
    if len(claims) == 1:
        *names, last = (name for name, _ in outcome.written)
        return [*names, _about(last, outcome.face, *claims)]
    none = words.NO_CLAIM.in_language(language)
    faces = (outcome.face, *("" for _ in outcome.others))
    return [
        _about(name, face, claim or none)
        for (name, claim), face in zip(outcome.written, faces, strict=False)
    ]


def _about(name: str, *known: str) -> str:
    about = ", ".join(each for each in known if each)
    return f"{name} ({about})" if about else name


_ROLES: dict[str, Role] = {
    "FATAL": "fatal",
    "ERROR": "error",
    "WARNING": "warning",
    "HINT": "hint",
}
