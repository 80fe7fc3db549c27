"""Questions about one line that are after different things, and after none that it tells."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from reframe.core.asking import COUNTED, counts_people, verb_class
from reframe.core.bullet import ParsedBullet
from reframe.core.claims import Participation
from reframe.core.evidence import GENERIC, Question
from reframe.core.generic import GenericQuestions
from reframe.core.lexicon import Lexicon
from reframe.core.match import units_of
from reframe.core.once import once_for
from reframe.core.phrases import words_of

_REPEATED = 0.4
_TOLD = 0.2
_STRANGE = 0.3
"""What a question is worth that does not suit the acts of a line."""


def spread(
    questions: Sequence[Question],
    bullet: ParsedBullet,
    generic: GenericQuestions,
    lexicon: Lexicon,
) -> tuple[Question, ...]:
    """Return the questions of a line by worth, where one that asks again in other words, or for
    what the line tells, is worth less than the others.

    What repeats another and leads to no wording is left out; any other answer may still be what
    a wording needs. Of what no rule asks, nothing strange or answered stands behind another.
    """
    themes = _reader(generic)
    told = _told(bullet, generic, lexicon)
    strange = _strange(bullet, generic, lexicon)
    taken: set[int] = set()
    out: list[Question] = []
    for question in questions:
        about = themes(question.text)
        weight = 1.0
        if about & told:
            weight = _TOLD
        elif about & strange and question.source == GENERIC:
            weight = _STRANGE  # a rule knows why it asks
        elif about & taken:
            if not question.claims or question.source == GENERIC:
                continue
            weight = _REPEATED
        taken |= about
        out.append(replace(question, likely=question.likely * weight) if weight < 1 else question)
    out.sort(key=lambda q: (-q.worth, -q.likely))
    idle = strange | told
    return tuple(
        question
        for at, question in enumerate(out)
        if not at or question.source != GENERIC or not themes(question.text) & idle
    )


# Most lines are asked in the same words, and each question is read for every theme.
@once_for
def _reader(generic: GenericQuestions) -> Callable[[str], frozenset[int]]:
    """Return what tells the places of the themes that a question is after."""

    @lru_cache(maxsize=4096)
    def themes(text: str) -> frozenset[int]:
        low = text.casefold()
        return frozenset(
            at
            for at, theme in enumerate(generic.themes)
            if any(phrase in low for phrase in theme.asks)
            and not any(phrase in low for phrase in theme.but)
        )

    return themes


def _strange(bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon) -> set[int]:
    """Return the places of the themes that suit no act of a line."""
    units = units_of(bullet)
    own = [unit for unit in units if unit.participation in (Participation.DID, Participation.REMIT)]
    classes = {verb_class(unit, lexicon) for unit in own} | {unit.frame for unit in own}
    return {
        at
        for at, theme in enumerate(generic.themes)
        if theme.home and classes.isdisjoint(theme.home)
    }


def _told(bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon) -> set[int]:
    """Return the places of the themes that a line tells about already."""
    words = {word.low for word in words_of(bullet.text)}
    people = counts_people(bullet, generic, lexicon)
    counted = any(q.role == "scope" and q.kind in COUNTED for q in bullet.quantities)
    return {
        at
        for at, theme in enumerate(generic.themes)
        if theme.late
        or theme.answered & words
        or (theme.people and people)
        or (theme.counted and counted)
    }
