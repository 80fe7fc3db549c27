"""Measure how well bullets are understood: ``python -m tests.benchmarks.parser [--errors]``.

Prints, for each reader at hand (words alone; with our pipeline; with en_core_web_sm when it is
installed), the F1 of action verbs, lemmas and verb-object pairs, whole bullets right, frames,
how many bullets are confident and how often those are right, words per second of the pipeline
alone, and milliseconds a bullet for everything else.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from reframe.bundled import bundled
from reframe.core.bullet import ParsedBullet, Span
from reframe.core.lexicon import Lexicon
from reframe.core.parse import parse
from reframe.tables.lexicon import load_lexicon

GOLD = Path(__file__).parents[1] / "corpus" / "bullets_dev.jsonl"


def readers() -> Iterator[tuple[str, Language, bool]]:
    """Yield every reader that this environment has: its name, pipeline, and whether it parses."""
    yield "words alone", spacy.blank("en"), False
    if (bundled("data", "pipeline", "en_bullets") / "config.cfg").is_file():
        from reframe.pipeline.load import load_pipeline

        yield "with our pipeline", load_pipeline(), True
    if spacy.util.is_package("en_core_web_sm"):
        yield "with en_core_web_sm", spacy.load("en_core_web_sm", exclude=["ner"]), True


def compare(bullet: ParsedBullet, gold: dict[str, Any], count: Counter[str]) -> list[str]:
    """Count one bullet against its gold; return what is wrong in words."""
    wrong: list[str] = []
    acts = [act for act in gold["actions"] if act["role"] != "frame"]
    taken: set[int] = set()
    count["gold"] += len(acts)
    count["found"] += len(bullet.clauses)
    count["gold pairs"] += sum(len(act["objs"]) for act in acts)
    count["found pairs"] += sum(len(clause.objects) for clause in bullet.clauses)
    for act in acts:
        match = next(
            (n for n, c in enumerate(bullet.clauses) if n not in taken and _meet(act, c.verb)), None
        )
        if match is None:
            wrong.append(f"missing {act['text']}")
            continue
        taken.add(match)
        clause = bullet.clauses[match]
        count["right"] += 1
        if clause.verb.lemma == act["lemma"].lower():
            count["right lemmas"] += 1
        else:
            wrong.append(f"lemma {clause.verb.lemma} for {act['lemma']}")
        objects = list(clause.objects)
        for obj in act["objs"]:
            found = next((o for o in objects if _meet(obj, o)), None)
            if found is None:
                wrong.append(f"{act['text']}: missing object {obj['text']}")
            else:
                objects.remove(found)
                count["right pairs"] += 1
        wrong += [f"{act['text']}: extra object {o.text}" for o in objects]
    wrong += [f"extra verb {c.verb.text}" for n, c in enumerate(bullet.clauses) if n not in taken]
    framed = any(segment.frame for segment in bullet.segments)
    count["gold frames"] += bool(gold["weak_frame"])
    count["found frames"] += framed
    count["right frames"] += framed and bool(gold["weak_frame"])
    if framed != bool(gold["weak_frame"]):
        wrong.append(f"frame {bullet.frame} for {gold['weak_frame']}")
    nouns = [noun for segment in bullet.segments for noun in segment.nouns]
    if gold["weak_frame"] and not acts:
        for noun in gold["real_nouns"]:
            if not any(_meet(noun, n) for n in nouns):
                wrong.append(f"missing noun {noun['text']}")
    return wrong


def _meet(gold: dict[str, Any], span: Span) -> bool:
    return bool(gold["start"] < span.end and span.start < gold["end"])


def _f1(right: int, found: int, gold: int) -> str:
    return f"{200 * right / (found + gold) if found + gold else 0:.1f}"


def report(
    name: str,
    nlp: Language,
    lexicon: Lexicon,
    gold: list[dict[str, Any]],
    *,
    trees: bool,
    errors: bool,
) -> None:
    """Print one reader's figures."""
    count: Counter[str] = Counter()
    texts = [entry["text"] for entry in gold]
    list(nlp.pipe(texts[:20]))
    started = time.process_time()
    docs = list(nlp.pipe(texts))
    parsed = time.process_time()
    bullets = [parse(doc, lexicon, trees=trees) for doc in docs]
    read = time.process_time()
    words = sum(len(doc) for doc in docs)
    for entry, bullet in zip(gold, bullets, strict=True):
        wrong = compare(bullet, entry, count)
        side = "sure" if bullet.confident else "unsure"
        count[side] += 1
        count[side + " right"] += not wrong
        if errors and (wrong or not bullet.confident):
            print(f"  [{side}] {entry['text']}\n      {wrong} {bullet.doubts}")
    whole = count["sure right"] + count["unsure right"]
    print(
        f"{name}: {len(gold)} bullets; pipeline {words / (parsed - started):,.0f} words a second,"
        f" reading {1000 * (read - parsed) / len(gold):.2f} ms a bullet\n"
        f"  action verbs F1 {_f1(count['right'], count['found'], count['gold'])}"
        f"  with lemma {_f1(count['right lemmas'], count['found'], count['gold'])}"
        f"  verb-object pairs {_f1(count['right pairs'], count['found pairs'], count['gold pairs'])}"
        f"  whole bullets {whole}/{len(gold)}\n"
        f"  frames: precision {count['right frames']}/{count['found frames']}"
        f"  recall {count['right frames']}/{count['gold frames']}\n"
        f"  confident {count['sure']}/{len(gold)}, right inside {count['sure right']}/{count['sure']},"
        f" outside {count['unsure right']}/{count['unsure']}"
    )


def main() -> None:
    """Run the benchmark."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", action="store_true", help="list what is wrong or unsure")
    options.add_argument("--gold", type=Path, default=GOLD)
    chosen = options.parse_args()
    gold = [json.loads(row) for row in chosen.gold.read_text(encoding="utf-8").splitlines()]
    lexicon = load_lexicon()
    for name, nlp, trees in readers():
        report(name, nlp, lexicon, gold, trees=trees, errors=chosen.errors)


if __name__ == "__main__":
    main()
