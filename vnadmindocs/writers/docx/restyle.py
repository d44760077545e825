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
_made: dict[tuple[int, float], tuple[Mapping[str, Style], Prepared]] = {}


def shipped_for(layout: Layout) -> Prepared:
    """Give the shipped template, its named styles those of the layout.

    The norms are read to tell whether they are: the shipped template was made from them.
    """
    prepared = shipped(layout.size_set)
    decree = norms(layout.size_set)
    house = styles(decree)
    looks, weight = layout.styles, layout.rule_weight_pt
    if (looks is house or looks == house) and weight == decree["rule.weight"].use:
        return prepared
    key = (id(looks), weight)
    kept = _made.get(key)
    if kept is not None and kept[0] is looks:
        return kept[1]
    part = styles_part({**house, **looks}, weight)
    restyled = packed(STYLES, encoded(part))
    made = replace(
        prepared,
        members=tuple(restyled if member.name == STYLES else member for member in prepared.members),
    )
    while len(_made) >= _KEPT:
        _made.pop(next(iter(_made)), None)
    # The looks are kept with their template: an id stays theirs as long as they live.
    _made[key] = (looks, made)
    return made
