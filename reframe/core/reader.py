"""Read a bullet by its words alone: openers, verbs in a row, and what each acts on.

No parser is needed. The reader goes from left to right: an opener or a verb, its objects, then
the next conjunction or comma behind which a verb of the same form begins. Where the words leave
room for another reading, the line notes a doubt.
"""

from reframe.core.bullet import VerbForm
from reframe.core.chunks import chunk, names_act, names_agent
from reframe.core.frames import Opener, find_opener
from reframe.core.joints import BESIDE, Expected, Joint, begins_other, closes_row, next_joint
from reframe.core.line import Line
from reframe.core.objects import objects
from reframe.core.opening import MAY_NAME, POSSIBLE, first_verb
from reframe.core.parts import Act, Part
from reframe.core.verbs import (
    MAY_DESCRIBE,
    PARALLEL,
    doubt_noun_before_noun,
    gerund_is_verb,
    is_particle_verb,
    leads_to_act,
)

_ANY_FINITE: frozenset[VerbForm] = frozenset({"past", "third"})
_NO_FORMS: frozenset[VerbForm] = frozenset()
_FRONT = 14
NO_VERB = "no verb found"
UNGOVERNED = "the opener governs nothing"
NO_OBJECT = "the object was not found"
TASKS_OR_ACTS = "a list of -ing words may name tasks or acts"
TASKS_AMONG = "an -ing word among objects may be an act"
RUN_ON = "something new begins without a mark in front of it"
SENTENCES = "more than one sentence"


def read(line: Line) -> list[Part]:
    """Return the parts of a line, left to right; doubts stay with the line."""
    parts: list[Part] = []
    capitals = [word.i for word in line.words if word.text[0].isupper()]
    if any(_breaks(line, i) for i in capitals if i):
        line.doubt(RUN_ON)
    start = _first(line, 0)
    while start < line.size:
        start = _resume(line, _read_part(line, start, parts))
    return parts


def _breaks(line: Line, i: int) -> bool:
    """Whether a capital on an everyday word behind a lower-case noun shows that something new
    begins ("to assess progress *Discuss* assigned duties")."""
    text, low = line.words[i].text, line.low(i)
    if text.isupper() or line.kind(i) not in ("noun", "adjective"):
        return False
    acting = any(not r.nominal for r in line.reads(i - 1))
    if (
        line.kind(i - 1) != "noun"
        or acting
        or not line.words[i - 1].text.islower()
        or i + 1 == line.size
    ):
        return False
    known = bool(line.lexicon.readings.get(low)) or low in line.lexicon.domains
    return (known or names_act(line, i)) and not line.words[i + 1].text[0].isupper()


def _first(line: Line, at: int) -> int:
    while line.kind(at) == "mark":
        at += 1
    return at


def _resume(line: Line, end: int) -> int:
    """Return where the next sentence with an act begins, or the end of the line."""
    for at in range(end, line.size - 1):
        if (line.has(at, "sentence_ends") or line.low(at) == ";") and line.kind(at + 1) != "mark":
            after = _first(line, at + 1)
            line.doubt(SENTENCES)
            opener = find_opener(line, after)
            if (opener and not opener.frame.verb) or first_verb(line, after):
                return after
    return line.size


def _sentence_end(line: Line, at: int) -> int:
    while at < line.size and not line.has(at, "sentence_ends"):
        at += 1
    return at


def _read_part(line: Line, start: int, parts: list[Part]) -> int:
    opener = find_opener(line, start)
    if opener is not None and not opener.frame.verb and not _named_by_opener(line, opener):
        return _framed(line, start, opener, parts)
    found = first_verb(line, start)
    inner = _behind_front(line, start, found[0] if found else None) if opener is None else None
    if inner is not None:
        return _framed(line, start, inner, parts)
    part = Part(start, opener if found else None, end=_sentence_end(line, start))
    parts.append(part)
    if found is None:
        line.doubt(NO_VERB)
        return part.end
    return _chain(line, part, found[0], found[1], _NO_FORMS, parts)


