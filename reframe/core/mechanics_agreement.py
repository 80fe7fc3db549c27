"""Verbs behind "who" and "that" that go with the people or things in front: "students who needs"
are students who need."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = "Of many, the verb stands in the plural."
_REACH = 5


def agreement_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the plain forms of verbs that stand in the third person behind a plural."""
    leads = lexicon.maps["relative_agreement"]
    for front, lead, verb in zip(words, words[1:], words[2:], strict=False):
        if lead.low not in leads or not (front.text.islower() and verb.text.islower()):
            continue
        front_noun = lexicon.singular(front.low)
        if front_noun == front.low or lexicon.domain(front_noun) is None:
            continue
        before = {word.low for word in words[max(front.i - _REACH, 0) : front.i]}
        if before & set(leads[lead.low].split()):
            continue  # "a list of clients that needs updates": the list does, or they do
        plain = _plain(verb, lexicon)
        if plain:
            yield repaired(verb.start, verb.end, plain, _WHY)


def _plain(verb: Word, lexicon: Lexicon) -> str:
    """Return the form that goes with many, or "" where the word need be no verb."""
    irregular: str | None = lexicon.maps["plural_verbs"].get(verb.low)
    if irregular is not None:
        return irregular
    readings = lexicon.readings.get(verb.low, ())
    thirds = {r.lemma for r in readings if r.form == "third"}
    if len(thirds) != 1 or any(r.form != "third" for r in readings):
        return ""
    return thirds.pop()
