"""Write constraints.txt: each package the two commands install, its version and its hashes.

    .venv/bin/python tools/make_constraints.py

pip resolves the project with its ``dev``, ``pdf`` and ``xlsx`` extras on this interpreter; then it
is asked which file it would take for each of those versions on every platform of ``PLATFORMS``, and
the hashes of all of these go in. The file names no index, so it serves behind any mirror.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = (
    ("manylinux2014_x86_64", "manylinux_2_28_x86_64"),
    ("manylinux2014_aarch64", "manylinux_2_28_aarch64"),
)
EXTRAS = ("dev", "pdf", "xlsx")
NOTE = """\
# Made by tools/make_constraints.py. CPython {pythons} on Linux (x86_64, aarch64).
# `make` installs exactly these; where one does not fit, it says so and lets pip choose.
"""


def main() -> None:
    """Resolve, collect the hashes, write the file."""
    chosen = _resolve(_requirements())
    hashes: dict[str, set[str]] = {pin: {digest} for pin, digest in chosen.items()}
    for python in PYTHONS:
        for platforms in PLATFORMS:
            print(f"hashes for CPython {python}, {platforms[0]}", flush=True)
            target = ["--target", tempfile.gettempdir(), "--python-version", python]
            target += ["--implementation", "cp", "--no-deps"]
            for platform in platforms:
                target += ["--platform", platform]
            for pin, digest in _resolve(chosen, *target).items():
                hashes[pin].add(digest)
    (ROOT / "constraints.txt").write_text(_print(hashes), encoding="utf-8")


def _requirements() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    return [*project["dependencies"], *(line for extra in EXTRAS for line in extras[extra])]


def _resolve(requirements: Iterable[str], *options: str) -> dict[str, str]:
    """Ask pip what it would install: ``name==version`` to SHA-256."""
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed"]
        command += ["--quiet", "--report", report.name, *options, *requirements]
        subprocess.run(command, check=True)
        items = json.loads(Path(report.name).read_bytes())["install"]
    return {
        f"{item['metadata']['name'].lower()}=={item['metadata']['version']}": (
            item["download_info"]["archive_info"]["hashes"]["sha256"]
        )
        for item in items
    }


def _print(hashes: dict[str, set[str]]) -> str:
    lines = [NOTE.format(pythons=", ".join(PYTHONS))]
    for pin, digests in sorted(hashes.items()):
        options = " \\\n".join(f"    --hash=sha256:{digest}" for digest in sorted(digests))
        lines.append(f"{pin} \\\n{options}\n")
    return "".join(lines)


if __name__ == "__main__":
    main()
