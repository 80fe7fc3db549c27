"""Words that stand in another place than in the source: who did what to whom."""

from collections.abc import Iterator, Mapping, Sequence

from reframe.core.guard_align import Alignment
from reframe.core.guard_finding import Finding, finding
from reframe.core.guard_place import Outline, Place, floats
from reframe.core.lexicon import Lexicon


def relation_findings(pairs: Alignment, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield a finding for every word whose ties to its neighbours are new."""
    for at, source in sorted(pairs.words.items()):
        place, origin = pairs.after.places[at], pairs.before.places[source]
        if (
            not place.content
            or place.opener
            or origin.opener
            or place.key in lexicon.words("join_words")
        ):
            continue
        if place.verb is not None:
            stands = origin.verb is None or place.passive == origin.passive
        elif floats(place.token, lexicon):
            stands = _same_act(at, source, pairs)
        else:
            stands = place.passive == origin.passive and _stands(at, source, pairs, lexicon)
        if not stands:
            token = place.token
            yield finding("unlicensed", "relation", token.text, token.start, token.end, lexicon)


def _stands(at: int, source: int, pairs: Alignment, lexicon: Lexicon) -> bool:
    place, origin = pairs.after.places[at], pairs.before.places[source]
    if place.beside is not None and place.beside not in pairs.words:
        return True  # beside a licensed word, or one that is refused already
    if place.beside is None and origin.beside is None:
        return _ties_agree(at, source, pairs, lexicon)
    if place.beside is not None and origin.beside is not None:
        return pairs.words[place.beside] == origin.beside or _same_key(
            pairs.after.places[place.beside], pairs.before.places[origin.beside]
        )
    if origin.beside is not None and origin.beside not in set(pairs.words.values()):
        return True  # what stood in front is gone, and told as lost
    return _compounded(at, source, pairs, lexicon) or _verbal(at, source, pairs)


def _same_act(at: int, source: int, pairs: Alignment) -> bool:
    """Whether an adverb still belongs to the same act."""
    act, was = _modified(at, pairs.after), _modified(source, pairs.before)
    return act is None or was is None or pairs.acts[act].clause in (None, was)


def _modified(at: int, outline: Outline) -> int | None:
    """Return the clause that an adverb modifies: the verb right behind it, or the one around."""
    behind = next((p for p in outline.places[at + 1 :] if p.content or p.opener), None)
    if behind is not None and behind.verb is not None:
        return behind.verb
    owners = outline.places[at].owners
    return max(owners) if owners else None


def _same_key(one: Place, other: Place) -> bool:
    return one.key == other.key


def _ties_agree(at: int, source: int, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether a phrase stands behind the same preposition, and behind the same word or at an
    edge: a phrase that moves between two others changes what it belongs to."""
    place, origin = pairs.after.places[at], pairs.before.places[source]
    if not {place.marker, place.loose or place.marker} & {
        origin.marker,
        origin.loose or origin.marker,
    }:
        return _verbal(at, source, pairs) or _compounded(at, source, pairs, lexicon)
    if not place.marker or place.governor is None or origin.governor is None:
        return True
    if place.governor not in pairs.words:
        return True
    if pairs.words[place.governor] == origin.governor:
        return True
    if pairs.after.places[place.governor].verb is not None:
        return place.marker != "of"
    if not _is_last(at, pairs.after):
        return False
    governors = pairs.after.places[place.governor], pairs.before.places[origin.governor]
    listed = all(governor.marker == "" for governor in governors)
    return listed or not _is_last(source, pairs.before)


def _is_last(at: int, outline: Outline) -> bool:
    """Whether nothing but its own words follows a word in its act."""
    place = outline.places[at]
    return all(
        not later.content or later.beside is not None or later.owners != place.owners
        for later in outline.places[at + 1 :]
    )


def _verbal(at: int, source: int, pairs: Alignment) -> bool:
    """Whether the word was tied to a noun that names the act, and is now that act's object:
    "analysis of data" or "data entry"."""
    place, origin = pairs.after.places[at], pairs.before.places[source]
    nouns = {pairs.acts[owner].noun for owner in place.owners} - {None}
    if not nouns or place.marker:
        return False
    beside = {i for i, p in enumerate(pairs.before.places) if p.beside == source and i in nouns}
    verbatim = (
        place.governor is not None
        and origin.beside in nouns
        and _same_key(pairs.after.places[place.governor], pairs.before.places[origin.beside or 0])
    )
    return bool(beside) or verbatim or (origin.marker == "of" and origin.governor in nouns)


def _compounded(at: int, source: int, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether "meetings for managers" became "managers' meetings", or the other way round."""
    after, before = pairs.after.places, pairs.before.places
    origins = {i: pairs.words[i] for i in pairs.words}
    if _folds(at, after, source, before, origins, lexicon):
        return True
    return _folds(source, before, at, after, {s: a for a, s in origins.items()}, lexicon)


def _folds(
    at: int,
    places: Sequence[Place],
    source: int,
    sources: Sequence[Place],
    origins: Mapping[int, int],
    lexicon: Lexicon,
) -> bool:
    """Whether a word stands in a compound ("managers' meetings") whose parts its other text
    ties by a preposition that a compound or a possessive can stand for."""
    place, origin = places[at], sources[source]
    if place.beside is not None:
        # The head of the compound: the other text has it in front of the preposition.
        first, head = place.beside, at
    else:
        behind = (i for i, p in enumerate(places) if p.beside == at)
        first, head = at, next(behind, -1)
    if head not in origins or first not in origins:
        return False
    modifier, tied = sources[origins[first]], origins[head]
    name = "possessive_places" if places[first].token.possessive else "compound_places"
    if modifier.governor != tied or modifier.marker not in lexicon.words(name):
        return False
    if any(p.beside == origins[first] for p in sources):
        return False
    return at == head or sources[tied].marker == place.marker or origin is modifier
