"""What is done again and again is told of many: "attended *weekly* status *meeting*"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = "What comes again and again is told of many."
_LONGEST = 3
_ENDS = frozenset({".", ";", ")"})


def often_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the plural of what is held or written every so often and has no article, where its
    phrase ends: in "*the* weekly meeting" and "weekly meeting notes" it stands for itself."""
    often = lexicon.words("so_often")
    given = lexicon.words("given_to_know")
    for lead, word in pairwise(words):
        if word.text in often and _leads(words, lead.i, lexicon):
            yield from _many(words, word.i + 1, lexicon)
        elif word.text in given and _is_tied(words, word.i + 1, lexicon):
            yield from _updates(words, word, lexicon)


def _is_tied(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    return at < len(words) and words[at].low in lexicon.words("ties_of_updates")


def _updates(words: Sequence[Word], noun: Word, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the plural of an update that one gives; "status" may stand between: "gave status
    *update* to"."""
    front = noun.i - 1
    if words[front].low in lexicon.words("told_of_updates") and front:
        front -= 1
    if not lexicon.lemmas(words[front].low).isdisjoint(lexicon.words("gives_updates")):
        yield repaired(noun.end, noun.end, "s", _WHY)


def _leads(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a preposition or an act stands here, and what follows has no article: "*to* daily
    report" may be an act."""
    lead = words[at]
    if lead.low in lexicon.words("bare_leads"):
        return lead.low not in {"to", "per"}
    readings = lexicon.readings.get(lead.low, ())
    return bool(readings) and (at == 0 or all(not r.nominal for r in readings))


def _many(words: Sequence[Word], start: int, lexicon: Lexicon) -> Iterator[Edit]:
    for word in words[start : start + _LONGEST]:
        if not is_noun_start(words, word.i, lexicon):
            return
        if word.text in lexicon.words("held_often") and _ends(words, word.i + 1, lexicon):
            yield repaired(word.end, word.end, "s", _WHY)
            return


def _ends(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a phrase has ended: in front of a preposition, or "and" and the past of an act."""
    if at >= len(words) or words[at].text in _ENDS:
        return True
    if words[at].low in lexicon.words("bare_leads") | {"about", "regarding"}:
        return True
    if words[at].low not in {"and", ","} or at + 1 >= len(words):
        return False
    readings = lexicon.readings.get(words[at + 1].low, ())
    return any(r.form == "past" for r in readings) and not any(r.nominal for r in readings)
