"""One thing in a fresh process, its figures printed as JSON.

    python benchmarks/alone.py first DOCUMENT       the first PDF of a process, imports included
    python benchmarks/alone.py pages TIMES OUTPUT   the articles of the decision TIMES over
    python benchmarks/alone.py rows ROWS OUTPUT     a letter with a table of that many rows
    python benchmarks/alone.py many LETTERS         what the process holds after many letters

``peak_mb`` is the most the process ever held, in MiB.
"""

from __future__ import annotations

import time

STARTED = time.perf_counter()

import json  # noqa: E402 - the clock runs from before the first import
import os  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402

import records  # noqa: E402


def held_mb(name: str) -> float:
    """Give what this process holds (``VmRSS``) or held at most (``VmHWM``), in MiB.

    ``getrusage`` would count what the parent held when it started us; it is asked only where
    there is no /proc.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 if sys.platform == "linux" else 1024 * 1024)


def made(text: str) -> bytes:
    """Make the PDF of a record."""
    from vnadmindocs import render

    data = render(text, to="pdf").data
    assert isinstance(data, bytes)
    return data


def first(document: str) -> dict[str, object]:
    """Make one document, nothing being there before."""
    data = made(records.DOCUMENTS[document](1))
    return {"seconds": time.perf_counter() - STARTED, "bytes": len(data)}


def large(text: str, output: Path) -> dict[str, object]:
    """Make one large document, and leave it in a file."""
    start = time.perf_counter()
    data = made(text)
    seconds, peak = time.perf_counter() - start, held_mb("VmHWM")
    output.write_bytes(data)
    import pypdf

    pages = len(pypdf.PdfReader(output).pages)
    return {"pages": pages, "seconds": seconds, "peak_mb": peak, "bytes": len(data)}


def many(letters: int) -> dict[str, object]:
    """Make letters, and look ten times at what is held."""
    held = {}
    for number in range(1, letters + 1):
        made(records.dispatch(number))
        if number % max(letters // 10, 1) == 0:
            held[number] = round(held_mb("VmRSS"), 1)
    return {"held_mb": held, "peak_mb": held_mb("VmHWM")}


def main() -> None:
    """Do what is asked for."""
    command, *given = sys.argv[1:]
    output = Path(given[-1]).resolve()
    os.chdir(records.EXAMPLES)
    if command == "first":
        figures = first(given[0])
    elif command == "pages":
        figures = large(records.large_text(int(given[0])), output)
    elif command == "rows":
        figures = large(records.large_table(int(given[0])), output)
    elif command == "many":
        figures = many(int(given[0]))
    else:
        raise SystemExit(__doc__)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
