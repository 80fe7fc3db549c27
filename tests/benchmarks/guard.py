"""Measure the guard on pairs of bullets: how many fabrications it catches, how much it lets be.

Run ``python -m tests.benchmarks.guard [dev|test|hard|free|edited|blind|equal|probed] [--errors]
[--confusion]``. The guard is tuned on ``dev``, ``hard``, ``edited`` and ``equal`` and the
development half of ``blind``; ``test`` and the other half of ``blind`` are only ever measured, in
sums. ``free``, ``edited``, ``blind``, ``equal`` and ``probed`` are rewrites in free words and are
judged as ``reframe check`` judges them; the others as the engine judges its own wordings.
``equal`` changes one word for another in short lines; ``probed`` holds fabrications that passed
when somebody looked for such, and nothing else. ``--confusion`` tells as what the fabrications of
each class were refused.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable

from reframe import Reframer
from reframe.core.guard_finding import Finding
from reframe.tables.lexicon import load_lexicon
from tests.core.guard_pairs import Pair, judge, read_pairs

HALVES = ("dev", "test", "hard", "free", "edited", "blind", "equal", "probed")
FREE = frozenset({"free", "edited", "blind", "equal", "probed"})


def main(half: str, *, errors: bool, confusion: bool) -> None:
    """Print the share of fabrications caught and of faithful rewrites passed, by class."""
    judged = _in_free_words() if half in FREE else _as_the_engine()
    right: Counter[tuple[bool, str]] = Counter()
    total: Counter[tuple[bool, str]] = Counter()
    named: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for pair in read_pairs(half):
        found = judged(pair)
        key = (pair.faithful, f"{pair.half} {pair.cls}".strip())
        total[key] += 1
        right[key] += pair.faithful != bool(found)
        if not pair.faithful:
            named[pair.cls].update({finding.cls for finding in found})
        open_half = half != "test" and pair.half != "test"
        if errors and open_half and pair.faithful == bool(found):
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
        for part in sorted({key[1].split()[0] for key in keys} & {"dev", "test"}):
            own = [key for key in keys if key[1].startswith(f"{part} ")]
            hit, all_ = (sum(counts[key] for key in own) for counts in (right, total))
            print(f"  {part:24} {hit:4} of {all_:4}  {hit / all_:.1%}")
        hit, all_ = (sum(counts[key] for key in keys) for counts in (right, total))
        print(f"  {'all':24} {hit:4} of {all_:4}  {hit / all_:.1%}")


def _in_free_words() -> Callable[[Pair], tuple[Finding, ...]]:
    reframer = Reframer()
    return lambda pair: reframer.check(pair.before, pair.after)


def _as_the_engine() -> Callable[[Pair], tuple[Finding, ...]]:
    lexicon = load_lexicon()
    return lambda pair: judge(pair, lexicon)


if __name__ == "__main__":
    halves = [argument for argument in sys.argv[1:] if argument in HALVES]
    for name in halves or ["dev"]:
        main(name, errors="--errors" in sys.argv, confusion="--confusion" in sys.argv)
