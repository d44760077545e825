"""The lines of a form of its own, worded from its fields: a giấy mời, a biên bản (PL3·1.7 to 1.10).

What was written is printed in its words after the label of the form; a field left empty is dots
for the pen, one that is absent or «không» is no line at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vnadmindocs.language.text import capitalized, uncapitalized
from vnadmindocs.law.forms import FormLine
from vnadmindocs.law.wording import wording
from vnadmindocs.layout.issuer_names import issuer_names
from vnadmindocs.layout.part_context import PartContext
from vnadmindocs.layout.shape import Paragraph, Run
from vnadmindocs.notation.date import PartialDate, print_date
from vnadmindocs.notation.moment import Moment
from vnadmindocs.notation.person import read_person
from vnadmindocs.pattern import pattern
from vnadmindocs.record.addressees import Addressees
from vnadmindocs.record.contract import Contract, Party
from vnadmindocs.record.fields import State
from vnadmindocs.record.form_document import FormDocument
from vnadmindocs.record.minutes import Minutes
from vnadmindocs.record.named_lists import expanded_addressees

# «1. Ông A», «a) …»: an item with a mark of its own needs no dash.
_OWN_MARK = pattern(r"(?:\d+[.)/]|[a-zđ]\)|[+*])\s", re.IGNORECASE)
_DATES = ("applied", "first_day", "last_day", "validity", "date")
_DOTS = Run("………", leader=True)


def form_paragraphs(
    context: PartContext, record: FormDocument, *, after: bool, last: bool
) -> list[Paragraph]:
    """Give the lines before the body, or those after it.

    Args:
        context: the part.
        record: its record.
        after: which of them.
        last: whether nothing follows them, so that they close with ``./.``.
    """
    done: list[Paragraph] = []
    for line in record.lines:
        if line.after is after:
            done += _line(context, record, line)
    if last and done:
        done[-1] = _closed(done[-1])
    return done


def _line(context: PartContext, record: FormDocument, line: FormLine) -> list[Paragraph]:
    value = getattr(record, line.of, None)
    if value is State.OMITTED:
        return []
    if line.kind == "words":
        if value is None and line.of in record.own_fields:
            context.used_default(line.of)
        words = (
            value
            if isinstance(value, str)
            else _filled(context, record, line, _words(record, line))
        )
        return [_looking(line, row) for row in words.split("\n")]
    if value is None:
        return []
    if line.kind == "parties":
        return list(_parties(value))
    if line.kind == "list":
        return _listed(context, record, line, value)
    if line.kind == "label":
        return _labelled(line, value)
    if isinstance(value, str | Moment):
        written = _printed(value)
        # «Cuộc họp kết thúc vào hồi …» has the words before the field in it.
        before = line.words.rpartition("{")[0].rpartition("}")[2].strip()
        if before and before.lower() in written.lower():
            return [_looking(line, written)]
    return [_looking(line, _filled(context, record, line, line.words))]


def _words(record: FormDocument, line: FormLine) -> str:
    if isinstance(record, Contract) and line.name == "opening" and record.signing_place is None:
        return wording("contract.opening_without_place")
    return line.words


def _looking(line: FormLine, words: str, *runs: Run) -> Paragraph:
    """Make a paragraph in the look of a line; one that ends in a colon stays with what follows."""
    bold = True if line.role == "salutation" else None
    return Paragraph(
        "centered" if line.role == "centered" else "paragraph",
        ((Run(words, bold), *runs),),
        first_indent_mm=0.0 if line.role == "continued" else None,
        keep_next=True if words.endswith(":") and not runs else None,
    )


def _labelled(line: FormLine, value: object) -> list[Paragraph]:
    label = line.words.partition("{")[0]
    if value is State.GAP:
        return [_looking(line, label, _DOTS)]
    rows = _printed(value).split("\n")
    if label.strip() and rows[0].lower().startswith(label.strip().lower()):
        label = ""  # typed along from the printed page
    if line.name == "person":
        return [_looking(line, _named(label, row)) for row in rows]
    return [_looking(line, label + rows[0]), *(_looking(line, row) for row in rows[1:])]


def _named(label: str, words: str) -> str:
    """Put ``Ông (bà)`` before a name that does not open with either."""
    mark = _OWN_MARK.match(words)
    return words if read_person(words[mark.end() :] if mark else words).honorific else label + words


def _listed(
    context: PartContext, record: FormDocument, line: FormLine, value: object
) -> list[Paragraph]:
    label = _filled(context, record, line, line.words.replace(f"{{{line.name}}}", "\0"))
    label = label.partition("\0")[0]
    if not isinstance(value, Addressees):
        return [_looking(line, label, _DOTS)]
    items = [words for words, _ in expanded_addressees(value, context.issuers)]
    if len(items) == 1:
        return [_looking(line, label + items[0])]
    return [
        _looking(line, label.rstrip()),
        *(Paragraph("dash", ((Run(row),),)) for row in _rows(items)),
    ]


def _rows(items: Sequence[str]) -> Iterator[str]:
    """Yield the items of a list with its dashes and marks; a head of a group keeps its colon."""
    mark, last_mark = wording("addressee.mark"), wording("addressee.last_mark")
    for index, words in enumerate(items):
        dash = "" if _OWN_MARK.match(words) else f"{wording('list.dash')} "
        end = mark if index < len(items) - 1 else last_mark
        yield f"{dash}{words}{'' if words.endswith(':') else end}"


def _parties(parties: object) -> Iterator[Paragraph]:
    """Yield each party: its name in bold, its particulars one a line."""
    if not isinstance(parties, tuple):
        yield Paragraph("paragraph", ((_DOTS,),))
        return
    for index, party in enumerate(parties):
        if isinstance(party, str):
            first, *rest = party.split("\n")
            yield Paragraph("paragraph", ((Run(first, True),),), keep_next=True)
            yield from (Paragraph("paragraph", ((Run(row),),)) for row in rest if row)
        else:
            yield from _party(party, index)


def _party(party: Party, index: int) -> Iterator[Paragraph]:
    heading = wording("contract.heading")
    label = party.label_at(index)
    if isinstance(party.name, str):
        words = heading.format(label=label, name=" ".join(party.name.split()))
        yield Paragraph("paragraph", ((Run(words, True),),), keep_next=True)
    else:
        opening = heading.format(label=label, name="")
        yield Paragraph("paragraph", ((Run(opening, True), _DOTS),), keep_next=True)
    for name in ("address", "telephone", "account", "tax_code", "representative", "post"):
        value = getattr(party, name)
        label = wording(f"contract.{name}").partition("{")[0]
        if value is State.GAP:
            yield Paragraph("paragraph", ((Run(label), _DOTS),))
        elif isinstance(value, str):
            yield Paragraph("paragraph", ((Run(label + value),),))
    if isinstance(party.authorization, str):
        words = wording("contract.authorization").format(authorization=party.authorization)
        yield Paragraph("paragraph", ((Run(words),),))
    if isinstance(party.others, str):
        yield from (Paragraph("paragraph", ((Run(row),),)) for row in party.others.split("\n"))


def _filled(context: PartContext, record: FormDocument, line: FormLine, words: str) -> str:
    """Fill in what the words name; dots for a field that says nothing."""
    facts = {}
    for name in line.names:
        if f"{{{name}}}" in words:
            facts[name] = _fact(context, record, line, name)
    return words.format(**facts)


def _fact(context: PartContext, record: FormDocument, line: FormLine, name: str) -> str:
    if name == "issuer":
        return capitalized(issuer_names(context.issuers))
    if name == "date":
        return print_date(record.date if isinstance(record.date, PartialDate) else PartialDate())
    if name == "type":
        law = record.type.law
        return capitalized(law.name.vi if law is not None else record.type.words)
    if isinstance(record, Minutes) and name.lower() == "meeting":
        meeting = record.meeting_name
        return capitalized(meeting) if name == "Meeting" else meeting
    if isinstance(record, Contract) and name == "Parties":
        return _all_parties(record)
    value = getattr(record, name, None)
    if isinstance(value, str | PartialDate | Moment):
        printed = _printed(value)
        return _in_sentence(printed) if line.name == "applied" and name == "person" else printed
    gap = wording("form.day_gap" if name in _DATES else "form.gap")
    return f"ông (bà) {gap}" if name == "person" else gap


def _in_sentence(person: str) -> str:
    """Name a person inside a sentence: ``ông Nguyễn Văn An``."""
    found = read_person(person)
    if not found.name:
        return uncapitalized(_named("Ông (bà) ", person))
    honorific = found.honorific or "Ông (bà)"
    return f"{uncapitalized(honorific)} {found.name}"


def _all_parties(record: Contract) -> str:
    from vnadmindocs.language.number_words import number_words

    count = len(record.parties) if isinstance(record.parties, tuple) else 2
    return capitalized(wording("contract.count").format(count=number_words(count)))


def _printed(value: object) -> str:
    if isinstance(value, PartialDate):
        return print_date(value)
    if isinstance(value, Moment):
        return value.words
    return str(value)


def _closed(paragraph: Paragraph) -> Paragraph:
    """End the last line of a form with ``./.``, unless it says so or is dots for the pen."""
    *before, last = paragraph.lines[-1]
    mark = wording("body.end_mark")
    if last.leader or last.text.endswith(mark):
        return paragraph
    closed = replace(last, text=last.text.rstrip(" .;") + mark)
    return replace(paragraph, lines=(*paragraph.lines[:-1], (*before, closed)))