def _behind_front(line: Line, start: int, verb: int | None) -> Opener | None:
    """Return the opener behind a phrase in front of it ("In addition, I *helped* plan events",
    "As lead, I was *responsible for* stock")."""
    if line.kind(start) not in ("preposition", "relative", "number", "article"):
        return None
    reach = range(start + 1, min(start + _FRONT, line.size))
    at = verb or next((n for n in reach if line.has(n, "first_persons")), None)
    if at and line.has(at - 1, "other_subjects"):
        return None  # "As lead, *this* included checking tills": the subject would stay behind
    opener = find_opener(line, at) if at else None
    return opener if opener and not opener.frame.verb else None


def _named_by_opener(line: Line, opener: Opener) -> bool:
    """Whether an opener's verb is a noun before a noun here ("Support desk cover")."""
    if "base" not in opener.forms or opener.needs or opener.end != opener.start + 1:
        return False
    found = chunk(line, opener.end)
    return (
        found is not None
        and found.head == found.end - 1
        and not line.starts_strongly(opener.end)
        and (
            names_agent(line, found.head)
            or (found.start < found.head and names_act(line, found.head))
        )
    )


def _framed(line: Line, start: int, opener: Opener, parts: list[Part]) -> int:
    """Read what stands under an opener: acts, or nouns."""
    part = Part(start, opener)
    parts.append(part)
    if opener.needs and opener.frame.participation == "present":
        line.doubt(POSSIBLE)  # "Ability to stand for long periods"
    at = line.over_adverbs(opener.end)
    outer = opener.forms & _ANY_FINITE or opener.forms or _ANY_FINITE
    form = _form_under(line, opener, at)
    if form is not None:
        if not _listed_nouns(line, at, form):
            return _chain(line, part, at, form, outer, parts)
        line.doubt(TASKS_OR_ACTS)
    prepositional = line.kind(opener.end - 1) == "preposition" or line.has(
        opener.end - 1, "list_openers"
    )
    listing = line.has(opener.end - 1, "list_openers")
    expected = Expected("gerund" if prepositional else None, outer, nouns=not listing, named=True)
    nouns, end = objects(line, opener.end, lambda n: begins_other(line, n, expected), gerunds=True)
    if opener.phrase is not None and not nouns:
        inner = chunk(line, opener.phrase[0])
        nouns = [inner.head] if inner else []
    part.nouns = tuple(nouns)
    found = next_joint(line, end, expected)
    part.end = found.at if found else _sentence_end(line, end)
    if not nouns and (found is None or end > opener.end):
        line.doubt(UNGOVERNED)
    if found is None:
        return part.end
    under = found.opener is None and found.form == expected.form
    if under and not _beside_opener(line, opener, nouns, found):
        return _chain(line, part, found.verb, "gerund", outer, parts)
    stop = _follow(line, found, parts)
    following = parts[parts.index(part) + 1]
    if not nouns and found.at == opener.end and following.acts:
        part.nouns = following.acts[0].objects  # "Supported and developed the site"
    return stop


def _beside_opener(line: Line, opener: Opener, nouns: list[int], found: Joint) -> bool:
    """Whether an -ing act behind the nouns of an opener that is in this form itself stands beside
    it: "Serving as a cook *and ordering* stock". Behind a preposition that may lead to acts
    ("Helping with lunch and serving drinks") it stays a doubt."""
    listed = found.is_comma(line)
    joined = nouns and line.main(found.verb) is not False
    if not joined or opener.forms != {"gerund"} or (listed and not closes_row(line, found.verb)):
        return False
    beside = listed or line.has(opener.end - 1, "companion_prepositions")
    if opener.frame.participation == "helped" or not beside:
        line.doubt(BESIDE)
        return False
    return True


