"""Words that stand in another place than in the source: who did what to whom."""

from collections.abc import Iterator
from dataclasses import replace

from reframe.core.guard_alignment import Alignment
from reframe.core.guard_compounds import compound_of, is_one_of_two, same_key, same_tie
from reframe.core.guard_counts import counts_the_same, leads_nothing
from reframe.core.guard_finding import Finding, finding
from reframe.core.guard_loose import merges_items, tied_alike, wanders
from reframe.core.guard_objects import compounded, of_the_act
from reframe.core.guard_place import Outline, Place, floats
from reframe.core.guard_traits import same_act
from reframe.core.lexicon import Lexicon


def settled(pairs: Alignment, lexicon: Lexicon) -> Alignment:
    """Return the pairs without those of another number ("meeting", "meetings") that do not
    stand in one compound: such a word may have another origin."""
    strays = {
        at
        for at, source in pairs.words.items()
        if pairs.after.places[at].verb is None
        and not same_key(pairs.after.places[at], pairs.before.places[source])
        and not (_stands(at, source, pairs, lexicon) or _fits(at, source, pairs, lexicon))
    }
    kept = {at: source for at, source in pairs.words.items() if at not in strays}
    return replace(pairs, words=kept) if strays else pairs


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
        elif origin.verb is not None:
            stands = True  # a noun names the act; whose part it was is judged by shares
        elif floats(place.token, lexicon) or wanders(at, source, pairs, lexicon):
            stands = _same_act(at, source, pairs, lexicon)
        else:
            turned = pairs.free_words and not same_key(place, origin)
            stands = (turned or place.passive == origin.passive) and (
                _stands(at, source, pairs, lexicon) or _fits(at, source, pairs, lexicon)
            )
        if not stands:
            token = place.token
            yield finding("unlicensed", "relation", token.text, token.start, token.end, lexicon)


def _stands(at: int, source: int, pairs: Alignment, lexicon: Lexicon) -> bool:
    place, origin = pairs.after.places[at], pairs.before.places[source]
    if place.beside is not None and place.beside not in pairs.words:
        return True  # beside a licensed word, or one that is refused already
    if _is_tool(at, source, pairs, lexicon):
        return True
    if not same_key(place, origin) and same_act(place, origin, lexicon):
        ties = lexicon.words("act_places")
        alike = pairs.free_words and same_tie(place, origin)
        return alike or (place.marker in ties and origin.marker in ties)
    if place.beside is not None and origin.governor is not None:
        named = pairs.words.get(place.beside) == origin.governor
        if named and origin.marker in lexicon.words("object_places"):
            return True  # "for the identification of risks", "to identify risks"
    if place.beside is None and origin.beside is None:
        return _ties_agree(at, source, pairs, lexicon)
    if place.beside is not None and origin.beside is not None:
        return pairs.words[place.beside] == origin.beside or same_key(
            pairs.after.places[place.beside], pairs.before.places[origin.beside]
        )
    if origin.beside is not None and origin.beside not in set(pairs.words.values()):
        return True  # what stood in front is gone, and told as lost
    return compounded(at, source, pairs, lexicon) or of_the_act(at, source, pairs, lexicon)


