"""Every fault of notation has its entry in the catalogue."""

from __future__ import annotations

import importlib
import pkgutil
import re
from string import Formatter
from typing import Any

import pytest

import vnadmindocs.notation
from vnadmindocs.diagnostics import Place, diagnose
from vnadmindocs.diagnostics.catalogue import entry
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.notation.body import parse_body
from vnadmindocs.notation.cell import cell_faults
from vnadmindocs.notation.date import parse_date
from vnadmindocs.notation.legal_basis import DISAGREEING_MARKS
from vnadmindocs.notation.listing import disagreeing_marks, list_items
from vnadmindocs.notation.moment import parse_moment
from vnadmindocs.notation.recipients import parse_recipients
from vnadmindocs.notation.signature import parse_signature
from vnadmindocs.notation.signing_time import parse_signing_time
from vnadmindocs.notation.symbol import parse_number
from vnadmindocs.notation.table import parse_rows

CODES = sorted(
    {
        value
        for module in pkgutil.iter_modules(vnadmindocs.notation.__path__)
        for value in vars(importlib.import_module(f"vnadmindocs.notation.{module.name}")).values()
        if isinstance(value, str) and re.fullmatch(r"[A-Z]{3}\d{3}", value)
    }
)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_in_the_catalogue(code: str) -> None:
    """With a sentence, a page, and full stops only inside."""
    found = entry(code)
    assert found is not None
    for text in (found.message, found.hint):
        if text is not None:
            assert not text.vi.endswith(".")
            assert not text.en.endswith(".")
            assert {name for _, name, _, _ in Formatter().parse(text.vi)} == {
                name for _, name, _, _ in Formatter().parse(text.en)
            }
    assert found.page != found.message


def refused(read: object, text: str) -> tuple[Fault, ...]:
    """Give the faults of a text that cannot be read."""
    assert callable(read)
    with pytest.raises(UnreadableError) as refusal:
        read(text)
    return refusal.value.faults


def every_fault() -> list[Fault]:
    """Provoke each fault once, so that its facts are seen."""
    faults = [
        *refused(parse_date, "31/4/2025"),
        *refused(parse_date, "03/09"),
        *refused(parse_date, "03/9/25"),
        *refused(parse_date, "mai"),
        *refused(parse_moment, "8h75"),
        *refused(parse_signing_time, "mai"),
        *refused(parse_number, "abc"),
        *refused(parse_signature, "GIÁM ĐỐC\n\nNguyễn Văn A\nTrần Văn B"),
        *parse_signature("GIÁM ĐỐC\n\nNGUYỄN VĂN A").faults,
        *parse_signature("GIÁM ĐỐC\n\nY BHĂM NIÊ").faults,
        *parse_recipients("a;\nb\nLưu: VT;\nLưu: X.\n(để b/c)").faults,
        *parse_body("Một[^1].\n[^1]: [^1]\n{trang mới}").faults,
        *cell_faults(parse_rows("{trang mới}")),
        *parse_body(
            "{abcxyz} a\n{gữa} a\n{bảng:}\n"
            "Điều 1: a\nĐiều 3. **b\nI. A\nIII. Bc\n a:\n   - b\nb[^2]\n"
            "[^1]: x[^2]\n[^1]: y\n1.c\nChương I. Quy định\n“1. d\n{trang mới}"
        ).faults,
        *parse_rows("1 | 2\n3", 2).faults,
        *parse_rows("< | ^").faults,
        *parse_rows("A | <\n^ | b").faults,
    ]
    odd = disagreeing_marks(list_items("a;\nb\nc."), DISAGREEING_MARKS)
    assert odd is not None
    return [*faults, odd]


def test_every_fault_fills_its_sentence() -> None:
    """Each code is provoked, and its facts fill sentence and hint in both languages."""
    faults = every_fault()
    assert sorted({fault.code for fault in faults}) == CODES
    for fault in faults:
        facts: dict[str, Any] = dict(fault.facts)
        diagnostic = diagnose(fault.code, Place(), **facts)
        assert diagnostic.message.vi
