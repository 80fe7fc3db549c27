"""Find the next act or opener that is joined to what has been read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reframe.core.bullet import FINITE_FORMS, VerbForm
from reframe.core.frames import Opener, find_opener, skip_lead, skip_openers
from reframe.core.lexicon import Reading
from reframe.core.line import Line
from reframe.core.objects import NO_CONJUNCTION
from reframe.core.opening import UNLISTED, first_verb
from reframe.core.verbs import (
    MAY_DESCRIBE,
    acts,
    base_is_verb,
    is_particle_verb,
    names_task,
)

MIXED = "the verbs stand in different forms"
LOWER = "a joined verb may belong to the words before it"
PURPOSE = "a joined verb may be a purpose or an act"
_FRONT = 10
BESIDE = "a joined verb may stand under the opener or beside it"


@dataclass(frozen=True, slots=True)
class Expected:
    """What may come: ``form`` is that of the acts so far (None under nouns), ``outer`` those
    that would begin a part of its own, ``waiting`` tells that the last act has no object yet.
    Under ``nouns`` a lone comma leads to no act ("Worked with the team, proposing changes");
    ``parallel`` tells that two acts or more have come in that form;
    ``named`` tells that nouns have come, among which a bare -ing word is one more;
    ``infinitive`` that the acts so far stand behind "to", so that "and to" joins one more."""

    form: VerbForm | None
    outer: frozenset[VerbForm]
    waiting: bool = False
    nouns: bool = False
    named: bool = False
    parallel: bool = False
    infinitive: bool = False

    @property
    def forms(self) -> Iterable[VerbForm]:
        """The forms to look for, the acts' own first."""
        return (*((self.form,) if self.form else ()), *sorted(self.outer - {self.form}))


@dataclass(frozen=True, slots=True)
class Joint:
    """What begins behind a conjunction or comma: ``at`` is where that stands."""

    at: int
    start: int
    verb: int
    form: VerbForm
    opener: Opener | None

    def is_comma(self, line: Line) -> bool:
        """Return whether nothing but a comma joins what begins here."""
        return line.low(self.at) == "," and self.start == self.at + 1


def next_joint(line: Line, start: int, expected: Expected) -> Joint | None:
    """Return what is joined behind ``start`` before the sentence ends, or None.

    An infinitive of purpose, a relative clause, a participle or a gerund behind a preposition
    can be joined to as well: what would fit there belongs there, and is doubtful.
    """
    inside: set[str] = set()
    at = start
    while at < line.size:
        if line.has(at, "sentence_ends") and at + 1 < line.size:
            return None
        inside.add(_subordinate(line, at, start))
        behind, comma = line.joint(at)
        if behind == at and (line.has(at, "pauses") or _dash(line, at)):
            behind, comma, inside = at + 1, False, set()
        if behind == at:
            _watch(line, at, inside)
            at += 1
            continue
        here = expected if at == start else replace(expected, waiting=False)
        found = _joined(line, at, behind, here, inside)
        if found is not None:
            return found
        if comma:
            inside = (inside & {"relative", "told", "gerund", "purposed"}) | (
                {"purposed"} if "purpose" in inside else set()
            )
        at = behind
    return None


def _dash(line: Line, at: int) -> bool:
    """Whether a hyphen stands between spaces, as a dash ("answered phones - filed forms")."""
    if line.low(at) != "-" or at + 1 >= line.size:
        return False
    return line.words[at].spaced and line.words[at + 1].spaced and line.kind(at + 1) != "number"


def begins_other(line: Line, start: int, expected: Expected) -> bool:
    """Return whether an act or an opener begins at ``start``, rather than a noun phrase."""
    return (
        _opener(line, start, expected) is not None
        or any(_verb_at(line, start, form, expected) is not None for form in expected.forms)
        or _mixed(line, start, start, expected, set()) is not None
    )


