"""Words that stand in another place than in the source: who did what to whom."""

from collections.abc import Iterator

from reframe.core.guard_align import Alignment
from reframe.core.guard_finding import Finding, finding
from reframe.core.guard_outline import Outline, Place, floats
from reframe.core.lexicon import Lexicon


def place_findings(pairs: Alignment, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield a finding for every word whose ties to its neighbours are new."""
    for at, source in sorted(pairs.words.items()):
        place, origin = pairs.after.places[at], pairs.before.places[source]
        if not place.content or place.opener or origin.opener or place.key == "or":
            continue
        if place.verb is not None:
            stands = origin.verb is None or place.passive == origin.passive
        elif floats(place.token, lexicon):
            stands = True
        else:
            stands = place.passive == origin.passive and _stands(at, source, pairs)
        if not stands:
            token = place.token
            yield finding("unlicensed", "relation", token.text, token.start, token.end, lexicon)


def _stands(at: int, source: int, pairs: Alignment) -> bool:
    place, origin = pairs.after.places[at], pairs.before.places[source]
    if place.beside is not None and place.beside not in pairs.words:
        return True  # beside a licensed word, or one that is refused already
    if place.beside is None and origin.beside is None:
        return _ties_agree(at, source, pairs)
    if place.beside is not None and origin.beside is not None:
        return pairs.words[place.beside] == origin.beside or _same_key(
            pairs.after.places[place.beside], pairs.before.places[origin.beside]
        )
    if origin.beside is not None and origin.beside not in set(pairs.words.values()):
        return True  # what stood in front is gone, and told as lost
    return _compounded(place, origin, pairs) or _verbal(at, source, pairs)


def _same_key(one: Place, other: Place) -> bool:
    return one.key == other.key


def _ties_agree(at: int, source: int, pairs: Alignment) -> bool:
    """Whether a phrase stands behind the same preposition, and behind the same word or at an
    edge: a phrase that moves between two others changes what it belongs to."""
    place, origin = pairs.after.places[at], pairs.before.places[source]
    if not {place.marker, place.loose or place.marker} & {
        origin.marker,
        origin.loose or origin.marker,
    }:
        return _verbal(at, source, pairs) or _compounded(place, origin, pairs)
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


def _compounded(place: Place, origin: Place, pairs: Alignment) -> bool:
    """Whether "meetings for managers" became "managers' meetings", or the other way round."""
    before, after = pairs.before.places, pairs.after.places
    if place.beside is not None:
        head = pairs.words[place.beside]
        return before[head].governor is not None and before[before[head].governor or 0] is origin
    # The word that now stands first was tied to one that now stands behind it.
    if origin.governor is None:
        return False
    follower = next((p for p in after if p.beside is not None and after[p.beside] is place), None)
    return (
        follower is not None
        and before[origin.governor].key == follower.key
        and before[origin.governor].marker == place.marker
    )
