"""Levels of posts: whether a target is below the present title, and what that asks of lines.

Nothing is hidden and no title or date changes: the client's own work comes forward, and the
doubts that a line may raise are told.
"""

from collections.abc import Iterator, Sequence

from reframe.core.bullet import ParsedBullet
from reframe.core.claims import Participation
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import find_phrase, words_of
from reframe.core.resume import Position
from reframe.core.target import Size, Target, TargetTable


def step_of(title: str, lexicon: Lexicon, table: TargetTable) -> int | None:
    """Return the step of a title in the table of levels, lowest 0, or None.

    What stands behind a preposition or comma is not the client's level ("Assistant *to the
    director*"). A phrase inside a longer one does not count ("office *manager*").
    """
    words = list(words_of(title))
    stops = lexicon.words("prepositions") | {",", "/", "|", "–", "-"}
    cut = next((i for i, w in enumerate(words) if i and w.low in stops), len(words))
    words = words[:cut]
    spans = {
        phrase: span
        for phrase in table.level_titles
        if (span := find_phrase(words, phrase, lexicon)) is not None
    }
    outer = [
        phrase
        for phrase, (start, end) in spans.items()
        if not any(s <= start and end <= e and (s, e) != (start, end) for s, e in spans.values())
    ]
    lowered = [phrase for phrase in outer if phrase in table.lowering]
    return max((table.level_titles[phrase] for phrase in lowered or outer), default=None)


def size_of(
    target: Target, positions: Sequence[Position], lexicon: Lexicon, table: TargetTable
) -> Size | None:
    """Return how the target's level stands to the present title, or None where either is
    unknown. The present title is that of the jobs held today, else of the last one held."""
    latest = sorted(positions, key=lambda p: (p.end, p.start), reverse=True)[:1]
    held = [p for p in positions if p.current] or latest
    steps = [step for p in held if (step := step_of(p.title, lexicon, table)) is not None]
    wanted = (
        table.level_names.index(target.level)
        if target.level
        else step_of(target.role, lexicon, table)
    )
    if not steps or wanted is None:
        return None
    top = max(steps)
    return Size(table.level_names[top], top, table.level_names[wanted], wanted)


def doubts_of(bullet: ParsedBullet, lexicon: Lexicon, table: TargetTable) -> tuple[str, ...]:
    """Return what an employer below that may wonder at a line about leading."""
    return tuple(_doubts(bullet, lexicon, table))


def _doubts(bullet: ParsedBullet, lexicon: Lexicon, table: TargetTable) -> Iterator[str]:
    words = words_of(bullet.text)
    verbs = [
        verb
        for clause in bullet.clauses
        if clause.participation in (Participation.DID, Participation.SHARED, Participation.REMIT)
        and (verb := lexicon.verb(clause.verb.lemma))
    ]
    for doubt in table.doubts:
        acts = any(v.claim in doubt.claims or v.verb_class in doubt.classes for v in verbs)
        if acts or any(find_phrase(words, phrase, lexicon) for phrase in doubt.phrases):
            yield doubt.text


def is_hands_on(bullet: ParsedBullet, lexicon: Lexicon, table: TargetTable) -> bool:
    """Return whether the first act of a line is the client's own, by their own hands."""
    first = next(iter(bullet.clauses), None)
    verb = lexicon.verb(first.verb.lemma) if first else None
    own = first is not None and first.participation is Participation.DID
    return own and verb is not None and verb.verb_class in table.hands_on
