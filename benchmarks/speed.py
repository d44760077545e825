"""How fast documents are made, against docxtpl used the ordinary way.

    python benchmarks/speed.py [--rounds 40] [--processes 20] [--memory]

Every figure is paired: the roads take turns, round by round, so that all meet the same weather,
and medians of processor time are compared. No two documents are the same (``variants.py``). Both
sides print the
same content into the same template; that the two documents are the same is a test
(``tests/writers/test_docx.py``), and their words are compared here once more in every round.

- docxtpl: ``DocxTemplate(path)``, ``render(context, autoescape=True)``, ``save`` to memory, fresh
  for each document. Its context is handed over ready made, which is kind to it;
- whole road: YAML text to the bytes of the .docx: read, checked for what refuses it, laid out,
  written; findings that only advise are made when somebody reads them, and nobody does here;
- from Layout: ``write_docx(layout)``, markup and all;
- floor: what nobody can do without: escape the words, join them with the markup of the main part,
  encode, deflate.

Then one ``vnadmindocs render`` of the letter as a process beside a ten-line docxtpl script, and,
with ``--memory``, what a process holds after 1 000 and after 10 000 different letters. These are
figures to read, never tests that may fail on a busy machine.
"""

from __future__ import annotations

import argparse
import compileall
import gc
import io
import itertools
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import chdir
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import variants
from docxtpl import DocxTemplate
from markupsafe import Markup

from vnadmindocs import load, render
from vnadmindocs.assets import asset
from vnadmindocs.layout.document import lay_out
from vnadmindocs.layout.shape import Layout
from vnadmindocs.writers.docx import write_docx
from vnadmindocs.writers.docx.markup import escape
from vnadmindocs.writers.docx.writer import context_of

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
_TIMES = 3  # over the layouts of a round, so that a round of writing is as long as the others
LETTER = EXAMPLES / "cong-van-so-khcn-hai-phong.yaml"
_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(?=</w:t>)")
_SCRIPT = """\
import json
from docxtpl import DocxTemplate
from markupsafe import Markup
with open({context!r}, encoding="utf-8") as file:
    values = json.load(file)
context = {{name: Markup(value) for name, value in values["markup"].items()}}
context["metadata"] = values["metadata"]
template = DocxTemplate({template!r})
template.render(context, autoescape=True)
template.save({output!r})
"""


@dataclass(frozen=True)
class Case:
    """Documents to measure, and how many times faster than docxtpl each road should be.

    Attributes:
        make: gives the text of a record that differs from every other, by its serial number; the
            files it names are in the folder, or written into it.
        turns: how many documents a round makes: about as long as docxtpl takes for one.
    """

    name: str
    make: Callable[[int, Path], str]
    turns: int
    whole: float
    layout: float


CASES = (
    Case("letters of one office", variants.letter, 12, whole=20, layout=60),
    Case("letters of different offices", variants.stranger, 12, whole=20, layout=60),
    Case("decisions with their appendix", variants.decision, 3, whole=15, layout=15),
)


def layout_of(text: str) -> Layout:
    """Lay a record out."""
    record = load(text).record
    if record is None:
        raise SystemExit("a text of the benchmark is no complete record")
    return lay_out(record)


def template_of(layout: Layout) -> str:
    """Name the shipped template of a layout."""
    return str(asset("templates", f"nd30-{layout.size_set}.docx"))


def metadata_of(layout: Layout) -> Mapping[str, str]:
    """Give the core properties a template may ask for."""
    made = layout.metadata
    return {name: getattr(made, name) or "" for name in type(made).__dataclass_fields__}


def by_docxtpl(layout: Layout) -> Callable[[], bytes]:
    """Give docxtpl's way of making the document."""
    path, metadata = template_of(layout), metadata_of(layout)
    markup = {name: Markup(value) for name, value in context_of(layout).items()}

    def run() -> bytes:
        template = DocxTemplate(path)
        template.render({**markup, "metadata": metadata}, autoescape=True)
        target = io.BytesIO()
        template.save(target)
        return target.getvalue()

    return run


def whole_road(text: str) -> bytes:
    """Go our way from the text of the record; its files are found from the working folder."""
    data = render(text).data
    assert data is not None
    return data


def floor(layout: Layout) -> Callable[[], bytes]:
    """Give what is left when nothing must be decided: escape, join, deflate."""
    with zipfile.ZipFile(io.BytesIO(write_docx(layout))) as package:
        document = package.read("word/document.xml").decode()
    pieces = _TEXT.split(document)
    literals = [a + b for a, b in zip(pieces[0::3], [*pieces[1::3], ""], strict=True)]
    words = [
        text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        for text in pieces[2::3]
    ]

    def run() -> bytes:
        joined = [literals[0]]
        for text, literal in zip(words, literals[1:], strict=False):
            joined += (escape(text), literal)
        packer = zlib.compressobj(1, zlib.DEFLATED, -15, 5)
        return packer.compress("".join(joined).encode()) + packer.flush()

    return run


