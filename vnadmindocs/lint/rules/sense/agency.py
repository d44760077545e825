"""Rules about the issuing body."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import is_capitals
from vnadmindocs.law.issuers import full_name
from vnadmindocs.lint.rule import rule
from vnadmindocs.record.document import Appendix, Document
from vnadmindocs.record.form_document import FormDocument


@rule("ISS002", needs=("agency",), fatal=True)
def same_as_nothing(record: Document) -> Iterator[Fault]:
    """Find «như trên» in a document that has no document above it."""
    if isinstance(record, Appendix) or not isinstance(record.agency, tuple):
        return
    for index, issuer in enumerate(record.agency):
        if issuer.same:
            yield Fault("ISS002", path=("agency", index))


def _names_its_body(record: Document) -> bool:
    """Tell whether a sentence that the tool words has the name of the issuing body in it.

    It is the line «(Kèm theo … của …)» of an appendix, or a line of a form worded from fields.
    """
    appendices = record.appendices
    if isinstance(appendices, tuple) and any(each.reference is None for each in appendices):
        return True
    return (
        isinstance(record, FormDocument)
        and record.is_worded
        and any(each.kind != "parties" and "issuer" in each.names for each in record.lines)
    )


@rule("ISS004", needs=("agency", "appendices"), where=_names_its_body)
def body_in_capitals_in_a_sentence(record: Document) -> Iterator[Fault]:
    """Find a body whose name stands in capitals in a sentence: its small letters are not known."""
    if isinstance(record, Appendix) or not isinstance(record.agency, tuple):
        return
    for index, issuer in enumerate(record.agency):
        name = " ".join(issuer.printed_name.split())
        if isinstance(issuer.agency.full_name, str) or not name or not is_capitals(name):
            continue
        if full_name(name) is None:
            yield Fault("ISS004", facts={"name": name}, path=("agency", index))
