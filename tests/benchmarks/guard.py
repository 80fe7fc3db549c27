"""Measure the guard on pairs of bullets: how many fabrications it catches, how much it lets be.

Run ``python -m tests.benchmarks.guard [dev|test] [--errors]``. The guard is tuned on ``dev``
alone; ``test`` is only ever measured.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from reframe.core.bullet import ParsedBullet
from reframe.core.claims import Claim
from reframe.core.guard import Finding, check
from reframe.core.guard_licence import Licence, answer_licence, wording_licence
from reframe.core.lexicon import Lexicon
from reframe.core.parse import parse
from reframe.tables.lexicon import load_lexicon

CORPUS = Path(__file__).parents[1] / "corpus"


@dataclass(frozen=True, slots=True)
class Pair:
    """A source, a rewrite, and whether the rewrite is faithful to it."""

    before: str
    after: str
    faithful: bool
    cls: str
    licence: tuple[Mapping[str, Any], ...]
    facts: tuple[Mapping[str, Any], ...]


def read_pairs(half: str) -> Iterator[Pair]:
    """Yield the pairs of one half of the corpus."""
    path = CORPUS / f"claim_pairs_{half}.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Pair(
            row["before"],
            row["after"],
            row["faithful"],
            row["class"],
            tuple(row.get("licence", ())),
            tuple(row.get("facts", ())),
        )


def read(text: str, lexicon: Lexicon) -> ParsedBullet:
    """Return a bullet read by its words alone."""
    return parse(SimpleNamespace(text=text), lexicon, trees=False)


def licence_of(pair: Pair, lexicon: Lexicon) -> Licence:
    """Return the licence that the answers of a pair amount to."""
    licence = Licence()
    for wording in pair.licence:
        licence |= wording_licence(
            read(wording["draft"], lexicon),
            [Claim(claim) for claim in wording["claims"]],
            lexicon,
            answers=wording["answers"],
            replaces=wording["replaces"],
        )
    for fact in pair.facts:
        licence |= answer_licence(
            fact["value"],
            lexicon,
            estimate=fact.get("estimate", False),
            print_ok=fact.get("print_ok", True),
        )
    return licence


def judge(pair: Pair, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Return what the guard finds in a pair."""
    before, after = read(pair.before, lexicon), read(pair.after, lexicon)
    return check(before, after, licence_of(pair, lexicon), lexicon)


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
        print(f"  {'all':24} {hit:4} of {all_:4}  {hit / all_:.1%}")


if __name__ == "__main__":
    halves = [argument for argument in sys.argv[1:] if argument in ("dev", "test")] or ["dev"]
    for name in halves:
        main(name, errors="--errors" in sys.argv)
