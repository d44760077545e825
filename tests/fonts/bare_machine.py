"""A machine without fonts for tests of faces, and how they read what was found."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnadmindocs.diagnostics.catalogue import stamp
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.diagnostics.model import Place
from vnadmindocs.fonts import faces, font_folders
from vnadmindocs.fonts.faces import Face, FaceSearch


@pytest.fixture
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of two empty folders of fonts and an empty cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    folders = tmp_path / "user", tmp_path / "system"
    monkeypatch.setattr(font_folders, "system_folders", lambda: folders)
    forget(monkeypatch)
    return tmp_path


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be a new process, as far as faces go."""
    monkeypatch.setattr(faces, "_searches", {})


def found(search: FaceSearch) -> Face:
    """Give the face of a search that found one."""
    assert search.face is not None
    return search.face


def reasons(search: FaceSearch) -> list[tuple[str, str, str]]:
    """Give family, reason and name of the file or folder of all that was rejected."""
    return [(each.family, each.reason, each.path.name) for each in search.rejected]


def said(faults: tuple[Fault, ...]) -> list[tuple[str, str]]:
    """Give the codes and the Vietnamese sentences."""
    return [
        (each.code, stamp(each.code, Place(), each.facts).message.in_language("vi"))
        for each in faults
    ]
