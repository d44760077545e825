"""Where LibreOffice is, and which version it has."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

_NAMES = ("soffice", "libreoffice")
_VERSION_LIMIT_S = 20
# Of a folder such as libreoffice24.2, for the newest of several.
_DIGITS = pattern(r"\d+")
_SET_UP = pattern(r'<prop oor:name="ooSetupVersionAboutBox">\s*<value>([\d.]+)</value>')
_SAID = pattern(r"LibreOffice\S* (\d[\d.]*)")


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """An installed LibreOffice.

    Attributes:
        program: the program to run.
        version: such as ``7.4.7.2``; "" when it could not be found out.
    """

    program: Path
    version: str


def find_libreoffice() -> LibreOffice | None:
    """Find LibreOffice and its version; None when there is none.

    The version is read from the settings of the installation (a few ms). Only where they are not
    found is the program asked, with a time limit.
    """
    program = find_program()
    return None if program is None else LibreOffice(program, version_of(program))


def find_program() -> Path | None:
    """Find the program: on the PATH, else in the usual places of the system."""
    import shutil

    for name in _NAMES:
        found = shutil.which(name)
        if found is not None:
            return Path(found)
    return next((path for path in _usual_places() if path.is_file()), None)


def _usual_places() -> Iterator[Path]:
    """Name where installers put it when they leave the PATH alone; newer versions first."""
    if sys.platform == "win32":
        for variable in ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)"):
            if folder := os.environ.get(variable):
                for office in _newest_first(Path(folder), "LibreOffice*"):
                    # The one that waits and writes to the console.
                    yield office / "program" / "soffice.com"
                    yield office / "program" / "soffice.exe"
    elif sys.platform == "darwin":
        for folder in (Path("/Applications"), Path("~/Applications").expanduser()):
            for office in _newest_first(folder, "LibreOffice*.app"):
                yield office / "Contents" / "MacOS" / "soffice"
    else:
        for folder in map(Path, ("/opt", "/usr/lib", "/usr/lib64", "/usr/local/lib")):
            for office in _newest_first(folder, "libreoffice*"):
                yield office / "program" / "soffice"


def _newest_first(folder: Path, shape: str) -> list[Path]:
    def numbers(path: Path) -> list[int]:
        return [int(number) for number in _DIGITS.findall(path.name)]

    with suppress(OSError):
        return sorted(folder.glob(shape), key=numbers, reverse=True)
    return []


def version_of(program: Path) -> str:
    """Read the version of a program; "" when nothing tells."""
    with suppress(OSError, RuntimeError):
        folder = program.resolve().parent.parent
        for registry in (folder / "share" / "registry", folder / "Resources" / "registry"):
            with suppress(OSError):
                text = (registry / "main.xcd").read_text(encoding="utf-8", errors="replace")
                if found := _SET_UP.search(text):
                    return str(found[1])
    return _version_said(program)


def _version_said(program: Path) -> str:
    """Ask the program; wrappers (a snap, a container) keep their settings elsewhere."""
    from vnadmindocs.writers.libreoffice.running import run

    ran = run(program, ["--version"], {}, seconds=_VERSION_LIMIT_S)
    found = _SAID.search(ran.said)
    return str(found[1]) if found else ""
