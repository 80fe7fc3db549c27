"""Apostrophes: "NDA's" are NDAs, "residents requests" are the residents' requests, "of it's" is "of its"."""

import re
from collections.abc import Iterator, Sequence

from reframe.core.acts_of import is_act
from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_parts import are_plain
from reframe.core.noun_starts import is_noun_start, small_words
from reframe.core.phrases import rows_in
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_LETTERS = re.compile(r"[A-Z](?:&?[A-Z])+['’][sS]")
_YEARS = re.compile(r"(?<=\b[Tt]he )(?:(?:early|late|mid) )?(?:19|20)\d0(['’])s\b")
_PLURAL = "A plural takes no apostrophe."
_OWNER = "What belongs to several takes the apostrophe."
_SET = "It belongs to one: the name takes its apostrophe."
_ITS = '"it\'s" is short for "it is".'
_THEIRS = '"there" tells where, "their" whose.'
_BETWEEN = 2


def apostrophe_edits(
    text: str, words: Sequence[Word], lexicon: Lexicon
) -> Iterator[Edit | tuple[str, str]]:
    """Yield apostrophes that are certainly missing or too many, and as a doubt what may lack one:
    whether "hospitals visitor rules" are one shop's or several shops', nobody can tell."""
    mark = "’" if "’" in text else "'"
    owners, others = lexicon.words("plural_owners"), lexicon.words("other_owners")
    for at, word in enumerate(words):
        if word.low.endswith("'s"):
            if word.text.endswith("S"):
                if not text.isupper() and _many_letters(words, at, lexicon):
                    yield repaired(word.end - 2, word.end, "s", _PLURAL)
            elif (
                (_LETTERS.fullmatch(word.text) and _ends_plural(words, at, lexicon))
                or (f"{word.low[:-2]}s" in owners and _tells_who(words, at, lexicon))
                or _lists_things(words, at, lexicon)
                or (word.text.islower() and _is_subject_of_many(words, at, lexicon))
            ):
                yield _as_plural(word)
            elif word.text in {"it's", "it’s"} and _belongs(words, at, lexicon):
                yield repaired(word.end - 2, word.end - 1, "", _ITS)
        elif (word.low in owners or word.low in others) and word.text.islower():
            if word.low in owners and _owns(words, at, lexicon):
                yield repaired(word.end, word.end, mark, _OWNER)
            elif _may_own(words, at, lexicon):
                yield "owner", f"{word.text} {words[at + 1].text}"
        elif word.text == "there" and _are_theirs(words, at, lexicon):
            yield repaired(word.start, word.end, "their", _THEIRS)
    for found in _YEARS.finditer(text) if "0" in text else ():
        yield repaired(*found.span(1), "", _PLURAL)
    for at, _, phrase in rows_in(words, lexicon.maps["owning_phrases"]):
        word, right = words[at], lexicon.maps["owning_phrases"][phrase]
        if are_plain(words, at, 1):
            place = word.start + right.index("'")
            yield repaired(place, place, mark, _SET)


def _as_plural(word: Word) -> Edit:
    """Return the edit that makes a plural of what looks owned: "policy's" is "policies"."""
    if _plural(word.low).endswith("ies"):
        return repaired(word.end - 3, word.end, "ies", _PLURAL)
    return repaired(word.end - 2, word.end - 1, "", _PLURAL)


def _plural(owner: str) -> str:
    """Return the plural that somebody wrote as an owner: "supplies" for "supply's"."""
    ending = owner[-3] == "y" and owner[-4] not in "aeiou"
    return f"{owner[:-3]}ies" if ending else f"{owner[:-2]}s"


