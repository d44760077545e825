"""One of the files that a document is taken apart into, before a writer has made it."""

from __future__ import annotations

from vnadmindocs.layout.shape import Attachment, Layout
from vnadmindocs.values import dataclass


@dataclass(frozen=True, slots=True)
class SplitFile:
    """One file of a document.

    Attributes:
        name: what follows the document's own name, such as ``-phu-luc-1``; "" for the main
            document.
        layout: what stands in it.
    """

    name: str
    layout: Layout

    @property
    def attachment(self) -> Attachment | None:
        """The PDF that is this file; None for a file that is typeset.

        What is to be stamped on its first page is ``first_header`` of its section.
        """
        return self.layout.parts[0].attachment
