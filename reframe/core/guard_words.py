"""Words without a source or a licence, and words of the source that are gone."""

from collections.abc import Iterator

from reframe.core.claims import Claim
from reframe.core.guard_align import opener_means
from reframe.core.guard_alignment import Alignment
from reframe.core.guard_finding import CLAIMING, Finding, FindingClass, FindingKind, finding
from reframe.core.guard_licence import Licence, LicensedPhrase
from reframe.core.guard_place import Outline, Place, part_in, states
from reframe.core.lexicon import Lexicon

# What the client's own words never license, whatever stands around them.
_UNTOLD = frozenset({"absolute", "exclusive", "importance", "outcome", "participation"})
_TOPICS = frozenset({"outcome", "importance", "scope"})
# What the words of a weak opener may be.
_PLAIN = frozenset({"word", "verb", "name"})
# Licensed wherever they stand; the others only beside a neighbour of the licensed wording.
_FREE_STANDING = frozenset({"word", "name", "tool", "date", "verb"})


def word_findings(pairs: Alignment, licence: Licence, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield a finding for every word that came from nowhere or went missing.

    Acts and figures are judged elsewhere.
    """
    for at, place in enumerate(pairs.after.places):
        if at in pairs.words or place.verb is not None or place.absorbed or place.token.figure:
            continue
        plain = classify(at, pairs.after, lexicon) in _PLAIN
        if place.opener and plain and _opener_is_known(place, pairs, lexicon):
            continue
        if _is_free(place, lexicon) or is_licensed(at, pairs.after, licence, lexicon):
            continue
        yield _found("unlicensed", at, pairs.after, lexicon)
    kept = set(pairs.words.values())
    covered = licence.covered(pairs.after.keys)
    for at, place in enumerate(pairs.before.places):
        if at in kept or place.verb is not None or place.token.figure or place.opener:
            continue
        hedged = in_hedge(place, pairs.before) and not _is_free(place, lexicon)
        if place.token.mark or ((place.droppable or not place.content) and not hedged):
            continue
        if place.key in covered or at in _act_nouns(pairs):
            continue
        if place.key in lexicon.words("universal_words") and not hedged:
            continue  # "all visitors" holds "visitors": less is said, and it is true
        if (
            pairs.free_words
            and not hedged
            and (_is_said(at, pairs) or _is_shell(at, pairs, lexicon))
        ):
            continue
        yield _found("lost", at, pairs.before, lexicon, cls="hedge" if hedged else None)


def _is_said(at: int, pairs: Alignment) -> bool:
    """Whether a word that the source says twice is kept once ("tree planting, 300 trees")."""
    key = pairs.before.places[at].key.removesuffix("s")
    kept = (pairs.before.places[source] for source in pairs.words.values())
    return any(place.key.removesuffix("s") == key for place in kept)


def _is_shell(at: int, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether a noun of the source that says nothing by itself closed a compound whose other
    words are kept, or led to them ("inventory levels", "all aspects of payroll")."""
    place, kept = pairs.before.places[at], set(pairs.words.values())
    if place.key not in lexicon.words("shell_nouns") | lexicon.words("loose_shells"):
        return False
    of = lexicon.words("compound_places")
    led = (i for i, p in enumerate(pairs.before.places) if p.governor == at and p.marker in of)
    return place.beside in kept or any(i in kept for i in led)


def in_hedge(place: Place, outline: Outline) -> bool:
    """Whether a word belongs to a reservation that the reader of the bullet found."""
    return any(h.start <= place.token.start < h.end for h in outline.bullet.hedges)


def classify(at: int, outline: Outline, lexicon: Lexicon) -> FindingClass:
    """Return what kind of claim a word makes."""
    place = outline.places[at]
    if place.token.figure:
        return "number"
    for cls, name in CLAIMING:
        if place.key in lexicon.words(name):
            return cls
    readings = lexicon.readings.get(place.token.text.casefold(), ())
    if any(lexicon.claim_of(r.lemma) is Claim.OUTCOME and not r.nominal for r in readings):
        return "outcome"
    first = all(p.token.mark for p in outline.places[:at])
    if any(c.isupper() for c in place.token.text[0 if not first else 1 :]):
        return "name"
    return "verb" if readings and not any(r.nominal for r in readings) else "word"


def is_licensed(at: int, outline: Outline, licence: Licence, lexicon: Lexicon) -> bool:
    """Whether a confirmed wording or answer gives this word, for what it claims here."""
    cls = classify(at, outline, lexicon)
    return any(
        key == outline.places[at].key and _grants(phrase, position, at, cls, outline, lexicon)
        for phrase in licence.phrases
        for position, key in enumerate(phrase.keys)
    )


def _grants(
    phrase: LicensedPhrase,
    position: int,
    at: int,
    cls: FindingClass,
    outline: Outline,
    lexicon: Lexicon,
) -> bool:
    key, claims = phrase.keys[position], phrase.claims_at(position)
    if not claims or not _under(phrase, position, outline.places[at], outline):
        return False
    if cls not in _FREE_STANDING and not _beside(phrase, position, at, outline, lexicon):
        return False
    if position in phrase.told:
        # "Quality" or "the sales team" claim nothing when they are what the answer is about.
        topic = lexicon.domain(key) is not None and cls in _TOPICS
        if cls == "scope":
            return topic or Claim.SCOPE in claims or key in lexicon.words("frequency_words")
        return topic or cls not in _UNTOLD
    if cls == "exclusive":
        return bool(claims & {Claim.ROLE, Claim.LEADERSHIP, Claim.OUTCOME})
    if cls == "outcome" and _is_outcome_verb(outline.places[at], lexicon):
        return Claim.OUTCOME in claims
    return key not in lexicon.words("never_words")


def _under(phrase: LicensedPhrase, position: int, place: Place, outline: Outline) -> bool:
    """Whether a word stands under the verb that the licensed phrase has it under."""
    act = phrase.acts[position]
    owners = {outline.clauses[owner].verb.lemma for owner in place.owners}
    return not act or not owners or act in owners


def _beside(
    phrase: LicensedPhrase, position: int, at: int, outline: Outline, lexicon: Lexicon
) -> bool:
    """Whether the word in front or behind is the one that the phrase has there."""
    words = [i for i, p in enumerate(outline.places) if states(p, lexicon) or i == at]
    here = words.index(at)
    return any(
        0 <= position + step < len(phrase.keys)
        and 0 <= here + step < len(words)
        and outline.places[words[here + step]].key == phrase.keys[position + step]
        for step in (-1, 1)
    )


def _is_outcome_verb(place: Place, lexicon: Lexicon) -> bool:
    readings = lexicon.readings.get(place.token.text.casefold(), ())
    return any(lexicon.claim_of(r.lemma) is Claim.OUTCOME and not r.nominal for r in readings)


def _is_free(place: Place, lexicon: Lexicon) -> bool:
    return (
        place.token.mark
        or place.key in lexicon.words("free_words")
        or place.key in lexicon.words("plain_place_words")
    )


def _act_nouns(pairs: Alignment) -> set[int]:
    return {act.noun for act in pairs.acts if act.noun is not None}


def _opener_is_known(place: Place, pairs: Alignment, lexicon: Lexicon) -> bool:
    """Whether a new weak opener says no more than an opener or act of the source did."""
    before = pairs.before
    framed = any(
        segment.frame is not None and segment.participation == place.participation
        for segment in before.bullet.segments
    )
    return framed or any(
        part_in(clause, lexicon) == place.participation and opener_means(place, act, lexicon)
        for clause, act in zip(before.clauses, before.acts, strict=True)
    )


def _found(
    kind: FindingKind,
    at: int,
    outline: Outline,
    lexicon: Lexicon,
    *,
    cls: FindingClass | None = None,
) -> Finding:
    token = outline.places[at].token
    return finding(
        kind, cls or classify(at, outline, lexicon), token.text, token.start, token.end, lexicon
    )
