"""``vnadmindocs schema``: the JSON schema of a type of document, for an editor."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _

import click

from vnadmindocs.cli.document_type import type_key
from vnadmindocs.cli.options import shared_options, type_argument


def command(language: str) -> click.Command:
    """Build the command in a language."""
    return click.Command(
        "schema",
        callback=partial(schema, language=language),
        help=_(
            "Print the JSON schema of the records of a TYPE of document, for the YAML extension"
            " of an editor. --lang chooses the language of the names of fields."
        ),
        short_help=_("Print a JSON schema for an editor."),
        options_metavar=_("[OPTIONS]"),
        params=[type_argument(), *shared_options()],
    )


def schema(words: tuple[str, ...], *, language: str) -> int:
    """Print the schema."""
    from vnadmindocs import api

    click.echo(api.schema_text(type_key(words), language), nl=False)
    return 0
