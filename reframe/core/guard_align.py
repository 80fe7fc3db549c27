"""Which act and which word of the source every act and word of a rewrite comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from reframe.core.claims import Claim
from reframe.core.derive import verbs_of
from reframe.core.guard_finding import CLAIMING
from reframe.core.guard_licence import Licence, LicensedVerb, follower
from reframe.core.guard_place import Outline, Place
from reframe.core.guard_tokens import spelled
from reframe.core.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Act:
    """Where an act of the rewrite comes from: a clause of the source, a noun of the source that
    names the act, or the licence; all empty when nothing gives it."""

    clause: int | None = None
    noun: int | None = None
    licensed: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """``acts`` by clause of the rewrite, ``words`` from its places to places of the source.

    ``fair`` tells that the rewrite is anybody's, in free words, and is refused for what speaks
    against it; the engine's own is refused for whatever is not proven.
    """

    before: Outline
    after: Outline
    acts: tuple[Act, ...]
    words: Mapping[int, int]
    fair: bool = False

    def sources(self, owners: frozenset[int]) -> frozenset[int]:
        """Return the source clauses that these clauses of the rewrite come from."""
        found = (self.acts[owner].clause for owner in owners)
        return frozenset(clause for clause in found if clause is not None)


def align(before: Outline, after: Outline, licence: Licence, lexicon: Lexicon) -> Alignment:
    """Return where the acts and words of ``after`` come from, as far as they do."""
    acts = _acts(before, after, licence, lexicon)
    words = _words(before, after, acts, lexicon)
    return Alignment(before, after, acts, words, fair=bool(lexicon.senses))


def means_the_same(verb: str, source: str, lexicon: Lexicon) -> bool:
    """Whether ``verb`` may stand for the source's verb: a twin that claims no more."""
    if lexicon.maps.get("plainer", {}).get(source) == verb:
        return True
    twins = lexicon.maps["act_twins"].get(source, "").split(", ")
    same = verb in lexicon.same.get(source, ()) or verb in twins
    if not same and not (lexicon.senses and _is_twin(verb, source, lexicon)):
        return False
    return lexicon.verb(verb) is None or (
        lexicon.claim_of(verb).rank <= lexicon.claim_of(source).rank
    )


def _is_twin(verb: str, source: str, lexicon: Lexicon) -> bool:
    """Whether a verb may stand for the source's in a draft in free words."""
    return verb in twins(lexicon).get(source, ()) or lexicon.share_sense(verb, source)


