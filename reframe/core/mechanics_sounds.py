"""The article by the sound behind it: "a hour", "an NDA", "an 8-hour shift"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_LETTERS = 3
_THOUSANDS = 4


def sound_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield "a" for "an" and "an" for "a" where the sound behind is certain."""
    for word, follower in pairwise(words):
        if word.low in {"a", "an"} and word.text.islower() and follower.spaced:
            right = article_for(follower, lexicon)
            if right and right != word.low:
                yield repaired(word.start, word.end, right, f'"{right}" by its sound.')


def article_for(word: Word, lexicon: Lexicon) -> str:
    """Return the article by the sound that a word begins with, or "" where letters do not tell."""
    text = word.text.split("-")[0]
    low = text.lower()
    if low.lstrip("$£€")[:1].isdigit():
        return _by_number(low.lstrip("$£€"))
    if text in lexicon.words("spelled_vowel_first"):
        return "an"
    if text in lexicon.words("spelled_consonant_first"):
        return "a"
    # "an in-house course", "an up-to-date list"
    known = lexicon.words("prepositions") | lexicon.words("particles")
    small = len(low) < _LETTERS and low not in known
    if not low.isalpha() or small or not (text.islower() or text.istitle()):
        return ""
    if text.istitle() and low.startswith(("u", "eu", "x")):
        return ""  # "a Uber ride", "a Eurostar train": names sound as they like
    vowel = low[0] in "aeiou"
    if any(low.startswith(start) for start in lexicon.words("consonant_sounds")):
        vowel = False
    if any(low.startswith(start) for start in lexicon.words("vowel_sounds")):
        vowel = True
    return "an" if vowel else "a"


def _by_number(low: str) -> str:
    """Return the article of a number said aloud: eight, eleven, eighteen, eighty."""
    digits = low.split(".")[0].split(",")[0]
    whole = "".join(c for c in digits if c.isdigit())
    if len(low.replace(",", "")) >= _THOUSANDS and "," not in low and whole[:2] in {"11", "18"}:
        return ""  # "eleven hundred" or "one thousand one hundred"
    if whole in {"11", "18"} or whole.startswith("8"):
        return "an"
    return "a"
