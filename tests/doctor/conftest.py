"""Machines for the doctor."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.doctor.examined import Break
from vnadmindocs.assets import asset
from vnadmindocs.doctor import installation, machine, packages, trials
from vnadmindocs.errors import BrokenInstallError
from vnadmindocs.fonts import faces, font_folders
from vnadmindocs.writers import libreoffice
from vnadmindocs.writers.libreoffice import LibreOffice

SOFFICE = LibreOffice(Path("/programs/soffice"), "7.4.7.2")


@pytest.fixture(autouse=True)
def a_bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No fonts but those a test writes, LibreOffice, an empty cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    monkeypatch.setattr(font_folders, "system_folders", lambda: (tmp_path / "fonts",))
    monkeypatch.setattr(faces, "_searches", {})
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: SOFFICE)


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Have packages be of other versions, or not installed."""

    def other(**versions: str | None) -> None:
        real = packages.installed

        def installed(package: str) -> str | None:
            return versions[package] if package in versions else real(package)

        for module in (packages, machine, trials):
            monkeypatch.setattr(module, "installed", installed)

    return other


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Break:
    """Have a copy of the shipped files, which a test may break; name one of them."""
    for folder in ("templates", "schemas"):
        shutil.copytree(asset(folder), tmp_path / "shipped" / folder)

    def copied(folder: str, *parts: str) -> Path:
        path = tmp_path.joinpath("shipped", folder, *parts)
        if not path.exists():
            raise BrokenInstallError(f"{path.name} is missing")
        return path

    monkeypatch.setattr(installation, "asset", copied)
    return lambda name: tmp_path / "shipped" / name
