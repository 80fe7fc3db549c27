"""What a figure counts or measures, wherever it stands in a rewrite in free words."""

from collections.abc import Mapping, Sequence

from reframe.core.guard_alignment import Alignment
from reframe.core.guard_compounds import compound_of, same_key
from reframe.core.guard_place import Place
from reframe.core.lexicon import Lexicon


def leads_nothing(at: int, places: Sequence[Place]) -> bool:
    """Whether no word stands in one phrase behind a figure."""
    return all(place.beside != at for place in places)


def counts_the_same(at: int, source: int | None, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether a figure of the rewrite counts what it counted: the noun behind it, the head of its
    phrase, or what it was said of ("survey forms, 500 of them", "a budget of $500")."""
    if source is None:
        return False
    after, before = pairs.after.places, pairs.before.places
    if _how_often(at, after, lexicon) and _how_often(source, before, lexicon):
        return after[at + 1].key == before[source + 1].key
    behind = _counted(at, after, lexicon)
    was_behind = _counted(source, before, lexicon)
    if behind is not None and was_behind is not None:
        return pairs.words.get(behind) == was_behind or same_key(after[behind], before[was_behind])
    if behind is None and was_behind is None:
        tied = after[at].governor, before[source].governor
        if after[at].marker == before[source].marker:
            return tied[0] is None or pairs.words.get(tied[0]) in (None, tied[1])
        front = _in_front(at, after)
        if (
            {after[at].marker, before[source].marker} <= {"", "of"}
            and front is not None
            and pairs.words.get(front) == _in_front(source, before)
        ):
            return True  # "parties up to 250" and "parties of up to 250"
        if {after[at].marker, before[source].marker} & {"of"} and (
            _dated(at, source, after, before, pairs.words)
        ):
            return True
        said = _said_of(at, after, lexicon)
        return said is not None and pairs.words.get(said) == _said_of(source, before, lexicon)
    if behind is not None:
        return pairs.words.get(_noun(at, after, lexicon)) == _said_of(source, before, lexicon)
    named = _said_of(at, after, lexicon)
    return named is not None and pairs.words.get(named) == _noun(source, before, lexicon)


def _noun(at: int, places: Sequence[Place], lexicon: Lexicon) -> int:
    """Return the head of a figure's phrase, but for words that say how often."""
    floating = lexicon.words("floating_words")
    return [i for i in compound_of(at, places) if i == at or places[i].key not in floating][-1]


def _in_front(at: int, places: Sequence[Place]) -> int | None:
    return next((i for i in range(at - 1, -1, -1) if places[i].content), None)


def _how_often(at: int, places: Sequence[Place], lexicon: Lexicon) -> bool:
    """Whether a figure tells how often: "twice monthly"."""
    floating = lexicon.words("floating_words")
    return at + 1 < len(places) and places[at + 1].key in floating


def _dated(
    at: int,
    source: int,
    after: Sequence[Place],
    before: Sequence[Place],
    origins: Mapping[int, int],
) -> bool:
    """Whether "the summer of 2019" is now "summer 2019", or the other way round."""
    now = after[at].beside if after[at].beside is not None else after[at].governor
    was = before[source].beside if before[source].beside is not None else before[source].governor
    return now is not None and was is not None and origins.get(now) == was


def _counted(at: int, places: Sequence[Place], lexicon: Lexicon) -> int | None:
    """Return the word behind a figure, but for those that say how often."""
    behind = next((i for i, p in enumerate(places) if p.beside == at), None)
    while behind is not None and places[behind].key in lexicon.words("floating_words"):
        behind = next((i for i, p in enumerate(places) if p.beside == behind), None)
    return behind


def _said_of(at: int, places: Sequence[Place], lexicon: Lexicon) -> int | None:
    """Return the word that a figure by itself is said of: what an amount is "of" ("a budget of
    $500") or "in", or the word in front of a comma or bracket."""
    figure = places[at].token.figure
    if figure is not None and figure.unit:
        ties = lexicon.words("amount_places")
        ruled = (i for i, p in enumerate(places) if p.governor == at and p.marker in ties)
        return next((compound_of(i, places)[-1] for i in ruled), places[at].governor)
    apart = at > 0 and places[at - 1].token.mark
    return _in_front(at, places) if apart else None


def holds_amount(at: int, source: int, pairs: Alignment) -> bool:
    """Whether "cash of $500" is now "$500 in cash"."""
    amount = pairs.after.places[at].governor
    figure = None if amount is None else pairs.after.places[amount].token.figure
    if amount is None or figure is None or not figure.unit or amount not in pairs.words:
        return False
    was = pairs.before.places[pairs.words[amount]].governor
    return was is not None and source in compound_of(was, pairs.before.places)
