"""Wheels and environments, each made once for all the tests that look at it.

Nothing is downloaded: the build backend and the dependencies are those of this environment.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tarfile
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.meta.tree import ROOT


def build(source: Path, kind: str, target: Path) -> Path:
    """Build a ``wheel`` or an ``sdist`` of a source tree and give the file."""
    command = [sys.executable, "-m", "build", "--no-isolation", f"--{kind}", "--outdir"]
    subprocess.run([*command, str(target), str(source)], check=True, capture_output=True)
    (built,) = target.iterdir()
    return built


@dataclass(frozen=True)
class Environment:
    """A fresh environment that shares the dependencies of this one, but not this project."""

    folder: Path

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / "bin" / "python"

    @classmethod
    def make(cls, folder: Path) -> Environment:
        """Make it; dependencies come through a path file, whose own path files do not count."""
        venv.create(folder, with_pip=False, symlinks=True)
        made = cls(folder)
        ours = sysconfig.get_path("purelib")
        theirs = made.run("-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
        Path(theirs, "dependencies.pth").write_text(f"{ours}\n", encoding="utf-8")
        return made

    def run(self, *arguments: str, cwd: Path | None = None) -> str:
        """Run its interpreter, away from the checkout, and give standard output."""
        ran = subprocess.run(
            [str(self.python), *arguments],
            cwd=cwd or self.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    def install(self, *what: str) -> None:
        """Install with the pip of this environment, without dependencies and without an index."""
        options = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
        # The project is there through the path file as well; that one is not ours to remove.
        self.run("-m", "pip", "install", *options, "--ignore-installed", *what)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel of the checkout."""
    return build(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def source_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source archive of the checkout."""
    return build(ROOT, "sdist", tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="session")
def wheel_of_archive(source_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel of the unpacked source archive."""
    unpacked = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(source_archive) as archive:
        archive.extractall(unpacked, filter="data")
    (source,) = unpacked.iterdir()
    return build(source, "wheel", tmp_path_factory.mktemp("wheel-of-sdist"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Install the wheel into an environment whose path has spaces and accents."""
    environment = Environment.make(tmp_path_factory.mktemp("cài đặt") / "môi trường")
    environment.install(str(wheel))
    return environment


@pytest.fixture(scope="session")
def editable(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Install the checkout itself."""
    environment = Environment.make(tmp_path_factory.mktemp("editable") / "environment")
    environment.install("--editable", str(ROOT))
    return environment
