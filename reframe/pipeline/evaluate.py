"""Score a pipeline on gold bullets: ``python -m reframe.pipeline.evaluate GOLD... [--model DIR]``.

A gold file is JSON lines with ``text`` and ``actions`` (``start``, ``end``, ``objs``), or plain
text, one bullet a line, where a bar parts the bullet from its actions::

    Drafted policies and trained staff | Drafted: policies; trained: staff
"""

import argparse
import json
import sys
import time
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language

from reframe.bundled import bundled
from reframe.pipeline.actions import Act, Extent, Openers, acts, openers
from reframe.pipeline.load import load_pipeline
from reframe.pipeline.words import inflector


@dataclass(frozen=True, slots=True)
class Gold:
    """A bullet and the acts that a reader finds in it."""

    text: str
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """F1 of action verbs and of verb-object pairs, and the share of bullets wholly right (0-1).

    ``wrong`` lists each bullet that is not, with what was found in it.
    """

    verbs: float
    pairs: float
    whole: float
    wrong: tuple[tuple[str, str], ...]


def read_gold(path: Path) -> list[Gold]:
    """Read gold bullets; blank lines and lines that begin with ``#`` are skipped.

    Raises:
        ValueError: when a plain-text line names a word that its bullet does not hold.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.strip() and not line.startswith("#")]
    if path.suffix == ".jsonl":
        return [_from_json(json.loads(row)) for row in rows]
    return [from_plain(row) for row in rows]


def _from_json(row: dict[str, Any]) -> Gold:
    return Gold(
        row["text"],
        tuple(
            Act((a["start"], a["end"]), tuple((o["start"], o["end"]) for o in a["objs"]))
            for a in row["actions"]
        ),
    )


def from_plain(row: str) -> Gold:
    """Return the gold of one plain-text line.

    An object is looked for behind its verb, and a verb behind the one before it.

    >>> from_plain("Ran tills and stores | Ran: tills, stores").acts
    (Act(verb=(0, 3), objects=((4, 9), (14, 20))),)
    """
    text, _, listed = (part.strip() for part in row.partition(" |"))
    found: list[Act] = []
    at = 0
    for item in filter(None, (part.strip() for part in listed.split(";"))):
        verb, _, objects = item.partition(":")
        start = text.index(verb.strip(), at)
        at = start + len(verb.strip())
        places: list[Extent] = []
        behind = at
        for name in filter(None, (o.strip() for o in objects.split(","))):
            place = text.index(name, behind)
            behind = place + len(name)
            places.append((place, behind))
        found.append(Act((start, at), tuple(places)))
    return Gold(text, tuple(found))


def score(nlp: Language, gold: Sequence[Gold], weak: Openers) -> Scores:
    """Score a pipeline: a verb or object counts as found when the extents overlap."""
    counts = {name: [0, 0, 0] for name in ("verbs", "pairs")}  # right, found, gold
    wrong: list[tuple[str, str]] = []
    for item, doc in zip(gold, nlp.pipe(g.text for g in gold), strict=True):
        found = acts(doc, weak)
        pairs_found = [(a.verb, o) for a in found for o in a.objects]
        pairs_gold = [(a.verb, o) for a in item.acts for o in a.objects]
        verbs_right = _matches([a.verb for a in item.acts], [a.verb for a in found])
        pairs_right = sum(
            any(_overlap(v, w) and _overlap(o, p) for w, p in pairs_found) for v, o in pairs_gold
        )
        for name, right, n_found, n_gold in (
            ("verbs", verbs_right, len(found), len(item.acts)),
            ("pairs", pairs_right, len(pairs_found), len(pairs_gold)),
        ):
            counts[name] = [
                a + b for a, b in zip(counts[name], (right, n_found, n_gold), strict=True)
            ]
        if not (verbs_right == len(found) == len(item.acts)) or not (
            pairs_right == len(pairs_found) == len(pairs_gold)
        ):
            wrong.append((item.text, shown(item.text, found)))
    return Scores(
        _f1(*counts["verbs"]), _f1(*counts["pairs"]), 1 - len(wrong) / len(gold), tuple(wrong)
    )


def shown(text: str, found: Iterable[Act]) -> str:
    """Return acts in the notation of plain-text gold."""
    return "; ".join(
        text[slice(*act.verb)] + ": " + ", ".join(text[slice(*o)] for o in act.objects)
        for act in found
    )


def _matches(gold: list[Extent], found: list[Extent]) -> int:
    return sum(any(_overlap(g, f) for f in found) for g in gold)


def _overlap(a: Extent, b: Extent) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 1.0


def words_per_second(nlp: Language, texts: Sequence[str]) -> float:
    """Return the batch speed in seconds of one core, on these texts repeated to 50,000 words."""
    words = sum(len(text.split()) for text in texts)
    many = list(texts) * max(1, 50_000 // max(1, words))
    started = time.process_time()
    for _ in nlp.pipe(many, batch_size=256):
        pass
    return sum(len(text.split()) for text in many) / (time.process_time() - started)


def bundled_openers() -> Openers:
    """Return the weak openers of the bundled tables."""
    path = bundled("data", "tables", "templates.toml")
    shapes = tomllib.loads(path.read_text(encoding="utf-8"))
    return openers(shapes["frames"], inflector(shapes["irregular"]))


def main(arguments: list[str] | None = None) -> None:
    """Print the scores of each gold file as JSON, and with ``--wrong`` what is not right."""
    parser = argparse.ArgumentParser(prog="python -m reframe.pipeline.evaluate")
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--model", type=Path, help="folder of a model (default: the bundled one)")
    parser.add_argument("--wrong", action="store_true", help="list the bullets that are not right")
    options = parser.parse_args(arguments)
    started = time.perf_counter()
    nlp = load_pipeline(options.model)
    loaded = time.perf_counter() - started
    weak = bundled_openers()
    for path in options.gold:
        gold = read_gold(path)
        scores = score(nlp, gold, weak)
        figures = {
            "gold": path.name,
            "bullets": len(gold),
            "verb_f1": round(scores.verbs, 4),
            "pair_f1": round(scores.pairs, 4),
            "whole": round(scores.whole, 4),
            "words_per_second": round(words_per_second(nlp, [g.text for g in gold])),
            "load_seconds": round(loaded, 3),
        }
        sys.stdout.write(json.dumps(figures) + "\n")
        if options.wrong:
            sys.stdout.writelines(f"  {text}\n    -> {found}\n" for text, found in scores.wrong)


if __name__ == "__main__":
    main()
