"""docs/rules says what the catalogue says."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.meta.tree import ROOT
from vnadmindocs.diagnostics.catalogue import families, family

PAGES = ROOT / "docs" / "rules"


def test_the_pages_agree_with_the_catalogue() -> None:
    """This test shows drift; after a change run ``python tools/make_rule_pages.py``."""
    tool = ROOT / "tools" / "make_rule_pages.py"
    ran = subprocess.run(
        [sys.executable, str(tool), "--check"], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (0, "")


def test_every_code_has_its_heading_and_its_line_in_the_index() -> None:
    """This test shows that every link of the index leads to a page."""
    index = (PAGES / "README.md").read_text(encoding="utf-8")
    for name in families():
        page = (PAGES / f"{name}.md").read_text(encoding="utf-8")
        assert re.findall(r"^## (\w+)$", page, re.MULTILINE) == list(family(name))
        for code in family(name):
            assert f"[{code}]({name}.md#{code.lower()})" in index
