"""The names a record may use, found in any of their spellings: a view of the glossary.

A name is compared folded, so ``nơi nhận``, ``noi_nhan`` and ``Nơi nhận`` are one spelling; the
English name and the aliases of the glossary are read too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from vnadmindocs.diagnostics.model import Text
from vnadmindocs.language.text import closest, fold
from vnadmindocs.terms import Term, forms, mappings, terms

#: What is written, folded, for a part that shall not be printed.
NOT_PRINTED = frozenset({"khong", "none"})


class Vocabulary:
    """The names of one mapping of a record, such as ``document`` or ``table``."""

    __slots__ = ("_by_english", "_found", "_names", "mapping", "terms")

    def __init__(self, mapping: str) -> None:
        self.mapping = mapping
        self.terms = terms(mapping)
        self._by_english = {term.english: term for term in self.terms}
        self._names = {fold(name): term for term in self.terms for name in spellings(term)}
        # Keys as people typed them. It holds known names only, each in few spellings, so that
        # no input can make it grow without end.
        self._found: dict[str, Term] = {
            name: term for term in self.terms for name in spellings(term)
        }

    def find(self, key: str) -> Term | None:
        """Find the term that a key names in any spelling; None when it names none."""
        return self._found.get(key) or self._names.get(fold(key))

    def typed(self, key: str) -> Term | None:
        """Find the term of a key in exactly one of its usual spellings; None otherwise."""
        return self._found.get(key)

    def by_english(self, english: str) -> Term | None:
        """Find a term by the model's field name."""
        return self._by_english.get(english)

    def suggest(self, key: str) -> Term | None:
        """Find the term that was probably meant by a key that names none."""
        nearest = closest(key, self._names)
        return None if nearest is None else self._names[nearest]

    @property
    def names(self) -> Text:
        """Every name that may stand in the mapping, as a sentence lists them."""
        return Text(
            vi=", ".join(term.vietnamese for term in self.terms),
            en=", ".join(term.english for term in self.terms),
        )

    def spelling(self, key: str, term: Term) -> str:
        """Tell whether a key that was found is written in English (``en``) or not (``vi``)."""
        return "en" if fold(key) == fold(term.english) != fold(term.vietnamese) else "vi"


def spellings(term: Term) -> Iterator[str]:
    """Give every spelling of a term that is read: the Vietnamese name first."""
    yield term.vietnamese
    yield term.english
    yield from term.aliases


@cache
def vocabulary(mapping: str) -> Vocabulary:
    """Give the vocabulary of a mapping.

    Raises:
        KeyError: the glossary has no such mapping.
    """
    return Vocabulary(mapping)


def vocabulary_of(type_name: str | None) -> Vocabulary:
    """Give the vocabulary of a document of a type, as it is written; None: no type is written.

    Where the type has fields of its own, they are names of it beside those of every document.
    """
    from vnadmindocs.law.copy_forms import find_copy_form
    from vnadmindocs.law.document_types import find_type

    kind = find_type(type_name) or find_copy_form(type_name) if type_name else None
    return vocabulary(kind.fields if kind is not None and kind.fields else "document")


def types_with(key: str) -> Text | None:
    """Name the types of document that have a field of their own of this name; None: none has."""
    from vnadmindocs.law.copy_forms import copy_forms
    from vnadmindocs.law.document_types import document_types

    own = [
        form for form in forms() if (found := vocabulary(form).find(key)) and found in forms()[form]
    ]
    kinds = [kind.name for kind in (*document_types(), *copy_forms()) if kind.fields in own]
    if not kinds:
        return None
    return Text(vi=", ".join(each.vi for each in kinds), en=", ".join(each.en for each in kinds))


def homes(key: str) -> tuple[str, ...]:
    """Name the mappings in which a key has a meaning, in the order of the glossary.

    Names that only some types of document have are none of them: «Địa điểm: …» is more often a line
    of the text above than a field of a type that has none.
    """
    shared = (name for name in mappings() if name not in forms())
    return tuple(name for name in shared if vocabulary(name).find(key) is not None)


def names_alone(lines: Iterable[object]) -> dict[str, str]:
    """Give the mapping that names without a value stand for, one a line, with a dash or not."""
    names = (line.strip().removeprefix("- ").strip() for line in lines if isinstance(line, str))
    return dict.fromkeys(filter(None, names), "")
