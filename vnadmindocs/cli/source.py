"""A record named on the command line: a file, or ``-`` for standard input."""

from __future__ import annotations

import sys
from pathlib import Path

STANDARD_INPUT = "-"


def source(name: str) -> Path | bytes:
    """Give what the library reads: the path, or all bytes of standard input."""
    return sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name)
