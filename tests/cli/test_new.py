"""``vnadmindocs new``."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command, Library


@pytest.mark.parametrize("words", [("quyết", "định"), ("quyết định",), ("QĐ",), ("decision",)])
def test_a_type_is_named_as_people_name_it(
    command: Command, library: Library, words: tuple[str, ...]
) -> None:
    """By name, with or without quotation marks, by abbreviation, in English."""
    assert command("new", *words) == (0, "loại: decision vi\n", "")


def test_the_record_is_written_in_the_language_asked_for(
    command: Command, library: Library
) -> None:
    """Keys follow --lang."""
    shown = command("new", "KH", "-o", "moi/ke-hoach.yaml", "--lang", "en")
    assert shown.code == 0
    assert Path("moi/ke-hoach.yaml").read_text(encoding="utf-8") == "loại: plan en\n"


def test_a_file_that_is_there_is_left_alone(command: Command, library: Library) -> None:
    """Unless --force; it may be work in progress."""
    Path("a.yaml").write_text("của tôi", encoding="utf-8")
    shown = command("new", "KH", "-o", "a.yaml")
    assert shown.code == 1
    assert "OUT002: Tệp «a.yaml» đã có, không ghi đè" in shown.out
    assert Path("a.yaml").read_text(encoding="utf-8") == "của tôi"
    assert command("new", "KH", "-o", "a.yaml", "--force").code == 0
    assert Path("a.yaml").read_text(encoding="utf-8") == "loại: plan vi\n"


def test_an_unknown_type_is_wrong_use_and_all_are_named(command: Command, library: Library) -> None:
    """The sentence lets one choose."""
    shown = command("new", "giấy", "xyz")
    assert shown.code == 2
    assert "Không có loại văn bản «giấy xyz»" in shown.err
    assert "kế hoạch" in shown.err
