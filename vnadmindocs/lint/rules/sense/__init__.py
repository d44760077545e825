"""Rules of sense, one module a concept; importing this package registers them all."""

from vnadmindocs.lint.rules.sense import (
    appendices,
    body,
    issuing_authority,
    number,
    recipients,
)

__all__ = ["appendices", "body", "issuing_authority", "number", "recipients"]
