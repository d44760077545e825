"""TOML read fast, for the data files of the house.

People edit TOML well, and ``tomllib`` reads it at 0.5 ms a kilobyte: a fifth of every run of the
command line. Files whose every value stands on one line (all but lists over several lines) are
turned into JSON line by line instead, several times faster; anything else goes to ``tomllib``.
Tests read each file both ways.
"""

from __future__ import annotations

import json
import re
import zlib
from functools import partial
from typing import Any

from vnadmindocs.kept_work import kept
from vnadmindocs.pattern import pattern

# A string is kept as it is; a bare key, ``inf`` and the bracket of nothing else are rewritten.
_TOKEN = pattern(r'("(?:[^"\\]|\\.)*")|([A-Za-z_][\w-]*) = |\binf\b')
_LINE = pattern(r'("[^"]*"|[\w.-]+) = (.+)')


def read_toml(text: str) -> dict[str, Any]:
    """Read TOML of any form; what an earlier run of the command line read is not read again."""
    return kept(f"toml {len(text)} {zlib.crc32(text.encode())} {text[:200]}", partial(_read, text))


def _read(text: str) -> dict[str, Any]:
    found = read_lines(text)
    if found is not None:
        return found
    import tomllib

    return tomllib.loads(text)


def read_lines(text: str) -> dict[str, Any] | None:
    """Read TOML whose every value stands on one line; None when some value does not."""
    rows: list[str] = []
    keys: list[list[str]] = []
    section: list[str] = []
    for line in text.splitlines():
        if not line or line[0] == "#":
            continue
        if line[0] == "[" and line[-1] == "]":
            section = line[1:-1].split(".")
            keys.append(section)
            rows.append("{}")
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            return None
        key = found[1]
        keys.append([*section, *([key[1:-1]] if key[0] == '"' else key.split("."))])
        rows.append(_TOKEN.sub(_in_json, found[2]))
    try:
        values = json.loads("[" + ",".join(rows) + "]")
    except json.JSONDecodeError:
        return None
    table: dict[str, Any] = {}
    for path, value in zip(keys, values, strict=True):
        here = table
        for part in path[:-1]:
            here = here.setdefault(part, {})
        if value != {} or path[-1] not in here:
            here[path[-1]] = value
    return table


def _in_json(token: re.Match[str]) -> str:
    if token[1]:
        return token[1]
    return f'"{token[2]}":' if token[2] else "Infinity"
