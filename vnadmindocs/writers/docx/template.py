"""An office's own Word template: what is wrong with it, and what to make of it.

``lint_template`` reports every fault at once; ``open_office_template`` gives what rendering needs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

from jinja2 import TemplateError

from vnadmindocs.diagnostics import Diagnostic, Place, Severity, diagnose
from vnadmindocs.diagnostics.model import Text
from vnadmindocs.diagnostics.system_reason import system_reason
from vnadmindocs.fonts.metrics import width_mm
from vnadmindocs.language.text import closest
from vnadmindocs.law.norms import Norm, Norms, norms
from vnadmindocs.law.wording import wording
from vnadmindocs.layout.shape import Style
from vnadmindocs.layout.styles import SIZE_NORMS, STYLE_NAMES, TemplateMeasures, styles
from vnadmindocs.units import same_length_mm, twips_to_mm
from vnadmindocs.values import dataclass
from vnadmindocs.writers.docx import names
from vnadmindocs.writers.docx.cache import key_of, office
from vnadmindocs.writers.docx.measures import FoundStyle, found_styles, measures_of, page_box
from vnadmindocs.writers.docx.opening import OpenedTemplate, TemplateFaultError, open_template
from vnadmindocs.writers.docx.prepare import known_names, shows_page_number
from vnadmindocs.writers.docx.prepared import Prepared
from vnadmindocs.writers.docx.style_markup import FACE
from vnadmindocs.writers.docx.tags import Tag, tags_of

# A template without these still prints everything, but not where anyone wants it.
_EXPECTED = ("number", "place_date", "title", "dispatch_subject", "addressees", "legal_bases",
             "closing")  # fmt: skip
_DECREE_SAYS = ("1", "2")  # how sure a norm must be for a template to be measured by it
_PAGE_NORMS: Mapping[str, str] = {
    "width_mm": "page.width", "height_mm": "page.height", "top_mm": "page.margin.top",
    "bottom_mm": "page.margin.bottom", "left_mm": "page.margin.left",
    "right_mm": "page.margin.right",
}  # fmt: skip
_BODY_NORMS: Mapping[str, str] = {
    "first_indent_mm": "body.first_indent", "before_pt": "body.before", "line": "body.line",
}  # fmt: skip
# Styles that carry no words of the document, whose look nobody chooses.
_TECHNICAL = ("section_end", "cell_end", "closing_gap")


@dataclass(frozen=True, slots=True)
class OfficeTemplate:
    """An office's template ready for use: layout takes the measures, the writer the rest."""

    prepared: Prepared
    measures: TemplateMeasures


def open_office_template(path: str | Path, values: Norms) -> OfficeTemplate:
    """Open a template that ``lint_template`` found usable.

    Args:
        path: the Word file.
        values: the norms of the record; they make the styles the template lacks.

    Raises:
        OSError: the file cannot be read.
        TemplateFaultError: it cannot be used.
    """
    data = Path(path).read_bytes()
    prepared = office(data, values)
    kept = _opened.get(prepared.key)
    if kept is None:
        kept = OfficeTemplate(prepared, measures_of(open_template(data), prepared.grid))
        while len(_opened) >= _KEPT:
            _opened.pop(next(iter(_opened)), None)
        _opened[prepared.key] = kept
    return kept


_NO_FILE = Text(vi="không có tệp này", en="there is no such file")
_KEPT = 8
_opened: dict[str, OfficeTemplate] = {}


def lint_template(path: str | Path, values: Norms | None = None) -> tuple[Diagnostic, ...]:
    """Find everything there is to say about an office's template.

    Fatal findings are those that would lose or garble a document; the others say where the
    template departs from the decree or where a part would be printed at no chosen place.

    Args:
        path: the Word file.
        values: norms to compare with; the large size set when None.
    """
    file = str(path)
    decree = values or norms()
    try:
        data = Path(path).read_bytes()
        key = (key_of(data, decree), file)
        if key in _linted:
            return _linted[key]
        opened = open_template(data)
        for part in opened.margin_parts():
            opened.text(part)
    except FileNotFoundError:
        return (diagnose("TPL018", Place(file=file), reason=_NO_FILE),)
    except OSError as error:
        return (diagnose("TPL018", Place(file=file), reason=system_reason(error)),)
    except TemplateFaultError as fault:
        return (_unusable(fault, file),)
    found = [
        *_tag_findings(opened, file),
        *_style_findings(opened, file, decree),
        *_page_findings(opened, file, decree),
    ]
    if not any(each.severity is Severity.FATAL for each in found):
        try:
            prepared = office(data, decree)
        except TemplateFaultError as fault:
            return (*found, _unusable(fault, file))
        found += _condition_findings(prepared, file)
        found += _page_number_findings(opened, prepared, file)
        found += _header_findings(opened, file, decree, prepared.grid)
    while len(_linted) >= _KEPT:
        _linted.pop(next(iter(_linted)), None)
    return _linted.setdefault(key, tuple(found))