@lru_cache(maxsize=8)
def twins(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """Return for each act of a source the acts that may stand for it in free words."""
    found: dict[str, frozenset[str]] = {}
    for row in lexicon.phrases("same_acts"):
        source, *others = (in_keys(act, lexicon) for act in row.split(", "))
        found[source] = found.get(source, frozenset()) | frozenset(others)
    return found


def in_keys(act: str, lexicon: Lexicon) -> str:
    """Return an act with the words behind its verb as they are compared."""
    verb, *rest = act.split()
    same = lexicon.maps["same_words"]
    return " ".join([verb, *(same.get(word, word) for word in rest)])


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
        same = same or (bool(lexicon.senses) and _comes_apart(verb, source, clause, before, wanted))
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
        if _is_end(at, before, lexicon) and spelled(verb, spellings) in _base(place, lexicon):
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


def _base(place: Place, lexicon: Lexicon) -> set[str]:
    readings = lexicon.readings.get(place.token.text.casefold(), ())
    found = (reading.lemma for reading in readings if reading.form == "base")
    return {spelled(verb, lexicon.maps["spellings"]) for verb in found}


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
    """Whether a noun names the act of a verb, or of one that claims no less and means it."""
    named = _named(place, lexicon)
    return spelled(verb, lexicon.maps["spellings"]) in named or any(
        means_the_same(verb, source, lexicon) for source in named
    )


def _named(place: Place, lexicon: Lexicon) -> set[str]:
    """Return the verbs for the act that a noun names: "analysis", or "filing"."""
    named = verbs_of(place.key, lexicon) | verbs_of(place.token.text, lexicon)
    if lexicon.senses:
        single = place.key.removesuffix("s")
        named = named or verbs_of(single, lexicon)
        loose = lexicon.maps["loose_act_nouns"]
        named = named | {loose[word] for word in (place.key, single) if word in loose}
    return {spelled(verb, lexicon.maps["spellings"]) for verb in named}


def _words(
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
    pairs = sorted(
        (-_likeness(before, after, source, at, acts), abs(at - source), at, source)
        for at, place in enumerate(after.places)
        if place.verb is None and not place.token.mark
        for source, origin in enumerate(before.places)
        if origin.verb is None
        and (
            origin.key == place.key
            # Inside a compound a noun has no number: "customer orders" are of many customers.
            or ((source in inner[0] or at in inner[1]) and _same_noun(origin, place, lexicon))
            or same_act(origin, place, lexicon)
            or _same_sense(origin, place, lexicon)
        )
    )
    if lexicon.senses:
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
        and before.clauses[origin.verb].verb.lemma in _named(place, lexicon)
    ]


def _same_sense(one: Place, other: Place, lexicon: Lexicon) -> bool:
    """Whether two words of one number, that claim nothing by themselves, can mean the same."""
    if not lexicon.senses:
        return False
    claiming = _claiming(lexicon)
    plain = all(
        place.content
        and place.token.figure is None
        and not place.token.mark
        and place.key not in claiming
        and (place.token.text.islower() or place.token.start == 0)
        for place in (one, other)
    )
    if not plain:
        return False
    if _things(lexicon).get(one.key, frozenset()) & _things(lexicon).get(other.key, frozenset()):
        return True
    if one.key.endswith("s") != other.key.endswith("s"):
        return False
    return lexicon.share_sense(one.key, other.key)


@lru_cache(maxsize=8)
def _things(lexicon: Lexicon) -> Mapping[str, frozenset[tuple[str, bool]]]:
    """Return for each word what else it may mean in free words, singular and plural apart."""
    found: dict[str, frozenset[tuple[str, bool]]] = {}
    same, plurals = lexicon.maps["same_words"], lexicon.maps["other_plurals"]
    for row in lexicon.phrases("same_things"):
        head, *others = row.split(", ")
        for other in others:
            for word in (head, other):
                for form, many in ((word, False), (plurals.get(word, f"{word}s"), True)):
                    key = same.get(form, form)
                    found[key] = found.get(key, frozenset()) | {(f"{head} {other}", many)}
                    if word in lexicon.words("numberless"):
                        found[key] |= {(f"{head} {other}", not many)}
    return found


@lru_cache(maxsize=8)
def _claiming(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that are compared as they are: a synonym of one may claim more."""
    return frozenset().union(*(lexicon.words(name) for _, name in CLAIMING))


def same_act(one: Place, other: Place, lexicon: Lexicon) -> bool:
    """Whether two words that open no clause name one act: "for the identification of" and
    "to identify"."""
    if one.token.figure is not None or other.token.figure is not None or one.key == other.key:
        return False
    # Most words name no act: the second is looked up where the first does.
    nouns, base = _named(one, lexicon), _base(one, lexicon)
    if not nouns and not base:
        return False
    others = _named(other, lexicon)
    return bool(nouns & others or base & others or (nouns and nouns & _base(other, lexicon)))


def _is_new(place: Place, acts: tuple[Act, ...]) -> bool:
    """Whether a word stands under an act that only the licence gives: the licence judges it."""
    return any(acts[owner].licensed and acts[owner].clause is None for owner in place.owners)


def _modifiers(outline: Outline) -> set[int]:
    """Return the words that stand in front of the head of a compound."""
    return {place.beside for place in outline.places if place.beside is not None}


def _same_noun(one: Place, other: Place, lexicon: Lexicon) -> bool:
    if one.token.figure is not None or other.token.figure is not None:
        return False
    nouns = lexicon.singular(one.key), lexicon.singular(other.key)
    return nouns[0] == nouns[1] or f"{nouns[0]}s" == nouns[1] or nouns[0] == f"{nouns[1]}s"


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
