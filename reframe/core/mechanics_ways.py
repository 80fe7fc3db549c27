"""Small words that came apart or were cut short: "in to", "on to", "over night", "thru",
"one on one"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_act_names import are_plain
from reframe.core.noun_starts import is_noun_start
from reframe.core.phrases import rows_in
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_ONE = "It is written as one word."
_HYPHENS = "It is one word for a manner."
_THRU = '"through" is what is written.'


def way_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield "into", "onto", "overnight" and "through" where nothing else is meant."""
    for at, size, _ in rows_in(words, lexicon.maps["hyphened_ways"]):
        if _stands_alone(words, at + size, lexicon) and are_plain(words, at, size):
            for one, two in pairwise(words[at : at + size]):
                yield repaired(one.end, two.start, "-", _HYPHENS)
    for word in words:
        at = word.i
        if word.text == "thru":
            before = words[at - 1].low if at else ""
            if before not in lexicon.words("fronts_of_thru") | {"-", "/"}:
                yield repaired(word.start, word.end, "through", _THRU)
        elif at and at + 1 < len(words) and words[at + 1].spaced and word.text.islower():
            pair = word.text, words[at + 1].text
            if (
                (pair == ("in", "to") and _goes(words, at, "goes_into", lexicon))
                or (pair == ("on", "to") and _goes(words, at, "goes_onto", lexicon))
                or (pair == ("over", "night") and _tells_when(words, at, lexicon))
            ):
                yield repaired(word.end, words[at + 1].start, "", _ONE)


def _stands_alone(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a manner ends its phrase here: "taught *one on one* in the lab", not "one of"."""
    behind = words[at] if at < len(words) else None
    if behind is None or behind.text in {".", ",", ";", ")"}:
        return True
    stops = lexicon.words("prepositions") | lexicon.words("conjunctions")
    return behind.low in stops - {"of"}


def _goes(words: Sequence[Word], at: int, ways: str, lexicon: Lexicon) -> bool:
    """Whether a thing stands behind "to", and the last act in front brings something there: "enters
    bills *in to* the ledger", or something goes from one to another ("data *from files in to*
    tables", "moved *off paper and on to* tablets").

    Behind "called", "logged" or "turned" the small word belongs to the act.
    """
    if not _is_place(words, at + 2, lexicon):
        return False
    fronts = [word.low for word in words[:at]]
    if ways == "goes_onto" and fronts[-1] == "and":
        return "off" in fronts and not _acts_between(words, fronts.index("off"), at, lexicon)
    for word in reversed(words[:at]):
        low = word.low
        if low in lexicon.words("goings_into") and ways == "goes_into":
            return True  # "data *entry* of bills in to the ledger"
        if low == "from" and ways == "goes_into":
            return _is_brought(words, word.i, lexicon)
        lemmas = lexicon.lemmas(low)
        if lemmas & lexicon.words("comes_in") and not _is_noun(words, word.i, lexicon):
            return False
        if lemmas & lexicon.words(ways) and not _is_noun(words, word.i, lexicon):
            return True
        if word.text in {".", ";", ":"} or low in lexicon.words("subordinators"):
            return False
        if any(not r.nominal for r in lexicon.readings.get(low, ())):
            return False
    return False


def _is_brought(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether no act in front of "from" owns the "in" behind it: "phoned orders *from* home in"."""
    lemmas = {lemma for word in words[:at] for lemma in lexicon.lemmas(word.low)}
    return lemmas.isdisjoint(lexicon.words("comes_in"))


def _acts_between(words: Sequence[Word], start: int, end: int, lexicon: Lexicon) -> bool:
    return any(
        not r.nominal for word in words[start:end] for r in lexicon.readings.get(word.low, ())
    )


def _is_noun(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a word that may be an act is a noun here: behind an article or a preposition."""
    nominal = any(r.nominal for r in lexicon.readings.get(words[at].low, ()))
    before = words[at - 1].low if at else ""
    leads = lexicon.words("determiners") | (lexicon.words("prepositions") - {"to"})
    return nominal and before in leads


def _is_place(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a thing and no act stands behind "to"."""
    if at >= len(words):
        return False
    low = words[at].low
    if low in lexicon.words("determiners"):
        return True
    named = is_noun_start(words, at, lexicon)
    return named and not any(r.form == "base" for r in lexicon.readings.get(low, ()))


def _tells_when(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether "over night" ends its phrase or describes what is done at night."""
    behind = words[at + 2] if at + 2 < len(words) else None
    if behind is None or behind.text in {".", ",", ";", ")"}:
        return True
    if behind.low == "-":
        return False
    stops = lexicon.words("prepositions") | lexicon.words("subordinators")
    stops |= lexicon.words("conjunctions") | lexicon.words("nightly_things")
    return behind.low in stops
