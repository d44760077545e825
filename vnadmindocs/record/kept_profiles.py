"""Profiles read before: all letters of an office name one, and it is read again when it changes.

Kept are profiles without findings that name no further file, each with the file it was read from
and that file's content. A file whose identity (device, number, size, times) is that of then is not
opened; one that was changed in the seconds before it was read is, for a clock cannot tell two
changes of one moment apart. So what is found never depends on what was read before.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from vnadmindocs.record.folder import Folder
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from vnadmindocs.record.issuer import Agency

MOST_KEPT = 64
# The coarsest clock of a file system in use ticks every two seconds.
_SETTLED_NS = 2_000_000_000
_Key = tuple[str, str, str, str]
_Identity = tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Kept:
    """A profile as it was read.

    Attributes:
        identity: the file it was read from; None where it had just been changed.
        resolved: where that file is.
    """

    identity: _Identity | None
    resolved: Path
    content: bytes
    agency: Agency


_kept: dict[_Key, _Kept] = {}
_lock = Lock()


def unchanged_profile(written: str, folder: Folder) -> Agency | None:
    """Give a profile whose file is as it was when it was read; None where it must be read.

    Args:
        written: its path as the record has it.
        folder: where that path starts; the file is noted as one that was read.
    """
    kept = _kept.get(_key(written, folder))
    if kept is None or kept.identity is None:
        return None
    try:
        status = os.stat(os.path.join(folder.path, written.replace("\\", "/")))
    except (OSError, ValueError):
        return None
    if _identity(status) != kept.identity:
        return None
    folder.files.setdefault(kept.resolved, written)
    return kept.agency


def same_profile(written: str, folder: Folder, content: bytes) -> Agency | None:
    """Give a profile that was read from a file of this content; None where there is none."""
    kept = _kept.get(_key(written, folder))
    return kept.agency if kept is not None and kept.content == content else None


def keep_profile(
    written: str, folder: Folder, target: Path, content: bytes, agency: Agency
) -> None:
    """Keep a profile that depends on nothing but its file.

    Args:
        written: its path as the record has it.
        folder: where that path starts.
        target: the file.
        content: what was read of it.
        agency: the profile.
    """
    try:
        status = os.stat(target)
    except OSError:
        return
    changed = max(status.st_mtime_ns, status.st_ctime_ns)
    settled = time.time_ns() - changed > _SETTLED_NS and status.st_size == len(content)
    made = _Kept(_identity(status) if settled else None, target.resolve(), content, agency)
    with _lock:
        _kept.pop(_key(written, folder), None)
        while len(_kept) >= MOST_KEPT:
            del _kept[next(iter(_kept))]
        _kept[_key(written, folder)] = made


def _key(written: str, folder: Folder) -> _Key:
    """Give what decides which file a path names, and whether it may be read."""
    try:
        here = os.getcwd()
    except OSError:  # the working folder is gone: no path of it leads anywhere
        here = ""
    return here, str(folder.path), str(folder.tree), written


def _identity(status: os.stat_result) -> _Identity:
    return (
        status.st_dev,
        status.st_ino,
        status.st_size,
        status.st_mtime_ns,
        status.st_ctime_ns,
    )
