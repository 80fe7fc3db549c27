"""Spans and counts: "between 5 *to* 10 people", "*since* 2 years", "*member all* inquiries"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_SPAN = 'What is told from an end to another: "{}" is followed by "{}".'
_COUNTS = '"{}" stands in front of what it counts.'
_LASTING = 'How long is told with "for".'
_LONG = 5
_FOR = '"since" tells when it began, "for" how long it took.'
_IN = "One is in a land."
_YEAR = 4
_DASHES = frozenset({"-", "–"})


def span_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the word that "between" or "from" wants in front of its second number: "between 5 *to*
    10 people", "ranging from $5*-*$10"."""
    wants = lexicon.maps["span_joints"]
    for lead, low, joint, high in zip(words, words[1:], words[2:], words[3:], strict=False):
        wanted = wants.get(lead.low)
        if wanted is None or not (low.number and high.number):
            continue
        behind = words[high.i + 1] if high.i + 1 < len(words) else None
        if behind is not None and behind.low in {*_DASHES, "/", "to", "and"}:
            continue
        why = _SPAN.format(lead.low, wanted)
        if joint.text in _DASHES:
            before = words[lead.i - 1].low if lead.i else ""
            told = lead.low == "between" or before in lexicon.words("span_fronts")
            if told and not (behind is not None and behind.start == high.end and not behind.mark):
                yield repaired(low.end, high.start, f" {wanted} ", why)
        elif lead.low == "between" and joint.text == "to":
            yield repaired(joint.start, joint.end, wanted, why)


def count_order_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the order of a count and the noun it stands behind: "responded to *member all*
    inquiries"."""
    for lead, one, count, many in zip(words, words[1:], words[2:], words[3:], strict=False):
        if lead.low not in lexicon.words("bare_leads") or count.text not in {"all", "any"}:
            continue
        people = f"{one.low}s" in lexicon.words("plural_owners") and one.text.islower()
        thing = many.text in lexicon.words("needs_of_people")
        if people and thing and is_noun_start(words, one.i, lexicon):
            why = _COUNTS.format(count.low)
            yield repaired(one.start, count.end, f"{count.low} {one.low}", why)


def lasting_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "for" that lacks in front of how long a post was held, at the end of a line: "worked
    as a baker *more than* 3 years"."""
    body = words[:-1] if words and words[-1].text == "." else words
    if len(body) < _LONG or not lexicon.lemmas(words[0].low) & lexicon.words("held_for_long"):
        return
    span, count = body[-1], body[-2]
    spanned = lexicon.singular(span.low) in lexicon.words("spans") and span.low.endswith("s")
    if not spanned or not (count.number or count.low in lexicon.maps["number_values"]):
        return
    first = count.i
    while words[first - 1].low in lexicon.words("about_how_long"):
        first -= 1
    front = words[first - 1]
    noun = is_noun_start(words, front.i, lexicon) and front.text.islower()
    if noun and not lexicon.among(front.low, "adjectives", "time_words"):
        yield repaired(words[first].start, words[first].start, "for ", _LASTING)


def since_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield "for" in front of how long: "ran it *since* 2 years" and, of lands, "in" for "at"."""
    for lead, count, span in zip(words, words[1:], words[2:], strict=False):
        if lead.text != "since":
            continue
        behind = words[span.i + 1].low if span.i + 1 < len(words) else ""
        value = lexicon.maps["number_values"].get(count.low, count.text)
        counted = value.isdigit() and len(value) < _YEAR and behind != "ago"
        spanned = lexicon.singular(span.low) in lexicon.words("spans")
        if counted and spanned:
            yield repaired(lead.start, lead.end, "for", _FOR)
    for lead, land in pairwise(words):
        if lead.text != "at":
            continue
        front = words[lead.i - 1].low if lead.i else ""
        if any(not r.nominal for r in lexicon.readings.get(front, ())):
            continue  # "fired *at* France"
        for size in (1, 2):
            run = words[land.i : land.i + size]
            after = words[land.i + size] if land.i + size < len(words) else None
            closed = after is None or after.mark or after.low in lexicon.words("bare_leads")
            closed = closed or (after is not None and after.low == "and")
            if " ".join(word.text for word in run) in lexicon.words("lands") and closed:
                yield repaired(lead.start, lead.end, "in", _IN)
