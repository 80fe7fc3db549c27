"""How long 300 rules take to load: compiled anew, from the cache, and the digest alone.

Figures, never a pass or a fail: ``python tests/benchmarks/tables.py``.
"""

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from reframe.bundled import bundled
from reframe.core.index import RuleIndex
from reframe.tables.folders import digest_of, sources_of
from reframe.tables.lexicon import load_lexicon
from reframe.tables.load import load_rules

FIXTURES = Path(__file__).parent.parent / "tables" / "fixtures"
RULES = 300


def copies(folder: Path) -> Path:
    """Make a data folder with so many copies of a fixture rule."""
    data = folder / "data"
    shutil.copytree(FIXTURES, data)
    (data / "tables").mkdir()
    for name in ("questions.toml", "values.toml"):
        shutil.copy(bundled("data", "tables", name), data / "tables" / name)
    rule = data / "rules" / "clerical" / "drafted-notices.yaml"
    text = rule.read_text(encoding="utf-8")
    for number in range(RULES - 2):
        name = f"drafted-notices-{number}"
        copy = text.replace("id: clerical.drafted-notices", f"id: clerical.{name}")
        rule.with_name(f"{name}.yaml").write_text(copy, encoding="utf-8")
    return data


def timed(name: str, run: Callable[[], object], *, rounds: int) -> None:
    """Print the median and the best of some rounds, in milliseconds of processor time."""
    took = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        took.append((time.process_time() - start) * 1000)
    print(f"{name:34} median {statistics.median(took):8.2f} ms   best {min(took):8.2f} ms")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["REFRAME_CACHE"] = str(Path(folder) / "cache")
        data = copies(Path(folder))
        lexicon = load_lexicon()
        timed(
            f"{RULES} rules, compiled anew",
            lambda: load_rules(lexicon=lexicon, base=data, cache=False),
            rounds=3,
        )
        book = load_rules(lexicon=lexicon, base=data)
        timed("from the cache", lambda: load_rules(lexicon=lexicon, base=data), rounds=15)
        timed(
            "files read and digest alone", lambda: digest_of(sources_of([data], []), []), rounds=15
        )
        timed("index of all rules", lambda: RuleIndex.of(book.rules), rounds=15)
        index = RuleIndex.of(book.rules)
        words = ["responsible", "for", "filing", "papers", "and", "greeting", "visitors"]
        timed("candidates of one bullet", lambda: index.candidates(["file"], [], words), rounds=15)
        size = sum(path.stat().st_size for path in (Path(folder) / "cache").iterdir())
        print(f"cache entry: {size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
