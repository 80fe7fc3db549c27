"""Role synthesis: small tasks of one post that may add up to a system, and what may be said.

The hypothesis is raised by what the bullets show; it is only ever *said* at the step of the
ladder whose every need the confirmed answers meet.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reframe.core.claims import Claim
from reframe.core.drafts import BLANK, fill_slots
from reframe.core.evidence import Answer, Evidence, Question
from reframe.core.lexicon import Lexicon
from reframe.core.needs import all_met, meets
from reframe.core.phrases import sought
from reframe.core.rule import Element, Need, Pattern, Step
from reframe.core.suggestion import Piece


@dataclass(frozen=True, slots=True)
class RoleFinding:
    """What a post's bullets add up to under one pattern.

    ``shown`` are the elements that the bullets show. ``scope_line`` is the licensed line, or
    empty; ``step``, ``claims``, ``pieces`` and ``answer_ids`` belong to it. ``conflicts`` tell
    the coach which answers cannot all be true: while there is one, nothing is said.
    """

    position_id: str
    pattern_id: str
    shown: tuple[str, ...]
    step: str
    scope_line: str
    claims: frozenset[Claim]
    pieces: tuple[Piece, ...]
    answer_ids: tuple[str, ...]
    conflicts: tuple[str, ...]
    questions: tuple[Question, ...]


def question_id(about: str, source: str, ask: str) -> str:
    """Return the id of a question: about what, by which rule or pattern, and which ask."""
    return f"{about}/{source}/{ask}"


def answers_for(evidence: Evidence, about: str, source: str) -> dict[str, Answer]:
    """Return the answers to the questions of one rule or pattern, by ask name."""
    prefix = f"{about}/{source}"
    return {a.question_id[len(prefix) + 1 :]: a for a in evidence.about(prefix)}


def synthesise(
    position_id: str,
    texts: Sequence[str],
    rule_ids: frozenset[str],
    pattern: Pattern,
    evidence: Evidence,
    lexicon: Lexicon,
) -> RoleFinding | None:
    """Return what a post shows of a pattern, or None below the pattern's threshold.

    ``texts`` are the bullets of the post and ``rule_ids`` the rules that hit them.
    """
    shown = tuple(e.name for e in pattern.elements if _shows(e, texts, rule_ids, lexicon))
    answers = answers_for(evidence, position_id, pattern.id)
    if len(shown) < pattern.raise_at and not answers:
        return None
    asks = {ask.name: ask for ask in pattern.asks}
    conflicts = tuple(
        c.tell for c in pattern.contradictions if all_met(c.needs, asks, answers, lexicon)
    )
    step = None if conflicts else _highest(pattern, answers, lexicon)
    pieces: Sequence[Piece] = ()
    used: Sequence[str] = ()
    if step:
        pieces, slots = _filled(pattern, step, answers, lexicon)
        met = [answers[name].question_id for name in step.needs if name in answers]
        used = tuple(dict.fromkeys((*met, *slots)))
    return RoleFinding(
        position_id=position_id,
        pattern_id=pattern.id,
        shown=shown,
        step=step.name if step else "",
        scope_line="".join(piece.text for piece in pieces),
        claims=step.claims if step else frozenset(),
        pieces=tuple(pieces),
        answer_ids=tuple(used),
        conflicts=conflicts,
        questions=_questions(position_id, pattern, answers, step, lexicon),
    )


def _shows(
    element: Element, texts: Sequence[str], rule_ids: frozenset[str], lexicon: Lexicon
) -> bool:
    if element.rules & rule_ids:
        return True
    return any(any(sought(text, lexicon).standing(element.phrases)) for text in texts)


def _highest(pattern: Pattern, answers: Mapping[str, Answer], lexicon: Lexicon) -> Step | None:
    asks = {ask.name: ask for ask in pattern.asks}
    return next((s for s in pattern.ladder if all_met(s.needs, asks, answers, lexicon)), None)


def _filled(
    pattern: Pattern, step: Step, answers: Mapping[str, Answer], lexicon: Lexicon
) -> tuple[list[Piece], list[str]]:
    """Return a step's draft with its slots filled; words that hang on a choice are the
    pattern's own."""
    origin = f"rule:{pattern.id}"
    captures: dict[str, Piece] = {}
    for name, entry in pattern.words.items():
        said = answers[entry.ask].value if entry.ask in answers else ""
        words = next((w for choice, w in entry.of.items() if choice == said), BLANK)
        captures[name] = Piece(words, origin if words != BLANK else "blank")
    return fill_slots(step.draft, pattern.asks, answers, lexicon, origin=origin, captures=captures)


def _questions(
    position_id: str,
    pattern: Pattern,
    answers: Mapping[str, Answer],
    step: Step | None,
    lexicon: Lexicon,
) -> tuple[Question, ...]:
    """Return the open questions, each with the highest step that it helps to reach and that
    the answers so far have not ruled out."""
    asks = {ask.name: ask for ask in pattern.asks}
    reached = pattern.ladder.index(step) if step else len(pattern.ladder)
    open_steps = [
        s for s in pattern.ladder[:reached] if not _ruled_out(s.needs, pattern, answers, lexicon)
    ]
    questions: list[Question] = []
    for ask in pattern.asks:
        goal = next((s for s in open_steps if ask.name in s.needs), None)
        if goal is None or ask.name in answers:
            continue
        # The client sees the next step up, not the top: a preview must not lead the witness.
        nearest = next(s for s in reversed(open_steps) if ask.name in s.needs)
        pieces, _ = _filled(pattern, nearest, answers, lexicon)
        questions.append(
            Question(
                id=question_id(position_id, pattern.id, ask.name),
                text=ask.text,
                kind=ask.kind,
                about=position_id,
                source=pattern.id,
                of=ask.of,
                unlocks="".join(piece.text for piece in pieces),
                claims=goal.claims,
                value=pattern.value[0] if pattern.value else "",
                missing=sum(name not in answers for name in nearest.needs),
                shared=asks[ask.name].shared,
                role=True,
            )
        )
    return tuple(questions)


def _ruled_out(
    needs: Mapping[str, Need],
    pattern: Pattern,
    answers: Mapping[str, Answer],
    lexicon: Lexicon,
) -> bool:
    asks = {ask.name: ask for ask in pattern.asks}
    return any(
        name in answers and not meets(need, asks[name], answers[name], lexicon)
        for name, need in needs.items()
    )
