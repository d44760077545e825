"""The catalogue of findings as a registry."""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from tests.meta.tree import PACKAGE, modules, shown
from vnadmindocs.diagnostics.catalogue import Entry, entry, families, family
from vnadmindocs.diagnostics.model import Text
from vnadmindocs.locator import locator_in_words

DATA = PACKAGE / "diagnostics" / "data"
KNOWN_FAMILIES = {
    "PAG", "FNT", "NAT", "ISS", "NUM", "DAT", "SUB", "BAS", "BDY", "SIG", "REC", "APP", "CPY",
    "MRK", "CAP", "CIT", "TAB", "FIG", "LST", "LNG", "IMG", "YML", "SCH", "TPL", "OUT",
}  # fmt: skip
CODES = [code for name in families() for code in family(name)]
CODE_IN_SOURCE = re.compile(rf"\b(?:{'|'.join(sorted(KNOWN_FAMILIES))})\d{{3}}\b")
# Tone marks in the old place: oà for òa, uỷ for ủy; «quý» is as it should be.
OLD_TONES = re.compile(r"(?<![qQ])[uU][ỳýỷỹỵ](?!\w)|[oO][àáảãạèéẻẽẹ](?!\w)")


def _entries() -> Iterator[Entry]:
    for name in families():
        yield from family(name).values()


def _sentences(found: Entry) -> list[Text]:
    return [found.message, *([found.hint] if found.hint else [])]


def _facts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def _raw(name: str) -> dict[str, dict[str, object]]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def test_families_are_those_of_the_design() -> None:
    """They follow the order of the decree; a file is named by its family."""
    assert set(families()) <= KNOWN_FAMILIES


@pytest.mark.parametrize("name", families())
def test_codes_are_sorted_and_belong_to_their_file(name: str) -> None:
    """A code is its family and three digits."""
    codes = list(family(name))
    assert codes == sorted(codes)
    assert [code for code in codes if not re.fullmatch(rf"{name}\d{{3}}", code)] == []
    assert all(entry(code) is family(name)[code] for code in codes)


@pytest.mark.parametrize("name", families())
def test_every_entry_is_whole(name: str) -> None:
    """Message and page in both languages; nothing that the loader does not know."""
    faults = []
    for code, table in _raw(name).items():
        for key in ("message", "page", *(["hint"] if "hint" in table else [])):
            words = table.get(key)
            if not isinstance(words, dict) or set(words) != {"vi", "en"} or "" in words.values():
                faults.append(f"{code}: {key}")
        known = {"severity", "locator", "message", "hint", "page", "wrong", "right"}
        faults += [f"{code}: {key}" for key in set(table) - known]
        faults += [f"{code}: wrong without right"] * ("wrong" in table and "right" not in table)
    assert faults == []


def test_both_languages_name_the_same_facts() -> None:
    """What the Vietnamese sentence shows, the English one shows too."""
    different = [
        found.code
        for found in _entries()
        for sentence in _sentences(found)
        if _facts(sentence.vi) != _facts(sentence.en)
    ]
    assert different == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_two_findings_say_the_same(language: str) -> None:
    """Message and hint together tell which finding it is."""
    said = Counter(
        "\n".join(sentence.in_language(language) for sentence in _sentences(found))
        for found in _entries()
    )
    assert [message for message, times in said.items() if times > 1] == []


def test_sentences_have_no_final_full_stop_and_no_stray_space() -> None:
    """They stand in a report with its own marks."""
    faults = [
        f"{found.code}: {words}"
        for found in _entries()
        for sentence in _sentences(found)
        for words in (sentence.vi, sentence.en)
        if re.search(r"(?<![./])\.$|!$|^\s|\s$|\n\s*\n", words)
    ]
    assert faults == []


def test_vietnamese_is_composed_and_its_tones_are_in_the_modern_place() -> None:
    """NFC; hòa and ủy, not hoà and uỷ."""
    faults = []
    for path in (*DATA.glob("*.toml"), *PACKAGE.glob("cli/locale/*/*/*.po")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if unicodedata.normalize("NFC", line) != line or OLD_TONES.search(line):
                faults.append(f"{shown(path)}:{number}: {line}")
    assert faults == []


def test_every_locator_can_be_printed() -> None:
    """In both languages."""
    for found in _entries():
        if found.locator:
            assert locator_in_words(found.locator, "vi").startswith("NĐ 30/2020/NĐ-CP, ")
            assert locator_in_words(found.locator, "en").startswith("Decree 30/2020/NĐ-CP, ")


def _codes_in(paths: tuple[Path, ...]) -> set[str]:
    return {
        code for path in paths for code in CODE_IN_SOURCE.findall(path.read_text(encoding="utf-8"))
    }


def test_code_and_catalogue_know_the_same_findings() -> None:
    """No finding without an entry, no entry that nothing can give."""
    used = _codes_in(modules(PACKAGE))
    examples = {"SIG002"} - set(CODES)  # a docstring may show a code that is not built yet
    assert sorted(used - set(CODES) - examples) == []
    assert sorted(set(CODES) - used) == []
