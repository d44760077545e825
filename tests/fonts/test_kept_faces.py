"""What one search found and the next takes over."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.fonts.bare_machine import forget, found, said
from tests.fonts.small_fonts import STYLES, write_face
from vnadmindocs.fonts import face_cache, faces
from vnadmindocs.fonts.faces import FaceSearch, face_faults, find_face

pytestmark = pytest.mark.usefixtures("bare_machine")


def test_a_search_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a process, and by those after it."""
    write_face(tmp_path / "system")
    write_face(tmp_path / "user", lacking="ề")
    first = find_face()
    monkeypatch.setattr(faces, "_search", _never)
    assert find_face() is first
    forget(monkeypatch)
    again = find_face()
    assert (again, again is first) == (first, False)
    assert found(again).coverage == found(first).coverage
    assert said(face_faults(again)) == said(face_faults(first))


@pytest.mark.parametrize("change", ["added", "removed", "touched", "given"])
def test_a_change_makes_it_outdated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    """A file more, a file less, a file written over; a folder given that is now there."""
    folder = write_face(tmp_path / "system", styles=STYLES)
    bold = folder / "LiberationSerif-2.1.5-Bold.ttf"
    given = [tmp_path / "given"] if change == "given" else []
    assert found(find_face(given)).folder == folder
    if change == "added":
        write_face(tmp_path / "system" / "times", family="Times New Roman")
        expected = "Times New Roman"
    elif change == "given":
        write_face(tmp_path / "given", family="Tinos")
        expected = "Tinos"
    elif change == "removed":
        bold.unlink()
        expected = ""
    else:
        status = folder.stat()
        bold.write_bytes(b"")
        os.utime(folder, ns=(status.st_atime_ns, status.st_mtime_ns))
        expected = ""
    forget(monkeypatch)
    face = find_face(given).face
    assert (face.family if face else "") == expected


@pytest.mark.parametrize(
    "damage", ["cut", "turned", "other form", "other search", "nonsense", "folder"]
)
def test_a_damaged_file_is_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    """The search is made again, whatever became of the kept one."""
    write_face(tmp_path / "system")
    first = find_face()
    (kept,) = (tmp_path / "cache").rglob("*.face")
    data = kept.read_bytes()
    key = [str(0), *map(str, first.folders)]
    if damage == "cut":
        kept.write_bytes(data[:-10])
    elif damage == "turned":
        kept.write_bytes(data[:-10] + data[-9:] + data[-10:-9])
    elif damage == "other form":
        kept.write_bytes(data.replace(b"face 2", b"face 0"))
    elif damage == "other search":
        face_cache.keep(["0", "elsewhere"], {"face": None, "rejected": []}, ())
        (other,) = {*(tmp_path / "cache").rglob("*.face")} - {kept}
        other.replace(kept)
    elif damage == "nonsense":
        face_cache.keep(key, {"face": {"family": 1, "files": "abc"}, "rejected": []}, ())
    else:
        kept.unlink()
        kept.mkdir()
    forget(monkeypatch)
    assert find_face() == first


def test_a_cache_that_cannot_be_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its folder is a file."""
    write_face(tmp_path / "system")
    (tmp_path / "cache").write_bytes(b"")
    first = find_face()
    forget(monkeypatch)
    assert find_face() == first


def test_searches_of_long_ago_are_forgotten(tmp_path: Path) -> None:
    """A folder given once does not stay in the cache for ever."""
    for number in range(40):
        face_cache.keep([str(number)], {"number": number}, ())
        (newest,) = {*(tmp_path / "cache").rglob("*.face")} - set(_aged(tmp_path, number))
        os.utime(newest, ns=(number, number))
    assert face_cache.load(["39"]) == {"number": 39}
    assert face_cache.load(["8"]) == {"number": 8}
    assert face_cache.load(["7"]) is None


def _aged(folder: Path, now: int) -> list[Path]:
    """Name the kept searches that have been given a time before this one."""
    return [path for path in (folder / "cache").rglob("*.face") if path.stat().st_mtime_ns < now]


def test_another_process_needs_no_reader_of_fonts(tmp_path: Path) -> None:
    """A run with a face that is known imports no fontTools."""
    folder = write_face(tmp_path / "given")
    program = (
        "import json, sys\n"
        "from pathlib import Path\n"
        "from vnadmindocs.fonts.faces import find_face\n"
        f"face = find_face([Path({str(folder)!r})]).face\n"
        "print(json.dumps([face.family, 'fontTools' in sys.modules]))"
    )

    def run() -> Any:
        ran = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        )
        return json.loads(ran.stdout)

    assert [run(), run()] == [["Liberation Serif", True], ["Liberation Serif", False]]


def _never(*_arguments: object) -> FaceSearch:
    raise AssertionError("searched again")
