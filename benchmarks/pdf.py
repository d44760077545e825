"""How fast PDF files are made, against LibreOffice on the .docx of the same documents.

    python benchmarks/pdf.py [--parts warm cold batch process memory] [--python PYTHON] ...

Ours is the whole road, from the text of a YAML record to the bytes of a PDF/A-2a with tags.
LibreOffice is handed the .docx ready made (by us, outside the clock), by path, and is measured
writing a plain PDF and a tagged PDF/A-2b (``office.py``: it has no 2a). It is reached three ways:
one warm unoserver, a warm UNO connection, one soffice call a file.

All roads take turns, round by round, so that all meet the same weather; a ratio is that of a round,
and medians are shown with their quartiles. No two documents are the same (``records.py``). The
processor time beside it is that of this process, or of LibreOffice and all that serves it.
These are figures to read, never tests that may fail on a busy machine.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import office
import records
from office import Rival

from vnadmindocs import render

AIMS = {"one-page letter": 10, "letter with a table of 40 rows": 6}
PARTS = ("warm", "cold", "batch", "process", "memory")
ADVICE_UNO = "a Python with uno (apt-get install python3-uno)"
ADVICE_UNOSERVER = f"{ADVICE_UNO} and unoserver in it (pip install unoserver): --python"
_TURNS_OF_OURS = {"decision with its appendix": 2}  # in a round; others 5
_CHUNK = 25
_serials = itertools.count(1)


@dataclass
class Samples:
    """What was measured of one road: seconds of each round, processor seconds of each document."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


def pdf_of(text: str) -> bytes:
    """Make the PDF of a record."""
    return _made(text, "pdf")


def docx_of(text: str) -> bytes:
    """Make the .docx of a record."""
    return _made(text, "docx")


def size_of(text: str) -> int:
    """Make the PDF of a record; for workers, whose answers travel."""
    return len(pdf_of(text))


def _made(text: str, to: Any) -> bytes:
    data = render(text, to=to).data
    assert isinstance(data, bytes)
    return data


# Warm


def warm(documents: Sequence[str], rivals: Sequence[Rival], rounds: int, calls: int) -> None:
    """Measure documents one after the other in processes that are warm."""
    for document in documents:
        make = records.DOCUMENTS[document]
        samples = {"ours": Samples()}
        with tempfile.TemporaryDirectory() as folder:
            given, made = Path(folder, "given.docx"), Path(folder, "made.pdf")
            text = make(next(_serials))
            given.write_bytes(docx_of(text))
            ours = pdf_of(text)
            for rival, kind in _ways(rivals):
                rival.convert(given, made, kind)
                compare(ours, made.read_bytes(), f"{document}, {rival.name}")
                samples[f"{rival.name} {kind}"] = Samples()
            for number in range(rounds):
                texts = [make(next(_serials)) for _ in range(_TURNS_OF_OURS.get(document, 5))]
                given.write_bytes(docx_of(texts[0]))
                _take(samples["ours"], partial(_each, pdf_of, texts), len(texts))
                for rival, kind in _ways(rivals):
                    if rival.each_round or number < calls:
                        before = rival.cpu()
                        seconds = rival.convert(given, made, kind)
                        kept = samples[f"{rival.name} {kind}"]
                        kept.wall.append(seconds)
                        kept.cpu.append(rival.cpu() - before)
        show(document, samples)


def compare(ours: bytes, theirs: bytes, what: str) -> None:
    """Say where two PDF files have not the same pages or the same letters."""
    for name, read in (("pages", _pages), ("letters", _letters)):
        if read(ours) != read(theirs):
            print(f"NOTE: {what}: not the same {name}")


def show(document: str, samples: dict[str, Samples]) -> None:
    """Print the table of one document."""
    ours = samples["ours"]
    print(f"\n### {document} ({len(ours.wall)} rounds)\n")
    print("| Road | ms a document | processor ms | times slower | times the processor |")
    print("|---|---|---|---|---|")
    for road, kept in samples.items():
        if not kept.wall:
            continue
        ratios = [theirs / mine for theirs, mine in zip(kept.wall, ours.wall, strict=False)]
        cpu = statistics.fmean(kept.cpu)
        spent = cpu / statistics.fmean(ours.cpu)
        row = (road, quartiles(kept.wall, 1000), f"{cpu * 1000:.1f}")
        print(f"| {' | '.join(row)} | {quartiles(ratios, 1)} | {spent:.1f} |")
    aim = AIMS.get(document)
    if aim and "unoserver pdfa" in samples:
        print(f"\nThe aim is {aim} times against unoserver.")


