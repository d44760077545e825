"""What one run of the command line worked out and the next need not: a file in the user's cache.

Python keeps compiled modules between runs, and patterns never: those that judge a letter, compiled
anew, took a quarter of a run, reading the tables of the law another twentieth. Each piece of work
is kept under all that it is made of, so that a piece can be found or not, and never be stale. The
file is of one build of Python; one that is damaged, or cannot be written, is done without. It holds
plain data, of which nothing is executed. A program that imports the package keeps nothing.
"""

from __future__ import annotations

import marshal
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar, cast

from vnadmindocs.user_cache import user_cache

Plain = TypeVar("Plain")

# More than all the work there is: what older versions left behind is dropped at some time.
_MOST_PIECES = 1000
_CHECK = 4  # bytes of the CRC
# None while nothing is kept; pieces are decoded when they are asked for.
_known: dict[str, bytes] | None = None
_new: dict[str, bytes] = {}


def kept(key: str, make: Callable[[], Plain]) -> Plain:
    """Give the result of some work: that of an earlier run, or made now.

    Args:
        key: all that the result depends on.
        make: does the work; it gives numbers, texts, bytes, and tuples, lists and mappings of them.
    """
    if _known is None:
        return make()
    piece = _known.get(key) or _new.get(key)
    if piece is not None:
        found: Plain = marshal.loads(piece)
        return found
    made = make()
    with suppress(ValueError):  # a day, say, is no plain data: made anew each time
        _new[key] = marshal.dumps(cast(Any, made))
    return made


def start_keeping() -> None:
    """Begin a run: what earlier ones worked out is at hand."""
    global _known
    _known = {}
    path = _file()
    with suppress(OSError, ValueError, EOFError, TypeError):
        data = path.read_bytes() if path is not None else b""
        check, rest = data[:_CHECK], data[_CHECK:]
        if zlib.crc32(rest).to_bytes(_CHECK, "big") == check:
            _known = marshal.loads(rest)


def stop_keeping() -> None:
    """End a run: what it worked out is written for the next one."""
    global _known
    pieces, path = _known or {}, _file()
    _known = None
    if not _new or path is None:
        return
    # Few runs have anything new.
    from vnadmindocs.atomic import write_atomically

    every = _new if len(pieces) + len(_new) > _MOST_PIECES else pieces | _new
    rest = marshal.dumps(every)
    with suppress(OSError):
        write_atomically(path, zlib.crc32(rest).to_bytes(_CHECK, "big") + rest)
    _new.clear()


def _file() -> Path | None:
    """Name the file of this build of Python; None when the system names no cache folder."""
    folder = user_cache("work")
    build = f"{zlib.crc32(f'{sys.version} {sys.maxunicode} {sys.byteorder}'.encode()):08x}"
    return folder / f"{sys.implementation.cache_tag}-{build}" if folder is not None else None
