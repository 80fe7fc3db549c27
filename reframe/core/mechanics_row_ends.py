"""The last "and" of a row of acts in -ing, whatever their objects hold: "duties included greeting
guests, working in a team, *keeping* a clean bar and floor"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_series import items_of
from reframe.core.noun_starts import lists_openly, small_words
from reframe.core.phrases import rows_in
from reframe.core.suggestion import LIST_AND, Edit, repaired
from reframe.core.words import Word

_FEWEST = 3
_NEAR = 4
_SHOWS = ("row_things", "adjectives", "prepositions")
_MARKS = frozenset({";", ":", "(", ")", "-", "–"})


def row_end_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "and" in front of the last of three or more acts that an opener leads to, where each
    member begins with an act and no joint leads to one of them.

    How or with what effect something is done is no member ("greeting guests, *ensuring* calm").
    """
    if sum(word.text == "," for word in words) < _FEWEST - 1:
        return
    rows = [
        row for name in ("gerund_leads", "row_leads") for row in rows_in(words, lexicon.maps[name])
    ]
    firsts = [at + size for at, size, _ in sorted(rows) if at <= _NEAR]
    if not firsts or lists_openly(words, lexicon):
        return
    body = [word for word in words[firsts[0] :] if word is not words[-1] or word.low != "."]
    if any(word.text in _MARKS or word.low == "." for word in body):
        return
    items = _with_states(items_of(body), lexicon)
    if len(items) < _FEWEST or not all(_acts(item, lexicon) for item in items):
        return
    joints = lexicon.words("conjunctions")
    joined = [
        words[word.i + 1]
        for word in body[:-1]
        if word.low in joints and lexicon.is_gerund(words[word.i + 1].low)
    ]
    last = items[-1][0]
    if joined or len(items[-1]) < 2 or last.low in lexicon.words("told_beside"):
        return
    if items[-1][1].low in joints:
        return  # "*scheduling and* payroll duties" are things
    if words[-1].low == "." or words[-1].low not in small_words(lexicon):
        yield repaired(last.start, last.start, "and ", LIST_AND)


def _with_states(items: Sequence[list[Word]], lexicon: Lexicon) -> list[list[Word]]:
    """Return members with a state taken to the town in front of its comma: "in Salem, *OR*, as told"."""
    found: list[list[Word]] = []
    towns = False
    for item in items:
        state = bool(item) and item[0].text in lexicon.words("states")
        behind = towns and bool(item) and lexicon.among(item[0].low, "goes_on_behind_places")
        if found and (state or behind):
            found[-1] += item
        else:
            found.append(list(item))
        towns = state
    return found


def _acts(item: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a member begins with an act in -ing, small, and ends with a word of its own; "training
    *rooms*" may be no act, "training *new* hires" is one."""
    if not item or not item[0].text.islower() or item[-1].mark:
        return False
    low = item[0].low
    noun = low in lexicon.words("things_in_ing") or low in lexicon.words("gerund_modifiers")
    shown = len(item) == 1 or (
        item[1].low != "of" and any(item[1].low in lexicon.words(name) for name in _SHOWS)
    )
    return lexicon.is_gerund(low) and (shown or not noun)
