"""Forms behind "have" and "be", and what belongs to several: "have *went*", "how it is *ran*", "sites
*belongs to* two firms"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_FORM = 'Behind "{}" stands the participle.'
_TIED = "It describes the noun in front, and the sentence has its verb."
_MANY = "Of two, the verb stands in the plural."
_CONCERN = ("as", "far", "as")
_NEAR = 6


def helper_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield participles for the past behind "have" or "be"; "was saw" and "is broke" stay."""
    forms, having = lexicon.maps["participles_of_past"], lexicon.words("have_forms")
    for helper, verb in pairwise(words):
        right = forms.get(verb.text)
        if right is None:
            continue
        been = helper.low in lexicon.words("be_before") and verb.text not in lexicon.words(
            "never_been"
        )
        if helper.low in having or been:
            yield repaired(verb.start, verb.end, right, _FORM.format(helper.low))


def plain_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the participle for the plain form of an act behind "be" and in front of "to" or "by":
    "was *require* to drive"; of duties one says what they are ("duties were *provide* care")."""
    for been, verb, behind in zip(words, words[1:], words[2:], strict=False):
        if been.low not in lexicon.words("be_before") or behind.low not in {"to", "by"}:
            continue
        readings = lexicon.readings.get(verb.low, ())
        plain = bool(readings) and all(r.form == "base" and not r.nominal for r in readings)
        front = words[been.i - 1].low if been.i else ""
        described = lexicon.among(verb.low, "adjectives", "sure_adjectives")
        duty = front in lexicon.words("duty_nouns") or described
        lemmas = lexicon.lemmas(verb.low, "base")
        if plain and not duty and len(lemmas) == 1 and verb.text.islower():
            told = inflect(min(lemmas), "participle", lexicon)
            yield repaired(verb.start, verb.end, told, _FORM.format(been.low))


def belonging_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield "belonging to" for a "belongs to" behind things of a line that has its act: "checked
    pumps for plants *belongs to* two firms"."""
    for verb, to in pairwise(words):
        if verb.text not in {"belongs", "belong"} or to.low != "to" or verb.i < 2:
            continue
        nested = lexicon.words("relatives") | lexicon.words("subordinators") | {".", ";", ":"}
        front = words[: verb.i]
        acts = lexicon.readings.get(words[0].low, ())
        noun = front[-1].text.islower() and looks_plural(front[-1].low)
        if acts and noun and nested.isdisjoint(word.low for word in front):
            yield repaired(verb.start, verb.end, "belonging", _TIED)


def concern_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the plural of "as far as mapping *and* logging *is* concerned"."""
    for verb, concerned in pairwise(words):
        if verb.text != "is" or concerned.text != "concerned" or verb.i < len(_CONCERN) + 1:
            continue
        near = [word.low for word in words[max(verb.i - _NEAR, 0) : verb.i]]
        starts = [n for n in range(len(near)) if tuple(near[n : n + 3]) == _CONCERN]
        inside = near[starts[-1] + 3 :] if starts else []
        if "and" in inside[1:-1] and not lexicon.words("determiners") & set(inside):
            yield repaired(verb.start, verb.end, "are", _MANY)
