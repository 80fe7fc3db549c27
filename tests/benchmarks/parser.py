"""Measure how well bullets are understood: ``python -m tests.benchmarks.parser [--errors]``.

Every reader reads the same bullets, of the development half and of the blind half: the engine
(words and our pipeline), the words alone (the lexicon), our parse alone, and, where it is
installed, ``en_core_web_sm`` alone, without and with "I " in front of the bullet. For each: the
F1 of action verbs, lemmas and verb-object pairs, whole bullets right, weak frames, and for the
engine's readings how many bullets are confident and how often those are right. Then the
pipeline's speed and load time, and what is right by hard class.

``--errors`` lists what is wrong in the *development* bullets, by kind. The blind half is scored
in sums only: what has been looked at is not blind any more. While nobody has written new bullets
for it, it is empty, and nothing is said about bullets not seen.
"""

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import spacy

from reframe.core.bullet import ParsedBullet, Span
from reframe.core.parse import parse
from reframe.pipeline.evaluate import bundled_openers, words_per_second
from reframe.pipeline.load import load_pipeline
from reframe.tables.lexicon import load_lexicon
from tests.benchmarks._bare_parse import read_bare

CORPUS = Path(__file__).parents[1] / "corpus"
GOLD = CORPUS / "bullets_dev.jsonl"
DEVELOPMENT = (GOLD, CORPUS / "gold" / "gold_dev.jsonl")
BLIND = (CORPUS / "gold" / "gold_test.jsonl",)
ENGINE = "engine: words and our pipeline"
WORDS = "words alone"
KINDS = ("frame", "lemma", "extra verb", "missing noun", "missing object", "extra object")

Entry = dict[str, Any]
Reader = Callable[[Sequence[str]], list[ParsedBullet]]


def readers() -> Iterator[tuple[str, Reader]]:
    """Yield every reader that this environment has, with its name."""
    lexicon, weak, ours = load_lexicon(), bundled_openers(), load_pipeline()
    blank = spacy.blank("en")
    yield ENGINE, lambda texts: [parse(doc, lexicon, trees=True) for doc in ours.pipe(texts)]
    yield WORDS, lambda texts: [parse(doc, lexicon, trees=False) for doc in blank.pipe(texts)]
    yield "our parse alone", lambda texts: [read_bare(d, lexicon, weak) for d in ours.pipe(texts)]
    if spacy.util.is_package("en_core_web_sm"):
        stock = spacy.load("en_core_web_sm", exclude=["ner"])
        yield (
            "en_core_web_sm alone",
            lambda texts: [read_bare(doc, lexicon, weak) for doc in stock.pipe(texts)],
        )
        yield (
            'en_core_web_sm, "I " in front',
            lambda texts: [
                read_bare(doc, lexicon, weak, skip=2)
                for doc in stock.pipe("I " + text[:1].lower() + text[1:] for text in texts)
            ],
        )


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


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole if whole else 100:.1f} %"


def _f1(right: int, found: int, gold: int) -> str:
    return f"{200 * right / (found + gold) if found + gold else 0:.1f}"


def measure(name: str, bullets: list[ParsedBullet], gold: list[Entry]) -> list[list[str]]:
    """Print one reader's figures for one half; return what is wrong with each bullet."""
    count: Counter[str] = Counter()
    wrong = [compare(bullet, entry, count) for bullet, entry in zip(bullets, gold, strict=True)]
    for bullet, errors in zip(bullets, wrong, strict=True):
        side = "sure" if bullet.confident else "unsure"
        count[side] += 1
        count[side + " right"] += not errors
    whole = count["sure right"] + count["unsure right"]
    print(
        f"  {name}\n"
        f"    action verbs F1 {_f1(count['right'], count['found'], count['gold'])}"
        f"  with lemma {_f1(count['right lemmas'], count['found'], count['gold'])}"
        f"  verb-object pairs {_f1(count['right pairs'], count['found pairs'], count['gold pairs'])}"
        f"  whole bullets {whole}/{len(gold)} ({_share(whole, len(gold))})\n"
        f"    frames: precision {_share(count['right frames'], count['found frames'])}"
        f"  recall {_share(count['right frames'], count['gold frames'])}"
    )
    if name in (ENGINE, WORDS):
        print(
            f"    confident {_share(count['sure'], len(gold))},"
            f" right inside {count['sure right']}/{count['sure']}"
            f" ({_share(count['sure right'], count['sure'])}),"
            f" outside {count['unsure right']}/{count['unsure']}"
        )
    return wrong


def by_class(gold: list[Entry], wrong: list[list[str]]) -> None:
    """Print what share of each hard class is right as a whole."""
    rights: dict[str, list[bool]] = defaultdict(list)
    for entry, errors in zip(gold, wrong, strict=True):
        rights[entry.get("hard") or "-"].append(not errors)
    rows = (f"{name} {sum(found)}/{len(found)}" for name, found in sorted(rights.items()))
    print("    by hard class: " + ", ".join(rows))


def list_errors(gold: list[Entry], bullets: list[ParsedBullet], wrong: list[list[str]]) -> None:
    """Print the bullets that are wrong, by the kind of their first error."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for n, errors in enumerate(wrong):
        if errors:
            kinds[next((k for k in KINDS if k in errors[0]), "missing verb")].append(n)
    for kind, numbers in sorted(kinds.items()):
        print(f"  {kind}: {len(numbers)}")
        for n in numbers:
            side = "sure" if bullets[n].confident else "unsure"
            print(f"    [{side}] {gold[n]['text']}\n        {wrong[n]} {bullets[n].doubts}")


def load(paths: Sequence[Path]) -> list[Entry]:
    """Return the gold bullets of some files."""
    rows = (row for path in paths for row in path.read_text(encoding="utf-8").splitlines())
    return [json.loads(row) for row in rows]


def main() -> None:
    """Run the benchmark."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", action="store_true", help="list what is wrong, by kind")
    options.add_argument("--gold", type=Path, action="append", help="other gold to develop with")
    chosen = options.parse_args()
    halves = {"development": load(chosen.gold or DEVELOPMENT)}
    if not chosen.gold:
        halves["blind"] = load(BLIND)
    known = list(readers())
    for half, gold in halves.items():
        print(f"{half}: {len(gold)} bullets")
        if not gold:
            continue
        texts = [entry["text"] for entry in gold]
        for name, reader in known:
            bullets = reader(texts)
            wrong = measure(name, bullets, gold)
            if name == ENGINE:
                by_class(gold, wrong)
                if chosen.errors and half == "development":
                    list_errors(gold, bullets, wrong)
    _speed([entry["text"] for gold in halves.values() for entry in gold])


def _speed(texts: list[str]) -> None:
    started = time.perf_counter()
    nlp = load_pipeline()
    loaded = time.perf_counter() - started
    lexicon = load_lexicon()
    docs = list(nlp.pipe(texts))
    began = time.process_time()
    for doc in docs:
        parse(doc, lexicon, trees=True)
    reading = (time.process_time() - began) / len(texts)
    print(
        f"pipeline: loads in {loaded:.2f} s, {words_per_second(nlp, texts):,.0f} words a second on"
        f" one core; reading its parse takes {1000 * reading:.2f} ms a bullet"
    )


if __name__ == "__main__":
    main()