def quartiles(values: Sequence[float], factor: float) -> str:
    """Give a median with its quartiles."""
    if len(values) < 2:
        return f"{values[0] * factor:.3g}"
    low, middle, high = (
        each * factor for each in statistics.quantiles(values, n=4, method="inclusive")
    )
    return f"{_short(middle)} ({_short(low)}–{_short(high)})"


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}"


def _take(kept: Samples, call: Callable[[], object], times: int) -> None:
    """Measure a call that makes several documents."""
    cpu, start = time.process_time(), time.perf_counter()
    call()
    kept.wall.append((time.perf_counter() - start) / times)
    kept.cpu.append((time.process_time() - cpu) / times)


def _each(make: Callable[[str], bytes], texts: Iterable[str]) -> None:
    for text in texts:
        make(text)


def _ways(rivals: Sequence[Rival]) -> list[tuple[Rival, str]]:
    return [(rival, kind) for rival in rivals for kind in office.OPTIONS]


def _pages(data: bytes) -> int:
    return len(_reader(data).pages)


def _letters(data: bytes) -> Counter[str]:
    text = "".join(page.extract_text() for page in _reader(data).pages)
    return Counter("".join(text.split()))


def _reader(data: bytes) -> Any:
    import io

    import pypdf

    return pypdf.PdfReader(io.BytesIO(data))


# Cold


def cold(documents: Sequence[str], starts: dict[str, Callable[[], Rival]], times: int) -> None:
    """Measure the first document of a process, from its start."""
    print("\n### Cold: from nothing to the first PDF\n")
    print("| Road | " + " | ".join(f"{each}, ms" for each in documents) + " |")
    print("|---|" + "---|" * len(documents))
    measured: dict[str, list[list[float]]] = {
        name: [[] for _ in documents] for name in ("ours", *starts)
    }
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder, "given.docx"), Path(folder, "made.pdf")
        for _ in range(times):
            for column, document in enumerate(documents):
                given.write_bytes(docx_of(records.DOCUMENTS[document](1)))
                measured["ours"][column].append(_first(document))
                for name, start in starts.items():
                    with start() as rival:
                        seconds = rival.start_seconds + rival.convert(given, made, "pdfa")
                    measured[name][column].append(seconds)
    for name, columns in measured.items():
        print(f"| {name} | " + " | ".join(quartiles(each, 1000) for each in columns) + " |")


def _first(document: str) -> float:
    """Give the seconds of a whole process that makes one document."""
    start = time.perf_counter()
    alone("first", document)
    return time.perf_counter() - start


# Many, alone, large


def batch(letters: int) -> None:
    """Measure many letters with two workers: threads, and processes that are spawned.

    Never forked: a process forked after its parent used typst hangs.
    """
    texts = [records.dispatch(next(_serials)) for _ in range(letters)]
    print(f"\n### {letters} letters\n\n| Workers | s | letters a second |\n|---|---|---|")
    pdf_of(texts[0])
    start = time.perf_counter()
    _each(pdf_of, texts)
    _show_batch("one", letters, time.perf_counter() - start)
    spawned = partial(ProcessPoolExecutor, mp_context=get_context("spawn"))
    workers: tuple[tuple[str, Callable[..., Executor]], ...] = (
        ("two threads", ThreadPoolExecutor),
        ("two spawned processes, their start included", spawned),
    )
    for name, pool in workers:
        texts = [records.dispatch(next(_serials)) for _ in range(letters)]
        start = time.perf_counter()
        with pool(max_workers=2) as executor:
            sizes = list(executor.map(size_of, texts, chunksize=_CHUNK))
        assert len(sizes) == letters
        _show_batch(name, letters, time.perf_counter() - start)


def _show_batch(name: str, letters: int, seconds: float) -> None:
    print(f"| {name} | {seconds:.1f} | {letters / seconds:.0f} |", flush=True)


