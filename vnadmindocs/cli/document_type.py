"""A type of document named on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from gettext import gettext as _

import click


def type_key(words: Sequence[str]) -> str:
    """Find the English key of a type or form of copy by its name in either language, or short.

    Raises:
        click.UsageError: there is no such type; the sentence names those there are.
    """
    from vnadmindocs.law.copy_forms import copy_forms, find_copy_form
    from vnadmindocs.law.document_types import document_types, find_type

    written = " ".join(words)
    found = find_type(written) or find_copy_form(written)
    if found is None:
        names = ", ".join(kind.name.vi for kind in (*document_types(), *copy_forms()))
        raise click.UsageError(
            _("There is no type of document «{written}». There are: {names}.").format(
                written=written, names=names
            )
        )
    return found.key
