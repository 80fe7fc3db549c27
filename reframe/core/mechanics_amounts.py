"""What an amount lacks: "*a* wide variety of", "a team *of* 5 people"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_sounds import article_for
from reframe.core.noun_starts import is_noun_start
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_WHY = "An amount takes the article."
_OF = "A group is one of people."
_LEAST = 'A number and "plus" in front of a noun are joined by a hyphen.'
_MANY = "There are more than one of them."


def amount_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the article that lacks in front of "variety of" and, where they are described, of
    "range of", "number of" and the like."""
    sizes = lexicon.words("amount_sizes")
    for noun, of in pairwise(words):
        first = noun.i
        while first > 0 and words[first - 1].low in sizes:
            first -= 1
        wanted = "described_amounts" if first < noun.i else "bare_amounts"
        if of.low != "of" or noun.low not in lexicon.words(wanted) or not first:
            continue
        row = words[first : noun.i + 1]
        if all(word.text.islower() for word in row) and _leads(words[first - 1], lexicon):
            article = article_for(row[0], lexicon) or "a"
            start = row[0].start
            yield repaired(start, start, f"{article} ", _WHY)


def kind_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the plural of parts and kinds behind "all", "various" and the like: "all *phase* of
    the wedding"."""
    for count, part, of in zip(words, words[1:], words[2:], strict=False):
        if of.low not in lexicon.words("kind_ties") or part.text not in lexicon.words(
            "parts_and_kinds"
        ):
            continue
        described = count.i and words[count.i - 1].low in lexicon.words("sorts_of_many")
        described = described and is_noun_start(words, count.i, lexicon)
        if count.low in lexicon.words("counts_of_many") or (described and of.low == "of"):
            yield repaired(part.end, part.end, "s", _MANY)  # "various *team size* of"


def many_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the plural of a noun in the singular that a count of many stands in front of, where
    its phrase ends: "for 5 *year*.", "handled multiple *task* at once"."""
    for count, noun in pairwise(words):
        closed = _is_closed(words, noun.i + 1, lexicon)
        sent = words[noun.i + 1].low if noun.i + 1 < len(words) else ""
        closed = closed or (sent == "to" and count.low in lexicon.words("sorts_of_many"))
        if not closed or not noun.text.islower() or not noun.spaced:
            continue
        if count.low in lexicon.words("counts_of_many"):
            sorts = count.low in lexicon.words("sorts_of_many")  # "was *all* part of the job"
            before = words[count.i - 1].low if count.i else ""
            one = before in lexicon.words("articles") and count.low == "different"
            lasting = count.low == "all" and noun.low in lexicon.words("spans")  # "open all day"
            sure = _is_counted(noun, lexicon, sorts=sorts) and not (one or lasting)
        else:
            value = lexicon.maps["number_values"].get(count.low, count.text)
            before = words[count.i - 1].low if count.i else ""
            apart = before not in lexicon.words("determiners") | {"-", "–"}  # "the 2015-16 year"
            sure = value.isdigit() and value != "1" and apart
            people = f"{noun.low}s" in lexicon.words("plural_owners")
            sure = sure and (noun.low in lexicon.words("spans") or people)
        if sure:
            ending = "ies" if _ends_in_y(noun.low) else "s"
            start = noun.end - 1 if ending == "ies" else noun.end
            yield repaired(start, noun.end, ending, _MANY)


def _is_closed(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether the phrase of a noun has ended in front of a word: at a mark, a preposition or a time
    that describes nothing ("85 employee *bi weekly*", and not "30 guest *daily* meals")."""
    ends = lexicon.words("closes_counted")
    if at < len(words) and words[at].low in lexicon.words("lone_prefixes"):
        at += 1
    if at < len(words) and words[at].low in lexicon.words("time_words"):
        at += 1
        ends = ends | lexicon.words("ing_prepositions")
    return at >= len(words) or words[at].low in ends


def plus_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the hyphen of a number and "plus" in front of what it tells the least of: "50 plus
    guests"; "50 plus tips" are both."""
    people = lexicon.words("plural_owners") | lexicon.words("told_plus")
    for count, plus, noun in zip(words, words[1:], words[2:], strict=False):
        if plus.text != "plus" or not count.text.isdigit() or noun.text not in people:
            continue
        if noun.spaced and not is_noun_start(words, noun.i + 1, lexicon):  # "accounts payable"
            yield repaired(count.end, plus.start, "-", _LEAST)


def _is_counted(noun: Word, lexicon: Lexicon, *, sorts: bool) -> bool:
    """Whether a noun in the singular names one of what is counted, and is no verb; of several
    ``sorts``, any thing that can be counted does."""
    low = noun.low
    never = ("mass_nouns", "never_counted", "plurals_without_s", "adjectives")
    if looks_plural(low) or low.endswith(("s", "x", "ch", "sh")):
        return False
    if any(low in lexicon.words(name) for name in never):
        return False
    known = low in lexicon.words("plain_nouns") and lexicon.domain(low) is not None
    return known or (sorts and low in lexicon.words("countable_things"))


def _ends_in_y(low: str) -> bool:
    return low.endswith("y") and low[-2:-1] not in "aeiou"


def group_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "of" between a group and how many people are in it."""
    groups = lexicon.words("numbered_groups")
    for at, group in enumerate(words[1:-2], 1):
        if group.text not in groups or words[at - 1].low not in {"a", "the"}:
            continue
        number, people = words[at + 1], words[at + 2]
        many = number.number and number.text.isdigit() and number.text != "1"
        many = many or number.low in lexicon.maps["number_values"]
        noun = lexicon.singular(people.low)
        if many and noun in lexicon.words("people") and (noun != people.low or noun == "people"):
            yield repaired(group.end, group.end, " of", _OF)


def _leads(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word can only have the amount behind it: a verb, or a preposition."""
    if word.low in lexicon.words("prepositions"):
        return word.low not in lexicon.words("amounts_behind")
    readings = lexicon.readings.get(word.low, ())
    acts = [r for r in readings if not r.nominal and r.form != "participle"]
    return bool(acts) and (word.i == 0 or all(not r.nominal for r in readings))
