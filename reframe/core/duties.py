"""A line that goes on naming duties: whose they are, and when they were."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from reframe.core.lexicon import Lexicon
from reframe.core.suggestion import FIRST_PERSON, INFLECTED, ROLE_TENSE, Edit, Piece
from reframe.core.words import Word


def duty_edits(
    words: Sequence[Word], lexicon: Lexicon, *, tense: Literal["past", "present"]
) -> Iterator[Edit]:
    """Yield the edits of a line that begins with the name of duties and what they consist of:
    "My main duties include sales" -> "Main duties included sales".

    "Job was sales" would be no English, and keeps its "my".
    """
    if tense == "past":
        yield from _told_by_clause(words, lexicon)
    owned = bool(words) and words[0].low == "my"
    named = [w for w in words[owned:] if w.low not in lexicon.words("duty_modifiers")][:2]
    nouns = lexicon.words("duty_nouns") | lexicon.words("duties_too")
    if len(named) < 2 or named[0].low not in nouns:
        return
    noun, verb = named
    told = lexicon.maps["duty_tellers"]
    ends = verb.i + 2 >= len(words)  # "My duties were there"
    alone = noun.low in lexicon.words("duties_alone") and verb.low in lexicon.words("telling_what")
    if ends or verb.low not in told or verb.i != noun.i + 1:
        return
    if not (noun.low.endswith("s") or alone):
        return
    if lexicon.is_gerund(verb.low):
        if any(word.low in lexicon.words("be_forms") for word in words[verb.i :]):
            return  # "Duties including payroll *were* shared"
        if tense == "past":
            end = _led_end(words, verb.i, lexicon)
            yield Edit(verb.start, end, (Piece(told[verb.low], INFLECTED),), ROLE_TENSE)
        return
    if owned:
        yield Edit(words[0].start, words[1].start, (), FIRST_PERSON)
    if tense == "past":
        yield from _past(verb, told)
        for before, word in pairwise(words[verb.i :]):
            if before.low == "but":  # "include but *are* not limited to"
                yield from _past(word, told)
                return


def lacks_verb(opens: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether the words that a line or an opener begins with are no verb: "in charge", and
    not "in partnership"."""
    return bool({*opens[:1], " ".join(opens[:2])} & lexicon.words("verbless_openers"))


def _told_by_clause(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the past of what a clause tells of a duty: "Responsible for the shop, which *includes*
    ordering stock"."""
    if lacks_verb([word.low for word in words[:2]], lexicon):
        for which, verb in pairwise(words):
            if which.low == "which":
                yield from _past(verb, lexicon.maps["duty_tellers"])


def _led_end(words: Sequence[Word], at: int, lexicon: Lexicon) -> int:
    """Return where an opener ends that may go on with "but not limited to", and with a colon."""
    behind = [word.low for word in words[at + 1 :]]
    known = (phrase.split() for phrase in lexicon.phrases("not_all"))
    last = at + next((len(phrase) for phrase in known if behind[: len(phrase)] == phrase), 0)
    marked = last + 1 < len(words) and words[last + 1].low == ":"
    return words[last + marked].end


def _past(verb: Word, told: Mapping[str, str]) -> Iterator[Edit]:
    past = told.get(verb.low, "")
    if past and past != verb.low:
        yield Edit(verb.start, verb.end, (Piece(past, INFLECTED),), ROLE_TENSE)
