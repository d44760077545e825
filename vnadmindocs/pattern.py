"""Regular expressions compiled when first used: a run of the command line uses one in three."""

from __future__ import annotations

import re
from typing import Any, cast


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Do as ``re.compile``, when the pattern is first asked for something.

    After that it is as fast as a compiled pattern; it is none to ``isinstance``.
    """
    return cast("re.Pattern[str]", _Pattern(source, flags))


class _Pattern:
    """A pattern that compiles itself."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(self._source, self._flags), name)
        # Kept beside the source, so that the next call finds the method itself.
        self.__dict__[name] = found
        return found
