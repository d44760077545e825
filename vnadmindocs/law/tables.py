"""The data files of this floor."""

from __future__ import annotations

from typing import Any

from vnadmindocs.assets import data_file
from vnadmindocs.toml_lines import read_toml


def read_table(name: str) -> dict[str, Any]:
    """Read a data file of this floor, such as ``norms.toml``."""
    return read_toml(data_file("law", name).read_text(encoding="utf-8"))
