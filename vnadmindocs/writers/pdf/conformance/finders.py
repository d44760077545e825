"""Which function looks for the faults of which rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from vnadmindocs.writers.pdf.conformance.opened import Opened

Finder = Callable[[Opened], Iterator[str]]


def find(key: str, pdf: Opened) -> list[str]:
    """Give the places where a file breaks a rule.

    A finder that stumbles over damage has found damage: the rule is broken there.
    """
    places: list[str] = []
    try:
        places.extend(finders()[key](pdf))
    except Exception as error:  # whatever damage makes pypdf, fontTools or us stumble over
        places.append(f"{type(error).__name__}: {error}")
    return list(dict.fromkeys(places))


@cache
def finders() -> dict[str, Finder]:
    """Give every finder by the key of its rule."""
    from vnadmindocs.writers.pdf.conformance import (
        colours,
        file_structure,
        fonts,
        graphics,
        interaction,
        metadata,
        navigation,
        tables,
        tags,
    )

    floors = (
        file_structure,
        graphics,
        colours,
        fonts,
        interaction,
        metadata,
        tags,
        tables,
        navigation,
    )
    return {key: finder for floor in floors for key, finder in floor.FINDERS.items()}
