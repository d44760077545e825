"""The names of the issuing bodies as a sentence has them: ``Ủy ban nhân dân tỉnh Sơn La``."""

from __future__ import annotations

from collections.abc import Sequence

from vnadmindocs.law.issuers import full_name
from vnadmindocs.law.wording import wording
from vnadmindocs.record.issuer import Issuer


def issuer_names(issuers: Sequence[Issuer]) -> str:
    """Name the bodies as in a sentence; a gap where none is known."""
    names = [_issuer_name(issuer) for issuer in issuers]
    found = [name for name in names if name]
    if not found:
        return wording("place.gap")
    if len(found) == 1:
        return found[0]
    return f"{', '.join(found[:-1])} và {found[-1]}"


def _issuer_name(issuer: Issuer) -> str:
    if isinstance(issuer.agency.full_name, str):
        return issuer.agency.full_name
    return full_name(issuer.printed_name) or issuer.printed_name
