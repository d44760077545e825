"""Write the JSON schemas of records into schemas/; with ``--check``, only say what is stale."""

from __future__ import annotations

import sys
from pathlib import Path

from vnadmindocs.record.schema import schema_files

SCHEMAS = Path(__file__).parents[1] / "schemas"


def stale() -> dict[Path, str]:
    """Find the schemas that differ from what the models and the glossary give now.

    Returns:
        The text each file should have, by path; "" for a file that should not be there.
    """
    wanted = {SCHEMAS / name: text for name, text in schema_files().items()}
    there = {path: "" for path in SCHEMAS.glob("*/*.json") if path not in wanted}
    return there | {
        path: text
        for path, text in wanted.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    }


def main() -> int:
    """Write what is stale, or list it under ``--check``; give the exit code."""
    found = stale()
    for path, text in found.items():
        print(path.relative_to(SCHEMAS.parent))
        if "--check" in sys.argv[1:]:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        if text:
            path.write_text(text, encoding="utf-8")
        else:
            path.unlink()
    return 1 if found and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    raise SystemExit(main())
