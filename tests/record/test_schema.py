"""The schemas that editors use: valid, up to date, and of one mind with the models."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from tests.record.schema_faults import BROKEN, BROKEN_PROFILES, OWN_TO_THE_MODEL, Broken
from tests.record.test_writing import FIELDS, SMALLEST, slow
from tests.record.yaml_core import load_core
from tools.make_schemas import stale
from vnadmindocs.law.document_types import document_types, find_type
from vnadmindocs.record.draft import draft_of_bytes, draft_of_mapping
from vnadmindocs.record.folder import Folder
from vnadmindocs.record.schema_names import any_spelling, offered_name, other_names
from vnadmindocs.record.starting import schema_name
from vnadmindocs.record.writing import to_yaml
from vnadmindocs.terms import field_term, forms, mappings, term, terms

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "schemas"
GOOD = Path(__file__).parents[1] / "records" / "good"
FORMS = tuple((ROOT / "examples" / "theo-danh-sach").glob("*.yaml"))
RECORDS = sorted([*(ROOT / "examples").glob("*.yaml"), *GOOD.glob("*.yaml"), *FORMS])
PROFILES = sorted(
    {*(ROOT / "examples").glob("*/*.yaml"), *(GOOD / "co-quan").glob("*.yaml")} - {*FORMS}
)

each_language = pytest.mark.parametrize("language", ["vi", "en"])


@cache
def schema(language: str, name: str) -> dict[str, Any]:
    """Give a schema as it ships."""
    loaded: dict[str, Any] = json.loads(
        (SCHEMAS / language / f"{name}.schema.json").read_text(encoding="utf-8")
    )
    return loaded


def schema_for(instance: Any, language: str = "vi") -> dict[str, Any]:
    """Give the schema of the type that an instance names, in any spelling of the key."""
    names = (
        offered_name(term("document", "type"), "vi"),
        *other_names(term("document", "type"), "vi"),
    )
    written = next((str(instance[name]) for name in names if instance.get(name)), "")
    return schema(language, schema_name(find_type(written), language))


def faults(instance: Any, of: dict[str, Any]) -> list[str]:
    """List what a schema has against an instance."""
    found = Draft7Validator(of).iter_errors(instance)
    return [f"{'/'.join(map(str, each.absolute_path))}: {each.message[:200]}" for each in found]


def codes(text: str, folder: Path = GOOD) -> set[str]:
    """List the codes of what the tool finds in the shape of a record."""
    draft = draft_of_bytes(text, "", Folder.of(folder, ROOT))
    return {each.code for each in draft.diagnostics if each.code.startswith("SCH")}


def test_the_schemas_are_those_the_models_give_now() -> None:
    """Run ``python tools/make_schemas.py`` when this fails."""
    assert list(stale()) == []


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*/*.json")), ids=lambda path: path.stem)
def test_a_schema_is_a_valid_schema(path: Path) -> None:
    """Of draft 7, which editors know best."""
    loaded = json.loads(path.read_text(encoding="utf-8"))
    assert loaded["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(loaded)


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
@each_language
def test_every_good_record_is_good_to_its_schema(path: Path, language: str) -> None:
    """Whatever language its names are in."""
    instance = load_core(path.read_text(encoding="utf-8"))
    assert faults(instance, schema_for(instance, language)) == []


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_every_good_record_is_good_to_the_general_schema(path: Path) -> None:
    """The schema of all 29 types takes each of them."""
    instance = load_core(path.read_text(encoding="utf-8"))
    assert faults(instance, schema("vi", "van-ban")) == []


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
@each_language
def test_every_good_profile_is_good_to_its_schema(path: Path, language: str) -> None:
    """Agency profiles have a schema of their own."""
    name = "agency" if language == "en" else "co-quan"
    assert faults(load_core(path.read_text(encoding="utf-8")), schema(language, name)) == []


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_schema_and_model_refuse_the_same_records(broken: Broken) -> None:
    """Unknown names, missing parts, wrong shapes, wrong choices: at every kind of place."""
    instance = load_core(broken.text)
    found = codes(broken.text)
    assert found == broken.codes
    wrong = faults(instance, schema_for(instance))
    assert bool(wrong) == bool(found - OWN_TO_THE_MODEL.keys()), (found, wrong)
    assert bool(faults(instance, schema("vi", "van-ban"))) == bool(wrong)


@pytest.mark.parametrize("broken", BROKEN_PROFILES, ids=lambda broken: broken.name)
@each_language
def test_schema_and_model_refuse_the_same_profiles(
    broken: Broken, language: str, tmp_path: Path
) -> None:
    """As for records: a profile is a file of its own, named by one."""
    (tmp_path / "a.yaml").write_text(broken.text, encoding="utf-8")
    record = "loại: thông báo\ncơ quan: a.yaml\ntrích yếu: b\nnội dung: c\n"
    draft = draft_of_bytes(record, "thu.yaml", Folder.of(tmp_path))
    found = {each.code for each in draft.diagnostics if each.place.file.endswith("a.yaml")}
    assert found == broken.codes
    name = "agency" if language == "en" else "co-quan"
    assert bool(faults(load_core(broken.text), schema(language, name))) == bool(found)


@slow
@given(st.fixed_dictionaries({}, optional=FIELDS), st.sampled_from(["vi", "en"]))
def test_a_schema_takes_whatever_the_tool_writes(values: dict[str, Any], language: str) -> None:
    """No editor complains of a record that is whole, however odd its words."""
    record = draft_of_mapping({**SMALLEST, **values}, Folder.of(GOOD)).record
    assume(record is not None)
    assert record is not None
    instance = load_core(to_yaml(record, language))
    assert faults(instance, schema_for(instance, language)) == []


def test_what_is_the_models_own_is_the_rest_of_the_family() -> None:
    """Every code about the shape of a record is either agreed on or listed with a reason."""
    from vnadmindocs.diagnostics.catalogue import family

    agreed = {
        code for broken in (*BROKEN, *BROKEN_PROFILES) for code in broken.codes
    } - OWN_TO_THE_MODEL.keys()
    assert agreed | OWN_TO_THE_MODEL.keys() == family("SCH").keys()


@pytest.mark.parametrize("kind", document_types(), ids=lambda kind: kind.key)
def test_each_type_asks_for_the_parts_the_model_asks_for(kind: Any) -> None:
    """A record that has its type alone lacks the same parts to both."""
    text = f"loại: {kind.name.vi}\n"
    draft = draft_of_bytes(text, "", Folder.of(GOOD))
    missing = {field_term(name).vietnamese for name in draft.missing}
    assert len(faults(load_core(text), schema_for(load_core(text)))) == len(missing)
    parts = "".join(f"{name}: a\n" for name in sorted(missing))
    assert codes(text + parts) == set()
    assert faults(load_core(text + parts), schema_for(load_core(text + parts))) == []
    for name in missing:
        less = text + parts.replace(f"{name}: a\n", "")
        assert codes(less) == {"SCH020"}
        assert len(faults(load_core(less), schema_for(load_core(less)))) == 1


@each_language
def test_one_spelling_of_each_name_is_offered(language: str) -> None:
    """The one of the schema's language; every other is known and not suggested."""
    found = schema(language, "document" if language == "en" else "van-ban")
    offered = [name for name, value in found["properties"].items() if not value.get("doNotSuggest")]
    own = {each.english: each for fields in reversed(tuple(forms().values())) for each in fields}
    expected = {offered_name(each, language) for each in (*terms("document"), *own.values())}
    assert set(offered) == expected
    assert len(offered) == len(expected)


