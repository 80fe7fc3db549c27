"""The article of one thing: "built *a* booking system for", "a new product called", "throughout
*the* entire store", "all phases of *the* SDLC"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_sounds import article_for
from reframe.core.noun_starts import is_noun_start
from reframe.core.phrases import lows_of
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_MADE = "One thing that is made takes the article."
_WHOLE = "The whole of one thing takes the article."
_KIND = "There is one of it: it takes the article."
_LONGEST = 4
_JOINTS = frozenset({"and", ",", ";", "&", "/"})
_PHRASE = 4


def one_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the articles that one thing lacks."""
    if _starts(lexicon).isdisjoint(lows_of(words)):
        return
    makes = lexicon.words("makes_one") | lexicon.words("making_one")
    naming, whole = lexicon.words("naming_words"), lexicon.words("whole_words")
    kinds, ones = lexicon.words("leads_to_kinds"), lexicon.words("leads_to_ones")
    for front, word in pairwise(words):
        if front.low in makes:
            yield from _made(words, front, lexicon)
        if word.text in naming:
            yield from _named(words, word, lexicon)
        elif word.text in whole or word.text in lexicon.words("times_to_come"):
            yield from _whole(words, front, word, lexicon)
        if front.text in kinds:
            yield from _kind(words, word, lexicon)
            yield from _trade(words, word, lexicon)
        if front.text in ones:
            yield from _at_work(words, word, lexicon)


@lru_cache(maxsize=8)
def _starts(lexicon: Lexicon) -> frozenset[str]:
    """Return the words of which a line must hold one to lack an article of these."""
    lists = (
        "makes_one",
        "making_one",
        "naming_words",
        "whole_words",
        "trade_heads",
        "times_to_come",
    )
    found = frozenset().union(*(lexicon.words(name) for name in lists))
    ends = {phrase.split()[-1].lower() for phrase in lexicon.words("one_of_its_kind")}
    return found | ends | {phrase.split()[-1] for phrase in lexicon.words("ones_at_work")}


def _made(words: Sequence[Word], verb: Word, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the article of what an act made, where its noun ends the phrase."""
    joint = words[verb.i - 1] if verb.i else None
    making = verb.text in lexicon.words("making_one")
    led = lexicon.words("leads_to_making") if making else _JOINTS
    if joint is not None and (joint.low not in led or not verb.text.islower()):
        return
    start = verb.i + 1
    for word in words[start : start + 1 + _LONGEST]:
        if not _describes_one(words, word, lexicon):
            return
        if word.low in lexicon.words("made_one") and _ends(words, word.i + 1, lexicon):
            first = words[start]
            article = article_for(first, lexicon)
            if article:
                yield repaired(first.start, first.start, f"{article} ", _MADE)
            return


def _describes_one(words: Sequence[Word], word: Word, lexicon: Lexicon) -> bool:
    """Whether a word may stand between an article and its noun: small, no plural, no number and
    nothing that comes again and again."""
    if not word.text.islower() or lexicon.among(word.low, "so_often", "time_words"):
        return False
    if looks_plural(word.low) or lexicon.among(word.low, "determiners", "counts_of_many"):
        return False
    described = lexicon.among(word.low, "sure_adjectives", "adjectives")
    return described or is_noun_start(words, word.i, lexicon)


def _ends(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a phrase has ended in front of a word: at a stop, a word that goes on with it, or
    "and" and an act in the past."""
    if at >= len(words) or words[at].text in {".", ";"}:
        return True
    if words[at].low in lexicon.words("closes_made"):
        return True
    if words[at].low != "and" or at + 1 >= len(words):
        return False
    readings = lexicon.readings.get(words[at + 1].low, ())
    return any(r.form == "past" for r in readings) and not any(r.nominal for r in readings)


def _named(words: Sequence[Word], naming: Word, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the article of a new thing that is told with its name."""
    behind = words[naming.i + 1] if naming.i + 1 < len(words) else None
    thing = words[naming.i - 1]
    if behind is None or not (behind.text[:1].isupper() or behind.text in {'"', "'", "“", "‘"}):
        return
    if thing.text not in lexicon.words("things_with_names") or thing.low in lexicon.words(
        "mass_nouns"
    ):
        return
    first = thing.i
    while first > 1 and thing.i - first < _LONGEST:
        if not lexicon.among(words[first - 1].low, "sure_adjectives", "adjectives"):
            break
        first -= 1
    lead = words[first - 1]
    acts = any(not r.nominal for r in lexicon.readings.get(lead.low, ()))
    if lead.low in lexicon.words("determiners") or not (
        acts or lead.low in lexicon.words("bare_leads")
    ):
        return
    article = article_for(words[first], lexicon)
    if article and not lead.mark:
        yield repaired(words[first].start, words[first].start, f"{article} ", _MADE)


def _whole(words: Sequence[Word], front: Word, whole: Word, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "the" of the whole of something, behind a preposition or an act."""
    run = [*takewhile(lambda w: is_noun_start(words, w.i, lexicon), words[whole.i + 1 :])]
    if not run or looks_plural(run[-1].low):
        return  # "read to entire classes"
    if whole.text in lexicon.words("times_to_come") and (
        run[-1].low not in lexicon.words("comes_once")
        or front.low not in lexicon.words("bare_leads")
    ):
        return
    led = front.low in lexicon.words("prepositions")
    acts = any(
        not r.nominal and r.form in {"past", "gerund", "base", "third"}
        for r in lexicon.readings.get(front.low, ())
    )
    if (led or acts) and not lexicon.among(front.low, "determiners", "be_words"):
        yield repaired(whole.start, whole.start, "the ", _WHOLE)


def _kind(words: Sequence[Word], first: Word, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "the" of what there is one of in all work of its kind."""
    at = first.i + (first.low in lexicon.words("whole_of_kinds"))
    kinds = lexicon.words("one_of_its_kind")
    for size in range(_PHRASE, 0, -1):
        run = words[at : at + size]
        said = " ".join(word.text if size == 1 else word.low for word in run)
        if len(run) == size and said in kinds:
            behind = words[at + size] if at + size < len(words) else None
            if behind is None or behind.mark or behind.low in lexicon.words("phrase_stops"):
                yield repaired(first.start, first.start, "the ", _KIND)
            return


def _trade(words: Sequence[Word], first: Word, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "the" of a trade: "in *the* food industry"."""
    for size in (1, 2, 3):
        head = words[first.i + size] if first.i + size < len(words) else None
        if head is None or head.text not in lexicon.words("trade_heads"):
            continue
        said = " ".join(word.text for word in words[first.i : head.i])
        behind = words[head.i + 1] if head.i + 1 < len(words) else None
        closed = behind is None or behind.mark or behind.low in lexicon.words("phrase_stops")
        if said in lexicon.words("industries") and closed:
            yield repaired(first.start, first.start, "the ", _KIND)
        return


def _at_work(words: Sequence[Word], first: Word, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "the" of what there is one of where one works, where it describes nothing."""
    said = " ".join(word.text for word in words[first.i : first.i + 2])
    for size, phrase in ((2, said), (1, first.text)):
        if phrase not in lexicon.words("ones_at_work"):
            continue
        behind = words[first.i + size] if first.i + size < len(words) else None
        if behind is None or behind.mark or behind.low in lexicon.words("phrase_stops"):
            yield repaired(first.start, first.start, "the ", _KIND)
        return
