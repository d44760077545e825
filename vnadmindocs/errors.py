"""Exceptions: broken installs and our own bugs only.

Faults of the user are Diagnostics, never exceptions.

    VnAdminDocsError
    └── BrokenInstallError     a file that ships with the package is missing or unreadable
"""

from __future__ import annotations


class VnAdminDocsError(Exception):
    """The base of every exception this package raises on purpose."""


class BrokenInstallError(VnAdminDocsError):
    """A file that ships with the package is missing or unreadable."""