@pytest.mark.parametrize("kind", document_types(), ids=lambda kind: kind.key)
@each_language
def test_a_schema_explains_the_fields_of_its_type(kind: Any, language: str) -> None:
    """Those every document has, then those of its form, and no other's."""
    found = schema(language, schema_name(kind, language))
    if not kind.fields:
        return
    offered = [name for name, value in found["properties"].items() if not value.get("doNotSuggest")]
    assert offered == [offered_name(each, language) for each in terms(kind.fields)]


@each_language
def test_every_name_and_choice_is_explained_in_both_languages(language: str) -> None:
    """The schema's own language first."""
    files = ("document", "register") if language == "en" else ("van-ban", "danh-muc-van-ban")
    definitions: dict[str, Any] = {}
    for file in files:
        definitions |= schema(language, file)["definitions"]
    for mapping, names in mappings().items():
        for each in forms().get(mapping, names):
            value = definitions[f"{mapping}.{each.english}"]
            first, second = (each.en, each.vi) if language == "en" else (each.vi, each.en)
            assert value["description"] == f"{first}\n\n{second}"
            for choice in each.choices:
                named = value["anyOf"][0]
                at = named["enum"].index(offered_name_of(choice, language))
                assert choice.vi in named["enumDescriptions"][at]
                assert choice.en in named["markdownEnumDescriptions"][at]


def offered_name_of(choice: Any, language: str) -> str:
    """Give the spelling of a choice that a schema offers."""
    name: str = choice.english if language == "en" else choice.vietnamese
    return name


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ("Nơi nhận", True),
        ("NƠI NHẬN", True),
        ("noi-nhan", True),
        ("Noi_Nhan", True),
        ("nơi nhậ", False),
        ("nơi nhận x", False),
    ],
)
def test_a_name_is_known_however_it_is_typed(written: str, taken: bool) -> None:
    """Capitals, accents and blanks count as little as they do to the reader."""
    assert bool(re.search(any_spelling(["nơi nhận"]), written)) is taken


def test_names_listed_in_the_schema_are_left_out_of_the_pattern() -> None:
    """So that one fault is not told twice."""
    pattern = any_spelling(["nơi nhận", "recipients"], rest=True)
    assert not re.search(pattern, "nơi nhận")
    assert re.search(pattern, "Nơi nhận")
    assert re.search(pattern, "RECIPIENTS")
