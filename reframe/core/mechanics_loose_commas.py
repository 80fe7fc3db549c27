"""A comma that parts nothing: "met owners, *and* partners", "kept a log, *to* find faults", "worked
with, teachers"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_TWO = "Two things need no comma."
_AIM = "What an act is for stands beside it without a comma."
_HOW = "How it is done stands beside it without a comma."
_LED = "A preposition and what it leads to belong together."
_DESCRIBED = "Two words that describe one thing need no comma."
_ENDS = frozenset({".", "!", "?"})
_JOINTS = frozenset({"and", "or"})
_FINITE = frozenset({"past", "base", "third"})
_LONGEST = 3
_NEAR = 9


def loose_comma_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the commas that go: the only one of a sentence, in front of the second of two things or
    of what an act is for, and any behind a preposition or between two adjectives."""
    commas = [word.i for word in words if word.text == ","]
    if not commas:
        return
    for at in commas:
        if 0 < at < len(words) - 2:
            yield from _beside_a_word(words, at, lexicon)
    start, inside = 0, lexicon.words("marks_inside")
    for end in [*(word.i for word in words if word.low in _ENDS), len(words)]:
        marks = [word.i for word in words[start:end] if word.mark and word.low not in inside]
        if len(marks) == 1 and marks[0] in commas and start < marks[0] < end - 1:
            yield from _alone(words, start, marks[0], end, lexicon)
        start = end + 1


