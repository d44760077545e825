"""Writes what a check finds now in every whole fault record as what it is expected to find.

Run ``python -m tests.record.accept_whole`` and read every changed sentence aloud before committing.
"""

from __future__ import annotations

from tests.record.fault_records import as_text
from tests.record.whole_records import expected_file, findings, records


def main() -> None:
    """Write the expected file of every record, naming those that changed."""
    for record in records():
        text = as_text(findings(record))
        file = expected_file(record)
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
            print(record.stem)


if __name__ == "__main__":
    main()
