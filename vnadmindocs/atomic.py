"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

# Never an existing file, nor what a link of that name points to.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_RANDOM_BYTES = 8


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file beside its place, then rename it into its place; missing folders are made.

    Whoever looks sees the old file or the whole new one. Permissions are those of the old file,
    or else those of any new file; a link keeps pointing to the file that is replaced.

    Raises:
        OSError: the folder or the file cannot be written; the old file, if any, is untouched.
    """
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    # A name nobody can guess, and short: that of the target may be as long as names can be.
    beside = target.with_name(f".{os.urandom(_RANDOM_BYTES).hex()}.part")
    descriptor = os.open(beside, _NEW, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        # Some file systems keep no permissions.
        with suppress(OSError):
            beside.chmod(target.stat().st_mode)
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
