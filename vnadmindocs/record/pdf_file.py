"""A PDF file from elsewhere, looked into before it is joined: can it be, and what will be lost.

A path -> how many pages and how large the first one is seen, with findings; or a fault that says
why it cannot be joined. Streams of pages are not unpacked here: a scan of 200 MB is looked into in
the time its directory takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnadmindocs.diagnostics import Text
from vnadmindocs.diagnostics.fault import Fault, UnreadableError
from vnadmindocs.diagnostics.system_reason import system_reason
from vnadmindocs.record.pdf_contents import Contents, contents_of, is_only_a_cover, resolved
from vnadmindocs.units import pt_to_mm
from vnadmindocs.values import dataclass

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

#: The largest file that is joined, in bytes, and the most pages it may have.
LARGEST_PDF = 500_000_000
MOST_PAGES = 5_000

# What ISO 32000 lets a page measure, in units of 1/72 inch.
_SHORTEST_SIDE, _LONGEST_SIDE = 3, 14_400
_BYTES_PER_MB = 1_000_000
# Readers look for the head of a file in its first kilobyte, for its end in the last.
_HEAD, _TAIL = 1024, 1024
_STARTS: tuple[tuple[bytes, Text], ...] = (
    (b"PK\x03\x04", Text(vi="tệp Word, Excel hoặc tệp nén", en="a Word, Excel or zip file")),
    (b"\xd0\xcf\x11\xe0", Text(vi="tệp Word, Excel đời cũ", en="an old Word or Excel file")),
    (b"\x89PNG", Text(vi="ảnh PNG", en="a PNG picture")),
    (b"\xff\xd8\xff", Text(vi="ảnh JPEG", en="a JPEG picture")),
    (b"II*\0", Text(vi="ảnh TIFF", en="a TIFF picture")),
    (b"MM\0*", Text(vi="ảnh TIFF", en="a TIFF picture")),
)
_EMPTY = Text(vi="tệp trống", en="an empty file")
_OTHER = Text(vi="tệp loại khác", en="a file of another kind")
_CUT = Text(vi="tệp bị cụt, thiếu phần cuối", en="its end is missing")
BROKEN = Text(vi="không đọc được cấu trúc của tệp", en="its structure cannot be read")
_MISSING_PAGES = Text(vi="thiếu trang", en="pages are missing")
_MEGABYTES = Text(vi="MB", en="MB")
_PAGES = Text(vi="trang", en="pages")
_RUNNING = {
    "scripts": Text(vi="đoạn mã JavaScript", en="JavaScript"),
    "launches": Text(vi="lệnh mở chương trình", en="command that starts a program"),
    "sendings": Text(vi="lệnh gửi hoặc nạp dữ liệu", en="command that sends or loads data"),
    "links": Text(vi="liên kết sang tệp khác", en="link to another file"),
    "media": Text(vi="đoạn âm thanh, phim hoặc hình 3D", en="sound, film or 3D picture"),
}


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF that can be joined.

    Attributes:
        pages: how many it has.
        width_mm, height_mm: size of its first page as it is seen, turned and cropped.
        faults: what joining will leave out.
    """

    pages: int
    width_mm: float
    height_mm: float
    faults: tuple[Fault, ...]


def look_into(path: Path, written: str) -> PdfFile:
    """Look into a PDF file.

    Args:
        path: where it is.
        written: what a record calls it.

    Raises:
        UnreadableError: APP010 no PDF, APP011 damaged, APP012 locked by a password, APP013 locked
            in a way that needs another package, APP014 no pages, APP015 too many bytes or pages,
            APP016 a page of impossible size, APP017 a cover in place of pages, APP018 words of a
            form that the file does not show; SCH038, the system keeps it.
    """
    try:
        status = path.stat()
        return _look_into(path, written, status.st_size, status.st_mtime_ns)
    except OSError as error:
        facts = {"found": written, "reason": system_reason(error)}
        raise UnreadableError(Fault("SCH038", facts=facts)) from error


@contextmanager
def opened_pdf(path: Path) -> Iterator[PdfReader]:
    """Open a PDF; what is not asked for stays on the disk.

    Raises:
        PyPdfError, or nearly any other error: the file is damaged.
        OSError: the system keeps it.
    """
    import logging

    from pypdf import PdfReader

    # What the reader mends by itself is nothing a user can act on; what it cannot is raised.
    log = logging.getLogger("pypdf")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
    with path.open("rb") as stream:
        yield PdfReader(stream)


def seen_box(page: PageObject) -> tuple[float, float, float, float]:
    """Give left, bottom, right and top of what is seen of a page, in its own units."""
    media, crop = (
        (*sorted((float(box.left), float(box.right))), *sorted((float(box.bottom), float(box.top))))
        for box in (page.mediabox, page.cropbox)
    )
    left, right = max(media[0], crop[0]), min(media[1], crop[1])
    bottom, top = max(media[2], crop[2]), min(media[3], crop[3])
    if left < right and bottom < top:
        return left, bottom, right, top
    return media[0], media[2], media[1], media[3]


