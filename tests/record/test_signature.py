"""Signatures in fields: worded from the authority, the post and the body; read back from print."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.api import check, load
from vnadmindocs.law.authority import (
    Chain,
    Step,
    authority_alone,
    chain_allowed,
    make_chain,
    print_chain,
    read_chain,
)
from vnadmindocs.notation.signature import SignatureBlock, parse_signature, print_signature
from vnadmindocs.record.issuer import Agency, Issuer, Signer
from vnadmindocs.record.signature import Signature, fields_of

SO_NOI_VU = Issuer(Agency(header="UBND TỈNH AN BÌNH\n\nSỞ NỘI VỤ"))
UBND = Issuer(Agency(full_name="Ủy ban nhân dân tỉnh An Bình"))


def record(agency: object, signature: object) -> dict[str, Any]:
    """Make a record of a letter with this signature."""
    return {
        "type": "notice",
        "agency": agency,
        "subject": "Về việc nghỉ lễ",
        "body": "Các phòng bố trí người trực./.",
        "signature": signature,
    }


def blocks(agency: object, signature: object) -> tuple[SignatureBlock, ...]:
    """Read the signature of a letter of this body."""
    read = load(record(agency, signature)).record
    assert read is not None
    assert isinstance(read.signature, tuple)
    return read.signature


@pytest.mark.parametrize(
    ("agency", "authority", "post", "lines"),
    [
        (SO_NOI_VU, "KT", "Phó Giám đốc", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        (SO_NOI_VU, "KT.", "PHÓ GIÁM ĐỐC", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        (SO_NOI_VU, None, "Giám đốc", ("GIÁM ĐỐC",)),
        (SO_NOI_VU, "Q", "Giám đốc", ("Q. GIÁM ĐỐC",)),
        (SO_NOI_VU, "TL", "Chánh Văn phòng", ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")),
        (
            SO_NOI_VU,
            "TL, KT",
            "Phó Chánh Văn phòng",
            ("TL. GIÁM ĐỐC", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ),
        (SO_NOI_VU, "TUQ", "Trưởng phòng Tổ chức", ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG TỔ CHỨC")),
        (UBND, "TM", "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (
            UBND,
            "TM + KT",
            "Phó Chủ tịch",
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (Issuer(Agency(header="NHÀ HÁT", head="Giám đốc")), "TL", "Trưởng phòng Nghệ thuật",
         ("TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG NGHỆ THUẬT")),
        (SO_NOI_VU, "KT. GIÁM ĐỐC", "Phó Giám đốc", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        (SO_NOI_VU, "Kt. Giám đốc\nPhó Giám đốc", None, ("Kt. Giám đốc", "Phó Giám đốc")),
    ],
)  # fmt: skip
def test_words_of_authority_alone_become_lines(
    agency: Issuer, authority: str | None, post: str | None, lines: tuple[str, ...]
) -> None:
    """What is missing comes from the post and the body; lines as printed stay as written."""
    (block,) = blocks(agency, {"authority": authority, "post": post, "name": "Nguyễn Văn An"})
    assert (block.authority, block.name) == (lines, "Nguyễn Văn An")


def test_each_body_of_a_joint_document_lends_its_own_head() -> None:
    """Blocks and bodies go in the same order."""
    first, second = blocks(
        (SO_NOI_VU, Issuer(Agency(header="CỤC THUẾ"))),
        [
            {"authority": "TL", "post": "Chánh Văn phòng", "name": "Lê An"},
            {"authority": "TL", "post": "Chánh Văn phòng", "name": "Lê Ba", "side": "left"},
        ],
    )
    assert first.authority[0] == "TL. GIÁM ĐỐC"
    assert (second.authority[0], second.place) == ("TL. CỤC TRƯỞNG", "left")


def test_what_cannot_be_worded_is_asked_for() -> None:
    """Nobody knows who leads a body of an unknown kind."""
    found = check(record("NHÀ HÁT", {"authority": "TL", "post": "Trưởng phòng", "name": "Lê An"}))
    assert [(each.code, each.place.anchor) for each in found] == [("SIG035", "/ký/1/quyền hạn")]


@pytest.mark.parametrize(
    ("signer", "lines"),
    [
        (Signer(name="Lê An", post="Giám đốc"), ("GIÁM ĐỐC",)),
        (Signer(name="Lê An", post="Phó Giám đốc", lines="KT"), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        (
            Signer(name="Lê An", post="Phó Giám đốc", lines="KT. GIÁM ĐỐC"),
            ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ),
        (
            Signer(name="Lê An", post="Phó Giám đốc", lines="KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"),
            ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        ),
        (Signer(name="LÊ AN", post="Giám đốc"), ("GIÁM ĐỐC",)),
    ],
)
def test_a_signer_of_a_profile_has_a_block(signer: Signer, lines: tuple[str, ...]) -> None:
    """From the post, the words of authority, or the lines as printed."""
    assert (signer.block.authority, signer.block.name) == (lines, signer.name)


CHAINS = [
    (), ("KT",), ("TM",), ("TM", "KT"), ("TL",), ("TL", "KT"), ("TUQ",), ("TM", "TUQ"), ("Q",),
    ("TM", "Q"), ("TL", "Q"),
]  # fmt: skip
NAMES = st.sampled_from(["Nguyễn Văn An", "Ksor H'Bơ", "Đại tá Lê Thị Ba", "Y Phăm Niê"])
OFFICES = st.sampled_from(["PHÓ CHỦ TỊCH UBND TỈNH", "BỘ TRƯỞNG BỘ Y TẾ", "GIÁM ĐỐC SỞ NỘI VỤ"])
HEADS = st.sampled_from(["Giám đốc", "Chủ tịch", "Trưởng phòng Tổ chức", "Chánh Văn phòng"])
DEPUTIES = st.sampled_from(["Phó Giám đốc", "Phó Chủ tịch", "Thứ trưởng", "Phó Trưởng phòng"])


@st.composite
def written(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the fields of a signature."""
    keys = draw(st.sampled_from(CHAINS))
    assert chain_allowed(keys)
    fields: dict[str, Any] = {"post": draw(DEPUTIES if "KT" in keys else HEADS)}
    if keys:
        fields["authority"] = draw(st.sampled_from([" + ", ", ", "\n", " "])).join(keys)
    for name, value in (
        ("name", NAMES),
        ("other_office", OFFICES),
        ("office_below", OFFICES),
        ("caption", st.just("(Đã ký)")),
    ):
        if name != "office_below" or "name" in fields:
            drawn = draw(st.none() | value)
            if drawn is not None:
                fields[name] = drawn
    return fields


