"""A line that begins with a participle for what was done: "*Written* shell scripts" is "Wrote"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_ties import names_people
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
    given = words[0].low in lexicon.words("participles_of_giving")
    # "Given *a* task" was given to the client; who "*taken a* course" took it.
    led = words[1].low in lexicon.words("determiners") and not given
    if not (led or is_noun_start(words, 1, lexicon)) or _is_told_of(words, lexicon):
        return
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
    """Whether somebody gets it: "to *the crew*", "to *new hires*", and not "to the same level"."""
    tos = [word.i for word in words if word.low == "to"]
    for word in words[tos[0] + 1 : tos[0] + 1 + _LONGEST] if tos else ():
        if names_people(word, lexicon):
            return True
        if word.mark or word.low in lexicon.words("prepositions"):
            return False
    return False
