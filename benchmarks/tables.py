"""A long appendix, ours against docxtpl: a table of 20,000 rows as .docx, and ours as PDF too.

    python benchmarks/tables.py [--rows 20000] [--columns 4] [--rounds 5]

The same rows in the same columns (a name, a body, an amount of money, with five of them a birthday
too), no two alike. docxtpl fills ``{%tr for … %}`` in a template of one table that python-docx
makes here, outside the clock; ours reads a record whose rows are in a CSV, lays out widths by the
metrics of the face, reads dates and figures and adds them up. Each run is a process of its own
(``alone`` below), so that its peak is its own; all take turns, and a ratio is that of a round.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from alone import held_mb

_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
_GIVEN = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Lan", "Minh", "Oanh", "Phúc")
_BODIES = (
    "Trường Tiểu học Kim Đồng", "Trung tâm Y tế khu vực Hòa Phú", "Ủy ban nhân dân xã Đông Sơn",
    "Phòng Kinh tế, Hạ tầng và Đô thị phường An Hòa", "Trường Trung học cơ sở Lý Tự Trọng",
)  # fmt: skip
_HEADS = ("TT", "Họ và tên", "Ngày sinh", "Đơn vị", "Số tiền")
_RECORD = """\
loại: quyết định
cơ quan: ỦY BAN NHÂN DÂN TỈNH AN BÌNH
số: 15
địa danh: An Bình
ngày: 09/3/2026
trích yếu: Về việc hỗ trợ
căn cứ: Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2025
nội dung: Điều 1. Hỗ trợ những người có tên tại Phụ lục kèm theo./.
nơi nhận: Như Điều 1
lưu: VT
ký: |
  CHỦ TỊCH

  Lê Hoàng Nam
phụ lục:
  - trích yếu: DANH SÁCH
    nội dung:
      - bảng:
          dữ liệu: rows.csv
          hàng tổng: Tổng cộng
          cột:
"""
_DECLARED = (
    "            - {tên: TT, kiểu: thứ tự}\n",
    "            - tên: Họ và tên\n",
    "            - {tên: Ngày sinh, kiểu: ngày}\n",
    "            - tên: Đơn vị\n",
    "            - {tên: Số tiền, kiểu: tiền}\n",
)
_BIRTHDAY = 2


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """Give rows of which no two are alike."""
    for number in range(1, count + 1):
        family = _FAMILIES[number % len(_FAMILIES)]
        given = _GIVEN[number * 7 // 3 % len(_GIVEN)]
        born = f"{number % 28 + 1:02}/{number % 12 + 1:02}/{1960 + number % 45}"
        body = f"{_BODIES[number % len(_BODIES)]} {number % 97 + 1}"
        amount = f"{(number * 7919 % 9000 + 1000) * 1000}"
        yield str(number), f"{family} Thị Hồng {given}", born, body, amount


def prepare(folder: Path, count: int, columns: int) -> None:
    """Write the data, the record and the template of docxtpl."""
    kept = [at for at in range(len(_HEADS)) if columns == len(_HEADS) or at != _BIRTHDAY]
    heads = [_HEADS[at] for at in kept]
    lines = [";".join(heads), *(";".join([row[at] for at in kept]) for row in rows(count))]
    (folder / "rows.csv").write_text("\n".join(lines) + "\n", "utf-8")
    declared = [_DECLARED[at] for at in kept]
    (folder / "record.yaml").write_text(_RECORD + "".join(declared), "utf-8")
    try:
        from docx import Document
    except ImportError:
        return
    document = Document()
    table = document.add_table(rows=4, cols=len(heads))
    table.style = "Table Grid"
    for cell, name in zip(table.rows[0].cells, heads, strict=True):
        cell.text = name
    table.rows[1].cells[0].text = "{%tr for row in rows %}"
    for index, cell in enumerate(table.rows[2].cells):
        cell.text = f"{{{{ row[{index}] }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    document.save(str(folder / "template.docx"))


def ours(folder: Path, to: Any) -> Path:
    """Make the document of the record."""
    from vnadmindocs import render

    output = folder / f"ours.{to}"
    data = render(folder / "record.yaml", to=to).data
    assert isinstance(data, bytes)
    output.write_bytes(data)
    return output


def docxtpl(folder: Path) -> Path:
    """Fill the template."""
    from docxtpl import DocxTemplate

    output = folder / "docxtpl.docx"
    template = DocxTemplate(folder / "template.docx")
    lines = (folder / "rows.csv").read_text("utf-8").splitlines()[1:]
    template.render({"rows": [line.split(";") for line in lines]})
    template.save(str(output))
    return output


ROADS: dict[str, Callable[[Path], Path]] = {
    "ours .docx": lambda folder: ours(folder, "docx"),
    "docxtpl .docx": docxtpl,
    "ours .pdf": lambda folder: ours(folder, "pdf"),
}


def alone(road: str, folder: Path) -> None:
    """Take one road in this process, and print what it took; its imports are part of it."""
    start = time.perf_counter()
    output = ROADS[road](folder)
    figures = {"seconds": time.perf_counter() - start, "peak_mb": held_mb("VmHWM")}
    if output.suffix == ".pdf":
        import pypdf

        figures["pages"] = len(pypdf.PdfReader(output).pages)
    print(json.dumps({**figures, "bytes": output.stat().st_size}))


def measured(road: str, folder: Path) -> dict[str, float] | None:
    """Take a road in a process of its own; None where what it needs is not installed."""
    script = [sys.executable, str(Path(__file__).resolve()), "--alone", road, str(folder)]
    root = str(Path(__file__).resolve().parent.parent)
    ran = subprocess.run(
        script, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": root}
    )
    if ran.returncode:
        print(f"Not measured: {road}: {ran.stderr.strip().splitlines()[-1]}")
        return None
    figures: dict[str, float] = json.loads(ran.stdout)
    return figures


def main() -> None:
    """Measure the roads in turns, and print medians and ratios."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--rows", type=int, default=20_000)
    options.add_argument("--columns", type=int, choices=(4, 5), default=4)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--alone", nargs=2, metavar=("ROAD", "FOLDER"), help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.alone:
        alone(given.alone[0], Path(given.alone[1]))
        return
    samples: dict[str, list[dict[str, float]]] = {road: [] for road in ROADS}
    with tempfile.TemporaryDirectory() as name:
        prepare(Path(name), given.rows, given.columns)
        for _ in range(given.rounds):
            for road, kept in samples.items():
                figures = measured(road, Path(name))
                if figures is not None:
                    kept.append(figures)
    print(f"\n{given.rows:,} rows, {given.columns} columns, {given.rounds} rounds\n")
    print("| Road | s | peak, MiB | pages | file, MB | seconds to ours .docx, by round |")
    print("|---|---|---|---|---|---|")
    own = [each["seconds"] for each in samples["ours .docx"]]
    for road, kept in samples.items():
        if not kept:
            continue
        seconds = [each["seconds"] for each in kept]
        ratios = [theirs / mine for theirs, mine in zip(seconds, own, strict=False)]
        peak = max(each["peak_mb"] for each in kept)
        pages = f"{kept[0]['pages']:,.0f}" if "pages" in kept[0] else "-"
        size = kept[0]["bytes"] / 1e6
        print(
            f"| {road} | {statistics.median(seconds):.1f} | {peak:.0f} | {pages} | {size:.1f} |"
            f" {statistics.median(ratios):.1f} |"
        )


if __name__ == "__main__":
    main()
