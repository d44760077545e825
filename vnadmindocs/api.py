"""What ``import vnadmindocs`` gives: load, check, render.

A record comes from a path, from YAML text, from a mapping or from Python; whatever its origin, the
same record gives the same document. Faults of the record are Diagnostics, never exceptions.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from vnadmindocs.assets import asset
from vnadmindocs.atomic import write_atomically
from vnadmindocs.diagnostics import Diagnostic, Place, Severity, diagnose
from vnadmindocs.diagnostics.system_reason import system_reason
from vnadmindocs.law.document_types import DocumentType, find_type
from vnadmindocs.lint.runner import findings
from vnadmindocs.record import starting
from vnadmindocs.record.document import Document
from vnadmindocs.record.draft import (
    Draft,
    draft_of_bytes,
    draft_of_mapping,
    draft_of_record,
)
from vnadmindocs.record.folder import Folder
from vnadmindocs.record.source import LARGEST_FILE
from vnadmindocs.record.template_file import TemplateFile
from vnadmindocs.values import dataclass

Written = str | bytes | Path | Mapping[str, Any] | Document | Draft
Output = Literal["docx"]

_OF_TEMPLATES = "TPL"


@dataclass(frozen=True, slots=True)
class Rendering:
    """A rendered document, or the reasons why there is none.

    Attributes:
        data: the file's bytes; None when a fatal finding refused it.
        diagnostics: every finding, in file order.
        defaults: English paths of the fields whose default was used.
        left_out: English paths of the parts printed as gaps (``force``).
    """

    data: bytes | None
    diagnostics: tuple[Diagnostic, ...]
    defaults: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    def write(self, path: str | Path) -> Path:
        """Write the document whole: to a temporary file beside it, then moved into place.

        Raises:
            ValueError: nothing was rendered.
            OSError: the place cannot be written.
        """
        if self.data is None:
            raise ValueError("nothing was rendered: see the diagnostics")
        write_atomically(Path(path), self.data)
        return Path(path)


def load(source: Written, *, file: str = "", root: str | Path | None = None) -> Draft:
    """Load a record.

    Args:
        source: a path; YAML text (a string with a line break) or its bytes; a mapping with keys
            in any spelling; a record built in Python.
        file: what findings call the file; the path itself when there is one.
        root: the folder tree the record may read files from; the record's own folder when None.

    Returns:
        The draft. ``draft.record`` is the record, or None when something is missing or
        unreadable; ``draft.diagnostics`` says what.
    """
    widest = Path(root) if root is not None else None
    if isinstance(source, Draft):
        return source
    if isinstance(source, Document):
        return draft_of_record(source)
    if isinstance(source, Mapping):
        return draft_of_mapping(source, Folder.of(Path(), widest))
    if isinstance(source, Path) or (isinstance(source, str) and "\n" not in source):
        return _load_path(Path(source), file, widest)
    return draft_of_bytes(source, file, Folder.of(Path(), widest))


def check(
    source: Written, *, file: str = "", root: str | Path | None = None
) -> tuple[Diagnostic, ...]:
    """Find everything there is to say about a record, in file order; arguments as ``load``.

    What keeps a record from being printed into the Word template it names comes after.
    """
    draft = load(source, file=file, root=root)
    return _findings(draft, _own_template(draft.gapped))


def render(
    source: Written,
    to: Output = "docx",
    *,
    force: bool = False,
    template: str | Path | None = None,
    file: str = "",
    root: str | Path | None = None,
) -> Rendering:
    """Render a record.

    Args:
        source: as ``load`` takes it.
        to: the kind of file; ``docx`` is what there is.
        force: print a gap for each part that is missing or unreadable, in place of refusing.
        template: an office's own Word template; None takes the record's, the profile's or ours.
        file: as ``load`` takes it.
        root: as ``load`` takes it.

    Returns:
        The rendering; ``data`` is None when a fatal finding refused it.
    """
    from vnadmindocs.layout.document import lay_out, norms_of_record
    from vnadmindocs.writers.docx import write_docx

    if to != "docx":
        raise ValueError(f"no writer for {to!r}")
    draft = load(source, file=file, root=root)
    path = Path(template) if template is not None else _own_template(draft.gapped)
    diagnostics = _findings(draft, path)
    fatal = [each.code for each in diagnostics if each.severity is Severity.FATAL]
    record = draft.gapped
    if record is None or ((fatal or draft.record is None) and not force):
        return Rendering(None, diagnostics)
    if path is None:
        layout = lay_out(record, left_out=draft.left_out)
        return Rendering(write_docx(layout), diagnostics, layout.defaults, layout.left_out)
    if any(code.startswith(_OF_TEMPLATES) for code in fatal):
        return Rendering(None, diagnostics)
    from vnadmindocs.writers.docx.template import open_office_template

    office = open_office_template(path, norms_of_record(record))
    layout = lay_out(record, template=office.measures, left_out=draft.left_out)
    data = write_docx(layout, office.prepared)
    return Rendering(data, diagnostics, layout.defaults, layout.left_out)


def check_template(path: str | Path) -> tuple[Diagnostic, ...]:
    """Find everything there is to say about an office's own Word template."""
    from vnadmindocs.writers.docx.template import lint_template

    return lint_template(path)


