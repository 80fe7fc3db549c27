"""What to ask of an act that no rule knows: by its verb and its object, as this line means them."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import dropwhile, takewhile

from reframe.core.act_names import verb_of
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

_DESCRIBING = frozenset({"number", "article", "adverb", "pronoun"})

_NO_THING = frozenset({"number", "article", "adverb", "pronoun"})

_AND = frozenset({"and", "or", "&", "/"})

_LONGEST = 5
"""More words than this are a sentence and no name."""

POSTS = "posts"
"""The domain of what names a post, where somebody fills it and does not hold it."""

COUNTED = frozenset({"count", "range"})
"""The kinds of quantities that say how many there were."""

_STATED = 4
"""So near its beginning a line tells what something was."""

_NAMED_WITHIN = 8
"""So near its beginning a line without a verb names its act."""

_SHORT = 5
"""A line of fewer words names a thing more often than an act ("Inventory analysis")."""


def about(
    unit: Unit, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> Iterator[Generic]:
    """Yield the questions about what was done to what, with the object in them."""
    unit = settled(unit, bullet, generic, lexicon)
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
    if unit.verb is None and domain == "unknown" and head.text.casefold() in generic.acts:
        yield from _named(head, generic.acts[head.text.casefold()], bullet, generic, lexicon)
        return
    plain = generic.domains["act" if unit.verb else "unknown"]
    cell = _asks(unit, domain, bullet, generic, lexicon)
    alone: tuple[Generic, ...] = (plain,)
    if domain in generic.domains:
        # Nobody does much or little of a prize.
        alone = (generic.domains[domain], *(alone if domain not in generic.first else ()))
    counted = any(q.role == "scope" and q.kind in COUNTED for q in bullet.quantities)
    asked = False
    for found in _apt(cell or alone, line):
        if found.kind == "count" and (
            counted or ("{object}" in found.text and not _countable(head, generic, lexicon))
        ):
            # The line already says how many, or "how many payroll" would be no question.
            if cell:
                continue
            found = replace(plain, value=found.value)
        for one in said(found, unit, bullet, generic, lexicon):
            asked = True
            yield one
    if not asked:
        # Nothing is left that can be asked without a name for the thing.
        yield from _bare(_apt(generic.verbs.get(verb_class(unit, lexicon), (plain,)), line))


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
    if words[1].low in joints and words[2].text[0].isupper():
        return ()  # "Hand and Stone works near the port"
    if words[1].low in generic.acts or words[1].low in generic.acts_alone:
        return ()  # "Stock control for two yards"
    if any(word.low in lexicon.words("be_words") for word in words[1:_STATED]) or (
        can_be(words[1].text, "past", lexicon) and not lexicon.domain(words[1].text)
    ):
        return ()  # "Position held", "Ready stock was": the first word is no act
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


def named(bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon) -> tuple[Generic, ...]:
    """Return what to ask of the act that a line without a verb names ("Writing and editing of
    leaflets"): of the last in front of a preposition or a mark."""
    places = lexicon.words("prepositions") | lexicon.words("relatives")
    words = list(words_of(bullet.text))[:_NAMED_WITHIN]
    words = list(takewhile(lambda word: not word.mark and word.low not in places, words))
    if any(word.low in lexicon.words("determiners") for word in words):
        return ()  # "Shift leads see to the delivery" tells of others
    for word in reversed(words):
        low = word.low
        if lemma := generic.acts.get(low) or generic.acts_alone.get(low) or verb_of(word, lexicon):
            span = Span(word.start, word.end, word.text)
            return tuple(_named(span, lemma, bullet, generic, lexicon))
    return ()


def _named(
    noun: Span, lemma: str, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> Iterator[Generic]:
    """Yield what to ask of an act that a noun names, whatever it was done to."""
    verb = replace(noun, lemma=lemma)
    unit = Unit(0, None, (0, len(bullet.text)), noun.end, verb, (), Participation.DID, None)
    line = {word.low for word in words_of(bullet.text)}
    yield from _bare(_apt(_asks(unit, "", bullet, generic, lexicon), line))


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
    words = words_of(bullet.text)
    if unit.objects:
        nouns = _names(_noun(unit.objects[0], unit, words, generic, lexicon), lexicon)
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
        or _plural(unit.objects[0], lexicon)
    ):
        return False
    return not kind.behind or behind in kind.behind


def settled(unit: Unit, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon) -> Unit:
    """Return a unit whose objects begin with the first that is a thing: of "a safe, organized and
    fun place" the place."""
    if unit.verb is None or len(unit.objects) < 2:
        return unit
    describes = lexicon.words("conjunctions")
    words = words_of(bullet.text)
    first = [word for word in words if unit.lead <= word.start < unit.objects[0].start]
    if (
        len(first) > 1
        and first[-1].low == ","
        and all(word.mark or _only_describes(word.text, lexicon) for word in first)
    ):
        return replace(unit, objects=unit.objects[-1:])  # "the local, county and state rules"
    for at, head in enumerate(unit.objects[:-1]):
        behind = [word for word in words if word.start >= head.end][:2]
        in_row = bool(behind) and (behind[0].mark or behind[0].low in describes)
        # "letters and other papers" are papers.
        kind = in_row and behind[-1].low in generic.kinds_of
        if not (kind or (in_row and _only_describes(head.text, lexicon))):
            return replace(unit, objects=unit.objects[at:])
    return replace(unit, objects=unit.objects[-1:])


def _only_describes(word: str, lexicon: Lexicon, *, acts: bool = False) -> bool:
    """Whether a word is an adjective or a participle, and no name of a thing; with ``acts`` only
    a participle counts."""
    low = word.casefold()
    if lexicon.domain(low) is not None:
        return False
    if acts:
        return low.endswith("ed") and can_be(word, "past", lexicon) is not None
    if low in lexicon.words("adjectives") or low in lexicon.words("sure_adjectives"):
        return True
    return low.endswith("ed") and can_be(word, "participle", lexicon) is not None


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
    noun = _noun(head, unit, words, generic, lexicon)
    if unit.verb is None and noun.casefold() in generic.acts:
        return "unknown"
    names = _names(noun, lexicon)
    for each in generic.elsewhere:
        if names & each.nouns and _fits(each, line):
            return each.domain
    found = lexicon.domain(noun) or "unknown"
    # Who fills positions does not hold them.
    return POSTS if found in generic.roles and unit.verb else found


def _noun(
    head: Span, unit: Unit, words: Sequence[Word], generic: GenericQuestions, lexicon: Lexicon
) -> str:
    """Return the noun that an object is about: "machines" in "types of machines"."""
    behind = _measured(head, unit, words, generic, lexicon)
    return behind[-1].text if behind else head.text


def _names(noun: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the forms under which a table may name a noun, also one that no domain lists."""
    low = noun.casefold()
    return frozenset({low, lexicon.singular(low), low.removesuffix("s"), low.removesuffix("es")})


def _fits(each: Elsewhere, line: Set[str]) -> bool:
    return (not each.beside or bool(each.beside & line)) and not each.but & line


def _measured(
    head: Span, unit: Unit, words: Sequence[Word], generic: GenericQuestions, lexicon: Lexicon
) -> list[Word]:
    """Return what stands behind the "of" of a noun that only says how much or which, if anything:
    "machines" in "types of machines". Under an opener an act is no thing either: "pumps" in
    "Involved in the repair and upkeep of pumps"."""
    empty = generic.measures if unit.verb else generic.measures | generic.acts.keys()
    if lexicon.singular(head.text) not in empty:
        return []
    joints = lexicon.words("conjunctions")
    rest = list(
        dropwhile(
            lambda word: word.low in joints or word.low in generic.acts,
            (word for word in words if word.start >= head.end),
        )
    )
    if not rest or rest[0].low != "of":
        return []
    stops = lexicon.words("phrase_stops")
    return list(takewhile(lambda word: not word.mark and word.low not in stops, rest[1:]))


def verb_class(unit: Unit, lexicon: Lexicon) -> str:
    """Return the class of a unit's verb, or an empty text where the tables know none."""
    if unit.verb is None:
        shared = unit.participation in (Participation.HELPED, Participation.SHARED)
        return "serve_assist" if shared else ""
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


def said(
    found: Generic,
    unit: Unit,
    bullet: ParsedBullet,
    generic: GenericQuestions,
    lexicon: Lexicon,
) -> Iterator[Generic]:
    """Yield a question with the unit's object in it: "machines" for "types of machines". Where no
    words of the line can stand for the object, yield it in its words for none, if it has any."""
    if "{" not in found.text:
        yield found
        return
    head = unit.objects[0]
    behind = _measured(head, unit, words_of(bullet.text), generic, lexicon)
    told = lexicon.words("determiners")
    behind = list(dropwhile(lambda word: word.number or word.low in told, behind))
    words = behind or _phrase(unit, bullet, generic, lexicon)
    if not _names_thing(words, generic, lexicon) or _goes_on(words, bullet, lexicon):
        yield from _bare((found,) if found.bare else ())
        return
    plural = _plural(words[-1], lexicon)
    text = bullet.text[words[0].start : words[-1].end]
    if len(words) == 1 and text.istitle() and lexicon.domain(text) is not None:
        text = text.lower()  # a word with a capital only began a list
    pattern = found.text
    if _is_name(words, text, bullet, lexicon):
        pattern = pattern.replace("the {object}", "{object}")
    agreeing = {
        "object": text,
        "was": "were" if plural else "was",
        "is": "are" if plural else "is",
        "do": "do" if plural else "does",
    }
    yield replace(found, text=pattern.format(**agreeing))


def _is_name(words: Sequence[Word], text: str, bullet: ParsedBullet, lexicon: Lexicon) -> bool:
    """Whether a thing is called by its name, without an article: "SAP", "Jenkins"."""
    before = [word.low for word in words_of(bullet.text) if word.end <= words[0].start]
    if before and before[-1] in lexicon.words("determiners"):
        return False
    return text.isupper() or (len(words) == 1 and text.istitle())


def _phrase(
    unit: Unit, bullet: ParsedBullet, generic: GenericQuestions, lexicon: Lexicon
) -> list[Word]:
    """Return the words of the object as the client put it, without article or number in front."""
    head = unit.objects[0]
    verbs = [c.verb.end + len(c.particle) + bool(c.particle) for c in bullet.clauses]
    start = max([unit.lead, *(end for end in verbs if end <= head.start)])
    words = [w for w in words_of(bullet.text) if start <= w.start and w.end <= head.end]
    for at in range(len(words) - 1, -1, -1):
        if words[at].mark or words[at].low in lexicon.words("phrase_stops"):
            words = words[at + 1 :]
            break
    # A question names the thing and not its praise: "assessments", not "appropriate assessments".
    while len(words) > 1 and _pads(words[0], generic, lexicon):
        words = words[1:]
    return words


def _pads(word: Word, generic: GenericQuestions, lexicon: Lexicon) -> bool:
    """Whether a word in front of a thing does not tell which it is: "the", "four", "excellent",
    but not the "vital" of "vital signs" and no letters ("US")."""
    if len(word.text) > 1 and word.text.isupper():
        return False
    if word.low in lexicon.words("droppable") or word.low in generic.padding:
        return True
    if "-" in word.low and word.low.endswith(_HYPHENED):
        return True
    return class_of(word.low, word.number, word.mark, lexicon) in _DESCRIBING


def _goes_on(words: Sequence[Word], bullet: ParsedBullet, lexicon: Lexicon) -> bool:
    """Whether a list goes on behind a noun in the singular that no table knows: it may be one of
    the kinds of what stands last ("Compared rope, harness and helmet prices")."""
    last = words[-1]
    behind = next((w for w in words_of(bullet.text) if w.start >= last.end), None)
    if behind and not behind.mark and behind.text[0].isupper() and last.text[0].isupper():
        return True  # a name that the reader took for two
    if _plural(last, lexicon) or lexicon.domain(last.text) is not None:
        return False
    return behind is not None and (behind.low == "," or behind.low in _AND)


def _names_thing(words: Sequence[Word], generic: GenericQuestions, lexicon: Lexicon) -> bool:
    """Whether words can stand for a thing in a question: none but nouns and what describes them,
    and not too many."""
    if not 0 < len(words) <= _LONGEST or any(word.number or word.mark for word in words):
        return False
    first, last = words[0], words[-1]
    told = lexicon.words("describing") | lexicon.words("always_describing")
    if first.low not in told and _only_describes(first.text, lexicon, acts=True):
        return False  # "conducted trials" behind a list of acts
    if last.low in generic.padding or not last.text[-1].isalnum():
        return False
    if _only_describes(last.text, lexicon):
        return False
    if class_of(last.low, last.number, last.mark, lexicon) in _NO_THING:
        return False
    nouns = lexicon.words("gerund_nouns") | lexicon.words("compound_gerunds")
    for word in words[1:-1]:
        # "the clerks entering data" is no thing, nor are "kits based toy ranges".
        if word.low.endswith("ed") and _only_describes(word.text, lexicon):
            return False
        if word.low.endswith("ing") and word.low not in nouns and lexicon.is_gerund(word.low):
            return False
    return all(
        reading.nominal or reading.form not in ("base", "third")
        for word in words[:-1]
        for reading in readings(word.text, lexicon)
    )
