"""The user's cache folder for this package: what is kept between runs and can be made again."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def user_cache(name: str) -> Path | None:
    """Name the folder for one kind of kept things; None when the system names no cache folder.

    The folder may not exist, and may not be writable: a cache never matters.
    """
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return Path(local) / "vnadmindocs" / name if local else None
    named = os.environ.get("XDG_CACHE_HOME", "")
    if named and Path(named).is_absolute():
        return Path(named) / "vnadmindocs" / name
    try:
        return Path.home() / ".cache" / "vnadmindocs" / name
    except RuntimeError:
        return None
