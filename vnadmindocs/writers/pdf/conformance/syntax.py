"""The syntax of PDF read byte by byte: tokens of content streams, strings between streams."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_SPACE = b"\x00\t\n\x0c\r "
_TOKEN = re.compile(
    rb"[\x00\t\n\x0c\r ]+|%[^\r\n]*"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))(?=[\x00\t\n\x0c\r \[\]<>()/{}%]|$)"
    rb"|(?P<name>/[^\x00\t\n\x0c\r \[\]<>()/{}%]*)"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|(?P<hex><[^<>]*>)"
    rb"|(?P<string>\((?:[^()\\]|\\.)*\))"
    rb"|(?P<nested>\()"
    rb"|(?P<word>[^\x00\t\n\x0c\r \[\]<>()/{}%]+)",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)|\r\n?", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_CONSTANTS: dict[bytes, Any] = {b"true": True, b"false": False, b"null": None}
_END_OF_IMAGE = re.compile(rb"[\x00\t\n\x0c\r ]EI(?=[\x00\t\n\x0c\r ]|$)")


class Name(str):
    """A PDF name, without its slash."""

    __slots__ = ()


def listed(text: str) -> frozenset[str]:
    """Give the words of a list written with spaces."""
    return frozenset(text.split())


class Hex(bytes):
    """A string written in hexadecimal whose digits were wrong in number or kind."""

    __slots__ = ()


def operations(data: bytes) -> Iterator[tuple[str, list[Any]]]:
    """Give the operators of a content stream with their operands.

    Numbers are floats or ints, names ``Name``, strings bytes (``Hex`` where hexadecimal is written
    wrongly), arrays lists, dictionaries dicts. An inline image is ``("BI", [its dictionary])``.
    """
    stack: list[list[Any]] = [[]]
    position, end = 0, len(data)
    while position < end:
        found = _TOKEN.match(data, position)
        if found is None:
            position += 1
            continue
        position = found.end()
        text = found.group()
        match found.lastgroup:
            case "number":
                stack[-1].append(float(text) if b"." in text else int(text))
            case "name":
                stack[-1].append(read_name(text))
            case "open":
                stack.append([])
            case "close":
                items = stack.pop()
                if not stack:
                    stack = [[]]
                made = dict(zip(items[::2], items[1::2], strict=False))
                stack[-1].append(made if text == b">>" else items)
            case "hex":
                stack[-1].append(hexadecimal(text))
            case "string":
                stack[-1].append(literal(text[1:-1]))
            case "nested":
                position = end_of_string(data, found.start())
                stack[-1].append(literal(data[found.start() + 1 : position - 1]))
            case "word" if text in _CONSTANTS:
                stack[-1].append(_CONSTANTS[text])
            case "word" if text == b"ID":
                closing = _END_OF_IMAGE.search(data, position)
                position = closing.end() if closing else end
                operands = stack[0]
                yield "BI", [dict(zip(operands[::2], operands[1::2], strict=False))]
                stack = [[]]
            case "word" if text != b"BI":
                yield text.decode("latin-1"), stack[0]
                stack = [[]]


def read_name(text: bytes) -> Name:
    """Read a name with its slash."""
    plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda code: bytes([int(code[1], 16)]), text[1:])
    return Name(plain.decode("utf-8", "surrogateescape"))


def literal(text: bytes) -> bytes:
    """Read the inside of a string in parentheses."""
    if b"\\" not in text and b"\r" not in text:
        return text
    return _ESCAPE.sub(_unescape, text)


def _unescape(found: re.Match[bytes]) -> bytes:
    code = found[1]
    if code is None:
        return b"\n"
    if code[:1].isdigit() and code[:1] < b"8":
        return bytes([int(code, 8) & 255])
    return _ESCAPED.get(code, b"" if code in (b"\n", b"\r", b"\r\n") else code)


def hexadecimal(text: bytes) -> bytes:
    """Read a string in angle brackets; ``Hex`` when it breaks the rules of such strings."""
    digits = bytes(text[1:-1].translate(None, _SPACE))
    clean = re.sub(rb"[^0-9A-Fa-f]", b"", digits)
    read = bytes.fromhex((clean + b"0" * (len(clean) % 2)).decode())
    return read if clean == digits and len(digits) % 2 == 0 else Hex(read)


def end_of_string(data: bytes, start: int) -> int:
    """Find where a string in parentheses ends, given where it opens."""
    depth, position = 0, start
    while position < len(data):
        byte = data[position : position + 1]
        if byte == b"\\":
            position += 1
        elif byte == b"(":
            depth += 1
        elif byte == b")":
            depth -= 1
            if not depth:
                return position + 1
        position += 1
    return position
