"""Phrases of the tables found in a text by dictionary form."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reframe.core.lexicon import Lexicon
from reframe.core.once import once_for
from reframe.core.words import Word, split


@lru_cache(maxsize=512)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words and marks of a text; one bullet is asked for many times."""
    return split(text)


def same_word(word: str, wanted: str, lexicon: Lexicon) -> bool:
    """Whether ``word`` is ``wanted`` in any of its forms (a verb's forms, a noun's number)."""
    if word == wanted:
        return True
    if any(reading.lemma == wanted for reading in lexicon.readings.get(word, ())):
        return True
    if word[:2] != wanted[:2]:
        return False
    # A noun that no table knows still has its plain plural ("renewals").
    return lexicon.singular(word) == lexicon.singular(wanted) or word in {
        wanted + "s",
        wanted + "es",
    }


def is_among(word: str, wanted: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether ``word`` is any of the ``wanted`` in any of its forms, as :func:`same_word`."""
    if word in wanted or not wanted.isdisjoint(_lemmas(word, lexicon)):
        return True
    starts = _by_singular(wanted, lexicon).get(lexicon.singular(word), ())
    return word[:2] in starts or any(
        word.endswith(ending) and word[:2] == word.removesuffix(ending)[:2]
        for ending in ("s", "es")
        if word.removesuffix(ending) in wanted
    )


@lru_cache(maxsize=4096)
def _by_singular(wanted: frozenset[str], lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """Return how words begin, by their dictionary forms."""
    found: dict[str, set[str]] = {}
    for word in wanted:
        found.setdefault(lexicon.singular(word), set()).add(word[:2])
    return {singular: frozenset(starts) for singular, starts in found.items()}


@lru_cache(maxsize=4096)
def dictionary_forms(wanted: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """Return words with their dictionary forms: a word of which none of :func:`forms_of` is
    among them is none of the ``wanted``."""
    return frozenset(wanted | _by_singular(wanted, lexicon).keys())


def keys_of(words: Sequence[Word], lexicon: Lexicon) -> frozenset[str]:
    """Return every dictionary form under which a word of the text can be asked for."""
    return frozenset[str]().union(*[forms_of(word.low, lexicon) for word in words])


@lru_cache(maxsize=16384)
def forms_of(low: str, lexicon: Lexicon) -> frozenset[str]:
    """Return every dictionary form under which a word in lower case can be asked for."""
    keys = {low, lexicon.singular(low), *_lemmas(low, lexicon)}
    return frozenset(keys | {low[:-1], low[:-2]} if low.endswith("s") else keys)


@lru_cache(maxsize=16384)
def _starts(low: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form[:2] for form in (low, *_lemmas(low, lexicon)))


def _lemmas(low: str, lexicon: Lexicon) -> Iterator[str]:
    return (reading.lemma for reading in lexicon.readings.get(low, ()))


def find_phrase(
    words: Sequence[Word],
    phrase: str,
    lexicon: Lexicon,
    *,
    start: int = 0,
    end: int | None = None,
    keys: frozenset[str] | None = None,
) -> tuple[int, int] | None:
    """Return the character range of the first run of words that is ``phrase``, or None.

    ``start`` and ``end`` are characters: the run must lie between them. ``keys`` of the words
    save the search where a word of the phrase is not among them.
    """
    wanted = _wanted(phrase, lexicon)
    if keys is not None:
        for word, singular in wanted:
            if word not in keys and singular not in keys:
                return None
    stop = words[-1].end if words and end is None else (end or 0)
    for at in range(len(words) - len(wanted) + 1):
        run = words[at : at + len(wanted)]
        if run[0].start < start or run[-1].end > stop:
            continue
        if all(same_word(w.low, x, lexicon) for w, (x, _) in zip(run, wanted, strict=True)):
            return run[0].start, run[-1].end
    return None


@lru_cache(maxsize=65536)
def _wanted(phrase: str, lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """Return the words of a phrase of the tables, each with its dictionary form."""
    return tuple((word, lexicon.singular(word)) for word in phrase.casefold().split())


@lru_cache(maxsize=4096)
def first_words(phrases: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """Return the words that phrases begin with and their dictionary forms: where none of them
    is among the :func:`keys_of` a text, none of the phrases stands in it."""
    return frozenset(form for phrase in phrases for form in _wanted(phrase, lexicon)[0])


@once_for
def lows_of(words: Sequence[Word]) -> frozenset[str]:
    """Return the words of a line in lower case: a table with none of them has nothing to say."""
    return frozenset([word.low for word in words])


@once_for
def _rows(
    table: Mapping[str, str],
) -> Mapping[str, Mapping[str, list[tuple[int, tuple[str, ...], str]]]]:
    """Return the phrases of a table by their first word and the second ("" where there is none),
    each with its place in the table."""
    found: dict[str, dict[str, list[tuple[int, tuple[str, ...], str]]]] = {}
    for place, phrase in enumerate(table):
        words = tuple(phrase.split())
        second = words[1] if len(words) > 1 else ""
        found.setdefault(words[0], {}).setdefault(second, []).append((place, words, phrase))
    return found


def rows_in(words: Sequence[Word], table: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield where a phrase of a table stands word by word: position, number of words, phrase; in
    the order of the table."""
    rows = _rows(table)
    if rows.keys().isdisjoint(lows_of(words)):
        return
    lows = (*[word.low for word in words], "")
    found = [
        (place, at, len(wanted), phrase)
        for at, low in enumerate(lows)
        if low in rows
        for second in dict.fromkeys((lows[at + 1], ""))
        for place, wanted, phrase in rows[low].get(second, ())
        if lows[at : at + len(wanted)] == wanted
    ]
    for _, at, size, phrase in sorted(found):
        yield at, size, phrase


@dataclass(frozen=True, slots=True)
class Sought:
    """A text made ready to be asked for many phrases. Make one with :func:`sought`."""

    words: tuple[Word, ...]
    keys: frozenset[str]
    starts: frozenset[str]
    lexicon: Lexicon

    def find(self, phrase: str) -> tuple[int, int] | None:
        """Return the character range of the first run of words that is ``phrase``, or None."""
        return find_phrase(self.words, phrase, self.lexicon, keys=self.keys)

    def standing(self, phrases: tuple[str, ...] | frozenset[str]) -> Iterator[str]:
        """Yield those of many phrases that stand in the text."""
        by_start = _by_start(phrases)
        for start in self.starts & by_start.keys():
            for phrase in by_start[start]:
                if self.find(phrase):
                    yield phrase


@lru_cache(maxsize=512)
def sought(text: str, lexicon: Lexicon) -> Sought:
    """Return a text made ready to be asked for many phrases."""
    words = words_of(text)
    starts = frozenset[str]().union(*[_starts(word.low, lexicon) for word in words])
    return Sought(words, keys_of(words, lexicon), starts, lexicon)


@lru_cache(maxsize=1024)
def _by_start(phrases: tuple[str, ...] | frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Return phrases under the first two letters of their first words, which a word of the text
    or a lemma of it must share; see :func:`same_word`."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(phrases):
        found.setdefault(phrase.casefold().split()[0][:2], []).append(phrase)
    return {start: tuple(group) for start, group in found.items()}
