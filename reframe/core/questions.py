"""The questions whose answers would license a stronger line, the most valuable first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import takewhile

from reframe.core.bullet import ParsedBullet, Span
from reframe.core.claims import Claim, Participation
from reframe.core.drafts import fill, slots_of
from reframe.core.evidence import Answer, Evidence, Question, QuestionKind
from reframe.core.lexicon import Lexicon
from reframe.core.match import Hit, Unit, units_of
from reframe.core.needs import meets
from reframe.core.phrases import words_of
from reframe.core.readings import can_be, readings
from reframe.core.rule import Say
from reframe.core.synthesis import answers_for, question_id
from reframe.core.wording import Tense
from reframe.core.words import Word

GENERIC = "generic"
POSTS = "posts"
"""The domain of what names a post, where somebody fills it and does not hold it."""


@dataclass(frozen=True, slots=True)
class Generic:
    """A question for what no rule knows.

    ``text`` may name ``{object}`` (the object in the client's words, without an article) and
    agree with it: ``{was}``, ``{is}``, ``{do}``. ``value`` is the category it belongs to. A
    line with one of the words ``unless`` answers it already.
    """

    text: str
    kind: QuestionKind
    value: str = ""
    unless: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Kind:
    """What to ask of some verbs of a class, whatever the object: ``bare`` where there is none.

    It speaks only for objects of ``domains`` and for ``nouns`` (for any, when empty), and for
    none of the domains in ``but``.
    ``instead`` tells that these verbs are not what their class is there for, so that its cells
    say nothing of them.
    """

    asks: tuple[Generic, ...]
    bare: tuple[Generic, ...] = ()
    domains: frozenset[str] = frozenset()
    but: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    instead: bool = False


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Nouns that belong to another domain in a line with one of the words ``beside`` (in every
    line, when there are none), and none of the words ``but``."""

    nouns: frozenset[str]
    beside: frozenset[str]
    domain: str
    but: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Unsure:
    """What to ask of a line that cannot be read for certain: of one with ``acts`` in it, of one
    with ``none``, and for whom it was."""

    acts: str
    none: str
    whom: str


@dataclass(frozen=True, slots=True)
class GenericQuestions:
    """What to ask where no rule does: by participation, by what was done to what (a cell is
    ``<verb class>/<object domain>``), by the kind or class of the verb whatever the object, by
    object domain or opener alone, for doubt, and for what an act of a verb class may have
    changed. ``elsewhere`` corrects domains by what stands beside a noun, and nobody can say how
    many of what is ``uncounted``."""

    participation: Mapping[str, str]
    cells: Mapping[str, tuple[Generic, ...]]
    domains: Mapping[str, Generic]
    verbs: Mapping[str, tuple[Generic, ...]]
    kinds: Mapping[str, tuple[Kind, ...]]
    elsewhere: tuple[Elsewhere, ...]
    uncounted: frozenset[str]
    measures: frozenset[str]
    first: frozenset[str]
    frames: Mapping[str, str]
    roles: frozenset[str]
    unsure: Unsure
    outcome: Mapping[str, str]


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
    # The question for the client's own part asks for the act as well.
    if not (bullet.confident and (bullet.clauses or bullet.frame)) and not (
        others & generic.participation.keys()
    ):
        doubt = generic.unsure.acts if bullet.clauses else generic.unsure.none
        ask("plain", Generic(doubt, "text"), Claim.DETAIL)
    counted = any(each.kind == "count" for hit in hits for each in hit.rule.asks)
    seen: set[Span] = set()
    for number, unit in enumerate(units):
        part = generic.participation.get(unit.participation.value)
        if part and unit.participation is not Participation.DID:
            ask("part", Generic(part, "text"), Claim.ROLE)
        if unit in known:
            continue
        # What was done to the same thing before is asked about first, and its number once.
        again = bool(seen & set(unit.objects[:1]))
        seen |= set(unit.objects[:1])
        for at, found in enumerate(_about(unit, bullet, generic, lexicon)):
            # A rule of this line asks how many already.
            if (counted or again) and found.kind == "count":
                continue
            # Where the reading is in doubt, the act that a line begins with is the surest.
            later = 2 * (again or (number > 0 and not bullet.confident))
            ask(f"unit{number}.{at}", found, Claim.SCOPE, missing=2 + at + later)
    if not units and not hits:
        for at, found in enumerate(_opening(bullet, generic, lexicon)):
            ask(f"unit.{at}", found, Claim.SCOPE, missing=2 + at)
    if not bullet.confident:
        ask("whom", Generic(generic.unsure.whom, "text"), Claim.DETAIL, missing=3)
    if not asked and not hits:
        ask("unit", generic.domains["nothing"], Claim.SCOPE)
    if not any(q.role == "outcome" for q in bullet.quantities):
        for unit in units:
            text = generic.outcome.get(_verb_class(unit, lexicon))
            thing = _thing(unit, lexicon)
            if not (text and thing) or unit in known:
                continue
            domain = _domain(thing, unit, bullet, generic, lexicon)
            kind = _kind(unit, domain, bullet, generic, lexicon)
            if not (kind and kind.instead):
                found = Generic(text, "text")
                ask("outcome", _worded(found, unit, bullet, lexicon), Claim.DETAIL, missing=4)
    return tuple(asked)


def _about(
    unit: Unit, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> Iterator[Generic]:
    """Yield the questions about what was done to what, with the object in them."""
    if unit.verb is None and unit.frame and unit.frame in generic.frames and unit.objects:
        yield Generic(generic.frames[unit.frame], "text")
        return
    line = {word.low for word in words_of(bullet.text)}
    head = _thing(unit, lexicon)
    if head is None:
        if unit.verb:
            yield from _apt(_asks(unit, "", bullet, generic, lexicon), line)
        return
    domain = _domain(head, unit, bullet, generic, lexicon)
    plain = generic.domains["act" if unit.verb else "unknown"]
    cell = _asks(unit, domain, bullet, generic, lexicon)
    alone = generic.domains.get(domain, plain) if domain != "unknown" else plain
    counted = any(q.role == "scope" for q in bullet.quantities)
    for found in _apt(cell or (alone,), line):
        if found.kind == "count" and (
            counted or ("{object}" in found.text and not _countable(head, generic, lexicon))
        ):
            # The line already says how many, or "how many payroll" would be no question.
            if cell:
                continue
            found = replace(plain, value=found.value)
        yield _worded(found, unit, bullet, lexicon)


def _asks(
    unit: Unit, domain: str, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> tuple[Generic, ...]:
    """Return what to ask of an act on an object of this domain, or nothing: the verb's own kind
    where it stands for itself, then the cell, the kind and the class. ``domain`` is empty where
    there is no object."""
    kind = _kind(unit, domain, bullet, generic, lexicon)
    verb_class = _verb_class(unit, lexicon)
    if kind and not domain:
        return kind.bare or kind.asks
    # Who cut something by a tenth did not take a knife to it.
    measured = verb_class in generic.outcome and any(q.role == "outcome" for q in bullet.quantities)
    if kind and kind.instead and not measured:
        return kind.asks
    cell = generic.cells.get(f"{verb_class}/{domain}", ())
    if cell or domain in generic.first or (unit.verb is None and domain != "unknown"):
        return cell
    return kind.asks if kind and not (kind.instead and measured) else generic.verbs.get(verb_class, ())


def _opening(
    bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> tuple[Generic, ...]:
    """Return what to ask of a line that no reader found an act in, but whose first word can be
    one ("Test ..."): a question supposes less than a wording."""
    joints = lexicon.words("conjunctions")
    words = [word for word in words_of(bullet.text) if not word.mark]
    # "Manually or mechanically load ..." begins with the act as well.
    while words and (words[0].low in joints or words[0].low in lexicon.words("adverbs")
                     or words[0].low.endswith("ly")):
        words = words[1:]
    if not words or _names_act(words, lexicon):
        return ()
    first = words[0]
    for reading in readings(first.text, lexicon):
        if reading.form in ("base", "past"):
            verb = Span(first.start, first.end, first.text, reading.lemma)
            unit = Unit(0, None, (0, len(bullet.text)), first.end, verb, (), Participation.DID, None)
            if found := _asks(unit, "", bullet, generic, lexicon):
                return tuple(_apt(found, {word.low for word in words}))
    return ()


def _names_act(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a line begins with the name of an act ("Design of", "Design and coding of")."""
    joints = lexicon.words("conjunctions")
    behind = [word for word in words[1:4] if word.low not in joints]
    if len(words) > 1 and words[1].low in joints:
        if not behind or can_be(behind[0].text, "base", lexicon) is None:
            return True
        behind = behind[1:]
    return bool(behind) and behind[0].low in lexicon.words("prepositions")


def _apt(asks: Iterable[Generic], line: Set[str]) -> Iterator[Generic]:
    """Yield the questions that the words of a line do not answer."""
    return (found for found in asks if not found.unless & line)


def _kind(unit: Unit, domain: str, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon) -> Kind | None:
    """Return the kind of work that an act is, where the tables know more than its class."""
    if unit.verb is None:
        return None
    lemma = unit.verb.lemma
    particle = next((c.particle for c in bullet.clauses if c.verb == unit.verb), "")
    kinds = generic.kinds.get(f"{lemma} {particle}") or generic.kinds.get(lemma, ())
    nouns = _names(unit.objects[0].text, lexicon) if unit.objects else frozenset()
    for kind in kinds:
        if (
            domain not in kind.but
            and (not kind.domains or domain in kind.domains)
            and (not kind.nouns or nouns & kind.nouns)
        ):
            return kind
    return None


def _thing(unit: Unit, lexicon: Lexicon) -> Span | None:
    """Return the head of a unit's object; None where there is none, or no noun ("keep them")."""
    if not unit.objects:
        return None
    head = unit.objects[0]
    low = head.text.casefold()
    if low in lexicon.words("pronouns") or (
        unit.verb and lexicon.domain(low) is None and low in lexicon.words("adjectives")
    ):
        return None
    return head


def _domain(
    head: Span, unit: Unit, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> str:
    """Return the domain of an object as this line uses the noun, or "unknown"."""
    words = words_of(bullet.text)
    line = {word.low for word in words}
    noun = head.text
    if lexicon.singular(noun) in generic.measures:
        noun = _behind_of(head, words, lexicon) or noun
    names = _names(noun, lexicon)
    for each in generic.elsewhere:
        if names & each.nouns and _fits(each, line):
            return each.domain
    found = lexicon.domain(noun) or "unknown"
    # Who fills positions does not hold them.
    return POSTS if found in generic.roles and unit.verb else found


def _names(noun: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the forms under which a table may name a noun, also one that no domain lists."""
    low = noun.casefold()
    return frozenset({low, lexicon.singular(low), low.removesuffix("s"), low.removesuffix("es")})


def _fits(each: Elsewhere, line: Set[str]) -> bool:
    return (not each.beside or bool(each.beside & line)) and not each.but & line


def _behind_of(head: Span, words: Sequence[Word], lexicon: Lexicon) -> str:
    """Return the head of what stands behind "of" after a noun, or an empty text."""
    rest = [word for word in words if word.start >= head.end]
    if not rest or rest[0].low != "of":
        return ""
    stops = lexicon.words("phrase_stops")
    phrase = list(takewhile(lambda word: not word.mark and word.low not in stops, rest[1:]))
    return phrase[-1].text if phrase else ""


def _verb_class(unit: Unit, lexicon: Lexicon) -> str:
    if unit.verb is None:
        return "serve_assist" if unit.participation is Participation.HELPED else ""
    verb = lexicon.verb(unit.verb.lemma)
    return verb.verb_class if verb else ""


def _countable(head: Span, generic: GenericQuestions, lexicon: Lexicon) -> bool:
    return _plural(head, lexicon) and lexicon.singular(head.text) not in generic.uncounted


def _plural(head: Span, lexicon: Lexicon) -> bool:
    last = head.text.split()[-1]
    return lexicon.singular(last) != last.casefold()


def _worded(found: Generic, unit: Unit, bullet: ParsedBullet, lexicon: Lexicon) -> Generic:
    """Return a question with the unit's object in it."""
    plural = _plural(unit.objects[0], lexicon)
    words = {
        "object": _phrase(unit, bullet, lexicon),
        "was": "were" if plural else "was",
        "is": "are" if plural else "is",
        "do": "do" if plural else "does",
    }
    return replace(found, text=found.text.format(**words))


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
    # One word with a capital only began a list; several are a name.
    return text[:1].lower() + text[1:] if len(words) == 1 and text.istitle() else text
