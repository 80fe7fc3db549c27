"""Which act of the source every act of a rewrite comes from."""

from reframe.core.claims import Claim
from reframe.core.guard_alignment import Act, Alignment
from reframe.core.guard_licence import Licence, LicensedVerb, follower
from reframe.core.guard_paired import paired
from reframe.core.guard_place import Outline, Place
from reframe.core.guard_tokens import spelled
from reframe.core.guard_traits import traits_of
from reframe.core.guard_twins import means_the_same
from reframe.core.lexicon import Lexicon


def align(before: Outline, after: Outline, licence: Licence, lexicon: Lexicon) -> Alignment:
    """Return where the acts and words of ``after`` come from, as far as they do."""
    acts = _acts(before, after, licence, lexicon)
    words = paired(before, after, acts, lexicon)
    return Alignment(before, after, acts, words, free_words=lexicon.free_words)


def _acts(before: Outline, after: Outline, licence: Licence, lexicon: Lexicon) -> tuple[Act, ...]:
    taken: set[int] = set()
    acts: list[Act] = []
    for index in range(len(after.clauses)):
        act = _act(before, after, index, taken, licence, lexicon)
        if act.clause is not None:
            taken.add(act.clause)
        acts.append(act)
    return tuple(acts)


def _act(
    before: Outline,
    after: Outline,
    index: int,
    taken: set[int],
    licence: Licence,
    lexicon: Lexicon,
) -> Act:
    verb = after.acts[index]
    spellings = lexicon.maps["spellings"]
    wanted = {p.key for p in after.places if index in p.owners and p.content}
    best: tuple[tuple[bool, int, bool], int] | None = None
    for clause in range(len(before.clauses)):
        source = before.acts[clause]
        same = spelled(verb, spellings) == spelled(source, spellings)
        same = same or (lexicon.free_words and _comes_apart(verb, source, clause, before, wanted))
        if not same and not means_the_same(verb, source, lexicon):
            continue
        shared = sum(p.key in wanted for p in before.places if clause in p.owners and p.content)
        score = (clause not in taken, shared, same)
        if best is None or score > best[0]:
            best = (score, clause)
    licensed = is_granted(after, index, licence, lexicon)
    if best is not None:
        return Act(clause=best[1], licensed=licensed)
    for at, place in enumerate(before.places):
        if _may_name(place, before, lexicon) and _is_named(verb, place, lexicon):
            return Act(noun=at, licensed=licensed)
        if (
            _is_end(at, before, lexicon)
            and spelled(verb, spellings) in traits_of(place, lexicon).base
        ):
            return Act(noun=at, licensed=licensed)
    for at, place in enumerate(before.places):
        if opener_means(place, verb, lexicon):
            return Act(noun=at, licensed=licensed)
    return Act(noun=_verbatim(before, after, index), licensed=licensed)


def _comes_apart(verb: str, source: str, clause: int, before: Outline, wanted: set[str]) -> bool:
    """Whether one verb and its particle stand apart in one of the texts: "took the trash out"."""
    lemma, *rest = verb.split()
    was, *particle = source.split()
    if lemma != was:
        return False
    around = {p.key for p in before.places if clause in p.owners}
    return set(rest) <= around | set(particle) and set(particle) <= wanted | set(rest)


def opener_means(place: Place, verb: str, lexicon: Lexicon) -> bool:
    """Whether a word of a weak opener is a twin of a verb ("worked with", "partnered with")."""
    lemmas = (r.lemma for r in lexicon.readings.get(place.key, ()))
    return place.opener and any(means_the_same(verb, lemma, lexicon) for lemma in lemmas)


def _verbatim(before: Outline, after: Outline, clause: int) -> int | None:
    """Return the very same word behind the same word in the source, which was not read as an
    act there ("... and ensured"): the reading changed, not the text."""
    at = next((i for i, place in enumerate(after.places) if place.verb == clause), 0)
    if at == 0:
        return None
    for source, origin in enumerate(before.places[1:], start=1):
        same = origin.verb is None and not origin.opener and origin.key == after.places[at].key
        if same and before.places[source - 1].key == after.places[at - 1].key:
            return source
    return None


def _may_name(place: Place, before: Outline, lexicon: Lexicon) -> bool:
    """Whether a noun can stand for an act of the client: under a verb that names none
    ("performed"), or under an opener alone. "Reviewed the analysis" is no analysis."""
    verbs = {before.acts[owner].split()[0] for owner in place.owners}
    return place.verb is None and place.content and verbs <= lexicon.words("empty_verbs")


def _is_end(at: int, before: Outline, lexicon: Lexicon) -> bool:
    """Whether a word is what a tool was used for: "used AutoCAD to *draw* floor plans"."""
    place = before.places[at]
    verbs = {before.acts[owner] for owner in place.owners}
    return (
        place.verb is None
        and place.marker in lexicon.words("purpose_words")
        and place.initial
        and bool(verbs)
        and verbs <= lexicon.words("tool_verbs")
    )


def is_granted(after: Outline, clause: int, licence: Licence, lexicon: Lexicon) -> bool:
    """Whether a confirmed wording gives this act, this part in it, and this object."""
    found = after.clauses[clause]
    return any(
        verb.lemma == found.verb.lemma
        and verb.participation == found.participation
        and verb.follower in ("", follower(after, found.verb.start))
        and _reaches(verb, lexicon.claim_of(verb.lemma))
        for verb in licence.verbs
    )


def _reaches(verb: LicensedVerb, claim: Claim) -> bool:
    """Whether the levels of the licensed wording allow an act that claims so much."""
    if claim in (Claim.WORDING, Claim.DETAIL):
        return bool(verb.claims)
    if claim is Claim.ROLE:
        return bool(verb.claims & {Claim.ROLE, Claim.LEADERSHIP})
    return claim in verb.claims and claim is not Claim.NEVER


def _is_named(verb: str, place: Place, lexicon: Lexicon) -> bool:
    """Whether a noun names the act of a verb, or of one that claims no less and means it; who acts
    is no act ("worked with *teachers*")."""
    if lexicon.names_person(lexicon.singular(place.key)):
        return False
    named = traits_of(place, lexicon).acts
    return spelled(verb, lexicon.maps["spellings"]) in named or any(
        means_the_same(verb, source, lexicon) for source in named
    )
