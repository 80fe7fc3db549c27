"""Words that are two, or many, where their phrase ends: "made calls *everyday*.", "to make *sale*."."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import rows_in
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_MARKS = frozenset({".", ";", ")", ","})


def closed_idiom_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the right words for set ones that end their phrase: in "everyday tasks" and "to make
    sale signs" they describe what follows, and stay."""
    table = lexicon.maps["closed_idioms"]
    for at, size, wrong in rows_in(words, table):
        run = words[at : at + size]
        if not at or not all(word.text.islower() for word in run) or words[at - 1].mark:
            continue
        if _ends(words, at + size, lexicon) and not _is_described(words, at, lexicon):
            right = table[wrong]
            yield repaired(run[0].start, run[-1].end, right, f'"{right}" is what is said.')


def _ends(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a phrase has ended in front of a word: at the end, a mark, a preposition, or "and" and
    what can only be an act."""
    if at >= len(words) or words[at].text in _MARKS:
        return True
    if words[at].low in lexicon.words("bare_leads"):
        return True
    if words[at].low != "and" or at + 1 >= len(words):
        return False
    act = words[at + 1].low
    return lexicon.is_verb_alone(act) or act in lexicon.words("auxiliaries")


def _is_described(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether an article or the like stands in front: "made *the* everyday, new"."""
    return words[at - 1].low in lexicon.words("determiners") | lexicon.words("conjunctions")
