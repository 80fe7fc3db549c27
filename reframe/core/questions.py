"""The questions whose answers would license a stronger line, the most valuable first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reframe.core.bullet import ParsedBullet
from reframe.core.claims import Claim, Participation
from reframe.core.drafts import fill
from reframe.core.evidence import Answer, Evidence, Question, QuestionKind
from reframe.core.lexicon import Lexicon
from reframe.core.match import Hit, Unit, units_of
from reframe.core.needs import meets
from reframe.core.phrases import words_of
from reframe.core.rule import Say
from reframe.core.synthesis import answers_for, question_id
from reframe.core.wording import Tense

GENERIC = "generic"


@dataclass(frozen=True, slots=True)
class Generic:
    """A question for what no rule knows.

    ``text`` may name ``{object}`` (the object in the client's words, without an article) and
    agree with it: ``{was}``, ``{is}``, ``{do}``. ``value`` is the category it belongs to.
    """

    text: str
    kind: QuestionKind
    value: str = ""


@dataclass(frozen=True, slots=True)
class GenericQuestions:
    """The questions of last resort: by participation, by what was done to what (a cell is
    ``<verb class>/<object domain>``), by object domain alone, and for doubt."""

    participation: Mapping[str, str]
    cells: Mapping[str, tuple[Generic, ...]]
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
                    unlocks=_preview(hit, goal, answers, lexicon, tense) if goal else "",
                    claims=goal.claims if goal else frozenset(),
                    value=hit.rule.value[0] if hit.rule.value else "",
                    missing=sum(name not in answers for name in goal.needs) if goal else 1,
                    shared=ask.shared,
                )
            )
    return tuple(questions)


def _preview(
    hit: Hit, say: Say, answers: Mapping[str, Answer], lexicon: Lexicon, tense: Tense
) -> str:
    text = fill(hit, say, answers, lexicon, tense=tense).text
    return text[:1].upper() + text[1:]


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

    def ask(name: str, found: Generic, claim: Claim, *, missing: int = 2) -> None:
        key = question_id(bullet_id, GENERIC, name)
        if evidence.get(key) is None and all(q.text != found.text for q in asked):
            asked.append(
                Question(
                    id=key,
                    text=found.text,
                    kind=found.kind,
                    about=bullet_id,
                    source=GENERIC,
                    claims=frozenset({claim}),
                    value=found.value,
                    missing=missing,
                )
            )

    if not (bullet.confident and (bullet.clauses or bullet.frame)):
        ask("plain", Generic(generic.unsure, "text"), Claim.DETAIL)
    known = {hit.unit for hit in hits}
    for number, unit in enumerate(units_of(bullet)):
        part = generic.participation.get(unit.participation.value)
        if part and unit.participation is not Participation.DID:
            ask("part", Generic(part, "text"), Claim.ROLE)
        if unit in known or not unit.objects:
            continue
        for at, found in enumerate(_about(unit, bullet, generic, lexicon)):
            ask(f"unit{number}.{at}", found, Claim.SCOPE, missing=2 + at)
    if not asked and not hits:
        ask("unit", generic.domains["unknown"], Claim.SCOPE)
    if not any(q.role == "outcome" for q in bullet.quantities):
        ask("outcome", Generic(generic.outcome, "text"), Claim.DETAIL)
    return tuple(asked)


def _about(
    unit: Unit, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> Iterator[Generic]:
    """Yield the questions about what was done to what, with the object in them."""
    head = unit.objects[0]
    domain = lexicon.domain(head.text) or "unknown"
    verb = lexicon.verb(unit.verb.lemma) if unit.verb else None
    cell = generic.cells.get(f"{verb.verb_class}/{domain}") if verb else None
    plural = lexicon.singular(head.text) != head.text.casefold()
    counted = any(q.role == "scope" for q in bullet.quantities)
    for found in cell or (generic.domains.get(domain, generic.domains["unknown"]),):
        if found.kind == "count" and (counted or ("{object}" in found.text and not plural)):
            # The line already says how many, or "how many payroll" would be no question.
            if cell:
                continue
            found = generic.domains["unknown"]
        words = {
            "object": _phrase(unit, bullet, lexicon),
            "was": "were" if plural else "was",
            "is": "are" if plural else "is",
            "do": "do" if plural else "does",
        }
        yield replace(found, text=found.text.format(**words))


def _phrase(unit: Unit, bullet: ParsedBullet, lexicon: Lexicon) -> str:
    """Return the object as the client put it, without article or number in front."""
    head = unit.objects[0]
    verbs = [c.verb.end + len(c.particle) + bool(c.particle) for c in bullet.clauses]
    start = max([unit.lead, *(end for end in verbs if end <= head.start)])
    words = [w for w in words_of(bullet.text) if start <= w.start and w.end <= head.end]
    for at in range(len(words) - 1, -1, -1):
        if words[at].mark or words[at].low in lexicon.words("phrase_stops"):
            words = words[at + 1 :]
            break
    while len(words) > 1 and (words[0].number or words[0].low in lexicon.words("determiners")):
        words = words[1:]
    if not words:
        return head.text
    text = bullet.text[words[0].start : head.end]
    return text if len(words) > 4 else text[:1].lower() + text[1:] if text.istitle() else text


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
    """Return the first ``most`` questions for a client's sheet.

    No text stands twice across lines, one line takes a quarter of the sheet at most, and the
    roles half of it.
    """
    texts: set[str] = set()
    taken: dict[str, int] = {}
    out: list[Question] = []
    for question in questions:
        key = question.text.casefold()
        about = "role" if question.role else question.about
        limit = most // 2 if question.role else max(2, most // 4)
        if len(out) == most or key in texts or taken.get(about, 0) >= limit:
            continue
        texts.add(key)
        taken[about] = taken.get(about, 0) + 1
        out.append(question)
    return tuple(out)
