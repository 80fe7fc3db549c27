"""Measure the guard on pairs of bullets: how many fabrications it catches, how much it lets be.

Run ``python -m tests.benchmarks.guard [dev|test|hard] [--errors]``. The guard is tuned on ``dev``
alone; ``test`` is only ever measured.
"""

import sys
from collections import Counter

from reframe.tables.lexicon import load_lexicon
from tests.core.guard_pairs import judge, read_pairs


def main(half: str, *, errors: bool) -> None:
    """Print the share of fabrications caught and of faithful rewrites passed, by class."""
    lexicon = load_lexicon()
    right: Counter[tuple[bool, str]] = Counter()
    total: Counter[tuple[bool, str]] = Counter()
    for pair in read_pairs(half):
        found = judge(pair, lexicon)
        key = (pair.faithful, pair.cls)
        total[key] += 1
        right[key] += pair.faithful != bool(found)
        if errors and pair.faithful == bool(found):
            told = ", ".join(f"{f.kind}/{f.cls} {f.text!r}" for f in found)
            print(f"{'REFUSED' if found else 'MISSED '} {pair.before} => {pair.after} [{told}]")
    for faithful, heading in ((False, "unfaithful, caught"), (True, "faithful, passed")):
        print(f"\n{half}: {heading}")
        for key in sorted(key for key in total if key[0] is faithful):
            print(f"  {key[1]:24} {right[key]:4} of {total[key]:4}")
        hit = sum(n for key, n in right.items() if key[0] is faithful)
        all_ = sum(n for key, n in total.items() if key[0] is faithful)
        print(f"  {'all':24} {hit:4} of {all_:4}  {hit / max(all_, 1):.1%}")


if __name__ == "__main__":
    halves = [argument for argument in sys.argv[1:] if argument in ("dev", "test", "hard")] or ["dev"]
    for name in halves:
        main(name, errors="--errors" in sys.argv)
