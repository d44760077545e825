"""Text of old code pages inside Unicode text."""

from __future__ import annotations

import pytest

from vnadmindocs.language.legacy import read_western, unicode_to_tcvn3, unicode_to_vni
from vnadmindocs.language.legacy_text import LegacyText, legacy_text

SENTENCES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Đề nghị các sở, ban, ngành báo cáo kết quả trước ngày 30 tháng 9.",
    "Phòng Nội vụ chịu trách nhiệm theo dõi, đôn đốc việc thực hiện.",
    "Kinh phí thực hiện: từ nguồn ngân sách nhà nước",
    "hội đồng nhân dân thành phố",
    "Nơi nhận: như trên",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_tcvn3_is_found_and_read(sentence: str) -> None:
    """Any line with a few words shows."""
    found = legacy_text(f"số: 5\n{unicode_to_tcvn3(sentence)}")
    assert found is not None
    assert (found.encoding, found.line, found.converted) == ("tcvn3", 1, sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_vni_is_found_and_read(sentence: str) -> None:
    """Any line with a few words shows."""
    found = legacy_text(unicode_to_vni(sentence))
    assert found is not None
    assert (found.encoding, found.line, found.converted) == ("vni", 0, sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_utf_8_read_as_western_is_found_and_read(sentence: str) -> None:
    """The bytes are those of UTF-8, so the guess proves itself."""
    found = legacy_text(read_western(sentence.encode()))
    assert found is not None
    assert (found.encoding, found.converted) == ("utf-8-twice", sentence)


def test_a_value_of_old_beside_a_unicode_key_is_found() -> None:
    """The key stays as it is; the place is that of the first word."""
    assert legacy_text("loại: quyết định\ntrích yếu: C«ng v¨n míi\n") == LegacyText(
        encoding="tcvn3",
        line=1,
        column=11,
        length=4,
        written="trích yếu: C«ng v¨n míi",
        converted="trích yếu: Công văn mới",
    )
    found = legacy_text("kính gửi: UÛy ban nhaân daân tænh")
    assert found is not None
    assert found.converted == "kính gửi: Ủy ban nhân dân tỉnh"


def test_short_values_on_many_lines_are_found_together() -> None:
    """One word a line is no proof, three are."""
    assert legacy_text("địa danh: Th¸i\nký: |\n  B×nh\n") is None
    found = legacy_text("địa danh: Th¸i\nký: |\n  B×nh\n  Ch÷\n  Hång\n")
    assert found is not None
    assert (found.encoding, found.line) == ("tcvn3", 0)


@pytest.mark.parametrize(
    "text",
    [
        *SENTENCES,
        "",
        "Plain ASCII",
        "toà án, hoà bình, thuý, khoẻ, uỷ ban, quý, hoá chất, loà xoà, loé sáng",
        "TOÀ ÁN NHÂN DÂN, HOÀ BÌNH, HOÁ CHẤT",
        "Le «Protocole de Genève» a été signé très tôt à l'hôtel, où les élèves étaient déjà.",
        "Coût: août, goûter, naïf, maïs, Noël, Citroën, Thaïlande, Loïc, Moïse, coïncidence",
        "Thaï et Hanoï: le théâtre du Dépôt, né à Huế, côté forêt",
        "« la clé » et « le thé » © 2025, ® Microsoft, 5 µm ± 2 µg, 25 °C, 3 m², ½ · ¾",
        "Zürich, Köln, München, für Möbel, schön, Größe, Åse, Øresund, smørrebrød",
        "El niño soñó en España; São Paulo, coração, não, ações, pão",
        "naïve café résumé, façade, Brontë, coöperate, reëlect, Zoë, Chloë, Noé",
        "«Quyết định» và «Công văn» «ban hành» «an ninh»; điểm «đ»; Nghị định¹, bàn², Bộ³",
        "Đắk Lắk, Krông Pắc, Buôn Ma Thuột, Mường Lát, Ðà Nẵng, K'Bang, Chư Sê",
        "§1 — §2: ¶ «a» »b« a·b x¹ + y² = ¼",
    ],
)
def test_other_text_raises_no_alarm(text: str) -> None:
    """Unicode Vietnamese in either spelling, French, German, Spanish, signs, brand names."""
    assert legacy_text(text) is None
