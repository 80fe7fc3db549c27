"""The questions whose answers would license a stronger line, the most valuable first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reframe.core.bullet import ParsedBullet
from reframe.core.claims import Claim, Participation
from reframe.core.drafts import fill
from reframe.core.evidence import Answer, Evidence, Question, QuestionKind
from reframe.core.lexicon import Lexicon
from reframe.core.match import Hit, Unit, units_of
from reframe.core.needs import meets
from reframe.core.rule import Say
from reframe.core.synthesis import answers_for, question_id
from reframe.core.wording import Tense

GENERIC = "generic"


@dataclass(frozen=True, slots=True)
class Generic:
    """A question for what no rule knows; ``text`` may name ``{object}``."""

    text: str
    kind: QuestionKind


@dataclass(frozen=True, slots=True)
class GenericQuestions:
    """The questions of last resort: by participation, by object domain, and for doubt."""

    participation: Mapping[str, str]
    domains: Mapping[str, Generic]
    unsure: str
    outcome: str


def rule_questions(
    bullet_id: str,
    hits: Sequence[Hit],
    evidence: Evidence,
    lexicon: Lexicon,
    *,
    tense: Tense,
) -> tuple[Question, ...]:
    """Return the open questions of the rules that hit a bullet."""
    questions: list[Question] = []
    for hit in hits:
        answers = answers_for(evidence, bullet_id, hit.rule.id)
        goals = _goals(hit, answers, lexicon)
        for ask in hit.rule.asks:
            if ask.name in answers:
                continue
            goal = goals.get(ask.name)
            questions.append(
                Question(
                    id=question_id(bullet_id, hit.rule.id, ask.name),
                    text=ask.text.replace("{{ object }}", hit.object_text),
                    kind=ask.kind,
                    about=bullet_id,
                    source=hit.rule.id,
                    of=ask.of,
                    unlocks=fill(hit, goal, answers, lexicon, tense=tense).text if goal else "",
                    claims=goal.claims if goal else frozenset(),
                    value=hit.rule.value[0] if hit.rule.value else "",
                    missing=sum(name not in answers for name in goal.needs) if goal else 1,
                    shared=ask.shared,
                )
            )
    return tuple(questions)


def _goals(hit: Hit, answers: Mapping[str, Answer], lexicon: Lexicon) -> dict[str, Say]:
    """Return, for each open ask, the wording it is worth asking for: the best value for the
    answers still missing among those that no answer has ruled out."""
    asks = {ask.name: ask for ask in hit.rule.asks}
    goals: dict[str, tuple[float, Say]] = {}
    for say in hit.rule.says:
        given = [(need, name) for name, need in say.needs.items() if name in answers]
        if any(not meets(need, asks[name], answers[name], lexicon) for need, name in given):
            continue
        missing = [name for name in say.needs if name not in answers]
        worth = max(c.rank for c in say.claims) / max(len(missing), 1) ** 0.5
        for name in missing:
            if name not in goals or worth > goals[name][0]:
                goals[name] = (worth, say)
    return {name: say for name, (_, say) in goals.items()}


def generic_questions(
    bullet_id: str,
    bullet: ParsedBullet,
    hits: Sequence[Hit],
    evidence: Evidence,
    generic: GenericQuestions,
    lexicon: Lexicon,
) -> tuple[Question, ...]:
    """Return questions for the parts of a bullet that no rule knows, and for its doubts."""
    asked: list[Question] = []

    def ask(name: str, text: str, kind: QuestionKind, claim: Claim) -> None:
        key = question_id(bullet_id, GENERIC, name)
        if evidence.get(key) is None and all(q.text != text for q in asked):
            asked.append(
                Question(
                    id=key,
                    text=text,
                    kind=kind,
                    about=bullet_id,
                    source=GENERIC,
                    claims=frozenset({claim}),
                    missing=2,
                )
            )

    if not bullet.confident:
        ask("plain", generic.unsure, "text", Claim.DETAIL)
    known = {hit.unit for hit in hits}
    for number, unit in enumerate(units_of(bullet)):
        part = generic.participation.get(unit.participation.value)
        if part and unit.participation is not Participation.DID:
            ask("part", part, "text", Claim.ROLE)
        if unit in known or not unit.objects:
            continue
        found = _domain_question(unit, bullet, generic, lexicon)
        ask(f"domain{number or ''}", found.text, found.kind, Claim.SCOPE)
    if not asked and not hits:
        ask("domain", generic.domains["unknown"].text, "text", Claim.SCOPE)
    if not any(q.role == "outcome" for q in bullet.quantities):
        ask("outcome", generic.outcome, "text", Claim.DETAIL)
    return tuple(asked)


def _domain_question(
    unit: Unit, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> Generic:
    head = unit.objects[0]
    domain = lexicon.domain(head.text) or "unknown"
    found = generic.domains.get(domain, generic.domains["unknown"])
    countable = lexicon.singular(head.text) != head.text.casefold()
    if found.kind == "count" and not countable and "{object}" in found.text:
        # "How many payroll ...?" is no question; what it was for is.
        found = generic.domains["unknown"]
    if found.kind == "count" and any(q.role == "scope" for q in bullet.quantities):
        # The line already says how many.
        found = Generic(generic.outcome, "text")
    return Generic(found.text.format(object=_named(head.text)), found.kind)


def _named(noun: str) -> str:
    return noun if noun.isupper() or not noun.istitle() else noun.lower()


def ranked(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions by worth, then in the order asked; none twice in the same words."""
    seen: set[tuple[str, str]] = set()
    out: list[Question] = []
    for question in sorted(questions, key=lambda q: -q.worth):
        key = (question.about, question.text.casefold())
        if key not in seen:
            seen.add(key)
            out.append(question)
    return tuple(out)


def shortlist(questions: Sequence[Question], *, most: int) -> tuple[Question, ...]:
    """Return the first ``most`` questions for a client's sheet: no text twice across bullets,
    and no line that takes more than half of the sheet."""
    texts: set[str] = set()
    taken: dict[str, int] = {}
    out: list[Question] = []
    for question in questions:
        key = question.text.casefold()
        if len(out) == most or key in texts or taken.get(question.about, 0) >= max(2, most // 2):
            continue
        texts.add(key)
        taken[question.about] = taken.get(question.about, 0) + 1
        out.append(question)
    return tuple(out)
