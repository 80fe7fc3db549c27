"""Build senses.tsv, the words that can mean the same, from the WordNet 3.0 database files.

Run ``python data/tables/build_senses.py DICT`` with the folder of WordNet's index and data files
(Debian: package ``wordnet-base``, folder ``/usr/share/wordnet``). A line of the table holds a
word, its part of speech and the numbers of its common senses; two words mean the same where they
share a number. Only single words are kept, and only senses that two words share. NOTICE.md gives
WordNet's licence.
"""

import sys
from collections import defaultdict
from pathlib import Path

# How many of a word's senses count, most frequent first: the rarer ones mislead.
COMMON = {"noun": 3, "verb": 4, "adj": 3, "adv": 2}
TARGET = Path(__file__).with_name("senses.tsv")


def read_index(path: Path, common: int) -> dict[str, list[str]]:
    """Return the offsets of each single word's most frequent senses."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        count = int(fields[2])
        # A word that no text of WordNet's own corpus uses is too rare for a résumé.
        seen = int(fields[-count - 1]) > 0
        if seen and fields[0].isalpha() and len(fields[0]) > 2:
            found[fields[0]] = fields[-count:][:common]
    return found


def similar(path: Path) -> dict[str, set[str]]:
    """Return the adjective senses that WordNet calls similar to a sense."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            fields = line.split(" | ")[0].split()
            at = 4 + 2 * int(fields[3], 16)
            for pointer in range(at + 1, at + 1 + 4 * int(fields[at]), 4):
                if fields[pointer] == "&":
                    found[fields[0]].add(fields[pointer + 1])
    return found


def main(folder: Path) -> None:
    """Write the table."""
    rows, number = [], 0
    for part, common in COMMON.items():
        index = read_index(folder / f"index.{part}", common)
        near = similar(folder / "data.adj") if part == "adj" else {}
        words: dict[str, set[str]] = defaultdict(set)
        for word, offsets in index.items():
            for offset in offsets:
                words[offset].add(word)
        for offset, others in near.items():
            for other in others:
                words[other] |= {w for w in words.get(offset, ()) if index[w][0] == offset}
        shared = {offset: group for offset, group in sorted(words.items()) if len(group) > 1}
        numbers = {offset: number + at for at, offset in enumerate(shared)}
        number += len(shared)
        senses: dict[str, list[int]] = defaultdict(list)
        for offset, group in shared.items():
            for word in group:
                senses[word].append(numbers[offset])
        for word, ids in sorted(senses.items()):
            rows.append(f"{word}\t{part}\t{' '.join(map(str, sorted(ids)))}")
    TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
