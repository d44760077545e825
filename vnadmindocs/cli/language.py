"""The language of one run of the command line: Vietnamese unless English is asked for.

Sentences in the code are English; ``locale/vi`` holds the Vietnamese, for click's own sentences
as well as ours. Findings bring both languages themselves.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

LANGUAGES = ("vi", "en")
ENVIRONMENT_VARIABLE = "VNADMINDOCS_LANG"
DOMAIN = "vnadmindocs"
LOCALE = Path(__file__).with_name("locale")


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Find the language before anything is parsed, so that help and mistakes are told in it.

    ``--lang`` may stand anywhere; a language we do not have counts as none, click reports it.
    """
    chosen = environment.get(ENVIRONMENT_VARIABLE, "")
    for argument, following in pairwise([*arguments, ""]):
        if argument == "--":
            break
        if argument == "--lang":
            chosen = following
        elif argument.startswith("--lang="):
            chosen = argument.removeprefix("--lang=")
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let gettext, and with it click, speak a language; what was before is put back."""
    domain = gettext.textdomain()
    variable = os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)
    # gettext knows no other way to be told than the environment.
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if variable is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = variable
