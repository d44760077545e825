"""The shipped widths equal those of the installed face."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from vnadmindocs.assets import data_file

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

make_metrics = pytest.importorskip("make_metrics", reason="tools/ is not part of this install")


@pytest.mark.parametrize("style", ["regular", "bold", "italic", "bold-italic"])
def test_the_data_are_what_the_generator_writes(style: str) -> None:
    """The data of one style are byte for byte what the tool makes of the same font version."""
    pytest.importorskip("fontTools", reason="fontTools is not installed")
    font = make_metrics.font_file(make_metrics.FONTS, style)
    if not font.exists():
        pytest.skip("Liberation Serif 2 is not installed")
    shipped = data_file("fonts", f"{style}.json").read_text("utf-8")
    made = make_metrics.metrics_text(font)
    if json.loads(made)["version"] != json.loads(shipped)["version"]:
        pytest.skip("another version of Liberation Serif 2 is installed")
    assert made == shipped


@pytest.mark.parametrize("style", ["regular", "bold", "italic", "bold-italic"])
def test_the_data_name_their_source_and_its_licence(style: str) -> None:
    """Whoever reads the file knows where the numbers are from and that they may be used."""
    data = json.loads(data_file("fonts", f"{style}.json").read_text("utf-8"))
    assert data["family"] == "Liberation Serif"
    assert "SIL Open Font License" in data["licence"]
    assert data["units_per_em"] == 2048
