"""What the parsers of written forms find: defined lower down, so that law/ can find faults too."""

from vnadmindocs.diagnostics.fault import Fault, UnreadableError

__all__ = ["Fault", "UnreadableError"]
