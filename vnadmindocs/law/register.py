"""The register of legal texts: what each is called, from when to when it holds, what amended it.

``data/register.toml`` -> ``LegalText``. The starter register is small; an office adds its own
(``record.register``), whose entries stand before those of the starter. Loaded when first asked.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Literal

from vnadmindocs.language.text import closest, fold, without_accents
from vnadmindocs.law.tables import read_table
from vnadmindocs.law.text_types import find_text_type
from vnadmindocs.pattern import pattern
from vnadmindocs.values import dataclass

_SPACES = pattern(r"\s+")
_ZEROS = pattern(r"^0+(?=\d)")
State = Literal["in_force", "not_yet", "ceased", "unknown"]
_DATES = ("date", "in_force", "ceased", "checked")


@dataclass(frozen=True, slots=True)
class LegalText:
    """A legal text of the register; None and "" where the register does not know.

    Attributes:
        key: what a ground may name it by, ``nd-30-2020``.
        type: ``Nghị định``.
        number: number with symbol, ``30/2020/NĐ-CP``.
        date: day of issue.
        issuer: the issuing body as a citation names it.
        subject: trích yếu in the words to print; of a law, its name.
        in_force: the first day it was in force.
        ceased: the first day it was not.
        replaced_by: keys or numbers of the texts that replaced it.
        amended_by: keys or numbers of the texts that amended it, the oldest first.
        source: where this was read.
        checked: the day on which it was last compared with the source.
        sure: how certain it is, as the head of ``data/register.toml`` has it; "" in the register
            of an office.
    """

    key: str
    type: str
    number: str = ""
    date: datetime.date | None = None
    issuer: str = ""
    subject: str = ""
    in_force: datetime.date | None = None
    ceased: datetime.date | None = None
    replaced_by: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    source: str = ""
    checked: datetime.date | None = None
    sure: str = ""

    @property
    def by_name(self) -> bool:
        """Whether it is cited by its name, as laws are."""
        kind = find_text_type(self.type)
        return kind is not None and kind.by_name

    @property
    def name(self) -> str:
        """What it is called in a sentence: ``Nghị định số 30/2020/NĐ-CP``."""
        if self.by_name and self.subject:
            return f"{self.type} {self.subject}" + (f" số {self.number}" if self.number else "")
        return f"{self.type} số {self.number}" if self.number else self.type


class Shelf:
    """The texts of one register, found by key, by number and, laws, by name."""

    def __init__(self, texts: Iterable[LegalText]) -> None:
        self.texts = tuple(texts)
        self._keys: dict[str, LegalText] = {}
        self._numbers: dict[str, list[LegalText]] = {}
        self._names: dict[str, list[LegalText]] = {}
        for text in self.texts:
            self._keys[fold(text.key)] = text
            if text.number:
                self._numbers.setdefault(number_key(text.number), []).append(text)
            if text.by_name:
                self._names.setdefault(name_key(text.type, text.subject), []).append(text)

    def of_key(self, key: str) -> LegalText | None:
        """Find the text with this key, in any spelling."""
        return self._keys.get(fold(key))

    def of_number(self, key: str) -> list[LegalText]:
        """Find the texts with this number, as ``number_key`` has it."""
        return self._numbers.get(key, [])

    def of_name(self, key: str) -> list[LegalText]:
        """Find the laws of this name, as ``name_key`` has it."""
        return self._names.get(key, [])


class Register:
    """Registers one before the other: an entry of the first hides the same of the next.

    Attributes:
        complete: whether an office says that it cites nothing that is not in its register.
    """

    def __init__(self, shelves: Iterable[Shelf], *, complete: bool = False) -> None:
        self.shelves = tuple(shelves)
        self.complete = complete

    def __iter__(self) -> Iterator[LegalText]:
        """Give every text once, those of the first register first."""
        seen: set[str] = set()
        for shelf in self.shelves:
            for text in shelf.texts:
                if fold(text.key) not in seen:
                    yield text
            seen.update(fold(text.key) for text in shelf.texts)

    def of_key(self, key: str) -> LegalText | None:
        """Find the text with this key, in any spelling."""
        found = (shelf.of_key(key) for shelf in self.shelves)
        return next((text for text in found if text is not None), None)

    def of_number(self, number: str) -> tuple[LegalText, ...]:
        """Find the texts with this number; several bodies may use one."""
        key = number_key(number)
        return self._unhidden(lambda shelf: shelf.of_number(key))

    def of_name(self, kind: str, name: str) -> tuple[LegalText, ...]:
        """Find the laws of a type and a name, every one that ever bore it."""
        key = name_key(kind, name)
        return self._unhidden(lambda shelf: shelf.of_name(key))

    def resolved(self, reference: str) -> LegalText | None:
        """Find the text that a key or a number of an entry means; None: none, or several."""
        found = self.of_key(reference)
        if found is not None:
            return found
        several = self.of_number(reference)
        return several[0] if len(several) == 1 else None

    def suggest(self, written: str) -> str | None:
        """Find the key or the number that was probably meant; None: none is near."""
        if "/" not in written:
            return closest(written, [text.key for text in self])
        # Numbers lie close together: only a slip of one character is taken for one.
        numbers = [text.number for text in self if text.number]
        near = closest(written, numbers, 1)
        if near is None:
            # Number and year without the symbol: «30/2020».
            opening = f"{number_key(written).rstrip('/')}/"
            begun = [number for number in numbers if number_key(number).startswith(opening)]
            near = begun[0] if len(begun) == 1 else None
        return near

    def end_of(self, text: LegalText) -> datetime.date | None:
        """Tell the first day on which a text is no longer in force; None: not known to end."""
        if text.ceased is not None or not text.replaced_by:
            return text.ceased
        days = [day for each in self.successors(text) if (day := each.in_force) is not None]
        return min(days, default=None)

    def state_of(self, text: LegalText, day: datetime.date) -> State:
        """Tell whether a text is in force on a day, as far as the register knows."""
        end = self.end_of(text)
        if end is not None and end <= day:
            return "ceased"
        if text.in_force is None:
            return "not_yet" if text.date is not None and day < text.date else "unknown"
        return "in_force" if text.in_force <= day else "not_yet"

    def successors(self, text: LegalText) -> tuple[LegalText, ...]:
        """Give the texts that replaced it and are in the register; never the text itself."""
        return tuple(each for each in self._resolved_all(text.replaced_by) if each.key != text.key)

    def last_successors(self, text: LegalText, day: datetime.date) -> tuple[LegalText, ...]:
        """Give what stands in its place on a day, replacements of replacements followed."""
        found = self.successors(text)
        seen = {text.key}
        while found and len(found) == 1 and found[0].key not in seen:
            seen.add(found[0].key)
            end = self.end_of(found[0])
            if end is None or end > day:
                break
            found = self.successors(found[0]) or found
        return found

    def amendments(
        self, text: LegalText, day: datetime.date | None = None
    ) -> tuple[LegalText, ...]:
        """Give the texts that have amended it by a day, at all when no day is given."""
        found = self._resolved_all(text.amended_by)
        if day is None:
            return found
        return tuple(
            each for each in found if (since := each.in_force or each.date) and since <= day
        )

    def _resolved_all(self, references: Iterable[str]) -> tuple[LegalText, ...]:
        found = (self.resolved(reference) for reference in references)
        return tuple(text for text in found if text is not None)

    def _unhidden(self, find: Callable[[Shelf], list[LegalText]]) -> tuple[LegalText, ...]:
        found: list[LegalText] = []
        for index, shelf in enumerate(self.shelves):
            before = self.shelves[:index]
            found += (
                text
                for text in find(shelf)
                if all(earlier.of_key(text.key) is None for earlier in before)
            )
        return tuple(found)


def number_key(number: str) -> str:
    """Bring a number to the spelling in which numbers are compared.

    ``43/2013/QH 13`` and ``8/2013/tt-bnv`` are ``43/2013/qh13`` and ``8/2013/tt-bnv``: without
    spaces, accents and leading zeros, in small letters, dashes as hyphens.
    """
    bare = without_accents(_SPACES.sub("", number)).lower()
    return _ZEROS.sub("", bare.replace("–", "-"))


def name_key(kind: str, name: str) -> str:
    """Bring the type and the name of a law to the spelling in which they are compared."""
    return fold(f"{kind} {name}")


@cache
def starter() -> Shelf:
    """Load the starter register."""
    return Shelf(_text(key, row) for key, row in read_table("register.toml").items())


def _text(key: str, row: Mapping[str, object]) -> LegalText:
    values: dict[str, object] = dict(row)
    for name in _DATES:
        if name in values:
            values[name] = datetime.date.fromisoformat(str(values[name]))
    for name in ("replaced_by", "amended_by"):
        listed = values.get(name)
        values[name] = tuple(listed) if isinstance(listed, list) else ()
    return LegalText(key, **values)  # type: ignore[arg-type]
