"""The catalogue of findings: code, severity, sentences, hint, locator and manual page as data.

One TOML file a family under ``data/``. A colleague who knows the decree and no Python corrects a
sentence there. ``diagnose`` is the only way to make a Diagnostic.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from vnadmindocs.assets import data_file
from vnadmindocs.diagnostics.model import Diagnostic, Place, Related, Severity, Text
from vnadmindocs.errors import BrokenInstallError
from vnadmindocs.toml_lines import read_toml
from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What the catalogue holds for one code.

    Attributes:
        page: the manual page in prose, both languages: what is checked and why.
        wrong: a record (YAML) or input that gives this finding; "" where it cannot be one file.
        right: the same, mended; gives no such finding.
    """

    code: str
    severity: Severity
    message: Text
    hint: Text | None
    locator: str
    page: Text
    wrong: str
    right: str


@cache
def family(name: str) -> Mapping[str, Entry]:
    """Load the entries of one family, such as ``YML``."""
    raw = read_toml(data_file("diagnostics", f"{name}.toml").read_text(encoding="utf-8"))
    return {code: _entry(code, table) for code, table in raw.items()}


@cache
def families() -> tuple[str, ...]:
    """Name every family that has a file, in alphabetical order."""
    folder = data_file("diagnostics")
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))


def entry(code: str) -> Entry | None:
    """Find a code in the catalogue; None when there is no such code."""
    if code[:3] not in families():
        return None
    return family(code[:3]).get(code)


def diagnose(
    code: str,
    place: Place,
    /,
    *,
    related: tuple[Related, ...] = (),
    source_line: str = "",
    severity: Severity | None = None,
    **facts: object,
) -> Diagnostic:
    """Make the finding of this code at this place; see ``stamp``."""
    return stamp(code, place, facts, related=related, source_line=source_line, severity=severity)


def stamp(
    code: str,
    place: Place,
    facts: Mapping[str, object],
    *,
    related: tuple[Related, ...] = (),
    source_line: str = "",
    severity: Severity | None = None,
) -> Diagnostic:
    """Make the finding of this code at this place, its sentences filled with the facts.

    A fact may be a ``Text``; it is then given in the language of the sentence.

    Raises:
        BrokenInstallError: the code is not in the catalogue, or a sentence names a fact that
            was not given: a bug of ours.
    """
    found = entry(code)
    if found is None:
        raise BrokenInstallError(f"{code} is not in the catalogue of findings")
    return Diagnostic(
        code=code,
        severity=severity or found.severity,
        place=place,
        message=_fill(code, found.message, facts),
        hint=_fill(code, found.hint, facts) if found.hint else None,
        locator=found.locator,
        related=related,
        source_line=source_line,
        facts=facts,
    )


def _fill(code: str, sentence: Text, facts: Mapping[str, object]) -> Text:
    def facts_in(language: str) -> dict[str, object]:
        return {
            name: fact.in_language(language) if isinstance(fact, Text) else fact
            for name, fact in facts.items()
        }

    try:
        return Text(
            vi=sentence.vi.format_map(facts_in("vi")), en=sentence.en.format_map(facts_in("en"))
        )
    except KeyError as error:
        raise BrokenInstallError(f"{code} needs the fact {error}") from error


def _entry(code: str, table: Mapping[str, object]) -> Entry:
    def text(key: str) -> Text | None:
        value = table.get(key)
        if not isinstance(value, dict):
            return None
        return Text(vi=str(value["vi"]).strip(), en=str(value["en"]).strip())

    message = text("message")
    if message is None:
        raise BrokenInstallError(f"{code} has no message")
    return Entry(
        code=code,
        severity=Severity[str(table["severity"]).upper()],
        message=message,
        hint=text("hint"),
        locator=str(table.get("locator", "")),
        page=text("page") or message,
        wrong=str(table.get("wrong", "")),
        right=str(table.get("right", "")),
    )
