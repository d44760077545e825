"""Where every ô stands in the files of a rendering, for whoever signs them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vnadmindocs.layout.document import norms_of_record
from vnadmindocs.layout.places import PlacedBox, SigningSizes, signing_sizes
from vnadmindocs.layout.shape import Layout
from vnadmindocs.layout.split_file import SplitFile
from vnadmindocs.rendering.job import Job
from vnadmindocs.writers.pdf.places import placed_boxes
from vnadmindocs.writers.pdf.stamp import stamp_boxes


def on_pages(job: Job, piece: SplitFile) -> tuple[PlacedBox, ...]:
    """Find every ô on the pages that are typeset for a file.

    Raises:
        TypesettingError: typst refused.
    """
    assert job.face is not None
    found = placed_boxes(piece.layout, job.face, _sizes(job), leave_out=job.lacking)
    return tuple(replace(each, file=piece.name) for each in found)


def on_attachment(job: Job, piece: SplitFile) -> tuple[PlacedBox, ...]:
    """Find what is put over the first page of a PDF file that is copied, and keep its places.

    Raises:
        TypesettingError: typst refused.
    """
    if job.face is None:
        return ()
    found = stamp_boxes(piece.layout, piece.layout.parts[0], job.face, _sizes(job))
    boxes = tuple(replace(each, file=piece.name) for each in found)
    job.places += boxes
    return boxes


def in_joined_file(
    boxes: Iterable[PlacedBox], layout: Layout, starts: Sequence[int]
) -> tuple[PlacedBox, ...]:
    """Give the boxes on the pages of a file in which other files may stand between its parts.

    Args:
        boxes: on the pages that were typeset.
        layout: the document.
        starts: the first page of each part in the file, from 0; () where nothing was joined.
    """
    if not starts:
        return tuple(boxes)
    typeset = [index for index, part in enumerate(layout.parts) if part.attachment is None]
    return tuple(
        replace(each, part=typeset[each.part], page=starts[typeset[each.part]] + each.part_page)
        for each in boxes
    )


def _sizes(job: Job) -> SigningSizes:
    assert job.draft.gapped is not None
    return signing_sizes(norms_of_record(job.draft.gapped))
