"""No verb opens more than two bullets of a post, as far as a true twin is at hand.

A twin is a verb of the same level and meaning for the same kind of object; the guard judges the
line again. Where there is none the verb stays: a repeated true verb is better than a new claim.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reframe.core.bullet import ParsedBullet, VerbForm
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.sentence_case import like
from reframe.core.suggestion import SAME, Edit, Piece, Suggestion, apply, provenance

MOST = 2
"""How many bullets of a post one verb may open."""
REPEATED = "repeated_opener"


@dataclass(frozen=True, slots=True)
class Opening:
    """The verb that a line opens with, as it stands there, and what it is done to.

    ``domain`` is the object domain, "*" for a weak opener in front of nouns, "" where a twin may
    not stand for it.
    """

    text: str
    lemma: str
    form: VerbForm
    domain: str


def opening_of(read: ParsedBullet, lexicon: Lexicon) -> Opening | None:
    """Return the verb that a text opens with, or None where it opens with something else."""
    if not read.segments:
        return None
    first = read.segments[0]
    if first.opener is not None:
        word = first.opener.text.split(" ", 1)[0]
        found = next(iter(lexicon.readings.get(word.casefold(), ())), None)
        if first.opener.start > 0 or found is None:
            return None
        return Opening(word, found.lemma, found.form, "" if first.clauses else "*")
    clause = first.clauses[0] if first.clauses else None
    if clause is None or clause.verb.start > 0:
        return None
    domains = {lexicon.domain(o.text) for o in clause.objects}
    domain = domains.pop() if len(domains) == 1 and not clause.particle else None
    return Opening(clause.verb.text, clause.verb.lemma, clause.form, domain or "")


def varied(
    suggestions: Mapping[str, Suggestion],
    read: Callable[[str], ParsedBullet],
    passes: Callable[[str, str], bool],
    lexicon: Lexicon,
) -> dict[str, Suggestion]:
    """Return the suggestions of one post, in order, with openers varied.

    Args:
        suggestions: by bullet id, in the order of the post.
        read: reads a text as a bullet.
        passes: whether a new text (second) passes the guard against a source (first).
    """
    if not _may_crowd(suggestions.values(), lexicon):
        return dict(suggestions)
    openings = {key: opening_of(read(s.after), lexicon) for key, s in suggestions.items()}
    counts = Counter(o.lemma for o in openings.values() if o is not None)
    crowded = {lemma for lemma, n in counts.items() if n > MOST}
    seen: Counter[str] = Counter()
    out: dict[str, Suggestion] = {}
    for key, suggestion in suggestions.items():
        opening = openings[key]
        if opening is None or opening.lemma not in crowded:
            out[key] = suggestion
            continue
        seen[opening.lemma] += 1
        other = None
        if seen[opening.lemma] > MOST:
            other = _other(suggestion, opening, counts, passes, lexicon)
        if other is None:
            if seen[opening.lemma] > MOST:
                suggestion = replace(suggestion, diagnosis=(*suggestion.diagnosis, REPEATED))
            out[key] = suggestion
        else:
            out[key], twin = other
            counts[twin] += 1
    return out


def _may_crowd(suggestions: Iterable[Suggestion], lexicon: Lexicon) -> bool:
    """Whether one verb may open too many bullets, told from their first words: in most posts
    none does, and no line need be read."""
    firsts = [words[0].low for s in suggestions if (words := words_of(s.after))]
    if len(firsts) <= MOST:
        return False
    found = ({r.lemma for r in lexicon.readings.get(low, ())} or {low} for low in firsts)
    return max(Counter(lemma for lemmas in found for lemma in lemmas).values()) > MOST


def _other(
    suggestion: Suggestion,
    opening: Opening,
    counts: Mapping[str, int],
    passes: Callable[[str, str], bool],
    lexicon: Lexicon,
) -> tuple[Suggestion, str] | None:
    if suggestion.rule_ids or suggestion.answer_ids or not suggestion.confident:
        return None
    for twin in twins(opening, lexicon):
        if counts.get(twin, 0) >= MOST:
            continue
        edits = _with_twin(suggestion, opening, twin, lexicon)
        text = apply(suggestion.before, edits)
        if passes(suggestion.before, text):
            why = " ".join(dict.fromkeys(edit.why for edit in edits))
            spans = provenance(suggestion.before, edits)
            changed = replace(
                suggestion, after=text, edits=edits, provenance=spans, explanation=why
            )
            return changed, twin
    return None


def twins(opening: Opening, lexicon: Lexicon) -> Iterator[str]:
    """Yield the verbs that may stand for an opening, the nearest first."""
    listed = lexicon.maps["varied"].get(f"{opening.lemma} {opening.domain}", "")
    yield from (twin for twin in listed.split(", ") if twin)


def _with_twin(
    suggestion: Suggestion, opening: Opening, twin: str, lexicon: Lexicon
) -> tuple[Edit, ...]:
    """Return the edits with the twin in place of the first word of what they make."""
    word = inflect(twin, opening.form, lexicon)
    word = like(word, opening.text)
    why = f"“{opening.text}” opens {MOST} bullets of this post already."
    edits: Sequence[Edit] = suggestion.edits
    if edits and edits[0].start == 0:
        first = edits[0]
        rest = first.text.removeprefix(opening.text)
        if rest == first.text:
            end = first.end + len(opening.text.removeprefix(first.text))
        else:
            end = first.end
        pieces = tuple(p for p in (Piece(word, SAME), Piece(rest, SAME)) if p.text)
        if rest == first.text:
            pieces = (Piece(word, SAME),)
        return (Edit(0, end, pieces, f"{first.why} {why}"), *edits[1:])
    return (Edit(0, len(opening.text), (Piece(word, SAME),), why), *edits)
