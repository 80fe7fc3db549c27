"""Years of two acts, told of both: "in 2019 glazed pots; in 2021 fired kilns", "glazed pots and
fired kilns in 2019 and 2021"."""

import re
from collections.abc import Iterator

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_POOLED = re.compile(r"\b((?:19|20)\d\d),? (?:and|&) (?:in )?((?:19|20)\d\d)\b")


def pooled_years(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield two years of a draft that stand side by side, where the source has an act between
    them that the draft still tells."""
    for pooled in _POOLED.finditer(after):
        places = {year.group(): year.span() for year in _YEAR.finditer(before)}
        if not places.keys() >= set(pooled.groups()):
            continue
        first, last = sorted(places[year] for year in pooled.groups())
        between = words_of(before[first[1] : last[0]])
        told = {lemma for word in words_of(after) for lemma in lexicon.lemmas(word.low, "past")}
        acts = {lemma for word in between for lemma in lexicon.lemmas(word.low, "past")}
        if acts & told - lexicon.words("be_words") - {"have"}:
            yield pooled.group(), *pooled.span()
