"""Values put into the texts of a record in the place of references, before its fields are read.

Tree of texts, and what each reference gives -> the same tree with values in it, and what of each
text was put in, so that a finding in the new text points at the reference in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from vnadmindocs.notation.value_reference import SIGN, ValueReference, parse_references
from vnadmindocs.record.positions import FieldPath, Shift, Shifts

#: Gives the words to print for a reference; None leaves it as it stands.
Put = Callable[[ValueReference, FieldPath], str | None]


def substituted(
    tree: Mapping[str, Any], put: Put, left_out: Callable[[FieldPath], bool] = lambda _: False
) -> tuple[dict[str, Any], Shifts]:
    """Put values into every text of a tree; keys are no texts.

    Args:
        tree: what is written, under English names.
        put: asked for each reference, in the order of the tree.
        left_out: tells which paths are passed over.
    """
    shifts: dict[FieldPath, dict[int, list[Shift]]] = {}

    def walk(node: Any, path: FieldPath) -> Any:
        if left_out(path):
            return node
        if isinstance(node, str):
            return _text(node, path, put, shifts) if SIGN in node and "[" in node else node
        if isinstance(node, Mapping):
            return {key: walk(each, (*path, key)) for key, each in node.items()}
        if isinstance(node, list | tuple):
            return [walk(each, (*path, index)) for index, each in enumerate(node)]
        return node

    return {key: walk(each, (key,)) for key, each in tree.items()}, shifts


def _text(
    text: str, path: FieldPath, put: Put, shifts: dict[FieldPath, dict[int, list[Shift]]]
) -> str:
    out: list[str] = []
    column = 0  # of the new text, in the line that is being made
    for piece in parse_references(text):
        words = put(piece, path) if isinstance(piece, ValueReference) else piece
        if not isinstance(piece, ValueReference):
            out.append(piece)
            _, broken, last = piece.rpartition("\n")
            column = len(last) if broken else column + len(piece)
            continue
        # A value stands inside a line: what follows it keeps its line.
        new = str(piece) if words is None else " ".join(words.split("\n"))
        if words is None:
            new = text.split("\n")[piece.line][piece.column : piece.column + piece.length]
        shift = Shift(column, len(new), piece.column, piece.length)
        shifts.setdefault(path, {}).setdefault(piece.line, []).append(shift)
        out.append(new)
        column += len(new)
    return "".join(out)
