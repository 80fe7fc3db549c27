"""Mechanics that are certain: a doubled word, a blank before a comma, "an clean"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.suggestion import FUNCTION, Edit, Piece
from reframe.core.words import Word


def mechanics(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the repairs of a line that leave no room for doubt; words themselves stay."""
    for word, follower in pairwise(words):
        between = text[word.end : follower.start]
        if word.low == follower.low and word.low in lexicon.words("never_doubled") and between:
            yield Edit(word.end, follower.end, (), "The word stands twice.")
        elif follower.low in lexicon.words("closing_marks") and between == " " and not word.mark:
            stop = follower.end
            if text[stop : stop + 1] in {" ", ""}:
                yield Edit(word.end, follower.start, (), "No blank before the mark.")
        elif (
            word.low in {"a", "an"}
            and word.text.islower()
            and (right := _article(follower, lexicon)) not in {"", word.low}
        ):
            yield Edit(word.start, word.end, (Piece(right, FUNCTION),), f'"{right}" by its sound.')


def _article(word: Word, lexicon: Lexicon) -> str:
    """Return the article by the sound that follows, or "" where letters do not tell it."""
    if not word.low.isalpha() or not word.text.islower() or len(word.low) < 3:
        return ""
    vowel = word.low[0] in "aeiou"
    if any(word.low.startswith(start) for start in lexicon.words("consonant_sounds")):
        vowel = False
    if any(word.low.startswith(start) for start in lexicon.words("vowel_sounds")):
        vowel = True
    return "an" if vowel else "a"
