"""Prepared templates kept between runs: beside the shipped ones, or in the user's cache folder.

One file a template: a line of magic, the CRC of the rest, a JSON text, the packed members.
A file that is damaged or of another version is made again; a folder that cannot be written is
done without.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from vnadmindocs.assets import asset
from vnadmindocs.atomic import write_atomically
from vnadmindocs.errors import BrokenInstallError
from vnadmindocs.law.norms import Norms, norms
from vnadmindocs.layout.styles import styles
from vnadmindocs.user_cache import user_cache
from vnadmindocs.writers.docx.package import Member, raw_member
from vnadmindocs.writers.docx.prepared import Prepared, Source

# Raise the number whenever preparing gives something else for the same Word file.
_MAGIC = b"vnadmindocs prepared 3\n"
_CHECK = 4  # bytes of the CRC
_LENGTH = 8
_KEPT_IN_MEMORY = 4
_in_memory: dict[str, Prepared] = {}


def key_of(data: bytes, values: Norms) -> str:
    """Give the key of a template: its bytes, the form we prepare, the styles it may lack."""
    # Only an office's own template needs a hash.
    import hashlib

    digest = hashlib.sha256(_MAGIC)
    digest.update(data)
    digest.update(repr((*styles(values).values(), values["rule.weight"].use)).encode())
    return digest.hexdigest()


def dump(prepared: Prepared) -> bytes:
    """Write a prepared template as bytes; ``load`` reads them back."""
    blobs: list[bytes] = []

    def member(each: Member) -> list[object]:
        blobs.append(each.data)
        return [each.name, each.method, each.crc, each.size, len(each.data)]

    def source(each: Source) -> dict[str, object]:
        return {"literals": each.literals, "names": each.names, "jinja": each.jinja}

    record = {
        "key": prepared.key,
        "members": [member(each) for each in prepared.members],
        "document": source(prepared.document),
        "margins": {name: source(each) for name, each in prepared.margins.items()},
        "blank_margins": [member(each) for each in prepared.blank_margins.values()],
        "relations": prepared.relations,
        "content_types": prepared.content_types,
        "plain_lists": [member(each) for each in prepared.plain_lists],
        "footnotes": prepared.footnotes,
        "plain_footnotes": member(prepared.plain_footnotes),
        "first_footnote": prepared.first_footnote,
        "style_ids": dict(prepared.style_ids),
        "rule_border": prepared.rule_border,
        "references": prepared.references,
        "grid": prepared.grid,
        "cells": prepared.cells,
        "tags": prepared.tags,
        "texts": prepared.texts,
    }
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
    rest = len(text).to_bytes(_LENGTH, "big") + text + b"".join(blobs)
    return _MAGIC + zlib.crc32(rest).to_bytes(_CHECK, "big") + rest


def load(data: bytes) -> Prepared | None:
    """Read a prepared template; None when the bytes are damaged or of another form."""
    head = len(_MAGIC)
    check, rest = data[head : head + _CHECK], data[head + _CHECK :]
    if data[:head] != _MAGIC or zlib.crc32(rest).to_bytes(_CHECK, "big") != check:
        return None
    start = _LENGTH + int.from_bytes(rest[:_LENGTH], "big")
    record: dict[str, Any] = json.loads(rest[_LENGTH:start])

    def member(row: list[Any]) -> Member:
        nonlocal start
        name, method, crc, size, length = row
        start += length
        return raw_member(name, method, crc, size, rest[start - length : start])

    def source(each: Mapping[str, Any]) -> Source:
        return Source(tuple(each["literals"]), tuple(each["names"]), each["jinja"])

    def words(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(row) for row in rows)

    members = tuple(member(row) for row in record["members"])
    blank = [member(row) for row in record["blank_margins"]]
    types, relations = (member(row) for row in record["plain_lists"])
    return Prepared(
        key=record["key"],
        members=members,
        document=source(record["document"]),
        margins={name: source(each) for name, each in record["margins"].items()},
        blank_margins={each.name: each for each in blank},
        relations=record["relations"],
        content_types=record["content_types"],
        plain_lists=(types, relations),
        footnotes=record["footnotes"],
        plain_footnotes=member(record["plain_footnotes"]),
        first_footnote=record["first_footnote"],
        style_ids=record["style_ids"],
        rule_border=record["rule_border"],
        references=tuple((kind, when, ident) for kind, when, ident in record["references"]),
        grid=tuple(record["grid"]) if record["grid"] else None,
        cells=words(record["cells"]),
        tags=tuple(record["tags"]),
        texts=tuple(record["texts"]),
    )


@cache
def shipped(size_set: str) -> Prepared:
    """Give the shipped template of a size set, prepared.

    Raises:
        BrokenInstallError: the template is missing.
    """
    try:
        kept = load(asset("templates", "prepared", f"nd30-{size_set}.prepared").read_bytes())
    except (BrokenInstallError, OSError):
        kept = None
    if kept is not None:
        return kept
    return office(asset("templates", f"nd30-{size_set}.docx").read_bytes(), norms(size_set))


def office(data: bytes, values: Norms) -> Prepared:
    """Give a template prepared, from memory, from the user's cache, or made now.

    Args:
        data: the bytes of the Word file.
        values: for the styles the template lacks.

    Raises:
        TemplateFaultError: the template cannot be used; lint it first.
    """
    key = key_of(data, values)
    found = _in_memory.get(key)
    if found is None:
        folder = cache_folder()
        found = _read(folder, key)
        if found is None:
            # Costs the import of docxtpl, which a template already in the cache does not need.
            from vnadmindocs.writers.docx.prepare import prepare

            found = prepare(data, values, key)
            _keep(folder, key, dump(found))
        while len(_in_memory) >= _KEPT_IN_MEMORY:
            _in_memory.pop(next(iter(_in_memory)), None)
        _in_memory[key] = found
    return found


def cache_folder() -> Path | None:
    """Name the folder of kept templates; None when the system names no cache folder."""
    return user_cache("templates")


def _read(folder: Path | None, key: str) -> Prepared | None:
    if folder is None:
        return None
    try:
        found = load((folder / f"{key}.prepared").read_bytes())
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if found is not None and found.key == key else None


def _keep(folder: Path | None, key: str, data: bytes) -> None:
    """Write whole or not at all; a cache that cannot be written is no fault."""
    if folder is not None:
        with suppress(OSError):
            write_atomically(folder / f"{key}.prepared", data)
