"""The article of a manner: "in calm and polite manner" is "in a calm and polite manner"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_sounds import article_for
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = "A manner takes the article."
_REACH = 7


def manner_article_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "a" between "in" and the adjectives of a manner."""
    for noun in words:
        if noun.low not in lexicon.words("article_manners") or noun.i < 2:
            continue
        first = _first(words, noun.i, lexicon)
        row = words[first : noun.i]
        if (
            not row
            or words[first - 1].low != "in"
            or not all(w.text.islower() for w in row if not w.mark)
        ):
            continue
        article = article_for(row[0], lexicon)
        if article:
            yield repaired(row[0].start, row[0].start, f"{article} ", _WHY)


def _first(words: Sequence[Word], noun: int, lexicon: Lexicon) -> int:
    """Return where the adjectives in front of a noun begin; the noun itself for none."""
    joints = lexicon.words("row_joints")
    at = noun
    while at > 1 and noun - at < _REACH and _describes(words[at - 1], lexicon):
        at -= 1
        here = at
        while here > 1 and words[here - 1].low in joints:
            here -= 1
        if here < at and here > 1 and _describes(words[here - 1], lexicon):
            at = here
    return at


def _describes(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word tells how: an adjective, and none that takes "the" ("in the same manner")."""
    low = word.low
    if word.mark or low in lexicon.words("the_manners") or low in lexicon.words("determiners"):
        return False
    if low.endswith("ly") or low in lexicon.maps["manner_adverbs"]:
        return True
    shaped = low.endswith(tuple(lexicon.words("manner_endings")))
    return shaped or low in lexicon.words("adjectives") or low in lexicon.words("sure_adjectives")
