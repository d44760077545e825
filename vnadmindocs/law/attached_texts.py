"""What may be attached to a decision: texts with a head of their own, lists, forms to fill in.

``data/attached_texts.toml`` -> names. A text that a decision issues has the head of form PL3·1.3;
a list or a map is an appendix; a form is filled in by others.
"""

from __future__ import annotations

from functools import cache

from vnadmindocs.language.text import fold
from vnadmindocs.law.tables import read_table


def is_list_name(name: str) -> bool:
    """Tell whether a name is that of rows, figures or drawings (``danh sách``, ``sơ đồ``)."""
    return f"{fold(name)}_".startswith(_openings("lists"))


def is_titled_text(name: str) -> bool:
    """Tell whether a name is that of a text whose điều have titles (``quy chế phối hợp``)."""
    return f"{fold(name)}_".startswith(_openings("titled"))


def is_form_name(name: str) -> bool:
    """Tell whether a name is that of a form to fill in (``mẫu``, ``biểu mẫu``)."""
    return fold(name) in _form_names()


@cache
def _openings(kind: str) -> tuple[str, ...]:
    return tuple(f"{fold(word)}_" for word in read_table("attached_texts.toml")[kind]["begin"])


@cache
def _form_names() -> frozenset[str]:
    return frozenset(map(fold, read_table("attached_texts.toml")["forms"]["names"]))
