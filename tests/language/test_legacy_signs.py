"""The fast look for code pages of old misses nothing that the close look would find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.language.legacy import unicode_to_tcvn3, unicode_to_vni
from vnadmindocs.language.legacy_signs import may_have_legacy
from vnadmindocs.language.legacy_text import legacy_text

WORDS = "Thực hiện kế hoạch triển khai nhiệm vụ năm của Ủy ban nhân dân thành phố Hải Phòng"
GARBLED = [
    unicode_to_tcvn3(WORDS),
    unicode_to_vni(WORDS),
    WORDS.encode().decode("latin-1"),
    WORDS.encode().decode("cp1252", errors="ignore"),
]


@pytest.mark.parametrize("text", GARBLED)
def test_every_code_page_is_suspected(text: str) -> None:
    """This test shows that text of each code page is looked at closely."""
    assert may_have_legacy(text)


@pytest.mark.parametrize(
    "text",
    ["", "plain words", "kế hoạch triển khai", "ỦY BAN NHÂN DÂN", "Ông Ân có Ý kiến, Út thì không"],
)
def test_plain_text_is_not_suspected(text: str) -> None:
    """This test shows that ordinary text costs no close look."""
    assert not may_have_legacy(text)


LETTERS = "aeouyAEOUYbnhÂâàáãèéêïõøùûäåëüúÃÄÅÆá»º´‘“–€ƒ«»°±²µ¶¸¹¨©ª­®ñöô \n"


@given(
    st.one_of(
        st.text(LETTERS, max_size=60),
        st.lists(st.sampled_from([*WORDS.split(), *" ".join(GARBLED).split()]), max_size=12).map(
            " ".join
        ),
    )
)
def test_what_the_close_look_finds_the_fast_one_suspects(text: str) -> None:
    """This test shows that the fast answer «no» is certain."""
    assert legacy_text(text) is None or may_have_legacy(text)
