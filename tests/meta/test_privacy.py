"""What no file of the project may hold."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.meta.tree import project_files, shown

# Written in pieces, so that this file does not hold what it looks for.
REGISTRIES = "|".join(
    re.escape(".".join(parts))
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("deb", "debian", "org"),
        ("yarnpkg", "com"),
        ("crates", "io"),
    )
)
FORBIDDEN = {
    "a path of one machine": re.compile(r"(?<![\w.~-])/(?:work|root|home|Users|opt)/\w"),
    "the host of a package registry": re.compile(REGISTRIES),
    "a mobile number": re.compile(
        r"(?<![\w.,/-])(?:\+?84|0)[ .-]?[35789](?:[ .-]?[0-9]){8}(?![\w/]|[.,][0-9])"
    ),
}


def _texts(path: Path) -> Iterator[str]:
    """Give the text of a file, or of the members of an archive; pictures have none."""
    data = path.read_bytes()
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())
    elif b"\0" not in data[:1024]:
        yield data.decode("utf-8", "ignore")


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds_what_belongs_to_one_machine_or_person(what: str) -> None:
    """Every tracked file, archives opened."""
    found = [
        f"{shown(path)}: {match.group()}"
        for path in project_files()
        for text in _texts(path)
        for match in FORBIDDEN[what].finditer(text)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ĐT: 09" + "12345678", True),
        ("0912" + ".345.678", True),
        ("+84 912" + " 345 678", True),
        ("0912xxx678", False),
        ("028.38291670", False),
        ("sha256:a09" + "12345678b", False),
        ("1.0" + "912345678", False),
    ],
)
def test_a_mobile_number_is_known_from_other_numbers(text: str, found: bool) -> None:
    """Masked numbers, lines of offices and hashes are no mobile numbers."""
    assert bool(FORBIDDEN["a mobile number"].search(text)) == found
