"""An act and its object: "in weighing of wool" is "in weighing wool"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = 'The act takes its object without "of".'


def acts_of(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Take "of" from behind an act in -ing that acts on what follows: "in weighing of wool".

    Behind a preposition alone, where the -ing word can be nothing but an act.
    """
    places, joints = lexicon.words("act_of_places"), lexicon.words("row_joints")
    taken = False
    for at, word in enumerate(words):
        if word.low != "of" or at < 2 or at + 1 >= len(words) or words[at + 1].mark:
            continue
        if not is_act(words[at - 1], lexicon):
            continue
        first = _first_act(words, at - 1, lexicon)
        lead = words[first - 1]
        lows = [other.low for other in words[at + 1 :]]
        if "of" in lows and "and" in lows[: lows.index("of")]:
            continue  # "for processing of feed and creation of fuel" is said alike
        if lead.low == "the" and first > 1 and words[first - 2].low in places:
            if any(r.nominal for r in lexicon.readings[words[at - 1].low]):
                continue  # "in the planning of projects"
            yield repaired(lead.start, words[first].start, "", _WHY)
        elif lead.low not in places and not (taken and lead.low in joints):
            continue
        taken = True
        yield repaired(words[at - 1].end, word.end, "", _WHY)


def _first_act(words: Sequence[Word], at: int, lexicon: Lexicon) -> int:
    """Return where a row of bare acts begins: "for *planning*, testing, and running of"."""
    joints = lexicon.words("row_joints")
    while True:
        before = at - 1
        while before > 1 and words[before].low in joints:
            before -= 1
        if before == at - 1 or before < 1 or not is_act(words[before], lexicon):
            return at
        at = before


def is_act(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is an act in -ing that takes an object, in small letters or at the head."""
    small = word.text.islower() or word.i == 0
    if not small or word.low in lexicon.words("things_in_ing"):
        return False
    readings = lexicon.readings.get(word.low, ())
    objectless = lexicon.words("intransitive") | lexicon.words("takes_of")
    return any(r.form == "gerund" and r.lemma not in objectless for r in readings)


def may_describe(word: Word, lexicon: Lexicon) -> bool:
    """Whether an -ing word may be one noun with what follows: "cleaning supplies"."""
    names = ("things_in_ing", "gerund_nouns", "gerund_modifiers", "compound_gerunds")
    return any(word.low in lexicon.words(name) for name in names)
