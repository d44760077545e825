"""Names of laws, codes and ordinances in force or lately so: where one ends in running text.

``data/law_names.txt``, one a line, without «Luật», «Bộ luật», «Pháp lệnh». A law that is not in
the list is cited like any other; the list only tells where its name ends.
"""

from __future__ import annotations

import re
from functools import cache

from vnadmindocs.assets import data_file


@cache
def law_names() -> tuple[str, ...]:
    """Load the names, as written in the list."""
    return tuple(data_file("law", "law_names.txt").read_text(encoding="utf-8").split("\n")[:-1])


def law_name_at(text: str, start: int) -> int:
    """Tell where the known name ends that begins at ``start``, in any case; 0 when none does."""
    found = _pattern().match(text, start)
    return found.end() if found is not None else 0


@cache
def _pattern() -> re.Pattern[str]:
    # Both places of the tone mark are written: «hòa» and «hoà».
    names = sorted(law_names(), key=len, reverse=True)
    words = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    for new, old in (("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("ủy", "uỷ"), ("úy", "uý")):
        words = words.replace(new, f"(?:{new}|{old})")
    return re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE)
