"""Where the files that ship with the package are: templates, schemas, examples.

``templates/`` and ``schemas/`` stand at the top of the repository. In a wheel they are copied to
``vnadmindocs/_shipped/`` by the build hook; in a checkout (editable install, sdist build) they are
read where they stand. Data of one floor (norms, metrics) lies beside its loader instead.
"""

from __future__ import annotations

from pathlib import Path

from vnadmindocs.errors import BrokenInstallError

_PACKAGE = Path(__file__).resolve().parent


def asset(folder: str, *parts: str) -> Path:
    """Find a shipped file or folder.

    Raises:
        BrokenInstallError: neither the wheel's copy nor the checkout's original is there.
    """
    for root in (_PACKAGE / "_shipped", _PACKAGE.parent):
        found = root.joinpath(folder, *parts)
        if found.exists():
            return found
    raise BrokenInstallError(f"{'/'.join((folder, *parts))} is missing from this installation")


def data_file(package: str, *parts: str) -> Path:
    """Find a data file that lies beside the code of one floor, such as ``law``."""
    found = _PACKAGE.joinpath(package, "data", *parts)
    if not found.exists():
        raise BrokenInstallError(f"{package}/data/{'/'.join(parts)} is missing")
    return found
