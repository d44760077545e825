"""The language of a run."""

import ast
import gettext
import os
from importlib.util import find_spec
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.cli.conftest import Command
from vnadmindocs.cli.language import DOMAIN, LOCALE, chosen_language, speaking
from vnadmindocs.cli.main import COMMANDS

SENTENCES = LOCALE / "vi/LC_MESSAGES" / f"{DOMAIN}.po"
CLICK = Path(find_spec("click").origin or "").parent  # type: ignore[union-attr]
# Sentences of click's that no command of ours can bring about.
DEVELOPERS = {
    "_termui_impl.py", "_winconsole.py", "shell_completion.py", "termui.py", "utils.py",
}  # fmt: skip
NEVER_SHOWN = (
    "Name '{name}' defined twice",
    "No options defined",
    "Arguments take exactly one",
    "Boolean option {decl!r}",
    "Could not determine name",
    "DeprecationWarning",
    "Value must be an iterable",
    "Confirm the action",
    "Do you want to continue?",
    "Invalid start character",
    "Choice({choices})",
    "{value!r} is not a valid",
    "{value} is not in the range",
    "{len_type} values are required",
    "{value!r} does not match the format",
)


def _sentences(path: Path) -> set[str]:
    """Collect what a module passes to gettext."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("_", "ngettext")
            and isinstance(node.args[0], ast.Constant)
        ):
            found.add(str(node.args[0].value))
    return found


def _ours() -> set[str]:
    return {sentence for path in LOCALE.parent.glob("*.py") for sentence in _sentences(path)}


def _clicks() -> set[str]:
    return {
        sentence
        for path in CLICK.glob("*.py")
        if path.name not in DEVELOPERS
        for sentence in _sentences(path)
        if not sentence.startswith(NEVER_SHOWN)
    }


def _translated() -> dict[str, str]:
    with SENTENCES.open("rb") as file:
        catalog = read_po(file, locale="vi")
    translated: dict[str, str] = {}
    for message in catalog:
        if message.id:
            known = message.id if isinstance(message.id, str) else message.id[0]
            said = message.string
            translated[known] = said if isinstance(said, str) else (said or [""])[0]
    return translated


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "vi"),
        (["--lang", "en", "check"], {}, "en"),
        (["check", "--lang=en"], {}, "en"),
        (["check", "--lang"], {}, "vi"),
        (["check", "--", "--lang=en"], {}, "vi"),
        (["--lang", "vi"], {"VNADMINDOCS_LANG": "en"}, "vi"),
        ([], {"VNADMINDOCS_LANG": "en"}, "en"),
        ([], {"VNADMINDOCS_LANG": "fr", "LANG": "en_US.UTF-8"}, "vi"),
    ],
)
def test_the_language_is_vietnamese_unless_english_is_asked_for(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    """The option goes before the variable; the language of the system does not count."""
    assert chosen_language(arguments, environment) == language


def test_speaking_puts_everything_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that calls the command line keeps its own language."""
    monkeypatch.delenv("LANGUAGE", raising=False)
    before = gettext.textdomain()
    with speaking("vi"):
        assert gettext.gettext("Options") == "Tùy chọn"
    assert gettext.textdomain() == before
    assert "LANGUAGE" not in os.environ


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_wholly_in_the_language_asked_for(command: Command, name: str) -> None:
    """Each command has both, and the two differ."""
    vietnamese = command(*filter(None, [name]), "--help").out
    english = command(*filter(None, [name]), "--help", "--lang", "en").out
    assert vietnamese.startswith("Cách dùng:")
    assert english.startswith("Usage:")
    assert "Options:" not in vietnamese
    assert "Tùy chọn:" not in english


def test_every_sentence_is_translated() -> None:
    """Ours and those of the click that is installed; a new click may bring new ones."""
    assert (_ours() | _clicks()) - set(_translated()) == set()
    assert [known for known, said in _translated().items() if not said] == []


def test_translations_keep_the_facts() -> None:
    """A fact named in the English sentence is not lost; plural forms may choose theirs."""
    for known, said in _translated().items():
        if known in _ours():
            names = {part.split("}")[0] for part in known.split("{")[1:]}
            assert names == {part.split("}")[0] for part in said.split("{")[1:]}, known


def test_the_compiled_catalogue_is_up_to_date() -> None:
    """Run tools/make_translations.py after a change."""
    with SENTENCES.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for known, said in _translated().items():
        assert said in (compiled.gettext(known), compiled.ngettext(known, known, 1))
