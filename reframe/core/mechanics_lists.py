"""A list that lacks its last "and": three acts or things with commas alone between them."""

from collections.abc import Iterator
from itertools import pairwise

from reframe.core.bullet import Clause, ParsedBullet
from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_acts import act_edits, has_noun_tail
from reframe.core.noun_starts import lists_openly
from reframe.core.phrases import words_of
from reframe.core.suggestion import LIST_AND, Edit, repaired

_THREE = 3
_STATE = 2


def list_edits(bullet: ParsedBullet, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "and" before the last of three or more acts, or of the objects of one act.

    The list must be the whole of the line and end with it: what a list inside a sentence
    means, commas alone do not tell.
    """
    at = _place(bullet, lexicon)
    if at is None:
        yield from act_edits(bullet, lexicon)
    else:
        yield repaired(at, at, "and ", LIST_AND)


def _place(bullet: ParsedBullet, lexicon: Lexicon) -> int | None:
    """Return where the last act or object of a line's one segment lacks its "and"."""
    if not bullet.confident or len(bullet.segments) != 1:
        return None
    clauses = bullet.segments[0].clauses
    if not clauses or bullet.text[clauses[-1].extent[1] :].strip() not in {"", "."}:
        return None
    words = words_of(bullet.text)
    if lists_openly(words, lexicon):
        return None
    if len(clauses) >= _THREE:
        return _last_act(bullet.text, clauses, lexicon)
    return _last_object(bullet.text, clauses, lexicon)


def _last_act(text: str, clauses: tuple[Clause, ...], lexicon: Lexicon) -> int | None:
    pairs = pairwise(clauses)
    bare = all(text[a.extent[1] : b.verb.start].strip() == "," for a, b in pairs)
    alike = len({clause.form for clause in clauses}) == 1
    held = all(clause.objects for clause in clauses[1:])
    whole = bare and alike and held and not has_noun_tail(text, clauses, lexicon)
    return clauses[-1].verb.start if whole else None


def _last_object(text: str, clauses: tuple[Clause, ...], lexicon: Lexicon) -> int | None:
    clause = clauses[-1]
    end = clause.extent[1]
    objects = clause.objects
    if len(clauses) != 1 or len(objects) < _THREE or objects[-1].end != end:
        return None
    inside = [word for word in words_of(text) if clause.verb.end <= word.start < end]
    commas = [word for word in inside if word.low == ","]
    if any(len(word.text) == _STATE and word.text.isupper() for word in inside):
        return None  # "Reno, NV, Provo, UT"
    loose = lexicon.words("conjunctions") | lexicon.words("prepositions")
    if len(commas) != len(objects) - 1 or any(word.low in loose for word in inside):
        return None
    last = next(word for word in inside if word.start > commas[-1].start)
    return last.start if text[commas[-1].end : last.start].isspace() else None
