"""The files of the project, as a clone has them."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "vnadmindocs"
_MADE = {".venv", "build", "dist", "node_modules", "__pycache__", ".git"}


@cache
def project_files() -> tuple[Path, ...]:
    """Name every file that is, or is about to be, tracked; in a source archive, every file."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        names = [ROOT / name.decode() for name in listed.stdout.split(b"\0") if name]
        return tuple(sorted(path for path in names if path.is_file()))
    return tuple(
        sorted(
            path
            for path in ROOT.rglob("*")
            if path.is_file() and not _MADE & set(path.relative_to(ROOT).parts)
        )
    )


def modules(folder: Path = ROOT) -> tuple[Path, ...]:
    """Name every Python file under a folder."""
    return tuple(
        path for path in project_files() if path.suffix == ".py" and path.is_relative_to(folder)
    )


def shown(path: Path) -> str:
    """Name a file as seen from the top of the project."""
    return path.relative_to(ROOT).as_posix()
