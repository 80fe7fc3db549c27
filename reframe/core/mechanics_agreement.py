"""Verbs that go with the people or things in front: "students who needs" are students who need,
and "made sure that trucks was" tells what trucks were."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_WHY = "Of many, the verb stands in the plural."
_ONE = "Of one, the verb stands in the singular."
_MISHEARD = '"where" tells the place, "were" how they were.'
_LED = 'The past of "lead" is "led".'
_REACH = 5
_PHRASE = 2
"""So many words stand behind the noun of a phrase in the plural: "points of sale"."""
_SUBJECT = 4
"""A subject in front of its verb has no more words behind its lead than so many."""


def agreement_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the plain forms of verbs that stand in the third person behind a plural."""
    leads = lexicon.maps["relative_agreement"]
    for front, lead, verb in zip(words, words[1:], words[2:], strict=False):
        if lead.low not in leads or not (front.text.islower() and verb.text.islower()):
            continue
        head = front.i
        if not _names_many(front, lexicon):
            head = max(front.i - _PHRASE, 0)
            whole = " ".join(word.low for word in words[head : front.i + 1])
            if whole not in lexicon.words("plural_phrases"):
                continue
        before = {word.low for word in words[max(head - _REACH, 0) : head]}
        if before & set(leads[lead.low].split()):
            continue  # "a list of clients that needs updates": the list does, or they do
        plain = _plain(verb, lexicon)
        if plain:
            yield repaired(verb.start, verb.end, plain, _WHY)
    for front, verb in pairwise(words):
        irregular = lexicon.maps["plural_verbs"].get(verb.low) if verb.text.islower() else None
        if irregular and (
            _is_subject(words, front.i, lexicon) or _are_there(words, verb.i, lexicon)
        ):
            yield repaired(verb.start, verb.end, irregular, _WHY)
        if verb.text == "where" and _is_misheard(words, verb.i, lexicon):
            yield repaired(verb.start, verb.end, "were", _MISHEARD)
        if verb.text == "lead" and front.low == "which" and _has_led(words, verb.i, lexicon):
            yield repaired(verb.start, verb.end, "led", _LED)
        single = lexicon.maps["one_verbs"].get(verb.text)
        if single and (_is_one(words, front.i, lexicon) or _is_mass(words, front.i, lexicon)):
            yield repaired(verb.start, verb.end, single, _ONE)


def _has_led(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether "lead to" stands for its past: behind one thing, or a comma, in a line that begins
    with an act in the past ("Hired a nurse, which *lead to* fewer falls")."""
    told = any(r.form == "past" for r in lexicon.readings.get(words[0].low, ()))
    before = words[at - 2]
    one = before.text.isalnum() and not looks_plural(before.low)
    reached = words[at + 1].low if at + 1 < len(words) else ""
    return told and reached == "to" and (before.low == "," or one)


def _is_subject(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a plural ends the subject of a clause: "made sure that *the trucks*"."""
    many = words[at].text.islower() and _names_many(words[at], lexicon)
    return many and _is_whole(words, at, lexicon)


def _is_whole(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun and what describes it are all of a subject, and no joint or "of" is in it."""
    for before in reversed(words[max(at - _SUBJECT, 0) : at]):
        if before.low in lexicon.words("subject_leads"):
            return True
        if before.mark or before.low in lexicon.words("phrase_stops"):
            return False
    return False


def _is_misheard(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether "where" stands for "were": "made sure that all orders *where* correct"."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None or not _is_subject(words, at - 1, lexicon):
        return False
    told = lexicon.among(behind.low, "adjectives", "told_of_many")
    told = told or bool(lexicon.lemmas(behind.low, "participle"))
    finite = lexicon.maps["past_of_be"]
    later = (word.low for word in words[at + 1 :])
    return told and not any(low in finite or low in finite.values() for low in later)


def _are_there(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a verb tells that there are more than one: "there *was* 4 of us"."""
    count = words[at + 1] if at + 1 < len(words) else None
    if words[at - 1].low != "there" or count is None:
        return False
    named = lexicon.maps["number_values"].get(count.low, "")
    return (count.text.isdigit() and count.text != "1") or named not in ("", "1")


def _is_one(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether one out of many ends the subject of a clause: "when *one of them*"."""
    first = at - (words[at].low != "them")
    lead = words[first - 3].low if first > 2 else ""
    if [word.low for word in words[max(first - 2, 0) : first]] != ["one", "of"]:
        return False
    if first < at and not (
        words[first].low in lexicon.words("determiners_short") and looks_plural(words[at].low)
    ):
        return False
    return lead in lexicon.words("subject_leads")


def _is_mass(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether what is never counted is the subject of a clause: "that all *equipment*"."""
    never = words[at].text in lexicon.words("never_counted")
    return never and _is_whole(words, at, lexicon)


def _names_many(word: Word, lexicon: Lexicon) -> bool:
    if word.low in lexicon.words("plurals_without_s"):
        return True
    noun = lexicon.singular(word.low)
    return noun != word.low and lexicon.domain(noun) is not None


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
