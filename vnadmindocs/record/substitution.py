"""Values put into the texts of a record in the place of references, before its fields are read.

Tree of texts, and what each reference gives -> the same tree with values in it, each written so
that whoever reads its text reads words, and for each text where its words come from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.notation.value_reference import SIGN, ValueReference, broken_references
from vnadmindocs.record.form_grammars import texts_of_form
from vnadmindocs.record.form_text import FormText
from vnadmindocs.record.moves import Moves
from vnadmindocs.record.positions import FieldPath

BROKEN = "LST019"

_SHOWN = 40  # characters of what is no reference

#: Gives the words to print for a reference; None leaves it as it stands.
Put = Callable[[ValueReference, FieldPath], str | None]


def substituted(
    tree: Mapping[str, Any], put: Put, left_out: Callable[[FieldPath], bool] = lambda _: False
) -> tuple[dict[str, Any], Mapping[FieldPath, Moves]]:
    """Put values into every text of a tree; keys are no texts.

    Args:
        tree: what is written, under English names.
        put: asked for each reference, in the order of the tree.
        left_out: tells which paths are passed over.
    """
    found: dict[str, Any] = copied(tree)
    moves: dict[FieldPath, Moves] = {}
    for path, text, grammar in texts_of_form(tree):
        if SIGN not in text or any(left_out(path[:end]) for end in range(1, len(path) + 1)):
            continue
        words: list[str] = []

        def takes(reference: ValueReference, path: FieldPath = path, to: list[str] = words) -> bool:
            value = put(reference, path)
            if value is not None:
                to.append(value)
            return value is not None

        form = FormText.of(text, grammar, takes)
        if form is not None:
            made = form.fill(words.__getitem__)
            moves[path] = made.moves
            put_text(found, path, made.text)
    return found, moves


def copied(value: Any) -> Any:
    """Copy the mappings and lists of a tree; what else stands in them is shared."""
    if isinstance(value, Mapping):
        return {key: copied(each) for key, each in value.items()}
    if type(value) in (list, tuple):
        return [copied(each) for each in value]
    return value


def put_text(tree: Any, path: FieldPath, text: str) -> None:
    """Put a text where another one stands."""
    for step in path[:-1]:
        tree = tree[step]
    tree[path[-1]] = text


def broken(path: FieldPath, text: str) -> Iterator[Fault]:
    """Report what opens as a reference in a text and is none, so that it is printed as it is."""
    if f"[{SIGN}" in text:
        for line, column, words in broken_references(text):
            yield Fault(BROKEN, line, column, len(words), {"found": words[:_SHOWN]}, path)
