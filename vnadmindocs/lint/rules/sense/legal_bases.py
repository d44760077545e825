"""Rules about the grounds as a whole, and about how each words what it cites."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.diagnostics.model import Text
from vnadmindocs.language.text import fold
from vnadmindocs.law.text_types import find_text_type
from vnadmindocs.lint.rule import rule
from vnadmindocs.notation.citation import Citation, Found, Ground, decree_form
from vnadmindocs.notation.citation_symbol import normative_rank
from vnadmindocs.notation.date import PartialDate, print_date
from vnadmindocs.pattern import pattern
from vnadmindocs.record.document import Document
from vnadmindocs.record.legal_bases import LegalBases

# In this order the decree names them: type, number and symbol, date, body, trích yếu.
_ORDER = ("type", "number", "date", "issuer", "subject")
_PARTS = {
    "date": Text(vi="ngày, tháng, năm ban hành", en="the date of issue"),
    "issuer": Text(vi="cơ quan ban hành", en="the issuing body"),
    "subject": Text(vi="trích yếu nội dung", en="the subject"),
}
# Types whose titles begin with «về» or a verb; of the others («Giấy phép xây dựng số …») the words
# before the number are the rest of the type's name.
_TITLED = (
    *("constitution", "code", "law", "ordinance", "order", "joint_resolution", "resolution"),
    *("decree", "decision", "directive", "circular", "joint_circular"),
)
# Papers between parties or given to one: a body and a subject are no part of how they are named.
_PAPERS = ("hop_dong", "bien_ban", "giay", "hoa_don", "don", "chung_chi", "chung_thu")
# What may stand before a text that is itself the ground, not the place where the ground is found.
_BEGINS = pattern(r"(?:^|[;,:]|\bvà|\bcăn cứ|\bcác)\s*$", 2)


def _has_grounds(record: Document) -> bool:
    return isinstance(record.legal_bases, LegalBases)


@rule("BAS010", needs=("legal_bases",), where=_has_grounds)
def lower_before_higher(record: Document) -> Iterator[Fault]:
    """Find the first normative text of higher rank after one of lower rank, once for that one."""
    lowest, below, said = 0, "", False
    for bases, index, _, found in _cited(record):
        rank = normative_rank(found.citation)
        if not rank:
            continue
        if rank >= lowest:
            if rank > lowest:
                said = False
            lowest, below = rank, _short(found)
        elif not said:
            said = True
            facts = {"found": _short(found), "after": below}
            yield bases.fault("BAS010", index, (found.start, found.end), facts)


@rule("BAS011", needs=("legal_bases",), where=_has_grounds)
def proposal_not_last(record: Document) -> Iterator[Fault]:
    """Find «Theo đề nghị …» with another ground after it."""
    if not isinstance(record.legal_bases, LegalBases):
        return
    items = record.legal_bases.items
    for index, item in enumerate(items[:-1]):
        if fold(item.opening) != "theo_de_nghi":
            continue
        after = [
            other
            for other in items[index + 1 :]
            if fold(other.opening) != "theo_de_nghi" and not other.enacting
        ]
        if after:
            facts = {"after": after[-1].printed}
            yield record.legal_bases.fault("BAS011", index, None, facts)


@rule("CIT001", needs=("legal_bases",), where=_has_grounds)
def law_with_number_or_body(record: Document) -> Iterator[Fault]:
    """Find a law among the grounds that is cited with its number or its issuing body."""
    for bases, index, _, found in _cited(record):
        citation = found.citation
        if (
            citation.cited_by_name
            and citation.subject
            and not _known_by_number(citation)
            and ("number" in found.spans or "issuer" in found.spans)
        ):
            yield _offer("CIT001", bases, index, found)


@rule("CIT002", needs=("legal_bases",), where=_has_grounds)
def parts_in_another_order(record: Document) -> Iterator[Fault]:
    """Find a cited text whose parts stand in another order than the decree's."""
    for bases, index, _, found in _cited(record):
        if found.citation.cited_by_name:
            continue
        if _name_before_number(found):
            continue
        starts = [found.spans[part][0] for part in _ORDER if part in found.spans]
        if starts != sorted(starts):
            yield _offer("CIT002", bases, index, found)


@rule("CIT003", needs=("legal_bases",), where=_has_grounds)
def body_without_of(record: Document) -> Iterator[Fault]:
    """Find a cited text whose issuing body stands without «của» before it."""
    for bases, index, _, found in _cited(record):
        if "issuer" in found.spans and "of" not in found.spans and not found.citation.cited_by_name:
            facts = {"found": found.citation.issuer}
            yield bases.fault("CIT003", index, found.spans["issuer"], facts)


@rule("CIT004", needs=("legal_bases",), where=_has_grounds)
def date_in_words_otherwise(record: Document) -> Iterator[Fault]:
    """Find a date written in words with other zeros than the decree's («tháng 06», «ngày 5»)."""
    for bases, index, item, found in _cited(record):
        span = found.spans.get("date")
        date = found.citation.date
        if span is None or date.as_date is None:
            continue
        words = " ".join(item[slice(*span)].split())
        if "tháng" in words and words.lower() != print_date(date):
            facts = {"found": words, "expected": print_date(date)}
            yield bases.fault("CIT004", index, span, facts)


