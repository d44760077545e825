"""Where fonts are looked for on each system."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnadmindocs.fonts.font_folders import folders_of, font_files, system_folders

HOME = Path("/people/lan")


def test_on_linux_by_the_folders_of_the_desktop_standard() -> None:
    """The user's first, then those named, then those always there."""
    assert folders_of("linux", {}, HOME) == (
        HOME / ".local/share/fonts",
        HOME / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
        Path("/usr/share/texmf/fonts"),
    )
    named = {"XDG_DATA_HOME": "/data/lan", "XDG_DATA_DIRS": "/more/share:/usr/share:relative"}
    assert folders_of("linux", named, HOME) == (
        Path("/data/lan/fonts"),
        HOME / ".fonts",
        Path("/more/share/fonts"),
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path("/usr/share/texmf/fonts"),
    )


def test_a_user_without_a_home_has_the_folders_of_the_system() -> None:
    """As a service may be."""
    assert folders_of("linux", {"XDG_DATA_HOME": "relative"}, None) == (
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
        Path("/usr/share/texmf/fonts"),
    )


def test_on_macos_by_the_three_libraries() -> None:
    """Times New Roman lies below the last."""
    assert folders_of("darwin", {}, HOME) == (
        HOME / "Library/Fonts",
        Path("/Library/Fonts"),
        Path("/System/Library/Fonts"),
    )


def test_on_windows_by_the_folder_of_the_user_and_that_of_windows() -> None:
    """Fonts a user installs without an administrator lie in the first."""
    environment = {"LOCALAPPDATA": "/local", "SYSTEMROOT": "/windows"}
    assert folders_of("win32", environment, HOME) == (
        Path("/local/Microsoft/Windows/Fonts"),
        Path("/windows/Fonts"),
    )
    assert folders_of("win32", {}, HOME) == (Path(r"C:\Windows") / "Fonts",)


def test_a_machine_without_a_home_still_has_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system names none."""

    def nobody() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", nobody)
    assert system_folders()


def test_folders_are_walked_by_name_and_only_fonts_are_named(tmp_path: Path) -> None:
    """Capitals of an ending do not matter; folders named like fonts are folders."""
    for name in ("b.ttf", "a.OTF", "notes.txt", "inner/c.ttc", "folder.ttf/d.otc"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    walked = [
        (folder.name, [each.name for each in files])
        for folder, files in font_files(tmp_path, set())
    ]
    assert walked == [
        (tmp_path.name, ["a.OTF", "b.ttf"]),
        ("folder.ttf", ["d.otc"]),
        ("inner", ["c.ttc"]),
    ]


def test_a_folder_given_by_mistake_is_not_walked_to_its_end(tmp_path: Path) -> None:
    """Eight folders deep is deeper than fonts lie."""
    deep = tmp_path
    for _ in range(12):
        deep = deep / "d"
        deep.mkdir()
        (deep / "x.ttf").write_bytes(b"")
    files = [path for _, found in font_files(tmp_path, set()) for path in found]
    assert len(files) == 8
