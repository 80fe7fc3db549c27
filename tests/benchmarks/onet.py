"""What the engine does with the task statements of O*NET: 18,796 sentences of every trade.

    python -m tests.benchmarks.onet "Task Statements.xlsx" [--sample N] [--seed S]

Told apart are statements that a rule knows, that a cell of the value table knows (verb class and
object domain), that a question of the verb's class or the object's domain serves, and those that
only a question of last resort is left for. Whether a question is *apt* no program can say: a
sample is printed for reading. The file is on onetcenter.org (O*NET 29.3, CC BY 4.0).
"""

import argparse
import collections
import random
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from reframe.core.suggestion import Suggestion, apply
from reframe.engine.reframer import Reframer

_MAIN = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_COLUMN = "Task"


def statements(path: Path) -> Iterator[str]:
    """Yield the cells of the column of tasks in the first sheet of a workbook."""
    with zipfile.ZipFile(path) as book:
        shared = [
            "".join(item.itertext())
            for item in etree.fromstring(book.read("xl/sharedStrings.xml")).iterfind("m:si", _MAIN)
        ]
        rows = etree.fromstring(book.read("xl/worksheets/sheet1.xml")).iterfind(".//m:row", _MAIN)
        wanted = ""
        for row in rows:
            for cell in row.iterfind("m:c", _MAIN):
                value = cell.findtext("m:v", default="", namespaces=_MAIN)
                text = shared[int(value)] if cell.get("t") == "s" else value
                letters = (cell.get("r") or "").rstrip("0123456789")
                if not wanted and text == _COLUMN:
                    wanted = letters
                elif letters == wanted:
                    yield text


def served(suggestion: Suggestion, reframer: Reframer) -> str:
    """Return by what the first specific question of a statement came."""
    if suggestion.rule_ids or any(q.source != "generic" for q in suggestion.questions):
        return "rule"
    if any(q.value for q in suggestion.questions):
        return "cell"
    last = {reframer.generic.domains[name].text for name in ("nothing", "act", "unknown")}
    own = [
        q
        for q in suggestion.questions
        if q.id.rpartition("/")[2].startswith("unit") and q.text not in last
    ]
    return "class or domain" if own else "last resort"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--sample", type=int, default=0)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    texts = list(statements(chosen.file))
    if not texts:
        raise SystemExit(f"{chosen.file}: no column {_COLUMN!r} in its first sheet")
    reframer = Reframer()
    reframer.suggest("Warm the tables up")
    counts: collections.Counter[str] = collections.Counter()
    bad: list[str] = []
    kept: list[tuple[str, Suggestion]] = []
    began = time.perf_counter()
    for suggestion in reframer.suggest_all(texts):
        by = served(suggestion, reframer)
        counts[by] += 1
        counts["unsure"] += not suggestion.confident
        counts["changed"] += suggestion.changed
        if apply(suggestion.before, suggestion.edits) != suggestion.after:
            bad.append(f"edits do not replay: {suggestion.before}")
        elif suggestion.changed and reframer.check(suggestion.before, suggestion.after):
            bad.append(f"guard: {suggestion.before} => {suggestion.after}")
        kept.append((by, suggestion))
    seconds = time.perf_counter() - began
    total = len(kept)
    print(f"statements         {total}, no crash, {total / seconds:,.0f}/s with checking")
    for name in ("rule", "cell", "class or domain", "last resort", "unsure", "changed"):
        print(f"{name:18} {counts[name]:6}  {100 * counts[name] / total:5.1f} %")
    known = counts["rule"] + counts["cell"]
    print(f"value by rule/cell {known:6}  {100 * known / total:5.1f} %")
    print(f"guard or replay    {len(bad):6}")
    for line in bad[:20]:
        print("   ", line)
    for by, suggestion in random.Random(chosen.seed).sample(kept, min(chosen.sample, total)):
        print(f"\n[{by}] {suggestion.before}")
        if suggestion.changed:
            print(f"    + {suggestion.after}")
        for question in suggestion.questions[:3]:
            print(f"    ? {question.value:6} {question.text}")


if __name__ == "__main__":
    main()
