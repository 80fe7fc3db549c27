"""Questions for what no rule knows in a line, and for its doubts."""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from reframe.core.asking import about, helps_any, kind_of, of_post, size_of, verb_class
from reframe.core.bullet import ParsedBullet
from reframe.core.claims import Claim, Participation
from reframe.core.doubtful import doubt_of, names_ability, names_post, stops
from reframe.core.evidence import GENERIC, Evidence, Question
from reframe.core.generic import Doubt, Generic, GenericQuestions
from reframe.core.lexicon import Lexicon
from reframe.core.match import Hit, Unit, units_of
from reframe.core.phrases import words_of
from reframe.core.question_names import said
from reframe.core.synthesis import question_id
from reframe.core.things import domain_of, settled, thing
from reframe.core.unread import named, opening


class _Open(NamedTuple):
    """A question under its name within the line. ``missing`` tells how far its answer is from a
    stronger wording: what is missing most is asked last."""

    name: str
    asked: Generic
    claim: Claim = Claim.SCOPE
    missing: int = 2


class _Line(NamedTuple):
    """A line as far as its questions depend on it: its ``units``, those that a rule knows, whether
    it is ``cut`` off or names an ability, and the last word of a post that it names."""

    bullet: ParsedBullet
    hits: Sequence[Hit]
    units: Sequence[Unit]
    known: Set[Unit]
    cut: bool
    able: bool
    post: str
    doubt: Doubt


def generic_questions(
    bullet_id: str,
    bullet: ParsedBullet,
    hits: Sequence[Hit],
    evidence: Evidence,
    generic: GenericQuestions,
    lexicon: Lexicon,
) -> tuple[Question, ...]:
    """Return questions for the parts of a bullet that no rule knows, and for its doubts; none that
    is answered, and no text twice."""
    line = _line(bullet, hits, generic, lexicon)
    words = [word.low for word in words_of(bullet.text)]
    asked: dict[str, Question] = {}

    def add(found: Iterator[_Open]) -> None:
        for name, each, claim, missing in found:
            key = question_id(bullet_id, GENERIC, name)
            if evidence.get(key) is None and each.text not in asked:
                asked[each.text] = Question(
                    id=key,
                    text=each.text,
                    kind=each.kind,
                    about=bullet_id,
                    source=GENERIC,
                    claims=frozenset({claim}),
                    value=each.value,
                    missing=missing,
                )

    if words and words[0] in generic.others_told and not hits:
        add(iter([_Open("plain", Generic(generic.unsure.none, "text"), Claim.DETAIL, 1)]))
        return tuple(asked.values())
    add(_of_doubt(line, generic, lexicon))
    add(_of_acts(line, generic, lexicon))
    add(_of_none(line, generic, lexicon))
    if not asked and not hits:
        add(iter([_Open("unit", generic.domains["nothing"])]))
    add(_afterwards(line, generic, lexicon))
    return tuple(asked.values())


def _line(
    bullet: ParsedBullet, hits: Sequence[Hit], generic: GenericQuestions, lexicon: Lexicon
) -> _Line:
    units = units_of(bullet)
    others = {u.participation.value for u in units if u.participation is not Participation.DID}
    able = names_ability(bullet, generic)
    post = names_post(bullet, generic, lexicon) if not (units or hits or able) else ""
    read = bullet.confident and bool(bullet.clauses or bullet.frame)
    # The question for the client's own part asks for the act as well.
    sure = read or bool(others & generic.participation.keys())
    cut = stops(bullet.text, generic, lexicon)
    doubt = "" if sure or cut or able or post else doubt_of(bullet, generic, lexicon)
    return _Line(bullet, hits, units, {hit.unit for hit in hits}, cut, able, post, doubt)


