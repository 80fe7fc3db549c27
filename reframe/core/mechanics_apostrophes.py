"""Apostrophes: "residents requests" are the residents' requests, "of it's" is "of its"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_act_names import are_plain
from reframe.core.mechanics_plurals import plural_edits
from reframe.core.noun_starts import is_noun_start, small_words
from reframe.core.phrases import rows_in
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_OWNER = "What belongs to several takes the apostrophe."
_OWNERS = "One of them would have an article: it belongs to several."
_SET = "It belongs to one: the name takes its apostrophe."
_ITS = '"it\'s" is short for "it is".'
_LONGEST = 3
_THEIRS = '"there" tells where, "their" whose.'


def apostrophe_edits(
    text: str, words: Sequence[Word], lexicon: Lexicon
) -> Iterator[Edit | tuple[str, str]]:
    """Yield apostrophes that are certainly missing or too many, and as a doubt what may lack one:
    whether "hospitals visitor rules" are one shop's or several shops', nobody can tell."""
    mark = "’" if "’" in text else "'"
    owners, others = lexicon.words("plural_owners"), lexicon.words("other_owners")
    yield from plural_edits(text, words, lexicon)
    for at, word in enumerate(words):
        if word.text in {"it's", "it’s"}:
            if _belongs(words, at, lexicon):
                yield repaired(word.end - 2, word.end - 1, "", _ITS)
        elif word.low.endswith("'s") and f"{word.low[:-2]}s" in owners:
            if _are_many(words, at, lexicon):
                yield repaired(word.end - 2, word.end, f"s{mark}", _OWNERS)
        elif (word.low in owners or word.low in others) and word.text.islower():
            if word.low in owners and _owns(words, at, lexicon):
                yield repaired(word.end, word.end, mark, _OWNER)
            elif _may_own(words, at, lexicon):
                yield "owner", f"{word.text} {words[at + 1].text}"
        elif word.text == "there" and _are_theirs(words, at, lexicon):
            yield repaired(word.start, word.end, "their", _THEIRS)
    for at, _, phrase in rows_in(words, lexicon.maps["owning_phrases"]):
        word, right = words[at], lexicon.maps["owning_phrases"][phrase]
        if are_plain(words, at, 1):
            place = word.start + right.index("'")
            yield repaired(place, place, mark, _SET)


def _are_many(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether people told as one have no article, and what is theirs is many: "answered *visitor's*
    questions" were the visitors'."""
    thing = words[at + 1] if at + 1 < len(words) else None
    if thing is None or not at or not words[at].text.islower() or not thing.text.islower():
        return False
    theirs = thing.low in lexicon.words("owned_things") and looks_plural(thing.low)
    alone = theirs and not is_noun_start(words, at + 2, lexicon)
    return alone and _stand_alone(words, at, lexicon)


def _stand_alone(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a verb or a preposition stands in front of people and of the adjectives that tell
    which: nothing says that it is one of them."""
    front = at - 1
    while front > 0 and lexicon.among(words[front].low, "adjectives", "sure_adjectives"):
        front -= 1
    lead = words[front]
    if lead.low in lexicon.words("determiners"):
        return False
    readings = [r for r in lexicon.readings.get(lead.low, ()) if r.form != "participle"]
    # "Plans that *meet* visitor's needs", but "warehouse visitor's needs".
    led = lexicon.words("relatives") | lexicon.words("act_joint_words") | {"to"}
    acts = bool(readings) and (front == 0 or words[front - 1].low in led)
    acts = acts or any(not r.nominal for r in readings)
    return acts or lead.low in lexicon.words("bare_leads")


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
    described = lexicon.among(words[at + 1].low, "adjectives", "time_words")
    if described and before.low in lexicon.words("their_places"):
        return is_noun_start(words, at + 2, lexicon)  # "in there daily living"
    had = words[at + 1].low in lexicon.words("had_by_people")
    led = before.low in lexicon.words("their_places") or (
        before.low == "and"
        and words[at - 2].low in lexicon.words("plural_owners") | lexicon.words("people")
    )
    if led and closed and (had or _is_thing(words[at + 1], lexicon)):
        return True
    if before.low in lexicon.words("never_before_there"):
        return _has_things(words, at + 1, lexicon)
    named = words[at - 2].low if at > 1 else ""
    thing = named in lexicon.words("determiners") | (lexicon.words("prepositions") - {"to"})
    acts = [r for r in lexicon.readings.get(before.low, ()) if not (r.nominal and thing)]
    taking = lexicon.words("takes_theirs")
    return any(reading.lemma in taking for reading in acts) and (
        (had and closed) or _has_things(words, at + 1, lexicon)
    )


def _has_things(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun stands here and ends its phrase: "*expense reports* after each trip"; and no
    time, for "worked there weekends" tells when."""
    last = at
    while last < len(words) and last - at < _LONGEST:
        numbered = words[last].low in lexicon.words("number_words")
        if not (numbered or is_noun_start(words, last, lexicon)):
            break
        if not words[last].text.islower():
            return False
        last += 1
    if last == at or words[last - 1].low in lexicon.words("adjectives"):
        return False
    behind = words[last] if last < len(words) else None
    closed = behind is None or behind.mark or behind.low in lexicon.words("phrase_stops")
    closed = closed or (behind is not None and behind.low == "prior")
    noun = words[last - 1].low
    timed = noun in lexicon.words("working_times") | lexicon.words("time_words")
    timed = timed or lexicon.singular(noun) in lexicon.words("measures")
    return closed and not timed and not lexicon.is_gerund(noun)


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
        if not lexicon.among(words[head].low, "adjectives", "owned_kinds"):
            return False
        head += 1
    if head >= len(words) or not words[head].text.islower() or not words[head].spaced:
        return False
    if words[head].low not in heads or (head + 1 < len(words) and words[head + 1].low == "-"):
        return False
    if is_noun_start(words, head + 1, lexicon):
        return False  # "customers account managers"
    helping = lexicon.words("acts_behind") | lexicon.words("acts_of_letting")
    if lexicon.lemmas(words[head].low, "base") and any(
        not helping.isdisjoint(lexicon.lemmas(word.low)) for word in words[:at]
    ):
        return False  # "helped pupils *research* and write papers"
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
