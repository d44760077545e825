"""Whatever a file holds, a check ends soon, with findings and without an exception."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.record.mutations import EXAMPLES, mutated_records
from vnadmindocs.api import check, load, render
from vnadmindocs.diagnostics import Diagnostic, Severity
from vnadmindocs.diagnostics.reports import report
from vnadmindocs.record.typed_document import TypedDocument

SECONDS = 2.0
HEAD = "loại: thông báo\ncơ quan: SỞ NỘI VỤ\ntrích yếu: Về việc nghỉ lễ\n"
FUZZ = settings(max_examples=150, suppress_health_check=list(HealthCheck))


@contextmanager
def soon() -> Iterator[None]:
    """Allow two seconds of this process."""
    started = time.process_time()
    yield
    assert time.process_time() - started < SECONDS


def codes(found: tuple[Diagnostic, ...]) -> set[str]:
    """Name the codes of the fatal findings."""
    return {each.code for each in found if each.severity is Severity.FATAL}


ALIASES = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + chr(ord(name) - 1)] * 9)}]\n" for name in "bcdefghij"
)
DEEP = "nội dung:\n" + "".join(f"{'  ' * depth}- \n" for depth in range(1, 600))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (ALIASES.encode(), "SCH020"),
        (HEAD.encode() + b"# " + b"x" * (10 * 1024 * 1024), "YML001"),
        (bytes(range(256)) * 1000, "YML043"),
        (b"\0" * 100_000, "YML043"),
        (b"PK\x03\x04" + bytes(2000), "YML002"),
        (b"%PDF-1.7\n" + bytes(2000), "YML002"),
        (b"", "YML010"),
        ((HEAD + "nội dung: " + "[" * 20_000).encode(), "YML013"),
        ((HEAD + "nội dung: " + "{a: " * 5_000).encode(), "YML013"),
        ((HEAD + DEEP).encode(), "YML013"),
        ((HEAD + "nội dung: chữ\0chữ").encode(), "YML043"),
    ],
    ids=[
        "alias bomb", "over 10 MB", "binary", "nulls", "a Word file", "a PDF", "empty",
        "brackets", "braces", "indents", "a null in text",
    ],
)  # fmt: skip
def test_a_hostile_file_is_refused_soon(data: bytes, code: str) -> None:
    """This test shows that nothing is expanded, recursed into or waited for."""
    with soon():
        found = check(data)
    assert code in codes(found)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (HEAD + "".join(f"khóa {n}: x\n" for n in range(100_000)), False),
        (HEAD + "nội dung: " + "dài " * 500_000, True),
        (HEAD + "nội dung: |\n" + "  a) b\n" * 30_000, True),
        (HEAD + "nội dung: |\n  " + "*" * 100_000 + "\n", True),
        (HEAD + "nội dung: |\n  " + "[^" * 50_000 + "\n", True),
        (HEAD + "nội dung: |\n  " + "{giữa} " * 20_000 + "\n", True),
        (HEAD + "nội dung: |\n  " + "> " * 20_000 + "\n", True),
        (HEAD + "nội dung: x\nký: |\n" + "  GIÁM ĐỐC\n" * 20_000, True),
        (HEAD + "nội dung: x\nnơi nhận: |\n" + "  (để b/c)\n" * 20_000, True),
        (HEAD + "nội dung: x\nngày: " + "1/" * 50_000, False),
        (HEAD + "nội dung:\n  - bảng:\n      cột: a\n      hàng: |\n        " + "|" * 99_999, True),
    ],
    ids=[
        "100,000 keys", "a very long line", "30,000 points", "asterisks", "footnotes", "marks",
        "quotes", "offices", "brackets", "a date", "bars",
    ],
)  # fmt: skip
def test_a_large_record_is_checked_in_time_that_grows_with_its_size(
    text: str, printed: bool
) -> None:
    """This test shows that no pattern or parser is quadratic in what a file may hold."""
    started = time.process_time()
    found = check(text)
    assert time.process_time() - started < 4 * SECONDS
    assert printed or codes(found) or any(each.severity is Severity.ERROR for each in found)


def test_a_lone_surrogate_in_a_text_is_found() -> None:
    """This test shows that a text which no file can hold is a finding, not a crash."""
    found = check(HEAD + "nội dung: chữ \ud800 chữ\n")
    assert codes(found) == {"YML004"}


@pytest.mark.parametrize("letter", ["\uffff", "\ufffe", "\ud800", "\U0001ffff", "\x01", "\ue000"])
@pytest.mark.parametrize("field", ["subject", "body", "appendices"])
def test_a_character_that_cannot_be_printed_is_left_out_by_force(letter: str, field: str) -> None:
    """This test shows that a mapping, a record and YAML lose the same, and say the same of it."""
    attached = {"title": "Danh sách", "body": f"chữ{letter} chữ"}
    values: dict[str, object] = {
        "type": "thông báo",
        "agency": "SỞ NỘI VỤ",
        "subject": "Về việc nghỉ lễ",
        "body": "Nghỉ lễ./.",
        field: [attached] if field == "appendices" else f"chữ{letter} chữ",
    }
    attached_lines = f"appendices:\n  - title: Danh sách\n    body: chữ{letter} chữ\n"
    lines = (
        attached_lines
        if key == "appendices"
        else f"{key}: {json.dumps(each, ensure_ascii=False)}\n"
        for key, each in values.items()
    )
    escaped = "".join(lines).replace(f"chữ{letter} chữ", f'"chữ\\U{ord(letter):08x} chữ"')
    escaped = escaped.replace('""', '"')
    found = [
        (codes(made.diagnostics), made.left_out)
        for made in (
            render(values, force=True),
            render(TypedDocument.from_values(values), force=True),
            render(escaped, force=True),
        )
        if made.data is not None
    ]
    where = "appendices/0/body" if field == "appendices" else field
    left_out = (where,) if letter in "\uffff\ufffe\ud800" else ()
    in_yaml = {"YML029"} if letter == "\ud800" else {"FNT001"}
    assert found == (
        [(set(), ())] * 3
        if letter == "\x01"
        else [({"FNT001"}, left_out), ({"FNT001"}, left_out), (in_yaml, left_out)]
    )


def test_a_finding_about_half_a_character_can_be_written_down() -> None:
    """This test shows that no report holds the half it speaks of."""
    found = check({"loại": "thông báo", "cơ quan": "SỞ", "trích yếu": "a\ud800", "nội dung": "b"})
    assert codes(found) == {"FNT001"}
    report(found, "json", "vi").encode()


@FUZZ
@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_characters_in_a_mapping_or_a_record_never_raise(text: str) -> None:
    """This test shows that Python may hand over what no file can hold, refused or forced."""
    values = {"type": "thông báo", "agency": "SỞ NỘI VỤ", "subject": text, "body": text}
    for source in (
        values,
        TypedDocument.from_values(
            {**values, "subject": "Về việc", "archive": " ".join(text.split())}
        ),
    ):
        assert render(source, force=True).data is not None
        check(source)


def test_a_folder_a_device_and_a_pipe_are_refused(tmp_path: Path) -> None:
    """This test shows that only files are opened: a pipe would be waited for."""
    os.mkfifo(tmp_path / "ống.yaml")
    with soon():
        assert codes(check(tmp_path)) == {"OUT011"}
        assert codes(check(Path("/dev/zero"))) == {"OUT011"}
        assert codes(check(tmp_path / "ống.yaml")) == {"OUT011"}
        assert codes(check(tmp_path / "không có.yaml")) == {"OUT010"}
        assert codes(check(Path("a\0b"))) == {"OUT010"}
        assert codes(check(Path("x" * 5_000))) == {"OUT010"}


def test_a_record_cannot_make_a_pipe_be_read(tmp_path: Path) -> None:
    """This test shows that files a record names are files too."""
    os.mkfifo(tmp_path / "ống.csv")
    record = tmp_path / "thu.yaml"
    record.write_text(HEAD + "nội dung:\n  - bảng:\n      dữ liệu: ống.csv\n", encoding="utf-8")
    with soon():
        assert codes(check(record)) == {"SCH032"}


def test_a_profile_of_many_profiles_ends(tmp_path: Path) -> None:
    """This test shows that a chain of superior bodies is followed to its end, a loop is not."""
    for number in range(300):
        text = f"tên đầy đủ: Cơ quan {number}\ncơ quan chủ quản: {(number + 1) % 300}.yaml\n"
        (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
    record = tmp_path / "thu.yaml"
    record.write_text(HEAD.replace("SỞ NỘI VỤ", "0.yaml") + "nội dung: x\n", encoding="utf-8")
    with soon():
        found = check(record)
    assert "SCH035" in codes(found)


@FUZZ
@given(st.binary(max_size=400))
def test_arbitrary_bytes_never_raise(data: bytes) -> None:
    """This test shows that a check ends with findings for any bytes at all."""
    load(data)
    check(data)


@FUZZ
@given(st.text(max_size=300))
def test_arbitrary_text_never_raises(text: str) -> None:
    """This test shows that a body, a signature and a list of any characters can be read."""
    lines = "".join(f"  {line}\n" for line in text.split("\n"))
    fields = ("nội dung", "ký", "nơi nhận", "kính gửi", "căn cứ", "số", "ngày", "cơ quan")
    for field in fields:
        head = "loại: công văn\n" if field == "cơ quan" else HEAD
        check(f"{head}{field}: |\n{lines}")


@FUZZ
@given(mutated_records())
def test_mutated_examples_never_raise_and_force_gives_a_file_or_none(
    record: dict[str, object],
) -> None:
    """This test shows that what can go wrong in a record is a finding, in check and in render."""
    check(record, root=EXAMPLES)
    rendering = render(record, force=True, root=EXAMPLES)
    assert rendering.data is None or rendering.data.startswith(b"PK")
