"""Two words where they are the noun itself: "on the *front end* of the portal", and with a hyphen
only in front of another: "front-end code"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = "Only in front of a noun do the two words take a hyphen."

_GOES_ON = frozenset({"as", "to"})
"""Behind these the noun may come: "*back-end as* well as front-end coder"."""


def parted_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the two words of a noun that took a hyphen, where its phrase ends with it.

    In a row ("front-end and back-end") the last tells: "front-end and back-end code" keeps both.
    """
    table = lexicon.maps["parted_nouns"]
    for word in words[1:]:
        if word.text in table and _leads(words, word.i) and _is_noun(words, word.i, lexicon):
            yield repaired(word.start, word.end, table[word.text], _WHY)


def _leads(words: Sequence[Word], at: int) -> bool:
    """Whether words in a sentence stand in front: a label or a list of skills has its own marks."""
    before = words[at - 1]
    shared = at > 1 and any(word.text in {"-", "–"} for word in words[at - 2 : at])
    return not before.mark and not shared  # "*front-* and back-end"


def _is_noun(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a phrase ends behind a word, or behind another such word that is joined to it."""
    table = lexicon.maps["parted_nouns"]
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None:
        return True
    if behind.low == "and" and at + 2 < len(words) and words[at + 2].text in table:
        return _is_noun(words, at + 2, lexicon)
    leads = lexicon.words("bare_leads") - _GOES_ON
    return behind.text in {".", ";"} or behind.low in leads
