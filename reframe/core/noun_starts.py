"""Where a noun begins, by its first word alone: what mechanics ask before a line is parsed."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from reframe.core.lexicon import Lexicon
from reframe.core.words import Word


def is_noun_start(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun or what describes one begins at a word: no small word, no act, no mark."""
    if at >= len(words):
        return False
    word = words[at]
    low = word.low
    if word.mark or word.number or not word.spaced or low in small_words(lexicon):
        return False
    if low in lexicon.words("ing_prepositions"):
        return False
    if low.endswith("ly") and low not in lexicon.words("ly_words"):
        return False
    readings = lexicon.readings.get(low, ())
    nominal = any(reading.nominal or reading.form == "gerund" for reading in readings)
    return not readings or nominal or low in lexicon.words("describing")


def phrase_behind(words: Sequence[Word], at: int, lexicon: Lexicon) -> list[Word]:
    """Return the words behind a word up to a mark, a preposition or a joint."""
    ends = lexicon.words("prepositions") | lexicon.words("conjunctions")
    return [*takewhile(lambda word: not word.mark and word.low not in ends, words[at + 1 :])]


def lists_openly(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Return whether a list goes on ("etc.") or closes itself ("adding files *and other* work",
    "*and, when* it rained, digging"): it lacks no "and"."""
    ends = lexicon.words("open_lists")
    return any(word.low in ends for word in words) or any(
        one.low == "and" and two.low in {"other", ","} for one, two in pairwise(words)
    )


@lru_cache(maxsize=8)
def small_words(lexicon: Lexicon) -> frozenset[str]:
    """Return the words of closed classes: those between the words that matter."""
    names = ("prepositions", "conjunctions", "determiners", "pronouns", "auxiliaries")
    others = ("relatives", "subordinators", "modals", "contrasts", "adverbs")
    found = frozenset().union(*(lexicon.words(name) for name in (*names, *others)))
    return found - lexicon.words("joined_adverbs")
