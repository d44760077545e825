"""The command line as a process would see it, with or without a stand-in for the library."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import ClassVar, NamedTuple

import pytest

import vnadmindocs
from vnadmindocs.cli.main import run
from vnadmindocs.diagnostics import Diagnostic
from vnadmindocs.rendering import File, Rendering


class Ran(NamedTuple):
    """What a run of the command line left behind."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]  # called with the arguments


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Run the command line and give exit code, standard output and standard error."""

    def ran(*arguments: str) -> Ran:
        code = run(arguments)
        return Ran(code, *capsys.readouterr())

    return ran


@dataclass
class Made:
    """What the stand-in gives for one record."""

    diagnostics: tuple[Diagnostic, ...] = ()
    data: bytes | None = b"document"
    defaults: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    others: tuple[File, ...] = ()
    face: str = ""
    conformance: str = ""


class Loaded(str):
    """What the stand-in loads: the name of the file, and no further file read."""

    files: ClassVar[Mapping[Path, str]] = {}


@dataclass
class Library:
    """A stand-in for ``vnadmindocs.api``: gives what a test put in, by name of file."""

    made: dict[str, Made] = field(default_factory=dict)
    asked: list[tuple[object, ...]] = field(default_factory=list)
    options: list[dict[str, object]] = field(default_factory=list)
    failure: Exception | None = None

    def load(self, source: object, *, file: str, root: Path | None) -> Loaded:
        """Remember what was asked, fail if told to."""
        if self.failure:
            raise self.failure
        self.asked.append((source, file) if root is None else (source, file, root))
        return Loaded(file)

    def check(self, draft: str) -> tuple[Diagnostic, ...]:
        """Give the findings put in for this record."""
        return self.made.get(draft, Made()).diagnostics

    def render_all(self, drafts: Iterable[str], to: str, **asked: object) -> Iterator[Rendering]:
        """Give the documents put in for these records."""
        for draft in drafts:
            self.asked.append((to, asked["force"], asked["template"]))
            self.options.append(asked)
            made = self.made.get(draft, Made())
            first = File("", to, made.data or b"", made.conformance)
            files = () if made.data is None else (first, *made.others)
            yield Rendering(files, made.diagnostics, made.defaults, made.left_out, made.face)

    def starting_record(self, type_key: str, language: str) -> str:
        """Name what was asked for."""
        return f"loại: {type_key} {language}\n"

    def schema_text(self, type_key: str, language: str) -> str:
        """Name what was asked for."""
        return f'{{"title": "{type_key} {language}"}}\n'


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Library:
    """Put a stand-in in the place of the library."""
    stand_in = Library()
    module = ModuleType("vnadmindocs.api")
    for name in ("load", "check", "render_all", "starting_record", "schema_text"):
        setattr(module, name, getattr(stand_in, name))
    monkeypatch.setitem(sys.modules, "vnadmindocs.api", module)
    monkeypatch.setattr(vnadmindocs, "api", module, raising=False)
    return stand_in


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VNADMINDOCS_LANG", raising=False)
