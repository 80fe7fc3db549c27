"""Which word of the source every word of a rewrite comes from, once its acts are known."""

from reframe.core.guard_alignment import Act
from reframe.core.guard_place import Outline, Place
from reframe.core.guard_traits import same_act, same_noun, same_sense, traits_of
from reframe.core.lexicon import Lexicon


def paired(
    before: Outline, after: Outline, acts: tuple[Act, ...], lexicon: Lexicon
) -> dict[int, int]:
    """Pair words by key: those whose surroundings agree first, each source word once, and a
    word used twice with the one it repeats (a figure never)."""
    found: dict[int, int] = {}
    for at, place in enumerate(after.places):
        if place.verb is not None:
            act = acts[place.verb]
            source = next(
                (i for i, p in enumerate(before.places) if p.verb == act.clause is not None),
                act.noun,
            )
            if source is not None:
                found[at] = source
    inner = (_modifiers(before), _modifiers(after))
    names = [
        [bool(t.acts or t.base) for t in (traits_of(p, lexicon) for p in o.places)]
        for o in (before, after)
    ]
    pairs = sorted(
        (-_likeness(before, after, source, at, acts), abs(at - source), at, source)
        for at, place in enumerate(after.places)
        if place.verb is None and not place.token.mark
        for source, origin in enumerate(before.places)
        if origin.verb is None
        and (
            origin.key == place.key
            # Inside a compound a noun has no number: "customer orders" are of many customers.
            or ((source in inner[0] or at in inner[1]) and same_noun(origin, place, lexicon))
            or (names[0][source] and names[1][at] and same_act(origin, place, lexicon))
            or same_sense(origin, place, lexicon)
        )
    )
    if lexicon.free_words:
        pairs += _nominal(before, after, acts, lexicon)
    taken = set(found.values())
    for reuse in (False, True):
        for _, _, at, source in pairs:
            if at in found or (source in taken and not reuse):
                continue
            if reuse and (after.places[at].token.figure or _is_new(after.places[at], acts)):
                continue
            found[at] = source
            taken.add(source)
    return found


def _nominal(
    before: Outline, after: Outline, acts: tuple[Act, ...], lexicon: Lexicon
) -> list[tuple[int, int, int, int]]:
    """Return the nouns of a rewrite that name an act of the source which is no act of the rewrite:
    "assisted with testing brakes" and "assisted with brake testing"."""
    kept = {act.clause for act in acts}
    return [
        (0, abs(at - source), at, source)
        for source, origin in enumerate(before.places)
        if origin.verb is not None and origin.verb not in kept
        for at, place in enumerate(after.places)
        if place.verb is None
        and place.content
        and not place.opener
        and before.clauses[origin.verb].verb.lemma in traits_of(place, lexicon).acts
    ]


def _is_new(place: Place, acts: tuple[Act, ...]) -> bool:
    """Whether a word stands under an act that only the licence gives: the licence judges it."""
    return any(acts[owner].licensed and acts[owner].clause is None for owner in place.owners)


def _modifiers(outline: Outline) -> set[int]:
    """Return the words that stand in front of the head of a compound."""
    return {place.beside for place in outline.places if place.beside is not None}


def _likeness(before: Outline, after: Outline, source: int, at: int, acts: tuple[Act, ...]) -> int:
    place, origin = after.places[at], before.places[source]
    clauses = {acts[owner].clause for owner in place.owners}
    beside = None if place.beside is None else after.places[place.beside].key
    was_beside = None if origin.beside is None else before.places[origin.beside].key
    governor = None if place.governor is None else after.places[place.governor].key
    was_governor = None if origin.governor is None else before.places[origin.governor].key
    return (
        4 * bool(clauses & origin.owners)
        + 2 * (beside == was_beside and place.initial == origin.initial)
        + (place.marker == origin.marker)
        + (governor == was_governor)
    )
