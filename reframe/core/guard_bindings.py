"""What counts another thing than in the source: how often ("calls weekly and visits monthly"), and
how many or how well ("all files in some shops", "fluent French and basic Greek")."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word

Bound = Mapping[str, Mapping[str, tuple[str, int, int]]]
"""A word that counts, the words that it is said of, and where it stands with each."""


def changed_bindings(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a draft that changed places with another one that counts as they do."""
    source, draft = words_of(before), words_of(after)
    kinds: tuple[Callable[[Sequence[Word], Lexicon], Bound], ...] = (_how_often, _how_many)
    for bound in kinds:
        was, now = bound(source, lexicon), bound(draft, lexicon)
        for said, places in now.items():
            for held, place in places.items():
                if held not in was.get(said, ()) and _stood_elsewhere(said, held, was, now):
                    yield place
    yield from _heaped(source, draft, lexicon)
    yield from _spread(source, draft, lexicon)


def _stood_elsewhere(said: str, held: str, was: Bound, now: Bound) -> bool:
    """Whether what a word is said of now had another such word, which is still there, and the word
    was said of another thing."""
    others = {other for other in was if held in was[other]} & now.keys()
    return bool(was.get(said)) and bool(others) and not any(held in now[o] for o in others)


def _how_often(words: Sequence[Word], lexicon: Lexicon) -> Bound:
    """Bind what tells how often to the noun in front of it."""
    found: dict[str, dict[str, tuple[str, int, int]]] = {}
    for first, last, said in _times(words, lexicon):
        if held := _noun_in_front(words, first, lexicon):
            span = words[first].start, words[last].end
            found.setdefault(said, {})[held] = (words[last].text, *span)
    return found


def _times(words: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Yield where the words that tell how often begin and end, with the time that they name:
    "weekly", "a week", "twice per week"."""
    units = lexicon.maps["time_adverbs"]
    leads = lexicon.words("time_unit_leads")
    for at, word in enumerate(words):
        if word.low in units:
            yield at, at, units[word.low]
        elif word.low in units.values() and at and words[at - 1].low in leads:
            times = at > 1 and words[at - 2].low in lexicon.words("time_counts")
            first = at - 2 if times else at - 1
            yield first, at, f"{words[at - 2].low} {word.low}" if times else word.low


def _noun_in_front(words: Sequence[Word], at: int, lexicon: Lexicon) -> str:
    before = words[at - 1] if at else None
    if before is None or before.mark or before.number or before.low in lexicon.words("function"):
        return ""
    return lexicon.singular(before.low)


def _how_many(words: Sequence[Word], lexicon: Lexicon) -> Bound:
    """Bind what tells how many, or how well, to the next word that states something."""
    found: dict[str, dict[str, tuple[str, int, int]]] = {}
    small = lexicon.words("determiners") - lexicon.words("bound_quantities") | {"of"}
    for at, word in enumerate(words):
        if word.low in lexicon.words("bound_quantities"):
            behind = next((w for w in words[at + 1 :] if w.low not in small), None)
            if behind is not None and not behind.mark:
                held = lexicon.singular(behind.low)
                found.setdefault(word.low, {})[held] = (word.text, word.start, word.end)
    return found


def _heaped(
    source: Sequence[Word], draft: Sequence[Word], lexicon: Lexicon
) -> Iterator[tuple[str, int, int]]:
    """Yield what tells how often and stands in a heap now, so that nobody knows of what it is
    said: "calls and visits weekly and monthly"."""
    if _heap(source, lexicon) is None and (heap := _heap(draft, lexicon)) is not None:
        told = {said for _, _, said in _times(source, lexicon)}
        if told >= {said for _, _, said in _times(draft, lexicon)}:
            yield heap


def _spread(
    source: Sequence[Word], draft: Sequence[Word], lexicon: Lexicon
) -> Iterator[tuple[str, int, int]]:
    """Yield what tells how often and is said of one thing now where the source says it of several:
    "daily and monthly audits of tills and safes", "daily audits of tills and monthly of safes"."""
    if _heap(source, lexicon) is None or _heap(draft, lexicon) is not None:
        return
    small = (
        lexicon.words("function") | lexicon.words("prepositions") | lexicon.words("conjunctions")
    )
    for (_, one, was), (other, last, said) in pairwise(_times(draft, lexicon)):
        between = {w.low for w in draft[one + 1 : other] if not w.mark} - small
        behind = {w.low for w in draft[last + 1 :]}
        if was != said and between - behind:
            yield draft[last].text, draft[last].start, draft[last].end


def _heap(words: Sequence[Word], lexicon: Lexicon) -> tuple[str, int, int] | None:
    joints = lexicon.words("conjunctions") | {","}
    for (_, one, was), (other, last, said) in pairwise(_times(words, lexicon)):
        between = words[one + 1 : other]
        if was != said and between and all(w.low in joints for w in between):
            return words[last].text, words[last].start, words[last].end
    return None