def _is_subject_of_many(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether the verb behind tells of many: "when the *tech's were* busy"."""
    behind = words[at + 1].low if at + 1 < len(words) else ""
    pronoun = words[at].low[:-2] in lexicon.words("pronouns")
    return behind in {"were", "are"} and not pronoun


def _many_letters(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether letters with a large S are told in numbers or are known things: "18 SKU'S"."""
    counted = at > 0 and words[at - 1].number and words[at - 1].low not in {"1", "one"}
    known = words[at].text[:-2] in lexicon.words("counted_letters")
    letters = _LETTERS.fullmatch(words[at].text) is not None
    return letters and (counted or known) and (known or _ends_plural(words, at, lexicon))


def _ends_plural(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether nothing behind letters with an apostrophe can belong to them."""
    counted = words[at].text[:-2] in lexicon.words("counted_letters")
    if at + 1 == len(words):
        return counted  # the line may break off in front of what belongs to others
    behind = words[at + 1]
    if behind.low == "(":
        return counted
    if behind.low in lexicon.words("conjunctions") | {","}:
        # "IBM's and HP's needs" belong to both.
        others = words[at + 2 : at + 2 + _BETWEEN]
        owners = (other for other in others if other.low.endswith("'s"))
        return all(_ends_plural(words, owner.i, lexicon) for owner in owners)
    return behind.text in {".", ";", ":", ")"} or behind.low in lexicon.words("prepositions")


def _tells_who(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a clause about people follows: "helped customer's *who* had lost bags"."""
    return at + 1 < len(words) and words[at + 1].low in lexicon.words("people_relatives")


def _lists_things(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a thing that is no owner stands in front of a preposition or of an act, or at the
    end: "report's *for* owners", "invoice's and *filing* mail"."""
    word, behind = words[at], words[at + 1] if at + 1 < len(words) else None
    third = words[at + 2] if at + 2 < len(words) else None
    ends = at > 0 and (behind is None or behind.low in {".", ";"})
    joined = behind is not None and behind.low in {"and", ","}
    acts = joined and third is not None and is_act(third, lexicon)
    if not (ends or acts or (behind and behind.low in lexicon.words("no_owners_before"))):
        return False
    plural = _plural(word.low)
    known = plural in lexicon.words("plain_plurals") or (
        (ends or acts) and lexicon.domain(word.low[:-2]) is not None
    )
    known = known and word.text.islower() and word.low[:-2] not in lexicon.words("people")
    return known and plural not in lexicon.words("plural_owners") | lexicon.words("other_owners")


def _belongs(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether "it's" stands where only "its" can: between a preposition and a noun."""
    if at == 0 or words[at - 1].low not in lexicon.words("owning_places"):
        return False
    return is_noun_start(words, at + 1, lexicon)


def _are_theirs(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether "there" stands where only "their" can: in front of what people have, behind a
    preposition that leads to no place, people and "and", or an act that takes a thing."""
    if not at or at + 1 >= len(words):
        return False
    before, behind = words[at - 1], words[at + 2] if at + 2 < len(words) else None
    closed = behind is None or behind.mark or behind.low in lexicon.words("phrase_stops")
    described = lexicon.words("adjectives") | lexicon.words("time_words")
    if words[at + 1].low in described and before.low in lexicon.words("their_places"):
        return is_noun_start(words, at + 2, lexicon)  # "in there daily living"
    had = words[at + 1].low in lexicon.words("had_by_people")
    led = before.low in lexicon.words("their_places") or (
        before.low == "and"
        and words[at - 2].low in lexicon.words("plural_owners") | lexicon.words("people")
    )
    if led and closed and (had or _is_thing(words[at + 1], lexicon)):
        return True
    if not had:
        return False
    acts = [r for r in lexicon.readings.get(before.low, ()) if not r.nominal]
    taking = lexicon.words("takes_theirs")
    return closed and any(reading.lemma in taking for reading in acts)


def _is_thing(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word names things of many: "to there *cars*", and not "stood there weekends"."""
    acts = any(not reading.nominal for reading in lexicon.readings.get(word.low, ()))
    plural = looks_plural(word.low) and word.text.islower()
    return plural and not acts and word.low not in lexicon.words("working_times")


def _owns(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether people in the plural are those whose needs or requests follow.

    Not behind an act that gives or asks them something ("asked customers questions").
    """
    joined = at > 1 and words[at - 1].low in lexicon.words("conjunctions")
    if joined and words[at - 2].low not in lexicon.words("plural_owners"):
        return False  # "dealer and clients requests": of whom, the first word tells
    head = at + 1
    heads = lexicon.words("owned_things")
    if head < len(words) and words[head].low not in heads and is_noun_start(words, head, lexicon):
        if words[head].low not in lexicon.words("adjectives"):
            return False
        head += 1
    if head >= len(words) or not words[head].text.islower() or not words[head].spaced:
        return False
    if words[head].low not in heads or (head + 1 < len(words) and words[head + 1].low == "-"):
        return False
    if is_noun_start(words, head + 1, lexicon):
        return False  # "customers account managers"
    return not _gives(words, at, lexicon)


def _may_own(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun that is no act and that nobody is given follows people or groups."""
    thing = at + 1
    if not is_noun_start(words, thing, lexicon) or not words[thing].text.islower():
        return False
    low = words[thing].low
    if low in lexicon.readings or low in lexicon.words("time_words") | lexicon.words("never_owned"):
        return False
    if low in lexicon.words("adjectives") and not is_noun_start(words, thing + 1, lexicon):
        return False
    return not _gives(words, at, lexicon)


def _gives(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether the act in front is one that somebody gets something by."""
    for word in reversed(words[:at]):
        readings = lexicon.readings.get(word.low, ())
        if any(reading.lemma in lexicon.words("acts_of_giving") for reading in readings):
            return True
        if word.mark or word.low in lexicon.words("prepositions"):
            return False
        if word.low not in small_words(lexicon) and any(not r.nominal for r in readings):
            return False
    return False
