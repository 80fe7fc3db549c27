"""Why a line stays as it is, or that it could be reworded: the classes that a benchmark counts."""

from typing import Literal

from reframe.core.bullet import ParsedBullet
from reframe.core.claims import Participation
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.suggestion import Suggestion
from reframe.core.wording import Tense, breaks_off, wording_edits

Standing = Literal[
    "reworded", "broken off", "unsure", "refused", "remit", "no act named", "nothing to do"
]


def standing(
    bullet: ParsedBullet, suggestion: Suggestion, lexicon: Lexicon, *, tense: Tense
) -> Standing:
    """Return what became of a line, and for one that stays the first reason that holds."""
    if suggestion.changed:
        return "reworded"
    if breaks_off(bullet.text, words_of(bullet.text), lexicon):
        return "broken off"
    if not bullet.confident:
        return "unsure"
    if wording_edits(bullet, lexicon, tense=tense):
        return "refused"
    if not bullet.clauses:
        remits = (s.participation is Participation.REMIT for s in bullet.segments)
        return "remit" if any(remits) else "no act named"
    return "nothing to do"
