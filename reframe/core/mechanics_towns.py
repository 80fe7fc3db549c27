"""The comma behind a town and its state: "met owners in Austin, TX*,* as planned"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = "A state behind its town stands between two commas."
_REACH = 5


def town_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the comma behind a state that stands beside its town, where the sentence goes on and
    describes nothing with them ("the Austin, TX *office*")."""
    for comma in words[2:-2]:
        if comma.text != ",":
            continue
        size = _state(words, comma.i + 1, lexicon)
        last = comma.i + size
        if not size or last + 1 >= len(words) or not _goes_on(words, last + 1, lexicon):
            continue
        again = words[last + 1].low == "and" and _state(words, last + 2, lexicon)
        if not again and _is_town(words, comma.i - 1, lexicon):  # "in Salem, Oregon and Nevada"
            yield repaired(words[last].end, words[last].end, ",", _WHY)


def _state(words: Sequence[Word], at: int, lexicon: Lexicon) -> int:
    """Return of how many words the name of a state is that stands here, or 0."""
    for size in (2, 1):
        if " ".join(word.text for word in words[at : at + size]) in lexicon.words("states"):
            return size
    return 0


def _goes_on(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether the sentence goes on here with a small word or an act in -ing, and no noun."""
    word = words[at]
    if word.mark or not word.text.islower():
        return False
    nouns = ("gerund_nouns", "gerund_modifiers", "things_in_ing", "compound_gerunds")
    acts = lexicon.is_gerund(word.low) and not lexicon.among(word.low, *nouns)
    return acts or word.low in lexicon.words("goes_on_behind_places")


def _is_town(words: Sequence[Word], last: int, lexicon: Lexicon) -> bool:
    """Whether a name in capitals that is no state ends here behind "in" and the like."""
    for word in reversed(words[max(last - _REACH, 0) : last + 1]):
        if word.text in lexicon.words("leads_to_places"):
            return word.i < last
        if word.mark or not word.text.istitle() or _state(words, word.i, lexicon):
            return False
    return False
