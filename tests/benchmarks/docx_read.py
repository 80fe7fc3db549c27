"""Print what the Word reader finds in every sample, and how long it takes.

    python tests/benchmarks/docx_read.py

``wanted`` is the count of paragraphs of three or more words with a list mark that the samples
were made with; ``marked`` is how many such lines are read, those after soft returns included;
``bullets`` is how many lines of that length the résumé holds as bullets.
"""

import io
import time
import tomllib
from pathlib import Path

import docx

from reframe.formats.docx.lines import read_lines
from reframe.formats.docx.package import open_package
from reframe.formats.docx.read import read_docx

SAMPLES = Path(__file__).parents[1] / "formats" / "docx" / "samples"
COLUMNS = "file wanted marked bullets in-posts posts sections unplaced ms opens"


def main() -> None:
    table = tomllib.loads((SAMPLES / "bullets.toml").read_text(encoding="utf-8"))
    print("{:<38}{:>7}{:>7}{:>8}{:>9}{:>6}{:>9}{:>9}{:>7}{:>7}".format(*COLUMNS.split()))
    totals = [0] * 3
    read_time = open_time = 0.0
    for path in sorted(SAMPLES.glob("*.docx")):
        data = path.read_bytes()
        plain, resume = min_time(lambda data=data: docx.Document(io.BytesIO(data)))[0], None
        seconds, resume = min_time(lambda data=data, path=path: read_docx(data, source=path.name))
        lines = read_lines(open_package(data, name=path.name))
        marked = sum(line.bullet and len(line.text.split()) >= 3 for line in lines)
        placed = [(b, p) for b, p, _ in resume.placed_bullets() if len(b.text.split()) >= 3]
        wanted = table[path.stem]["wanted"]
        for at, count in enumerate((wanted, marked, len(placed))):
            totals[at] += count
        read_time, open_time = read_time + seconds, open_time + plain
        print(
            f"{path.stem:<38}{wanted:>7}{marked:>7}{len(placed):>8}"
            f"{sum(p is not None for _, p in placed):>9}{len(list(resume.positions())):>6}"
            f"{len(resume.sections):>9}{len(resume.unplaced):>9}{seconds * 1000:>7.1f}"
            f"{seconds / plain:>6.1f}x"
        )
    print(f"\nwanted {totals[0]}, marked {totals[1]}, bullets {totals[2]}")
    print(f"reading takes {read_time / open_time:.1f} times as long as opening with python-docx")


def min_time(call):
    """Return the shortest of three runs in seconds, and the last result."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        result = call()
        best = min(best, time.perf_counter() - start)
    return best, result


if __name__ == "__main__":
    main()
