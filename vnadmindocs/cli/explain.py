"""``vnadmindocs explain``: the manual page of a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from gettext import gettext as _
from textwrap import indent

import click

from vnadmindocs.cli.options import shared_options
from vnadmindocs.diagnostics.catalogue import Entry, entry, families, family
from vnadmindocs.diagnostics.model import Text
from vnadmindocs.diagnostics.reports.words import SEVERITIES
from vnadmindocs.locator import locator_in_words


def command(language: str) -> click.Command:
    """Build the command in a language."""
    return click.Command(
        "explain",
        callback=partial(explain, language=language),
        help=_(
            "Explain the findings with these codes, such as SIG002: what is checked and why, a"
            " wrong and a right record, the clause of the decree. Without a code, list them all."
        ),
        short_help=_("Explain findings."),
        options_metavar=_("[OPTIONS]"),
        params=[
            click.Argument(["codes"], nargs=-1, metavar=_("[CODE...]")),
            *shared_options(),
        ],
    )


def explain(codes: tuple[str, ...], *, language: str) -> int:
    """Print the pages of the codes, or the list of all."""
    if not codes:
        click.echo("\n".join(_listed(language)))
        return 0
    pages = ["\n".join(_page(_find(code), language)) for code in codes]
    click.echo("\n\n".join(pages))
    return 0


def _find(code: str) -> Entry:
    found = entry(code.upper())
    if found is None:
        same = [known for known in _codes() if known.startswith(code[:3].upper())]
        raise click.UsageError(
            _("There is no finding {code}. Those near it: {near}.").format(
                code=code, near=", ".join(same or families())
            )
        )
    return found


def _codes() -> Iterator[str]:
    for name in families():
        yield from family(name)


def _listed(language: str) -> Iterator[str]:
    for name in families():
        for code, found in family(name).items():
            yield f"{code}  {_sentence(found.message, language)}"


def _page(found: Entry, language: str) -> Iterator[str]:
    """Give the lines of a manual page; a part without content is left out."""
    yield f"{found.code} · {SEVERITIES[found.severity].in_language(language)}"
    yield _sentence(found.message, language)
    yield ""
    yield found.page.in_language(language)
    for title, content in ((_("Wrong:"), found.wrong), (_("Right:"), found.right)):
        if content.strip():
            yield f"\n{title}\n{indent(content.strip(chr(10)), '    ')}"
    if found.hint:
        yield "\n" + _("What to do: {hint}").format(hint=_sentence(found.hint, language))
    if found.locator:
        clause = locator_in_words(found.locator, language)
        yield "\n" + _("By: {clause}").format(clause=clause)


def _sentence(text: Text, language: str) -> str:
    """Print a sentence of the catalogue with dots for the facts that fill it."""
    return re.sub(r"\{[^}]*\}", "…", text.in_language(language))
