"""Names of acts beside acts in -ing: "by sorting mail and *completion of* forms", "the design and
*maintaining of* boats"."""

from collections.abc import Iterator, Sequence

from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_ACTS = "Acts behind one preposition stand in one form."
_NAMES = "What an act is called stands beside what an act is called."
_REACH = 8


def act_row_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield one form for two acts that "and" joins behind one preposition or one article."""
    for word in words[2:-2]:
        if word.low not in {"and", "&"}:
            continue
        yield from _acted(words, word.i, lexicon)
        yield from _called(words, word.i, lexicon)


def _acted(words: Sequence[Word], joint: int, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the -ing form for what an act is called, behind "by" and an act with its object: "by
    calling guests and *aggressive follow-up with* them"."""
    at = joint + 1
    described = words[at].low in lexicon.maps["manners_of_acts"]
    name = words[at + described]
    behind = words[name.i + 1] if name.i + 1 < len(words) else None
    act = lexicon.maps["names_of_acts"].get(name.text)
    if act is None or behind is None or not _is_acted_in_front(words, joint, lexicon):
        return
    verb, *tie = act.split()
    if behind.low not in ({"with", "on"} if tie else {"of"}):
        return
    told = " ".join([inflect(verb, "gerund", lexicon), *tie])
    if described:
        told = f"{lexicon.maps['manners_of_acts'][words[at].low]} {told}"
    end = name.end if tie else behind.end
    yield repaired(words[at].start, end, told, _ACTS)


def _is_acted_in_front(words: Sequence[Word], joint: int, lexicon: Lexicon) -> bool:
    """Whether "by", an act in -ing that takes no act for its object, and a thing stand in front of a
    joint: "by *filing forms*", but "by *monitoring use*"."""
    for word in reversed(words[max(joint - _REACH, 0) : joint]):
        if word.text == "by":
            act = words[word.i + 1]
            lemmas = lexicon.lemmas(act.low, "gerund")
            held = lexicon.words("takes_acts_in_rows") | lexicon.words("takes_acts_behind_by")
            return bool(lemmas) and lemmas.isdisjoint(held) and joint - act.i > 1
        known = is_noun_start(words, word.i, lexicon) or word.low in lexicon.words("determiners")
        if word.mark or not known or word.text in lexicon.maps["names_of_acts"]:
            return False
    return False


def _called(words: Sequence[Word], joint: int, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield what an act is called, for an act in -ing with "of" behind another that is: "the design
    and *maintaining of* boats"."""
    front, act, of = words[joint - 1], words[joint + 1], words[joint + 2]
    name = lexicon.maps["called_acts"].get(act.text)
    named = front.low in lexicon.maps["names_of_acts"] or front.low in lexicon.maps["act_nouns"]
    named = named or front.low in lexicon.words("act_nouns")
    if name and named and of.low == "of" and not lexicon.is_gerund(front.low):
        yield repaired(act.start, act.end, name, _NAMES)
