"""Ties that say the same in a rewrite in free words, which the engine never writes."""

from reframe.core.guard_alignment import Alignment
from reframe.core.guard_compounds import closes, compound_of, figures, is_one_of_two, same_tie
from reframe.core.guard_counts import holds_amount
from reframe.core.guard_place import Place
from reframe.core.lexicon import Lexicon


def wanders(at: int, source: int, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether a word tells when or how, and so may stand anywhere in a rewrite in free words; a
    figure in front of it would count something else."""
    if not pairs.free_words:
        return False
    floating = lexicon.words("floating_words")
    if pairs.after.places[at].key in lexicon.words("counting_words"):
        behind = (at + 1, pairs.after.places), (source + 1, pairs.before.places)
        keys = {places[i].key if i < len(places) else "" for i, places in behind}
        return len(keys) == 1
    if pairs.after.places[at].key not in floating or _crosses(at, source, pairs, floating):
        return False
    counted = (
        (pairs.after.places[at].beside, pairs.after.places),
        (pairs.before.places[source].beside, pairs.before.places),
    )
    if closes(at, pairs.after.places) and closes(source, pairs.before.places):
        # "laptops, about 15 a month" and "15 laptops a month"
        counts = figures(at, pairs.after.places), figures(source, pairs.before.places)
        if any(pairs.words.get(figure) in counts[1] for figure in counts[0]):
            return True
    return not any(b is not None and places[b].token.figure is not None for b, places in counted)


def merges_items(at: int, source: int, pairs: Alignment) -> bool:
    """Whether two items of a list now make one compound: "patients and their families" are not
    "patients' families"."""
    beside = pairs.after.places[at].beside
    before = pairs.before.places
    item = pairs.words.get(beside) if beside is not None else None
    if item is None or before[item].token.figure or item in compound_of(source, before):
        return False
    one, other = before[item], before[source]
    return (one.marker, one.governor) == (other.marker, other.governor) and bool(
        one.owners & other.owners
    )


def _crosses(at: int, source: int, pairs: Alignment, floating: frozenset[str]) -> bool:
    """Whether a word changed places with another that tells when: "in spring ..., in fall ..."."""
    return any(
        (other < at) != (was < source)
        for other, was in pairs.words.items()
        if other != at
        and pairs.after.places[other].key in floating
        and pairs.before.places[was].owners != pairs.before.places[source].owners
    )


def tied_alike(at: int, source: int, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether another preposition says the same here, or the tie came and went with the words
    around it."""
    place, origin = pairs.after.places[at], pairs.before.places[source]
    near = lexicon.maps["near_places"].get(origin.marker, "").split()
    if place.marker in near:
        return not is_one_of_two(source, pairs.before)
    return (
        _received(place, origin, pairs, lexicon)
        or _received(origin, place, pairs, lexicon)
        or _through_shell(origin, place, pairs, lexicon)
        or _of_the_noun(place, origin, pairs, lexicon)
        or holds_amount(at, source, pairs)
    )


def _received(bare: Place, tied: Place, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether "sent the manager a report" and "sent a report to the manager" tell of one who
    received: ``bare`` stands right behind a verb of giving, with a thing behind it."""
    if tied.marker not in lexicon.words("receiving_places") or bare.marker or bare.governor is None:
        return False
    places = pairs.after.places if bare in pairs.after.places else pairs.before.places
    clauses = pairs.after.clauses if places is pairs.after.places else pairs.before.clauses
    verb = places[bare.governor].verb
    if verb is None or clauses[verb].verb.lemma not in lexicon.words("giving_verbs"):
        return False
    return any(
        p.content and p.initial and not p.marker and p.governor == bare.governor
        for p in places[places.index(bare) + 1 :]
    )


def _through_shell(origin: Place, place: Place, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether a word was tied to a noun that said nothing: "all aspects of accounts"."""
    if origin.marker not in lexicon.words("compound_places") or origin.governor is None:
        return False
    shell = pairs.before.places[origin.governor]
    if origin.governor in pairs.words.values() or shell.key not in lexicon.words("shell_nouns"):
        return False
    return same_tie(place, shell)


def _of_the_noun(place: Place, origin: Place, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether a word was tied to the noun of an act ("gave support to auditors"), and is now what
    the act itself is done to."""
    if place.marker or origin.marker not in lexicon.words("loose_object_places"):
        return False
    nouns = {pairs.acts[owner].noun for owner in place.owners} - {None}
    emptied = {pairs.before.acts[owner].split()[0] for owner in origin.owners}
    return bool(nouns) and emptied <= lexicon.words("empty_verbs") and not place.inner