def _form_under(line: Line, opener: Opener, at: int) -> VerbForm | None:
    """Return the form of the act that follows an opener, or None when a noun does."""
    if opener.needs == "base":
        return "base"
    if opener.needs == "verb":
        return next((f for f in ("past", "third", "base") if line.read(at, f)), None)
    describes = line.has(at, "describing") and not line.starts_strongly(at + 1)
    if line.read(at, "gerund") and not describes:
        doubt_noun_before_noun(line, at)
        return "gerund" if gerund_is_verb(line, at) or leads_to_act(line, at) else None
    if line.has(opener.end - 1, "list_openers"):
        found = first_verb(line, at)
        return found[1] if found and found[0] == at else None
    return None


def _listed_nouns(line: Line, at: int, form: VerbForm) -> bool:
    """Whether -ing words that are nouns first stand in a row with no object at the end
    ("scheduling and budgeting"); doubtful with any other -ing words."""
    chained = False
    while form == "gerund":
        behind, _ = line.joint(at + 1)
        if behind == at + 1:
            last = line.kind(behind) in ("mark", "end")
            if last:
                line.doubt(TASKS_OR_ACTS)
            return last and not chained and line.has(at, "gerund_nouns")
        chained = chained or not line.has(at, "gerund_nouns")
        at = line.over_adverbs(behind)
        if not line.read(at, "gerund"):
            return True
        if line.joint(at + 1)[0] == at + 1 and not gerund_is_verb(line, at, chained=chained):
            line.doubt(TASKS_OR_ACTS)
            return not chained or line.kind(at + 1) not in ("mark", "end")
    return False


def _chain(
    line: Line,
    part: Part,
    verb: int,
    form: VerbForm,
    outer: frozenset[VerbForm],
    parts: list[Part],
) -> int:
    """Read an act at ``verb`` and every act that is joined to it; return where they end."""
    waiting: list[Act] = []
    comma = False
    infinitive = part.opener is not None and line.low(verb - 1) == "to"
    while True:
        act, at = _act(line, verb, form, outer)
        part.acts.append(act)
        if form == "base":
            _doubt_names(line, act)
        if form == "gerund" and any(line.read(noun, "gerund") for noun in act.objects[1:]):
            line.doubt(TASKS_AMONG)  # "answering phones, filing and greeting visitors"
        if act.objects:
            if waiting and comma:
                line.doubt(NO_OBJECT)  # "Investigated, prepared reports and kept logs"
            light = act.reading.lemma in line.lexicon.words("unshared_verbs")
            for earlier in () if light else waiting:  # "Cooked, cleaned and did laundry"
                earlier.objects = act.objects
                if line.has(earlier.verb, "gerund_nouns"):
                    line.doubt(TASKS_OR_ACTS)  # "filing and answering phones"
            waiting = []
        parallel = len(part.acts) > 1
        expected = Expected(
            form, outer, waiting=not act.objects, parallel=parallel, infinitive=infinitive
        )
        found = next_joint(line, at, expected)
        if not act.objects and line.joint(at)[0] > at and (found is None or found.at != at):
            line.doubt("what is joined to the verb is unclear")
        transitive = line.lexicon.words("transitive")
        if (found is None or found.at != at) and any(
            a.reading.lemma in transitive for a in waiting
        ):
            line.doubt(NO_OBJECT)
        act.end = part.end = found.at if found else _sentence_end(line, at)
        if found is None:
            return act.end
        mixed = part.opener is None and found.opener is None
        if found.opener is not None or (found.form != form and not mixed):
            return _follow(line, found, parts)
        form = found.form
        if act.objects or not _adjacent(line, act, found):
            waiting = []
        elif act.reading.lemma not in line.lexicon.words("intransitive"):
            waiting.append(act)
        if _list_unclosed(line, act, found, at):
            line.doubt(MAY_DESCRIBE)  # "Sold tickets, snacks and *printed* programs"
        verb, comma = found.verb, found.is_comma(line)


