"""Acts that the source tells side by side, told as one following another: "wrote and posted",
"wrote, then posted"."""

from collections.abc import Iterator

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of


def told_in_turn(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the word of a draft that tells that one act followed another, where no word of the
    source tells what came first."""
    ordering = lexicon.words("turn_words")
    if any(w.low in ordering or w.low in lexicon.words("turn_signs") for w in words_of(before)):
        return
    for word in words_of(after):
        if word.low in ordering:
            yield word.text, word.start, word.end
