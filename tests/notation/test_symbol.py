"""Number and symbol."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnadmindocs.diagnostics.fault import UnreadableError
from vnadmindocs.notation.symbol import (
    Number,
    compose_symbol,
    parse_number,
    print_number,
    source_number,
)


@pytest.mark.parametrize(
    ("text", "number", "symbol"),
    [
        ("2280/QĐ-UBND", "2280", "QĐ-UBND"),
        ("05", "05", ""),
        ("5", "05", ""),
        ("12", "12", ""),
        ("010", "010", ""),
        ("5/QĐ-UBND", "5", "QĐ-UBND"),
        ("/SKHCN-CCTĐC", "", "SKHCN-CCTĐC"),
        ("683 /KH-CTĐP-SCT", "683", "KH-CTĐP-SCT"),
        ("Số: 239 /KH-SYT", "239", "KH-SYT"),
        ("Số:        /QĐ-UBND", "", "QĐ-UBND"),
        ("…/QĐ-UBND", "", "QĐ-UBND"),
        ("13/2025/NQ-HĐND", "13", "2025/NQ-HĐND"),
        ("12a/TB-SYT", "12a", "TB-SYT"),
        ("07/BC - HHDN", "07", "BC-HHDN"),
        ("", "", ""),
    ],
)
def test_numbers_are_read(text: str, number: str, symbol: str) -> None:
    """Numbers are read as printed, as fields and as gaps."""
    assert parse_number(text) == Number(number, symbol)


@pytest.mark.parametrize("text", ["abc", "abc/QĐ-UBND", "0", "00/QĐ", "-5"])
def test_what_is_no_number_is_refused(text: str) -> None:
    """The fault shows what stands in place of the number."""
    with pytest.raises(UnreadableError) as refusal:
        parse_number(text)
    (fault,) = refusal.value.faults
    assert fault.code == "NUM001"
    assert fault.facts == {"found": text.split("/")[0]}


def test_numbers_are_printed_with_their_label() -> None:
    """A missing number leaves a gap before the stroke."""
    assert print_number(Number("05", "QĐ-UBND")) == "Số: 05/QĐ-UBND"
    gap = print_number(Number("", "QĐ-UBND"))
    assert gap.startswith("Số:\u00a0\u00a0")
    assert gap.endswith("\u00a0/QĐ-UBND")
    assert print_number(Number("05", "QĐ-UBND"), label=False) == "05/QĐ-UBND"
    assert print_number(Number("05")) == "Số: 05"


def test_the_value_of_a_number_is_counted_with() -> None:
    """A letter behind the digits does not count; a gap has no value."""
    assert Number("012", "QĐ").value == 12
    assert Number("12a", "QĐ").value == 12
    assert Number("", "QĐ").value is None


def test_symbols_are_composed_by_type_and_body() -> None:
    """A công văn has no abbreviation of its type; a joint document names every body."""
    assert compose_symbol("QĐ", ["UBND"]) == "QĐ-UBND"
    assert compose_symbol("", ["SCT"], "QLCN") == "SCT-QLCN"
    assert compose_symbol("KH", ["CTĐP", "SCT"]) == "KH-CTĐP-SCT"


GROUPS = st.text(st.sampled_from("ABĐQTTrN"), min_size=1, max_size=4)
SYMBOLS = st.lists(GROUPS, min_size=1, max_size=3).map("-".join)


@given(st.builds(Number, st.integers(1, 9999).map(str) | st.just(""), SYMBOLS))
def test_numbers_are_read_back(number: Number) -> None:
    """Source and print both give the number back."""
    assert parse_number(source_number(number)) == number
    assert parse_number(print_number(number).replace("\u00a0", " ")) == number
