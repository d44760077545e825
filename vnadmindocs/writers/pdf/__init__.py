"""The PDF writer: a Layout as data for one small Typst source, typeset by a kept compiler."""

from vnadmindocs.writers.pdf.writer import TypesettingError, write_pdf, write_png

__all__ = ["TypesettingError", "write_pdf", "write_png"]
