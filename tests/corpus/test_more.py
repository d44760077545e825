"""Six more real documents, read where they lie: each becomes a record and loses no word.

Their transcriptions are the papers of other offices, names and all, and are not published with the
project: where they do not lie beside it, these tests are skipped and say so. The five documents of
``tests/corpus`` itself are tried everywhere.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.comparison import differences
from tests.corpus.printed import printed_blocks
from tests.corpus.transcription import transcribe
from vnadmindocs.api import render
from vnadmindocs.diagnostics import Severity

ROOT = Path(__file__).parents[2]
MORE = ROOT.parent / "shared" / "corpus" / "more"
TEXTS = (
    "cv-05-quangngai-507-gop-y",
    "gm-01-syt-kiengiang-03",
    "kh-03-syt-kiengiang-239-dau-thau",
    "qd-07-binhthuan-779-kem-dieu-le",
    "tb-01-hanoi-453-treo-co",
    "ttr-01-snv-binhthuan-2114",
)


@pytest.mark.parametrize("name", TEXTS)
def test_a_transcribed_document_renders_with_every_word(name: str) -> None:
    """This test shows that documents never seen by the product lose no word on the road."""
    path = MORE / f"{name}.txt"
    if not path.is_file():
        pytest.skip(f"{path.name} is not published with the project")
    document = transcribe(path.read_text("utf-8"))
    rendering = render(document.record)
    fatal = [each for each in rendering.diagnostics if each.severity is Severity.FATAL]
    assert [(each.code, each.place.line, each.message.vi) for each in fatal] == []
    assert rendering.data is not None
    assert differences(document.blocks, printed_blocks(rendering.data)) == []


def test_a_transcription_becomes_a_record() -> None:
    """This test shows what the reading of a transcription makes of its lines."""
    text = (
        "UBND TỈNH AN BÌNH\nSỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập – Tự do – Hạnh phúc\nSố: 3 /KH-SYT\nAn Bình, ngày 01 tháng 3 năm 2026\n\n"
        "KẾ HOẠCH\nĐấu thầu\n\nCăn cứ Luật Đấu thầu;\nI. Nội dung\n[BẢNG 2 cột]\nTT | Việc\n"
        "1 | Mua / sắm\nII. Khác\n\nNơi nhận:\n- Lưu VT.\n\nGIÁM ĐỐC\n\nLê Hoàng Anh\n"
    )
    found = transcribe(text)
    assert found.record == (
        "loại: kế hoạch\ncơ quan: |\n  UBND TỈNH AN BÌNH\n\n  SỞ Y TẾ\nsố: 3 /KH-SYT\n"
        "địa danh: An Bình\nngày: ngày 01 tháng 3 năm 2026\ntrích yếu: |\n  Đấu thầu\n"
        "căn cứ: |\n  Căn cứ Luật Đấu thầu;\nnội dung:\n  - |\n    I. Nội dung\n  - bảng:\n"
        "      cột: TT | Việc\n      hàng: |\n        1 | Mua\\nsắm\n  - |\n    II. Khác\n"
        "nơi nhận: |\n  - Lưu VT.\nký: |\n  GIÁM ĐỐC\n\n  Lê Hoàng Anh\n"
    )
    assert [(block.name, " ".join(block.lines)) for block in found.blocks] == [
        ("issuer", "UBND TỈNH AN BÌNH SỞ Y TẾ"),
        ("national header", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"),
        ("number", "Số: 3 /KH-SYT"),
        ("place and date", "An Bình, ngày 01 tháng 3 năm 2026"),
        ("title", "KẾ HOẠCH Đấu thầu"),
        ("body", "Căn cứ Luật Đấu thầu; I. Nội dung TT Việc 1 Mua sắm II. Khác"),
        ("recipients", "Nơi nhận: - Lưu VT."),
        ("signature", "GIÁM ĐỐC Lê Hoàng Anh"),
    ]
