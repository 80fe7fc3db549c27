"""What stands in front of all acts of one text, and of some of them in the other: "Under supervision,
cut joints and sharpened planes", "Sharpened planes and, under supervision, cut joints"; "mopped
halls nightly and emptied bins", "Nightly, mopped halls and emptied bins"."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word

_LONGEST = 8
_SHORT = 4


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


def widened_fronts(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the word that begins a draft and tells how often all behind it was done, where the source
    tells that of one act, with another behind: "mopped halls *nightly* and emptied bins"."""
    source, draft = words_of(before), words_of(after)
    often = lexicon.words("floating_words") | lexicon.words("hedge_words")
    if not draft or draft[0].low not in often or _acts(draft[:1], lexicon):
        return
    end = next((w.i for w in draft[:_SHORT] if w.text in {",", ":"} or _acts([w], lexicon)), 1)
    phrase = [w.low for w in draft[:end]]
    led = takewhile(lambda word: word.text not in {";", "."}, draft[end:])
    if sum(bool(lexicon.lemmas(word.low, "past")) for word in led) <= 1:
        return  # "Weekly, checked the oil; monthly, changed it"
    for at in range(1, len(source) - end):
        if [w.low for w in source[at : at + end]] != phrase:
            continue
        joint, *rest = source[at + end : at + end + _SHORT]
        acts = bool(rest) and _acts(rest[:2], lexicon)
        if joint.low in {",", "and", ";"} and acts and _acts(source[:at], lexicon):
            yield draft[0].text, draft[0].start, draft[0].end
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
