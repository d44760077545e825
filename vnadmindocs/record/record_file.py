"""The file of a record: its bytes, or the finding that says why there are none."""

from __future__ import annotations

from pathlib import Path

from vnadmindocs.diagnostics import Diagnostic, Place, diagnose
from vnadmindocs.diagnostics.system_reason import system_reason
from vnadmindocs.record.folder import Folder
from vnadmindocs.record.source import LARGEST_FILE


def folder_of_record(path: Path, root: Path | None) -> Folder:
    """Give the folder a record lies in, which knows that the record is read."""
    folder = Folder.of(path.parent, root)
    folder.files[path.resolve()] = ""
    return folder


def content_of_record(path: Path, name: str) -> bytes | Diagnostic:
    """Read the bytes of a record, one more than a record may have at most.

    Args:
        path: where it is.
        name: what findings call it.
    """
    refused = _refused_path(path, name)
    if refused is not None:
        return refused
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except OSError as error:
        return diagnose("OUT012", Place(file=name), file=name, reason=system_reason(error))


def _refused_path(path: Path, name: str) -> Diagnostic | None:
    try:
        if path.is_file():
            return None
        code = "OUT011" if path.exists() else "OUT010"
    except (OSError, ValueError):
        code = "OUT010"
    return diagnose(code, Place(file=name), file=name)
