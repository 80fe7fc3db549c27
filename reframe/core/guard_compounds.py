"""Compounds: "customer orders", and the phrases that they are made of."""

from collections.abc import Mapping, Sequence
from typing import Literal

from reframe.core.guard_place import Outline, Place
from reframe.core.lexicon import Lexicon

Folding = Literal["folding", "compound", "loose_folding", "loose_compound"]
"""What a compound may be made of: the list ``<kind>_places`` of the tables holds the prepositions;
loose ones are for free words."""


def closes(at: int, places: Sequence[Place]) -> bool:
    """Whether a word is the head of its compound."""
    return compound_of(at, places)[-1] == at


def figures(at: int, places: Sequence[Place]) -> list[int]:
    """Return the figures in the compound around a word."""
    return [i for i in compound_of(at, places) if places[i].token.figure is not None]


def same_key(one: Place, other: Place) -> bool:
    """Whether two words are compared as one, whatever stands around them."""
    return one.key == other.key


def is_one_of_two(at: int, outline: Outline) -> bool:
    """Whether another word has a phrase with the same preposition: "calls from buyers and
    orders from sellers" can be crossed."""
    place = outline.places[at]
    return any(
        p.content and p.marker == place.marker and p.governor not in (None, place.governor)
        for p in outline.places
    )


def folds(
    at: int,
    places: Sequence[Place],
    sources: Sequence[Place],
    origins: Mapping[int, int],
    kind: Folding,
    lexicon: Lexicon,
) -> bool:
    """Whether a word stands in a compound ("patient records filing system") that holds just the
    words which the other text has in front of its head, or ties to it in whole phrases."""
    chain = compound_of(at, places)
    head = chain[-1]
    loose = kind.startswith("loose")
    if loose:
        floating = lexicon.words("floating_words")
        often = {i for i in chain if places[i].key in floating}
        often |= {i - 1 for i in often if places[i - 1].token.figure is not None}
        chain = [i for i in chain if i in (at, head) or i not in often]
    if len(chain) < 2 or not set(chain) <= origins.keys():
        return False
    tied = origins[head]
    own = compound_of(tied, sources)
    while kind == "loose_folding" and own[-1] != tied and own[-1] not in origins.values():
        own.pop()  # a noun that said nothing: "travel arrangements"
    if own[-1] != tied:
        return False
    mapped = [origins[i] for i in chain]
    folded = [i for i in mapped if i not in own]
    for origin in folded:
        phrase = compound_of(origin, sources)
        while kind == "loose_folding" and phrase[-1] not in origins.values():
            phrase.pop()  # "hours of flight time", "flight hours"
        first = mapped.index(origin) - phrase.index(origin)
        if first < 0 or mapped[first : first + len(phrase)] != phrase:
            return False
        possessive = places[chain[first + len(phrase) - 1]].token.possessive
        ties = lexicon.words("possessive_places" if possessive else f"{kind}_places")
        if (
            kind == "loose_folding"
            and _receives(tied, sources, lexicon)
            and sources[origin].marker in lexicon.words("topic_places")
        ):
            return False  # "training to employees on forklifts": what follows tells of the training
        if lexicon.free_words and kind == "loose_folding" and _is_name(sources[origin]):
            ties = ties | lexicon.words("tool_places")  # "a tool using Python", "a Python tool"
        if sources[origin].marker not in ties:
            return False
        if sources[origin].governor != tied and not (
            lexicon.free_words and _behind_alone(origin, tied, sources)
        ):
            return False
        if _is_listed(origin, sources, loose=loose) or _is_listed(tied, sources, loose=loose):
            return False
    return bool(folded)


def _receives(at: int, places: Sequence[Place], lexicon: Lexicon) -> bool:
    """Whether the words in front of a noun lead to one who receives: "training to employees"."""
    first = compound_of(at, places)[0]
    return any(
        p.key in lexicon.words("receiving_places") for p in places[max(first - 2, 0) : first]
    )


def _is_name(place: Place) -> bool:
    return place.token.start > 0 and place.token.text[:1].isupper()


def _behind_alone(at: int, head: int, places: Sequence[Place]) -> bool:
    """Whether a phrase follows a noun at a distance in its act ("documents from Spanish to English
    for the department"), and no other phrase is tied in the same way."""
    place = places[at]
    return (
        at > head
        and bool(place.owners & places[head].owners)
        and not any(
            p.content and p.marker == place.marker and p.governor != place.governor for p in places
        )
    )


def same_tie(place: Place, origin: Place) -> bool:
    """Whether two words are tied alike, counting a preposition that comes and goes with an opener."""
    return bool(
        {place.marker, place.loose or place.marker} & {origin.marker, origin.loose or origin.marker}
    )


def _is_listed(at: int, places: Sequence[Place], *, loose: bool) -> bool:
    """Whether a word's phrase holds another item: what is said of one may not be of both. The
    words of an opener are no items, where the rewrite is in free words (``loose``)."""
    chain, place = compound_of(at, places), places[at]
    return any(
        p.content and i not in chain and (p.marker, p.governor) == (place.marker, place.governor)
        for i, p in enumerate(places)
        if p.verb is None and not (loose and p.opener)
    )


def compound_of(at: int, places: Sequence[Place]) -> list[int]:
    """Return the words of the compound around a word, its head last."""
    chain = [at]
    while (before := places[chain[0]].beside) is not None:
        chain.insert(0, before)
    while (behind := next((i for i, p in enumerate(places) if p.beside == chain[-1]), -1)) >= 0:
        chain.append(behind)
    return chain
