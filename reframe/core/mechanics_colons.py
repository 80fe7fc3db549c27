"""A mark between words and what they lead to: "Responsible for: the close", "including, tolls"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start
from reframe.core.phrases import rows_in
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = "What an opener leads to follows without a colon."
_COMMA = "What is included follows without a mark."
_FIRST = 2
_NEAR = 8
_SMALL = "Behind its verb an act has no capital."


def colon_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the colon that goes: where one thing follows, or acts in -ing.

    A list of things keeps its colon, and so do sentences.
    """
    for at, size, _ in rows_in(words, lexicon.maps["colon_openers"]):
        colon = at + size
        if at >= _FIRST or colon + 1 >= len(words) or words[colon].low != ":":
            continue
        rest = words[colon + 1 :]
        if _leads_on(rest, lexicon):
            yield repaired(words[colon].start, words[colon].end, "", _WHY)


def verb_colon_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the colon that goes from between a verb and the acts that it takes: "my days included:
    *greeting* guests", and the capital of the first."""
    verbs = lexicon.words("colon_verbs")
    for verb, colon, act in zip(words[1:_NEAR], words[2:], words[3:], strict=False):
        if verb.text not in verbs or colon.low != ":" or not act.spaced:
            continue
        rest = words[act.i :]
        marks = {word.low for word in rest[:-1] if word.mark}
        if marks & {":", ";", ".", "•", "*", "!", "?"} or not lexicon.is_gerund(act.low):
            continue
        starts = [two for one, two in pairwise(rest) if one.low in {",", "and", "&"}]
        if any(not word.text.islower() for word in starts):
            continue
        yield repaired(colon.start, colon.end, "", _WHY)
        if act.text.istitle():
            yield repaired(act.start, act.end, act.low, _SMALL)


def including_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the comma or colon behind "including" that goes: where a thing follows, and nothing is
    set between commas ("including, but not limited to", "including, where needed, ...")."""
    leads = lexicon.words("comma_leads")
    broken = any(word.low in {";", "•", "*"} for word in words)
    for lead, mark in pairwise(words):
        if lead.low not in leads or not is_noun_start(words, mark.i + 1, lexicon):
            continue
        small = words[mark.i + 1].text.islower() and not broken
        if mark.low == "," or (mark.low == ":" and small and lead.spaced):
            yield repaired(mark.start, mark.end, "", _COMMA)


def _leads_on(rest: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether what stands behind the colon is one thing, or acts in -ing."""
    first = rest[0]
    body = rest[:-1] if rest[-1].low == "." else rest
    if not first.text.islower() or not first.spaced or not body:
        return False
    marks = {word.low for word in body if word.mark}
    if marks & {":", ";", ".", "•", "*", "!", "?", "("}:
        return False
    readings = lexicon.readings.get(first.low, ())
    if any(reading.form == "gerund" for reading in readings):
        return True
    joined = any(word.low in lexicon.words("conjunctions") for word in body)
    return not marks & {",", "&"} and not joined and not readings
