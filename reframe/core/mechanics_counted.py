"""What is counted: "an *amount* of customers", "*less* errors", "for training *purpose*", "*issues*
resolution"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_NUMBER = "What is counted comes in a number, not in an amount."
_FEWER = '"fewer" tells of what is counted.'
_MANY = '"many" tells of what is counted.'
_PURPOSES = "What something is for is told of many."
_FRONT = "In front of the name of an act a thing stands in the singular."
_OTHERS = "Others are more than one, and describe a noun without an s."
_EACH = "Each is told of one."
_DESCRIBED = 2
_LONGEST = 3


def counted_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield "number of" and "fewer" in front of what is counted one by one."""
    for one, two in pairwise(words):
        if one.text in {"amount", "amounts"} and two.low == "of":
            if _counts(words, two.i + 1, lexicon):
                right = one.text.replace("amount", "number")
                yield repaired(one.start, one.end, right, _NUMBER)
        elif one.text == "less" and _counts(words, two.i, lexicon):
            yield repaired(one.start, one.end, "fewer", _FEWER)
        elif one.text == "much" and _counts(words, two.i, lexicon):
            yield repaired(one.start, one.end, "many", _MANY)


def _counts(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether what is counted stands here, described or not, and describes nothing itself."""
    for word in words[at : at + 1 + _DESCRIBED]:
        if not word.text.islower() or word.mark:
            return False
        if lexicon.among(word.low, "counted_one_by_one", "plural_owners"):
            behind = words[word.i + 1] if word.i + 1 < len(words) else None
            stops = lexicon.words("phrase_stops")
            return behind is None or behind.mark or behind.low in stops
        if not lexicon.among(word.low, "adjectives", "describes_counted"):
            return False
    return False


def purpose_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the plural of "for training *purpose*", where no article stands and the phrase ends."""
    for noun in words:
        if noun.text != "purpose" or noun.i < 2:
            continue
        behind = words[noun.i + 1] if noun.i + 1 < len(words) else None
        if not (behind is None or behind.text in {".", ";", ",", ")"}):
            continue
        for word in reversed(words[max(noun.i - _LONGEST - 1, 0) : noun.i]):
            if word.low == "for" and word.i < noun.i - 1:
                yield repaired(noun.end, noun.end, "s", _PURPOSES)
                break
            if not is_noun_start(words, word.i, lexicon) or word.low == "multi":
                break


def front_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the singular of a thing in front of the name of an act: "*issues* resolution"; what has
    no singular there stays ("sales management", "systems integration")."""
    things, acts = lexicon.maps["one_in_front"], lexicon.words("acts_behind_things")
    for thing, act in pairwise(words):
        single = things.get(thing.text)
        if single is None or act.text not in acts or not act.spaced:
            continue
        before = words[thing.i - 1].low if thing.i else ""
        if before not in lexicon.words("counts_of_many"):
            yield repaired(thing.start, thing.end, single, _FRONT)


def other_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the number of what is told of others or of each: "with other *store*." has no article,
    and so is told of many; "each *guests*" is one, and "others stores" are other ones."""
    for lead, noun in pairwise(words):
        behind = words[noun.i + 1] if noun.i + 1 < len(words) else None
        closed = behind is None or behind.text in {".", ";", ",", ")"}
        closed = closed or (behind is not None and behind.low in lexicon.words("bare_leads"))
        front = words[lead.i - 1].low if lead.i else ""
        if not closed or not noun.text.islower() or not front:
            continue
        counted = ("countable_things", "counted_with_other")
        thing = lexicon.among(noun.low, *counted)
        if lead.text == "other" and thing and front in lexicon.words("bare_leads"):
            ending = "ies" if noun.low.endswith("y") and noun.low[-2] not in "aeiou" else "s"
            start = noun.end - 1 if ending == "ies" else noun.end
            if not noun.low.endswith(("s", "x", "ch", "sh", "f")):
                yield repaired(start, noun.end, ending, _OTHERS)
        elif lead.text == "others" and (
            noun.low in lexicon.words("plural_owners")
            or (not thing and lexicon.among(lexicon.singular(noun.low), *counted))
        ):
            yield repaired(lead.start, lead.end, "other", _OTHERS)
        elif lead.text in {"each", "every"} and noun.low in lexicon.words("plural_owners"):
            yield repaired(noun.end - 1, noun.end, "", _EACH)
