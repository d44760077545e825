"""Files that appear whole or not at all."""

import os
from pathlib import Path

import pytest

from vnadmindocs.atomic import write_atomically


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    """Nothing else is left in the folder, and others may read the file as any new one."""
    target = tmp_path / "thư mục" / "văn bản.docx"
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert os.listdir(target.parent) == ["văn bản.docx"]
    plain = tmp_path / "plain"
    plain.touch()
    assert target.stat().st_mode == plain.stat().st_mode


def test_a_failed_write_leaves_the_old_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no half of the new one."""
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="no space"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.docx"]


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    """The system refuses, nothing is left behind."""
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(OSError, match=r"a\.docx"):
        write_atomically(tmp_path / "a.docx", b"new")
    assert os.listdir(tmp_path) == ["a.docx"]


def test_a_link_keeps_pointing_to_the_file(tmp_path: Path) -> None:
    """The file behind it is replaced."""
    (tmp_path / "real.docx").write_bytes(b"old")
    (tmp_path / "link.docx").symlink_to("real.docx")
    write_atomically(tmp_path / "link.docx", b"new")
    assert (tmp_path / "link.docx").is_symlink()
    assert (tmp_path / "real.docx").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    """What only its owner could read stays so; a new file is as any other."""
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    target.chmod(0o600)
    write_atomically(target, b"new")
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_name_as_long_as_names_can_be_is_written(tmp_path: Path) -> None:
    """The file beside it needs no longer one."""
    target = tmp_path / f"{'ă' * 125}.docx"
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"


def test_the_file_beside_has_a_name_that_cannot_be_taken_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever could guess it, and put a link there, would have the document written elsewhere."""
    monkeypatch.setattr(os, "urandom", bytes)
    (tmp_path / "elsewhere").write_bytes(b"mine")
    (tmp_path / f".{'00' * 8}.part").symlink_to("elsewhere")
    with pytest.raises(FileExistsError):
        write_atomically(tmp_path / "a.docx", b"new")
    assert (tmp_path / "elsewhere").read_bytes() == b"mine"
