"""Measure the guard on pairs of bullets: how many fabrications it catches, how much it lets be.

Run ``python -m tests.benchmarks.guard [dev|test|hard|free] [--errors] [--confusion]``. The guard is
tuned on ``dev`` and ``hard`` alone; ``test`` is only ever measured. ``--confusion`` tells as what
the fabrications of each class were refused.
"""

import sys
from collections import Counter, defaultdict

from reframe.tables.lexicon import load_lexicon
from tests.core.guard_pairs import judge, read_pairs


def main(half: str, *, errors: bool, confusion: bool) -> None:
    """Print the share of fabrications caught and of faithful rewrites passed, by class."""
    lexicon = load_lexicon()
    right: Counter[tuple[bool, str]] = Counter()
    total: Counter[tuple[bool, str]] = Counter()
    named: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for pair in read_pairs(half):
        found = judge(pair, lexicon)
        key = (pair.faithful, pair.cls)
        total[key] += 1
        right[key] += pair.faithful != bool(found)
        if not pair.faithful:
            named[pair.cls].update({finding.cls for finding in found})
        if errors and pair.faithful == bool(found):
            told = ", ".join(f"{f.kind}/{f.cls} {f.text!r}" for f in found)
            print(f"{'REFUSED' if found else 'MISSED '} {pair.before} => {pair.after} [{told}]")
    for faithful, heading in ((False, "unfaithful, caught"), (True, "faithful, passed")):
        keys = sorted(key for key in total if key[0] is faithful)
        if not keys:
            continue
        print(f"\n{half}: {heading}")
        for key in keys:
            print(f"  {key[1]:24} {right[key]:4} of {total[key]:4}")
            if confusion and not faithful:
                seen = ", ".join(f"{cls} {n}" for cls, n in named[key[1]].most_common())
                print(f"    refused as {seen}")
        hit, all_ = (sum(counts[key] for key in keys) for counts in (right, total))
        print(f"  {'all':24} {hit:4} of {all_:4}  {hit / all_:.1%}")


if __name__ == "__main__":
    halves = [argument for argument in sys.argv[1:] if argument in ("dev", "test", "hard", "free")]
    for name in halves or ["dev"]:
        main(name, errors="--errors" in sys.argv, confusion="--confusion" in sys.argv)
