"""The shipped template under other norms: an office's own rules change the named styles.

A size in the Layout and the size Word shows for its named style are always one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from vnadmindocs.law.norms import norms
from vnadmindocs.layout.shape import Layout, Style
from vnadmindocs.layout.styles import styles
from vnadmindocs.writers.docx.cache import shipped
from vnadmindocs.writers.docx.names import STYLES
from vnadmindocs.writers.docx.package import encoded, packed
from vnadmindocs.writers.docx.prepared import Prepared
from vnadmindocs.writers.docx.style_markup import styles_part

_KEPT = 16  # offices with rules of their own whose styles are kept
_made: dict[int, tuple[Mapping[str, Style], Prepared]] = {}


def shipped_for(layout: Layout) -> Prepared:
    """Give the shipped template whose named styles are those of the layout."""
    prepared = shipped(layout.size_set)
    decree = styles(norms(layout.size_set))
    looks = layout.styles
    if looks is decree or looks == decree:
        return prepared
    kept = _made.get(id(looks))
    if kept is not None and kept[0] is looks:
        return kept[1]
    part = styles_part({**decree, **looks}, norms()["rule.weight"].use)
    restyled = packed(STYLES, encoded(part))
    made = replace(
        prepared,
        members=tuple(restyled if member.name == STYLES else member for member in prepared.members),
    )
    while len(_made) >= _KEPT:
        _made.pop(next(iter(_made)), None)
    # The looks are kept with their template: an id stays theirs as long as they live.
    _made[id(looks)] = (looks, made)
    return made
