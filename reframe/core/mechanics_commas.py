"""Commas and semicolons between two acts of a line, and in front of what is included.

"Kept the till, *and* filed bills" has no subject behind its comma, "Kept the till; filed bills" no
sentence behind its semicolon.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import small_words
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_TWO = "Two acts of one doer need no comma."
_JOIN = 'An act without a doer is joined by "and".'
_INCLUDED = "What only gives examples stands behind a comma."
_LONG = 9
_FEWEST = 2
_INSIDE = frozenset({"-", "'", "’", "/", "%"})
_ENDS = frozenset({".", "!", "?"})


def two_act_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the comma that goes, or the "and" for a semicolon, between the two acts of a sentence
    that has no other joint, clause or mark."""
    start = 0
    for end in [*(word.i for word in words if word.low in _ENDS), len(words)]:
        yield from _between_acts(words[start:end], lexicon)
        start = end + 1


def _between_acts(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    marks = [at for at, word in enumerate(words) if word.mark and word.low not in _INSIDE]
    if len(marks) != 1 or not _FEWEST <= marks[0] <= _LONG:
        return
    mark = words[marks[0]]
    at = marks[0] + (2 if mark.low == "," else 1)
    if at + 1 >= len(words) or (mark.low == "," and words[at - 1].low != "and"):
        return
    if mark.low not in {",", ";"} or not _are_acts(words, at, lexicon):
        return
    apart = lexicon.words("relatives") | lexicon.words("subordinators") | lexicon.words("modals")
    apart |= lexicon.words("conjunctions") | lexicon.words("be_words") | lexicon.words("open_lists")
    front = {word.low for word in words[: marks[0]]}
    if front & apart or "to" in front:
        return
    if mark.low == ",":
        yield repaired(mark.start, mark.end, "", _TWO)
    elif not any(word.low in lexicon.words("conjunctions") for word in words[at:]):
        yield repaired(mark.start, mark.end, " and", _JOIN)


def _are_acts(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a line begins with an act, and another in the same form stands here with what it
    acts on."""
    first, second = words[0], words[at]
    if not second.text.islower():
        return False
    forms = [
        {r.form for r in lexicon.readings.get(w.low, ()) if lexicon.verb(r.lemma) is not None}
        for w in (first, second)
    ]
    same = forms[0] & forms[1] & {"past", "base", "third", "gerund"}
    behind = words[at + 1]
    return bool(same) and (not behind.mark or behind.number)


def list_comma_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the comma in front of "including" where a list of several ends the sentence: a plural
    in front is told of as a whole, and the list gives examples."""
    for word in words[_FEWEST:-_FEWEST]:
        if word.text != "including" or not word.spaced:
            continue
        before = words[word.i - 1]
        named = before.text.istitle() and words[before.i - 1].text.istitle()
        if before.mark or not (before.text.islower() or named) or not looks_plural(before.low):
            continue
        if lexicon.is_verb_alone(before.low) or before.low in small_words(lexicon):
            continue
        rest = [*words[word.i + 1 :]]
        if rest and rest[-1].low in _ENDS:
            rest.pop()
        if _lists(rest, lexicon) and not _acts_again(words[0], rest, lexicon):
            yield repaired(before.end, before.end, ",", _INCLUDED)


def _acts_again(first: Word, rest: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether behind a joint another act may stand in the form that the line begins with: "feeds
    pets including cats, and *walks* dogs"."""
    forms = {r.form for r in lexicon.readings.get(first.low, ())}
    return any(
        joint.low in {",", "and", "&"}
        and any(
            r.form in forms and not (r.form == "base" and r.nominal)
            for r in lexicon.readings.get(word.low, ())
        )
        for joint, word in pairwise(rest)
    )


def _lists(rest: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether words are a list of things alone, to the end: three or more, no act and no clause."""
    if not any(word.low == "," for word in rest[:-1]):
        return False
    if any(word.low in {"not", "to"} for word in rest[:2]):
        return False
    stops = lexicon.words("relatives") | lexicon.words("subordinators") | lexicon.words("modals")
    # A phrase behind the list may belong to the whole: "taught crafts including clay *for* two schools".
    stops |= lexicon.words("pronouns") | lexicon.words("be_words")
    stops |= lexicon.words("prepositions") - {"of"}
    for word in rest:
        if word.mark and word.low not in {",", "&", "-", "/", "(", ")"}:
            return False
        if word.low in stops:
            return False
        readings = lexicon.readings.get(word.low, ()) if word.text.islower() else ()
        if any(not r.nominal and r.form in ("past", "third", "base") for r in readings):
            return False
    return True
