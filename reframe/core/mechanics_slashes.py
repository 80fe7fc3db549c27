"""A slash with a blank on one side alone: "HF/ VHF", "and /or"."""

import re
from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import small_words
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = "A slash between two words has no blank on either side."
_PHRASES = "A slash between names of several words has a blank on both sides."
_ALIKE = "Slashes in a row stand alike."
_SPACED = re.compile(r"\s[/]\s|[/]{2}|\\")
_CODE = re.compile(r"[A-Z]{2,5}")
_ONE_SIDED = 1


def slash_edits(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the blanks that go from a slash between two single words.

    A phrase of several words on either side keeps its blank: without it "sales clerk/ driver"
    would join the clerk alone. Between names it gets the other one too.
    """
    if "/" not in text:
        return
    if _SPACED.search(text):
        yield from _chained(words)
        return
    for left, slash, right in zip(words, words[1:], words[2:], strict=False):
        if slash.low != "/" or slash.spaced + right.spaced != _ONE_SIDED:
            continue
        named = _are_names(left, right, lexicon)
        single = named and _stand_single(words, left.i, right.i, lexicon)
        if single or _pairs(words, left.i, right.i, lexicon):
            start, end = (left.end, slash.start) if slash.spaced else (slash.end, right.start)
            yield repaired(start, end, "", _WHY)
        elif named:
            at = slash.end if slash.spaced else left.end
            yield repaired(at, at, " ", _PHRASES)


def _chained(words: Sequence[Word]) -> Iterator[Edit]:
    """Yield the blank that one slash lacks beside another that has both: "pine/ Oak / elm"."""
    for slash, right, other, last in zip(words, words[1:], words[2:], words[3:], strict=False):
        if slash.low != "/" or other.low != "/" or right.mark or slash.i == 0:
            continue
        sides = (slash.spaced, right.spaced, other.spaced, last.spaced)
        if sides == (False, True, True, True):
            yield repaired(slash.start, slash.start, " ", _ALIKE)
        elif sides == (True, True, True, False):
            yield repaired(other.end, other.end, " ", _ALIKE)


def _are_names(one: Word, other: Word, lexicon: Lexicon) -> bool:
    """Whether both words have their capital: "Sand *Hauler/ Crane* Driver"."""
    small = small_words(lexicon)
    return all(
        w.text[0].isupper() and not w.text.isupper() and w.text.isalpha() and w.low not in small
        for w in (one, other)
    )


def _stand_single(words: Sequence[Word], left: int, right: int, lexicon: Lexicon) -> bool:
    """Whether no more of a name stands on either side; the act that a line begins with is none."""
    before = words[left - 1] if left else None
    if before is not None and before.i == 0 and lexicon.is_verb_alone(before.low):
        before = None
    behind = words[right + 1] if right + 1 < len(words) else None
    return not any(word is not None and word.text[0].isupper() for word in (before, behind))


def _pairs(words: Sequence[Word], left: int, right: int, lexicon: Lexicon) -> bool:
    one, other = words[left], words[right]
    if f"{one.low} {other.low}" in lexicon.words("slashed_pairs"):
        return True
    if not (one.text.isalpha() and other.text.isalpha()) or min(len(one.text), len(other.text)) < 2:
        return False
    if _CODE.fullmatch(one.text) and _CODE.fullmatch(other.text):
        return True
    if not (one.text.islower() or left == 0) or not other.text.islower():
        return False
    small = small_words(lexicon) | lexicon.words("list_ends")
    if one.low in small or other.low in small:
        return False
    acts = left == 0 and all(lexicon.is_verb_alone(w.low) for w in (one, other))
    return acts or (_begins(words, left, lexicon) and _ends(words, right, lexicon))


def _begins(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether nothing in front belongs to a word."""
    if at == 0:
        return True
    before = words[at - 1]
    if before.mark:
        return before.low in {",", ";", ":", "(", "/"}
    if before.i == 0 and any(r.form == "past" for r in lexicon.readings.get(before.low, ())):
        return True
    return before.low in small_words(lexicon) and before.low != "of"


def _ends(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether nothing behind belongs to a word."""
    if at + 1 >= len(words):
        return True
    behind = words[at + 1]
    if behind.mark:
        return behind.low in {",", ";", ".", ")"}
    return behind.low in small_words(lexicon) - lexicon.words("conjunctions")
