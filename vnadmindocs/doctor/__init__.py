"""What a machine has and lacks to make documents, each thing looked at on its own.

A check never stops another: a broken part of the installation is one finding, the rest is still
examined. What is needed and wrong is an error; an extra that is not installed is a hint.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from vnadmindocs.diagnostics.model import Severity
from vnadmindocs.doctor.check import Check

__all__ = ["Check", "examine", "healthy"]


def examine(font_paths: Sequence[Path] = ()) -> tuple[Check, ...]:
    """Examine this machine and this installation.

    A document is made as a trial, and a PDF where there is what it takes.

    Args:
        font_paths: folders where a face is looked for first.
    """
    return tuple(_checks(tuple(font_paths)))


def healthy(checks: Sequence[Check]) -> bool:
    """Tell whether nothing that is needed is wrong."""
    return all(finding.severity < Severity.ERROR for check in checks for finding in check.findings)


def _checks(font_paths: tuple[Path, ...]) -> Iterator[Check]:
    from vnadmindocs.doctor import installation, machine, packages, trials

    yield packages.check_program()
    yield packages.check_python()
    yield packages.check_required()
    yield from packages.check_extras()
    face = machine.check_face(font_paths)
    yield face
    yield machine.check_libreoffice()
    yield installation.check_templates()
    yield installation.check_schemas()
    yield installation.check_law()
    yield installation.check_sentences()
    yield machine.check_cache()
    yield machine.check_output()
    yield trials.try_word_file()
    yield from trials.try_pdf(font_paths, face)
