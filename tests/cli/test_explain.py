"""``vnadmindocs explain``."""

import pytest

from tests.cli.conftest import Command
from vnadmindocs.cli import explain as explain_command
from vnadmindocs.diagnostics import Severity, Text
from vnadmindocs.diagnostics.catalogue import Entry, families, family

PAGE = """\
SIG002 · lỗi
«…» nhưng người ký ghi chức vụ «…»

Kiểm tra dòng quyền hạn.

Sai:
    ký: |
      KT. GIÁM ĐỐC

Đúng:
    ký: |
      PHÓ

Cách sửa: ghi «…»

Căn cứ: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7, điểm b
"""


def test_a_page_has_every_part_of_the_catalogue(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sentences show dots for their facts, the clause is in words."""
    known = Entry(
        "SIG002",
        Severity.ERROR,
        Text("«{found}» nhưng người ký ghi chức vụ «{office}»", "…"),
        Text("ghi «{deputy}»", "…"),
        "PL1·P1·II.7.b",
        Text("Kiểm tra dòng quyền hạn.", "…"),
        "ký: |\n  KT. GIÁM ĐỐC\n",
        "ký: |\n  PHÓ\n",
    )
    monkeypatch.setattr(explain_command, "entry", {"SIG002": known}.get)
    assert command("explain", "sig002") == (0, PAGE, "")


def test_without_a_code_all_are_listed(command: Command) -> None:
    """One line each, in the order of the codes."""
    shown = command("explain", "--lang", "en")
    codes = [line.split()[0] for line in shown.out.splitlines()]
    assert codes == [code for name in families() for code in family(name)]


def test_an_unknown_code_is_wrong_use(command: Command) -> None:
    """Its family helps to find the right one."""
    shown = command("explain", "OUT999")
    assert shown.code == 2
    assert "Không có lỗi mang mã OUT999. Các mã gần giống: OUT001, OUT002" in shown.err
    assert "OUT001" in command("explain", "OUT001").out
