"""The face a PDF is set in: a Times face with all four styles and every Vietnamese letter.

Word takes what the machine has; a PDF carries its face along, so we choose it with care. The
families are tried in order, and one counts only when its four styles lie in one folder, are of
one version and have every letter: never a mix of faces.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from threading import Lock

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.diagnostics.model import Text
from vnadmindocs.fonts import face_cache, font_folders
from vnadmindocs.fonts.face import Face, Rejected, judged
from vnadmindocs.fonts.font_file import DamagedFontError, Font, fonts_in, plausible
from vnadmindocs.values import dataclass

__all__ = [
    "FAMILIES",
    "Face",
    "FaceSearch",
    "Rejected",
    "face_faults",
    "find_face",
    "rejection",
]

FAMILIES = ("Times New Roman", "Liberation Serif", "Tinos", "TeX Gyre Termes")
STYLE_NAMES: Mapping[str, Text] = {
    "regular": Text(vi="thường", en="regular"),
    "bold": Text(vi="đậm", en="bold"),
    "italic": Text(vi="nghiêng", en="italic"),
    "bold_italic": Text(vi="đậm nghiêng", en="bold italic"),
}
DAMAGES: Mapping[str, Text] = {
    "unreachable": Text(vi="hệ thống không cho đọc", en="the system does not let it be read"),
    "kind": Text(vi="không phải tệp phông chữ", en="it is no font"),
    "cut": Text(vi="tệp bị cắt cụt", en="it is cut off"),
    "tables": Text(vi="dữ liệu trong tệp bị hỏng", en="its data is damaged"),
}
_MOST_DAMAGED = 5


@dataclass(frozen=True, slots=True)
class FaceSearch:
    """What a search for a face found.

    Attributes:
        face: the face to set documents in; None when there is none.
        rejected: what looked right and is not, in the order of the search.
        folders: where it searched, in order; they need not exist.
        given: how many of the folders were given by the user; they stand first.
    """

    face: Face | None
    rejected: tuple[Rejected, ...]
    folders: tuple[Path, ...]
    given: int = 0


_searching = Lock()
_searches: dict[tuple[int, tuple[Path, ...]], FaceSearch] = {}


def find_face(font_paths: Sequence[Path] = (), *, fresh: bool = False) -> FaceSearch:
    """Find the face that PDF files are set in.

    A right face in a given folder comes before all others; else the families count in their
    order, and within a family the user's folders come before those of the system. A process
    searches once; another process takes over what was found while no folder has changed.

    Args:
        font_paths: folders to search first, with those inside them; a file stands for its folder.
        fresh: search again, whatever was found before.

    Raises:
        ModuleNotFoundError: fontTools is not installed and no earlier search can be taken over.
    """
    given = tuple(dict.fromkeys(_folder(each) for each in font_paths))
    folders = tuple(dict.fromkeys((*given, *font_folders.system_folders())))
    key = (len(given), folders)
    with _searching:
        found = None if fresh else _searches.get(key) or _kept(key)
        if found is None:
            looked_at: dict[str, None] = {}
            found = _search(folders, len(given), looked_at)
            face_cache.keep(_named(key), _as_data(found), looked_at)
        _searches[key] = found
    return found


def face_faults(search: FaceSearch) -> tuple[Fault, ...]:
    """Give what is to be said of a search before anything is typeset.

    Without a face that is why, with everything that was rejected. With one it is what became of
    the folders the user gave.
    """
    given = search.folders[: search.given]
    if search.face is None:
        searched = ", ".join(f"«{each}»" for each in search.folders)
        fault = Fault("FNT010", facts={"families": ", ".join(FAMILIES), "folders": searched})
        return (fault, *(rejection(each) for each in _worth_telling(search.rejected)))
    concern_given = [each for each in search.rejected if _inside(each.path, given)]
    if not given or _inside(search.face.regular, given):
        concern_given = [each for each in concern_given if each.reason == "folder"]
        return tuple(rejection(each) for each in concern_given)
    facts = {
        "folders": ", ".join(f"«{each}»" for each in given),
        "family": search.face.family,
        "version": search.face.version,
        "folder": str(search.face.folder),
    }
    told = (rejection(each) for each in _worth_telling(concern_given))
    return (Fault("FNT017", facts=facts), *told)


_CODES = {
    "letters": "FNT011",
    "style": "FNT012",
    "unreadable": "FNT013",
    "embedding": "FNT014",
    "versions": "FNT016",
    "folder": "FNT018",
    "variable": "FNT019",
    "mixed": "FNT019",
}


def rejection(rejected: Rejected) -> Fault:
    """Say why a face is not used."""
    facts: dict[str, object] = {
        "family": rejected.family,
        "path": str(rejected.path),
        **rejected.facts,
    }
    if "styles" in facts:
        names = [STYLE_NAMES[each] for each in str(facts["styles"]).split()]
        facts["styles"] = Text(
            vi=", ".join(each.vi for each in names), en=", ".join(each.en for each in names)
        )
    if "damage" in facts:
        facts["damage"] = DAMAGES[str(facts["damage"])]
    return Fault(_CODES[rejected.reason], facts=facts)


def _worth_telling(rejected: Sequence[Rejected]) -> Iterator[Rejected]:
    """Leave out damaged files beyond a few: they may have nothing to do with these families."""
    damaged = 0
    for each in rejected:
        damaged += each.reason == "unreadable"
        if each.reason != "unreadable" or damaged <= _MOST_DAMAGED:
            yield each


def _search(folders: tuple[Path, ...], given: int, looked_at: dict[str, None]) -> FaceSearch:
    """Search the folders; note everything whose change would make the search outdated."""
    rejected: list[Rejected] = []
    groups: dict[tuple[bool, int, int, Path], list[Font]] = {}
    seen: set[tuple[int, int]] = set()
    for position, top in enumerate(folders):
        is_given = position < given
        looked_at[str(top)] = None
        if is_given and not top.is_dir():
            rejected.append(Rejected("", "folder", top))
        for folder, files in font_folders.font_files(top, seen):
            looked_at[str(folder)] = None
            for file in files:
                try:
                    fonts = fonts_in(file, FAMILIES) if plausible(file, FAMILIES) else ()
                except DamagedFontError as error:
                    rejected.append(Rejected("", "unreadable", file, {"damage": error.reason}))
                    looked_at[str(file)] = None
                    continue
                if fonts:
                    looked_at[str(file)] = None
                for font in fonts:
                    place = (not is_given, FAMILIES.index(font.family), position, folder)
                    groups.setdefault(place, []).append(font)
    # Folders inside one that is searched keep the order of the walk: sorting is stable.
    ordered = sorted(groups.items(), key=lambda each: each[0][:3])
    results = [each for _, fonts in ordered for each in judged(fonts)]
    face = next((each for each in results if isinstance(each, Face)), None)
    rejected += [each for each in results if isinstance(each, Rejected)]
    return FaceSearch(face, tuple(rejected), folders, given)


def _folder(path: Path) -> Path:
    absolute = Path(os.path.abspath(path))
    return absolute.parent if absolute.is_file() else absolute


def _inside(path: Path, folders: Sequence[Path]) -> bool:
    return any(path.is_relative_to(each) for each in folders)


def _named(key: tuple[int, tuple[Path, ...]]) -> list[str]:
    return [str(key[0]), *map(str, key[1])]


def _as_data(search: FaceSearch) -> dict[str, object]:
    """Write what was found as plain data; ``_kept`` reads it back."""
    face = search.face
    return {
        "face": face
        and {
            "family": face.family,
            "version": face.version,
            "files": [str(each) for each in _files(face)],
            "coverage": face.coverage,
        },
        "rejected": [
            [each.family, each.reason, str(each.path), dict(each.facts)] for each in search.rejected
        ],
    }


def _kept(key: tuple[int, tuple[Path, ...]]) -> FaceSearch | None:
    """Take over what another process found, if no folder has changed since."""
    given, folders = key
    data = face_cache.load(_named(key))
    if data is None:
        return None
    try:
        face, found = data["face"], None
        if face is not None:
            regular, bold, italic, bold_italic = (Path(each) for each in face["files"])
            coverage = tuple(tuple(each) for each in face["coverage"])
            found = Face(
                face["family"], face["version"], regular, bold, italic, bold_italic, coverage
            )
        rejected = tuple(
            Rejected(family, reason, Path(path), dict(facts))
            for family, reason, path, facts in data["rejected"]
        )
    except (ValueError, KeyError, TypeError):
        return None
    return FaceSearch(found, rejected, folders, given)


def _files(face: Face) -> tuple[Path, ...]:
    return face.regular, face.bold, face.italic, face.bold_italic
