"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file beside its place, then rename it into its place; missing folders are made.

    Whoever looks sees the old file or the whole new one. Permissions are those of any new file;
    a link keeps pointing to the file that is replaced.

    Raises:
        OSError: the folder or the file cannot be written; the old file, if any, is untouched.
    """
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(data)
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
