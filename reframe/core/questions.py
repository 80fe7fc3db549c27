"""The questions whose answers would license a stronger line, the most valuable first."""

from collections.abc import Iterator, Mapping, Sequence, Set

from reframe.core.asking import about, helps_any, kind_of, of_post, size_of, verb_class
from reframe.core.bullet import ParsedBullet
from reframe.core.claims import Claim, Participation
from reframe.core.doubtful import doubt_of, names_ability, names_post, stops
from reframe.core.drafts import fill, slots_of
from reframe.core.evidence import GENERIC, Answer, Evidence, Question
from reframe.core.generic import Generic, GenericQuestions
from reframe.core.lexicon import Lexicon
from reframe.core.match import Hit, Unit, units_of
from reframe.core.needs import meets
from reframe.core.phrases import words_of
from reframe.core.question_names import said
from reframe.core.rule import Say
from reframe.core.synthesis import answers_for, question_id
from reframe.core.things import domain_of, settled, thing
from reframe.core.unread import named, opening
from reframe.core.wording import Tense

_IF = "If "
_SUPPOSED = 0.4
"""What a question with a condition is worth beside one that supposes nothing."""


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
        # Several asks of a rule lead to one wording.
        previews = {
            id(say): _preview(hit, say, answers, lexicon, tense)
            for say in {id(say): say for say in goals.values()}.values()
        }
        for ask in hit.rule.asks:
            if ask.name in answers:
                continue
            goal = goals.get(ask.name)
            conditional = any(
                each.text.startswith(_IF)
                for each in hit.rule.asks
                if each is ask or (goal and each.name in goal.needs and each.name not in answers)
            )
            questions.append(
                Question(
                    id=question_id(bullet_id, hit.rule.id, ask.name),
                    text=ask.text.replace("{{ object }}", hit.object_text),
                    kind=ask.kind,
                    about=bullet_id,
                    source=hit.rule.id,
                    of=ask.of,
                    unlocks=previews[id(goal)] if goal else "",
                    claims=goal.claims if goal else frozenset(),
                    value=hit.rule.value[0] if hit.rule.value else "",
                    missing=sum(name not in answers for name in goal.needs) if goal else 1,
                    shared=ask.shared,
                    likely=_SUPPOSED if conditional else 1.0,
                )
            )
    return tuple(questions)


