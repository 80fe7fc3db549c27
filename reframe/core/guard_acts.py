"""Acts: no verb above the source's, no other part in it, nothing under another verb."""

from collections.abc import Iterator

from reframe.core.act_names import is_personal
from reframe.core.bullet import Clause, ParsedBullet
from reframe.core.claims import Claim, Participation
from reframe.core.guard_align import opener_means
from reframe.core.guard_alignment import Act, Alignment
from reframe.core.guard_finding import Finding, FindingClass, finding
from reframe.core.guard_licence import Licence
from reframe.core.guard_place import part_in
from reframe.core.guard_twins import means_the_same
from reframe.core.lexicon import Lexicon

_CLASSES: dict[Claim, FindingClass] = {Claim.OUTCOME: "outcome"}


def act_findings(pairs: Alignment, licence: Licence, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield a finding for every act that nothing gives, that is raised, or that is gone."""
    for clause, act in zip(pairs.after.clauses, pairs.acts, strict=True):
        span, lemma = clause.verb, clause.verb.lemma
        if act.licensed:
            continue
        if act.clause is None and act.noun is None:
            claim = lexicon.claim_of(lemma)
            cls = _CLASSES.get(claim, "verb")
            if claim in (Claim.WORDING, Claim.DETAIL):
                claim = Claim.DETAIL
            yield finding("unlicensed", cls, span.text, span.start, span.end, lexicon, claim=claim)
            continue
        if act.clause is not None and _was_purpose(pairs, act.clause, span.text, lexicon):
            yield finding("unlicensed", "outcome", span.text, span.start, span.end, lexicon)
            continue
        if act.clause is not None and _was_aim(pairs, act.clause, clause, lexicon):
            yield finding("unlicensed", "outcome", span.text, span.start, span.end, lexicon)
            continue
        was = (
            part_in(pairs.before.clauses[act.clause], lexicon)
            if act.clause is not None
            else pairs.before.places[act.noun or 0].participation
        )
        now = part_in(clause, lexicon)
        if was != now and not (
            _credit_kept(pairs, was, now, lexicon) or _is_personal(pairs, act, lexicon)
        ):
            yield finding("unlicensed", "participation", span.text, span.start, span.end, lexicon)
    yield from _lost_acts(pairs, licence, lexicon)


def _credit_kept(
    pairs: Alignment, was: Participation | None, now: Participation | None, lexicon: Lexicon
) -> bool:
    """Whether a shared act stands as a plain one while the words that share it are kept."""
    if {was, now} == {Participation.SHARED, Participation.PRESENT}:
        return True  # "worked on X with Y", "worked with Y on X": neither names an act
    if {was, now} != {Participation.SHARED, Participation.DID}:
        return False
    places = pairs.before.places
    sharing = {i for i, p in enumerate(places) if p.inner and p.content and not p.droppable}
    if not sharing:
        sharing = {i for i, place in enumerate(places) if place.opener and place.content}
        if pairs.free_words:
            parting = lexicon.words("parting_places")
            sharing -= {
                i for at, i in pairs.words.items() if pairs.after.places[at].marker in parting
            }
        return bool(sharing & set(pairs.words.values()))
    return sharing <= set(pairs.words.values())


def _is_personal(pairs: Alignment, act: Act, lexicon: Lexicon) -> bool:
    """Whether a remit named a duty that its holder does in person ("the preparation of")."""
    if act.noun is None:
        return False
    place = pairs.before.places[act.noun]
    return place.participation is Participation.REMIT and is_personal(place.key, lexicon)


def _was_purpose(pairs: Alignment, clause: int, now: str, lexicon: Lexicon) -> bool:
    """Whether a verb that may belong to "to track and monitor" is now an act of its own."""
    verb = pairs.before.clauses[clause].verb
    if verb.text.casefold() == now.casefold():
        return False
    places = [p for p in pairs.before.places if p.token.start < verb.start and not p.droppable]
    joined = bool(places) and places[-1].key in lexicon.words("join_words")
    while places and not places[-1].opener:
        place = places.pop()
        if place.key in lexicon.words("purpose_words"):
            return joined and bool(places)  # a line that opens with "to" names duties
        base = any(r.form == "base" for r in lexicon.readings.get(place.key, ()))
        if not (base or place.token.mark or place.key in lexicon.words("join_words")):
            return False
    return False


def _was_aim(pairs: Alignment, index: int, now: Clause, lexicon: Lexicon) -> bool:
    """Whether a duty to bring something about now stands as a thing that was brought about:
    "responsible for reducing costs" says nothing of costs that went down."""
    if lexicon.claim_of(now.verb.lemma) is not Claim.OUTCOME:
        return False
    return _under_duty(pairs.before.bullet, pairs.before.clauses[index], lexicon) and not any(
        _under_duty(pairs.after.bullet, clause, lexicon)
        for clause in pairs.after.clauses
        if clause.verb == now.verb
    )


def _under_duty(bullet: ParsedBullet, clause: Clause, lexicon: Lexicon) -> bool:
    duties = {frame.name for frame in lexicon.frames if frame.strip}
    return any(s.frame in duties and clause in s.clauses for s in bullet.segments)


def _lost_acts(pairs: Alignment, licence: Licence, lexicon: Lexicon) -> Iterator[Finding]:
    kept = {act.clause for act in pairs.acts}
    named = {pairs.before.places[source].verb for source in pairs.words.values()} - {None}
    covered = licence.covered(pairs.after.keys)
    nouns = {act.noun for act in pairs.acts if act.noun is not None}
    for index, clause in enumerate(pairs.before.clauses):
        if index in kept or index in named:
            continue
        verb, span = pairs.before.acts[index], clause.verb
        owned = {i for i, place in enumerate(pairs.before.places) if index in place.owners}
        hollow = lexicon.words("empty_verbs") | lexicon.words("tool_verbs")
        emptied = verb.split()[0] in hollow and bool(owned & nouns)
        opened = any(
            place.participation == part_in(clause, lexicon) and opener_means(place, verb, lexicon)
            for place in pairs.after.places
        )
        if emptied or opened or span.text.casefold() in covered:
            continue
        if span.text.casefold() in lexicon.words("having_words") and any(
            o.text.split()[-1].casefold() in lexicon.words("known_things") for o in clause.objects
        ):
            continue  # "*Having* good knowledge of Java": what one knows is still told
        if pairs.free_words and _told_by_twin(pairs, index, kept, lexicon):
            continue
        yield finding("lost", "verb", span.text, span.start, span.end, lexicon)


def _told_by_twin(pairs: Alignment, index: int, kept: set[int | None], lexicon: Lexicon) -> bool:
    """Whether a verb only doubled another of the same object: "kept track of and monitored"."""
    clause, acts = pairs.before.clauses[index], pairs.before.acts
    return any(
        other in kept
        and abs(other - index) == 1
        and part_in(pairs.before.clauses[other], lexicon) == part_in(clause, lexicon)
        and (
            means_the_same(acts[other], acts[index], lexicon)
            or means_the_same(acts[index], acts[other], lexicon)
        )
        and all(
            other in p.owners or not p.content or p.verb is not None or p.absorbed
            for p in pairs.before.places
            if index in p.owners
        )
        for other in range(len(acts))
    )


def _referring(pairs: Alignment, lexicon: Lexicon) -> frozenset[int]:
    """Return the acts of the source that are done to what another names: "wrote cases and ran
    *them*"."""
    referring = lexicon.words("referring_words")
    found = (p.owners for p in pairs.before.places if p.key in referring)
    return frozenset().union(*found)


def share_findings(pairs: Alignment, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield a finding for every word that moved under another act, or to another part in it."""
    for at, source in sorted(pairs.words.items()):
        place, origin = pairs.after.places[at], pairs.before.places[source]
        if place.verb is not None or not place.content or place.opener or origin.opener:
            continue
        token = place.token
        owners = pairs.sources(place.owners)
        if pairs.free_words and (referring := _referring(pairs, lexicon)) and owners:
            nearest = pairs.sources(frozenset({max(place.owners)}))
            owners = nearest if nearest <= origin.owners else owners - referring
        granted = any(pairs.acts[owner].licensed for owner in place.owners)
        cls: FindingClass | None = None
        if (owners and origin.owners and not owners <= origin.owners) or (
            place.inner != origin.inner
            and origin.participation is not Participation.SHARED
            and bool(place.owners or origin.owners)
        ):
            cls = "relation"
        elif granted or None in (place.participation, origin.participation):
            continue
        elif place.participation != origin.participation and not (
            _credit_kept(pairs, origin.participation, place.participation, lexicon)
            or any(_is_personal(pairs, pairs.acts[owner], lexicon) for owner in place.owners)
        ):
            cls = "participation"
        if cls:
            yield finding("unlicensed", cls, token.text, token.start, token.end, lexicon)
