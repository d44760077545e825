"""Where each document goes: beside its record, into a folder, by a pattern, or to a pipe."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from gettext import gettext as _
from pathlib import Path

import click

from vnadmindocs.atomic import write_all_atomically
from vnadmindocs.cli.source import STANDARD_INPUT
from vnadmindocs.diagnostics import Diagnostic, Place, diagnose
from vnadmindocs.diagnostics.system_reason import system_reason

STANDARD_OUTPUT = Path("-")
_NAME = "{name}"


def outputs(files: Sequence[str], output: str | None, suffix: str) -> tuple[Path, ...]:
    """Name the document of each record, in their order.

    Args:
        files: the records, ``-`` for standard input.
        output: what ``-o`` says; None when it says nothing.
        suffix: the kind of document, without the dot.

    Raises:
        click.UsageError: ``-o`` does not go with these records or this kind of document.
    """
    if output is None:
        return tuple(_beside(file, suffix) for file in files)
    if output == str(STANDARD_OUTPUT):
        if len(files) > 1:
            raise click.UsageError(_("Standard output takes one document; name one record."))
        return (STANDARD_OUTPUT,)
    if _NAME in output:
        return tuple(_checked(Path(output.replace(_NAME, _stem(file))), suffix) for file in files)
    target = Path(output)
    if target.is_dir() or output.endswith(("/", "\\")) or (len(files) > 1 and not target.suffix):
        return tuple(target / f"{_stem(file)}.{suffix}" for file in files)
    if len(files) > 1:
        raise click.UsageError(
            _(
                "«{output}» is one file and there are {number} records; give a folder, or put"
                " {name} into the name."
            ).format(output=output, number=len(files), name=_NAME)
        )
    return (_checked(target, suffix),)


def write_files(files: Mapping[Path, bytes], record: str = "") -> Diagnostic | None:
    """Write files whole, all or none; give the finding when the system does not let us.

    Args:
        files: what goes where.
        record: what they are made of, which the finding is about; "" for nothing but themselves.
    """
    try:
        write_all_atomically(files)
    except OSError as error:
        first = str(next(iter(files)))
        return diagnose("OUT001", Place(record or first), output=first, reason=system_reason(error))
    return None


def _beside(file: str, suffix: str) -> Path:
    if file != STANDARD_INPUT:
        return Path(file).with_suffix(f".{suffix}")
    if sys.stdout.isatty():
        raise click.UsageError(_("Say with -o where the document of standard input goes."))
    return STANDARD_OUTPUT


def _stem(file: str) -> str:
    return "stdin" if file == STANDARD_INPUT else Path(file).stem


def _checked(target: Path, suffix: str) -> Path:
    if target.suffix.lower() != f".{suffix}":
        raise click.UsageError(
            _("The name of the document must end with .{suffix}, not «{name}».").format(
                suffix=suffix, name=target.name
            )
        )
    return target