def _subordinate(line: Line, at: int, start: int) -> str:
    if line.low(at) == "to":
        behind = line.over_adverbs(at + 1)
        joined, _ = line.joint(behind + 1)
        paired = joined > behind + 1 and line.read(behind, "base") and line.read(joined, "base")
        return "purpose" if paired or base_is_verb(line, behind, strict=True) else ""
    if line.has(at, "clause_adjectives") and "make" in line.lemmas(at - 1):
        return "told"  # "Made sure orders met standards and left on time"
    if line.low(at) == "that" and line.lemmas(at - 1) & line.lexicon.words("clause_verbs"):
        return "told"  # "Ensured that orders met standards and left on time"
    if line.kind(at) in ("relative", "auxiliary") and line.low(at + 1) != "of":
        return "relative"  # but not "because of"
    if line.has(at, "example_leads") and at > start:
        return "gerund"  # "..., including backups, *patching* and updates"
    if line.read(at, "gerund") and at > start:
        clause = line.kind(at - 2) == "relative" and line.reads(at - 1)
        if clause or line.kind(at - 1) == "preposition":
            return "gerund"  # "..., which included cleaning pans, *wrapping* food"
    if line.read(at, "participle") and line.kind(at - 1) == "noun" and at >= start:
        return "participle"
    return ""


def _joined(line: Line, at: int, start: int, expected: Expected, inside: set[str]) -> Joint | None:
    verb = line.over_adverbs(start)
    opener = None if "told" in inside else _opener(line, start, expected, inside)
    if opener is not None:
        return Joint(at, start, verb, expected.form or "past", opener)
    told = _told_by_self(line, start) or _behind_clause(line, start, expected)
    if told is not None:
        return Joint(at, start, told[0], told[1], None)
    oxford = line.low(at) == "," and start > at + 1
    for form in expected.forms:
        found = _verb_at(line, start, form, expected)
        lone = start == at + 1 and line.low(at) == ","
        own = found is not None and expected.nouns and lone and form == "gerund"
        if found and own and not ("gerund" in expected.outer and closes_row(line, found)):
            inside.add("gerund")  # what is joined to it is its own: "..., proposing and testing"
            continue
        if found is None and form == "gerund" and form == expected.form:
            found = _governed_alike(line, at, start)
        if found is None:
            continue
        if line.kind(at - 1) == "adjective" and not line.starts_strongly(found + 1):
            line.doubt(MAY_DESCRIBE)
        finite = form != "gerund" and line.starts_noun_phrase(found + 1)
        above = line.main(found) and finite and "told" not in inside
        if not above and _belongs_lower(line, inside, form, found) and not oxford:
            return None
        if form == expected.form and form in expected.outer:
            line.doubt(BESIDE)
        return Joint(at, start, found, form, None)
    return _mixed(line, at, start, expected, inside)


def closes_row(line: Line, at: int) -> bool:
    """Return whether an -ing word behind "and" closes the row that one begins: "..., *filling*
    shelves, and *helping* guests"."""
    joints = (line.joins(n) for n in range(at + 1, line.size) if line.joins(n) > n)
    return any(line.read(line.over_adverbs(behind), "gerund") for behind in joints)


def _governed_alike(line: Line, at: int, start: int) -> int | None:
    """Return the -ing act behind a preposition that governs one before ("*in* preparing budgets
    and *in* consulting leaseholders")."""
    word = line.low(start)
    first = next((n for n in range(at) if line.kind(n) == "preposition"), at)
    same = (
        n for n in range(at) if line.low(n) == word and (n == first or line.read(n + 1, "gerund"))
    )  # "Responsible *for* payroll and *for* training staff"
    if line.kind(start) != "preposition" or next(same, None) is None:
        return None
    return start + 1 if line.read(start + 1, "gerund") else None