def _doubt_names(line: Line, act: Act) -> None:
    """Doubt a bare verb's list in which something that is no object of it may stand: a verb
    without an object ("Cook meals, *shop* and clean"), or acts among the objects of what is a
    noun too ("Cost estimates and construction *administration*")."""
    for noun in act.objects[1:]:
        lone = line.joint(noun + 1)[0] > noun + 1 or line.ends_in(noun + 1)
        mark = line.kind(noun - 1) in ("mark", "conjunction")
        known = line.has(noun, "mass_nouns") or line.plural(noun)
        if lone and mark and line.read(noun, "base") and not known:
            line.doubt(PARALLEL)
        if act.reading.nominal and names_act(line, noun):
            line.doubt(MAY_NAME)


def _list_unclosed(line: Line, act: Act, found: Joint, end: int) -> bool:
    """Whether nothing but commas joins an act's objects, so that the "and" behind them may close
    their list rather than join an act."""
    if len(act.objects) < 2 or found.at != end or found.is_comma(line):
        return False
    plain = not line.starts_strongly(found.verb + 1)
    return plain and not any(line.joins(n) > n for n in range(act.objects[0], act.objects[-1]))


def _adjacent(line: Line, act: Act, found: Joint) -> bool:
    """Whether only a conjunction stands between two verbs, so that they share an object."""
    behind = act.verb + (2 if act.particle else 1)
    return line.over_adverbs(behind) >= found.at


def _follow(line: Line, found: Joint, parts: list[Part]) -> int:
    """Read a part of its own that begins behind a conjunction."""
    if found.opener is not None:
        return _framed(line, found.start, found.opener, parts)
    part = Part(found.start, None)
    parts.append(part)
    return _chain(line, part, found.verb, found.form, _NO_FORMS, parts)


def _act(line: Line, verb: int, form: VerbForm, outer: frozenset[VerbForm]) -> tuple[Act, int]:
    """Return the act at ``verb`` with its objects, and the position behind those."""
    reading = line.read(verb, form)
    assert reading is not None  # the caller found it there
    past = line.read(verb, "past")
    if (
        form == "participle"
        and past
        and not _passive(line, verb)
        and line.kind(verb - 1) != "auxiliary"
    ):
        reading, form = past, "past"  # "Hired as a teacher and taught two classes"
    act = Act(verb, reading, form)
    at = verb + 1
    if is_particle_verb(line, verb, reading.lemma):
        act.particle = line.low(at)
        at += 1
    if form == "participle" and _passive(line, verb):
        return act, at
    expected = Expected(form, outer)
    heads, at = objects(
        line, at, lambda n: begins_other(line, n, expected), gerunds=form == "gerund"
    )
    if reading.lemma in line.lexicon.words("half_copular"):
        heads = [n for n in heads if line.kind(n) != "adjective"]
    if reading.lemma not in line.lexicon.words("copular"):
        act.objects = tuple(heads)
    missing = not heads and line.joint(at)[0] == at and not _completed(line, verb, at)
    if missing and reading.lemma in line.lexicon.words("transitive"):
        line.doubt(NO_OBJECT)
    return act, at


def _completed(line: Line, verb: int, at: int) -> bool:
    """Whether something other than an object completes an act: "making *sure* that trucks leave",
    and a phrase where a parse finds the act too ("delivering *to* 600 addresses")."""
    if line.has(at, "clause_adjectives"):
        return True
    return line.kind(at) == "preposition" and line.sight is not None and line.lean(verb) > 1


def _passive(line: Line, verb: int) -> bool:
    """Whether a participle is acted on: a form of "be" or nothing at all in front of it."""
    at = line.before_adverbs(verb)
    return line.has(at, "be_forms") or (
        line.kind(at) != "auxiliary" and not line.starts_noun_phrase(verb + 1)
    )
