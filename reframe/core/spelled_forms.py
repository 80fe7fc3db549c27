"""Words built of a known one by the wrong rule: "takeing", "runing", "facilitys", "securly"."""

from collections.abc import Callable, Iterator

from reframe.core.bullet import VerbForm
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon

_VOWELS = frozenset("aeiou")
_FEWEST = 3
_ENDINGS: tuple[tuple[str, VerbForm], ...] = (("ing", "gerund"), ("ed", "past"))


def rightly_built(low: str, lexicon: Lexicon, known: Callable[[str], bool]) -> str:
    """Return what a word in lower case would be by the rule that holds for it, or "" where it
    breaks none or two words may be meant.

    ``known`` tells words that are spelled right. "Takeing" is "taking" and "sweeped" is "swept";
    "drived" may be "drove" or "driven".
    """
    meant = {*_verbs(low, lexicon)} or {*_plurals(low, known)} or {*_adverbs(low, known)}
    return meant.pop() if len(meant) == 1 and low not in meant else ""


def _verbs(low: str, lexicon: Lexicon) -> Iterator[str]:
    for ending, form in _ENDINGS:
        stem = low.removesuffix(ending)
        if stem == low or len(stem) < _FEWEST:
            continue
        twice = stem[-1] == stem[-2] and stem[-1] not in _VOWELS
        for lemma in (stem, stem + "e", stem[:-1] if twice else ""):
            listed = lexicon.forms.get(lemma)
            if listed is None or lexicon.verb(lemma) is None:
                continue
            if form == "gerund" or listed.past == listed.participle:
                yield inflect(lemma, form, lexicon)


def _plurals(low: str, known: Callable[[str], bool]) -> Iterator[str]:
    if low.endswith("ys") and low[-3] not in _VOWELS and known(low[:-1]):
        yield low[:-2] + "ies"


def _adverbs(low: str, known: Callable[[str], bool]) -> Iterator[str]:
    stem = low.removesuffix("ly")
    if stem == low or len(stem) < _FEWEST:
        return
    if stem.endswith("ic") and known(stem + "ally"):
        yield stem + "ally"
    elif stem.endswith(("t", "r", "m", "v", "d", "n", "s")) and known(stem + "ely"):
        yield stem + "ely"
