"""The norms: exact values of the decree, sound data, and rules of an office that only narrow."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.diagnostics import Place, diagnose
from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.language.text import fold
from vnadmindocs.law.norms import SIZE_SETS, Norm, Norms, norms
from vnadmindocs.locator import locator_in_words

CONFIDENCES = {"2", "1", "obs", "infer", "mem", "house"}
UNITS = {"mm", "pt", "lines", "ratio", "count", "number", "dpi"}

# key: (low, high, used in the large set, used in the small set), from the decree.
DECREE = {
    "page.width": (210, 210, 210, 210),
    "page.height": (297, 297, 297, 297),
    "page.margin.top": (20, 25, 20, 20),
    "page.margin.bottom": (20, 25, 20, 20),
    "page.margin.left": (30, 35, 30, 30),
    "page.margin.right": (15, 20, 20, 20),
    "page_number.size": (13, 14, 14, 13),
    "national_name.size": (12, 13, 13, 12),
    "national_motto.size": (13, 14, 14, 13),
    "superior.size": (12, 13, 13, 12),
    "issuer.size": (12, 13, 13, 12),
    "number.size": (13, 13, 13, 13),
    "place_date.size": (13, 14, 14, 13),
    "type_name.size": (13, 14, 14, 13),
    "subject.size": (13, 14, 14, 13),
    "dispatch_subject.size": (12, 13, 13, 12),
    "dispatch_subject.before": (6, 6, 6, 6),
    "legal_basis.size": (13, 14, 14, 13),
    "body.size": (13, 14, 14, 13),
    "body.first_indent": (10, 12.7, 10, 10),
    "body.before": (6, math.inf, 6, 6),
    "body.line": (1, 1.5, 1, 1),
    "part_number.size": (13, 14, 14, 13),
    "part_title.size": (13, 14, 14, 13),
    "section_number.size": (13, 14, 14, 13),
    "section_title.size": (13, 14, 14, 13),
    "article.size": (13, 14, 14, 13),
    "heading.size": (13, 14, 14, 13),
    "clause.size": (13, 14, 14, 13),
    "titled_clause.size": (13, 14, 14, 13),
    "point.size": (13, 14, 14, 13),
    "addressees.size": (13, 14, 14, 13),
    "signature_authority.size": (13, 14, 14, 13),
    "signature_name.size": (13, 14, 14, 13),
    "recipients_label.size": (12, 12, 12, 12),
    "recipient.size": (11, 11, 11, 11),
    "appendix_label.size": (14, 14, 14, 14),
    "appendix_title.size": (13, 14, 14, 13),
    "appendix_reference.size": (13, 14, 14, 13),
    "urgency.size": (13, 14, 13, 13),
    "urgency.hoa_toc.width": (30, 30, 30, 30),
    "urgency.thuong_khan.width": (40, 40, 40, 40),
    "urgency.khan.width": (20, 20, 20, 20),
    "urgency.hoa_toc.height": (8, 8, 8, 8),
    "urgency.thuong_khan.height": (8, 8, 8, 8),
    "urgency.khan.height": (8, 8, 8, 8),
    "circulation.size": (13, 14, 13, 13),
    "drafter.size": (11, 11, 11, 11),
    "contact.size": (11, 12, 11, 11),
    "information_box.size": (10, 10, 10, 10),
    "rule.national_motto.ratio": (1, 1, 1, 1),
    "rule.issuer.ratio": (0.3333, 0.5, 0.4, 0.4),
    "rule.subject.ratio": (0.3333, 0.5, 0.4, 0.4),
    "date.day_padded_below": (10, 10, 10, 10),
    "date.month_padded_below": (3, 3, 3, 3),
    "number.padded_below": (10, 10, 10, 10),
    "copy_form.size": (13, 14, 14, 13),
    "scan.resolution": (200, math.inf, 200, 200),
}
OWN = (
    "page.header_distance", "page.footer_distance", "header.clearance", "issuing_authority.size",
    "decision_word.size", "addressees.indent", "signature_caption.size", "signature.gap",
    "closing.left.ratio", "secrecy.size", "rule.appendix.ratio", "table.size",
    "table.cell_padding", "footnote.size", "quote.indent",
)  # fmt: skip

EVERY = [norm for size_set in SIZE_SETS for norm in norms(size_set).values()]


@pytest.mark.parametrize("key", DECREE)
def test_a_norm_has_the_range_and_the_values_of_the_decree(key: str) -> None:
    """Sections 1 to 9 of the rules of form, value by value."""
    large, small = norms("large")[key], norms("small")[key]
    assert (large.low, large.high, large.use, small.use) == DECREE[key]


@pytest.mark.parametrize("key", OWN)
def test_what_layout_needs_and_the_decree_leaves_open_is_there(key: str) -> None:
    """Choices of our own are norms too."""
    assert key in norms()


def test_the_other_size_set_only_shifts_the_values_used() -> None:
    """Sizes rise and fall together, ranges stay."""
    for key, norm in norms("large").items():
        other = norms("small")[key]
        assert (norm.low, norm.high, norm.locator) == (other.low, other.high, other.locator)
        assert norm.use >= other.use


def test_there_are_two_size_sets_and_no_other() -> None:
    """A wrong name is a bug of ours."""
    with pytest.raises(ValueError, match="no size set 'medium'; there are large, small"):
        norms("medium")


def test_norms_are_loaded_once() -> None:
    """The second call gives the same object."""
    assert norms("small") is norms("small")


@pytest.mark.parametrize("norm", EVERY, ids=lambda norm: norm.key)
class TestEveryNorm:
    """What holds for each norm of each size set."""

    def test_the_value_used_is_allowed(self, norm: Norm) -> None:
        """Low <= use <= high, and the norm allows it."""
        assert norm.low <= norm.use <= norm.high
        assert norm.allows(norm.use)
        assert norm.allows(norm.low)

    def test_unit_and_confidence_are_known(self, norm: Norm) -> None:
        """No unit or confidence outside the closed lists."""
        assert norm.unit in UNITS
        assert norm.confidence in CONFIDENCES

    def test_the_place_in_the_decree_can_be_said_in_words(self, norm: Norm) -> None:
        """Every locator parses."""
        if norm.locator:
            assert locator_in_words(norm.locator, "vi").startswith("NĐ 30/2020/NĐ-CP, ")
            assert locator_in_words(norm.locator, "en").startswith("Decree 30/2020/NĐ-CP, ")

    def test_a_choice_of_our_own_gives_its_reason(self, norm: Norm) -> None:
        """And what is the decree's gives its place."""
        if norm.confidence in {"house", "mem", "infer"}:
            assert norm.reason
        if norm.confidence in {"2", "1"}:
            assert norm.locator

    def test_it_has_a_name_in_both_languages(self, norm: Norm) -> None:
        """Findings and tables speak both."""
        assert norm.name.vi
        assert norm.name.en

    def test_an_allowed_range_can_be_printed(self, norm: Norm) -> None:
        """An open range is said in words."""
        assert norm.allowed().vi
        assert "inf" not in norm.allowed().en


