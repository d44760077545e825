"""Findings: one type, four severities, two languages."""

from vnadmindocs.diagnostics.catalogue import diagnose
from vnadmindocs.diagnostics.model import Diagnostic, Place, Related, Severity, Text

__all__ = ["Diagnostic", "Place", "Related", "Severity", "Text", "diagnose"]
