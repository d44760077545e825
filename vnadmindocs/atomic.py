"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import ExitStack, suppress
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
    write_all_atomically({path: data})


def write_all_atomically(files: Mapping[Path, bytes]) -> None:
    """Write several files as ``write_atomically`` does; none is renamed before all are written.

    Raises:
        OSError: a folder or a file cannot be written; the old files, if any, are untouched. Where
            the system refuses only to rename, files named before that one are new already.
    """
    with ExitStack() as leftovers:
        ready: list[tuple[Path, Path]] = []
        for path, data in files.items():
            target = path.resolve()
            target.parent.mkdir(parents=True, exist_ok=True)
            # A name nobody can guess, and short: that of the target may be as long as names can be.
            beside = target.with_name(f".{os.urandom(_RANDOM_BYTES).hex()}.part")
            descriptor = os.open(beside, _NEW, 0o666)
            leftovers.callback(_remove, beside)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            # Some file systems keep no permissions.
            with suppress(OSError):
                beside.chmod(target.stat().st_mode)
            ready.append((beside, target))
        for beside, target in ready:
            os.replace(beside, target)


def _remove(path: Path) -> None:
    """Remove what was not renamed."""
    with suppress(OSError):
        path.unlink()