def _findings(draft: Draft, template: Path | None) -> tuple[Diagnostic, ...]:
    """Give all findings of a draft, and those that keep it out of its template."""
    found = findings(draft)
    if template is None or draft.gapped is None:
        return found
    from vnadmindocs.layout.document import norms_of_record
    from vnadmindocs.writers.docx.template import lint_template

    # Warnings about the template belong to whoever keeps it, not to each letter.
    faults = lint_template(template, norms_of_record(draft.gapped))
    return (*found, *(each for each in faults if each.severity >= Severity.ERROR))


def _own_template(record: Document | None) -> Path | None:
    """Find the template a record names, or else the profile of its lead body."""
    if record is None:
        return None
    issuers = record.agency if isinstance(record.agency, tuple) else ()
    named = (record.template, *(issuer.agency.template for issuer in issuers[:1]))
    return next((each.path for each in named if isinstance(each, TemplateFile)), None)


def _load_path(path: Path, file: str, root: Path | None) -> Draft:
    name = file or str(path)
    refused = _refused_path(path, name)
    if refused is not None:
        return Draft(name, None, None, None, diagnostics=(refused,))
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        found = diagnose("OUT012", Place(file=name), file=name, reason=system_reason(error))
        return Draft(name, None, None, None, diagnostics=(found,))
    return draft_of_bytes(data, name, Folder.of(path.parent, root))


def _refused_path(path: Path, name: str) -> Diagnostic | None:
    try:
        if path.is_file():
            return None
        code = "OUT011" if path.exists() else "OUT010"
    except (OSError, ValueError):
        code = "OUT010"
    return diagnose(code, Place(file=name), file=name)


def starting_record(type_name: str, language: str = "vi") -> str:
    """Give a starting record of a type as commented YAML that renders as it is.

    Args:
        type_name: one of the 29 types, by name, abbreviation or English key.
        language: ``vi`` or ``en``.

    Raises:
        KeyError: no such type.
    """
    return starting.starting_record(_type(type_name), language)


def schema_text(type_name: str, language: str = "vi") -> str:
    """Give the JSON schema of a type, draft-07, for an editor; arguments as ``starting_record``.

    Raises:
        KeyError: no such type.
    """
    path = asset(
        "schemas", language, f"{starting.schema_name(_type(type_name), language)}.schema.json"
    )
    return path.read_text(encoding="utf-8")


def _type(name: str) -> DocumentType:
    found = find_type(name)
    if found is None:
        raise KeyError(name)
    return found