def _mixed(line: Line, at: int, start: int, expected: Expected, inside: set[str]) -> Joint | None:
    """Return an act in another form than the acts before ("Created and maintains files")."""
    verb = line.over_adverbs(start)
    if line.low(verb) == "to" and line.read(verb + 1, "base"):
        line.doubt(LOWER)
    if _goes_on(line, verb, expected.form, inside):
        line.doubt(MIXED)
        return Joint(at, start, verb, "gerund", None)
    if (expected.form not in FINITE_FORMS and not expected.outer) or inside - {""}:
        return None
    for form in FINITE_FORMS:
        reading = line.read(verb, form) if form != expected.form else None
        if reading and line.has(verb, "describing") and not line.starts_strongly(verb + 1):
            continue  # "banners and printed handouts"
        if line.any_row(verb, "set_nouns") > verb:
            continue  # "like post and get methods"
        named = line.lean(verb) < 0  # "balances, pipettes and meters"
        classed = reading is not None and line.lexicon.verb(reading.lemma) is not None
        if reading is not None and not (reading.nominal or reading.guessed or named):
            if not classed and form == "third":
                continue  # "balances, pipettes and meters"
            line.doubt(MIXED)
            return Joint(at, start, verb, form, None)
    return None


def _goes_on(line: Line, at: int, form: VerbForm | None, inside: set[str]) -> bool:
    """Whether an -ing word goes on with finite acts, as a slip has it ("Ran the desk *and
    answering* the phones"): it acts and is no noun, nothing between them could govern it, and a
    parse, where there is one, joins the two."""
    reading = line.read(at, "gerund")
    if form not in FINITE_FORMS or reading is None or inside - {"", "participle"}:
        return False
    if line.sight and line.beside(at) < 0:
        return False
    front = line.before_adverbs(at)
    if line.joins(front) != front + 1 or line.has(front, "choosing_joints"):
        return False
    acts_before = [n for n in range(front) if line.read(n, form)]
    if not acts_before or any(_may_govern(line, n, acts_before[0]) for n in range(front)):
        return False
    takers = line.lexicon.words("act_takers")
    doing = (n for n in acts_before if n == acts_before[0] or line.plain_verb(n))
    if any(line.lemmas(n) & takers for n in doing):
        return False
    return _acts_for_certain(line, at, reading)


def _may_govern(line: Line, at: int, act: int) -> bool:
    """Whether a word between an act and an -ing word may govern the latter, or stand in a row
    with it."""
    if line.kind(at) == "relative" or line.read(at, "gerund"):
        return True
    if line.kind(at) != "preposition":
        return False
    if line.low(at) == "by" and line.read(at - 1, "participle"):
        return False  # "listed by the office"
    free = line.has(at, "thing_prepositions") and not line.has(at - 1, "act_wanting_nouns")
    return at == act + 1 or not free  # "Looked for", "support for"


def _acts_for_certain(line: Line, at: int, reading: Reading) -> bool:
    """Whether an -ing word can name and describe nothing here."""
    if line.has(at, "named_things") or line.has(at, "gerund_modifiers") or line.low(at + 1) == "of":
        return False
    strong = line.starts_strongly(at + 1) or is_particle_verb(line, at, reading.lemma)
    if line.has(at, "gerund_nouns"):
        return strong
    pair = f"{reading.lemma} {line.low(at + 1)}"
    tied = line.kind(at + 1) == "preposition" and not reading.nominal
    tied = tied or pair in line.lexicon.words("prepositional_verbs")
    plain = line.has(at, "acting_gerunds") and line.kind(at + 1) in ("noun", "adjective")
    return strong or tied or plain


def _told_by_self(line: Line, start: int) -> tuple[int, VerbForm] | None:
    """Return the act of a clause that begins anew with "I", behind a phrase or clause in front
    of it if there is one ("and *at the end of the week I did* the invoices")."""
    subject = skip_openers(line, start)
    front = line.kind(subject) in ("preposition", "relative", "article")
    if front and not line.has(subject, "pronouns"):
        reach = range(subject + 1, min(subject + _FRONT, line.size))
        subject = next((n for n in reach if line.has(n, "first_persons")), subject)
    return first_verb(line, subject) if line.has(subject, "first_persons") else None