def process(start: Callable[[], Rival] | None, times: int) -> None:
    """Measure one document as one process."""
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder, "given.docx"), Path(folder, "made.pdf")
        record = records.EXAMPLES / "dispatch.yaml"
        given.write_bytes(_made(record.read_text(encoding="utf-8"), "docx"))
        ours = [sys.executable, "-m", "vnadmindocs", "render", str(record), "--to", "pdf"]
        roads: dict[str, Callable[[], object]] = {
            "vnadmindocs render --to pdf": partial(_run, [*ours, "-o", str(made)]),
            "an empty Python": partial(_run, [sys.executable, "-c", ""]),
        }
        with ExitStack() as open_ones:
            if start is not None:
                per_file = open_ones.enter_context(start())
                roads["soffice --convert-to pdf"] = partial(per_file.convert, given, made, "pdfa")
            samples: dict[str, list[float]] = {name: [] for name in roads}
            for number in range(times + 1):
                for name, call in roads.items():
                    begun = time.perf_counter()
                    call()
                    if number:  # the first round warms the disk
                        samples[name].append(time.perf_counter() - begun)
    print("\n### One letter, one process\n\n| Command | ms |\n|---|---|")
    for name, kept in samples.items():
        print(f"| {name} | {quartiles(kept, 1000)} |")


def memory(letters: int) -> None:
    """Measure what large documents need, and what is held after many letters."""
    print("\n### Large documents, each in a fresh process\n")
    print("| Document | pages | s | peak, MiB | file, MB |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        output = str(Path(folder, "large.pdf"))
        for name, command, count in (
            ("articles and points", "pages", records.TIMES_FOR_300_PAGES),
            ("a table of 5,000 rows", "rows", 5_000),
        ):
            made = alone(command, str(count), output)
            figures = f"{made['seconds']:.1f} | {made['peak_mb']:.0f} | {made['bytes'] / 1e6:.1f}"
            print(f"| {name} | {made['pages']} | {figures} |", flush=True)
    held = alone("many", str(letters))["held_mb"]
    print("\nHeld after letters, MiB: " + ", ".join(f"{n}: {mb}" for n, mb in held.items()))


def alone(*command: str) -> dict[str, Any]:
    """Run ``alone.py`` in a process of its own."""
    script = str(Path(__file__).with_name("alone.py"))
    ran = subprocess.run(
        [sys.executable, script, *command], check=True, stdout=subprocess.PIPE, env=_environment()
    )
    figures = json.loads(ran.stdout)
    assert isinstance(figures, dict)
    return figures


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=_environment())


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(records.EXAMPLES.parent)}


def found_rivals(python: str | None, soffice: str | None) -> dict[str, Callable[[], Rival]]:
    """Give how each rival that is there is started; who is not is named."""
    found: dict[str, Callable[[], Rival]] = {}
    try:
        program = office.find_soffice(soffice)
    except office.MissingError as missing:
        print(f"Not measured against LibreOffice: {missing} is missing")
        return found
    for name, module, advice in (
        ("unoserver", "uno, unoserver.client", ADVICE_UNOSERVER),
        ("uno", "uno", ADVICE_UNO),
    ):
        try:
            interpreter = office.find_python(python, module, advice)
        except office.MissingError as missing:
            print(f"Not measured against {name}: {missing}")
        else:
            found[name] = partial(office.Answering, name, interpreter, program)
    found["soffice"] = partial(office.PerFile, program)
    return found


def main() -> None:
    """Measure everything asked for."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    options.add_argument("--documents", nargs="+", choices=[*records.DOCUMENTS], default=None)
    options.add_argument("--rounds", type=int, default=30)
    options.add_argument("--calls", type=int, default=5, help="rounds with soffice calls, colds")
    options.add_argument("--letters", type=int, default=1_000)
    options.add_argument("--python", help="a Python with uno and unoserver")
    options.add_argument("--soffice", help="the program of LibreOffice")
    given = options.parse_args()
    os.chdir(records.EXAMPLES)
    documents = given.documents or [*records.DOCUMENTS]
    starts = found_rivals(given.python, given.soffice)
    if "warm" in given.parts:
        with ExitStack() as open_ones:
            rivals = [open_ones.enter_context(start()) for start in starts.values()]
            for rival in rivals:
                print(f"Against {rival.name} {rival.version}")
            warm(documents, rivals, given.rounds, given.calls)
    if "cold" in given.parts:
        cold(documents, starts, given.calls)
    if "batch" in given.parts:
        batch(given.letters)
    if "process" in given.parts:
        process(starts.get("soffice"), given.calls)
    if "memory" in given.parts:
        memory(given.letters)


if __name__ == "__main__":
    main()
