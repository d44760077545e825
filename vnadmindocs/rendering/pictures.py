"""The pictures of a record: where each is named, and which are too large for a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vnadmindocs.diagnostics.fault import Fault
from vnadmindocs.record.body import RecordBody
from vnadmindocs.record.document import Document
from vnadmindocs.record.images import Image, Picture
from vnadmindocs.record.positions import FieldPath

TOO_LARGE = "OUT044"
#: The most pixels of a picture: unpacked, some 0.6 GB.
LARGEST = 140_000_000


def pictures_of_record(
    record: Document, path: FieldPath = ()
) -> Iterator[tuple[FieldPath, str, Picture]]:
    """Give each picture of a record and its appendices: where its file is named, and its name."""
    body = record.body
    if isinstance(body, RecordBody):
        for name, image in body.images.items():
            if isinstance(image.file, Picture):
                yield (*path, "body", *body.homes.get(name, ()), "image", "file"), name, image.file
    if isinstance(record.images, Mapping):
        for name, image in record.images.items():
            if isinstance(image, Image) and isinstance(image.file, Picture):
                yield (*path, "images", name, "file"), name, image.file
    if isinstance(record.appendices, tuple):
        for index, appendix in enumerate(record.appendices):
            yield from pictures_of_record(appendix, (*path, "appendices", index))


def too_large(record: Document) -> Iterator[Fault]:
    """Find the pictures that typst would need too much memory for; it ends the process."""
    for path, name, picture in pictures_of_record(record):
        if picture.format != "svg" and picture.width * picture.height > LARGEST:
            facts = {"name": name, "width": picture.width, "height": picture.height}
            yield Fault(TOO_LARGE, facts=facts, path=path)
