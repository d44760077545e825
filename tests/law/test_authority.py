"""Words of authority: what they mean, what follows them, how they chain."""

from __future__ import annotations

import pytest

from vnadmindocs.law.authority import (
    authorities,
    authority_words,
    chain_allowed,
    split_authority,
)
from vnadmindocs.law.posts import is_deputy_post
from vnadmindocs.locator import locator_in_words


def test_there_are_five_words_of_authority() -> None:
    """They are those of khoản 7, in its order."""
    assert [authority.printed for authority in authorities().values()] == [
        "TM.", "Q.", "KT.", "TL.", "TUQ.",
    ]  # fmt: skip


def test_only_a_collective_is_named_after_tm() -> None:
    """The other four stand before the post of a head."""
    assert authorities()["TM"].before == "body"
    assert {authorities()[key].before for key in ("Q", "KT", "TL", "TUQ")} == {"head"}


@pytest.mark.parametrize(
    ("line", "key", "rest"),
    [
        ("TM. ỦY BAN NHÂN DÂN", "TM", "ỦY BAN NHÂN DÂN"),
        ("KT. GIÁM ĐỐC", "KT", "GIÁM ĐỐC"),
        ("KT.GIÁM ĐỐC", "KT", "GIÁM ĐỐC"),
        ("KT GIÁM ĐỐC", "KT", "GIÁM ĐỐC"),
        ("kt. giám đốc", "KT", "giám đốc"),
        ("TUQ. BỘ TRƯỞNG", "TUQ", "BỘ TRƯỞNG"),
        ("Q. CỤC TRƯỞNG", "Q", "CỤC TRƯỞNG"),
    ],
)
def test_a_line_of_authority_is_taken_apart(line: str, key: str, rest: str) -> None:
    """A full stop or a space that was forgotten is forgiven."""
    assert split_authority(line) == (authorities()[key], rest)


@pytest.mark.parametrize("line", ["GIÁM ĐỐC", "QUYỀN GIÁM ĐỐC", "TLX", "KTX ĐẠI HỌC", ""])
def test_a_line_without_a_word_of_authority_is_none(line: str) -> None:
    """Letters that only begin another word are no word of authority."""
    assert split_authority(line) is None


@pytest.mark.parametrize(
    ("keys", "allowed"),
    [
        ((), True),
        (("KT",), True),
        (("TM", "KT"), True),
        (("TL", "KT"), True),
        (("TL", "Q"), True),
        (("TUQ", "KT"), False),
        (("TUQ", "TL"), False),
        (("TM", "TL", "KT"), True),
        (("KT", "TM"), False),
        (("KT", "TL"), False),
        (("KT", "KT"), False),
        (("TL", "TUQ"), False),
    ],
)
def test_words_of_authority_chain_from_the_higher_to_the_lower(
    keys: tuple[str, ...], allowed: bool
) -> None:
    """What Điều 13 allows to be handed on may be written in this order."""
    assert chain_allowed(keys) is allowed


@pytest.mark.parametrize("post", ["PHÓ GIÁM ĐỐC", "Phó Chủ tịch", "THỨ TRƯỞNG", "TỔ PHÓ"])
def test_a_deputy_is_known_by_the_post(post: str) -> None:
    """Phó, Thứ trưởng and Tổ phó are deputies."""
    assert is_deputy_post(post)


@pytest.mark.parametrize("post", ["GIÁM ĐỐC", "CHỦ TỊCH THÀNH PHỐ", "BỘ TRƯỞNG", ""])
def test_a_head_is_no_deputy(post: str) -> None:
    """Phố is not phó: the marks tell."""
    assert not is_deputy_post(post)


def test_the_examples_are_of_the_word_they_explain() -> None:
    """Each example opens with its word and ends with the right post."""
    for authority in authorities().values():
        taken = split_authority(authority.example[0])
        assert taken is not None
        assert taken[0] is authority
        assert is_deputy_post(authority.example[-1]) == (authority.signs == "deputy")
        for language in ("vi", "en"):
            assert locator_in_words(authority.locator, language)
            assert authority.meaning.in_language(language)


def test_the_printed_words_are_those_of_the_data() -> None:
    """Reading a signature asks for them, and keeps no list of its own."""
    assert set(authority_words()) == {each.printed for each in authorities().values()}
