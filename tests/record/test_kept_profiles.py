"""A profile is read again when its file changes, and only then."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from vnadmindocs.api import load, render
from vnadmindocs.record import issuer, kept_profiles, reader
from vnadmindocs.record.draft import Draft

PROFILE = "tên đầy đủ: Sở {name}\nđịa danh: Hà Nội\n"
LETTER = """loại: thông báo
cơ quan: so.yaml
số: 05
ngày: 03/9/2025
trích yếu: Về việc nghỉ lễ
nội dung: Các phòng bố trí người trực./.
"""
LONG_AGO = time.time() - 3600


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(kept_profiles, "_kept", {})
    # A test cannot wait until a file is old: for it, every file is.
    monkeypatch.setattr(kept_profiles, "_SETTLED_NS", -1)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The profiles that were opened."""
    names: list[str] = []
    read = reader.read

    def noted(data: bytes, file: str, mapping: str) -> object:
        names.append(Path(file).name)
        return read(data, file, mapping)

    monkeypatch.setattr(issuer, "read", noted)
    return names


def write(path: Path, name: str, at: float = LONG_AGO) -> None:
    """Write a profile that was changed at a time."""
    path.write_text(PROFILE.format(name=name), encoding="utf-8")
    os.utime(path, (at, at))


def name_in(draft: Draft) -> str:
    """Give the name of the office in a letter."""
    assert draft.record is not None
    assert isinstance(draft.record.agency, tuple)
    return str(draft.record.agency[0].agency.full_name)


def test_a_file_that_is_as_it_was_is_not_read_again(tmp_path: Path, opened: list[str]) -> None:
    """This test shows that a batch reads the profile of its office once."""
    write(tmp_path / "so.yaml", "Nội vụ")
    assert [name_in(load(LETTER)) for _ in range(3)] == ["Sở Nội vụ"] * 3
    assert opened == ["so.yaml"]


def test_the_file_is_among_those_the_document_is_made_of(tmp_path: Path) -> None:
    """This test shows that a document is not written over a profile that was not opened."""
    write(tmp_path / "so.yaml", "Nội vụ")
    sources = [render(LETTER).sources for _ in range(2)]
    assert sources == [frozenset({(tmp_path / "so.yaml").resolve()})] * 2


@pytest.mark.parametrize(
    ("name", "at"),
    [("Tài chính", LONG_AGO), ("Nội vụ B", LONG_AGO), ("Y tế XX", LONG_AGO + 1)],
    ids=["same length and time", "same time", "another time"],
)
def test_a_file_that_was_changed_is_read_again(tmp_path: Path, name: str, at: float) -> None:
    """This test shows that the next letter has what the profile says now."""
    write(tmp_path / "so.yaml", "Nội vụ XX"[: len(name)])
    load(LETTER)
    write(tmp_path / "so.yaml", name, at)
    assert name_in(load(LETTER)) == f"Sở {name}"


def test_a_file_put_in_its_place_is_read(tmp_path: Path) -> None:
    """This test shows that an editor which saves beside and renames is seen."""
    write(tmp_path / "so.yaml", "Nội vụ")
    load(LETTER)
    write(tmp_path / "moi.yaml", "Y tế mới")
    (tmp_path / "moi.yaml").replace(tmp_path / "so.yaml")
    assert name_in(load(LETTER)) == "Sở Y tế mới"
    (tmp_path / "so.yaml").unlink()
    assert [each.code for each in load(LETTER).diagnostics] == ["SCH030"]


def test_a_file_just_changed_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]
) -> None:
    """This test shows that two changes within one tick of a clock are both seen."""
    monkeypatch.setattr(kept_profiles, "_SETTLED_NS", 2_000_000_000)
    now = time.time()
    write(tmp_path / "so.yaml", "Nội vụ", now)
    assert [name_in(load(LETTER)) for _ in range(2)] == ["Sở Nội vụ"] * 2
    assert opened == ["so.yaml"], "its content is the same, so it is not parsed again"
    changed = PROFILE.format(name="Y tế A")
    status = (tmp_path / "so.yaml").stat()
    (tmp_path / "so.yaml").write_text(changed, encoding="utf-8")
    os.utime(tmp_path / "so.yaml", ns=(status.st_atime_ns, status.st_mtime_ns))
    assert name_in(load(LETTER)) == "Sở Y tế A"


def test_one_path_in_two_folders_is_two_profiles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This test shows that the folder a letter lies in decides, the working folder too."""
    for folder, name in (("a", "Y tế"), ("b", "Tư pháp")):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder / "so.yaml", name)
        (tmp_path / folder / "thu.yaml").write_text(LETTER, encoding="utf-8")
    for _ in range(2):
        assert name_in(load(Path("a/thu.yaml"))) == "Sở Y tế"
        assert name_in(load(Path("b/thu.yaml"))) == "Sở Tư pháp"
        monkeypatch.chdir(tmp_path / "a")
        assert name_in(load(LETTER)) == "Sở Y tế"
        monkeypatch.chdir(tmp_path / "b")
        assert name_in(load(LETTER)) == "Sở Tư pháp"
        monkeypatch.chdir(tmp_path)


def test_a_profile_outside_the_tree_stays_outside(tmp_path: Path) -> None:
    """This test shows that who may read a file does not depend on who read it before."""
    write(tmp_path / "so.yaml", "Y tế")
    (tmp_path / "thu").mkdir()
    letter = tmp_path / "thu" / "thu.yaml"
    letter.write_text(LETTER.replace("so.yaml", "../so.yaml"), encoding="utf-8")
    for _ in range(2):
        assert name_in(load(letter, root=tmp_path)) == "Sở Y tế"
        assert [each.code for each in load(letter).diagnostics] == ["SCH031"]


def test_a_profile_with_findings_gives_them_every_time(tmp_path: Path) -> None:
    """This test shows that what is kept is silent by itself."""
    (tmp_path / "so.yaml").write_text(
        PROFILE.format(name="Y tế") + "người kí: A\n", encoding="utf-8"
    )
    found = [load(LETTER).diagnostics for _ in range(2)]
    assert found[0]
    assert found[0] == found[1]


def test_few_profiles_are_kept(tmp_path: Path) -> None:
    """This test shows that memory does not grow with the number of offices."""
    for number in range(kept_profiles.MOST_KEPT + 10):
        write(tmp_path / f"{number}.yaml", f"Sở {number}")
        load(LETTER.replace("so.yaml", f"{number}.yaml"))
    assert len(kept_profiles._kept) == kept_profiles.MOST_KEPT


def test_many_threads_read_many_profiles(tmp_path: Path) -> None:
    """This test shows that keeping them needs no order."""
    for number in range(70):
        write(tmp_path / f"{number}.yaml", f"số {number}")

    def read(number: int) -> str:
        return name_in(load(LETTER.replace("so.yaml", f"{number % 70}.yaml")))

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(read, range(210))) == [f"Sở số {number % 70}" for number in range(210)]


def test_a_working_folder_that_is_gone_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This test shows that the profile is then a file that is not there."""
    write(tmp_path / "so.yaml", "Y tế")
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert [each.code for each in load(LETTER).diagnostics] == ["SCH030"]