def _unusable(fault: TemplateFaultError, file: str) -> Diagnostic:
    where = fault.facts.get("part")
    return diagnose("TPL001", Place(file=file), part=f" ({where})" if where else "")


_linted: dict[tuple[str, str], tuple[Diagnostic, ...]] = {}


def _all_tags(opened: OpenedTemplate) -> list[Tag]:
    parts = (names.DOCUMENT, *opened.margin_parts())
    return [tag for part in parts for tag in tags_of(opened.tree(part), part)]


def _place(tag: Tag, file: str) -> Place:
    part = "" if tag.part == names.DOCUMENT else f"{Path(tag.part).stem}, "
    return Place(file=file, anchor=f"{part}đoạn {tag.paragraph}")


def _tag_findings(opened: OpenedTemplate, file: str) -> Iterator[Diagnostic]:
    tags = _all_tags(opened)
    for tag in tags:
        place = _place(tag, file)
        if tag.broken is not None:
            yield diagnose("TPL003", place, tag=tag.written, reason=tag.broken)
        elif tag.refused is not None:
            yield diagnose("TPL004", place, tag=tag.written, what=tag.refused)
        else:
            for name in tag.names:
                yield from _name_findings(tag, name, place)
    printed = [name for tag in tags if tag.kind == "output" for name in tag.names]
    twice = [name for name, count in Counter(printed).items() if count > 1]
    for tag in reversed(tags):
        for name in tag.names:
            if name in twice and name in names.BLOCK_TAGS and tag.kind == "output":
                twice.remove(name)
                example = "{{ text.number }}"
                yield diagnose("TPL013", _place(tag, file), tag=tag.written, example=example)
    yield from _missing(printed, opened, file)


def _name_findings(tag: Tag, name: str, place: Place) -> Iterator[Diagnostic]:
    group, _, text = name.partition(".")
    known = (*names.BLOCK_TAGS, *(f"text.{each}" for each in names.TEXT_TAGS))
    if name not in known:
        yield diagnose("TPL002", place, tag=name, meant=_meant(name, known))
        return
    if tag.kind == "statement":
        return
    block = group in names.BLOCK_TAGS
    if block and (tag.scope != "p" or tag.written[3:-2].strip("- ") != name):
        yield diagnose("TPL012", place, tag=tag.written, right=f"{{{{p {name} }}}}")
    elif not block and tag.scope not in ("", "r"):
        yield diagnose("TPL012", place, tag=tag.written, right=f"{{{{ text.{text} }}}}")
    elif block and tag.others:
        yield diagnose("TPL011", place, tag=tag.written, words=tag.others)
    if block and tag.part != names.DOCUMENT and name not in names.MARGIN_TAGS:
        yield diagnose("TPL014", place, tag=tag.written)


def _meant(name: str, known: Sequence[str]) -> Text:
    near = closest(name, known) or closest(f"text.{name}", known)
    if near:
        return Text(f"Có phải là «{near}»?", f"Did you mean «{near}»?")
    listed = ", ".join(known)
    return Text(f"Các thẻ dùng được: {listed}", f"Tags there are: {listed}")


def _missing(printed: Sequence[str], opened: OpenedTemplate, file: str) -> Iterator[Diagnostic]:
    place = Place(file=file)
    if "body" not in printed:
        yield diagnose("TPL005", place, tag="{{p body }}")
    for name in _EXPECTED:
        texts = names.PRINTED_BY_TEXT.get(name, ())
        said = bool(texts) and all(f"text.{text}" in printed for text in texts)
        apart = name == "closing" and {"recipients", "signature"} <= set(printed)
        if name not in printed and not said and not apart:
            yield diagnose("TPL006", place, tag=f"{{{{p {name} }}}}")
    if "national_header" not in printed:
        words = " ".join(opened.tree(names.DOCUMENT).itertext())
        if wording("national_name") not in " ".join(words.split()):
            yield diagnose("TPL015", place, tag="{{p national_header }}")


