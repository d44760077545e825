"""Rules of sense, one module a concept; importing this package registers them all."""

from vnadmindocs.lint.rule import rules
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

# Importing the modules above is what registered them.
RULES = rules()

__all__ = [
    "RULES",
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
