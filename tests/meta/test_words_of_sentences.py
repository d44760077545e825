"""One thing has one name in everything a person reads: a field is «trường», Lưu a filing line."""

from __future__ import annotations

import re

import pytest

from tests.meta.tree import PACKAGE
from vnadmindocs.diagnostics.catalogue import families, family

REFUSED = {
    "vi": re.compile(r"\bkhóa\b(?! đào tạo| học)|\bMột mục\b|\btên mục bên trong\b"),
    "en": re.compile(r"(?<!Tab )\bkeys?\b|\bentr(?:y|ies)\b|\barchive line\b"),
}
_PLACEHOLDER = re.compile(r"\{\w+\}")


def _refused(language: str, text: str) -> list[str]:
    return [found[0] for found in REFUSED[language].finditer(_PLACEHOLDER.sub("", text))]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_sentences_call_a_field_a_field(language: str) -> None:
    """Messages, hints and pages; «mục» stays a heading or an item of a list."""
    found = [
        (code, word)
        for name in families()
        for code, each in family(name).items()
        for text in (each.message, each.hint, each.page)
        if text is not None
        for word in _refused(language, text.in_language(language))
    ]
    assert found == []


def test_the_command_line_does_too() -> None:
    """The catalogue of its sentences, in both languages."""
    sentences = (PACKAGE / "cli/locale/vi/LC_MESSAGES/vnadmindocs.po").read_text(encoding="utf-8")
    english = "\n".join(re.findall(r'^msgid "(.*)"$', sentences, re.MULTILINE))
    vietnamese = "\n".join(re.findall(r'^msgstr "(.*)"$', sentences, re.MULTILINE))
    assert _refused("en", english) == []
    assert _refused("vi", vietnamese) == []