@given(written(), st.sampled_from([SO_NOI_VU, UBND]))
def test_printed_fields_are_read_back(fields: dict[str, Any], issuer: Issuer) -> None:
    """Fields make a block, its print reads back to the block, and the block to its fields."""
    block = Signature(**fields).block_of(issuer)
    again = parse_signature(print_signature(block))
    assert again == block
    assert block.chain.keys == authority_alone(fields.get("authority", ""))
    assert block.chain.own_post == fields["post"].upper()
    assert block.name == fields.get("name", "")
    taken = fields_of(again)
    assert taken.block == block
    assert fields_of(taken.block) == taken
    assert (taken.name, taken.other_office, taken.caption) == (
        fields.get("name"),
        fields.get("other_office"),
        fields.get("caption"),
    )


STEPS = st.lists(
    st.builds(
        Step, st.sampled_from(["TM", "KT", "TL", "TUQ"]), st.sampled_from(["CHỦ TỊCH", "SỞ Y TẾ"])
    ),
    max_size=3,
)


@given(STEPS, st.sampled_from([(), ("PHÓ CHỦ TỊCH",), ("TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND TỈNH")]))
def test_a_chain_is_read_back(steps: list[Step], post: tuple[str, ...]) -> None:
    """Whatever the words of authority and their order."""
    chain = Chain(tuple(steps), post)
    assert read_chain(print_chain(chain)) == chain


def test_words_over_several_lines_belong_to_the_step_above_them() -> None:
    """A post is still to come."""
    chain = read_chain(("TM. BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"))
    assert [step.words for step in chain.steps] == ["BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", "TRƯỞNG BAN"]
    assert (chain.post, chain.post_line) == (("PHÓ TRƯỞNG BAN",), 3)
    assert chain.top_post == "TRƯỞNG BAN"
    last = read_chain(("TM. ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG", "CHỦ TỊCH"))
    assert (last.steps[0].words, last.post, last.post_line) == (
        "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG",
        ("CHỦ TỊCH",),
        2,
    )


@pytest.mark.parametrize("text", ["KT. GIÁM ĐỐC", "GIÁM ĐỐC", "", "KTX", "TM KT GIÁM"])
def test_lines_as_printed_are_no_words_alone(text: str) -> None:
    """Whatever else is written is printed as written."""
    assert authority_alone(text) == ()


def test_a_chain_without_a_known_head_leaves_the_words_open() -> None:
    """The step has no words, and says so."""
    chain = make_chain(("TL", "KT"), "Phó Trưởng phòng")
    assert [step.words for step in chain.steps] == ["", "TRƯỞNG PHÒNG"]
