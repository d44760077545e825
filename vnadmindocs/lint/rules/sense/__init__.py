"""Rules of sense, one module a concept; importing this package registers them all."""

from vnadmindocs.lint.rules.sense import (
    agency,
    appendices,
    body,
    capitals,
    footnotes,
    header,
    issuing_authority,
    number,
    recipients,
    tables,
)

__all__ = [
    "agency",
    "appendices",
    "body",
    "capitals",
    "footnotes",
    "header",
    "issuing_authority",
    "number",
    "recipients",
    "tables",
]
