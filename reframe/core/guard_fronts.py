"""What stands in front of all acts of a source, told of the later ones alone: "Under supervision,
cut joints and sharpened planes", "Sharpened planes and, under supervision, cut joints"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word

_LONGEST = 8


def narrowed_fronts(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the word of a draft that leads a phrase to the acts behind it, where it holds of an act
    in front too."""
    source = words_of(before)
    front = _front(source, lexicon)
    if not front:
        return
    draft = words_of(after)
    told = {lemma for word in source for lemma in lexicon.lemmas(word.low)}
    for at, word in enumerate(draft[1:], start=1):
        if draft[at - 1].low not in {",", "and"} or word.low != front[0].low:
            continue
        phrase = _front(draft[at:], lexicon)
        behind = draft[at + len(phrase) :]
        if _stated(phrase, lexicon) != _stated(front, lexicon) or not _acts(behind[:2], lexicon):
            continue
        if _acts(draft[:at], lexicon) & told:
            yield word.text, word.start, word.end
        return


def _front(words: Sequence[Word], lexicon: Lexicon) -> Sequence[Word]:
    """Return the words of a phrase that a text begins with, up to its comma or its first act,
    where it tells with whom or how freely the acts behind were done."""
    if not words or words[0].low not in lexicon.words("shared_fronts"):
        return ()
    near = words[:_LONGEST]
    ends = (n for n, w in enumerate(near) if w.low == "," or lexicon.lemmas(w.low, "past"))
    return near[: next(ends, 0)]


def _stated(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    """Return what a phrase states, whoever owns it: "the direction of the judge", "the judge's
    direction"."""
    small = lexicon.words("function") | lexicon.words("determiners")
    return {w.low.removesuffix("'s") for w in words if w.low not in small and not w.mark}


def _acts(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    return {lemma for word in words for lemma in lexicon.lemmas(word.low, "past")}
