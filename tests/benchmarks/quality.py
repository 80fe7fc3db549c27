"""What the engine does with a file of bullets: shares, guard refusals, and a sample to read.

    python -m tests.benchmarks.quality FILE.jsonl [--sample N] [--seed S] [--all] [--stays CLASS]

"Doable" are lines that could be reworded without evidence: reworded, refused by the guard, or held
back because the reading is in doubt, while that reading, trusted, would be reworded. Remits, lines
that name no act, lines that break off, lines with nothing to do, and unsure lines in which no
reading finds anything to do are not; the share with these last ones counted in stands below it.

FILE holds one JSON object a line with a ``text`` (as tests/corpus/*.jsonl do), or plain lines.
"""

import argparse
import collections
import json
import random
import sys
import time
from pathlib import Path

from reframe.core.suggestion import apply
from reframe.engine.reframer import Reframer
from tests.benchmarks.standing import DOABLE, standing

HERE = Path(__file__).parents[1] / "corpus"


def texts_of(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".jsonl":
        return [json.loads(line)["text"] for line in lines if line.strip()]
    return [line for line in lines if line.strip()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=HERE / "bullets_dev.jsonl")
    parser.add_argument("--sample", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all", action="store_true", help="sample unchanged lines too")
    parser.add_argument("--stays", default="", help="print the lines that stay for this reason")
    options = parser.parse_args()
    texts = texts_of(options.file)
    reframer = Reframer()
    lexicon = reframer.lexicon
    reframer.suggest("Warm the tables up")
    start = time.perf_counter()
    found = list(reframer.suggest_all(texts))
    seconds = time.perf_counter() - start
    changed = [s for s in found if s.changed]
    refused = [s for s in changed if reframer.check(s.before, s.after)]
    broken = [s for s in found if apply(s.before, s.edits) != s.after]
    asked = [s for s in found if s.questions]
    known = [s for s in found if any(q.source != "generic" for q in s.questions)]
    long = [s for s in changed if len(s.after.split()) > 45]
    openers = collections.Counter(s.after.split(" ", 1)[0] for s in found)

    def share(part: list, whole: list = found) -> str:
        return f"{len(part):5d}  {100 * len(part) / max(len(whole), 1):5.1f}%"

    print(f"bullets            {len(found):5d}  {len(found) / seconds:,.0f}/s with parsing")
    print(f"changed            {share(changed)}")
    print(f"unsure             {share([s for s in found if not s.confident])}")
    print(f"asked              {share(asked)}")
    print(f"asked by a rule    {share(known)}")
    print(f"guard refuses      {share(refused, changed)}  (of the changed)")
    print(f"edits do not replay{share(broken)}")
    print(f"over 45 words      {share(long)}")
    print(f"withheld           {share([s for s in found if s.withheld])}")
    print(f"told to be split   {share([s for s in found if s.split])}")
    stand = {
        s.before: standing(reframer.parse(reframer.mend(s.before).text), s, lexicon, tense="past")
        for s in found
    }
    classes = collections.Counter(stand.values())
    print("classes            " + ", ".join(f"{name} {n}" for name, n in classes.most_common()))
    doable = sum(classes[name] for name in DOABLE)
    print(f"reworded of doable {100 * classes['reworded'] / max(doable, 1):.1f}%")
    unsure = doable + classes["unsure"]
    print(f"  of these or unsure {100 * classes['reworded'] / max(unsure, 1):.1f}%")
    print("openers            " + ", ".join(f"{w} {n}" for w, n in openers.most_common(8)))
    for text in (t for t, name in stand.items() if options.stays and name == options.stays):
        print(f"= {text}")
    pool = found if options.all else changed
    for s in random.Random(options.seed).sample(pool, min(options.sample, len(pool))):
        print(f"\n- {s.before}\n+ {s.after}" if s.changed else f"\n= {s.before}")
        for question in s.questions[:2]:
            print(f"    ? {question.text}")
    for s in refused[:20]:
        findings = [(f.cls, f.text) for f in reframer.check(s.before, s.after)]
        print(f"\nREFUSED {findings}\n- {s.before}\n+ {s.after}")
    if broken:
        sys.exit(1)


if __name__ == "__main__":
    main()
