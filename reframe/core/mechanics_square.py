"""A measure of ground in front of a noun: "a 9,000 square foot shop"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = "A number and its measure in front of a noun are joined by hyphens."
_POWERS = frozenset({"square", "cubic"})
_RANGES = frozenset({"to", "or", "and", "-", "–", "/"})


def square_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the hyphens of a number, "square" and a measure in front of a noun; not of a range."""
    units = lexicon.maps["square_units"]
    for number, power, unit in zip(words, words[1:], words[2:], strict=False):
        if not number.number or power.text not in _POWERS or unit.text not in units:
            continue
        behind = unit.i + 1
        plain = is_noun_start(words, behind, lexicon) and words[behind].text.islower()
        ranged = number.i > 0 and words[number.i - 1].low in _RANGES
        if plain and not ranged:
            right = f"-{power.text}-{units[unit.text]}"
            yield repaired(number.end, unit.end, right, _WHY)
