"""``vnadmindocs types``: the 29 types of document, what each prints and asks for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import partial
from gettext import gettext as _
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import click

from vnadmindocs.cli.options import shared_options

if TYPE_CHECKING:
    from vnadmindocs.record.type_summary import TypeSummary

_WIDE = ("W", "F")
_BETWEEN = "  "
_WIDEST = 32  # columns of a list of names: the whole list then fits a window of 100


def command(language: str) -> click.Command:
    """Build the command in a language."""
    return click.Command(
        "types",
        callback=partial(types, language=language),
        help=_(
            "List the 29 types of document of Điều 7: name, abbreviation, sample form, the fields"
            " a record must have, and those that only this type has."
        ),
        short_help=_("List the types of document."),
        options_metavar=_("[OPTIONS]"),
        params=[
            click.Option(
                ["--format", "form"],
                type=click.Choice(("text", "json")),
                default="text",
                help=_("Form of the list (default text)."),
            ),
            *shared_options(),
        ],
    )


def types(*, form: str, language: str) -> int:
    """Print the list."""
    from vnadmindocs.record.type_summary import type_summaries

    summaries = type_summaries()
    if form == "json":
        import json

        rows = [_as_data(each) for each in summaries]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_table(summaries, language)))
    return 0


def _table(summaries: Sequence[TypeSummary], language: str) -> Iterator[str]:
    """Yield the lines of the list, its columns as wide as what stands in them."""
    from vnadmindocs.record.type_summary import field_names

    rows = [(_("No."), _("Type"), _("Abbr."), _("Form"), _("Must have"), _("Other own fields"))]
    for each in summaries:
        kind = each.kind
        others = tuple(name for name in each.fields if name not in each.requires)
        rows.append(
            (
                str(kind.number),
                kind.key if language == "en" else kind.name.vi,
                kind.abbreviation or "-",
                kind.form or "-",
                field_names(each.requires).in_language(language),
                field_names(others).in_language(language) or "-",
            )
        )
    wrapped = [[list(_wrapped(cell)) for cell in row] for row in rows]
    widths = [
        max(width_of(line) for cell in column for line in cell)
        for column in zip(*wrapped, strict=True)
    ]
    for row in wrapped:
        for line in zip_longest(*row, fillvalue=""):
            cells = (_padded(cell, width) for cell, width in zip(line, widths, strict=True))
            yield _BETWEEN.join(cells).rstrip()


def _wrapped(text: str) -> Iterator[str]:
    """Yield a list of names in lines of a readable width, whole names in each."""
    line = ""
    for name in text.split(", "):
        if line and width_of(f"{line}, {name}") > _WIDEST:
            yield f"{line},"
            line = name
        else:
            line = f"{line}, {name}" if line else name
    yield line


def _padded(text: str, width: int) -> str:
    return text + " " * (width - width_of(text))


def width_of(text: str) -> int:
    """Count the columns a text takes on a terminal; marks stand over their letter."""
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in _WIDE)
        for letter in text
    )


def _as_data(summary: TypeSummary) -> dict[str, Any]:
    from vnadmindocs.terms import field_term

    kind = summary.kind
    return {
        "number": kind.number,
        "key": kind.key,
        "name": {"vi": kind.name.vi, "en": kind.name.en},
        "abbreviation": kind.abbreviation,
        "form": kind.form,
        "printed": kind.printed,
        "prints": list(summary.prints),
        "requires": list(summary.requires),
        "fields": {name: field_term(name).vietnamese for name in summary.fields},
        "subject_openings": list(kind.subject_openings),
        "subject_rule": kind.subject_rule,
        "addressees": kind.addressees,
        "enacting": summary.enacting,
        "recipients": list(summary.recipients),
        "signature": summary.signers,
        "like": list(kind.like),
        "locator": kind.locator,
    }
