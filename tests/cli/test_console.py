"""Reports on a terminal."""

import re
import sys

import pytest

from tests.diagnostics.findings import ALL
from vnadmindocs.cli.console import show_report
from vnadmindocs.diagnostics.reports import report


def _shown_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> str:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    show_report(ALL, "text", "vi")
    return capsys.readouterr().out


def test_a_terminal_gets_the_same_words_in_colour(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines are not wrapped, so that carets stay where they belong."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = _shown_on_a_terminal(capsys, monkeypatch)
    assert "\x1b[" in shown
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown) == report(ALL)


def test_whoever_wants_no_colour_gets_none(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR is respected (bold type may stay)."""
    monkeypatch.setenv("NO_COLOR", "1")
    shown = _shown_on_a_terminal(capsys, monkeypatch)
    assert re.findall(r"\x1b\[[0-9;]*3[0-7]", shown) == []


def test_other_formats_are_never_coloured(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """JSON on a terminal is still JSON."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    show_report(ALL, "json", "vi")
    assert capsys.readouterr().out == report(ALL, "json")