def test_no_two_norms_bear_the_same_name() -> None:
    """An office's rule names one norm."""
    vietnamese = [fold(norm.name.vi) for norm in norms().values()]
    english = [fold(norm.name.en) for norm in norms().values()]
    assert len(set(vietnamese)) == len(vietnamese)
    assert len(set(english)) == len(english)


def test_lengths_are_compared_in_words_grid() -> None:
    """Word gives 15 mm back as 14.993 mm; that is still 15 mm."""
    right = norms()["page.margin.right"]
    assert right.allows(14.993)
    assert not right.allows(14.97)
    assert right.allows(20.004)
    assert not right.allows(20.03)


def test_only_the_two_indents_of_the_decree_are_allowed() -> None:
    """1 cm or 1,27 cm, nothing between."""
    indent = norms()["body.first_indent"]
    assert indent.allows(10)
    assert indent.allows(12.7)
    assert not indent.allows(11)


@pytest.mark.parametrize(
    ("key", "vi", "en"),
    [
        ("page.margin.left", "30–35 mm", "30–35 mm"),
        ("body.first_indent", "10 hoặc 12,7 mm", "10 or 12.7 mm"),
        ("body.before", "từ 6 pt", "at least 6 pt"),
        ("body.line", "1–1,5 dòng", "1–1.5 lines"),
        ("number.size", "13 pt", "13 pt"),
    ],
)
def test_what_is_allowed_reads_well(key: str, vi: str, en: str) -> None:
    """Decimal comma in Vietnamese, point in English."""
    assert norms()[key].allowed().vi == vi
    assert norms()[key].allowed().en == en


@pytest.mark.parametrize(
    "name", ["page.margin.left", "lề trái", "Lề Trái", "le trai", "left margin"]
)
def test_a_norm_is_found_by_key_or_name(name: str) -> None:
    """Accents and case do not matter."""
    found = norms().find(name)
    assert found is not None
    assert found.key == "page.margin.left"


@pytest.mark.parametrize(
    ("rule", "low", "high", "use"),
    [
        (35, 35, 35, 35),
        ((31, 34), 31, 34, 31),
        ("35", 35, 35, 35),
        ("35 mm", 35, 35, 35),
        ("3,5 cm", 35, 35, 35),
        ("3.2 cm – 3.5 cm", 32, 35, 32),
        ("32 đến 35 mm", 32, 35, 32),
        ("30–35", 30, 35, 30),
    ],
)
def test_an_office_may_narrow_a_range(
    rule: float | tuple[float, float] | str, low: float, high: float, use: float
) -> None:
    """The value used moves into the new range."""
    narrowed, faults = norms().narrowed({"lề trái": rule})
    assert faults == ()
    left = narrowed["page.margin.left"]
    assert (left.low, left.high, left.use) == (low, high, use)


