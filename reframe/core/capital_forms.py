"""Capitals that a word's place shows to be slips: behind a number ("$2 *Million*"), on a word with
a hyphen ("built *Sub-assemblies*")."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.words import Word

_SHORTEST = 3


def placed_capitals(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield counts behind a number and words with a hyphen, inside a line of small letters."""
    for before, word in pairwise(words):
        if not word.text[0].isupper() or word.mark or word.text.isupper():
            continue
        behind = words[word.i + 1] if word.i + 1 < len(words) else None
        if behind is not None and not behind.mark and not behind.text[0].islower():
            continue
        counted = before.number and word.low in lexicon.words("counts")
        led = before.text.islower() or (before.i == 0 and lexicon.is_verb_alone(before.low))
        if before.low in lexicon.words("adding_joints") and words[before.i - 1].text.istitle():
            led = False  # "the Interim and *Year-End* audit"
        if counted or (led and _is_hyphened(word, lexicon)):
            yield word


def _is_hyphened(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word has a hyphen behind a part that begins no name; "Post-it" and "Pre-K" are
    names for their short second part."""
    first, *rest = word.low.split("-")
    if first not in lexicon.words("parts_of_no_name") or not rest:
        return False
    parts = word.text.split("-")[1:]
    plain = all(part.isalpha() and (part.islower() or part.istitle()) for part in parts)
    short = word.low in lexicon.words("hyphened_acts")
    return plain and (short or len(rest[-1]) >= _SHORTEST)
