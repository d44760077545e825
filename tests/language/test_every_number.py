"""Numbers in words and back, by the million: run by ``make nightly``, not by ``make test``."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from vnadmindocs.language.money_words import Money, currencies, money_words, read_money_words
from vnadmindocs.language.number_words import Wording, number_words, read_number_words

pytestmark = pytest.mark.nightly

MILLION = 10**6
WORDINGS = (Wording(), Wording(empty_ten="lẻ", thousand="ngàn", four="tư"))
SEED = 30_2020


def test_all_numbers_to_a_million_come_back_and_differ() -> None:
    """Each of 0 to 1.000.000 has words of its own, and they give it back."""
    seen = set()
    for number in range(MILLION + 1):
        words = number_words(number)
        assert read_number_words(words) == number, number
        seen.add(words)
    assert len(seen) == MILLION + 1


def test_a_million_random_numbers_come_back() -> None:
    """Of 1 to 40 digits, positive and negative, whole and with up to 6 decimals, each wording."""
    random = Random(SEED)
    for turn in range(MILLION):
        number = random.randrange(10 ** random.randint(1, 40)) * random.choice((1, 1, -1))
        places = random.choice((0, 0, random.randint(1, 6)))
        value = Decimal(number).scaleb(-places) if places and abs(number) < 10**20 else number
        words = number_words(value, WORDINGS[turn % 2])
        assert read_number_words(words) == value, value


def test_a_million_amounts_come_back() -> None:
    """Of every currency, with as many decimals as it has."""
    random = Random(SEED)
    codes = sorted(currencies())
    for _ in range(MILLION):
        code = random.choice(codes)
        units = random.randrange(10 ** random.randint(1, 15))
        amount = Decimal(units).scaleb(-currencies()[code].decimals)
        assert read_money_words(money_words(amount, code)) == Money(amount, code), (amount, code)
