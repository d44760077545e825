"""Other ways from a .docx to a PDF, for comparison: unoserver, a UNO connection, plain soffice.

Each is a process of its own that is asked over a pipe and keeps the clock itself, so that the pipe
is not charged to it. unoserver and the UNO connection need a Python that can ``import uno``
(Debian: ``python3-uno``) with ``unoserver`` installed; LibreOffice itself is ``soffice``.
Run as a script (``python office.py unoserver|uno``), this file is the side that answers.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path
from typing import Any

# What the PDF filter of LibreOffice is told. SelectPdfVersion 0 is a plain PDF, 2 is PDF/A-2b;
# it has no PDF/A-2a, the standard ours is written to.
OPTIONS: Mapping[str, Mapping[str, bool | int]] = {
    "plain": {"SelectPdfVersion": 0, "UseTaggedPDF": False, "ExportBookmarks": False},
    "pdfa": {"SelectPdfVersion": 2, "UseTaggedPDF": True, "ExportBookmarks": True},
}
WAIT = 60.0


class MissingError(Exception):
    """A program that a comparison needs is not there; the message names it."""


def free_port() -> int:
    """Give a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert isinstance(port, int)
    return port


def wait_for_port(port: int, process: subprocess.Popen[Any]) -> None:
    """Wait until somebody listens; unoserver's own client would sleep ten seconds instead."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as probe:
            probe.settimeout(0.2)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise MissingError(f"{process.args!r} did not open its port")


def find_soffice(given: str | None) -> str:
    """Find LibreOffice.

    Raises:
        MissingError: it is nowhere.
    """
    found = given or shutil.which("soffice") or shutil.which("libreoffice")
    if found is None or shutil.which(found) is None:
        raise MissingError("LibreOffice (apt-get install libreoffice-writer-nogui)")
    return found


def find_python(given: str | None, module: str, advice: str) -> str:
    """Find a Python that can import a module.

    Raises:
        MissingError: none can.
    """
    for python in (given, sys.executable, "/usr/bin/python3"):
        if python is None or shutil.which(python) is None:
            continue
        tried = subprocess.run([python, "-c", f"import {module}"], capture_output=True)
        if tried.returncode == 0:
            return python
    raise MissingError(advice)


def cpu_seconds(ancestor: int) -> float:
    """Give the processor time of a process with all its living descendants; 0 where no /proc is."""
    parents: dict[int, int] = {}
    spent: dict[int, float] = {}
    tick = os.sysconf("SC_CLK_TCK")
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        pid = int(stat.parent.name)
        parents[pid] = int(fields[1])
        spent[pid] = sum(map(int, fields[11:15])) / tick
    family = {ancestor}
    while True:
        more = {pid for pid, parent in parents.items() if parent in family} - family
        if not more:
            return sum(spent.get(pid, 0.0) for pid in family)
        family |= more


class Rival(ABC):
    """A way of converting.

    Attributes:
        name, version: what it is.
        start_seconds: from starting it until it took its first question.
        each_round: it is fast enough for every round.
    """

    name: str
    version: str
    start_seconds = 0.0
    each_round = True

    @abstractmethod
    def convert(self, document: Path, output: Path, kind: str) -> float:
        """Convert a document, and give the seconds it took; kinds are those of ``OPTIONS``."""

    @abstractmethod
    def cpu(self) -> float:
        """Give the processor seconds of it, and of all that it started, so far."""

    @abstractmethod
    def close(self) -> None:
        """End it, and clear away what it left."""

    def __enter__(self) -> Rival:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Answering(Rival):
    """A warm way: a process that is asked for one document after another."""

    def __init__(self, name: str, python: str, soffice: str) -> None:
        self.name = name
        start = time.perf_counter()
        self._process = subprocess.Popen(
            [python, str(Path(__file__).resolve()), name, soffice],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.version = str(self._line()["version"])
        self.start_seconds = time.perf_counter() - start

    def convert(self, document: Path, output: Path, kind: str) -> float:
        """Convert; the clock is kept on the other side of the pipe."""
        assert self._process.stdin is not None
        question = {"document": str(document), "output": str(output), "kind": kind}
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return float(self._line()["seconds"])

    def cpu(self) -> float:
        """Give the processor seconds of the whole family."""
        return cpu_seconds(self._process.pid)

    def close(self) -> None:
        """End it; it ends LibreOffice."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()

    def _line(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise MissingError(f"{self._process.args!r} ended by itself")
        answer = json.loads(line)
        assert isinstance(answer, dict)
        return answer


class PerFile(Rival):
    """One soffice call a file, its profile kept from call to call."""

    name = "soffice"
    each_round = False

    def __init__(self, soffice: str) -> None:
        self._soffice = soffice
        self._folder = tempfile.TemporaryDirectory()
        shown = subprocess.run([soffice, "--version"], capture_output=True, text=True)
        self.version = " ".join(shown.stdout.split()[1:2])

    def convert(self, document: Path, output: Path, kind: str) -> float:
        """Convert with a call of its own."""
        start = time.perf_counter()
        subprocess.run(
            [
                self._soffice,
                "--headless",
                f"-env:UserInstallation={Path(self._folder.name, 'profile').as_uri()}",
                "--convert-to",
                f"pdf:writer_pdf_Export:{json.dumps(_described(kind))}",
                "--outdir",
                str(output.parent),
                str(document),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        seconds = time.perf_counter() - start
        output.with_name(document.stem + ".pdf").replace(output)
        return seconds

    def cpu(self) -> float:
        """Give the processor seconds of its calls: of all children that have ended."""
        ended = os.times()
        return ended.children_user + ended.children_system

    def close(self) -> None:
        """Remove its profile."""
        self._folder.cleanup()


def _described(kind: str) -> dict[str, dict[str, str]]:
    """Give filter options as the command line of soffice wants them."""
    names = {bool: "boolean", int: "long"}
    return {
        name: {"type": names[type(value)], "value": str(value).lower()}
        for name, value in OPTIONS[kind].items()
    }


# The side that answers, from here: run by the Python that has uno, so it imports nothing of ours.


def _answer(name: str, soffice: str) -> None:
    """Start LibreOffice, then convert whatever is asked for, one line of JSON each."""
    with tempfile.TemporaryDirectory() as folder:
        start = {"unoserver": _unoserver, "uno": _uno}[name]
        process, version, convert = start(soffice, Path(folder, "profile"))
        try:
            print(json.dumps({"version": version}), flush=True)
            for line in sys.stdin:
                asked = json.loads(line)
                begun = time.perf_counter()
                convert(asked["document"], asked["output"], OPTIONS[asked["kind"]])
                print(json.dumps({"seconds": time.perf_counter() - begun}), flush=True)
        finally:
            process.terminate()
            process.wait(20)


def _unoserver(soffice: str, profile: Path) -> tuple[subprocess.Popen[Any], str, Any]:
    from unoserver import client  # type: ignore[import-not-found]

    port, uno_port = free_port(), free_port()
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "unoserver.server", "--quiet"),
            *("--port", str(port), "--uno-port", str(uno_port)),
            *("--user-installation", str(profile), "--executable", soffice),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for_port(port, process)
    asking = client.UnoClient(port=str(port), host_location="local")

    def convert(document: str, output: str, options: Mapping[str, bool | int]) -> None:
        written = [f"{name}={str(value).lower()}" for name, value in options.items()]
        asking.convert(inpath=document, outpath=output, convert_to="pdf", filter_options=written)

    return process, client.__version__, convert


def _uno(soffice: str, profile: Path) -> tuple[subprocess.Popen[Any], str, Any]:
    import uno  # type: ignore[import-not-found]

    # Known only to the import hook of uno.
    from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

    port = free_port()
    process = subprocess.Popen(
        [
            *(soffice, "--headless", "--invisible", "--nologo", "--norestore", "--nodefault"),
            f"-env:UserInstallation={profile.as_uri()}",
            f"--accept=socket,host=127.0.0.1,port={port},tcpNoDelay=1;urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for_port(port, process)
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here
    )
    there = resolver.resolve(
        f"uno:socket,host=127.0.0.1,port={port},tcpNoDelay=1;urp;StarOffice.ComponentContext"
    )
    desktop = there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)

    def value(name: str, given: object) -> object:
        return PropertyValue(Name=name, Value=given)

    def convert(document: str, output: str, options: Mapping[str, bool | int]) -> None:
        hidden = (value("Hidden", True), value("ReadOnly", True))
        opened = desktop.loadComponentFromURL(Path(document).as_uri(), "_blank", 0, hidden)
        data = tuple(value(name, given) for name, given in options.items())
        sequence = uno.Any("[]com.sun.star.beans.PropertyValue", data)
        export = (value("FilterName", "writer_pdf_Export"), value("FilterData", sequence))
        opened.storeToURL(Path(output).as_uri(), export)
        opened.close(True)

    return process, "direct", convert


if __name__ == "__main__":
    _answer(sys.argv[1], sys.argv[2])
