"""The fast reader of data files agrees with the TOML reader of the language."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import vnadmindocs.law
from vnadmindocs.law.tables import read_table
from vnadmindocs.toml_lines import read_lines

FILES = sorted((Path(vnadmindocs.law.__file__).parent / "data").glob("*.toml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_data_file_is_read_as_toml_has_it(file: Path) -> None:
    """Fast or not."""
    assert read_table(file.name) == tomllib.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "name", ["norms.toml", "wording.toml", "looks.toml", "issuers.toml", "document_types.toml"]
)
def test_the_files_every_run_reads_take_the_fast_way(name: str) -> None:
    """A value over several lines would make every run slower."""
    file = next(file for file in FILES if file.name == name)
    assert read_lines(file.read_text(encoding="utf-8")) is not None


def test_the_glossary_takes_the_fast_way_too() -> None:
    """Every run reads it."""
    text = Path(vnadmindocs.__file__).with_name("terms.toml").read_text(encoding="utf-8")
    assert read_lines(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        'a = "x = inf"\nb = { c = "y = [1, 2]", d = [1, inf] }',
        '[a.b]\nc = { d = 1, e = true }\n[a]\nf = "\\u00A0\\n"',
        "[5a]\nacross = [0.0, 1.0]\n[5b]",
        '"a.b" = 1\nc.d = "e"',
    ],
)
def test_a_value_on_one_line_is_read(text: str) -> None:
    """Strings that look like keys, dotted keys and sections, escapes."""
    assert read_lines(text) == tomllib.loads(text)


@pytest.mark.parametrize("text", ["a = [\n  1,\n]", 'a = """\nx\n"""', "a = 'x'", "a = [1,]"])
def test_what_the_fast_way_cannot_read_is_left_to_toml(text: str) -> None:
    """It never guesses."""
    assert read_lines(text) is None
