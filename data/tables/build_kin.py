"""Build kin.tsv, the words of one family ("translate", "translation"), from WordNet 3.0.

Run ``python data/tables/build_kin.py DICT`` with the folder of WordNet's index and data files
(Debian: package ``wordnet-base``, folder ``/usr/share/wordnet``). A line of the table holds a
word and the numbers of its families; a family is a verb or an adjective with the words that are
derived from it. NOTICE.md gives WordNet's licence.
"""

import sys
from collections import defaultdict
from pathlib import Path

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
# Derivation, what an adjective or adverb pertains to.
KINDS = ("+", "\\")
TARGET = Path(__file__).with_name("kin.tsv")


def read_data(folder: Path) -> dict[tuple[str, str], tuple[list[str], list[str]]]:
    """Return for each sense its words and the fields of its pointers."""
    found = {}
    for part, letter in PARTS.items():
        for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            size = int(fields[3], 16)
            words = [word.split("(")[0].casefold() for word in fields[4 : 4 + 2 * size : 2]]
            at = 4 + 2 * size
            pointers = fields[at + 1 : at + 1 + 4 * int(fields[at])]
            found[letter, fields[0]] = words, pointers
    return found


def begins_alike(one: str, other: str) -> bool:
    """Whether two words have most of the shorter one in common, from its beginning."""
    size = min(len(one), len(other))
    return one[: max(3, size * 2 // 3)] == other[: max(3, size * 2 // 3)]


def main(folder: Path) -> None:
    """Write the table."""
    data = read_data(folder)
    families: dict[str, set[str]] = defaultdict(set)
    for (part, _), (words, pointers) in data.items():
        for at in range(0, len(pointers), 4):
            kind, offset, other, ends = pointers[at : at + 4]
            if kind not in KINDS or ends == "0000":
                continue
            word = words[int(ends[:2], 16) - 1]
            target = data[other.replace("s", "a"), offset][0][int(ends[2:], 16) - 1]
            if not (word.isalpha() and target.isalpha() and begins_alike(word, target)):
                continue
            if part in "va":
                families[word] |= {word, target}
            elif part == "r" or other in "vas":
                families[target] |= {word, target}
    rows: dict[str, list[int]] = defaultdict(list)
    for number, head in enumerate(sorted(families)):
        for word in families[head]:
            rows[word].append(number)
    lines = (f"{word}\t{' '.join(map(str, sorted(rows[word])))}" for word in sorted(rows))
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