def _preview(
    hit: Hit, say: Say, answers: Mapping[str, Answer], lexicon: Lexicon, tense: Tense
) -> str:
    if "object" in slots_of(say.draft) and not hit.object_text:
        return ""
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

    known = {hit.unit for hit in hits}
    units = units_of(bullet)
    others = {u.participation.value for u in units if u.participation is not Participation.DID}
    able = names_ability(bullet, generic)
    acts = bool(bullet.clauses or bullet.frame)
    post = names_post(bullet, generic, lexicon) if not (units or hits or able) else ""
    doubt = ""
    # The question for the client's own part asks for the act as well.
    if stops(bullet.text, generic, lexicon):
        ask("rest", Generic(generic.unsure.cut, "text"), Claim.SCOPE, missing=1)
    elif able:
        ask("plain", Generic(generic.unsure.able, "text"), Claim.ROLE, missing=1)
        ask("proof", Generic(generic.unsure.proof, "text"), Claim.DETAIL, missing=1)
    elif post:
        for at, found in enumerate(of_post(generic.post, post, bullet, generic, lexicon)):
            ask(f"post.{at}", found, Claim.SCOPE, missing=1 + at)
    elif not (bullet.confident and acts) and not (others & generic.participation.keys()):
        doubt = doubt_of(bullet, generic, lexicon)
        if doubt:
            ask("plain", Generic(doubt, "text"), Claim.DETAIL, missing=1)
    counted = any(each.kind == "count" for hit in hits for each in hit.rule.asks)
    seen: set[str] = set()
    for number, unit in enumerate(units):
        part = generic.participation.get(unit.participation.value)
        # The tasks of a role are asked for anyway.
        role = unit.verb is None and unit.frame in generic.frames and bool(unit.objects)
        alone = role or _serves(unit, bullet, generic, lexicon) or _also_did(unit, units)
        if part and unit.participation is not Participation.DID and not alone and not able:
            ask("part", Generic(part, "text"), Claim.ROLE)
        if unit in known:
            said_of = [each.text for hit in hits if hit.unit == unit for each in hit.rule.asks]
            for found in size_of(unit, said_of, bullet, generic, lexicon):
                if not counted:
                    ask(f"size{number}", found, Claim.SCOPE)
            continue
        # What was done to the same thing before is asked about first, and its number once.
        things = {head.text.casefold() for head in unit.objects[:1]}
        if seen and things & lexicon.words("pronouns"):
            continue  # "and ran *them* through the press": the act before is asked about
        again = bool(seen & things)
        seen |= things
        for at, found in enumerate(about(unit, bullet, generic, lexicon)):
            # A rule of this line asks how many already.
            if (counted or again) and found.kind == "count":
                continue
            # Where the reading is in doubt, the act that a line begins with is the surest.
            # Of what no table knows, all that can be asked is what any act could be asked.
            unknown = number > 0 and found.text == generic.domains["act"].text
            later = 2 * (again or unknown or (number > 0 and not bullet.confident))
            ask(f"unit{number}.{at}", found, Claim.SCOPE, missing=2 + at + later)
    if not (units or hits or post or able):
        opened = opening(bullet, generic, lexicon)
        for at, found in enumerate(opened):
            ask(f"unit.{at}", found, Claim.SCOPE, missing=2 + at)
        if not opened and doubt == generic.unsure.may:
            opened = named(bullet, generic, lexicon)
            for at, found in enumerate(opened):
                ask(f"named.{at}", found, Claim.DETAIL, missing=2 + at)
    if not asked and not hits:
        ask("unit", generic.domains["nothing"], Claim.SCOPE)
    if not any(q.role == "outcome" for q in bullet.quantities):
        different = next(_outcomes(known, bullet, generic, lexicon), None)
        if different is not None:
            ask("outcome", different, Claim.DETAIL, missing=4)
    return tuple(asked)


def _outcomes(
    known: Set[Unit], bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> Iterator[Generic]:
    """Yield what was different after the acts of a line that no rule knows."""
    for found in units_of(bullet):
        unit = settled(found, bullet, generic, lexicon)
        if unit.verb is None and unit.participation is Participation.SHARED:
            continue
        text = generic.outcome.get(verb_class(unit, lexicon))
        head = thing(unit, lexicon)
        if not (text and head) or found in known:
            continue
        domain = domain_of(head, unit, bullet, generic, lexicon)
        kind = kind_of(unit, domain, bullet, generic, lexicon)
        # A prize changes nothing, and a verb in another sense is not of its class.
        if domain not in generic.first and not (kind and kind.instead):
            yield from said(Generic(text, "text"), unit, bullet, generic, lexicon)


def _also_did(unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether a line says of the same things that they were helped with and done ("Assist and
    settle claims")."""
    return unit.verb is None and any(
        other.participation is Participation.DID and other.objects[:1] == unit.objects[:1]
        for other in units
        if other.objects
    )


def _serves(unit: Unit, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon) -> bool:
    """Whether who was helped are people to serve ("Assisted customers", "Assisted customers with
    purchases"), and no work is shared. Who worked with customers served them too."""
    opener = bullet.segments[unit.segment].opener
    helped = words_of(opener.text) if opener else ()
    if unit.verb is not None:
        # "Assisted them in moving in", "Helped the tenants by sorting": the act is the client's.
        return unit.participation is Participation.HELPED and any(
            word.low in generic.alone or word.low in lexicon.words("pronouns") for word in helped
        )
    if unit.participation is Participation.SHARED:
        head = thing(unit, lexicon)
        return (
            head is not None and domain_of(head, unit, bullet, generic, lexicon) in generic.served
        )
    if unit.participation is not Participation.HELPED:
        return False
    if helps_any(generic.people, unit, bullet, generic, lexicon):
        return True
    head = thing(unit, lexicon)
    return head is not None and domain_of(head, unit, bullet, generic, lexicon) in generic.people
