"""What a search for a face found, kept for the next process.

One file a list of folders: a line of magic, the CRC of the rest, a JSON text. It names every
folder that was searched and every file that mattered, with size and time of change; when one of
them differs, or the file is damaged, the search is made again. A file of another family that
becomes one of ours without its folder changing is not seen: the doctor searches anew. A folder
that cannot be written to is done without.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from vnadmindocs.atomic import write_atomically
from vnadmindocs.user_cache import user_cache

# Raise the number whenever a search gives something else for the same files.
_MAGIC = b"vnadmindocs face 2\n"
_CHECK = 4  # bytes of the CRC
_MOST_KEPT = 32


def load(key: Sequence[str]) -> dict[str, Any] | None:
    """Give what was kept under a key; None when there is nothing, or something has changed."""
    path = _path(key)
    if path is None:
        return None
    head = len(_MAGIC)
    try:
        data = path.read_bytes()
        check, rest = data[head : head + _CHECK], data[head + _CHECK :]
        if data[:head] != _MAGIC or zlib.crc32(rest).to_bytes(_CHECK, "big") != check:
            return None
        record = json.loads(rest)
        if record["key"] != list(key):
            return None
        if any(_stamp(name) != stamp for name, stamp in record["looked_at"]):
            return None
        found = record["found"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if isinstance(found, dict) else None


def keep(key: Sequence[str], found: dict[str, object], looked_at: Iterable[str]) -> None:
    """Keep what was found; a cache that cannot be written is no fault.

    Args:
        key: what the search was for.
        found: what JSON can hold.
        looked_at: folders and files whose change makes the search outdated.
    """
    path = _path(key)
    if path is None:
        return
    record = {
        "key": list(key),
        "looked_at": [[name, _stamp(name)] for name in looked_at],
        "found": found,
    }
    # Names of files that are no text stand as halves of characters, which JSON keeps escaped.
    rest = json.dumps(record, separators=(",", ":")).encode()
    check = zlib.crc32(rest).to_bytes(_CHECK, "big")
    with suppress(OSError):
        write_atomically(path, _MAGIC + check + rest)
        _forget_old(path.parent)


def _forget_old(folder: Path) -> None:
    """Keep the newest few: a folder of fonts that was given once is not given for ever."""
    with os.scandir(folder) as entries:
        kept = [(each.stat().st_mtime_ns, each.path) for each in entries]
    for _, old in sorted(kept, reverse=True)[_MOST_KEPT:]:
        with suppress(OSError):
            os.unlink(old)


def _stamp(name: str) -> list[int]:
    """Give what changes when a folder or a file does; nothing for what is not there."""
    try:
        status = os.stat(name)
    except (OSError, ValueError):
        return []
    return [status.st_mtime_ns, status.st_size]


def _path(key: Sequence[str]) -> Path | None:
    folder = user_cache("fonts")
    name = zlib.crc32("\n".join(key).encode("utf-8", "surrogatepass"))
    return folder / f"{name:08x}.face" if folder is not None else None
