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
    lows = [word.low for word in draft]
    told = {lemma for word in source for lemma in lexicon.lemmas(word.low)}
    for at in range(1, len(lows) - len(front)):
        if lows[at : at + len(front)] != front:
            continue
        behind = draft[at + len(front) :]
        if lows[at - 1] not in {",", "and"} or not _acts(behind[:2], lexicon):
            continue
        if _acts(draft[:at], lexicon) & told:
            yield draft[at].text, draft[at].start, draft[at].end
        return


def _front(words: Sequence[Word], lexicon: Lexicon) -> list[str]:
    """Return the words of a phrase that a source begins with, up to its comma or its first act,
    where it tells with whom or how freely the acts behind were done."""
    if not words or words[0].low not in lexicon.words("shared_fronts"):
        return []
    lows = [word.low for word in words[:_LONGEST]]
    ends = (w.i for w in words[:_LONGEST] if w.low == "," or lexicon.lemmas(w.low, "past"))
    return lows[: next(ends, 0)]


def _acts(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    return {lemma for word in words for lemma in lexicon.lemmas(word.low, "past")}
