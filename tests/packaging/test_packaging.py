"""What travels in the wheel, and that it works where it arrives."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.meta.tree import PACKAGE, ROOT, project_files
from tests.packaging.conftest import Environment

# One worker builds and installs; another would do it all again.
pytestmark = pytest.mark.packaging


def _contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_wheel_holds_the_whole_package_and_its_assets(wheel: Path) -> None:
    """Code, data, translations; templates and schemas under ``_shipped``; nothing else."""
    expected = {
        path.relative_to(ROOT).as_posix()
        for path in project_files()
        if path.is_relative_to(PACKAGE)
    } | {
        f"vnadmindocs/_shipped/{path.relative_to(ROOT).as_posix()}"
        for path in project_files()
        if path.relative_to(ROOT).parts[0] in ("templates", "schemas")
    }
    found = {name for name in _contents(wheel) if ".dist-info/" not in name}
    assert expected - found == set()
    assert found - expected == set()


def test_the_source_archive_makes_the_same_wheel(wheel: Path, wheel_of_archive: Path) -> None:
    """Same members, same bytes."""
    assert _contents(wheel_of_archive) == _contents(wheel)


def test_an_installed_wheel_takes_a_clerk_from_nothing_to_a_document(
    installed: Environment, tmp_path: Path
) -> None:
    """``new``, ``check`` and ``render`` in an empty folder, by the installed command."""
    command = installed.folder / "bin" / "vnadmindocs"
    for arguments in (
        ("new", "công văn", "-o", "thư.yaml"),
        ("check", "thư.yaml"),
        ("render", "thư.yaml"),
        ("schema", "công văn"),
        ("explain", "OUT001"),
    ):
        ran = subprocess.run([command, *arguments], cwd=tmp_path, capture_output=True, check=False)
        assert ran.returncode == 0, (ran.stdout + ran.stderr).decode()
    with zipfile.ZipFile(tmp_path / "thư.docx") as document:
        assert document.testzip() is None
        assert "word/document.xml" in document.namelist()


def test_an_installed_wheel_reads_its_own_assets(installed: Environment) -> None:
    """Not those of a checkout that happens to be near."""
    found = installed.run(
        "-c", "from vnadmindocs.assets import asset; print(asset('templates', 'nd30-large.docx'))"
    )
    assert Path(found.strip()).is_relative_to(installed.folder.resolve())


def test_an_editable_install_reads_the_checkout(editable: Environment) -> None:
    """No copies, which would go stale."""
    found = editable.run(
        "-c", "from vnadmindocs.assets import asset; print(asset('templates', 'nd30-large.docx'))"
    )
    assert Path(found.strip()) == ROOT / "templates" / "nd30-large.docx"
    assert not (PACKAGE / "_shipped").exists()
