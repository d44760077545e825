"""From drafts to files: which road a document takes, and what keeps it off.

    Draft ─ lay_out ─> Layout ┬ Word file ─ LibreOffice ─> PDF ┬ bundle ─> PDF ─> PNG
                              └ Typst ───────────────────> PDF ┘

Typst is the road of a PDF. An office's own Word template is a Word file and nothing else, so the
PDF of a document in it goes by LibreOffice.
"""

from vnadmindocs.rendering.findings import all_findings, template_of
from vnadmindocs.rendering.result import File, Rendering
from vnadmindocs.rendering.road import render_drafts
from vnadmindocs.rendering.wanted import (
    DEFAULT_PPI,
    ENGINES,
    LARGEST_PPI,
    OUTPUTS,
    SMALLEST_PPI,
    Engine,
    Output,
    Wanted,
    wanted_as,
)

__all__ = [
    "DEFAULT_PPI",
    "ENGINES",
    "LARGEST_PPI",
    "OUTPUTS",
    "SMALLEST_PPI",
    "Engine",
    "File",
    "Output",
    "Rendering",
    "Wanted",
    "all_findings",
    "render_drafts",
    "template_of",
    "wanted_as",
]
