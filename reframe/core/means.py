"""The act behind "by" first: "Contributed to team goals by selling memberships" hides what was
done; "Sold memberships, contributing to team goals" says it, and says no more."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from reframe.core.bullet import ParsedBullet
from reframe.core.claims import Participation
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon
from reframe.core.manner import is_adverb
from reframe.core.phrases import words_of
from reframe.core.sentence_case import capitalised
from reframe.core.suggestion import FUNCTION, INFLECTED, Edit, Piece
from reframe.core.wording import Tense, wording_edits
from reframe.core.words import Word

_WHY = "What was done stands first; what it was for is kept behind it."
_LONGEST = 9
Read = Callable[[str], ParsedBullet]


def means_first(
    bullet: ParsedBullet, read: Read, lexicon: Lexicon, *, tense: Tense
) -> tuple[str, tuple[Edit, ...]] | None:
    """Return the words behind "by" as they read alone, and the edits that put them first; or None.

    Only where they are the whole rest of a line whose opener names no act of its own, and point
    back at nothing in front.
    """
    opener = bullet.segments[0].opener if len(bullet.segments) == 1 else None
    if not bullet.confident or opener is None or opener.start > 0:
        return None
    words = words_of(bullet.text)
    by = _by(words, lexicon)
    if by is None or any(clause.verb.start < words[by].start for clause in bullet.clauses):
        return None
    head, tail = words[:by], words[by + 1 :]
    behind = _behind(bullet.text, head, tail, lexicon)
    if behind is None or any(w.low in lexicon.words("anaphors") for w in tail):
        return None
    start = tail[0].start
    alone = bullet.text[start : start + 1].upper() + bullet.text[start + 1 :]
    acts = read(alone)
    if not _are_acts(acts):
        return None
    edits = wording_edits(acts, lexicon, tense=tense)
    end = len(bullet.text.rstrip(" .;"))
    shifted = [Edit(e.start + start, e.end + start, e.pieces, e.why, e.kind) for e in edits]
    moved = (Edit(0, start, (), _WHY), *shifted, Edit(end, end, behind, _WHY))
    if not edits or any(edit.end > end for edit in shifted):
        return None
    return alone, capitalised(bullet.text, moved)


def _by(words: Sequence[Word], lexicon: Lexicon) -> int | None:
    """Return where the one "by" of a line stands, in front of an -ing word."""
    found = [
        at
        for at, (word, behind) in enumerate(pairwise(words))
        if word.low == "by" and lexicon.is_gerund(behind.low)
    ]
    return found[0] if len(found) == 1 and sum(w.low == "by" for w in words) == 1 else None


def _behind(
    text: str, head: Sequence[Word], tail: Sequence[Word], lexicon: Lexicon
) -> tuple[Piece, ...] | None:
    """Return what the opener and the noun behind it become: ", contributing to team goals"."""
    adverb = head[0] if head and is_adverb(head[0], lexicon) else None
    verb, *rest = head[1:] if adverb else head
    lemmas = {r.lemma for r in lexicon.readings.get(verb.low, ())}
    kept = next((v for v in sorted(lexicon.maps["means_verbs"]) if v in lemmas), None)
    if kept is None or not rest or len(rest) > _LONGEST or any(w.mark for w in rest):
        return None
    said = Piece(" " + text[rest[0].start : rest[-1].end], "source")
    if lexicon.maps["means_verbs"][kept] == "gerund":
        if rest[-1].low not in lexicon.words("vague_credits"):
            return None  # "contributed to the newsletter" says where the articles went
        manner = (Piece(" " + adverb.low, "source"),) if adverb else ()
        return (
            Piece(", ", FUNCTION),
            Piece(inflect(kept, "gerund", lexicon), INFLECTED),
            *manner,
            said,
        )
    # Behind a row, or behind another purpose, "to" would lean on the last act alone.
    leaning = lexicon.words("conjunctions") | {"to", ","}
    leans = any(w.low in leaning for w in tail)
    if adverb or leans or any(lexicon.is_gerund(w.low) for w in rest):
        return None
    return (Piece(" to ", FUNCTION), Piece(kept, INFLECTED), said)


def _are_acts(bullet: ParsedBullet) -> bool:
    """Whether a line is nothing but acts that the client did."""
    segments = bullet.segments
    return (
        bullet.confident
        and len(segments) == 1
        and segments[0].opener is None
        and bool(segments[0].clauses)
        and segments[0].clauses[0].verb.start == 0
        and all(clause.participation is Participation.DID for clause in segments[0].clauses)
    )
