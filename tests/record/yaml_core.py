"""YAML as an editor reads it: the types of the 1.2 core schema, over PyYAML's composer."""

from __future__ import annotations

import re
from typing import Any

import yaml

_TAGS = (
    ("null", re.compile(r"null|Null|NULL|~|")),
    ("bool", re.compile(r"true|True|TRUE|false|False|FALSE")),
    ("int", re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")),
    ("float", re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")),
)


def load_core(text: str) -> Any:
    """Load a document with the types an editor gives its scalars."""
    return _value(yaml.compose(text, Loader=yaml.CSafeLoader))


def _value(node: yaml.Node | None) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {str(_value(key)): _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(each) for each in node.value]
    if not isinstance(node, yaml.ScalarNode):
        return None
    if node.style:
        return node.value
    return _plain(node.value)


def _plain(text: str) -> Any:
    tag = next((name for name, pattern in _TAGS if pattern.fullmatch(text)), "str")
    if tag == "null":
        return None
    if tag == "bool":
        return text.lower() == "true"
    if tag == "int":
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    return float(text) if tag == "float" else text
