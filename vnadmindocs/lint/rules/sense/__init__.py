"""Rules of sense, one module a concept; importing this package registers them all."""

from vnadmindocs.lint.rule import rules
from vnadmindocs.lint.rules.sense import (
    addressees,
    agency,
    appendices,
    body,
    capitals,
    citations,
    copies,
    footnotes,
    form_document,
    header,
    issuing_authority,
    legal_bases,
    mentions,
    number,
    own_references,
    recipients,
    register,
    short_names,
    signature,
    signature_and_body,
    signers,
    structure,
    tables,
)

# Importing the modules above is what registered them.
RULES = rules()

__all__ = [
    "RULES",
    "addressees",
    "agency",
    "appendices",
    "body",
    "capitals",
    "citations",
    "copies",
    "footnotes",
    "form_document",
    "header",
    "issuing_authority",
    "legal_bases",
    "mentions",
    "number",
    "own_references",
    "recipients",
    "register",
    "short_names",
    "signature",
    "signature_and_body",
    "signers",
    "structure",
    "tables",
]