@rule("CIT005", needs=("type", "legal_bases"), where=_has_grounds)
def no_citation(record: Document) -> Iterator[Fault]:
    """Find the first ground that cites no text: facts, minutes of a meeting, needs."""
    law = record.type.law
    # Parties may agree for what they need and can do, beside what texts say.
    if not isinstance(record.legal_bases, LegalBases) or (law and law.signature == "parties"):
        return
    for index, ground in enumerate(record.legal_bases.grounds):
        if ground.found or ground.opening not in ("", "Căn cứ") or _names_a_text(ground):
            continue
        if " " not in ground.rest:
            continue  # a key or a number of the register, of which reading speaks
        if record.legal_bases.items[index].enacting:
            continue
        facts = {"found": record.legal_bases.items[index].printed}
        yield record.legal_bases.fault("CIT005", index, None, facts)
        return


@rule("CIT006", needs=("legal_bases",), where=_has_grounds)
def several_in_one_line(record: Document) -> Iterator[Fault]:
    """Find a ground that cites several texts, one after the other, in one line."""
    if not isinstance(record.legal_bases, LegalBases):
        return
    for index, ground in enumerate(record.legal_bases.grounds):
        if len(ground.found) > 1 and not ground.rest and ground.opening in ("", "Căn cứ"):
            facts = {"count": len(ground.found), "second": _short(ground.found[1])}
            span = ground.found[1].start, ground.found[-1].end
            yield record.legal_bases.fault("CIT006", index, span, facts)


@rule("CIT007", needs=("legal_bases",), where=_has_grounds)
def parts_missing(record: Document) -> Iterator[Fault]:
    """Find a ground that cites a text by number without date, issuing body or subject."""
    cited: set[str] = set()
    for bases, index, words, found in _cited(record):
        citation = found.citation
        number = citation.full_number
        if citation.cited_by_name or not number or number in cited or citation.locators:
            continue
        if _BEGINS.search(words[: found.start]) is None:
            continue  # it tells where the ground is found: «ý kiến của … tại Thông báo số …»
        cited.add(number)
        asked = ("date",) if _is_paper(citation) else tuple(_PARTS)
        missing = [
            part
            for part, there in (
                ("date", "date" in found.spans or citation.date != PartialDate()),
                ("issuer", bool(citation.issuer)),
                ("subject", bool(citation.subject or citation.amended_by)),
            )
            if not there and part in asked
        ]
        if missing:
            facts = {
                "found": _short(found),
                "parts": Text(
                    vi=", ".join(_PARTS[part].vi for part in missing),
                    en=", ".join(_PARTS[part].en for part in missing),
                ),
            }
            yield bases.fault("CIT007", index, (found.start, found.end), facts)


def _cited(record: Document) -> Iterator[tuple[LegalBases, int, str, Found]]:
    """Give the texts cited by grounds that open with «Căn cứ», each with its ground's words."""
    if not isinstance(record.legal_bases, LegalBases):
        return
    for index, ground in enumerate(record.legal_bases.grounds):
        if record.legal_bases.items[index].enacting:
            continue
        if ground.opening in ("", "Căn cứ", "căn cứ", "CĂN CỨ"):
            for found in ground.found:
                yield record.legal_bases, index, record.legal_bases.items[index].words, found


def _name_before_number(found: Found) -> bool:
    """Tell whether the words before the number are of the name: «Hợp đồng lao động số 12/HĐLĐ»."""
    subject, number = found.spans.get("subject"), found.spans.get("number")
    if subject is None or number is None or number < subject:
        return False
    kind = find_text_type(found.citation.type)
    if kind is not None and kind.key in _TITLED:
        return False
    return fold(found.citation.subject).partition("_")[0] != "ve"


def _known_by_number(citation: Citation) -> bool:
    """Tell whether a law would be hard to tell without its number.

    It has no date beside it, as normative texts now cite laws, or its name is that of the laws it
    amends.
    """
    if not citation.full_number:
        return False
    return citation.date == PartialDate() or fold(citation.subject).startswith("sua_doi")


def _is_paper(citation: Citation) -> bool:
    return any(f"{fold(citation.type)}_".startswith(f"{paper}_") for paper in _PAPERS)


def _offer(code: str, bases: LegalBases, index: int, found: Found) -> Fault:
    facts = {"found": _short(found), "expected": decree_form(found.citation)}
    return bases.fault(code, index, (found.start, found.end), facts)


def _short(found: Found) -> str:
    """Name a cited text in few words."""
    citation = found.citation
    if citation.cited_by_name and citation.subject:
        return f"{citation.type} {citation.subject}"
    return f"{citation.type} số {citation.full_number}" if citation.full_number else citation.type


def _names_a_text(ground: Ground) -> bool:
    """Tell whether a ground that cites nothing names a text all the same: «Quy chế làm việc»."""
    words = ground.rest.split()
    for length in (4, 3, 2):
        kind = find_text_type(" ".join(words[:length]))
        if kind is not None:
            return kind.key != "minutes"
    return False