def _style_findings(opened: OpenedTemplate, file: str, decree: Norms) -> Iterator[Diagnostic]:
    place = Place(file=file)
    found = found_styles(opened)
    for role, name in STYLE_NAMES.items():
        if role not in found:
            if role not in _TECHNICAL:
                yield diagnose("TPL007", place, style=name)
            continue
        yield from _look_findings(role, found[role], place, decree)


def _look_findings(
    role: str, found: FoundStyle, place: Place, decree: Norms
) -> Iterator[Diagnostic]:
    if role not in SIZE_NORMS:
        return
    style = found.style
    yield from _outside(decree[SIZE_NORMS[role]], style.size_pt, "TPL008", place, style.name)
    if role == "paragraph":
        for attribute, key in _BODY_NORMS.items():
            value = getattr(style, attribute)
            if value is not None:
                yield from _outside(decree[key], value, "TPL008", place, style.name)
    foreign = [face for face in found.faces if face != FACE]
    if foreign:
        yield diagnose("TPL016", place, style=style.name, found=", ".join(foreign))


def _page_findings(opened: OpenedTemplate, file: str, decree: Norms) -> Iterator[Diagnostic]:
    box = page_box(opened)
    turned = box.width_mm > box.height_mm
    for attribute, key in _PAGE_NORMS.items():
        if turned and key in ("page.width", "page.height"):
            key = {"page.width": "page.height", "page.height": "page.width"}[key]
        yield from _outside(decree[key], getattr(box, attribute), "TPL009", Place(file=file))


def _outside(
    norm: Norm, value: float, code: str, place: Place, style: str = ""
) -> Iterator[Diagnostic]:
    """Report a value the decree does not allow; what the decree leaves open is the office's."""
    if norm.confidence not in _DECREE_SAYS or norm.allows(value):
        return
    # Word's own dialogs round a length to a tenth of a millimetre.
    if norm.unit == "mm" and any(same_length_mm(round(value, 1), end) for end in
                                 (norm.low, norm.high, *norm.choices)):  # fmt: skip
        return
    unit = {"mm": " mm", "pt": " pt"}.get(norm.unit, "")
    shown = f"{value:.1f}".removesuffix(".0")
    made = diagnose(
        code,
        place,
        style=style,
        name=norm.name,
        found=Text(shown.replace(".", ",") + unit, shown + unit),
        allowed=norm.allowed(),
    )
    yield replace(made, locator=norm.locator)


def _page_number_findings(
    opened: OpenedTemplate, prepared: Prepared, file: str
) -> Iterator[Diagnostic]:
    """A template without a header of its own gets ours, page number and all."""
    for kind, when, relation in prepared.references:
        if (kind, when) == ("header", "default") and not shows_page_number(opened, relation):
            yield diagnose("TPL017", Place(file=file))


def _condition_findings(prepared: Prepared, file: str) -> Iterator[Diagnostic]:
    """Try the conditions with words everywhere and nowhere: what comes out must be whole."""
    for source in (prepared.document, *prepared.margins.values()):
        if not source.jinja:
            continue
        for words in ("", "x"):
            values: dict[str, list[str]] = {name: [] for name in known_names()}
            values |= {f"text.{text}": [words] for text in names.TEXT_TAGS}
            try:
                ElementTree.fromstring(source.fill(values))
            except (ElementTree.ParseError, TemplateError):
                yield diagnose("TPL003", Place(file=file), tag="{% if %}", reason=_TORN)
                break


_TORN = Text(
    "{%p if … %} và {%p endif %} cùng đứng riêng đoạn, hoặc cùng nằm trong một dòng không có p",
    "{%p if … %} and {%p endif %} each have a paragraph, or both stand in one line without p",
)


def _header_findings(
    opened: OpenedTemplate, file: str, decree: Norms, grid: tuple[int, int] | None
) -> Iterator[Diagnostic]:
    if grid is None:
        return
    own = found_styles(opened).get("national_name")
    look: Style = own.style if own is not None else styles(decree)["national_name"]
    needed = width_mm(wording("national_name"), look.size_pt, look.bold, look.italic)
    column = twips_to_mm(grid[1])
    if column < needed:
        yield diagnose(
            "TPL010",
            Place(file=file),
            found=_mm(column),
            needed=_mm(needed + decree["header.clearance"].use),
        )


def _mm(value: float) -> Text:
    return Text(f"{value:.1f}".replace(".", ","), f"{value:.1f}")
