"""The engine's own time: beside the pipeline's, with ten times the rules, and from a cold start.

    python -m tests.benchmarks.engine [FILE.jsonl]

Processor time throughout, so that others on the machine do not count; the pipeline and the bare
floor stand in the same run.
"""

import argparse
import compileall
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import reframe
from reframe.bundled import bundled
from reframe.core.rule import RuleBook
from reframe.engine.reframer import Reframer
from reframe.tables.checks import load_checks
from reframe.tables.generic import load_generic
from reframe.tables.lexicon import load_lexicon
from reframe.tables.load import load_rules
from reframe.tables.spelling import load_vocabulary

CORPUS = Path(__file__).parents[1] / "corpus"
PIPELINE = bundled("data", "pipeline", "en_bullets")
LINE = "Responsible for drafting compliance documents and training staff"
TIMES = 10
ROUNDS = 5


def told(name: str, figure: float, unit: str, wanted: str = "") -> None:
    """Print a figure, beside what is wanted."""
    print(f"{name:52} {figure:9.2f} {unit:10} {'wanted ' + wanted if wanted else ''}", flush=True)


def best_of(rounds: int, *ways: Callable[[], object]) -> list[float]:
    """Return the least seconds that each of some ways takes, in turns."""
    best = [float("inf")] * len(ways)
    for _ in range(rounds):
        for n, way in enumerate(ways):
            began = time.process_time()
            way()
            best[n] = min(best[n], time.process_time() - began)
    return best


def with_copies(book: RuleBook, times: int) -> RuleBook:
    """Return a book with so many times the rules; a copy asks for another verb, as the rules of
    further trades would."""
    copies = [
        replace(
            rule,
            id=f"{rule.id}-{n}",
            verbs=frozenset(f"{verb.split()[0]}{n}" for verb in rule.verbs),
            phrases=tuple(f"{phrase} {n}x" for phrase in rule.phrases),
        )
        for rule in book.rules
        for n in range(1, times)
        if rule.verbs or rule.phrases
    ]
    rules = sorted((*book.rules, *copies), key=lambda rule: rule.id)
    return replace(book, rules=tuple(rules), keys=None)


def per_bullet(texts: Sequence[str]) -> None:
    """The engine beside the pipeline, and with ten times the rules."""
    one, many = Reframer(), Reframer()
    many.__dict__["book"] = with_copies(one.book, TIMES)
    for reframer in (one, many):
        list(reframer.suggest_all(texts[:50]))
    pipeline, whole, ten = best_of(
        ROUNDS,
        lambda: list(one.nlp.pipe(texts)),
        lambda: list(one.suggest_all(texts)),
        lambda: list(many.suggest_all(texts)),
    )
    count = len(texts)
    told("bullets a second, with parsing", count / whole, "")
    told("bullets a second, without", count / (whole - pipeline), "")
    told("pipeline", 1000 * pipeline / count, "ms/bullet")
    told("engine", 1000 * (whole - pipeline) / count, "ms/bullet")
    told("engine / pipeline", (whole - pipeline) / pipeline, "", "<= 0.5")
    told(f"{len(many.book.rules)} rules / {len(one.book.rules)}", ten / whole, "", "<= 1.1")


def tables() -> None:
    """All tables from the cache, the first time in a process."""
    code = (
        "import time; from tests.benchmarks.engine import load_all; "
        "began = time.process_time(); load_all(); print(time.process_time() - began)"
    )
    load_all()
    runs = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
        for _ in range(ROUNDS)
    ]
    told("all tables from the cache", 1000 * statistics.median(runs), "ms", "< 50")


def load_all() -> None:
    """Load every table that a draft needs."""
    lexicon = load_lexicon()
    load_rules(lexicon=lexicon)
    load_generic()
    load_vocabulary()
    load_checks()


def cold() -> None:
    """One bullet from nothing, beside loading the pipeline and parsing."""
    # As pip leaves what it installs; spaCy, on the other side, is compiled.
    compileall.compile_dir(reframe.__path__[0], quiet=2)
    bare = f"import spacy; spacy.load({str(PIPELINE)!r})({LINE!r})"
    ways = (["-c", bare], ["-m", "reframe", "bullet", LINE])
    spent: list[list[float]] = [[], []]
    for _ in range(ROUNDS + 1):
        for n, words in enumerate(ways):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, *words], capture_output=True, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent[n].append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    floor, ours = (statistics.median(times[1:]) for times in spent)
    told("spacy.load and one parse", floor, "s")
    told("reframe bullet", ours, "s")
    told("reframe bullet / bare", ours / floor, "", "<= 1.3")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path, nargs="?", default=CORPUS / "bullets_dev.jsonl")
    lines = options.parse_args().file.read_text(encoding="utf-8").splitlines()
    per_bullet([json.loads(line)["text"] for line in lines][:600])
    tables()
    cold()


if __name__ == "__main__":
    main()
