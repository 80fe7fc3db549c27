"""Clauses that tell what something included: ", this included", "the dock which included"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_SPLICE = "A comma joins no sentence: the clause leans on the one before."
_SET_OFF = "There is one of it: what it included is told beside a comma."
_EFFECT = "What came of it is told beside a comma."
_REACH = 4
_LONG = 6
_FRONT = 2


def clause_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield "which" for a "this" behind a comma, and the comma in front of a "which" that only
    tells more of one known thing or what came of it all."""
    telling, effects = lexicon.words("telling_what"), lexicon.words("telling_effects")
    gains = lexicon.words("telling_gains")
    for at, word in enumerate(words[:-1]):
        if word.text == "which" and at > 1 and _is_told_more(words, at, lexicon):
            before = words[at - 1]
            yield repaired(before.end, before.end, ",", _SET_OFF)
            continue
        said = f"{word.low} {words[at + 1].low}"
        if (
            (said in effects or word.low in gains)
            and at >= _REACH
            and _comes_of_all(words, at - 1, lexicon)
        ):
            before = words[at - 2]
            yield repaired(before.end, before.end, ",", _EFFECT)
        if word.low not in telling or at < _REACH or not word.text.islower():
            continue
        lead, before = words[at - 1], words[at - 2]
        if lead.text in lexicon.words("spliced_subjects") and before.low == ",":
            if _leans(words, at - 2, lexicon):
                yield repaired(lead.start, lead.end, "which", _SPLICE)
        elif lead.text == "which" and _is_known(words, at - 2, lexicon):
            yield repaired(before.end, before.end, ",", _SET_OFF)


def _is_told_more(words: Sequence[Word], which: int, lexicon: Lexicon) -> bool:
    """Whether "which" tells more of a tool with its name ("Docker *which* runs") or of duties and
    the like ("duties *which may include* filing"), and picks none out of several."""
    before = words[which - 1]
    front = [word.low for word in words[max(which - _REACH, 0) : which]]
    if not lexicon.words("picked_with").isdisjoint(front) or before.mark:
        return False
    if before.low in lexicon.words("told_by_parts"):
        rest = [word.low for word in words[which + 1 : which + 3]]
        modal = len(rest) > 1 and rest[0] in lexicon.words("may_words")
        return bool(rest) and rest[modal] in lexicon.words("telling_parts")
    tools = lexicon.maps["tool_names"]
    for name in reversed(words[max(which - _REACH, 0) : which]):  # "*Java* SE 8 which"
        if name.mark or not (name.number or name.text[0].isupper()) or not name.i:
            return False
        if name.text == tools.get(name.low):
            return True
    return False


def effect_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the comma in front of an effect in -ing that an act has: "cut the route by half *resulting
    in savings*", "counted the cash at night *ensuring* it was all there".

    Only errors result in losses, and only rules ensure something by themselves: those stay tied to
    the noun in front. In a list the comma would make a member of it.
    """
    if any(word.low == "," for word in words) or not words:
        return
    acts = any(lexicon.readings.get(word.low, ()) for word in words[:2])
    for word in words[_FRONT:-1] if acts else ():
        before, behind = words[word.i - 1], words[word.i + 1]
        if word.text in lexicon.words("effect_acts"):
            sure = before.low not in lexicon.words("ensurers")
        else:
            tied = f"{word.low} {behind.low}" in lexicon.words("effect_ties")
            sure = tied and _is_gain(words[word.i + 2 :], lexicon)
        if sure and _ends_thing(words, before.i, lexicon):
            yield repaired(before.end, before.end, ",", _EFFECT)


def _is_gain(behind: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether words begin with a gain, or with an article and a gain."""
    led = bool(behind) and behind[0].low in lexicon.words("articles")
    gain = behind[led : led + 1]
    return bool(gain) and (
        gain[0].text.endswith("%") or gain[0].low in lexicon.words("gains_of_acts")
    )


def _ends_thing(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun in small letters stands here: an effect behind "by" or "and" has no comma."""
    word = words[at]
    noun = is_noun_start(words, at, lexicon) and word.text.islower()
    return noun and word.low not in lexicon.words("adjectives")


def _comes_of_all(words: Sequence[Word], which: int, lexicon: Lexicon) -> bool:
    """Whether "which" tells what came of an act, and not of one thing among others ("ran *a trial
    which* resulted in")."""
    before = words[which - 1]
    if words[which].text != "which" or before.mark or not before.text.islower():
        return False
    if before.low in lexicon.words("prepositions") | lexicon.words("conjunctions"):
        return False  # "in which"
    one = lexicon.words("articles") | lexicon.words("pronouns") | {"one", "that", "those", "any"}
    inside = [word.low for word in words[max(which - _LONG, 0) : which]]
    return one.isdisjoint(inside)


def _leans(words: Sequence[Word], comma: int, lexicon: Lexicon) -> bool:
    """Whether a sentence stands in front of a comma, and no phrase that leads up to one ("As the
    night clerk, this included")."""
    start = comma
    while start > 0 and words[start - 1].low not in {".", ";", ":"}:
        start -= 1
    first = words[start].low
    leads = lexicon.words("prepositions") | lexicon.words("subordinators")
    inside = words[start:comma]
    return first not in leads and any(
        not reading.nominal for word in inside for reading in lexicon.readings.get(word.low, ())
    )


def _is_known(words: Sequence[Word], noun: int, lexicon: Lexicon) -> bool:
    """Whether a noun in the singular with "the" in front ends here: "the front *desk*"."""
    if looks_plural(words[noun].low) or words[noun].mark:
        return False
    stops = lexicon.words("phrase_stops")
    for word in reversed(words[max(noun - _REACH, 0) : noun]):
        if word.low == "the":
            return True
        if word.mark or word.number or word.low in stops:
            return False
    return False
