"""The comparison is honest: it lets white space and list marks pass, and no word."""

from __future__ import annotations

import pytest

from tests.corpus.comparison import Block, differences
from tests.corpus.extraction import blocks, plain_lines

_BODY = Block("body", ("Sở Công Thương đề nghị các xã,", "phường triển khai thực hiện./."))
_LIST = Block("recipients", ("Nơi nhận:", "- Như trên;", "- Lưu: VT, QLCN."))


def test_lines_broken_elsewhere_are_the_same_words() -> None:
    """This test shows that only white space may differ."""
    rejoined = Block("body", ("Sở Công Thương đề nghị các xã, phường", "triển khai thực hiện ./."))
    assert differences([_BODY], [rejoined]) == []


def test_end_marks_of_a_list_are_furniture() -> None:
    """This test shows that a mark at the end of a recipient is not compared."""
    unmarked = Block("recipients", ("Nơi nhận:", "- Như trên", "- Lưu: VT, QLCN;"))
    assert differences([_LIST], [unmarked]) == []


def test_end_marks_of_the_body_are_words() -> None:
    """This test shows that the closing of a body paragraph is compared."""
    changed = Block("body", ("Sở Công Thương đề nghị các xã,", "phường triển khai thực hiện."))
    assert differences([_BODY], [changed]) == [
        "body: «hiện./.» is printed «hiện.» after «phường triển khai thực»"
    ]


def test_a_dropped_word_is_named() -> None:
    """This test shows that a word missing from the print is named with its place."""
    short = Block("body", ("Sở Công Thương đề nghị các", "phường triển khai thực hiện./."))
    assert differences([_BODY], [short]) == ["body: missing «xã,» after «Thương đề nghị các»"]


def test_a_changed_word_is_named() -> None:
    """This test shows that one changed mark of a vowel is enough."""
    changed = Block("body", ("Sở Công Thương đề nghi các xã,", "phường triển khai thực hiện./."))
    assert differences([_BODY], [changed]) == [
        "body: «nghị» is printed «nghi» after «Sở Công Thương đề»"
    ]


def test_two_swapped_words_are_named() -> None:
    """This test shows that order inside a block counts."""
    swapped = Block("body", ("Sở Thương Công đề nghị các xã,", "phường triển khai thực hiện./."))
    found = differences([_BODY], [swapped])
    assert any("«Công»" in sentence or "«Thương»" in sentence for sentence in found)


def test_an_added_word_is_named() -> None:
    """This test shows that the print may not say more either."""
    longer = Block("body", (*_BODY.lines, "Trân trọng./."))
    assert differences([_BODY], [longer]) == [
        "body: only printed «Trân trọng./.» after «triển khai thực hiện./.»"
    ]


def test_a_lost_block_and_a_strange_block_are_named() -> None:
    """This test shows that whole blocks cannot pass unseen in either direction."""
    assert differences([_BODY, _LIST], [_BODY, Block("marks", ("KHẨN",))]) == [
        "recipients: no such block, its words are «Nơi nhận: - Như trên - Lưu: VT, QLCN»",
        "marks: only printed «KHẨN»",
    ]


def test_words_moved_to_another_block_are_named_twice() -> None:
    """This test shows that a word is looked for where it belongs."""
    body = Block("body", (*_BODY.lines, "Như trên"))
    short = Block("recipients", ("Nơi nhận:", "- Lưu: VT, QLCN."))
    assert len(differences([_BODY, _LIST], [body, short])) == 2


def test_signatures_are_paired_in_any_order() -> None:
    """This test shows that blocks of one name may stand in another order."""
    left = Block("signature", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Minh Trung"))
    right = Block("signature", ("KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", "Nguyễn Văn Thịnh"))
    assert differences([left, right], [right, left]) == []


def test_decomposed_letters_are_the_same_letters() -> None:
    """This test shows that both sides are composed before they are compared."""
    assert differences([Block("body", ("Số",))], [Block("body", ("So\u0302\u0301",))]) == []


def test_an_extraction_is_cut_at_the_lines_named() -> None:
    """This test shows that marks and table pipes go and every word stays in a block."""
    text = "Số: /A\n\n**Kính gửi:**\n- Sở *Y tế*;\n| 1 | Một |\n|---|---|\n| <i>Hai</i> | |\n"
    assert blocks(text, [("number", "Số:"), ("addressees", "Kính gửi"), ("body", "1 Một")]) == [
        Block("number", ("Số: /A",)),
        Block("addressees", ("Kính gửi:", "- Sở Y tế;")),
        Block("body", ("1 Một", "Hai")),
    ]
    assert plain_lines("| | |\n|--|--|\n") == []


def test_words_outside_every_block_are_refused() -> None:
    """This test shows that no line of an extraction is left out by a careless cut."""
    with pytest.raises(ValueError, match="words before the first block"):
        blocks("UBND\nSố: /A\n", [("number", "Số:")])
    with pytest.raises(ValueError, match="no line opens «Kính gửi»"):
        blocks("Số: /A\n", [("number", "Số:"), ("addressees", "Kính gửi")])
