"""The shipped templates: what the script makes of the norms is what is committed."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tests.writers.inspection import W, canonical, members, part, validation_errors
from vnadmindocs.assets import asset
from vnadmindocs.law.norms import SIZE_SETS, norms
from vnadmindocs.layout.styles import STYLE_NAMES, styles
from vnadmindocs.units import mm_to_twips, pt_to_half_points, pt_to_twips
from vnadmindocs.writers.docx.cache import dump, key_of, load, shipped
from vnadmindocs.writers.docx.prepare import prepare
from vnadmindocs.writers.docx.prepared import Prepared
from vnadmindocs.writers.docx.unpacking import content_of


def template(size_set: str) -> bytes:
    """Read a shipped template."""
    return asset("templates", f"nd30-{size_set}.docx").read_bytes()


def script() -> ModuleType:
    """Load tools/make_templates.py, or skip in an installation without it."""
    path = asset("templates").parent / "tools" / "make_templates.py"
    if not path.exists():
        pytest.skip("tools/ is not part of this installation")
    spec = importlib.util.spec_from_file_location("make_templates", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("size_set", SIZE_SETS)
def test_the_committed_template_is_what_the_script_makes(size_set: str) -> None:
    """Members, order and contents agree; packed bytes may differ between deflate libraries."""
    made: dict[str, str] = script().members(size_set)
    committed = {name: data.decode() for name, data in members(template(size_set)).items()}
    assert list(committed) == list(made)
    assert committed == made, "run: python tools/make_templates.py"


@pytest.mark.parametrize("size_set", SIZE_SETS)
def test_the_committed_prepared_form_is_what_preparing_makes(size_set: str) -> None:
    """The prepared form in the repository is not stale."""
    data, values = template(size_set), norms(size_set)
    kept = load(asset("templates", "prepared", f"nd30-{size_set}.prepared").read_bytes())
    assert kept is not None
    assert _contents(kept) == _contents(prepare(data, values, key_of(data, values))), (
        "run: python tools/make_templates.py"
    )


def _contents(prepared: Prepared) -> tuple[object, ...]:
    packed = (*prepared.members, *prepared.plain_lists, prepared.plain_footnotes,
              *prepared.blank_margins.values())  # fmt: skip
    return (
        [(member.name, content_of(member)) for member in packed],
        prepared.document, prepared.margins, prepared.relations, prepared.content_types,
        prepared.footnotes, prepared.first_footnote, prepared.style_ids, prepared.rule_border,
        prepared.references, prepared.grid, prepared.cells, prepared.tags, prepared.texts,
    )  # fmt: skip


def test_a_prepared_template_comes_back_from_its_bytes_and_damage_is_noticed() -> None:
    """Load is the inverse of dump; any changed byte gives None."""
    data = dump(shipped("large"))
    assert load(data) == shipped("large")
    assert load(data[:-1]) is None
    assert load(data[:40] + bytes([data[40] ^ 1]) + data[41:]) is None
    assert load(b"") is None


def test_the_shipped_templates_need_no_jinja_when_rendering() -> None:
    """Their source is text and names only."""
    for size_set in SIZE_SETS:
        prepared = shipped(size_set)
        assert not prepared.document.jinja
        assert all(not source.jinja for source in prepared.margins.values())


@pytest.mark.parametrize("size_set", SIZE_SETS)
def test_word_shows_the_values_layout_measures_with(size_set: str) -> None:
    """Every named style of the template has the sizes, indents and spacing of its Style."""
    shown = {}
    for style in part(template(size_set), "word/styles.xml").iter(f"{W}style"):
        name = style.find(f"{W}name")
        assert name is not None
        shown[name.get(f"{W}val")] = style
    for role, look in styles(norms(size_set)).items():
        style = shown[STYLE_NAMES[role]]
        characters, paragraph = style.find(f"{W}rPr"), style.find(f"{W}pPr")
        assert characters is not None
        assert paragraph is not None

        def value(
            holder: object, tag: str, attribute: str = "val", style: object = style
        ) -> str | None:
            found = holder.find(f"{W}{tag}")  # type: ignore[attr-defined]
            return None if found is None else found.get(f"{W}{attribute}", "1")

        size = str(pt_to_half_points(look.size_pt))
        assert value(characters, "sz") == value(characters, "szCs") == size
        assert (value(characters, "b") is not None) == look.bold
        assert (value(characters, "i") is not None) == look.italic
        assert value(paragraph, "jc") == {"justify": "both"}.get(look.align, look.align)
        assert value(paragraph, "spacing", "before") == str(pt_to_twips(look.before_pt))
        assert value(paragraph, "spacing", "after") == str(pt_to_twips(look.after_pt))
        assert value(paragraph, "ind", "left") == str(mm_to_twips(look.left_mm))
        first = mm_to_twips(look.first_indent_mm)
        side = "hanging" if first < 0 else "firstLine"
        assert value(paragraph, "ind", side) == str(abs(first))
        assert (value(paragraph, "keepNext") is not None) == look.keep_next
        for channel in ("ascii", "hAnsi", "eastAsia", "cs"):
            assert value(characters, "rFonts", channel) == "Times New Roman"


@pytest.mark.parametrize("size_set", SIZE_SETS)
def test_no_theme_or_foreign_face_can_win(size_set: str) -> None:
    """There is no theme part and no theme font; the language is Vietnamese."""
    parts = members(template(size_set))
    assert not [name for name in parts if "theme" in name]
    assert "Theme=" not in parts["word/styles.xml"].decode()
    defaults = part(template(size_set), "word/styles.xml").find(f"{W}docDefaults")
    assert defaults is not None
    language = defaults.find(f".//{W}lang")
    assert language is not None
    assert language.get(f"{W}val") == "vi-VN"


@pytest.mark.parametrize("size_set", SIZE_SETS)
def test_the_page_is_that_of_the_norms(size_set: str) -> None:
    """A4 and the margins come back from Word's grid as they were asked for."""
    section = part(template(size_set))[0][-1]
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert size is not None
    assert margins is not None
    values = norms(size_set)
    for side in ("width", "height"):
        assert size.get(f"{W}{side[0]}") == str(mm_to_twips(values[f"page.{side}"].use))
    for side in ("top", "bottom", "left", "right"):
        assert margins.get(f"{W}{side}") == str(mm_to_twips(values[f"page.margin.{side}"].use))


@pytest.mark.parametrize("size_set", SIZE_SETS)
def test_the_templates_themselves_are_valid(size_set: str) -> None:
    """A colleague may open a shipped template in Word and change it."""
    assert validation_errors(template(size_set)) == []


def test_page_header_of_added_parts_equals_that_of_the_template() -> None:
    """A section added to a template without a page header gets the same one."""
    from tests.writers.layouts import page
    from vnadmindocs.writers.docx.sections import Margins, references_of

    prepared = shipped("large")
    margins = Margins(prepared.openings, "")
    references_of(page(), (), margins, first=True)
    (made,) = margins.members()
    assert content_of(made) == members(template("large"))["word/header_page.xml"]
    assert canonical(template("large"), "word/header_page.xml")
    assert Path(made.name).name == "header_part1.xml"
