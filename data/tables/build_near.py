"""Build near.tsv, what words may stand for in the same place, from the WordNet 3.0 database.

Run ``python data/tables/build_near.py DICT`` with the folder of WordNet's index and data files
(Debian: package ``wordnet-base``, folder ``/usr/share/wordnet``). A line of the table holds a
word, its part of speech, the numbers of its senses and, behind a "<", those of what its common
senses are kinds of. NOTICE.md gives WordNet's licence.
"""

import sys
from collections import Counter
from pathlib import Path

# How many senses of a word count, and of how many what they are kinds of.
SENSES = {"noun": (5, 2), "verb": (8, 4), "adj": (4, 2)}
TARGET = Path(__file__).with_name("near.tsv")


def read_index(path: Path) -> dict[str, list[str]]:
    """Return the senses of each single word that a text of WordNet's own corpus uses."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split()
        if not line.startswith(" ") and fields[0].isalpha() and len(fields[0]) > 2:
            count = int(fields[2])
            if int(fields[-count - 1]) > 0:
                found[fields[0]] = fields[-count:]
    return found


def read_kinds(path: Path) -> dict[str, list[str]]:
    """Return for each sense those that it is a kind of, or is called similar to."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            fields = line.split(" | ")[0].split()
            at = 4 + 2 * int(fields[3], 16)
            rows = range(at + 1, at + 1 + 4 * int(fields[at]), 4)
            found[fields[0]] = [fields[i + 1] for i in rows if fields[i] in ("@", "&", "$")]
    return found


def main(folder: Path) -> None:
    """Write the table."""
    rows = []
    for part, (senses, common) in SENSES.items():
        index, kinds = read_index(folder / f"index.{part}"), read_kinds(folder / f"data.{part}")
        own = {word: offsets[:senses] for word, offsets in index.items()}
        above = {
            word: {kind for offset in offsets[:common] for kind in kinds[offset]}
            for word, offsets in index.items()
        }
        used = Counter(o for offsets in own.values() for o in offsets)
        reached = {kind for found in above.values() for kind in found}
        for word in sorted(own):
            mine = sorted(int(o) for o in own[word] if used[o] > 1 or o in reached)
            kinds_of = sorted(int(o) for o in above[word] if used[o])
            if mine or kinds_of:
                told = f"{' '.join(map(str, mine))} < {' '.join(map(str, kinds_of))}".strip()
                rows.append(f"{word}\t{part}\t{told}")
    TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
