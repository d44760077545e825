"""What the machine has: a face, LibreOffice, a cache folder, an output that holds Vietnamese."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from vnadmindocs.atomic import write_atomically
from vnadmindocs.diagnostics.catalogue import stamp
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.diagnostics.model import Diagnostic, Place, Severity, Text
from vnadmindocs.diagnostics.system_reason import system_reason
from vnadmindocs.doctor.check import NOTHING, Check, finding, same
from vnadmindocs.doctor.packages import NEEDED_FOR, installed
from vnadmindocs.user_cache import user_cache

_VIETNAMESE = "Ủy ban nhân dân xã Ặ ữ ỵ đ"
_FACE = Text(vi="Phông chữ cho PDF", en="Face for PDF files")


def check_face(font_paths: Sequence[Path]) -> Check:
    """Search the face anew, and say what was rejected and why.

    Without a face there is no PDF: that is wrong where there is what makes one, else a note.
    """
    from vnadmindocs.fonts.faces import face_faults, find_face, rejection

    try:
        search = find_face(font_paths, fresh=True)
    except ModuleNotFoundError:
        unread = finding("OUT060", packages="fonttools", extra="pdf", use=NEEDED_FOR["pdf"])
        return Check("face", _FACE, Text(vi="chưa tìm được", en="not looked for"), (unread,))
    faults = face_faults(search)
    told = [_stamped(each) for each in faults]
    others = [_stamped(rejection(each), Severity.HINT) for each in search.rejected]
    said = {each.message.en for each in told}
    told += [each for each in others if each.message.en not in said]
    if search.face is None:
        if installed("typst") is None:
            told = [replace(each, severity=Severity.HINT) for each in told]
        return Check("face", _FACE, NOTHING, tuple(told))
    face = search.face
    found = same(f"{face.family} {face.version} ({face.folder})")
    return Check("face", _FACE, found, tuple(told))


def check_libreoffice() -> Check:
    """Look for LibreOffice, which documents in an office's own template need for PDF."""
    from vnadmindocs.writers.libreoffice import find_libreoffice

    found = find_libreoffice()
    if found is None:
        findings = (finding("OUT020", Severity.HINT),)
        return Check("libreoffice", same("LibreOffice"), NOTHING, findings)
    words = f"{found.version} ({found.program})".strip()
    return Check("libreoffice", same("LibreOffice"), same(words))


def check_cache() -> Check:
    """Write into the user's cache folder, as every run may."""
    title = Text(vi="Thư mục lưu tạm", en="Cache folder")
    folder = user_cache("doctor")
    if folder is None:
        reason = Text(vi="hệ thống không cho biết thư mục nào", en="the system names none")
        return Check("cache", title, NOTHING, (finding("OUT063", folder="", reason=reason),))
    place = folder.parent
    try:
        probe = place / f"doctor-{os.getpid()}"
        write_atomically(probe, b"")
        probe.unlink()
    except OSError as error:
        findings = (finding("OUT063", folder=str(place), reason=system_reason(error)),)
        return Check("cache", title, same(str(place)), findings)
    return Check("cache", title, same(str(place)))


def check_output() -> Check:
    """Look whether Vietnamese can be written to the terminal or the file behind it."""
    title = Text(vi="Chữ Việt ở đầu ra", en="Vietnamese on the output")
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        _VIETNAMESE.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return Check("output", title, same(encoding), (finding("OUT064", encoding=encoding),))
    return Check("output", title, same(encoding))


def _stamped(fault: Fault, severity: Severity | None = None) -> Diagnostic:
    return stamp(fault.code, Place(), fault.facts, severity=severity)
