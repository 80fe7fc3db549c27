"""What an act is done to, whatever ties it to its verb: as an object, behind the noun of the act,
in a compound."""

from reframe.core.guard_alignment import Alignment
from reframe.core.guard_compounds import Folding, compound_of, folds, same_key, same_tie
from reframe.core.lexicon import Lexicon


def of_the_act(at: int, source: int, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether a word is what the act is done to in both texts, whatever ties it to its verb."""
    return _verbal(at, source, pairs, lexicon) or _by_another_verb(at, source, pairs, lexicon)


def _by_another_verb(at: int, source: int, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether only the verb's own preposition changed with the verb: "responded to calls" and
    "answered calls"."""
    place, origin = pairs.after.places[at], pairs.before.places[source]
    if place.governor is None or origin.governor is None or {place.marker, origin.marker} == {""}:
        return False
    verb, was = pairs.after.places[place.governor], pairs.before.places[origin.governor]
    ties = lexicon.words("loose_verb_places" if pairs.free_words else "verb_places") | {""}
    return (
        verb.verb is not None
        and was.verb is not None
        and pairs.acts[verb.verb].clause == was.verb
        and pairs.after.acts[verb.verb] != pairs.before.acts[was.verb]
        and {place.marker, origin.marker} <= ties
    )


def _verbal(at: int, source: int, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether the word was tied to a noun that names the act, and is now that act's object:
    "analysis of data" or "data entry"."""
    place, origin = pairs.after.places[at], pairs.before.places[source]
    nouns = {pairs.acts[owner].noun for owner in place.owners} - {None}
    if not nouns or place.marker:
        return False
    beside = {i for i, p in enumerate(pairs.before.places) if p.beside == source and i in nouns}
    if origin.beside in nouns and origin.marker in lexicon.words("purpose_words"):
        return True
    verbatim = (
        place.governor is not None
        and origin.beside in nouns
        and same_key(pairs.after.places[place.governor], pairs.before.places[origin.beside or 0])
    )
    return (
        bool(beside)
        or verbatim
        or (origin.marker in lexicon.words("object_places") and origin.governor in nouns)
    )


def compounded(at: int, source: int, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether "orders for customers" became "customer orders", or the other way round.

    A compound says less than the phrase that it comes from, so more phrases may fold into one
    than may be unfolded from one.
    """
    after, before = pairs.after.places, pairs.before.places
    back = {source: at for at, source in pairs.words.items()}
    chain = compound_of(at, after)
    head = chain[-1]
    if head not in pairs.words:
        return False
    tied = pairs.words[head]
    if not same_tie(after[head], before[tied]) and not of_the_act(head, tied, pairs, lexicon):
        return False
    folding: Folding = "loose_folding" if pairs.free_words else "folding"
    apart: Folding = "loose_compound" if pairs.free_words else "compound"
    return folds(at, after, before, pairs.words, folding, lexicon) or folds(
        source, before, after, back, apart, lexicon
    )
