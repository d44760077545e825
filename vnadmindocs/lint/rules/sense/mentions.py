"""Rules about citing again: in full the first time, by type and number afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.mentioned import Citing, Reading, cites, reading_of
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.citation import find_citations
from vnadmindocs.notation.date import PartialDate
from vnadmindocs.notation.mention_signs import may_cite
from vnadmindocs.pattern import pattern
from vnadmindocs.record.document import Appendix, Document

# A list of what is enclosed names each text in full, whatever was cited before.
_ENCLOSED = pattern(r"(?:gửi|đính|ban hành|được)?\s*kèm(?:\s+theo)?|tài liệu|hồ sơ", 2)
_NEAR = 60


@rule("CIT040", needs=("body",), where=cites)
def cited_in_full_again(record: Document) -> Iterator[Fault]:
    """Find a citation in running text that repeats all an earlier one in running text says."""
    reading = reading_of(record)
    full: dict[tuple[str, PartialDate], Citing] = {}
    for citing in _by_number(reading):
        if citing.citation.date == PartialDate() or not _says_more(citing):
            continue
        key = citing.citation.full_number, citing.citation.date
        first = full.setdefault(key, citing)
        if first is citing or not _repeats(first, citing) or _is_enclosed(citing):
            continue
        short = f"{citing.words('type')} số {citing.citation.full_number}"
        yield citing.fault("CIT040", {"found": short})


@rule("CIT041", needs=("legal_bases", "proposal", "subject", "body", "number"), where=cites)
def first_citation_is_short(record: Document) -> Iterator[Fault]:
    """Find a text that is first cited by its number alone, and that no ground cites."""
    if isinstance(record, Appendix):
        return  # the document it belongs to may have cited it
    reading = reading_of(record)
    running = _by_number(reading)
    if not running:
        return
    known = {each.citation.full_number for each in reading.in_grounds}
    if isinstance(record.subject, str) and may_cite(record.subject):
        words = record.subject.replace("\n", " ")
        known |= {each.citation.full_number for each in find_citations(words)}
    for citing in running:
        number = citing.citation.full_number
        if number not in known and not _says_more(citing) and "date" not in citing.found.spans:
            found = f"{citing.words('type')} {citing.words('number_label')} {number}"
            yield citing.fault("CIT041", {"found": " ".join(found.split())})
        known.add(number)


def _by_number(reading: Reading) -> list[Citing]:
    """Give the texts cited by number in running text.

    Left out are those inside another's subject, and numbers that are left for the pen.
    """
    return [
        each
        for each in reading.in_body
        if not each.found.nested
        and each.citation.full_number[:1].isdigit()
        and "type" in each.found.spans
    ]


def _says_more(citing: Citing) -> bool:
    return bool(citing.citation.issuer or citing.citation.subject)


def _repeats(first: Citing, later: Citing) -> bool:
    """Tell whether a later citation says all that the first one says."""
    one, other = first.citation, later.citation
    return bool(
        (other.issuer or not one.issuer) and (other.subject or not one.subject) and one.issuer
    )


def _is_enclosed(citing: Citing) -> bool:
    start = citing.found.start
    return (
        citing.text.startswith("(")
        or _ENCLOSED.search(citing.text, max(0, start - _NEAR), start) is not None
    )
