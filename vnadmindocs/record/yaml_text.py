"""YAML as a clerk would type it: texts stand after their key, or in a block of lines.

A tree of mappings, lists and texts -> YAML text that the reader reads back to the same tree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from vnadmindocs.pattern import pattern

Tree: TypeAlias = "str | Mapping[str, Tree] | Sequence[Tree]"

# Starts with a letter or a digit, and holds nothing YAML could take for its own.
_PLAIN = pattern(r"[^\W_](?:[^:#\n]|:(?!\s|$)|(?<!\s)#)*")
_INDENT = "  "


def yaml_text(tree: Mapping[str, Tree]) -> str:
    """Write a mapping as YAML; keys and texts are written as they are."""
    return "".join(f"{line}\n" for line in _mapping(tree))


def _mapping(tree: Mapping[str, Tree]) -> list[str]:
    lines: list[str] = []
    for key, value in tree.items():
        lines.extend(_under(f"{_key(key)}:", value))
    return lines


def _under(head: str, value: Tree) -> list[str]:
    """Write a value after its key or after the dash of its item."""
    if isinstance(value, str):
        return _text(head, value)
    if not value:
        return [head]
    inner = _mapping(value) if isinstance(value, Mapping) else _sequence(value)
    return [head, *(_INDENT + line for line in inner)]


def _sequence(items: Sequence[Tree]) -> list[str]:
    lines: list[str] = []
    for item in items:
        if isinstance(item, str):
            lines.extend(_text("-", item))
        elif isinstance(item, Mapping) and item:
            first, *rest = _mapping(item)
            lines.append(f"- {first}")
            lines.extend(_INDENT + line for line in rest)
        else:
            lines.extend(_under("-", item))
    return lines


def _text(head: str, text: str) -> list[str]:
    if not text:
        return [head]
    if _PLAIN.fullmatch(text) and not text.endswith(" ") and not _deceives(head, text):
        return [f"{head} {text}"]
    # A first line that is indented needs its block's indentation said.
    indicator = "|2" if text[0] in " \n" else "|"
    body = [f"{_INDENT}{line}" if line else "" for line in text.split("\n")]
    return [f"{head} {indicator}", *body]


def _deceives(head: str, text: str) -> bool:
    """Tell whether an item of a list would be read as a key and its value."""
    return head == "-" and text.endswith(":")


def _key(key: str) -> str:
    if re.fullmatch(r"[\w/][\w /,.-]*", key):
        return key
    escaped = key.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
