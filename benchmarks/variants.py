"""Letters that are not the same letter: what a batch of an office really brings.

Whoever is measured on one letter again and again may be praised for remembering it. Here each
letter has a number, a date, a trích yếu, addressees, recipients and lines of its own, in the words
and of the length of the example; a ``stranger`` comes from another office as well, with nothing in
common with any other. The same serial gives the same letter.
"""

from __future__ import annotations

import csv
import io
import random
import re
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"

_WORD = re.compile(r"(?<![\w/.-])[a-zà-ỹđ]{3,}(?![\w/.-])")
_DAY = re.compile(r"\b\d{1,2}/\d{1,2}/(?=20\d\d)")
_NUMBER = re.compile(r"(?<=số )\d+(?=/)")
# Lines of the example that say what the letter is, not what it says.
_STRUCTURE = re.compile(
    r"^(?:#|loại|cơ quan|số|ngày|lưu|ký|phụ lục|căn cứ|    |  - (?:nhãn|Như)|  (?:KT|TM|PHÓ|Như)\b)"
    r"|^$|:$"
)
# What they declare is named elsewhere.
_DECLARATIONS = ("số liệu",)
_REFERENCE = re.compile(r"(\[[^\]]*\])")
_PERSONS = ("Hoàng Minh Cường", "Trương Hữu Khải")


def letter(serial: int, _folder: Path) -> str:
    """Give a letter of the Department of Science and Technology, whose profile is there."""
    return _numbered(_varied(_read("cong-van-so-khcn-hai-phong.yaml"), serial), serial)


def stranger(serial: int, folder: Path) -> str:
    """Give a letter of an office of its own, whose profile is written into a folder."""
    chance = random.Random(serial)
    name = _name(chance, 4)
    text = _read("cong-van-so-khcn-hai-phong.yaml")
    profile = _read("co-quan/so-khcn-hai-phong.yaml")
    short = "".join(word[0] for word in name.split()).upper()
    for old, new in (
        ("Khoa học và Công nghệ", name),
        ("KHOA HỌC VÀ CÔNG NGHỆ", name.upper()),
        ("SKHCN", f"S{short}"),
        ("Phạm Việt Hùng", _name(chance, 3)),
    ):
        text, profile = text.replace(old, new), profile.replace(old, new)
    path = folder / f"so-{serial}.yaml"
    path.write_text(profile, encoding="utf-8")
    text = text.replace("co-quan/so-khcn-hai-phong.yaml", path.name)
    text = text.replace("VT, CCTĐC", f"VT, P{short}")
    return _numbered(_varied(text, serial), serial)


def decision(serial: int, folder: Path) -> str:
    """Give a decision with its appendix, whose table is written into a folder."""
    text = _varied(_read("quyet-dinh-khuyen-cong-hai-phong.yaml"), serial)
    profile = "ubnd-hai-phong.yaml"
    (folder / profile).write_text(_read(f"co-quan/{profile}"), encoding="utf-8")
    chance = random.Random(serial)
    rows = list(csv.reader(io.StringIO(_read("khuyen-cong-2026-2030.csv"))))
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(rows[0])
    # A row that a figure of the record names begins as it is named.
    named = re.findall(r"; hàng ([^;]+);", text)
    for number, words, *figures in rows[1:]:
        start = next((len(name) for name in named if words.startswith(name)), 0)
        writer.writerow([number, words[:start] + _reworded(words[start:], chance), *figures])
    (folder / f"{serial}.csv").write_text(made.getvalue(), encoding="utf-8")
    text = text.replace("khuyen-cong-2026-2030.csv", f"{serial}.csv")
    return text.replace(f"co-quan/{profile}", profile)


def _varied(text: str, serial: int) -> str:
    """Give other words, numbers and days to every line that says something."""
    chance = random.Random(serial)
    for person in _PERSONS:
        text = text.replace(person, _name(chance, 3))
    lines = []
    key = ""
    for line in text.split("\n"):
        key = line if line[:1].strip() else key
        keeps = key.startswith(_DECLARATIONS) or _STRUCTURE.search(line)
        lines.append(line if keeps else _reworded(line, chance))
    return "\n".join(lines)


def _numbered(text: str, serial: int) -> str:
    day, month = serial % 28 + 1, serial % 12 + 1
    text = text.replace("số: /", f"số: {serial + 10}/")
    return text.replace("ngày: năm 2025", f"ngày: {day:02}/{month:02}/2025")


def _reworded(line: str, chance: random.Random) -> str:
    """Exchange every third word or so for another, and every number and day of a cited text."""
    key, colon, rest = line.partition(": ") if re.match(r"\w[\w ]*: ", line) else ("", "", line)
    # Figures named by the record stay as they are: every second piece.
    pieces = _REFERENCE.split(rest)
    for index in range(0, len(pieces), 2):
        pieces[index] = _WORD.sub(lambda old: _another(old[0], chance), pieces[index])
    rest = "".join(pieces)
    rest = _DAY.sub(lambda _: f"{chance.randint(10, 28)}/{chance.randint(10, 12)}/", rest)
    rest = _NUMBER.sub(lambda _: str(chance.randint(10, 9999)), rest)
    return f"{key}{colon}{rest}"


def _another(word: str, chance: random.Random) -> str:
    return chance.choice(_WORDS) if chance.random() < 0.35 else word


def _name(chance: random.Random, words: int) -> str:
    return " ".join(word.capitalize() for word in chance.sample(_WORDS, words))


def _read(name: str) -> str:
    return (EXAMPLES / name).read_text(encoding="utf-8")


_WORDS = sorted(set(_WORD.findall(_read("quyet-dinh-khuyen-cong-hai-phong.yaml"))))
