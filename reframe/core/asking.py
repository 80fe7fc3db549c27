"""What to ask of an act that no rule knows: by its verb and its object, as this line means them."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from reframe.core.bullet import ParsedBullet, Span
from reframe.core.claims import Participation
from reframe.core.generic import Generic, GenericQuestions, Kind
from reframe.core.lexicon import Lexicon
from reframe.core.match import Unit
from reframe.core.phrases import words_of
from reframe.core.question_names import bare, said
from reframe.core.things import countable, domain_of, names_of, noun_of, plural, settled, thing
from reframe.core.words import Word

COUNTED = frozenset({"count", "range"})
"""The kinds of quantities that say how many there were."""


def about(
    unit: Unit, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> Iterator[Generic]:
    """Yield the questions about what was done to what, with the object in them."""
    unit = settled(unit, bullet, generic, lexicon)
    if unit.verb is None and unit.frame and unit.frame in generic.frames and unit.objects:
        yield from of_post(
            generic.frames[unit.frame], unit.objects[0].text, bullet, generic, lexicon
        )
        return
    line = {word.low for word in words_of(bullet.text)}
    head = thing(unit, lexicon)
    served = helps_any(generic.served, unit, bullet, generic, lexicon)
    if unit.verb and served:
        # "Helped guests find seats": what was found is not the client's act.
        helped = generic.cells.get(f"serve_assist/{generic.served_as}", ())
        told = counts_people(bullet, generic, lexicon)
        yield from bare(each for each in apt(helped, line) if not (told and each.kind == "count"))
        return
    if head is None:
        if unit.verb:
            yield from bare(apt(asks(unit, "", bullet, generic, lexicon), line))
        return
    domain = domain_of(head, unit, bullet, generic, lexicon)
    if unit.verb is None and domain == "unknown" and head.text.casefold() in generic.acts:
        yield from named_act(head, generic.acts[head.text.casefold()], bullet, generic, lexicon)
        return
    plain = generic.domains["act" if unit.verb else "unknown"]
    if domain == "unknown" and served:
        domain = generic.served_as  # "Assisted callers with sealing": whatever it was about
    cell = asks(unit, domain, bullet, generic, lexicon)
    counted = any(q.role == "scope" and q.kind in COUNTED for q in bullet.quantities)
    asked: list[Generic] = []
    for found in apt(cell or (generic.domains.get(domain, plain),), line):
        if found.kind == "count" and (
            counted or ("{object}" in found.text and not countable(head, generic, lexicon))
        ):
            # The line already says how many, or "how many payroll" would be no question.
            if cell:
                continue
            found = replace(plain, value=found.value)
        asked += said(found, unit, bullet, generic, lexicon)
    if asked and domain not in generic.first and not counted:
        asked = sized(asked, unit, head, bullet, generic, lexicon)
    yield from asked
    if not asked:
        # Nothing is left that can be asked without a name for the thing.
        yield from bare(apt(generic.verbs.get(verb_class(unit, lexicon), (plain,)), line))


def of_post(
    texts: Sequence[str],
    title: str,
    bullet: ParsedBullet,
    generic: GenericQuestions,
    lexicon: Lexicon,
) -> Iterator[Generic]:
    """Yield what to ask of a post: last what its title brings with it, if the tables know that, and
    the line counts no people."""
    *first, last = texts
    if not counts_people(bullet, generic, lexicon):
        last = generic.posts.get(title.split()[-1].casefold(), last)
    yield from (Generic(text, "text") for text in (*first, last))


def counts_people(bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon) -> bool:
    """Whether a line tells how many people there were ("a nine-person crew")."""
    return any(word.low.endswith(generic.person_endings) for word in words_of(bullet.text)) or any(
        q.role == "scope" and any(lexicon.domain(w) in generic.people for w in q.unit.split())
        for q in bullet.quantities
    )


def helps_any(
    domains: Set[str],
    unit: Unit,
    bullet: ParsedBullet,
    generic: GenericQuestions,
    lexicon: Lexicon,
) -> bool:
    """Whether an opener tells of help for people of some domains ("Assisted customers with")."""
    opener = bullet.segments[unit.segment].opener
    if unit.participation is not Participation.HELPED or opener is None:
        return False
    words = words_of(opener.text)
    if unit.verb is not None and any(word.low in generic.alone for word in words):
        return False  # "Helped the tenants by sorting": the act is the client's
    always = generic.helped.union(
        *(each.nouns for each in generic.elsewhere if each.domain in domains and not each.beside)
    )
    nouns = {lexicon.singular(word.text).casefold() for word in words}
    return any(noun in always or lexicon.domain(noun) in domains for noun in nouns - generic.staff)


def size_of(
    unit: Unit,
    asked: Sequence[str],
    bullet: ParsedBullet,
    generic: GenericQuestions,
    lexicon: Lexicon,
) -> Iterator[Generic]:
    """Yield how much there was of what a rule asks about, where neither rule nor line tells."""
    unit = settled(unit, bullet, generic, lexicon)
    head = thing(unit, lexicon)
    counted = any(q.role == "scope" and q.kind in COUNTED for q in bullet.quantities)
    if head is None or counted:
        return
    if domain_of(head, unit, bullet, generic, lexicon) not in generic.first:
        yield from scale_of(unit, head, asked, bullet, generic, lexicon)


def sized(
    asked: Sequence[Generic],
    unit: Unit,
    head: Span,
    bullet: ParsedBullet,
    generic: GenericQuestions,
    lexicon: Lexicon,
) -> list[Generic]:
    """Return the questions about an act with one for its size among the first two: their own, or
    else how many things there were. How often something was done is worth less, and stands last."""
    if _sizes([each.text for each in asked[:2]], generic):
        return list(asked)
    own = [each for each in asked[2:] if each.kind == "count"][:1]
    if own:
        return [*asked[:1], *own, *(each for each in asked[1:] if each not in own)]
    texts = [each.text for each in asked]
    added = list(scale_of(unit, head, texts, bullet, generic, lexicon))
    at = 1 if any(each.kind == "count" for each in added) else len(asked)
    return [*asked[:at], *added, *asked[at:]]


def _sizes(asked: Iterable[str], generic: GenericQuestions) -> bool:
    return any(phrase in text.casefold() for text in asked for phrase in generic.scale.sized)


def scale_of(
    unit: Unit,
    head: Span,
    asked: Sequence[str],
    bullet: ParsedBullet,
    generic: GenericQuestions,
    lexicon: Lexicon,
) -> Iterator[Generic]:
    """Yield how much of it there was, where nothing that is asked comes near to this."""
    scale = generic.scale
    if _sizes(asked, generic):
        return
    done = verb_class(unit, lexicon) or unit.frame
    if countable(head, generic, lexicon) and done in scale.things:
        yield from said(Generic(scale.many, "count"), unit, bullet, generic, lexicon)
    elif done in scale.often:
        yield Generic(scale.times, "text")


def asks(
    unit: Unit, domain: str, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> tuple[Generic, ...]:
    """Return what to ask of an act on an object of this domain, or nothing: the verb's own kind
    where it stands for itself, then the cell, the kind and the class. ``domain`` is empty where
    there is no object."""
    kind = kind_of(unit, domain, bullet, generic, lexicon)
    if kind and not domain:
        return kind.bare or kind.asks
    of_class = verb_class(unit, lexicon)
    # Who cut something by a tenth did not take a knife to it.
    measured = of_class in generic.changing and any(q.role == "outcome" for q in bullet.quantities)
    if kind and kind.instead and measured:
        kind = None
    if kind and kind.instead:
        return kind.asks
    cell = generic.cells.get(f"{of_class}/{domain}", ())
    if cell or domain in generic.first or (unit.verb is None and domain != "unknown"):
        return cell
    return kind.asks if kind else generic.verbs.get(of_class, ())


def named_act(
    noun: Span, lemma: str, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> Iterator[Generic]:
    """Yield what to ask of an act that a noun names, whatever it was done to."""
    verb = replace(noun, lemma=lemma)
    unit = Unit(0, None, (0, len(bullet.text)), noun.end, verb, (), Participation.DID, None)
    line = {word.low for word in words_of(bullet.text)}
    yield from bare(apt(asks(unit, "", bullet, generic, lexicon), line))


def apt(asks: Iterable[Generic], line: Set[str]) -> Iterator[Generic]:
    """Yield the questions that the words of a line do not answer."""
    return (found for found in asks if not found.unless & line)


def kind_of(
    unit: Unit, domain: str, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> Kind | None:
    """Return the kind of work that an act is, where the tables know more than its class."""
    if unit.verb is None:
        return None
    lemma = unit.verb.lemma
    particle = next((c.particle for c in bullet.clauses if c.verb == unit.verb), "")
    kinds = generic.kinds.get(f"{lemma} {particle}") or generic.kinds.get(lemma, ())
    nouns: Set[str] = frozenset()
    words = words_of(bullet.text)
    if unit.objects:
        nouns = names_of(noun_of(unit.objects[0], unit, words, generic, lexicon), lexicon)
    for kind in kinds:
        if (
            domain not in kind.but
            and (not kind.domains or domain in kind.domains)
            and (not kind.nouns or nouns & kind.nouns)
            and _stands(kind, unit, words, lexicon)
        ):
            return kind
    return None


def _stands(kind: Kind, unit: Unit, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a line holds the words that a kind asks for, beside or behind its verb."""
    if kind.beside and kind.beside.isdisjoint(word.low for word in words):
        return False
    behind = next((word.low for word in words if word.start >= unit.lead), "")
    if kind.single and (
        behind in lexicon.words("determiners")
        or not unit.objects
        or plural(unit.objects[0], lexicon)
    ):
        return False
    return not kind.behind or behind in kind.behind


def verb_class(unit: Unit, lexicon: Lexicon) -> str:
    """Return the class of a unit's verb, or an empty text where the tables know none."""
    if unit.verb is None:
        shared = unit.participation in (Participation.HELPED, Participation.SHARED)
        return "serve_assist" if shared else ""
    verb = lexicon.verb(unit.verb.lemma)
    return verb.verb_class if verb else ""
