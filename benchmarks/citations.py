"""How the time of a check grows with the citations of a record.

    python benchmarks/citations.py [--citations 2000] [--rounds 5]

A record with so many citations, a quarter as many uses of short names and references to its own
parts, and one of twice the size: both are checked in turns, and the ratio of their medians is
printed. 2.0 is linear. Measured apart: grounds, paragraphs, one paragraph that holds everything,
and paragraphs with a quarter as many recipients.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections.abc import Callable

from vnadmindocs import check

_HEAD = "loại: quyết định\ncơ quan: SỞ NỘI VỤ\nngày: 03/9/2026\ntrích yếu: Về việc khuyến công\n"
_CITED = (
    "Nghị định số {number}/2012/NĐ-CP ngày 21/5/2012 của Chính phủ về khuyến công, "
    "điểm a khoản 2 Điều 5 Thông tư số {number}/2012/TT-BCT ngày 28/12/2012 của Bộ trưởng "
    "Bộ Công Thương quy định chi tiết một số nội dung"
)
_NAMED = "sản phẩm của SPCNCL theo khoản 1 Điều 1 Quyết định này"
_DEFINED = "  Điều 1. Chọn sản phẩm công nghiệp chủ lực (SPCNCL)\n  1. Sở chọn SPCNCL.\n"


def grounds(citations: int) -> str:
    """Give a record whose grounds cite so many texts."""
    lines = "".join(f"  {_CITED.format(number=each)};\n" for each in range(1, citations // 2 + 1))
    return f"{_HEAD}căn cứ: |\n{lines}nội dung: |\n{_DEFINED}"


def paragraphs(citations: int) -> str:
    """Give a record that cites two texts a paragraph."""
    return f"{_HEAD}nội dung: |\n{_DEFINED}" + "".join(
        f"  Thực hiện {_CITED.format(number=each)}{f'; {_NAMED}' if each % 2 else ''}.\n"
        for each in range(1, citations // 2 + 1)
    )


def one_paragraph(citations: int) -> str:
    """Give a record with one paragraph that cites them all."""
    words = "; ".join(
        f"{_CITED.format(number=each)}{f'; {_NAMED}' if each % 2 else ''}"
        for each in range(1, citations // 2 + 1)
    )
    return f"{_HEAD}nội dung: |\n{_DEFINED}  Thực hiện {words}.\n"


def with_recipients(citations: int) -> str:
    """Give the record of paragraphs with a quarter as many recipients."""
    lines = "".join(f"  Sở số {each} (để b/c)\n" for each in range(1, citations // 4 + 1))
    return f"{paragraphs(citations)}nơi nhận: |\n{lines}"


RECORDS: dict[str, Callable[[int], str]] = {
    "grounds": grounds,
    "paragraphs": paragraphs,
    "one paragraph": one_paragraph,
    "with recipients": with_recipients,
}


def seconds(text: str) -> float:
    """Measure one check, as ``timeit`` does: what collects garbage waits."""
    gc.collect()
    gc.disable()
    started = time.perf_counter()
    check(text)
    taken = time.perf_counter() - started
    gc.enable()
    return taken


def main() -> None:
    """Print the medians and their ratio for each kind of record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--citations", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    for name, make in RECORDS.items():
        small, large = make(asked.citations), make(2 * asked.citations)
        check(small)
        pairs = [(seconds(small), seconds(large)) for _ in range(asked.rounds)]
        once = statistics.median(pair[0] for pair in pairs)
        twice = statistics.median(pair[1] for pair in pairs)
        print(
            f"{name:14} {asked.citations} citations {once:6.3f} s, "
            f"{2 * asked.citations} {twice:6.3f} s, ratio {twice / once:.2f}"
        )


if __name__ == "__main__":
    main()
