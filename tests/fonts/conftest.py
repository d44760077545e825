"""Fixtures of the tests of faces."""

from tests.fonts.bare_machine import bare_machine

__all__ = ["bare_machine"]
