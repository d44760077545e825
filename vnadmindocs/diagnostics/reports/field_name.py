"""The name of a field as people write it, for reports."""

from __future__ import annotations

from vnadmindocs.terms import named_path


def field_name(path: str, language: str) -> str:
    """Turn an English path into the words of a language.

    Args:
        path: English names and places in lists, from 0, joined by ``/``: ``appendices/0/type``.
        language: ``vi`` or ``en``.

    Returns:
        ``phụ lục/1/loại``; in English the names stay. A name the glossary does not have stays.
    """
    return named_path(path.split("/"), language)
