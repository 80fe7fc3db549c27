"""What somebody was helped to do, told as what the client did to help: "assisted tutors *in* teaching
pupils", "assisted tutors *by* teaching pupils"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word


def helped_as_means(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield what in a draft leads to an act as to the client's means of help, where the source
    helped in that act."""
    source, means = words_of(before), lexicon.words("means_places")
    shared = {act for act, _ in _led(source, frozenset({"in"}), lexicon)}
    shared -= {act for act, _ in _led(source, means, lexicon)}
    if not shared:
        return
    draft = words_of(after)
    for act, lead in _led(draft, means, lexicon):
        if act in shared:
            yield lead.text, lead.start, lead.end
    if not any(act in shared for act, _ in _led(draft, frozenset({"in"}), lexicon)):
        yield from _set_off(draft, shared, lexicon)


def _set_off(
    words: Sequence[Word], acts: set[str], lexicon: Lexicon
) -> Iterator[tuple[str, int, int]]:
    """Yield the first of these acts in -ing that stands behind a comma: "helped the lead, *wiring*
    panels" tells how."""
    for mark, word in pairwise(words):
        if mark.text == "," and lexicon.lemmas(word.low, "gerund") & acts:
            yield word.text, word.start, word.end
            return


def _led(
    words: Sequence[Word], leads: frozenset[str], lexicon: Lexicon
) -> Iterator[tuple[str, Word]]:
    """Yield each act in -ing behind one of the leads and a word of help, with its lead."""
    for lead in words:
        clause = takewhile(lambda word: not word.mark, reversed(words[: lead.i]))
        helped = {verb for word in clause for verb in lexicon.lemmas(word.low)}
        if lead.low not in leads or not helped & lexicon.maps["part_words"].keys():
            continue
        behind = next((w for w in words[lead.i + 1 :] if not w.low.endswith("ly")), lead)
        for act in lexicon.lemmas(behind.low, "gerund"):
            yield act, lead
