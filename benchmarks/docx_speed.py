"""How fast a Word file is made, against docxtpl used the ordinary way: paired runs, one process.

    python benchmarks/docx_speed.py [--rounds 40]

Each round times, one after the other on the same content and the same template:

- docxtpl: ``DocxTemplate(path)``, ``render(context, autoescape=True)``, ``save`` to memory, a
  fresh object a document. Its context is handed over ready made, which is kind to it;
- ours: ``write_docx(layout)``, or the whole road ``render(path)`` from the YAML file;
- the floor: escape the words, join the strings of the main part, compress them.

The ratio of the medians must not fall below the target. ``--check`` makes that the exit code.
"""

from __future__ import annotations

import argparse
import io
import statistics
import sys
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from docxtpl import DocxTemplate
from markupsafe import Markup

from tests.writers.inspection import paragraph_texts
from vnadmindocs.api import load, render
from vnadmindocs.assets import asset
from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.shape import Layout
from vnadmindocs.writers.docx import write_docx
from vnadmindocs.writers.docx.markup import escape
from vnadmindocs.writers.docx.writer import context_of


@dataclass(frozen=True, slots=True)
class Case:
    """A document to measure.

    Attributes:
        ours: makes the bytes.
        target: how many times faster than docxtpl it must be.
    """

    name: str
    layout: Layout
    ours: Callable[[], bytes]
    target: float


def ordinary_docxtpl(layout: Layout) -> Callable[[], bytes]:
    """Give docxtpl's way of making the same document."""
    path = asset("templates", f"nd30-{layout.size_set}.docx")
    context: Mapping[str, object] = {
        **{name: Markup(value) for name, value in context_of(layout).items()},
        "metadata": layout.metadata,
    }

    def run() -> bytes:
        template = DocxTemplate(path)
        template.render(dict(context), autoescape=True)
        target = io.BytesIO()
        template.save(target)
        return target.getvalue()

    return run


def floor(layout: Layout) -> Callable[[], bytes]:
    """Give what nobody can do without: escape, join, compress."""
    texts = paragraph_texts(write_docx(layout))
    pieces = ['<w:p><w:pPr><w:pStyle w:val="Paragraph"/></w:pPr><w:r><w:t>', "</w:t></w:r></w:p>"]

    def run() -> bytes:
        joined = "".join([pieces[0] + escape(text) + pieces[1] for text in texts]).encode()
        packer = zlib.compressobj(1, zlib.DEFLATED, -15)
        return packer.compress(joined) + packer.flush()

    return run


def cases() -> tuple[Case, ...]:
    """Give the documents measured."""
    letter = asset("examples", "cong-van-so-khcn-hai-phong.yaml")
    decision = asset("examples", "quyet-dinh-khuyen-cong-hai-phong.yaml")
    return (*_both_roads("letter", letter, (60, 20)), *_both_roads("decision", decision, (15, 15)))


def _both_roads(name: str, path: Path, targets: tuple[float, float]) -> tuple[Case, Case]:
    """Measure a record from its Layout and from its YAML file."""
    draft = load(path)
    assert draft.gapped is not None, path
    layout = lay_out(draft.gapped)
    whole = render(path).data
    assert whole == write_docx(layout), path

    def road() -> bytes:
        data = render(path).data
        assert data is not None
        return data

    return (
        Case(f"{name}, Layout to bytes", layout, lambda: write_docx(layout), targets[0]),
        Case(f"{name}, YAML to bytes", layout, road, targets[1]),
    )


def timed(call: Callable[[], bytes], times: int) -> float:
    """Give the seconds one call takes, over a few calls."""
    start = time.perf_counter()
    for _ in range(times):
        call()
    return (time.perf_counter() - start) / times


def main() -> int:
    """Measure every case and print a line each."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=40)
    options.add_argument("--check", action="store_true", help="fail below the target")
    given = options.parse_args()
    missed = False
    for case in cases():
        roads = (ordinary_docxtpl(case.layout), case.ours, floor(case.layout))
        for road in roads:
            road()
        samples: list[list[float]] = [[], [], []]
        # About equal times for each road, so that all meet the same weather.
        times = max(1, round(timed(roads[0], 3) / timed(roads[1], 3)))
        for _ in range(given.rounds):
            for road, calls, kept in zip(roads, (1, times, times), samples, strict=True):
                kept.append(timed(road, calls))
        theirs, ours, least = (statistics.median(kept) * 1000 for kept in samples)
        ratio = theirs / ours
        missed |= ratio < case.target
        print(
            f"{case.name}: docxtpl {theirs:.2f} ms, ours {ours:.3f} ms, {ratio:.0f} times "
            f"(target {case.target:.0f}); floor {least:.3f} ms, {ours / least:.1f} floors"
        )
    return 1 if missed and given.check else 0


if __name__ == "__main__":
    raise SystemExit(main())
