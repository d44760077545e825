"""How a run ends: at once, with all it said, unless somebody waits for the end."""

from __future__ import annotations

import subprocess
import sys

import pytest

_RUN = """
import atexit, sys, threading, time
{before}
sys.argv = ["vnadmindocs", "explain", "REC016", "--lang", "en"]
from vnadmindocs.cli.main import main
main()
"""
_NOBODY = ""
_ASKED = "atexit.register(print, 'the end')"
_THREAD = "threading.Thread(target=lambda: (time.sleep(0.5), print('the end', flush=True))).start()"


def _said(before: str) -> str:
    made = subprocess.run(
        [sys.executable, "-c", _RUN.format(before=before)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert made.stderr == ""
    return made.stdout


def test_what_was_said_is_there_whole() -> None:
    """This test shows that nothing is left in a buffer of a pipe."""
    said = _said(_NOBODY)
    assert said.startswith("REC016 ")
    assert said.endswith("\n")


@pytest.mark.parametrize("before", [_ASKED, _THREAD], ids=["a call at the end", "a thread"])
def test_whoever_waits_for_the_end_is_waited_for(before: str) -> None:
    """This test shows that the short way out is taken where nothing is left to do."""
    assert _said(before) == _said(_NOBODY) + "the end\n"


def test_the_exit_code_is_that_of_the_run() -> None:
    """This test shows that the short way out says what the long one says."""
    command = [sys.executable, "-m", "vnadmindocs", "render", "no-such-record.yaml"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1
    command[-2:] = ["no-such-command"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 2
