"""What became of a line: reworded, or the first reason why it stays as it is."""

from dataclasses import replace
from typing import Literal

from reframe.core.bullet import ParsedBullet
from reframe.core.claims import Participation
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.suggestion import Suggestion
from reframe.core.wording import Tense, breaks_off, wording_edits

Standing = Literal[
    "reworded", "broken off", "held back", "unsure", "refused", "remit", "no act named",
    "nothing to do",
]  # fmt: skip
DOABLE = frozenset({"reworded", "held back", "refused"})
"""Where the engine sees something to do: done, held back for doubt, or refused by the guard."""


def standing(
    bullet: ParsedBullet, suggestion: Suggestion, lexicon: Lexicon, *, tense: Tense
) -> Standing:
    """Return what became of a line, and for one that stays the first reason that holds.

    ``bullet`` is the reading of the line as it was repaired. A line that could not be read for
    certain is held back where the reading, trusted, would be reworded, and unsure where not.
    """
    if suggestion.changed:
        return "reworded"
    if breaks_off(bullet.text, words_of(bullet.text), lexicon):
        return "broken off"
    if not bullet.confident:
        trusted = replace(bullet, confident=True, doubts=())
        return "held back" if wording_edits(trusted, lexicon, tense=tense) else "unsure"
    if wording_edits(bullet, lexicon, tense=tense):
        return "refused"
    if not bullet.clauses:
        remits = (s.participation is Participation.REMIT for s in bullet.segments)
        return "remit" if any(remits) else "no act named"
    return "nothing to do"
