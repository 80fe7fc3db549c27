"""Write ``data/tables/words.txt``: the words that are spelled right, by how common they are.

Run as ``python -m reframe.pipeline.known_words``. The counts are those of symspellpy's English
dictionary; lemminflect adds words that it lacks, mostly of trades and sciences, without a count.
Both are needed here only: what the engine reads at run time is the static table.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources import files

from reframe.bundled import bundled
from reframe.errors import TableError
from reframe.pipeline.verb_forms import word_forms

_COUNTS = "frequency_dictionary_en_82_765.txt"


def banded(
    counts: Mapping[str, int], uncounted: Iterable[str], *, wrong: Iterable[str]
) -> list[str]:
    """Return the lines of the table: a band and its words, the most common band first.

    A band is the binary logarithm of the count, rounded down; band 0 has no counts.

    Args:
        counts: Words with how often they were counted.
        uncounted: Further words that are spelled right.
        wrong: Words to leave out.
    """
    bands: defaultdict[int, set[str]] = defaultdict(set)
    left_out = frozenset(wrong)
    for word, count in counts.items():
        bands[max(count, 1).bit_length() - 1].add(word)
    bands[0] |= {word for word in uncounted if word not in counts}
    return [
        f"{band} {' '.join(sorted(words - left_out))}"
        for band, words in sorted(bands.items(), reverse=True)
    ]


def _counts() -> dict[str, int]:
    try:
        text = files("symspellpy").joinpath(_COUNTS).read_text(encoding="utf-8-sig")
    except (ModuleNotFoundError, FileNotFoundError):
        raise TableError(
            "symspellpy is not installed: its dictionary is needed to build the known words."
        ) from None
    rows = (line.split() for line in text.splitlines())
    return {word: int(count) for word, count in rows if _plain(word)}


def _plain(word: str) -> bool:
    return word.isascii() and word.isalpha() and word.islower() and len(word) > 1


def main() -> None:
    """Write the table into the bundled folder."""
    folder = bundled("data", "tables")
    table = tomllib.loads((folder / "spelling.toml").read_text(encoding="utf-8"))
    wrong = table["words"]["never_known"]
    uncounted = {word for word in word_forms() if _plain(word)}
    lines = banded(_counts(), uncounted, wrong=wrong)
    (folder / "words.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
