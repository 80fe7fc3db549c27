"""Pairs of a source and a rewrite, read from the corpus and judged by the guard."""

import json
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
    half: str = ""


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
            row.get("half", ""),
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
