"""What is compared with a number: "more *then* 20 guests"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = 'What is compared stands behind "than".'


def compared_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield "than" for a "then" between a comparison and a number."""
    for word in words[1:-1]:
        if word.text != "then":
            continue
        if words[word.i - 1].low not in lexicon.words("compares"):
            continue
        number = words[word.i + 1]
        if number.number or number.text[0].isdigit() or number.text == "$":
            yield repaired(word.start, word.end, "than", _WHY)