@pytest.mark.parametrize(
    ("key", "rule", "code"),
    [
        ("page.margin.left", 25, "ISS011"),
        ("page.margin.left", (30, 40), "ISS011"),
        ("page.margin.left", "20–40 mm", "ISS011"),
        ("page.margin.left", (34, 31), "ISS011"),
        ("number.size", 14, "ISS011"),
        ("body.first_indent", 11, "ISS011"),
        ("body.before", "5 pt", "ISS011"),
        ("page.margin.left", "30 pt", "ISS012"),
        ("page.margin.left", "3 cm – 35 mm", "ISS012"),
        ("page.margin.left", "rộng", "ISS012"),
        ("page.margin.left", math.nan, "ISS012"),
        ("body.size", "14 mm", "ISS012"),
        ("lề giữa trang bìa", 30, "ISS010"),
    ],
)
def test_a_rule_that_does_not_narrow_is_a_fault_and_changes_nothing(
    key: str, rule: float | tuple[float, float] | str, code: str
) -> None:
    """The decree's value stands."""
    narrowed, faults = norms().narrowed({key: rule})
    assert [fault.code for fault in faults] == [code]
    assert dict(narrowed) == dict(norms())


def test_a_near_miss_of_a_name_gets_a_suggestion() -> None:
    """The Vietnamese name is offered."""
    _, faults = norms().narrowed({"lề trá": 30})
    assert faults == (Fault("ISS010", facts={"key": "lề trá", "meant": "lề trái"}),)


def test_the_fault_can_be_said_in_both_languages() -> None:
    """The catalogue has every fact it needs."""
    _, faults = norms().narrowed({"lề trái": "25 mm", "lề giữa": 3, "lề phải": "hẹp"})
    said = [
        diagnose(
            fault.code,
            Place(),
            key=fault.facts["key"],
            name=fault.facts.get("name"),
            found=fault.facts.get("found"),
            allowed=fault.facts.get("allowed"),
            meant=fault.facts.get("meant"),
        )
        for fault in faults
    ]
    assert [finding.message.vi for finding in said] == [
        "Quy định riêng «lề trái: 25 mm» nằm ngoài khoảng cho phép đối với lề trái: 30–35 mm",
        "Quy định riêng «lề giữa» không trùng với quy định nào của Nghị định",
        "Không hiểu giá trị «hẹp» của quy định riêng «lề phải»",
    ]


def test_one_faulty_rule_does_not_keep_the_others_from_applying() -> None:
    """And the shared norms stay as they were."""
    narrowed, faults = norms().narrowed({"lề trái": 25, "lề phải": 15})
    assert [fault.facts["key"] for fault in faults] == ["lề trái"]
    assert narrowed["page.margin.right"].use == 15
    assert norms()["page.margin.right"].use == 20


def test_two_rules_for_one_norm_must_fit_each_other() -> None:
    """The second rule narrows what the first left."""
    _, faults = norms().narrowed({"lề trái": (30, 32), "page.margin.left": 35})
    assert [fault.code for fault in faults] == ["ISS011"]


def within(one: Norms, other: Norms) -> bool:
    """Tell whether every range of one lies in that of the other."""
    return all(other[key].low <= norm.low <= norm.high <= other[key].high
               for key, norm in one.items())  # fmt: skip


@given(
    st.dictionaries(
        st.sampled_from(sorted(norms())),
        st.one_of(
            st.floats(0, 300), st.tuples(st.floats(0, 300), st.floats(0, 300)), st.text(max_size=9)
        ),
        max_size=6,
    )
)
def test_whatever_an_office_writes_no_range_ever_widens(
    rules: dict[str, float | tuple[float, float] | str],
) -> None:
    """Nor does the value used leave its range."""
    narrowed, faults = norms().narrowed(rules)
    assert within(narrowed, norms())
    assert all(norm.low <= norm.use <= norm.high for norm in narrowed.values())
    assert all(norm.allows(norm.use) for norm in narrowed.values())
    assert {fault.facts["key"] for fault in faults} <= set(rules)


@given(st.data())
def test_every_range_inside_the_decrees_is_accepted(data: st.DataObject) -> None:
    """To the last bit, without rounding."""
    key = data.draw(st.sampled_from([k for k, norm in norms().items() if not norm.choices]))
    norm = norms()[key]
    top = min(norm.high, norm.low + 1000)
    low, high = sorted((data.draw(st.floats(norm.low, top)), data.draw(st.floats(norm.low, top))))
    narrowed, faults = norms().narrowed({key: (low, high)})
    assert faults == ()
    assert (narrowed[key].low, narrowed[key].high) == (low, high)
    assert low <= narrowed[key].use <= high
