"""Questions about one line that are after different things, and after none that it tells."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from reframe.core.asking import COUNTED
from reframe.core.bullet import ParsedBullet
from reframe.core.evidence import Question
from reframe.core.generic import GenericQuestions
from reframe.core.lexicon import Lexicon
from reframe.core.once import once_for
from reframe.core.phrases import words_of

_REPEATED = 0.4
_TOLD = 0.2


def spread(
    questions: Sequence[Question],
    bullet: ParsedBullet,
    generic: GenericQuestions,
    lexicon: Lexicon,
) -> tuple[Question, ...]:
    """Return the questions of a line by worth, where one that asks again in other words, or for
    what the line tells, is worth less than the others.

    What repeats another and leads to no wording is left out; any other answer may still be what
    a wording needs.
    """
    themes = _reader(generic)
    told = _told(bullet, generic, lexicon)
    taken: set[int] = set()
    out: list[Question] = []
    for question in questions:
        about = themes(question.text)
        weight = 1.0
        if about & told:
            weight = _TOLD
        elif about & taken:
            if not question.claims:
                continue
            weight = _REPEATED
        taken |= about
        out.append(replace(question, likely=question.likely * weight) if weight < 1 else question)
    return tuple(sorted(out, key=lambda q: (-q.worth, -q.likely)))


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


def _told(bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon) -> set[int]:
    """Return the places of the themes that a line tells about already."""
    words = {word.low for word in words_of(bullet.text)}
    people = any(word.endswith(generic.person_endings) for word in words) or any(
        q.role == "scope" and any(lexicon.domain(w) in generic.people for w in q.unit.split())
        for q in bullet.quantities
    )
    counted = any(q.role == "scope" and q.kind in COUNTED for q in bullet.quantities)
    return {
        at
        for at, theme in enumerate(generic.themes)
        if theme.late
        or theme.answered & words
        or (theme.people and people)
        or (theme.counted and counted)
    }
