"""The shape of a Vietnamese syllable."""

from __future__ import annotations

import unicodedata

import pytest

from vnadmindocs.language.syllables import is_syllable


@pytest.mark.parametrize(
    "word",
    [
        *("nghiêng", "quyết", "Quốc", "GIẾNG", "gì", "giữa", "hoà", "hòa", "thuý", "uỷ", "khuya"),
        *("khuỷu", "xoong", "oái", "ước", "yếu", "quýnh", "Đặng", "được", "rượu", "ban"),
    ],
)
def test_words_of_the_language_are_syllables(word: str) -> None:
    """Any case, both placements of the tone, composed or not."""
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize(
    "word", ["tôt", "hõc", "Noël", "été", "über", "Coâng", "năáng", "tiếngg", "", "zô", "đ"]
)
def test_what_cannot_be_said_is_no_syllable(word: str) -> None:
    """Two tones, a stopped syllable without its tone, foreign sounds, a letter alone."""
    assert not is_syllable(word)