def _of_doubt(line: _Line, generic: GenericQuestions, lexicon: Lexicon) -> Iterator[_Open]:
    """Yield what to ask first of a line that breaks off, names an ability or a post, or cannot be
    read for certain."""
    unsure = generic.unsure
    if line.cut:
        yield _Open("rest", Generic(unsure.cut, "text"), missing=1)
    elif line.able:
        yield _Open("plain", Generic(unsure.able, "text"), Claim.ROLE, 1)
        yield _Open("proof", Generic(unsure.proof, "text"), Claim.DETAIL, 1)
    elif line.post:
        found = of_post(generic.post, line.post, line.bullet, generic, lexicon)
        for at, each in enumerate(found):
            yield _Open(f"post.{at}", each, missing=1 + at)
    elif line.doubt:
        yield _Open("plain", Generic(unsure.text(line.doubt), "text"), Claim.DETAIL, 1)


def _of_acts(line: _Line, generic: GenericQuestions, lexicon: Lexicon) -> Iterator[_Open]:
    """Yield what to ask of each act: the client's own part in it, its size, and what its kind of
    work wants to know."""
    bullet, hits = line.bullet, line.hits
    counted = any(each.kind == "count" for hit in hits for each in hit.rule.asks)
    seen: set[str] = set()
    for number, unit in enumerate(line.units):
        if (part := _own_part(unit, line, generic, lexicon)) is not None:
            yield part
        if unit in line.known:
            asks = [each.text for hit in hits if hit.unit == unit for each in hit.rule.asks]
            sizes = () if counted else size_of(unit, asks, bullet, generic, lexicon)
            yield from (_Open(f"size{number}", found) for found in sizes)
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
            yield _Open(f"unit{number}.{at}", found, missing=2 + at + later)


def _own_part(unit: Unit, line: _Line, generic: GenericQuestions, lexicon: Lexicon) -> _Open | None:
    """Return the question for the client's own part in an act that was not theirs alone."""
    part = generic.participation.get(unit.participation.value)
    if not part or unit.participation is Participation.DID or line.able:
        return None
    # The tasks of a role are asked for anyway.
    role = unit.verb is None and unit.frame in generic.frames and bool(unit.objects)
    if unit.participation is Participation.REMIT and not generic.unshared.isdisjoint(
        word.low for word in words_of(line.bullet.text)
    ):
        return None
    if role or _serves(unit, line.bullet, generic, lexicon) or _also_did(unit, line.units):
        return None
    return _Open("part", Generic(part, "text"), Claim.ROLE)


def _of_none(line: _Line, generic: GenericQuestions, lexicon: Lexicon) -> Iterator[_Open]:
    """Yield what to ask of a line in which no act was read."""
    if line.units or line.hits or line.post or line.able:
        return
    opened = opening(line.bullet, generic, lexicon)
    for at, found in enumerate(opened):
        yield _Open(f"unit.{at}", found, missing=2 + at)
    if not opened and line.doubt == "may":
        for at, found in enumerate(named(line.bullet, generic, lexicon)):
            yield _Open(f"named.{at}", found, Claim.DETAIL, 2 + at)


def _afterwards(line: _Line, generic: GenericQuestions, lexicon: Lexicon) -> Iterator[_Open]:
    """Yield what to ask once of a line that tells no outcome: what was different after its act."""
    if any(quantity.role == "outcome" for quantity in line.bullet.quantities):
        return
    different = next(_outcomes(line.known, line.bullet, generic, lexicon), None)
    if different is not None:
        yield _Open("outcome", different, Claim.DETAIL, 4)


def _outcomes(
    known: Set[Unit], bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> Iterator[Generic]:
    """Yield what was different after the acts of a line that no rule knows."""
    for found in units_of(bullet):
        unit = settled(found, bullet, generic, lexicon)
        if unit.verb is None and unit.participation is Participation.SHARED:
            continue
        done, head = verb_class(unit, lexicon), thing(unit, lexicon)
        if done not in generic.outcome or not head or found in known:
            continue
        domain = domain_of(head, unit, bullet, generic, lexicon)
        text = generic.outcome.get(f"{done}/{domain}", generic.outcome[done])
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