def quarter_turns(page: PageObject) -> int:
    """Give how many quarters a page is turned clockwise when it is seen: 0 to 3."""
    return page.rotation // 90 % 4


def seen_size(page: PageObject) -> tuple[float, float]:
    """Give width and height in mm of a page as it is seen: cropped, turned, in its own unit."""
    left, bottom, right, top = seen_box(page)
    unit = pt_to_mm(float(page.user_unit))
    size = (right - left) * unit, (top - bottom) * unit
    return (size[1], size[0]) if quarter_turns(page) % 2 else size


@lru_cache(maxsize=16)
def _look_into(path: Path, written: str, size: int, _changed: int) -> PdfFile:
    if size > LARGEST_PDF:
        raise _too_large(written, size // _BYTES_PER_MB, LARGEST_PDF // _BYTES_PER_MB, _MEGABYTES)
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
        stream.seek(max(0, size - _TAIL))
        tail = stream.read()
    if b"%PDF-" not in head:
        raise _refusal("APP010", written, kind=_kind(head))
    if b"%%EOF" not in tail:
        raise _refusal("APP011", written, reason=_CUT)
    from pypdf.errors import DependencyError

    try:
        with opened_pdf(path) as reader:
            return _looked(reader, written)
    except (UnreadableError, OSError):
        raise
    except DependencyError as error:
        raise _refusal("APP013", written) from error
    except NotImplementedError as error:  # a lock that only its own maker opens
        raise _refusal("APP012", written) from error
    except Exception as error:  # a damaged file breaks a parser anywhere, in any way
        raise _refusal("APP011", written, reason=BROKEN) from error


def _looked(reader: PdfReader, written: str) -> PdfFile:
    if reader.is_encrypted and not reader.decrypt(""):
        raise _refusal("APP012", written)
    told = _told_pages(reader)
    if told > MOST_PAGES:
        raise _too_large(written, told, MOST_PAGES, _PAGES)
    pages = list(reader.pages)
    if not pages:
        raise _refusal("APP014", written)
    if len(pages) > MOST_PAGES:
        raise _too_large(written, len(pages), MOST_PAGES, _PAGES)
    if len(pages) < told or not all(map(_is_whole, pages)):
        raise _refusal("APP011", written, reason=_MISSING_PAGES)
    for number, page in enumerate(pages, 1):
        left, bottom, right, top = seen_box(page)
        sides = page.mediabox.width, page.mediabox.height, right - left, top - bottom
        possible = all(_SHORTEST_SIDE <= abs(float(side)) <= _LONGEST_SIDE for side in sides)
        if not possible or page.user_unit <= 0:
            width, height = (f"{side:.0f}" for side in seen_size(page))
            raise _refusal("APP016", written, number=number, width=width, height=height)
    if is_only_a_cover(reader):
        raise _refusal("APP017", written)
    contents = contents_of(reader)
    if contents.unseen_fields:
        raise _refusal("APP018", written, count=contents.unseen_fields)
    width_mm, height_mm = seen_size(pages[0])
    locked = reader.is_encrypted
    return PdfFile(len(pages), width_mm, height_mm, tuple(_lost(contents, written, locked)))


def _told_pages(reader: PdfReader) -> int:
    """Give how many pages a file says it has; 0 where it does not say."""
    root: Any = resolved(reader.root_object.get("/Pages"))
    count = resolved(root.get("/Count", 0)) if root is not None else 0
    return count if isinstance(count, int) else 0


def _is_whole(page: PageObject) -> bool:
    """Tell whether what a page is drawn by is in the file; an empty page is drawn by nothing."""
    if "/Contents" not in page:
        return True
    contents = resolved(page.get("/Contents"))
    streams = contents if isinstance(contents, list) else [contents]
    return all(resolved(each) is not None for each in streams)


def _lost(contents: Contents, written: str, locked: bool) -> Iterator[Fault]:
    """Say what joining leaves out, a finding a kind."""
    counts = [(contents.running[name], words) for name, words in _RUNNING.items()]
    told = [(count, words) for count, words in counts if count]
    if told:
        what = Text(
            vi=", ".join(f"{count} {words.vi}" for count, words in told),
            en=", ".join(f"{words.en} ({count})" for count, words in told),
        )
        yield Fault("APP019", facts={"found": written, "what": what})
    for code, count in (
        ("APP020", contents.files),
        ("APP021", contents.fields),
        ("APP022", contents.signatures),
    ):
        if count:
            yield Fault(code, facts={"found": written, "count": count})
    if locked:
        yield Fault("APP023", facts={"found": written})


def _kind(head: bytes) -> Text:
    if not head:
        return _EMPTY
    return next((words for start, words in _STARTS if head.startswith(start)), _OTHER)


def _too_large(written: str, count: int, most: int, unit: Text) -> UnreadableError:
    return _refusal("APP015", written, count=count, most=most, unit=unit)


def _refusal(code: str, written: str, **facts: object) -> UnreadableError:
    return UnreadableError(Fault(code, facts={"found": written, **facts}))
