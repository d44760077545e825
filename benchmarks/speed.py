"""How fast documents are made, against docxtpl used the ordinary way.

    python benchmarks/speed.py [--rounds 40] [--processes 20] [--memory]

Every figure is paired: the roads take turns, round by round, so that all meet the same weather,
and medians are compared. Both sides print the same content into the same template; that the two
documents are the same is a test (``tests/writers/test_docx.py``), and their words are compared
here once more before anything is timed.

- docxtpl: ``DocxTemplate(path)``, ``render(context, autoescape=True)``, ``save`` to memory, fresh
  for each document. Its context is handed over ready made, which is kind to it;
- whole road: YAML text to the bytes of the .docx: read, checked, laid out, written;
- from Layout: ``write_docx(layout)``, markup and all;
- floor: what nobody can do without: escape the words, join them with the markup of the main part,
  encode, deflate.

Then one ``vnadmindocs render`` of the letter as a process beside a ten-line docxtpl script, and,
with ``--memory``, what a process holds after 1 000 and after 10 000 documents. These are figures
to read, never tests that may fail on a busy machine.
"""

from __future__ import annotations

import argparse
import compileall
import io
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

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
    """A document to measure, and how many times faster than docxtpl each road should be."""

    name: str
    file: str
    whole: float
    layout: float | None


CASES = (
    Case("letter", "cong-van-so-khcn-hai-phong.yaml", whole=20, layout=60),
    Case("decision with its appendix", "quyet-dinh-khuyen-cong-hai-phong.yaml", 15, None),
)


def layout_of(case: Case) -> Layout:
    """Lay an example out."""
    record = load(EXAMPLES / case.file).record
    if record is None:
        raise SystemExit(f"{case.file} is no complete record")
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


def whole_road(case: Case) -> Callable[[], bytes]:
    """Give our way from the text of the record; its files are found from the working folder."""
    text = (EXAMPLES / case.file).read_text(encoding="utf-8")

    def run() -> bytes:
        data = render(text).data
        assert data is not None
        return data

    return run


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


def seconds(call: Callable[[], object], times: int) -> float:
    """Give the time of one call, over a few."""
    start = time.perf_counter()
    for _ in range(times):
        call()
    return (time.perf_counter() - start) / times


def take_turns(roads: Sequence[tuple[Callable[[], object], int]], rounds: int) -> list[float]:
    """Give the median seconds of each road, the roads taking turns.

    Args:
        roads: each with how often it runs in a round: about equal times for all.
        rounds: how many rounds.
    """
    samples: list[list[float]] = [[] for _ in roads]
    for _ in range(rounds):
        for (call, times), kept in zip(roads, samples, strict=True):
            kept.append(seconds(call, times))
    return [statistics.median(kept) for kept in samples]


def documents(case: Case, rounds: int) -> None:
    """Measure and print one document."""
    layout = layout_of(case)
    theirs, whole, least = by_docxtpl(layout), whole_road(case), floor(layout)
    if words_of(theirs()) != words_of(whole()):
        raise SystemExit(f"{case.file}: the two documents differ")
    whole(), write_docx(layout), least()
    medians = take_turns(
        ((theirs, 1), (whole, 5), (lambda: write_docx(layout), 25), (least, 25)), rounds
    )
    docxtpl, road, written, bare = (median * 1000 for median in medians)
    aim = f" (aim {case.layout:.0f})" if case.layout else ""
    print(f"{case.name}: docxtpl {docxtpl:.2f} ms")
    print(f"  whole road   {road:7.3f} ms  {docxtpl / road:5.1f} times (aim {case.whole:.0f})")
    print(f"  from Layout  {written:7.3f} ms  {docxtpl / written:5.1f} times{aim}")
    print(
        f"  floor        {bare:7.3f} ms  the whole road is {road / bare:.1f} floors,"
        f" Layout to bytes {written / bare:.1f}"
    )


def processes(case: Case, rounds: int) -> None:
    """Measure a process of ours beside a ten-line docxtpl script, and print it."""
    layout = layout_of(case)
    with tempfile.TemporaryDirectory() as folder:
        context, script = Path(folder, "context.json"), Path(folder, "script.py")
        values = {"markup": context_of(layout), "metadata": metadata_of(layout)}
        context.write_text(json.dumps(values), encoding="utf-8")
        output = str(Path(folder, "document.docx"))
        script.write_text(
            _SCRIPT.format(context=str(context), template=template_of(layout), output=output)
        )
        record = str(EXAMPLES / case.file)
        ours = [sys.executable, "-m", "vnadmindocs", "render", record, "-o", output]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}

        def runner(command: list[str]) -> Callable[[], object]:
            return lambda: subprocess.run(
                command, check=True, stdout=subprocess.DEVNULL, env=environment
            )

        theirs = [sys.executable, str(script)]
        # An installed wheel is compiled; a checkout just edited is not.
        compileall.compile_dir(ROOT / "vnadmindocs", quiet=2)
        roads = [(runner(command), 1) for command in (theirs, ours, [sys.executable, "-c", ""])]
        for call, _ in roads:
            call()
        script_s, command_s, empty_s = take_turns(roads, rounds)
    print(
        f"process: docxtpl script {script_s * 1000:.0f} ms, vnadmindocs render"
        f" {command_s * 1000:.0f} ms: {command_s / script_s:.2f} of it;"
        f" an empty Python {empty_s * 1000:.0f} ms"
    )


def memory(case: Case) -> None:
    """Print what this process holds after a thousand and after ten thousand documents."""
    run = whole_road(case)
    for done in range(1, 10_001):
        run()
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
    os.chdir(EXAMPLES)
    for case in CASES:
        documents(case, given.rounds)
    if given.processes:
        processes(CASES[0], given.processes)
    if given.memory:
        memory(CASES[0])


if __name__ == "__main__":
    main()
