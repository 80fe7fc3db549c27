"""Redlining the sample layouts: time against python-docx alone, memory, and wrong results.

Figures only, never a pass or a fail: python tests/benchmarks/docx_redline.py [--edits 20000]
"""

import argparse
import io
import random
import resource
import statistics
import sys
import time
from collections import Counter
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[0] = str(ROOT)

import docx  # noqa: E402

from reframe.core.suggestion import Edit, Piece  # noqa: E402
from reframe.formats.docx.accept import accept_all  # noqa: E402
from reframe.formats.docx.names import W  # noqa: E402
from reframe.formats.docx.read import read_docx  # noqa: E402
from reframe.formats.docx.redline import Change, redline  # noqa: E402
from reframe.formats.docx.text import visible_text  # noqa: E402
from reframe.formats.docx.walk import paragraphs  # noqa: E402
from tests.formats.docx.oracle import (  # noqa: E402
    applied,
    document_root,
    lines,
    random_edits,
)

SAMPLES = sorted((ROOT / "tests" / "formats" / "docx" / "samples").glob("*.docx"))
ME = "Reframe (draft)"
DATE = datetime(2025, 1, 2)


def peak_mb() -> float:
    """The most memory that this process has used so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def edits(found: list[tuple[int, int, str]]) -> tuple[Edit, ...]:
    return tuple(Edit(start, end, (Piece(text, "source"),), "") for start, end, text in found)


def changes_of(root, draw: random.Random) -> tuple[list[Change], dict[str, str], int]:
    """Changes of most lines, what each line is to become, and how many edits that is."""
    changes, wanted, count = [], {}, 0
    for number, paragraph in enumerate(paragraphs(root)):
        text = visible_text(paragraph)
        found = random_edits(text, draw) if text.strip() else []
        if found:
            changes.append(Change(f"p{number}", edits(found), "Why?"))
            wanted[f"p{number}"] = applied(text, found)
            count += len(found)
    return changes, wanted, count


def bare(data: bytes) -> None:
    document = docx.Document(io.BytesIO(data))
    document.save(io.BytesIO())


def whole(data: bytes, *, clean: bool = False) -> int:
    """Read the bullets, change the first word of each, comment on it, write the file."""
    resume = read_docx(data, source="sample")
    changes = [
        Change(bullet.line.anchor, edits([(0, len(bullet.text.split(" ")[0]), "Reworded")]), "Why?")
        for bullet, _, _ in resume.placed_bullets()
    ]
    redline(data, changes=changes, date=DATE, clean=clean)
    return len(changes)


def seconds(call, *, repeat: int = 5) -> float:
    """The best of a few runs, in seconds of the processor: a busy machine changes little."""
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best


def speed() -> None:
    ours, theirs, finals, bullets = [], [], [], 0
    for path in SAMPLES:
        data = path.read_bytes()
        theirs.append(seconds(lambda data=data: bare(data)))
        ours.append(seconds(lambda data=data: whole(data)))
        finals.append(seconds(lambda data=data: whole(data, clean=True)))
        bullets += whole(data)
    ratios = [mine / bare_ for mine, bare_ in zip(ours, theirs, strict=True)]
    print(f"documents                {len(SAMPLES)}, bullets changed {bullets}")
    print(f"python-docx open + save  median {statistics.median(theirs) * 1e3:.1f} ms")
    print(f"read + redline + save    median {statistics.median(ours) * 1e3:.1f} ms")
    print(f"read + final + save      median {statistics.median(finals) * 1e3:.1f} ms")
    print(
        f"ratio to python-docx     median {statistics.median(ratios):.2f}, "
        f"worst {max(ratios):.2f}, in all {sum(ours) / sum(theirs):.2f}"
    )


def correctness(wanted_edits: int) -> None:
    """Count what is wrong after accepting and after rejecting, by the tests' own oracle."""
    wrong: Counter[str] = Counter()
    made = lines_changed = seed = 0
    spent = 0.0
    while made < wanted_edits:
        for path in SAMPLES:
            data = path.read_bytes()
            root = document_root(data)
            changes, wanted, count = changes_of(root, random.Random(f"{seed} {path.stem}"))
            start = time.perf_counter()
            result = redline(data, changes=changes, date=DATE)
            spent += time.perf_counter() - start
            made += count
            lines_changed += len(changes)
            for refusal in result.refused:
                wrong["lines refused (not wrong)"] += 1
                del wanted[refusal.anchor]
            new = document_root(result.data)
            before, after = (lines(r, "rejected", by=ME) for r in (root, new))
            wrong["lines with a wrong reject"] += sum(
                a != b for a, b in zip(before, after, strict=True)
            )
            accept_all(new, chosen=lambda mark: mark.get(W + "author") == ME)
            pairs = zip(paragraphs(root), paragraphs(new), strict=True)
            for number, (old, changed) in enumerate(pairs):
                text = wanted.get(f"p{number}", visible_text(old))
                wrong["lines with a wrong accept"] += visible_text(changed) != text
        seed += 1
    print(
        f"random edits             {made} in {lines_changed} lines, {spent / made * 1e3:.2f} ms each"
    )
    for name in (
        "lines with a wrong accept",
        "lines with a wrong reject",
        "lines refused (not wrong)",
    ):
        print(f"  {name:<27}{wrong[name]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=20_000)
    options = parser.parse_args()
    before = peak_mb()
    speed()
    print(f"peak memory              {peak_mb():.0f} MB ({before:.0f} MB before the first file)")
    correctness(options.edits)


if __name__ == "__main__":
    main()
