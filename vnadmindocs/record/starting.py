"""A starting record for each type: commented, and it renders as it is.

The texts are data files, one a model and language, under ``data/starting/``.
"""

from __future__ import annotations

from vnadmindocs.assets import data_file
from vnadmindocs.law.document_types import DocumentType

_OWN = frozenset({"decision", "dispatch", "plan"})
_SCHEMAS = {
    "vi": {"decision": "quyet-dinh", "dispatch": "cong-van", "plan": "ke-hoach"},
    "en": {"decision": "decision", "dispatch": "dispatch", "plan": "plan"},
}


def schema_name(kind: DocumentType | None, language: str) -> str:
    """Name the schema file of a type, such as ``cong-van``; the general one for None."""
    general = "document" if language == "en" else "van-ban"
    return _SCHEMAS[language].get(kind.key, general) if kind else general


def starting_record(kind: DocumentType, language: str = "vi") -> str:
    """Give a starting record of a type as YAML text.

    Args:
        kind: one of the 29 types.
        language: ``vi`` or ``en``, the spelling of the keys and the language of the comments.
    """
    stem = kind.key if kind.key in _OWN else "document"
    text = data_file("record", "starting", language, f"{stem}.yaml").read_text(encoding="utf-8")
    name = kind.key if language == "en" else kind.name.vi
    return text.replace("@type@", name).replace("@printed@", kind.name.vi)
