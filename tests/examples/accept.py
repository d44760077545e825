"""Takes today's findings and facts of every example as the expected ones; review them as a diff.

Run as ``python -m tests.examples.accept``.
"""

from __future__ import annotations

from tests.examples.expected_findings import (
    GOLDEN,
    RECORDS,
    expected_path,
    facts_path,
    findings,
    write_expected,
)
from tests.writers.inspection import facts
from vnadmindocs.api import render


def main() -> None:
    """Write what is expected of every example, and take away what no example needs."""
    GOLDEN.mkdir(exist_ok=True)
    kept = set()
    for record in RECORDS:
        rendering = render(record)
        if rendering.data is None:
            raise SystemExit(f"{record.name} is not rendered: see vnadmindocs check")
        write_expected(record, findings(rendering.diagnostics))
        facts_path(record).write_text("\n".join(facts(rendering.data)) + "\n", "utf-8")
        kept |= {expected_path(record), facts_path(record)}
    for path in {*RECORDS[0].parent.glob("*.expected.json"), *GOLDEN.glob("*.facts.txt")} - kept:
        path.unlink()


if __name__ == "__main__":
    main()
