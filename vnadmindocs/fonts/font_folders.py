"""Where systems keep their fonts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
# A folder of fonts is neither deep nor endless; the root of a disk given by mistake is both.
_DEEPEST = 8
_MOST_FOLDERS = 5_000


def system_folders() -> tuple[Path, ...]:
    """Name the folders of this user and this system, the user's first."""
    try:
        home: Path | None = Path.home()
    except RuntimeError:
        home = None
    return folders_of(sys.platform, os.environ, home)


def folders_of(
    platform: str, environment: Mapping[str, str], home: Path | None
) -> tuple[Path, ...]:
    """Name the folders of fonts of a platform, the user's first; they need not exist.

    Args:
        platform: as ``sys.platform``.
        environment: environment variables.
        home: the user's folder; None where there is none.
    """
    own: list[Path] = []
    if platform == "win32":
        if local := environment.get("LOCALAPPDATA"):
            own.append(Path(local) / "Microsoft" / "Windows" / "Fonts")
        windows = environment.get("SYSTEMROOT") or environment.get("WINDIR") or r"C:\Windows"
        return _distinct((*own, Path(windows) / "Fonts"))
    if platform == "darwin":
        if home is not None:
            own.append(home / "Library" / "Fonts")
        return _distinct((*own, Path("/Library/Fonts"), Path("/System/Library/Fonts")))
    if data := _absolute(environment.get("XDG_DATA_HOME", "")):
        own.append(data[0] / "fonts")
    elif home is not None:
        own.append(home / ".local" / "share" / "fonts")
    if home is not None:
        own.append(home / ".fonts")
    shared = [each / "fonts" for each in _absolute(environment.get("XDG_DATA_DIRS", ""))]
    standard = (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
    # TeX distributions of Linux keep theirs beside the others.
    return _distinct((*own, *shared, *standard, Path("/usr/share/texmf/fonts")))


def font_files(folder: Path, seen: set[tuple[int, int]]) -> Iterator[tuple[Path, list[Path]]]:
    """Walk a folder and those inside it, in the order of their names.

    Args:
        folder: where to begin; it need not exist.
        seen: folders walked before, which are passed over; those of this walk are added.

    Yields:
        Each folder that can be read, with its font files. Links are followed, circles are not.
    """
    waiting = [(folder, 0)]
    while waiting and len(seen) < _MOST_FOLDERS:
        here, depth = waiting.pop()
        try:
            status = here.stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            with os.scandir(here) as entries:
                found = sorted(entries, key=lambda each: each.name)
        except (OSError, ValueError):
            continue
        seen.add((status.st_dev, status.st_ino))
        if depth < _DEEPEST:
            inner = [here / each.name for each in found if _is_folder(each)]
            waiting += [(each, depth + 1) for each in reversed(inner)]
        yield here, [here / each.name for each in found if _is_font(each)]


def _is_font(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.name.lower().endswith(_ENDINGS) and entry.is_file()
    except OSError:
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _absolute(folders: str) -> list[Path]:
    return [Path(each) for each in folders.split(":") if each.startswith("/")]


def _distinct(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(folders))
