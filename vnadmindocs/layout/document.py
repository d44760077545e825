"""A record becomes a Layout: the whole of what both writers typeset.

Document -> Layout. Norms go by the size set of the record, else of the agency's profile, else the
large one, narrowed by the profile's own rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from vnadmindocs.law.norms import Norms
from vnadmindocs.law.norms import norms as norms_of
from vnadmindocs.layout.footnotes import footnote_paragraphs
from vnadmindocs.layout.metadata import metadata_of
from vnadmindocs.layout.part import part_elements, part_section
from vnadmindocs.layout.part_context import PartContext, issuers_of
from vnadmindocs.layout.section import LANDSCAPE
from vnadmindocs.layout.shape import Layout, Part
from vnadmindocs.layout.sheet import sheet_of
from vnadmindocs.layout.styles import TemplateMeasures
from vnadmindocs.layout.subject import printed_type_name, title_element
from vnadmindocs.record.document import Document
from vnadmindocs.record.template_file import TemplateFile

if TYPE_CHECKING:
    from datetime import datetime

_LANGUAGE = "vi-VN"
_DEFAULT_SIZE_SET = "large"


def lay_out(
    record: Document,
    *,
    norms: Norms | None = None,
    template: TemplateMeasures | None = None,
    left_out: Sequence[str] = (),
    signed_at: datetime | None = None,
) -> Layout:
    """Lay out a record, or a Draft with gaps; the same record gives an equal Layout.

    Args:
        record: the document; fields that are ``State.GAP`` print gaps.
        norms: what to lay out by; None takes the size set and rules that the record names.
        template: measures of an office's own template, in place of the norms'.
        left_out: names of required parts that were missing (``--force``), noted in the Layout.
        signed_at: when a copy in electronic form is signed; None leaves gaps.
    """
    if record.is_copy:
        from vnadmindocs.layout.copy import lay_out_copy
        from vnadmindocs.record.copy import Copy

        assert isinstance(record, Copy)
        return lay_out_copy(
            record, template=template, left_out=tuple(left_out), signed_at=signed_at
        )
    defaults: list[str] = []
    if norms is None:
        norms = norms_of_record(record, defaults)
    sheet = sheet_of(norms, template, landscape=record.orientation == LANDSCAPE)
    context = PartContext(record, sheet, record, defaults=defaults)
    main = Part(
        "main",
        part_section(context),
        part_elements(context, title_element(context)),
        printed_type_name(record),
    )
    parts: tuple[Part, ...] = (main,)
    if isinstance(record.appendices, tuple):
        # Most documents have none: what lays appendices and tables out is imported for the others.
        from vnadmindocs.layout.appendix import appendix_parts

        parts += appendix_parts(context, template)
    return Layout(
        norms.size_set,
        _LANGUAGE,
        metadata_of(record, context.issuers),
        parts,
        sheet.styles,
        norms["table.cell_padding"].use,
        norms["rule.weight"].use,
        footnote_paragraphs(context.footnotes),
        tuple(dict.fromkeys(defaults)),
        tuple(left_out),
        tuple(context.narrow),
        record.template.written if isinstance(record.template, TemplateFile) else "",
    )


def norms_of_record(record: Document, defaults: list[str] | None = None) -> Norms:
    """Give the norms a record is laid out by: its size set, narrowed by its body's own rules.

    Args:
        record: the document.
        defaults: takes the name of the field whose default was used; None drops it.

    A copy is laid out by the norms of what it copies: the sizes of one file go together.
    """
    if record.is_copy:
        from vnadmindocs.record.original import copied_record

        copied = copied_record(record)
        if copied is not None:
            return norms_of_record(copied, defaults)
    size_set = _size_set(record, defaults if defaults is not None else [])
    return _norms_for(size_set, _rules(record))


def _size_set(record: Document, defaults: list[str]) -> str:
    if isinstance(record.size_set, str):
        return record.size_set
    defaults.append("size_set")
    for issuer in issuers_of(record):
        if issuer.agency.size_set:
            return issuer.agency.size_set
    return _DEFAULT_SIZE_SET


def _rules(record: Document) -> tuple[tuple[str, str], ...]:
    """Give the lead body's own rules; those that cannot be applied are reported elsewhere."""
    issuers = issuers_of(record)
    return tuple(issuers[0].agency.rules.items()) if issuers else ()


@lru_cache(maxsize=64)
def _norms_for(size_set: str, rules: tuple[tuple[str, str], ...]) -> Norms:
    whole = norms_of(size_set)
    return whole.narrowed(dict(rules))[0] if rules else whole
