"""The issuing body: printed lines, a profile, or a description in place."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnadmindocs.diagnostics.fault import UnreadableError
from vnadmindocs.notation.signature import print_signature
from vnadmindocs.record.folder import Folder
from vnadmindocs.record.issuer import Agency, Issuer, Signer, read_issuer, read_issuers


def read(value: object, folder: Path = Path()) -> Issuer:
    """Read one body."""
    return read_issuer(value, Folder.of(folder))


def profile(folder: Path, name: str, text: str) -> str:
    """Write a profile."""
    (folder / name).write_text(text, encoding="utf-8")
    return name


@pytest.mark.parametrize(
    ("written", "superior", "own"),
    [
        ("SỞ NỘI VỤ", (), ("SỞ NỘI VỤ",)),
        ("UBND TỈNH\n\nSỞ NỘI VỤ", ("UBND TỈNH",), ("SỞ NỘI VỤ",)),
        ("ỦY BAN\nNHÂN DÂN\n\nSỞ\nNỘI VỤ", ("ỦY BAN", "NHÂN DÂN"), ("SỞ", "NỘI VỤ")),
    ],
)
def test_a_blank_line_stands_between_superior_and_issuer(
    written: str, superior: tuple[str, ...], own: tuple[str, ...]
) -> None:
    """This test shows how the lines of a header are read."""
    issuer = read(written)
    assert (issuer.superior_lines, issuer.issuer_lines) == (superior, own)


def test_a_profile_takes_its_superior_from_another(tmp_path: Path) -> None:
    """This test shows that names are printed in capitals, the parent above."""
    (tmp_path / "cấp trên").mkdir()
    profile(tmp_path, "cấp trên/ubnd.yaml", "tên đầy đủ: Ủy ban nhân dân tỉnh\n")
    name = profile(
        tmp_path, "sở.yaml", "tên đầy đủ: Sở Nội vụ\ncơ quan chủ quản: cấp trên/ubnd.yaml\n"
    )
    issuer = read(name, tmp_path)
    assert issuer.superior_lines == ("ỦY BAN NHÂN DÂN TỈNH",)
    assert issuer.printed_name == "SỞ NỘI VỤ"


def test_a_profile_that_changed_is_read_anew(tmp_path: Path) -> None:
    """This test shows that what is kept between letters is the bytes' own."""
    name = profile(tmp_path, "sở.yaml", "tên đầy đủ: Sở Nội vụ\n")
    assert read(name, tmp_path).printed_name == "SỞ NỘI VỤ"
    profile(tmp_path, "sở.yaml", "tên đầy đủ: Sở Tài chính\n")
    assert read(name, tmp_path).printed_name == "SỞ TÀI CHÍNH"


def test_a_profile_and_a_description_of_the_same_words_are_equal(tmp_path: Path) -> None:
    """This test shows that a body is its facts, not the file they come from."""
    name = profile(tmp_path, "sở.yaml", "tên đầy đủ: Sở Nội vụ\nviết tắt: SNV\n")
    described = {"full_name": "Sở Nội vụ", "abbreviation": "SNV"}
    assert read(name, tmp_path) == read(described) == read(Agency(**described))


def test_every_body_of_a_joint_document_is_read() -> None:
    """This test shows that the faults of all bodies come out together."""
    with pytest.raises(UnreadableError) as refusal:
        read_issuers(["SỞ A", "x.yaml", "y.yaml"], Folder.of(Path()))
    assert [fault.path for fault in refusal.value.faults] == [(1,), (2,)]


def test_the_default_signer_is_found_by_name_in_any_spelling() -> None:
    """This test shows that a signer who is not listed still signs, without a post."""
    agency = {
        "full_name": "Sở Nội vụ",
        "signers": [{"name": "Nguyễn Văn An", "post": "Giám đốc"}],
        "default_signer": "nguyen van an",
    }
    found = read(agency).default_signer
    assert found is not None
    assert print_signature(found.block) == "GIÁM ĐỐC\n\nNguyễn Văn An"
    stranger = read({**agency, "default_signer": "Trần Thị Bình"}).default_signer
    assert stranger == Signer(name="Trần Thị Bình")
    assert read("SỞ NỘI VỤ").default_signer is None


def test_the_block_of_a_signer_never_fails() -> None:
    """This test shows that what cannot be read as a block is reported and still printed."""
    signer = Signer(name="An", lines="KT. GIÁM ĐỐC\n\nBình")
    assert [fault.code for fault in signer.faults] == ["SIG001"]
    assert [line.text for line in signer.block.lines] == ["KT. GIÁM ĐỐC", "Bình", "", "An"]
    assert Signer(name="An", post="Giám đốc").faults == ()


def test_what_is_described_in_the_record_reports_its_own_faults() -> None:
    """This test shows that a profile's faults are the profile's, a description's the record's."""
    assert [fault.code for fault in read({"abbreviation": "SNV"}).faults] == ["SCH036"]
    wide = read({"full_name": "Sở", "rules": {"lề trái": "20 mm", "x": "1"}})
    assert [(fault.code, fault.path, fault.of_key) for fault in wide.faults] == [
        ("ISS011", ("rules", "lề trái"), False),
        ("ISS010", ("rules", "x"), True),
    ]


@pytest.mark.parametrize("written", ["như trên", "NHƯ TRÊN", "nhu tren"])
def test_same_as_above_is_the_body_of_the_main_document(written: str) -> None:
    """This test shows that an appendix need not repeat the header."""
    assert read(written).same
