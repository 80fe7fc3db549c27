"""Small words that stand once too often in a row: "as either a cook or *as* a host", "to find leaks,
fix pipes, and *to* call the owner", "both guests *as well as* owners"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_series import items_of
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_ONCE = "One preposition in front of the pair leads to both."
_ROW = '"to" stands in front of the first act of a row, or of each.'
_BOTH = '"both" is followed by "and".'
_NEITHER = '"neither" is followed by "nor".'
_REACH = 9
_FEWEST = 3
_ENDS = frozenset({".", ";", ":", "(", ")"})
_PAIRS = {"both": "and", "either": "or"}


def parallel_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield what makes the members of a pair or a row alike, where nothing else can be meant."""
    for word in words:
        if word.text in _PAIRS:
            yield from _pair(words, word.i, lexicon)
        elif word.text == "neither":
            yield from _neither(words, word.i)
    yield from _row_of_to(words, lexicon)


def _pair(words: Sequence[Word], at: int, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the preposition that stands in front of a pair and again inside it, and the "and" that
    "both" wants."""
    joint = _PAIRS[words[at].low]
    lead = words[at - 1] if at else None
    tie = lead is not None and lead.low in lexicon.words("bare_leads")
    for word in words[at + 1 : at + _REACH]:
        if word.low in _ENDS or word.low == "," or word.low in lexicon.words("relatives"):
            return
        if word.low == joint:
            again = words[word.i + 1] if word.i + 1 < len(words) else None
            once = tie and again is not None and lead is not None and again.text == lead.text
            if once and word.i > at + 1 and again is not None:
                held = word.i + 2 < len(words) and words[word.i + 2].spaced
                if held and not words[word.i + 2].mark:
                    yield repaired(word.end, again.end, "", _ONCE)
            return
        if word.low in {"and", "or"}:
            return
        run = words[word.i : word.i + 3]
        if joint == "and" and [w.low for w in run] == ["as", "well", "as"] and word.i > at + 1:
            yield repaired(run[0].start, run[-1].end, "and", _BOTH)
            return


def _neither(words: Sequence[Word], at: int) -> Iterator[Edit]:
    for word in words[at + 2 : at + _REACH]:
        if word.mark or word.low in {"nor", "and"}:
            return
        if word.low == "or":
            yield repaired(word.start, word.end, "nor", _NEITHER)
            return


def _row_of_to(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "to" in front of the last act of a row whose acts in between have none."""
    for word in words:
        if word.low != "to" or word.i < _FEWEST or word.i + 2 >= len(words):
            continue
        if words[word.i - 1].text != "and" or words[word.i - 2].text != ",":
            continue
        first = _first_to(words, word.i)
        behind = _over_adverb(words, word.i + 1)
        if not first or not _is_base(words[behind], lexicon) or behind + 1 >= len(words):
            continue
        row = items_of(words[first + 1 : word.i - 2])
        opens = _is_base(words[_over_adverb(words, first + 1)], lexicon)
        between = row[1:]
        if not opens or not between:
            continue
        # "to find leaks in pipes, taps and drains, and to call": things in between are no acts.
        if not any(item and _acts(item, lexicon) for item in between):
            continue
        yield repaired(words[word.i - 1].end, word.end, "", _ROW)


def _first_to(words: Sequence[Word], last: int) -> int:
    """Return where the "to" of the first act stands, or 0 where a clause or a stop parts them, or
    more of them stand behind a comma."""
    first = 0
    for word in reversed(words[:last]):
        if word.low in _ENDS:
            break
        if word.low == "to":
            if words[word.i - 1].low in {",", "and"}:
                return 0
            first = word.i
    return first


def _over_adverb(words: Sequence[Word], at: int) -> int:
    return at + 1 if at + 1 < len(words) and words[at].low.endswith("ly") else at


def _is_base(word: Word, lexicon: Lexicon) -> bool:
    return word.text.islower() and bool(lexicon.lemmas(word.low, "base"))


def _acts(item: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a member of a row begins with an act in its plain form that is no noun here."""
    at = 1 if len(item) > 1 and item[0].low.endswith("ly") else 0
    if not _is_base(item[at], lexicon) or at + 1 >= len(item):
        return False
    readings = lexicon.readings.get(item[at].low, ())
    behind = item[at + 1].low
    sure = behind in lexicon.words("determiners") or behind in lexicon.words("conjunctions")
    return sure or all(not r.nominal for r in readings)
