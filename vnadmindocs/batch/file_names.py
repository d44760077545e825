"""Names of the files of a batch: a pattern with fields of the list, made safe for every system.

``build/{so}-{ho_ten}.docx``, ``{ngày: yyyy-mm-dd}``, ``{dòng}``. What stands in a value never
leads out of the folder the pattern names: all but letters, digits, dots and underscores becomes
one hyphen, so a value is one part of one name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from vnadmindocs.language.text import fold, without_accents
from vnadmindocs.notation.figure import Unread
from vnadmindocs.notation.value_format import NoForm, Value, ValueFormat, parse_format, print_value
from vnadmindocs.pattern import pattern
from vnadmindocs.record.data_field import DataField
from vnadmindocs.values import dataclass

#: Stands for the number of the row in the list, unless a field has the name.
ROW_NAMES = ("dòng", "row")

_FIELD = pattern(r"\{([^{}]*)\}")
_NOT_ASCII = pattern(r"[^A-Za-z0-9_.]+")
_NOT_LETTERS = pattern(r"[^\w.]+")
_LONGEST_VALUE = 60  # characters
_LONGEST_NAME = 200  # bytes: what is put beside it, and 255, leave room
# Names of devices on Windows, with any ending.
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}
)


class UnknownFieldError(ValueError):
    """A pattern names what is no field of the list.

    Attributes:
        found: what stands between the braces.
        names: what could stand there.
    """

    def __init__(self, found: str, names: Sequence[str]) -> None:
        super().__init__(f"«{found}» is none of {', '.join(names)}")
        self.found = found
        self.names = tuple(names)


@dataclass(frozen=True, slots=True)
class _Part:
    """A field in a pattern: its folded name, "" for the number of the row."""

    key: str
    name: str
    kind: str
    form: ValueFormat


@dataclass(frozen=True, slots=True)
class FileNames:
    """A pattern of names.

    Attributes:
        pieces: words of the pattern, and the fields between them.
        accents: Vietnamese letters stay; else they lose their marks.
        digits: how many digits numbers of rows are written with.
    """

    pieces: tuple[str | _Part, ...]
    accents: bool
    digits: int

    @classmethod
    def of(
        cls,
        written: str,
        fields: Mapping[str, tuple[str, DataField]],
        *,
        accents: bool = False,
        digits: int = 1,
    ) -> FileNames:
        """Read a pattern.

        Args:
            written: the pattern.
            fields: declared fields by folded name, each with its name.
            accents: keep the marks of Vietnamese letters.
            digits: how many digits numbers of rows have at least.

        Raises:
            UnknownFieldError: it names something else, or a format that is none.
        """
        pieces: list[str | _Part] = []
        for at, piece in enumerate(_FIELD.split(written)):
            if at % 2:
                pieces.append(_part(piece, fields))
            elif piece:
                pieces.append(piece)
        return cls(tuple(pieces), accents, digits)

    @property
    def has_fields(self) -> bool:
        """Whether rows can have names of their own."""
        return any(isinstance(piece, _Part) for piece in self.pieces)

    @property
    def keys(self) -> frozenset[str]:
        """The folded names of the fields in it."""
        return frozenset(piece.key for piece in self.pieces if isinstance(piece, _Part))

    def name(self, number: int, values: Mapping[str, Value | Unread | None]) -> Path | str:
        """Name the file of a row; where a value has no words for it, give the field's name.

        Args:
            number: the number of the row.
            values: its values by folded name.
        """
        words: list[str] = []
        for piece in self.pieces:
            if isinstance(piece, str):
                words.append(piece)
                continue
            part = self._printed(piece, number, values)
            if not part:
                return piece.name
            words.append(part)
        return _safe("".join(words), self._folders)

    @property
    def _folders(self) -> frozenset[str]:
        """The folders that the pattern itself names, which stay as they are."""
        bare = "".join(piece if isinstance(piece, str) else "\0" for piece in self.pieces)
        return frozenset(Path(bare).parent.parts)

    def _printed(
        self, part: _Part, number: int, values: Mapping[str, Value | Unread | None]
    ) -> str:
        if not part.key:
            return f"{number:0{self.digits}}"
        value = values.get(part.key)
        if value is None or isinstance(value, Unread):
            return ""
        printed = print_value(value, part.kind, part.form, grouped=False)
        return "" if isinstance(printed, NoForm) else name_part(printed, accents=self.accents)


def name_part(value: str, *, accents: bool = False) -> str:
    """Write a value as a part of a file name: ``Nguyễn Văn An`` becomes ``Nguyen-Van-An``.

    Args:
        value: any text.
        accents: keep the marks of letters.
    """
    if accents:
        plain = _NOT_LETTERS.sub("-", unicodedata.normalize("NFC", value))
    else:
        plain = _NOT_ASCII.sub("-", without_accents(value))
    plain = re.sub(r"\.{2,}", ".", plain).strip("-._")
    if len(plain) > _LONGEST_VALUE:
        kept = plain[: _LONGEST_VALUE + 1].rpartition("-")[0] or plain[:_LONGEST_VALUE]
        plain = kept[:_LONGEST_VALUE].strip("-._")
    return plain


def same_name(path: Path) -> str:
    """Give what two paths have in common that are one file somewhere: case and form of letters."""
    return unicodedata.normalize("NFC", str(path.absolute())).casefold()


def _part(written: str, fields: Mapping[str, tuple[str, DataField]]) -> _Part:
    name, _, asked = written.partition(":")
    key = fold(name)
    if key not in fields:
        if key in map(fold, ROW_NAMES) and not asked:
            return _Part("", name.strip(), "", ValueFormat())
        names = [*(each for each, _ in fields.values()), ROW_NAMES[0]]
        raise UnknownFieldError(written, names)
    declared, field = fields[key]
    form = parse_format(asked) if asked.strip() else field.form
    if isinstance(form, str) or form.misfit(field.kind_name) is not None:
        raise UnknownFieldError(written, [declared])
    return _Part(key, declared, field.kind_name, form)


def _safe(written: str, folders: frozenset[str]) -> Path:
    """Bring the names of a path that hold values to ones that every system takes."""
    path = Path(written)
    stem, ending = path.stem, path.suffix
    room = _LONGEST_NAME - len(ending.encode())
    while len(stem.encode()) > room:
        stem = stem[:-1]
    parts = [part if part in folders else _unreserved(part) for part in path.parent.parts]
    return Path(*parts, _unreserved(f"{stem.rstrip('-. ')}{ending}"))


def _unreserved(name: str) -> str:
    return f"_{name}" if name.split(".")[0].casefold() in _RESERVED else name
