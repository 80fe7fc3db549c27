"""The table of known words, and symspellpy as the finder of words near an unknown one."""

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from reframe.bundled import bundled
from reframe.core.spelling import Dictionary, Near, Vocabulary
from reframe.errors import TableError
from reframe.tables.cache import compiled

_APART = 1
_PREFIX = 7


def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """Return the known words of a table folder (the bundled one by default).

    Raises:
        TableError: when the table is missing or damaged.
    """
    path = (folder or bundled("data", "tables")) / "words.txt"
    words = compiled("words", [path], Dictionary, lambda: _dictionary(path))
    return Vocabulary(words=words, near=_finder(words))


def _dictionary(path: Path) -> Dictionary:
    by_head: defaultdict[str, dict[str, int]] = defaultdict(dict)
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            band, *words = line.split(" ")
            for word in words:
                by_head[word[:2]][word] = int(band)
    except FileNotFoundError:
        raise TableError(f"{path}: the table is missing. Reinstall, or restore the file.") from None
    except (ValueError, UnicodeDecodeError) as error:
        raise TableError(f"{path}: not a table of known words: {error}") from error
    return Dictionary(dict(by_head))


def _finder(words: Dictionary) -> Near:
    """Return a finder that indexes only the words it has to look among: a whole index costs
    seconds, and most résumés hold no unknown word."""

    @lru_cache(maxsize=512)
    def near(low: str) -> tuple[str, ...]:
        from symspellpy import SymSpell, Verbosity

        index = SymSpell(max_dictionary_edit_distance=_APART, prefix_length=_PREFIX)
        letters = set(low)
        for word, band in words.starting(low[0]):
            # One slip changes a letter or two: most words need no index.
            near_in_length = band and abs(len(word) - len(low)) <= _APART
            if near_in_length and len(letters.symmetric_difference(word)) <= 2:
                index.create_dictionary_entry(word, band + 1)
        found = index.lookup(low, Verbosity.ALL, max_edit_distance=_APART)
        return tuple(sorted(item.term for item in found))

    return near
