"""Whether two words are one word, written short or with a slip."""

from difflib import SequenceMatcher

from reframe.core.guard_said import Word
from reframe.core.lexicon import Lexicon

_SHORTEST_SLIP = 6
_ALIKE = 0.85
_PARTS = ("noun", "verb", "adj")
_ENDINGS = ("ing", "ed", "s")


def written_alike(one: Word, other: Word, lexicon: Lexicon) -> bool:
    """Whether one of two words is no known word but stands for the other: its abbreviation
    ("recs", "reconciliations"), a slip ("cleanign"), or a form of the same unknown verb."""
    for short, long in ((one.key, other.key), (other.key, one.key)):
        if not (short.isalpha() and long.isalpha()) or is_known(short, lexicon):
            continue
        if is_known(long, lexicon):
            if _shortens(short, long) or _is_slip(short, long):
                return True
        elif _stem(short) == _stem(long):
            return True
    return False


def is_known(word: str, lexicon: Lexicon) -> bool:
    """Whether the tables know a word, in any number."""
    forms = {word, word.removesuffix("s"), lexicon.singular(word)}
    return any(
        form in lexicon.readings
        or form in lexicon.kin
        or form in lexicon.senses
        or any(f"{form} {part}" in lexicon.near for part in _PARTS)
        for form in forms
    )


def _shortens(short: str, long: str) -> bool:
    """Whether a word holds the letters of a shorter one in turn, from its first."""
    if short.endswith("s") and long.endswith("s") and len(short) > len("ss"):
        short, long = short[:-1], long[:-1]
    letters = iter(long)
    return (
        len(short) + 1 < len(long)
        and short[:1] == long[:1]
        and len(short) <= max(2, len(long) // 2)
        and all(letter in letters for letter in short)
    )


def _is_slip(slip: str, word: str) -> bool:
    return (
        len(slip) >= _SHORTEST_SLIP
        and slip[0] == word[0]
        and SequenceMatcher(None, slip, word, autojunk=False).ratio() >= _ALIKE
    )


def _stem(word: str) -> str:
    """Return what a verb that no table knows begins with: "shim" of "shimming", "ridg" of
    "ridge"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending)
            return stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    return word.removesuffix("e")
