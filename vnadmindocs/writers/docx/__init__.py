"""The .docx writer: a prepared Word template and one zip write."""

from vnadmindocs.writers.docx.writer import write_docx

__all__ = ["write_docx"]
