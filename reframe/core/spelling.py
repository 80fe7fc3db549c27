"""Words that are spelled wrong: what was meant where that is certain, and else a doubt."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Annotated, Final

from reframe.core.deferred import DEFERRED
from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start
from reframe.core.spelled_forms import rightly_built
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

Near = Callable[[str], Sequence[str]]
"""Known words one letter away from an unknown one: added, missing, other, or two swapped."""

_PLAIN = re.compile(r"[a-z]+")
_SHORTEST = 5
_LONG = 9
_LONG_WITHOUT = 7
"""A word that lacks a letter gives itself away sooner than one that has a letter too many."""
_COMMON = 20
_FAR_COMMONER = 5
"""Bands are powers of two: this many lie between a word and one a hundred times rarer."""
_PREFIXED = 4
_NONE: Final[Mapping[str, int]] = {}


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Words in lower case with how common each is: the binary logarithm of a count, 0 when
    nobody counted. They lie under their first two letters, for a résumé needs few of them."""

    by_head: Annotated[Mapping[str, Mapping[str, int]], DEFERRED]

    def under(self, low: str) -> Mapping[str, int]:
        """Return the words that begin with the first two letters of one."""
        found: Mapping[str, int] = self.by_head.get(low[:2], _NONE)
        return found

    def starting(self, letter: str) -> Iterator[tuple[str, int]]:
        """Yield the words that begin with a letter."""
        for head in self.by_head:
            if head.startswith(letter):
                yield from self.by_head[head].items()


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Every word that is known to be spelled right. Frozen and shared: a vocabulary is equal to
    itself alone, so that what was found with it can be cached under it.

    ``words`` are those of the dictionary, and ``near`` finds candidates for an unknown one.
    """

    words: Dictionary
    near: Near

    def has(self, low: str) -> bool:
        """Whether the dictionary lists a word in lower case."""
        return low in self.words.under(low)

    def band(self, low: str) -> int:
        """Return how common a word of the dictionary is; see :class:`Dictionary`."""
        return self.words.under(low)[low]


def is_known(low: str, lexicon: Lexicon, vocabulary: Vocabulary) -> bool:
    """Whether a word in lower case is one, or is built of known parts."""
    if _listed(low, lexicon, vocabulary) or not low.isalpha():
        return True
    if _by_rule(low, lexicon, vocabulary):
        return False
    for ending in lexicon.words("word_endings"):
        stem = low.removesuffix(ending)
        if stem != low and len(stem) > 2 and (
            _listed(stem, lexicon, vocabulary)
            or _listed(stem + "e", lexicon, vocabulary)
            or (stem[-1] == stem[-2] and _listed(stem[:-1], lexicon, vocabulary))
            or (stem[-1] == "i" and _listed(stem[:-1] + "y", lexicon, vocabulary))
        ):  # fmt: skip
            return True
    for prefix in lexicon.words("word_beginnings"):
        rest = low.removeprefix(prefix)
        if rest != low and len(rest) >= _PREFIXED and _listed(rest, lexicon, vocabulary):
            return True
    return False


def is_joined(low: str, vocabulary: Vocabulary, *, known: int = 0) -> bool:
    """Whether a word may be two that grew together ("timesheet") or that lost their blank.

    ``known`` is how common both must be; see :class:`Dictionary`.
    """
    return any(
        vocabulary.has(low[:at])
        and vocabulary.has(low[at:])
        and min(vocabulary.band(low[:at]), vocabulary.band(low[at:])) >= known
        for at in range(2, len(low) - 1)
    )


def _listed(low: str, lexicon: Lexicon, vocabulary: Vocabulary) -> bool:
    return (
        vocabulary.has(low)
        or low in lexicon.words("spelled_right")
        or low in lexicon.readings
        or low in lexicon.domains
        or low in lexicon.plurals
        or low in lexicon.words("adjectives")
    )


def _by_rule(low: str, lexicon: Lexicon, vocabulary: Vocabulary) -> str:
    return rightly_built(low, lexicon, lambda word: _listed(word, lexicon, vocabulary))


def correction(low: str, lexicon: Lexicon, vocabulary: Vocabulary) -> str:
    """Return what an unknown word was meant to be, or "" where that is not certain.

    A mistake that is known is certain. Any other must have one candidate alone: a common word
    one slip away that no second candidate comes near to in use.
    """
    listed = lexicon.maps["misspelt"]
    if low in listed:
        return listed[low]
    if built := _by_rule(low, lexicon, vocabulary):
        return built
    if len(low) < _SHORTEST or is_joined(low, vocabulary, known=_COMMON - 2):
        return ""
    near = _one_apart(low, vocabulary)
    if not near:
        return ""
    band, word = max((vocabulary.band(word), word) for word in near)
    rivals = [vocabulary.band(other) for other in near if other != word]
    if band < _COMMON or any(band - rival < _FAR_COMMONER for rival in rivals):
        return ""
    return word if _is_slip(low, word, lexicon) else ""


def parted(low: str, lexicon: Lexicon, vocabulary: Vocabulary) -> str:
    """Return an unknown word as a small word and a common one that lost the blank between them,
    or "": "theapplication" is "the application"."""
    found = [
        (low[:at], low[at:])
        for at in range(3, len(low) - 2)
        if vocabulary.has(low[:at]) and vocabulary.has(low[at:])
    ]
    if len(found) != 1:
        return ""
    left, right = found[0]
    small = lexicon.words("grown_on")
    other = right if left in small else left if right in small else ""
    grown = len(other) >= _SHORTEST and vocabulary.band(other) >= _COMMON
    return f"{left} {right}" if grown else ""


def _one_apart(low: str, vocabulary: Vocabulary) -> list[str]:
    return [word for word in vocabulary.near(low) if word[0] == low[0]]


def _is_slip(low: str, word: str, lexicon: Lexicon) -> bool:
    """Whether fingers or ears write ``low`` for ``word``: a letter is doubled or not, two are
    swapped, a vowel is misheard, or in a long word any inner letter is too many or missing.

    A consonant for another makes another word too often ("intubation", "incubation").
    """
    head = next((n for n, (a, b) in enumerate(zip(low, word, strict=False)) if a != b), None)
    if head is None:
        return False
    if low[-1] != word[-1]:
        # "followinf": the finger came down beside the last key.
        beside = low[:-1] == word[:-1] and low[-1] + word[-1] in _beside(lexicon)
        return beside and len(low) >= _LONG_WITHOUT + 1
    vowels = lexicon.words("vowel_letters")
    if len(low) == len(word):
        if low[head : head + 2] == word[head : head + 2][::-1]:
            return True
        return low[head] in vowels and word[head] in vowels
    longer = max(low, word, key=len)
    twice = longer[head] == longer[head - 1] or longer[head] == longer[head + 1]
    enough = _LONG_WITHOUT if longer == word else _LONG
    return twice or longer[head] in vowels or len(longer) >= enough


@lru_cache(maxsize=8)
def _beside(lexicon: Lexicon) -> frozenset[str]:
    """Return the pairs of letters that lie side by side on a keyboard."""
    pairs = (a + b for row in lexicon.phrases("keyboard_rows") for a, b in pairwise(row))
    return frozenset(pair[::step] for pair in pairs for step in (1, -1))


def spelling(
    words: Sequence[Word], lexicon: Lexicon, vocabulary: Vocabulary
) -> Iterator[Edit | str]:
    """Yield the correction of every word that is certainly misspelt, and else the word itself
    where a common word is near.

    Names, codes and whatever has a capital inside a line are nobody's mistake.
    """
    for at, word in enumerate(words):
        first = at == 0
        low = word.low
        plain = _PLAIN.fullmatch(word.text) or (first and _PLAIN.fullmatch(word.text.lower()))
        if not plain or (word.text != low and not (first and word.text == low.capitalize())):
            continue
        if len(low) < 3 or (
            low not in lexicon.maps["misspelt"] and is_known(low, lexicon, vocabulary)
        ):
            continue
        meant = correction(low, lexicon, vocabulary) or parted(low, lexicon, vocabulary)
        if meant.endswith("'s") and not is_noun_start(words, at + 1, lexicon):
            meant = _by_rule(low, lexicon, vocabulary) or meant  # "called *companys* about bills"
        if first and meant and word.text != low and not _may_begin(meant, lexicon):
            meant = ""
        if meant:
            shaped = meant.capitalize() if word.text[0].isupper() else meant
            why = f'"{word.text}" should be "{meant}".'
            yield repaired(word.start, word.end, shaped, why, kind="spelling")
        elif not first and _is_doubtful(low, vocabulary):
            yield word.text


def _is_doubtful(low: str, vocabulary: Vocabulary) -> bool:
    """Whether an unknown word is near a common one; else it may be a trade's own."""
    if len(low) < _SHORTEST or is_joined(low, vocabulary):
        return False
    return any(vocabulary.band(word) >= _COMMON for word in _one_apart(low, vocabulary))


def _may_begin(meant: str, lexicon: Lexicon) -> bool:
    """Whether a corrected first word is one that lines begin with, and not perhaps a name."""
    return meant in lexicon.readings or meant.casefold() in lexicon.words("line_starts")
