"""The Word room in figures: bullets found, time and memory against python-docx alone, edits gone
wrong, and the heaviest documents that are let through.

    python -m tests.benchmarks.docx [--edits 20000] [--each] [--no-heavy]

The floor is python-docx opening and saving the same files in the same run. Figures only, never a
pass or a fail.
"""

import argparse
import io
import random
import resource
import statistics
import time
import tomllib
from collections import Counter
from datetime import datetime
from pathlib import Path

import docx

from reframe.core.suggestion import Edit, Piece
from reframe.formats.docx.accept import accept_all
from reframe.formats.docx.names import W
from reframe.formats.docx.read import read_docx
from reframe.formats.docx.redline import Change, redline
from reframe.formats.docx.text import visible_text
from reframe.formats.docx.walk import paragraphs
from tests.formats.docx.heavy import HEAVY, cost_of
from tests.formats.docx.oracle import applied, document_root, lines, random_edits

FOLDER = Path(__file__).parents[1] / "formats" / "docx" / "samples"
SAMPLES = sorted(FOLDER.glob("*.docx"))
ME = "Reframe (draft)"
DATE = datetime(2025, 1, 2)


def peak_mb() -> float:
    """The most memory that this process has used so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def edits(found: list[tuple[int, int, str]]) -> tuple[Edit, ...]:
    return tuple(Edit(start, end, (Piece(text, "source"),), "") for start, end, text in found)


def bullets_found() -> None:
    """Bullets of three or more words against the counts that came with the samples, as they are
    and without those that the table sets apart with a reason."""
    table = tomllib.loads((FOLDER / "bullets.toml").read_text(encoding="utf-8"))
    plain, apart = Counter(), Counter()
    for path in SAMPLES:
        resume = read_docx(path.read_bytes(), source=path.stem)
        found = sum(len(b.text.split()) >= 3 for b, _, _ in resume.placed_bullets())
        row = table[path.stem]
        for figures, wanted, mine in (
            (plain, row["wanted"], found),
            (apart, row["wanted"] - row.get("no_bullets", 0), found - row.get("beyond", 0)),
        ):
            figures.update(wanted=wanted, found=mine, hits=min(wanted, mine))
    for name, figures in (("as counted", plain), ("without those set apart", apart)):
        print(
            f"bullets {name:<24} {figures['found']} of {figures['wanted']}, "
            f"recall {figures['hits'] / figures['wanted']:.1%}, "
            f"precision {figures['hits'] / figures['found']:.1%}"
        )


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


def seconds(call, *, repeat: int = 7) -> float:
    """The best of a few runs, in seconds of the processor: a busy machine changes little."""
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best


def speed(*, each: bool) -> None:
    ours, theirs, finals, bullets = [], [], [], 0
    for path in SAMPLES:
        data = path.read_bytes()
        theirs.append(seconds(lambda data=data: bare(data)))
        ours.append(seconds(lambda data=data: whole(data)))
        finals.append(seconds(lambda data=data: whole(data, clean=True)))
        count = whole(data)
        bullets += count
        if each:
            print(
                f"  {path.stem:<38}{count:>5} bullets {ours[-1] * 1e3:>7.1f} ms "
                f"{ours[-1] / theirs[-1]:>5.1f} times"
            )
    ratios = [mine / bare_ for mine, bare_ in zip(ours, theirs, strict=True)]
    print(f"documents                {len(SAMPLES)}, bullets changed {bullets}")
    print(f"python-docx open + save  median {statistics.median(theirs) * 1e3:.1f} ms")
    print(f"read + redline + save    median {statistics.median(ours) * 1e3:.1f} ms")
    print(f"read + final + save      median {statistics.median(finals) * 1e3:.1f} ms")
    print(
        f"ratio to python-docx     median {statistics.median(ratios):.2f}, "
        f"worst {max(ratios):.2f}, in all {sum(ours) / sum(theirs):.2f}"
    )


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
            start = time.process_time()
            result = redline(data, changes=changes, date=DATE)
            spent += time.process_time() - start
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


def heavy() -> None:
    """What reading, redlining and finishing cost for the heaviest and for the hostile."""
    for name in HEAVY:
        cost = cost_of(name)
        print(f"  {name:<42}{cost.seconds:>6.1f} s {cost.megabytes:>5.0f} MB  {cost.end[:60]}")
    for path in sorted((FOLDER / "hostile").iterdir()):
        cost = cost_of(path.read_bytes())
        print(f"  {path.name:<42}{cost.seconds:>6.2f} s {cost.megabytes:>5.0f} MB  {cost.end[:60]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=20_000)
    parser.add_argument("--each", action="store_true", help="print every document")
    parser.add_argument("--no-heavy", action="store_true", help="leave the heaviest out")
    options = parser.parse_args()
    before = peak_mb()
    bullets_found()
    speed(each=options.each)
    print(f"peak memory              {peak_mb():.0f} MB ({before:.0f} MB before the first file)")
    correctness(options.edits)
    if not options.no_heavy:
        heavy()


if __name__ == "__main__":
    main()
