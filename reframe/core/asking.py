"""What to ask of an act that no rule knows: by its verb and its object, as this line means them."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import dropwhile, takewhile

from reframe.core.bullet import ParsedBullet, Span
from reframe.core.claims import Participation
from reframe.core.generic import Elsewhere, Generic, GenericQuestions, Kind
from reframe.core.lexicon import Lexicon
from reframe.core.line import class_of
from reframe.core.match import Unit
from reframe.core.phrases import words_of
from reframe.core.readings import can_be, readings
from reframe.core.words import Word, looks_plural

_HYPHENED = ("ed", "al")
"""How adjectives of two words end ("well-organized", "cross-functional")."""

_DESCRIBING = frozenset({"number", "article", "adjective", "adverb", "pronoun"})

POSTS = "posts"
"""The domain of what names a post, where somebody fills it and does not hold it."""

_SHORT = 5
"""A line of fewer words names a thing more often than an act ("Inventory analysis")."""


def about(
    unit: Unit, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> Iterator[Generic]:
    """Yield the questions about what was done to what, with the object in them."""
    if unit.verb is None and unit.frame and unit.frame in generic.frames and unit.objects:
        yield from (Generic(text, "text") for text in generic.frames[unit.frame])
        return
    line = {word.low for word in words_of(bullet.text)}
    head = thing(unit, lexicon)
    if head is None:
        if unit.verb:
            yield from _bare(_apt(_asks(unit, "", bullet, generic, lexicon), line))
        return
    domain = domain_of(head, unit, bullet, generic, lexicon)
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
        yield worded(found, unit, bullet, generic, lexicon)


def _asks(
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


def opening(
    bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> tuple[Generic, ...]:
    """Return what to ask of a line that no reader found an act in, but whose first word can be
    one ("Test ..."): a question supposes less than a wording."""
    joints = lexicon.words("conjunctions")
    words = [word for word in words_of(bullet.text) if not word.mark]
    # "Manually or mechanically load ..." begins with the act as well.
    words = list(dropwhile(lambda word: word.low in joints or _says_how(word, lexicon), words))
    if len(words) < _SHORT or words[1].text[0].isupper() or _names_act(words, lexicon):
        return ()
    first = words[0]
    for reading in readings(first.text, lexicon):
        if reading.form in ("base", "past"):
            verb = Span(first.start, first.end, first.text, reading.lemma)
            unit = Unit(
                0, None, (0, len(bullet.text)), first.end, verb, (), Participation.DID, None
            )
            if found := _asks(unit, "", bullet, generic, lexicon):
                return tuple(_bare(_apt(found, {word.low for word in words})))
    return ()


def _says_how(word: Word, lexicon: Lexicon) -> bool:
    manner = word.low.endswith("ly") and word.low not in lexicon.words("ly_words")
    return manner or word.low in lexicon.words("adverbs")


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


def _bare(asks: Iterable[Generic]) -> Iterator[Generic]:
    """Yield the questions that can be asked of an act without an object, in their words for it."""
    for found in asks:
        text = found.bare or found.text
        if "{" not in text:
            yield replace(found, text=text)


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
    if unit.objects:
        nouns = _names(_noun(unit.objects[0], words_of(bullet.text), generic, lexicon), lexicon)
    for kind in kinds:
        if (
            domain not in kind.but
            and (not kind.domains or domain in kind.domains)
            and (not kind.nouns or nouns & kind.nouns)
        ):
            return kind
    return None


def thing(unit: Unit, lexicon: Lexicon) -> Span | None:
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


def domain_of(
    head: Span, unit: Unit, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> str:
    """Return the domain of an object as this line uses the noun, or "unknown"."""
    words = words_of(bullet.text)
    line = {word.low for word in words}
    noun = _noun(head, words, generic, lexicon)
    names = _names(noun, lexicon)
    for each in generic.elsewhere:
        if names & each.nouns and _fits(each, line):
            return each.domain
    found = lexicon.domain(noun) or "unknown"
    # Who fills positions does not hold them.
    return POSTS if found in generic.roles and unit.verb else found


def _noun(head: Span, words: Sequence[Word], generic: GenericQuestions, lexicon: Lexicon) -> str:
    """Return the noun that an object is about: "machines" in "types of machines"."""
    behind = _measured(head, words, generic, lexicon)
    return behind[-1].text if behind else head.text


def _names(noun: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the forms under which a table may name a noun, also one that no domain lists."""
    low = noun.casefold()
    return frozenset({low, lexicon.singular(low), low.removesuffix("s"), low.removesuffix("es")})


def _fits(each: Elsewhere, line: Set[str]) -> bool:
    return (not each.beside or bool(each.beside & line)) and not each.but & line


def _measured(
    head: Span, words: Sequence[Word], generic: GenericQuestions, lexicon: Lexicon
) -> list[Word]:
    """Return what stands behind the "of" of a noun that only says how much or which, if anything:
    "machines" in "types of machines"."""
    if lexicon.singular(head.text) not in generic.measures:
        return []
    rest = [word for word in words if word.start >= head.end]
    if not rest or rest[0].low != "of":
        return []
    stops = lexicon.words("phrase_stops")
    return list(takewhile(lambda word: not word.mark and word.low not in stops, rest[1:]))


def verb_class(unit: Unit, lexicon: Lexicon) -> str:
    """Return the class of a unit's verb, or an empty text where the tables know none."""
    if unit.verb is None:
        return "serve_assist" if unit.participation is Participation.HELPED else ""
    verb = lexicon.verb(unit.verb.lemma)
    return verb.verb_class if verb else ""


def _countable(head: Span, generic: GenericQuestions, lexicon: Lexicon) -> bool:
    return _plural(head, lexicon) and lexicon.singular(head.text) not in generic.uncounted


def _plural(head: Span | Word, lexicon: Lexicon) -> bool:
    last = head.text.split()[-1]
    low = last.casefold()
    if low in lexicon.domains or low in lexicon.plurals:
        return lexicon.singular(low) != low
    # A noun that no table knows ("dogs") is plural where it looks so; a name ("Jenkins") and
    # "logistics" are not.
    looks = last.islower() and looks_plural(low) and not low.endswith("ics")
    return lexicon.singular(low) != low or looks


def worded(
    found: Generic,
    unit: Unit,
    bullet: ParsedBullet,
    generic: GenericQuestions,
    lexicon: Lexicon,
) -> Generic:
    """Return a question with the unit's object in it: "machines" for "types of machines"."""
    head = unit.objects[0]
    text = _phrase(unit, bullet, lexicon)
    told = lexicon.words("determiners")
    behind = _measured(head, words_of(bullet.text), generic, lexicon)
    behind = list(dropwhile(lambda word: word.number or word.low in told, behind))
    if behind:
        text = bullet.text[behind[0].start : behind[-1].end]
    plural = _plural(behind[-1] if behind else head, lexicon)
    words = {
        "object": text,
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
    # A question names the thing and not its praise: "assessments", not "appropriate assessments".
    while len(words) > 1 and (
        words[0].low in lexicon.words("droppable")
        or ("-" in words[0].low and words[0].low.endswith(_HYPHENED))
        or class_of(words[0].low, words[0].number, words[0].mark, lexicon) in _DESCRIBING
    ):
        words = words[1:]
    if not words:
        return head.text
    text = bullet.text[words[0].start : head.end]
    # One word with a capital only began a list; several are a name.
    return text[:1].lower() + text[1:] if len(words) == 1 and text.istitle() else text
