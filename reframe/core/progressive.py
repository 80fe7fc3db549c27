"""Acts told as going on: "I was filing papers" is "Filed papers", and never "was filed"."""

from collections.abc import Sequence

from reframe.core.bullet import Clause
from reframe.core.lexicon import Lexicon
from reframe.core.manner import is_adverb
from reframe.core.words import Word


def auxiliaries(clause: Clause, words: Sequence[Word], lexicon: Lexicon) -> Sequence[Word]:
    """Return the "was" or "have been" that an act in -ing leans on, over adverbs in between; none
    where it leans on nothing."""
    if clause.form != "gerund":
        return ()
    end = next((word.i for word in words if word.start >= clause.verb.start), 0)
    told = lexicon.words("progressive_auxiliaries")
    while end > 0 and words[end - 1].low not in told and _is_between(words[end - 1], lexicon):
        end -= 1
    start = end
    while start > 0 and words[start - 1].low in told:
        start -= 1
    return words[start:end]


def lead(clause: Clause, words: Sequence[Word], lexicon: Lexicon) -> Sequence[Word]:
    """Return the auxiliaries of an act that goes on with the "I" in front of them."""
    found = auxiliaries(clause, words, lexicon)
    front = words[found[0].i - 1] if found and found[0].i else None
    own = front is not None and front.low in lexicon.words("first_person_subjects")
    return (front, *found) if own and front else found


def _is_between(word: Word, lexicon: Lexicon) -> bool:
    return is_adverb(word, lexicon) or word.low in lexicon.words("adverbs")
