"""What ``import vnadmindocs`` gives: load, check, render.

A record comes from a path, from YAML text, from a mapping or from Python; whatever its origin, the
same record gives the same document. Faults of the record are Diagnostics, never exceptions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnadmindocs.assets import asset
from vnadmindocs.diagnostics import Diagnostic
from vnadmindocs.law.document_types import DocumentType, find_type
from vnadmindocs.record import starting
from vnadmindocs.record.document import Document
from vnadmindocs.record.draft import (
    Draft,
    draft_of_bytes,
    draft_of_mapping,
    draft_of_record,
)
from vnadmindocs.record.folder import Folder
from vnadmindocs.record.record_file import content_of_record, folder_of_record
from vnadmindocs.rendering import (
    DEFAULT_PPI,
    Engine,
    Output,
    Rendering,
    all_findings,
    render_drafts,
    template_of,
    wanted_as,
)

if TYPE_CHECKING:
    from datetime import datetime

Written = str | bytes | Path | Mapping[str, Any] | Document | Draft


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
    return all_findings(draft, template_of(draft.gapped))


def render(
    source: Written,
    to: Output = "docx",
    *,
    engine: Engine | None = None,
    force: bool = False,
    template: str | Path | None = None,
    font_paths: Sequence[str | Path] = (),
    ppi: float = DEFAULT_PPI,
    split: bool = False,
    signed_at: datetime | None = None,
    per_recipient: bool = False,
    places: bool = False,
    show_boxes: bool = False,
    file: str = "",
    root: str | Path | None = None,
) -> Rendering:
    """Render a record.

    Args:
        source: as ``load`` takes it.
        to: the kind of file: ``docx``, ``pdf``, or ``png``, which is a picture a page.
        engine: what makes the PDF: ``typst`` or ``libreoffice``; None takes LibreOffice for a
            document in an office's own template and Typst for every other.
        force: print a gap for each part that is missing or unreadable, in place of refusing.
        template: an office's own Word template; None takes the record's, the profile's or ours.
        font_paths: folders where a Times face is looked for before those of the system.
        ppi: pixels per inch of pictures.
        split: give the main document and each appendix as files of their own, the appendices
            with the information box of an electronic document (PL1·P1·III.1.d).
        signed_at: when the document was signed, for that box and that of an electronic copy; None
            leaves gaps.
        per_recipient: give each addressee a copy of its own, with its Kính gửi alone; a group
            (``Các Sở: Tài chính; Tư pháp``) comes apart where its members can be told apart.
        places: say where every ô stands on the pages (``Rendering.places``), those for signatures
            and seals too; for a PDF or pictures made by Typst.
        show_boxes: draw those places over the pages, with their ô numbers, and say them.
        file: as ``load`` takes it.
        root: as ``load`` takes it.

    Returns:
        The rendering; ``data`` is None when a fatal finding refused it.

    Raises:
        ValueError: there is no such kind of file or engine, ``ppi`` is not a size of pictures, or
            places are asked for in a Word file, whose pages are made by the program that opens it.
    """
    (rendering,) = render_all(
        [load(source, file=file, root=root)],
        to,
        engine=engine,
        force=force,
        template=template,
        font_paths=font_paths,
        ppi=ppi,
        split=split,
        signed_at=signed_at,
        per_recipient=per_recipient,
        places=places,
        show_boxes=show_boxes,
    )
    return rendering


def render_all(
    sources: Iterable[Written],
    to: Output = "docx",
    *,
    engine: Engine | None = None,
    force: bool = False,
    template: str | Path | None = None,
    font_paths: Sequence[str | Path] = (),
    ppi: float = DEFAULT_PPI,
    split: bool = False,
    signed_at: datetime | None = None,
    per_recipient: bool = False,
    places: bool = False,
    show_boxes: bool = False,
) -> Iterator[Rendering]:
    """Render many records, one after the other; arguments as ``render``.

    Nothing is kept of what was given out. Documents that go by LibreOffice share its calls, which
    makes each of them cost a small part of what it costs alone.
    """
    wanted = wanted_as(
        to,
        engine=engine,
        force=force,
        template=template,
        font_paths=font_paths,
        ppi=ppi,
        split=split,
        signed_at=signed_at,
        per_recipient=per_recipient,
        places=places,
        show_boxes=show_boxes,
    )
    return render_drafts((load(source) for source in sources), wanted)


def check_template(path: str | Path) -> tuple[Diagnostic, ...]:
    """Find everything there is to say about an office's own Word template."""
    from vnadmindocs.writers.docx.template import lint_template

    return lint_template(path)


def _load_path(path: Path, file: str, root: Path | None) -> Draft:
    name = file or str(path)
    data = content_of_record(path, name)
    if isinstance(data, Diagnostic):
        return Draft(name, None, None, None, diagnostics=(data,))
    return draft_of_bytes(data, name, folder_of_record(path, root))


def starting_record(type_name: str, language: str = "vi") -> str:
    """Give a starting record of a type as commented YAML that renders as it is.

    Args:
        type_name: one of the 29 types or a form of copy, by name, abbreviation or English key.
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
    from vnadmindocs.law.copy_forms import find_copy_form

    found = find_type(name) or find_copy_form(name)
    if found is None:
        raise KeyError(name)
    return found
