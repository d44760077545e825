"""Composes the YAML of a record into nodes with marks, with libyaml.

No tag is resolved: every plain scalar stays text. What YAML trips over goes to
``yaml_faults``, which mends the line in a copy, so that one run finds the faults after it too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml import Node

from vnadmindocs.diagnostics.model import Diagnostic
from vnadmindocs.record.positions import Positions
from vnadmindocs.record.source import SourceText

try:
    from yaml.cyaml import CParser
except ImportError:  # an interpreter for which PyYAML ships no libyaml
    CParser = None

UNTAGGED = ""
MOST_MENDINGS = 25


if TYPE_CHECKING:

    class _Parser:
        """What libyaml's parser gives."""

        def __init__(self, stream: str) -> None: ...

        def get_single_node(self) -> Node | None: ...

elif CParser is not None:
    _Parser = CParser


class Composer(_Parser):
    """libyaml's composer, told to leave every scalar as it is."""

    def descend_resolver(self, parent: object, index: object) -> None:
        """Resolve nothing."""

    def ascend_resolver(self) -> None:
        """Resolve nothing."""

    def resolve(self, kind: type[Node], value: Any, implicit: object) -> str:
        """Give every node the empty tag."""
        return UNTAGGED


def compose(text: SourceText, positions: Positions) -> tuple[Node | None, list[Diagnostic]]:
    """Compose the nodes of a text, mending what must be mended."""
    root = Composer(text.readable).get_single_node()
    return root, list(text.faults)