def _beside_a_word(words: Sequence[Word], at: int, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the comma behind a preposition ("worked with, teachers") and between two adjectives
    that "and" joins ("a national, *and* local chain")."""
    comma, front, behind = words[at], words[at - 1], words[at + 1]
    if front.text in lexicon.words("never_before_commas"):
        thing = is_noun_start(words, behind.i, lexicon) and behind.text.islower()
        # "Trained staff on, and oversaw the use of, tills": both share what follows.
        shared = any(word.low in {",", "and", "or"} for word in words[: at - 1])
        if thing and at > 1 and not shared and not _acts(behind, lexicon):
            yield repaired(comma.start, comma.end, "", _LED)
    elif behind.low == "and" and at + 3 < len(words) and at > 1:
        led = words[at - 2].low in lexicon.words("articles")
        pair = [_describes(word, lexicon) for word in (front, words[at + 2])]
        if led and all(pair) and is_noun_start(words, at + 3, lexicon):
            yield repaired(comma.start, comma.end, "", _DESCRIBED)


def _describes(word: Word, lexicon: Lexicon) -> bool:
    return word.text.islower() and lexicon.among(word.low, "sure_adjectives", "adjectives")


def _acts(word: Word, lexicon: Lexicon) -> bool:
    return any(not r.nominal for r in lexicon.readings.get(word.low, ()))


def _alone(
    words: Sequence[Word], start: int, at: int, end: int, lexicon: Lexicon
) -> Iterator[Edit]:
    """Yield the one comma of a sentence where it parts two things, or an act and its aim or manner."""
    comma, behind = words[at], words[at + 1]
    front, rest = words[start:at], words[at + 1 : end]
    short = _are_short(words, at, end, lexicon)
    if front[0].low in lexicon.words("prepositions") or _is_clause(front, lexicon, short=short):
        return
    if behind.low in _JOINTS and any(word.low in lexicon.words("conjunctions") for word in front):
        return  # "inks and paper, and glue": the comma may group them
    if not is_noun_start(words, at - 1, lexicon) and at - start > 1:
        return  # "for internal use *only*, to sort deeds"
    if behind.low in _JOINTS and len(rest) > 1:
        # "Cars *hit* by hail, and repairs of": comma or not, it leans on the cars.
        described = not short and any(_tells(words, word.i, lexicon) for word in front[1:])
        acts = _shares_form(front[0], rest[1], lexicon)
        if _is_second_thing(words, at + 2, end, lexicon) and not (described or acts):
            yield repaired(comma.start, comma.end, "", _TWO)
    elif not lexicon.readings.get(front[0].low):
        return
    elif behind.low in {"to", "in"}:
        if _is_aim(words, at + 1, lexicon) and "to" not in {word.low for word in front}:
            yield repaired(comma.start, comma.end, "", _AIM)
    elif behind.low == "while":
        if at - start <= _NEAR and at + 2 < end and lexicon.is_gerund(words[at + 2].low):
            yield repaired(comma.start, comma.end, "", _HOW)
    elif len(rest) <= _LONGEST and all(_is_manner(word, lexicon) for word in rest):
        yield repaired(comma.start, comma.end, "", _HOW)


def _is_manner(word: Word, lexicon: Lexicon) -> bool:
    manner = word.low.endswith("ly") and word.low not in lexicon.words("ly_words")
    return manner or word.low == "and"


def _are_short(words: Sequence[Word], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether two plurals stand around a comma, the second with no more than what describes it:
    "owners, and business partners"."""
    rest = words[at + 2 : end]
    many = looks_plural(words[at - 1].low) and bool(rest) and looks_plural(rest[-1].low)
    tied = any(lexicon.among(word.low, "prepositions", "conjunctions") for word in rest)
    return words[at + 1].low == "and" and many and not tied and len(rest) <= _LONGEST


def _tells(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a word may tell what was done to what stands in front: "cars *hit by* hail", and not
    "the *targeted* brands"."""
    told = any(r.form == "participle" for r in lexicon.readings.get(words[at].low, ()))
    return told and lexicon.among(words[at + 1].low, "prepositions", "adverbs", "determiners")


def _is_clause(front: Sequence[Word], lexicon: Lexicon, *, short: bool) -> bool:
    """Whether words hold a clause, or a joint or list that the comma may have to close."""
    apart = ("relatives", "subordinators", "modals", "open_lists", "pronouns")
    for word in front:
        if word.low not in {"as", "to"} and lexicon.among(word.low, *apart):
            return True
        if word.low in lexicon.words("be_words") and not (short and word.low == "be"):
            return True
        if word.low in lexicon.words("leads_to_a_list"):
            return True
    return False


def _is_second_thing(words: Sequence[Word], first: int, end: int, lexicon: Lexicon) -> bool:
    """Whether nothing but a thing stands behind a joint: no act, no clause."""
    low = words[first].low
    led = low in lexicon.words("determiners")
    if not led and not is_noun_start(words, first, lexicon):
        return False
    if lexicon.among(low, "contrasts", "adverbs") or lexicon.is_gerund(words[first + led].low):
        return False
    apart = ("relatives", "subordinators", "modals", "be_words", "pronouns", "contrasts")
    for word in words[first:end]:
        if word.low == "well" or (
            word.low != "as" and lexicon.among(word.low, *apart, "conjunctions")
        ):
            return False
        readings = lexicon.readings.get(word.low, ())
        # "and overtime *fell*", "and sales *rose*": a sentence of its own.
        if word.low.endswith("ed") or any(r.form == "past" for r in readings):
            return False
        if any(r.form in _FINITE and not r.nominal for r in readings):
            return word.i > first and words[word.i - 1].low == "to"
    return True


def _shares_form(one: Word, two: Word, lexicon: Lexicon) -> bool:
    """Whether two words may be acts in one form: "Manages staff, and *plans* trips"."""
    forms = [{r.form for r in lexicon.readings.get(word.low, ())} for word in (one, two)]
    return bool(forms[0] & forms[1])


def _is_aim(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether "to" or "in order to" and an act stand here."""
    lows = [word.low for word in words[at : at + 3]]
    verb = at + 3 if lows == ["in", "order", "to"] else at + 1
    if lows[0] != "to" and verb == at + 1:
        return False
    if verb + 1 >= len(words) or not words[verb].text.islower():
        return False
    readings = [r for r in lexicon.readings.get(words[verb].low, ()) if r.form == "base"]
    held = words[verb + 1].low in lexicon.words("determiners")
    return bool(readings) and (held or not any(r.nominal for r in readings))
