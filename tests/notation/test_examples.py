"""The bodies, signatures and recipients of the shipped examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from vnadmindocs.assets import asset
from vnadmindocs.language.text import clean
from vnadmindocs.notation.body import BodyParser, parse_body
from vnadmindocs.notation.body_print import print_body
from vnadmindocs.notation.inline import plain_text
from vnadmindocs.notation.recipients import parse_recipients, print_recipients
from vnadmindocs.notation.signature import parse_signature, print_signature

EXAMPLES = sorted(asset("examples").glob("*.yaml"))


def field(record: dict[str, Any], vietnamese: str, english: str) -> list[Any]:
    """Give the entries of a field, whichever language its record is written in."""
    value = record.get(vietnamese, record.get(english, []))
    return value if isinstance(value, list) else [value]


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Give the record of a file and those of its appendices."""
    record = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    yield record
    yield from (entry for entry in field(record, "phụ lục", "appendices") if entry)


def squeezed(text: str) -> str:
    """Take white space and marks out."""
    return "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_bodies_lose_no_word_and_are_read_back(path: Path) -> None:
    """Labels, titles and words, then footnotes, together are the source, in its order."""
    for record in records(path):
        parser = BodyParser()
        texts = [text for text in field(record, "nội dung", "body") if isinstance(text, str)]
        for text in texts:
            parser.feed(clean(text))
        body = parser.finish()
        assert parse_body(print_body(body)) == body
        words = [
            block.forced + block.label + "".join(map(plain_text, block.title)) + block.text
            for block in body.blocks
        ]
        words += [name + plain_text(note) for name, note in body.footnotes.items()]
        # What calls a footnote is no word.
        written = re.sub(r"\[\^\w+\](?!:)", "", "".join(texts))
        assert squeezed("".join(words)) == squeezed(written)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_signatures_and_recipients_are_read_back(path: Path) -> None:
    """Every signer has a name, and what is written is read the same."""
    for record in records(path):
        for text in field(record, "ký", "signature"):
            if isinstance(text, str):
                block = parse_signature(text)
                assert block.name
                assert parse_signature(print_signature(block)) == block
        for text in field(record, "nơi nhận", "recipients"):
            recipients = parse_recipients(text)
            assert parse_recipients(print_recipients(recipients)) == recipients
