"""A line that begins with a participle for what was done: "*Written* shell scripts" is "Wrote"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start, small_words
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = "What was done stands in the past."
_LONGEST = 4


def participle_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the past of an act that a line begins with as a participle, where its object shows that
    the client did it: "Given *tours* to guests" were given by him, "Given the task of" to him."""
    table = lexicon.maps["opening_participles"]
    if len(words) < 3 or words[0].low not in table:
        return
    past, *things = table[words[0].low].split()
    if not is_noun_start(words, 1, lexicon) or _is_told_of(words, lexicon):
        return
    given = words[0].low in lexicon.words("participles_of_giving")
    near = [word for word in words[1 : 1 + _LONGEST] if not word.mark]
    held = not things or any(word.low in things for word in near)
    if held and (not given or _goes_to_people(words, lexicon)):
        shaped = past.capitalize() if words[0].text[0].isupper() else past
        yield repaired(words[0].start, words[0].end, shaped, _WHY)


def _is_told_of(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the participle only describes what a clause is about ("Written tests *were* kept"), or
    heads a label."""
    finite = (lexicon.words("auxiliaries") | lexicon.words("modals")) - {"to"}
    for word in words[1 : 2 + _LONGEST]:
        if word.low in finite or word.low in {"by", ":", "-"}:
            return True
        if word.low in small_words(lexicon):
            return False
    return False


def _goes_to_people(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether somebody gets it: "to *the crew*", "to *new hires*"."""
    for one in words[1:-1]:
        if one.low == "to":
            behind = words[one.i + 1].low
            return behind in lexicon.words("determiners") or is_noun_start(
                words, one.i + 1, lexicon
            )
    return False
