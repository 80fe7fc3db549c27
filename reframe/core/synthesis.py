"""Role synthesis: small tasks of one post that may add up to a system, and what may be said.

The hypothesis is raised by what the bullets show; it is only ever *said* at the step of the
ladder whose every need the confirmed answers meet.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reframe.core.claims import Claim
from reframe.core.drafts import BLANK, BLANK_ORIGIN, fill_slots, has_blank
from reframe.core.evidence import Answer, Evidence, Question
from reframe.core.lexicon import Lexicon
from reframe.core.needs import all_met, folded, is_no, is_unsure, meets, unsigned
from reframe.core.phrases import sought
from reframe.core.rule import Element, Need, Pattern, Step
from reframe.core.suggestion import Piece

# A pattern of which twice as much shows as raises it is as good as certain.
_SURE = 2.0


@dataclass(frozen=True, slots=True)
class RoleFinding:
    """What a post's bullets add up to under one pattern.

    ``shown`` are the elements that the bullets show. ``scope_line`` is the licensed line, or
    empty; ``step``, ``claims``, ``pieces`` and ``answer_ids`` belong to it. ``conflicts`` tell
    the coach which answers cannot all be true: while there is one, nothing is said. ``waiting``
    is a higher line that only waits for the coach's sign-off of the answers in ``unsigned``.
    ``offers`` are what the coach may do beyond a line.
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
    waiting: str = ""
    unsigned: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()

    @property
    def rank(self) -> int:
        """How high the line's highest claim is; -1 where nothing is claimed."""
        return max((claim.rank for claim in self.claims), default=-1)


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
    *,
    years: float = 0.0,
) -> RoleFinding | None:
    """Return what a post shows of a pattern, or None below the pattern's threshold.

    ``texts`` are the bullets of the post, ``rule_ids`` the rules that hit them, and ``years``
    how long it was held (0 where the source does not say).
    """
    shown = tuple(
        e.name
        for e in pattern.elements
        if 0 < e.years <= years
        or _told(e, position_id, evidence, lexicon)
        or _shows(e, texts, rule_ids, lexicon)
    )
    answers = answers_for(evidence, position_id, pattern.id)
    if len(shown) < pattern.raise_at and not answers:
        return None
    asks = {ask.name: ask for ask in pattern.asks}
    conflicts = tuple(
        c.tell for c in pattern.contradictions if all_met(c.needs, asks, answers, lexicon)
    )
    met = [] if conflicts else _met(pattern, answers, lexicon)
    step = next((s for s in met if not unsigned(s.claims, s.needs, answers)), None)
    pieces: Sequence[Piece] = ()
    used: Sequence[str] = ()
    if step:
        pieces, slots = _filled(pattern, step, answers, lexicon)
        given = [answers[name].question_id for name in step.needs if name in answers]
        used = tuple(dict.fromkeys((*given, *slots)))
    above = met[0] if met and met[0] is not step else None
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
        questions=_questions(
            position_id,
            pattern,
            answers,
            met[0] if met else None,
            lexicon,
            likely=min(len(shown) / pattern.raise_at, _SURE) or 1.0,
        ),
        waiting=_line(pattern, above, answers, lexicon) if above else "",
        unsigned=unsigned(above.claims, above.needs, answers) if above else (),
        offers=() if conflicts else tuple(_offers(pattern, answers, lexicon)),
    )


def _shows(
    element: Element, texts: Sequence[str], rule_ids: frozenset[str], lexicon: Lexicon
) -> bool:
    if element.rules & rule_ids:
        return True
    return any(any(sought(text, lexicon).standing(element.phrases)) for text in texts)


def _told(element: Element, position_id: str, evidence: Evidence, lexicon: Lexicon) -> bool:
    """Whether an answer to another question about the post shows an element."""
    for ref, values in element.answers.items():
        answer = evidence.get(f"{position_id}/{ref}")
        if answer is None or is_unsure(answer, lexicon):
            continue
        ticks = answer.value if isinstance(answer.value, tuple) else (answer.value,)
        known = {folded(value) for value in values}
        if known & {folded(tick) for tick in ticks} or (
            "any" in known and not is_no(answer, lexicon)
        ):
            return True
    return False


def _met(pattern: Pattern, answers: Mapping[str, Answer], lexicon: Lexicon) -> list[Step]:
    """Return the steps whose every need is met and whose every slot may be printed, highest
    first."""
    asks = {ask.name: ask for ask in pattern.asks}
    return [
        step
        for step in pattern.ladder
        if all_met(step.needs, asks, answers, lexicon)
        and not has_blank(_filled(pattern, step, answers, lexicon)[0])
    ]


def _line(pattern: Pattern, step: Step, answers: Mapping[str, Answer], lexicon: Lexicon) -> str:
    return "".join(piece.text for piece in _filled(pattern, step, answers, lexicon)[0])


def _offers(pattern: Pattern, answers: Mapping[str, Answer], lexicon: Lexicon) -> Iterator[str]:
    """Yield what the coach may do beyond a line."""
    asks = {ask.name: ask for ask in pattern.asks}
    for offer in pattern.offers:
        if all_met(offer.needs, asks, answers, lexicon):
            pieces, _ = fill_slots(
                offer.tell, pattern.asks, answers, lexicon, origin=pattern.id, captures={}
            )
            if not has_blank(pieces):
                yield "".join(piece.text for piece in pieces)


def _filled(
    pattern: Pattern, step: Step, answers: Mapping[str, Answer], lexicon: Lexicon
) -> tuple[list[Piece], list[str]]:
    """Return a step's draft with its slots filled; words that hang on a choice are the
    pattern's own."""
    origin = f"rule:{pattern.id}"
    captures: dict[str, Piece] = {}
    for name, entry in pattern.words.items():
        answer = answers.get(entry.ask)
        said = answer.value if answer and answer.print_ok else ""
        words = next((w for choice, w in entry.of.items() if choice == said), BLANK)
        captures[name] = Piece(words, origin if words != BLANK else BLANK_ORIGIN)
    return fill_slots(step.draft, pattern.asks, answers, lexicon, origin=origin, captures=captures)


def _questions(
    position_id: str,
    pattern: Pattern,
    answers: Mapping[str, Answer],
    step: Step | None,
    lexicon: Lexicon,
    *,
    likely: float,
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
        # The client sees the step that wants least, not the top: a preview must not lead the
        # witness.
        nearest = min(
            (s for s in open_steps if ask.name in s.needs),
            key=lambda s: sum(n not in answers for n in s.needs),
        )
        claims, missing = max(
            ((s.claims, sum(n not in answers for n in s.needs)) for s in (nearest, goal)),
            key=lambda way: max(c.rank for c in way[0]) / way[1] ** 0.5,
        )
        questions.append(
            Question(
                id=question_id(position_id, pattern.id, ask.name),
                text=ask.text,
                kind=ask.kind,
                about=position_id,
                source=pattern.id,
                of=ask.of,
                unlocks=_line(pattern, nearest, answers, lexicon),
                claims=claims,
                value=pattern.value[0] if pattern.value else "",
                missing=missing,
                shared=asks[ask.name].shared,
                role=True,
                likely=likely,
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
