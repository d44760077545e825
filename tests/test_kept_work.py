"""What one run works out the next need not, and never gets anything else for it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from vnadmindocs import kept_work
from vnadmindocs.kept_work import kept, start_keeping, stop_keeping
from vnadmindocs.pattern import _Pattern, any_of, compiled, pattern
from vnadmindocs.toml_lines import read_toml

PATTERNS = [
    (r"(?P<day>\d{1,2})/(?P<month>\d{1,2})|(x)", re.I),
    (r"[^\W_]+(?:ủy|uỷ)?(?<!\d)", 0),
    (any_of("sở", "sở nội vụ", "bộ", either_case=True), re.M | re.S),
    (r"(?i:ĐIỀU)\s+(\d+)[a-zđ]?\b", re.X),
]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of a user who never ran anything."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    yield tmp_path / "vnadmindocs" / "work"
    monkeypatch.setattr(kept_work, "_known", None)
    monkeypatch.setattr(kept_work, "_new", {})


def in_a_run(key: str, value: object) -> object:
    """Ask for a piece of work in a run of its own."""
    start_keeping()
    found = kept(key, lambda: value)
    stop_keeping()
    return found


def test_what_a_run_worked_out_is_there_in_the_next(cache: Path) -> None:
    """This test shows that work is found by all it is made of, and by nothing less."""
    assert in_a_run("một", [1, "a", b"b", {"c": (None, 2.5)}]) == [1, "a", b"b", {"c": (None, 2.5)}]
    assert in_a_run("một", "never made") == [1, "a", b"b", {"c": (None, 2.5)}]
    assert in_a_run("hai", "made") == "made"
    assert in_a_run("một", "never made") == [1, "a", b"b", {"c": (None, 2.5)}]
    assert len(list(cache.iterdir())) == 1


def test_a_program_that_imports_the_package_keeps_nothing(cache: Path) -> None:
    """This test shows that a library leaves no files behind."""
    assert kept("một", lambda: 1) == 1
    assert kept("một", lambda: 2) == 2
    assert not cache.exists()


@pytest.mark.parametrize("damage", [b"", b"\0\0\0\0x", b"no such file at all"])
def test_a_damaged_file_is_done_without_and_made_again(cache: Path, damage: bytes) -> None:
    """This test shows that a cache never matters."""
    in_a_run("một", 1)
    (file,) = cache.iterdir()
    file.write_bytes(damage)
    assert in_a_run("một", 2) == 2
    assert in_a_run("một", 3) == 2


def test_a_folder_that_cannot_be_made_is_done_without(cache: Path) -> None:
    """This test shows the same of a place where nothing can be written."""
    cache.parent.mkdir(parents=True)
    cache.write_bytes(b"a file where the folder should be")
    assert [in_a_run("một", number) for number in (1, 2)] == [1, 2]


def test_what_is_no_plain_data_is_made_each_time(cache: Path) -> None:
    """This test shows that nothing is kept that could not be read back."""
    made = object()
    assert in_a_run("một", made) is made
    assert in_a_run("một", 2) == 2


def test_the_file_does_not_grow_with_versions(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This test shows that work nobody asks for any more is dropped at some time."""
    monkeypatch.setattr(kept_work, "_MOST_PIECES", 20)
    sizes = []
    for number in range(100):
        in_a_run(f"piece {number}", "x" * 100)
        sizes.append(sum(file.stat().st_size for file in cache.iterdir()))
    assert max(sizes) < 20 * 200


@pytest.mark.parametrize(("source", "flags"), PATTERNS)
@pytest.mark.usefixtures("cache")
def test_a_pattern_is_the_same_made_now_and_made_before(source: str, flags: int) -> None:
    """This test shows that a kept pattern finds what it found, group by group."""
    text = "Ngày 03/9 của Sở Nội vụ, điều 5a và ĐIỀU 6đ; uỷ ban x\nBỘ sở"
    whole = re.compile(source, flags)
    for _ in range(2):
        start_keeping()
        found = compiled(source, flags)
        stop_keeping()
        assert (found.pattern, found.flags, found.groups) == (source, whole.flags, whole.groups)
        assert dict(found.groupindex) == dict(whole.groupindex)
        assert [(each.span(), each.groups(), each.lastgroup) for each in found.finditer(text)] == [
            (each.span(), each.groups(), each.lastgroup) for each in whole.finditer(text)
        ]


def test_a_wrong_pattern_is_refused_by_re_itself() -> None:
    """This test shows that whoever writes one reads the usual message."""
    with pytest.raises(re.error, match="missing \\)"):
        compiled("(a")


@pytest.mark.usefixtures("cache")
def test_a_table_that_was_changed_is_read_again() -> None:
    """This test shows that data files may be edited without a thought of what is kept."""
    texts = ['[a]\nb = "c"\n', '[a]\nb = "d"\n', '[a]\nb = [\n"c",\n]\n']
    for _ in range(2):
        for text, value in zip(texts, ("c", "d", ["c"]), strict=True):
            start_keeping()
            assert read_toml(text) == {"a": {"b": value}}
            stop_keeping()


def test_a_run_says_the_same_whether_it_is_the_first_or_not(cache: Path, tmp_path: Path) -> None:
    """This test shows the whole command line with and without what was kept."""
    letter = Path(__file__).parents[1] / "examples" / "cong-van-bql-kcn-ha-noi.yaml"
    command = [sys.executable, "-m", "vnadmindocs", "check", str(letter)]
    said = [subprocess.run(command, capture_output=True, check=False) for _ in range(2)]
    assert said[0].stdout == said[1].stdout
    assert said[0].stdout
    assert len(list(cache.iterdir())) == 1


def test_a_run_like_the_last_has_nothing_new(cache: Path) -> None:
    """This test shows that what is kept has the same names in every run."""
    letter = Path(__file__).parents[1] / "examples" / "cong-van-so-khcn-hai-phong.yaml"
    command = [sys.executable, "-m", "vnadmindocs", "check", str(letter)]
    sizes = []
    for seed in "12":
        # Sets of texts come in another order in every run.
        subprocess.run(command, check=False, env={**os.environ, "PYTHONHASHSEED": seed})
        sizes.append([file.stat().st_size for file in cache.iterdir()])
    assert sizes[0] == sizes[1]


def test_every_pattern_of_the_package_is_one_that_can_be_kept() -> None:
    """This test shows that none falls back to ``re`` for another Python."""
    made = pattern(r"(?P<a>\w+)")
    assert isinstance(made, _Pattern)
    from vnadmindocs.pattern import _numbers_of

    whole, numbers, groups, names, order = _numbers_of(r"(?P<a>\w+)", 0)
    assert (groups, names, order) == (1, {"a": 1}, (None, "a"))
    assert whole & re.U
    assert numbers