def words_of(data: bytes) -> list[str]:
    """Give the texts of the main part."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        document = package.read("word/document.xml").decode()
    return [text for _, text in _TEXT.findall(document)]


def seconds(calls: Sequence[Callable[[], object]]) -> float:
    """Give the processor time of one call, over all of these.

    Whoever runs pays for no garbage but its own: docxtpl leaves trees behind that Python would
    else clear away while the next road is on the clock.
    """
    gc.collect()
    start = time.process_time()
    for call in calls:
        call()
    return (time.process_time() - start) / len(calls)


def documents(case: Case, rounds: int) -> None:
    """Measure and print one kind of document, in the folder that the working folder is."""
    samples: list[tuple[float, ...]] = []
    serials = itertools.count(1)

    def fresh() -> list[str]:
        return [case.make(next(serials), Path()) for _ in range(case.turns)]

    # The first round imports and prepares; it is measured and not counted.
    for _ in range(rounds + 1):
        text = case.make(next(serials), Path())
        theirs = by_docxtpl(layout_of(text))
        if words_of(theirs()) != words_of(whole_road(text)):
            raise SystemExit(f"{case.name}: the two documents differ")
        layouts = [layout_of(text) for text in fresh()]
        floors = [floor(layout) for layout in layouts]
        samples.append(
            (
                seconds([theirs]),
                seconds([partial(whole_road, text) for text in fresh()]),
                seconds([partial(write_docx, layout) for layout in layouts] * _TIMES),
                seconds(floors * _TIMES),
            )
        )
    docxtpl, road, written, bare = (
        statistics.median(kept) * 1000 for kept in zip(*samples[1:], strict=True)
    )
    # Of each round, for a busy machine is so for all that run at one time.
    times, of_layout = (
        statistics.median(each[0] / each[way] for each in samples[1:]) for way in (1, 2)
    )
    print(f"{case.name}: docxtpl {docxtpl:.2f} ms")
    print(f"  whole road   {road:7.3f} ms  {times:5.1f} times (aim {case.whole:.0f})")
    print(f"  from Layout  {written:7.3f} ms  {of_layout:5.1f} times (aim {case.layout:.0f})")
    print(
        f"  floor        {bare:7.3f} ms  the whole road is {road / bare:.1f} floors,"
        f" Layout to bytes {written / bare:.1f}"
    )


def processes(rounds: int) -> None:
    """Measure a process of ours beside a ten-line docxtpl script, and print it."""
    layout = layout_of(LETTER.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        context, script = Path(folder, "context.json"), Path(folder, "script.py")
        values = {"markup": context_of(layout), "metadata": metadata_of(layout)}
        context.write_text(json.dumps(values), encoding="utf-8")
        output = str(Path(folder, "document.docx"))
        script.write_text(
            _SCRIPT.format(context=str(context), template=template_of(layout), output=output)
        )
        ours = [sys.executable, "-m", "vnadmindocs", "render", str(LETTER), "-o", output]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}

        commands = ([sys.executable, str(script)], ours, [sys.executable, "-c", ""])
        # An installed wheel is compiled; a checkout just edited is not.
        compileall.compile_dir(ROOT / "vnadmindocs", quiet=2)
        samples: list[list[tuple[float, float]]] = [[] for _ in commands]
        for _ in range(rounds + 1):
            for command, kept in zip(commands, samples, strict=True):
                kept.append(_process_seconds(command, environment))
    (script_s, script_cpu), (ours_s, ours_cpu), (empty_s, empty_cpu) = (
        [statistics.median(figures) * 1000 for figures in zip(*kept[1:], strict=True)]
        for kept in samples
    )
    print(
        f"process: docxtpl script {script_s:.0f} ms, vnadmindocs render {ours_s:.0f} ms:"
        f" {ours_s / script_s:.2f} of it; an empty Python {empty_s:.0f} ms"
    )
    print(
        f"  processor time: {script_cpu:.0f} ms, {ours_cpu:.0f} ms: {ours_cpu / script_cpu:.2f};"
        f" {empty_cpu:.0f} ms"
    )


def _process_seconds(command: Sequence[str], environment: Mapping[str, str]) -> tuple[float, float]:
    """Run a process; give the seconds that passed, and those of the processor."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    passed, after = time.perf_counter() - start, os.times()
    user = after.children_user - before.children_user
    return passed, user + after.children_system - before.children_system


def memory() -> None:
    """Print what this process holds after a thousand and after ten thousand different letters."""
    for done in range(1, 10_001):
        whole_road(variants.letter(done, EXAMPLES))
        if done in (1_000, 10_000):
            print(f"memory after {done} documents: {_resident_kb()} kB")


def _resident_kb() -> int:
    """Read what the process holds now; Linux only."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024


def main() -> None:
    """Measure everything asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=40)
    options.add_argument("--processes", type=int, default=20)
    options.add_argument("--memory", action="store_true")
    given = options.parse_args()
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder, chdir(folder):
            # The profile of the one office has stood there for a while; others are read anew.
            shutil.copytree(EXAMPLES / "co-quan", "co-quan")
            documents(case, given.rounds)
    os.chdir(EXAMPLES)
    if given.processes:
        processes(given.processes)
    if given.memory:
        memory()


if __name__ == "__main__":
    main()
