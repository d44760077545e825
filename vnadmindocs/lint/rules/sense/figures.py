"""Rules about figures: amounts of money in words, in running text and under tables."""

from __future__ import annotations

from collections.abc import Iterator

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.lint.rule import rule
from vnadmindocs.lint.stretches import stretches, tables_of
from vnadmindocs.notation.mention_signs import may_spell
from vnadmindocs.record.document import Document

_TEXTS = ("subject", "body", "footnotes", "tables")


def _spells(record: Document) -> bool:
    return any(may_spell(each.text) for each in stretches(record))


def _has_words_of_totals(record: Document) -> bool:
    return any(isinstance(table.in_words, str) for _, table in tables_of(record))


@rule("FIG001", needs=_TEXTS, where=_spells)
def amount_in_words_is_another(record: Document) -> Iterator[Fault]:
    """Find «1.500.000 đồng (một triệu năm mươi nghìn đồng)»: two amounts where one is meant."""
    from vnadmindocs.lint.spelled import differing

    before = ""
    for stretch in stretches(record):
        text = stretch.text
        if may_spell(text):
            for facts, start, end in differing(text, before, stretch.above):
                yield stretch.fault("FIG001", facts, start, end)
        before = text


@rule("FIG020", needs=("body", "tables"), where=_has_words_of_totals)
def words_under_a_table_are_not_its_total(record: Document) -> Iterator[Fault]:
    """Find «bằng chữ» of a table that says another amount than its total."""
    from vnadmindocs.lint.spelled import other_than_total

    for path, table in tables_of(record):
        facts = other_than_total(table)
        if facts is not None:
            yield Fault("FIG020", facts=facts, path=(*path, "in_words"))


@rule("FIG021", needs=("body", "tables"), where=_has_words_of_totals)
def table_has_no_total_to_put_in_words(record: Document) -> Iterator[Fault]:
    """Find «bằng chữ: có» of a table that has no total of money, or several."""
    from vnadmindocs.lint.spelled import lacks_total

    for path, table in tables_of(record):
        if lacks_total(table):
            yield Fault("FIG021", path=(*path, "in_words"))
