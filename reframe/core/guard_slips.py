"""A source as it was meant: an unknown word that the draft spells right is the same word."""

import re
from collections.abc import Iterator

from symspellpy.editdistance import DistanceAlgorithm, EditDistance

from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon
from reframe.core.spelling import Vocabulary, is_known

_WORD = re.compile(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])")
_DISTANCE = EditDistance(DistanceAlgorithm.DAMERAU_OSA)
_SLIPS = 2
_LONG = 7
"""From here on two slips are one mistake; a shorter word with two of them is another word."""


def as_meant(before: str, after: str, lexicon: Lexicon, vocabulary: Vocabulary) -> str:
    """Return a source with each unknown word as the draft spells it: one known word of the draft
    that the source lacks, or another form of it, which begins alike and lies within two slips
    ("cleanign", "cleaning").

    Nobody else's correction is needed: what was meant stands beside it.
    """
    said, told = set(_WORD.findall(before)), set(_WORD.findall(after.lower()))

    def meant(match: re.Match[str]) -> str:
        word = match.group()
        if is_known(word, lexicon, vocabulary) and word not in lexicon.maps["misspelt"]:
            return word
        near = {
            form
            for other in told - said
            if other[0] == word[0] and is_known(other, lexicon, vocabulary)
            for form in (other, *_forms(other, lexicon))
            if _is_near(word, form)
        }
        return near.pop() if len(near) == 1 else word

    return _WORD.sub(meant, before)


def _forms(word: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the other forms of a verb: "cleanign" is "cleaning" where the draft "cleaned"."""
    for lemma in sorted(lexicon.lemmas(word)):
        for form in ("gerund", "past", "base"):
            yield inflect(lemma, form, lexicon)


def _is_near(one: str, other: str) -> bool:
    """Whether two words are few slips apart."""
    slips = _SLIPS if min(len(one), len(other)) >= _LONG else 1
    return bool(_DISTANCE.compare(one, other, slips) >= 0)
