"""Every word of the five corpus texts is in the .docx of its example, block by block, in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.corpus.comparison import Block, differences
from tests.corpus.extraction import Start, blocks
from tests.corpus.printed import printed_blocks
from vnadmindocs.api import render

ROOT = Path(__file__).parents[2]
TEXTS = Path(__file__).parent / "texts"

NATIONAL_HEADER = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


@dataclass(frozen=True, slots=True)
class CorpusText:
    """How an extraction is cut, and what may differ from it.

    Attributes:
        starts: blocks in the order of the extraction, each with the opening of its first line.
        only_printed: blocks the extraction lost, with their exact words: nothing else may be
            printed that the extraction does not have.
        printed_otherwise: words of the extraction that the product prints in the decree's form,
            with the reason at the entry.
        torn: a line the extraction tore from its place, and the line it belongs after.
    """

    example: str
    starts: tuple[Start, ...]
    only_printed: dict[str, tuple[str, ...]]
    printed_otherwise: dict[str, str] = field(default_factory=dict)
    torn: dict[str, tuple[str, str]] = field(default_factory=dict)


CORPUS = {
    "cong-van-so-khcn-hai-phong": CorpusText(
        example="cong-van-so-khcn-hai-phong",
        starts=(
            ("number", "Số: /SKHCN"),
            ("place and date", "Hải Phòng, ngày"),
            ("subject", "V/v phối hợp"),
            ("addressees", "Kính gửi:"),
            ("body", "Triển khai Công văn"),
            ("recipients", "Nơi nhận:"),
            ("signature", "KT. GIÁM ĐỐC"),
        ),
        only_printed={
            "issuer": ("UBND THÀNH PHỐ HẢI PHÒNG", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"),
            "national header": NATIONAL_HEADER,
        },
    ),
    "cong-van-so-cong-thuong-hai-phong": CorpusText(
        example="cong-van-so-cong-thuong-hai-phong",
        starts=(
            ("place and date", "Hải Phòng, ngày"),
            ("addressees", "Kính gửi:"),
            ("body", "Thực hiện Kế hoạch"),
            ("recipients", "Nơi nhận:"),
            ("signature", "KT. GIÁM ĐỐC"),
        ),
        only_printed={
            "issuer": ("UBND THÀNH PHỐ HẢI PHÒNG", "SỞ CÔNG THƯƠNG"),
            "national header": NATIONAL_HEADER,
            "number": ("Số: /SCT-QLCN",),
            "subject": (
                "V/v triển khai công tác tổ chức bình chọn sản phẩm công nghiệp nông thôn",
                "tiêu biểu thành phố năm 2025",
            ),
        },
    ),
    "cong-van-bql-kcn-ha-noi": CorpusText(
        example="cong-van-bql-kcn-ha-noi",
        starts=(
            ("issuer", "UBND THÀNH PHỐ"),
            ("national header", "CỘNG HÒA"),
            ("number", "Số: /BQL"),
            ("subject", "V/v mời"),
            ("place and date", "Hà Nội, ngày"),
            ("addressees", "Kính gửi:"),
            ("body", "Thực hiện Kế hoạch"),
            ("recipients", "Nơi nhận:"),
            ("signature", "TRƯỞNG BAN"),
        ),
        only_printed={},
        # The Quốc hiệu is printed by the product, in the spelling of the decree's rule.
        printed_otherwise={"CỘNG HOÀ XÃ HỘI": "CỘNG HÒA XÃ HỘI"},
    ),
    "ke-hoach-phoi-hop-683-ctdp-sct-kien-giang": CorpusText(
        example="ke-hoach-phoi-hop-kien-giang",
        starts=(
            ("number", "Số: 683"),
            ("place and date", "Hà Nội, ngày 10"),
            ("title", "KẾ HOẠCH PHỐI HỢP"),
            ("body", "Thực hiện Thông tư"),
            ("signature", "SỞ CÔNG THƯƠNG TỈNH KIÊN GIANG"),
            ("signature", "CỤC CÔNG THƯƠNG ĐỊA PHƯƠNG"),
            ("recipients", "Nơi nhận:"),
        ),
        only_printed={
            "issuer": (
                *("BỘ CÔNG THƯƠNG", "CỤC CÔNG THƯƠNG ĐỊA PHƯƠNG"),
                *("UBND TỈNH KIÊN GIANG", "SỞ CÔNG THƯƠNG"),
            ),
            "national header": NATIONAL_HEADER,
        },
        # A side bracket groups the first two recipients; the extraction read it last, as a line.
        torn={"- (để b/c);": ("- UBND tỉnh Kiên Giang;", "(để b/c);")},
    ),
    "quyet-dinh-khuyen-cong-hai-phong": CorpusText(
        example="quyet-dinh-khuyen-cong-hai-phong",
        starts=(
            ("number", "Số: /QĐ-UBND"),
            ("place and date", "Hải Phòng, ngày"),
            ("title", "QUYẾT ĐỊNH"),
            ("body", "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG"),
            ("recipients", "Nơi nhận:"),
            ("signature", "TM. ỦY BAN NHÂN DÂN"),
            ("appendix", "PHỤ LỤC"),
        ),
        only_printed={
            "issuer": ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"),
            "national header": NATIONAL_HEADER,
        },
    ),
}


def expected_blocks(name: str) -> list[Block]:
    """The blocks of a corpus text with the stated differences of its document."""
    document = CORPUS[name]
    text = (TEXTS / f"{name}.txt").read_text("utf-8")
    for written, printed in document.printed_otherwise.items():
        assert text.count(written) == 1, f"«{written}» is not there once"
        text = text.replace(written, printed)
    for line, (before, printed) in document.torn.items():
        assert text.count(line) == text.count(before) == 1, f"«{line}» is not there once"
        text = text.replace(line, "").replace(before, f"{before}\n{printed}")
    lost = [Block(kind, lines) for kind, lines in document.only_printed.items()]
    return [*blocks(text, document.starts), *lost]


@pytest.mark.parametrize("name", CORPUS)
def test_every_word_of_the_corpus_text_is_printed_and_no_other(name: str) -> None:
    """This test shows that an example prints the words of the document as issued, no more."""
    example = ROOT / "examples" / f"{CORPUS[name].example}.yaml"
    rendering = render(example)
    assert rendering.data, [diagnostic.message.vi for diagnostic in rendering.diagnostics]
    assert differences(expected_blocks(name), printed_blocks(rendering.data)) == []


def test_every_text_of_the_corpus_is_compared() -> None:
    """This test shows that no text is left out of the list above."""
    assert {path.stem for path in TEXTS.glob("*.txt")} == set(CORPUS)