def _behind_clause(line: Line, start: int, expected: Expected) -> tuple[int, VerbForm] | None:
    """Return the act behind a clause in front of it ("and *when it was quiet cleaned* the bar")
    that a parse joins to the others; doubtful without one."""
    if line.kind(start) != "relative" or expected.form is None:
        return None
    if line.low(start) == "that":
        return None
    for at in range(start + 1, min(start + _FRONT, line.size)):
        acted = line.kind(at - 1) == "auxiliary"  # "and whatever could be *spared*"
        if line.main(at) and line.read(at, expected.form) and not acted:
            return at, expected.form
        if line.kind(at) == "mark":
            break
    return None


def _belongs_lower(line: Line, inside: set[str], form: VerbForm, at: int) -> bool:
    """Whether an act at ``at`` is joined to what stands below the acts so far."""
    paired = line.joins(at - 1) == at and line.read(at - 2, "participle") is not None
    lower = (
        ("participle" in inside and paired and line.ends_in(at + 1))  # "kept it clipped and sealed"
        or ("purpose" in inside and form == "base")
        or ("gerund" in inside and form == "gerund")
        or (bool(inside & {"relative", "told"}) and form in ("past", "third", "base"))
    )
    strong = "purpose" in inside and line.starts_strongly(at + 1)
    if form == "base" and (strong or "purposed" in inside):
        line.doubt(PURPOSE)  # "Meet with families to arrange services and guide them"
    if lower or ("participle" in inside and form in ("past", "participle")):
        line.doubt(LOWER)
    return lower


def _opener(
    line: Line, start: int, expected: Expected, inside: set[str] | None = None
) -> Opener | None:
    """Return an opener whose verb stands in a form that is expected here."""
    opener = find_opener(line, start)
    if opener is None or opener.frame.verb:
        return None
    allowed = expected.outer or frozenset({expected.form} if expected.form else ())
    if opener.forms:
        if opener.forms & allowed:
            return opener
        verb = line.over_adverbs(start)
        slips = "gerund" in opener.forms and _goes_on(line, verb, expected.form, inside or set())
        return opener if slips else None
    return opener if line.has(skip_lead(line, start), "joined_openers") else None


def _verb_at(line: Line, start: int, form: VerbForm, expected: Expected) -> int | None:
    own = form == expected.form
    at = line.over_adverbs(start)
    if own and expected.infinitive and line.low(at) == "to":
        at = line.over_adverbs(at + 1)  # "My role was to plan shifts and to train staff"
        return at if base_is_verb(line, at, strict=True) else None
    if "/" in line.low(at) and line.read(at, form) is None:
        at += 1  # "A/B tested"
    reading = line.read(at, form)
    if reading is None or (expected.named and form == "gerund" and names_task(line, at)):
        return None
    waiting = expected.waiting and own
    chained = own and not expected.named
    parallel = chained and expected.parallel
    found = acts(line, at, reading, waiting=waiting, chained=chained, parallel=parallel)
    if found and reading.guessed and form == "base":
        line.doubt(UNLISTED)
    return at if found else None


def _watch(line: Line, at: int, inside: set[str]) -> None:
    """Doubt a line in which a further verb stands without a conjunction (a run-on)."""
    past = line.read(at, "past")
    before = line.kind(at - 1)
    if past is None or before not in ("noun", "mark", "number", "time", "adverb"):
        return
    if line.has(at - 1, "contrasts"):
        line.doubt(NO_CONJUNCTION)
    capital = line.words[at].text[:1].isupper() and not line.words[at - 1].text[:1].isupper()
    strong = (
        line.main(at) is not False
        and not inside & {"relative", "purpose", "gerund"}
        and line.starts_strongly(at + 1)
        and not past.nominal
    )
    if strong or (capital and line.lexicon.verb(past.lemma) is not None):
        line.doubt(NO_CONJUNCTION)
