"""A record names files in its own folder tree and no others."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.record.folder import LARGEST_FILE, Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder «thư» with a file and a folder, beside a file it may not see."""
    (tmp_path / "bí mật.csv").write_text("x", encoding="utf-8")
    home = tmp_path / "thư"
    (home / "dữ liệu").mkdir(parents=True)
    (home / "dữ liệu" / "bảng.csv").write_text("a", encoding="utf-8")
    return Folder.of(home)


def refused(folder: Folder, written: str) -> Fault:
    """Give the fault of a path."""
    with pytest.raises(UnreadableError) as refusal:
        folder.locate(written)
    (fault,) = refusal.value.faults
    return fault


@pytest.mark.parametrize(
    "written",
    ["dữ liệu/bảng.csv", "./dữ liệu/bảng.csv", "dữ liệu\\bảng.csv", "dữ liệu/../dữ liệu/bảng.csv"],
)
def test_a_file_of_the_tree_is_found(folder: Folder, written: str) -> None:
    """This test shows that both strokes are read, and a way there and back is a way."""
    assert folder.locate(written).read_text(encoding="utf-8") == "a"


@pytest.mark.parametrize(
    "written", ["../bí mật.csv", "dữ liệu/../../bí mật.csv", "..\\bí mật.csv", "/etc/passwd", ".."]
)
def test_a_path_out_of_the_tree_is_refused(folder: Folder, written: str) -> None:
    """This test shows that no step up and no absolute path leads out."""
    assert refused(folder, written).code == "SCH031"


def test_an_absolute_path_into_the_tree_is_refused_too(folder: Folder) -> None:
    """This test shows that a record means the same on every machine."""
    assert refused(folder, str(folder.path / "dữ liệu" / "bảng.csv")).code == "SCH031"


def test_a_link_out_of_the_tree_is_refused(folder: Folder) -> None:
    """This test shows that where a path leads counts, not how it is spelt."""
    (folder.path / "lối.csv").symlink_to(folder.path.parent / "bí mật.csv")
    (folder.path / "trong.csv").symlink_to(folder.path / "dữ liệu" / "bảng.csv")
    assert refused(folder, "lối.csv").code == "SCH031"
    assert folder.locate("trong.csv").read_text(encoding="utf-8") == "a"


def test_a_link_to_itself_is_no_file(folder: Folder) -> None:
    """This test shows that a loop of links ends."""
    (folder.path / "vòng.csv").symlink_to(folder.path / "vòng.csv")
    assert refused(folder, "vòng.csv").code == "SCH030"


def test_a_wider_root_is_the_users_word(folder: Folder) -> None:
    """This test shows that paths still start at the record's folder."""
    wider = Folder.of(folder.path, folder.path.parent)
    assert wider.locate("../bí mật.csv").read_text(encoding="utf-8") == "x"
    assert refused(wider, "../../x.csv").code == "SCH031"


@pytest.mark.parametrize(
    ("written", "code", "near"),
    [
        ("dữ liệu/bang.csv", "SCH030", "bảng.csv"),
        ("không có.csv", "SCH030", ""),
        ("không có/bảng.csv", "SCH030", ""),
        ("không có/../dữ liệu/bảng.csv", "SCH030", "bảng.csv"),
        ("a\0b", "SCH030", ""),
        ("x" * 5000, "SCH030", ""),
        ("dữ liệu", "SCH032", ""),
        (".", "SCH032", ""),
    ],
)
def test_what_is_no_file_is_refused(folder: Folder, written: str, code: str, near: str) -> None:
    """This test shows that the nearest name is offered, and no path raises anything else."""
    fault = refused(folder, written)
    assert fault.code == code
    if code == "SCH030":
        assert near in str(fault.facts["near"])
        assert ("«" in str(fault.facts["near"])) == bool(near)


def test_a_file_over_50_mb_is_refused(folder: Folder) -> None:
    """This test shows that a file is not read to see how large it is."""
    with (folder.path / "lớn.csv").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert refused(folder, "lớn.csv").code == "SCH033"


def test_paths_of_a_profile_start_at_the_profile(folder: Folder) -> None:
    """This test shows that the tree stays that of the record."""
    inner = folder.inner(folder.path / "dữ liệu" / "bảng.csv")
    assert inner.locate("bảng.csv").read_text(encoding="utf-8") == "a"
    assert refused(inner, "../../bí mật.csv").code == "SCH031"
    assert inner.diagnostics is folder.diagnostics


def test_a_file_that_the_system_keeps_is_a_fault(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """This test shows that a lack of permission is told in words, and never raised."""

    def refuse(_: Path) -> bytes:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableError) as refusal:
        folder.content(folder.locate("dữ liệu/bảng.csv"), "dữ liệu/bảng.csv")
    (fault,) = refusal.value.faults
    assert (fault.code, str(fault.facts["reason"])) == (
        "SCH038",
        "Text(vi='không có quyền', en='no permission')",
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_no_folder(tmp_path: Path) -> None:
    """Nor is it waited for."""
    os.mkfifo(tmp_path / "a.csv")
    with pytest.raises(UnreadableError) as refused:
        Folder.of(tmp_path).locate("a.csv")
    (fault,) = refused.value.faults
    assert (fault.code, str(fault.facts["kind"])) == (
        "SCH032",
        str(Text(vi="thiết bị hay đường ống", en="device or a pipe")),
    )
