"""``vnadmindocs check``: say what is wrong with records, write nothing."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from pathlib import Path

import click

from vnadmindocs.cli.console import exit_code, show_report
from vnadmindocs.cli.options import (
    files_argument,
    report_options,
    root_option,
    shared_options,
)
from vnadmindocs.cli.source import source
from vnadmindocs.diagnostics.reports import Outcome


def command(language: str) -> click.Command:
    """Build the command in a language."""
    return click.Command(
        "check",
        callback=partial(check, language=language),
        help=_(
            "Check records and print every finding with its place, what to do and the clause of"
            " the decree. FILE is a YAML record; - reads standard input."
        ),
        short_help=_("Check records."),
        options_metavar=_("[OPTIONS]"),
        params=[
            files_argument(required=False),
            click.Option(
                ["--template"],
                metavar=_("DOCX"),
                help=_("Check a Word template of your office, besides the records or alone."),
            ),
            root_option(),
            *report_options(),
            *shared_options(),
        ],
    )


def check(
    files: tuple[str, ...],
    template: str | None,
    root: Path | None,
    format: str,
    strict: bool,
    *,
    language: str,
) -> int:
    """Report the findings of all files together and give the exit code."""
    from vnadmindocs import api

    if not files and template is None:
        raise click.UsageError(_("Name a record, or a template with --template."))
    drafts = (api.load(source(file), file=file, root=root) for file in files)
    findings = [finding for draft in drafts for finding in api.check(draft)]
    looked_at = list(files)
    if template is not None:
        # A record that names the same template has brought its errors along.
        findings.extend(each for each in api.check_template(template) if each not in findings)
        looked_at.append(template)
    show_report(findings, format, language, [Outcome(file) for file in looked_at])
    return exit_code(findings, strict=strict)
