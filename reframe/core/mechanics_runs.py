"""A line that runs on: "... rotas for drivers Mailed the letters", "read the file, also led tours"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.act_forms import is_past
from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start, small_words
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_WHY = "A capital and a new act: the sentence before ends here."
_ALSO = 'One more act is joined by "and".'
_BEFORE = 4
_BEHIND = 2


def run_on_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the full stops that are missing in front of an act with a capital.

    The word in front must end a phrase, and what follows must be what was acted on: a name of
    several capitals has neither. A line that gets full stops ends in one as well.
    """
    found = False
    for at in range(_BEFORE, len(words) - _BEHIND):
        word = words[at]
        if not word.text.istitle() or not word.text.isalpha():
            continue
        lows = [other.low for other in words[:at]]
        if lows.count("(") == lows.count(")") and _begins(words, at, lexicon):
            end = words[at - 1].end
            found = True
            yield repaired(end, end, ".", _WHY)
    if found and not words[-1].mark:
        yield repaired(words[-1].end, words[-1].end, ".", _WHY)


def also_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "and" that lacks in front of "also" and one more act of a line that begins with an
    act in the past: "Milked goats, *also fed* calves"."""
    if not words or not is_past(words[0], lexicon):
        return
    nested = lexicon.words("relatives") | lexicon.words("subordinators") | lexicon.words("modals")
    nested |= {"(", ";", ":", "."}
    acts = [w.i for w in words if w.low == "also" and 1 < w.i < len(words) - _BEHIND]
    for at in acts:
        front, act, behind = words[at - 1], words[at + 1], words[at + 2]
        if any(w.low in nested for w in words[:at]) or not is_past(act, lexicon):
            return
        told = behind.mark or behind.low in lexicon.words("prepositions")
        told = told or act.low in lexicon.words("be_words")
        if told or (not front.mark and not _is_thing(words, at - 1, lexicon)):
            continue
        joint = lexicon.words("adding_joints")
        closed = any(
            one.low in joint and (two.low == "also" or is_past(two, lexicon))
            for one, two in pairwise(words[at + 2 :])
        )
        if not front.mark:
            yield repaired(front.end, front.end, ", and", _ALSO)
        elif front.low == "," and not closed:  # "fed calves, *also* ran tours, and sold milk"
            yield repaired(front.end, front.end, " and", _ALSO)


def _is_thing(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a thing ends here that is no subject of what follows: behind a preposition or an
    article ("into the staging *area*")."""
    start = at
    while start > 0 and not words[start].mark and words[start].low not in small_words(lexicon):
        start -= 1
    noun = words[at].text[:1].isalpha() and is_noun_start(words, at, lexicon)
    return noun and at > start > 0 and not words[start].mark


def _begins(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    word, before, behind = words[at], words[at - 1], words[at + 1]
    if f"{word.low} {behind.low}" in lexicon.words("duty_starts"):
        return before.text.islower() and not before.mark and before.low not in small_words(lexicon)
    readings = lexicon.readings.get(word.low, ())
    told = [r for r in readings if r.form == "past" and not r.guessed]
    thing = _ends_many(before, lexicon) and is_noun_start(words, at + 1, lexicon)
    past = any(thing or not r.nominal for r in told)
    plain = readings and not any(r.nominal or r.guessed for r in readings)
    # A rare verb may be a name ("the Willow Lounge").
    known = all(lexicon.verb(r.lemma) is not None for r in readings)
    present = plain and known and all(r.form in {"base", "third"} for r in readings)
    # Behind a plural and in front of a thing nothing is described: "sorted forms *Scheduled* trips".
    if not (past or present) or (
        word.low in lexicon.words("always_describing") | lexicon.words("describing")
        and not (past and thing)
    ):
        return False
    if word.low in small_words(lexicon) or word.low in lexicon.words("also_names"):
        return False  # "Do the Right Song"
    if not word.spaced or before.number or before.low in small_words(lexicon):
        return False
    if before.mark and before.low != ")":
        return False
    pointed = behind.low in lexicon.words("determiners") and behind.text.islower()
    if not before.text.islower():
        # "SAP Oversaw accounts", but "AWS Managed services": a finite form describes nothing.
        finite = past and not any(r.form == "participle" for r in readings)
        return past and (pointed or (finite and behind.text.islower())) and not behind.mark
    opening = any(not reading.nominal for reading in lexicon.readings.get(before.low, ()))
    timed = past and before.low in lexicon.words("time_words")  # "sold 350 tickets *daily* Ran"
    described = before.low in lexicon.words("adjectives") or before.low.endswith("ly")
    described = described and not timed
    # "for conveyor systems *Tested* I/O points"
    small = behind.text.islower() or (past and thing and behind.text.isupper())
    return small and behind.low != "by" and not opening and not described


def _ends_many(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word names many things and can be no act."""
    many = looks_plural(word.low) and word.text.islower()
    return many and not any(not r.nominal for r in lexicon.readings.get(word.low, ()))
