"""Amounts of what is counted: "an *amount* of customers", "*less* errors"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_NUMBER = "What is counted comes in a number, not in an amount."
_FEWER = '"fewer" tells of what is counted.'
_DESCRIBED = 2


def counted_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield "number of" and "fewer" in front of what is counted one by one."""
    counted = lexicon.words("counted_one_by_one") | lexicon.words("plural_owners")
    for one, two in pairwise(words):
        if one.text in {"amount", "amounts"} and two.low == "of":
            if _counts(words, two.i + 1, counted, lexicon):
                right = one.text.replace("amount", "number")
                yield repaired(one.start, one.end, right, _NUMBER)
        elif one.text == "less" and _counts(words, two.i, counted, lexicon):
            yield repaired(one.start, one.end, "fewer", _FEWER)


def _counts(words: Sequence[Word], at: int, counted: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether what is counted stands here, described or not, and describes nothing itself."""
    for word in words[at : at + 1 + _DESCRIBED]:
        if not word.text.islower() or word.mark:
            return False
        if word.low in counted:
            behind = words[word.i + 1] if word.i + 1 < len(words) else None
            stops = lexicon.words("phrase_stops")
            return behind is None or behind.mark or behind.low in stops
        if word.low not in lexicon.words("adjectives") | lexicon.words("describes_counted"):
            return False
    return False
