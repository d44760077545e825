"""The files that came with the program: there, whole, and of this version."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from functools import partial
from pathlib import Path

from vnadmindocs.assets import asset
from vnadmindocs.diagnostics.model import Diagnostic, Severity, Text
from vnadmindocs.doctor.check import WELL, Check, finding
from vnadmindocs.errors import BrokenInstallError

MISSING = Text(vi="bị thiếu", en="is missing")
DAMAGED = Text(vi="bị hỏng", en="is damaged")
STALE = Text(vi="không phải của phiên bản này", en="is not of this version")
_SIZE_SETS = ("large", "small")


def check_templates() -> Check:
    """Open the Word templates and what was prepared of them, and look for that of the PDF."""
    findings = [*_faults("templates/document.typ", _typst_source)]
    for size_set in _SIZE_SETS:
        findings += _faults(f"templates/nd30-{size_set}.docx", partial(_template, size_set))
    title = Text(vi="Tệp mẫu đi kèm", en="Shipped templates")
    return Check("templates", title, WELL, tuple(findings))


def check_schemas() -> Check:
    """Compare the schemas for editors with what this version would write."""
    written: dict[str, str] = {}

    def write() -> None:
        from vnadmindocs.record.schema import schema_files

        written.update(schema_files())

    findings = [*_faults("schemas", write)]
    for name, text in written.items():
        findings += _faults(f"schemas/{name}", partial(_same_text, name, text))
    found = Text(vi=f"{len(written)} tệp", en=f"{len(written)} files")
    title = Text(vi="Lược đồ cho trình soạn thảo", en="Schemas for editors")
    return Check("schemas", title, found, tuple(findings))


def check_law() -> Check:
    """Load the data of the decree."""
    from vnadmindocs.law.authority import authorities
    from vnadmindocs.law.document_types import document_types
    from vnadmindocs.law.issuers import issuer_kinds
    from vnadmindocs.law.looks import looks
    from vnadmindocs.law.norms import norms
    from vnadmindocs.law.wording import wordings

    found = WELL

    def load() -> Text | None:
        nonlocal found
        values, types = len(norms()), len(document_types())
        found = Text(
            vi=f"{values} giá trị, {types} loại văn bản", en=f"{values} values, {types} types"
        )
        parts = (authorities(), issuer_kinds(), looks(), wordings())
        return None if values and types and all(parts) else DAMAGED

    findings = _faults("law", load)
    return Check("law", Text(vi="Dữ liệu pháp lý", en="Data of the decree"), found, findings)


def check_sentences() -> Check:
    """Load every finding, and the Vietnamese of the command line."""
    from vnadmindocs.diagnostics.catalogue import families, family

    found = WELL

    def load() -> Text | None:
        nonlocal found
        number = sum(len(family(name)) for name in families())
        found = Text(vi=f"{number} mã", en=f"{number} codes")
        return None if number else MISSING

    findings = (*_faults("diagnostics", load), *_faults("cli/locale/vi", _translations))
    title = Text(vi="Câu báo lỗi, bản tiếng Việt", en="Sentences, the Vietnamese ones too")
    return Check("sentences", title, found, findings)


def _faults(file: str, look: Callable[[], Text | None]) -> tuple[Diagnostic, ...]:
    """Look at a part; whatever goes wrong in doing so is a finding about that part."""
    try:
        damage = look()
    except (BrokenInstallError, FileNotFoundError, NotADirectoryError):
        damage = MISSING
    except Exception:  # whatever a damaged file makes its reader stumble over
        damage = DAMAGED
    return () if damage is None else (finding("OUT062", file=file, damage=damage),)


def _template(size_set: str) -> Text | None:
    from vnadmindocs.law.norms import norms
    from vnadmindocs.writers.docx.cache import key_of, load
    from vnadmindocs.writers.docx.template import lint_template

    path, values = asset("templates", f"nd30-{size_set}.docx"), norms(size_set)
    if any(each.severity >= Severity.ERROR for each in lint_template(path, values)):
        return DAMAGED
    prepared = load(asset("templates", "prepared", f"nd30-{size_set}.prepared").read_bytes())
    return None if prepared and prepared.key == key_of(path.read_bytes(), values) else STALE


def _typst_source() -> Text | None:
    return None if asset("templates", "document.typ").read_text("utf-8").strip() else DAMAGED


def _same_text(name: str, text: str) -> Text | None:
    return None if asset("schemas", *name.split("/")).read_text("utf-8") == text else STALE


def _translations() -> Text | None:
    path = Path(__file__).parents[1] / "cli/locale/vi/LC_MESSAGES/vnadmindocs.mo"
    with path.open("rb") as file:
        known = gettext.GNUTranslations(file)
    return DAMAGED if known.gettext("Options") == "Options" else None
