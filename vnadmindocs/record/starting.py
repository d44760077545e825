"""A starting record for each type: commented, and it renders as it is.

The texts are data files, one a model and language, under ``data/starting/``. A paragraph headed by
``@name@`` is kept for the types that have that part. The fields a text does not use are listed
under it from the glossary.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vnadmindocs.assets import data_file
from vnadmindocs.diagnostics import Text
from vnadmindocs.language.text import without_accents
from vnadmindocs.law.document_types import DocumentType
from vnadmindocs.pattern import pattern
from vnadmindocs.terms import terms

_OWN = frozenset(
    {
        "covering_note", "decision", "dispatch", "notification_slip", "plan", "power_of_attorney",
        "resolution", "telegram", "transfer_note",
    }
)  # fmt: skip
# Types with a schema of their own beside those whose form has fields of its own.
_SCHEMAS = ("decision", "dispatch", "plan")
_PARTS: Mapping[str, Callable[[DocumentType], bool]] = {
    "subject": lambda kind: kind.subject != "none",
    "addressees": lambda kind: kind.addressees == "required",
    "as_above": lambda kind: kind.addressees == "required",
    "named": lambda kind: kind.addressees != "required",
    "issuing_authority": lambda kind: kind.issuing_authority,
    "legal_bases": lambda kind: kind.issuing_authority,
    "passages": lambda kind: kind.key == "extract",
    "recopy": lambda kind: kind.key == "recopy",
    "document": lambda kind: kind.key != "recopy",
}
# The fields of a document that do nothing in a copy.
_OF_NO_COPY = frozenset(
    {
        "title", "label", "subject", "urgency", "due", "secrecy", "circulation", "addressees",
        "issuing_authority", "legal_bases", "proposal", "body", "appendices", "reference",
        "orientation", "file", "stamp", "contact", "template", "footnotes", "tables", "images",
    }
)  # fmt: skip
_HEADED = pattern(r"@(\w+)@\n")
_OTHER_FIELDS = Text("Các trường khác, ghi khi cần:", "Other fields, where they are needed:")


def schema_name(kind: DocumentType | None, language: str) -> str:
    """Name the schema file of a type, such as ``cong-van``; the general one for None."""
    if kind is None or not (kind.fields or kind.key in _SCHEMAS):
        return "document" if language == "en" else "van-ban"
    name = kind.key if language == "en" else without_accents(kind.name.vi)
    return name.replace("_", "-").replace(" ", "-")


def starting_record(kind: DocumentType, language: str = "vi") -> str:
    """Give a starting record of a type as YAML text.

    Args:
        kind: one of the 29 types, or a form of copy.
        language: ``vi`` or ``en``, the spelling of the keys and the language of the comments.
    """
    stem = kind.key if kind.key in _OWN else kind.fields or "document"
    text = data_file("record", "starting", language, f"{stem}.yaml").read_text(encoding="utf-8")
    paragraphs = [each for each in (_kept(part, kind) for part in text.split("\n\n")) if each]
    text = "\n\n".join(paragraphs)
    filled = {
        "@type@": _type_words(kind, language),
        "@printed@": kind.name.vi,
        "@abbreviation@": kind.abbreviation,
        "@number@": f"/{kind.abbreviation}-SNV" if kind.abbreviation else "",
        "@schema@": schema_name(kind, language),
    }
    for mark, words in filled.items():
        text = text.replace(mark, words)
    lines = [line.rstrip() for line in (*text.rstrip("\n").split("\n"), "")]
    return "\n".join((*lines, *_other_fields(text, kind, language), ""))


def _type_words(kind: DocumentType, language: str) -> str:
    """Name a type as its records do; a form of copy goes by its name in English."""
    if language == "en":
        return kind.name.en if kind.is_copy else kind.key
    return kind.name.vi


def _kept(paragraph: str, kind: DocumentType) -> str:
    """Give a paragraph without its head; "" when the type has no such part."""
    head = _HEADED.match(paragraph)
    if head is None:
        return paragraph
    return paragraph[head.end() :] if _PARTS[head[1]](kind) else ""


def _other_fields(text: str, kind: DocumentType, language: str) -> list[str]:
    """List the fields of a document of this type that a text does not use, each explained."""
    written = {line.partition(":")[0] for line in text.split("\n")}
    lines = [f"# {_OTHER_FIELDS.in_language(language)}"]
    for each in terms(kind.fields or "document"):
        if kind.is_copy and each.english in _OF_NO_COPY:
            continue
        name = each.english if language == "en" else each.vietnamese
        if name not in written:
            lines.append(f"#   {name}: {each.en if language == 'en' else each.vi}")
    return lines
