"""Writes what every fault record says now as what it is expected to say.

Run ``python -m tests.record.accept`` and read every changed sentence aloud before committing.
"""

from __future__ import annotations

from tests.record import fault_records, whole_records
from tests.record.fault_records import as_text


def main() -> None:
    """Write the expected file of every fault record, naming those that changed."""
    for kind in (fault_records, whole_records):
        for record in kind.records():
            text = as_text(kind.findings(record))
            file = kind.expected_file(record)
            if not file.exists() or file.read_text(encoding="utf-8") != text:
                file.write_text(text, encoding="utf-8")
                print(record.stem)


if __name__ == "__main__":
    main()
