"""The forms of copy of Điều 25: sao y, sao lục, trích sao.

``data/copy_forms.toml`` -> ``DocumentType``. A copy has number, date, signer and recipients of its
own, as a document has; it is none of the 29 types, and what it copies is a document.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from vnadmindocs.diagnostics.model import Text
from vnadmindocs.language.text import clean, fold
from vnadmindocs.law.document_types import DocumentType
from vnadmindocs.law.tables import read_table
from vnadmindocs.law.wording import wording


@cache
def copy_forms() -> tuple[DocumentType, ...]:
    """Give the three forms in the order of Điều 25."""
    return tuple(_form(key, row) for key, row in read_table("copy_forms.toml").items())


def find_copy_form(text: str) -> DocumentType | None:
    """Find a form of copy by Vietnamese name (with or without accents), abbreviation or key."""
    return _by_name().get(fold(clean(text)))


@cache
def _by_name() -> Mapping[str, DocumentType]:
    return {
        fold(name): form
        for form in copy_forms()
        for name in (form.name.vi, form.key, form.name.en, form.abbreviation, *form.also)
    }


def _form(key: str, row: Mapping[str, Any]) -> DocumentType:
    return DocumentType(
        key=key,
        name=Text(vi=row["vi"], en=row["en"]),
        printed=wording(row["printed"]),
        abbreviation=wording(row["abbreviation"]),
        form=row["form"],
        number=0,
        locator=row["at"],
        subject="none",
        subject_rule=False,
        receivers_in_body=True,
        fields="copy",
        is_copy=True,
        also=tuple(row["also"]),
    )
