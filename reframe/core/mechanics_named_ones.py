"""The "the" of one thing that a name tells: "using *the* Oak framework", "in *the* Oak Hill area"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = "A name tells which one it is: it takes the article."
_LONGEST = 5


def named_one_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "the" of a system, a team, an area with its name, behind a preposition, where its
    noun in small letters ends the phrase ("the Oak *system design*")."""
    ones = lexicon.words("ones_with_names")
    for head in words[2:]:
        if head.text not in ones or not _closes(words, head.i + 1, lexicon):
            continue
        first = _first(words, head.i, lexicon)
        if first < head.i and words[first - 1].text in lexicon.words("leads_to_names_of_ones"):
            yield repaired(words[first].start, words[first].start, "the ", _WHY)


def _first(words: Sequence[Word], head: int, lexicon: Lexicon) -> int:
    """Return where the name in front of a noun begins; the noun itself where none stands there."""
    first = head
    while first > 1 and head - first < _LONGEST:
        before = words[first - 1]
        joint = before.low in {"and", "&"} and first < head and _is_named(words[first - 2], lexicon)
        if not joint and not _is_named(before, lexicon):
            break
        first -= 1
    return first


def _is_named(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word belongs to a name: a capital, and no everyday word that describes."""
    if word.mark or word.number or not word.text[0].isupper() or word.low.endswith("'s"):
        return False
    if word.text in lexicon.words("never_ones"):
        return False
    plain = ("adjectives", "sure_adjectives", "counts_of_many", "determiners", "describing")
    return not lexicon.among(word.low, *plain)


def _closes(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    if at >= len(words) or words[at].mark:
        return at >= len(words) or words[at].text in {".", ",", ";", ")", "("}
    if words[at].low == "and":  # "the Oak engine *and Elm* crews" may be crews of both
        return at + 1 < len(words) and words[at + 1].text.islower()
    return lexicon.among(words[at].low, "bare_leads", "ing_prepositions")