def _fits(at: int, source: int, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether nothing speaks against a word's new place: no other preposition, no other noun
    that it describes or counts. For rewrites in free words alone."""
    if not pairs.free_words:
        return False
    place, origin = pairs.after.places[at], pairs.before.places[source]
    if place.token.figure is not None:
        return counts_the_same(at, source, pairs, lexicon) and (
            (source > 0 and pairs.before.places[source - 1].token.mark)
            or leads_nothing(at, pairs.after.places)
            or leads_nothing(source, pairs.before.places)
            or _tie_fits(at, source, pairs, lexicon)
        )
    if merges_items(at, source, pairs):
        return False
    if not origin.marker and _names_governor(at, origin, pairs):
        return True
    head, was = (
        compound_of(at, pairs.after.places)[-1],
        compound_of(source, pairs.before.places)[-1],
    )
    if place.beside is not None and pairs.after.places[place.beside].token.figure is not None:
        if pairs.words.get(place.beside) != origin.beside:
            return counts_the_same(place.beside, pairs.words.get(place.beside), pairs, lexicon)
        return True
    if not same_tie(place, origin):
        return _tie_fits(at, source, pairs, lexicon)
    if at != head or source != was:
        gone = head not in pairs.words or was not in pairs.words.values()
        return gone or pairs.words[head] == was or compounded(at, source, pairs, lexicon)
    if not is_one_of_two(source, pairs.before) or place.governor is None:
        return True
    return pairs.words.get(place.governor) in (None, origin.governor)


def _names_governor(at: int, origin: Place, pairs: Alignment) -> bool:
    """Whether the object of an act is now in a compound that names the act: "brake testing"."""
    head = compound_of(at, pairs.after.places)[-1]
    return origin.governor is not None and pairs.words.get(head) == origin.governor


def _tie_fits(at: int, source: int, pairs: Alignment, lexicon: Lexicon) -> bool:
    return (
        same_tie(pairs.after.places[at], pairs.before.places[source])
        or compounded(at, source, pairs, lexicon)
        or of_the_act(at, source, pairs, lexicon)
        or tied_alike(at, source, pairs, lexicon)
    )


def _same_act(at: int, source: int, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether an adverb still belongs to the same act."""
    act, was = _modified(at, pairs.after), _modified(source, pairs.before)
    if pairs.free_words:
        act, was = _around(at, pairs.after, lexicon), _around(source, pairs.before, lexicon)
    return act is None or was is None or pairs.acts[act].clause in (None, was)


def _around(at: int, outline: Outline, lexicon: Lexicon) -> int | None:
    """Return the clause that a word tells when or how of: that of the verb right behind, or the
    one around; None in front of a text, where it may be said of all acts."""
    behind = outline.places[at + 1 : at + 2]
    if behind and behind[0].verb is not None and floats(outline.places[at].token, lexicon):
        return behind[0].verb
    owners = outline.places[at].owners
    return max(owners) if owners else None


def _modified(at: int, outline: Outline) -> int | None:
    """Return the clause that an adverb modifies: the verb right behind it, or the one around."""
    behind = next((p for p in outline.places[at + 1 :] if p.content or p.opener), None)
    if behind is not None and behind.verb is not None:
        return behind.verb
    owners = outline.places[at].owners
    return max(owners) if owners else None


def _ties_agree(at: int, source: int, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether a phrase stands behind the same preposition, and behind the same word or at an
    edge: a phrase that moves between two others changes what it belongs to."""
    place, origin = pairs.after.places[at], pairs.before.places[source]
    if not same_tie(place, origin):
        return (
            of_the_act(at, source, pairs, lexicon)
            or compounded(at, source, pairs, lexicon)
            or _served(at, source, pairs, lexicon)
        )
    if not place.marker or place.governor is None or origin.governor is None:
        return True
    if place.governor not in pairs.words:
        return True
    if pairs.words[place.governor] == origin.governor:
        return True
    if _folded_into(origin.governor, place.governor, pairs):
        return True
    if pairs.after.places[place.governor].verb is not None:
        return place.marker != "of"
    if place.marker != "of" and not is_one_of_two(source, pairs.before):
        return True
    if not _is_last(at, pairs.after):
        return False
    governors = pairs.after.places[place.governor], pairs.before.places[origin.governor]
    listed = all(governor.marker == "" for governor in governors)
    return listed or not _is_last(source, pairs.before)


def _served(at: int, source: int, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether what a weak opener was about is now what confirmed acts were for: "assisted with
    the audit" and "collected the data for the audit"."""
    place, origin = pairs.after.places[at], pairs.before.places[source]
    acts = [pairs.acts[owner] for owner in place.owners]
    return (
        bool(acts)
        and all(act.licensed for act in acts)
        and place.marker in lexicon.words("serving_places")
        and not origin.owners
        and bool(origin.loose)
    )


def _is_last(at: int, outline: Outline) -> bool:
    """Whether nothing but its own words follows a word in its act."""
    place = outline.places[at]
    return all(
        not later.content or later.beside is not None or later.owners != place.owners
        for later in outline.places[at + 1 :]
    )


def _folded_into(governor: int, head: int, pairs: Alignment) -> bool:
    """Whether the word that a phrase stood behind is now in the compound that it stands behind:
    "dashboards in Tableau for sales" and "Tableau dashboards for sales"."""
    now = next((at for at, source in pairs.words.items() if source == governor), None)
    return now is not None and compound_of(now, pairs.after.places)[-1] == head


def _is_tool(at: int, source: int, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether what was used for an act is now what the act was done with or in."""
    place, origin = pairs.after.places[at], pairs.before.places[source]
    verbs = {pairs.before.acts[owner] for owner in origin.owners}
    ends = {pairs.acts[owner].noun for owner in place.owners} - {None}
    return (
        bool(ends)
        and bool(verbs)
        and verbs <= lexicon.words("tool_verbs")
        and origin.marker == ""
        and place.beside is None
        and place.marker in lexicon.words("tool_places")
    )
