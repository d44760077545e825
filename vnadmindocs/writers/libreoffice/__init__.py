"""LibreOffice: Word files become PDF files by the office suite that is installed.

The road for an office's own template. LibreOffice exits with 0 whatever happens and mixes faces
without a word, so nothing it says counts: a PDF is taken when it has a page, every word of the
Word file, and is asked for a second time, alone and with a fresh profile, when it has not.

Each call has a profile and a temporary folder of its own, so threads may call at once; nothing
is left behind, not even after a time-out. A profile made anew costs nothing that could be
measured (1.36 s against 1.31 s), a call about 1.3 s, a further file in it about 0.12 s.

What is asked of LibreOffice: PDF/A-2 with tags, outline, pictures without loss, title and author
from the core properties. It declares PDF/A-2b, and so do we, as its own statement: we do not check
it. Versions before 7.4 do not read the request and give a plain PDF, which then claims nothing.
Dates, file identifier and colour profile are made the same in every run (``settling``).
"""

from __future__ import annotations

from vnadmindocs.writers.libreoffice.converting import Converted, convert, time_limit
from vnadmindocs.writers.libreoffice.program import LibreOffice, find_libreoffice

__all__ = ["Converted", "LibreOffice", "convert", "find_libreoffice", "time_limit"]
