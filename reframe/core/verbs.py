"""Decide from the words around it whether a word acts here, or names or describes a thing."""

from reframe.core.chunks import chunk, names_act, names_agent
from reframe.core.lexicon import Reading
from reframe.core.line import Line
from reframe.core.rows import acting_row, sharing_row

MAY_DESCRIBE = "a joined word may describe"
INSIDE = "a joined word may be a noun behind a preposition"
PERSON = "an -ing word may act on people or describe them"
SELDOM = "a joined word that is seldom a verb stands where one may"
PARALLEL = "verbs in a row lead to a word that the parse takes for a noun"
MAY_NAME_TASK = "a joined -ing word may name a kind"
MAY_BE_NOUN = "a joined word may be a noun"


def is_particle_verb(line: Line, at: int, lemma: str) -> bool:
    """Return whether the next word is a particle that makes one act with the verb ("set up")."""
    if not line.has(at + 1, "particles") or line.after_approximator(at + 1) > at + 1:
        return False  # "picked up to 300 orders"
    if f"{lemma} {line.low(at + 1)}" in line.lexicon.words("particle_verbs"):
        return True
    free = line.has(at + 1, "free_particles") and lemma not in line.lexicon.words("intransitive")
    plain = line.kind(at + 2) in ("noun", "adjective") and (at == 0 or line.plain_verb(at))
    plain = plain or (
        line.kind(at + 2) == "noun" and line.joins(at - 1) == at and line.lean(at) > 0
    )
    return free and (line.starts_strongly(at + 2) or plain)


def is_person(line: Line, at: int) -> bool:
    """Return whether a noun names people one acts on ("staff", "customers")."""
    people = line.lexicon.words("people")
    return line.low(at) in people or line.lexicon.singular(line.low(at)) in people


def makes_act_name(line: Line, at: int, reading: Reading) -> bool:
    """Return whether a word and what follows name an act together ("process improvement")."""
    if reading.lemma not in line.lexicon.words("compounding"):
        return False
    found = chunk(line, at + 1)
    return found is not None and names_act(line, found.head)


def inside_phrase(line: Line, at: int) -> bool:
    """Return whether nouns in a row behind a preposition lead up to a word ("for home and
    *travel* policies")."""
    while at > 0 and line.kind(at) not in ("preposition", "relative"):
        at -= 1
        if line.low(at) == "to" and line.read(at + 1, "base"):
            return False  # "to draft protocols and *code* interviews"
        joined = "-" in line.low(at)  # "timber-framed"
        if (line.plain_verb(at) and not joined) or line.kind(at) == "auxiliary":
            return False
    return at > 0


def _in_list(line: Line, at: int) -> bool:
    """Whether a comma stands between the last preposition and a word."""
    while at > 0 and line.kind(at) != "preposition":
        at -= 1
        if line.low(at) == ",":
            return True
    return False


def is_agent(line: Line, at: int) -> bool:
    """Return whether one person is named by a job at ``at``, and not counted or pointed out."""
    found = chunk(line, at)
    return found is not None and names_agent(line, found.head)


def doubt_noun_before_noun(line: Line, at: int) -> None:
    """Doubt an -ing word that is a noun first and may describe the noun behind it
    ("training programs", but not "filing invoices")."""
    if line.has(at, "gerund_nouns") and line.kind(at + 1) == "noun" and not is_person(line, at + 1):
        sure = line.plural(at + 1) and not line.has(at + 1, "compound_heads")
        if not sure or line.has(at, "gerund_modifiers"):
            line.doubt(MAY_BE_NOUN)


def base_is_verb(line: Line, at: int, *, strict: bool) -> bool:
    """Return whether a word can be a verb in its base form here.

    A word that is a noun too ("process") counts when ``strict`` only before a noun phrase, and
    never before a word that names an act ("process improvement").
    """
    reading = line.read(at, "base")
    if reading is None:
        return False
    seldom = line.has(at, "seldom_verbs") and line.low(at - 1) != "to"
    if not reading.nominal or (not strict and not seldom):
        return True
    if is_particle_verb(line, at, reading.lemma):
        return True  # "Helped customers set up accounts"
    if seldom:
        return line.starts_strongly(at + 1)
    if line.lean(at) == 2 and line.starts_noun_phrase(at + 1):
        told = line.low(at - 1) == "to" or line.plural(at + 1)
        if told and not makes_act_name(line, at, reading):
            return True  # "to *position* new releases", "helped the optometrist *pretest* patients"
    behind, _ = line.joint(at + 1)
    if behind > at + 1 and line.read(behind, "base"):
        return True  # "Helped customers find and fit shoes"
    return line.lexicon.verb(reading.lemma) is not None and (
        line.starts_strongly(at + 1)
        or line.kind(at + 1) == "adjective"
        or (line.kind(at + 1) == "noun" and not makes_act_name(line, at, reading))
    )


def gerund_is_verb(line: Line, at: int, *, chained: bool = False) -> bool:
    """Return whether an -ing word acts on something here, or is a noun ("marketing materials").

    ``chained`` tells that acts of this form stand in front, which makes another one likely.
    """
    reading = line.read(at, "gerund")
    if reading is None or line.low(at + 1) == "of":
        return False  # "commissioning of switchboards"
    behind = at + 1
    if not line.has(at, "gerund_nouns") or is_particle_verb(line, at, reading.lemma):
        return True
    if line.starts_strongly(behind) or line.kind(behind) in ("adjective", "time"):
        return True
    over = line.over_adverbs(behind)
    if over > behind and line.read(over, "participle") and line.kind(over + 1) == "noun":
        return True  # "training newly hired staff"
    if line.kind(behind) != "noun":
        return False
    if line.lean(at) < 0 and line.has(behind, "compound_heads") and not chained:
        return False  # "training programs"
    if not line.has(at, "gerund_modifiers") or (
        line.lean(at) == 2 and not chained and line.main(at)
    ):
        return True
    if line.plural(behind) and is_person(line, behind):
        line.doubt(PERSON)  # "meeting visitors", but "nursing students"
    return chained and line.plural(behind) and not line.has(behind, "compound_heads")


def leads_to_act(line: Line, at: int) -> bool:
    """Return whether -ing words in a row end in one with an object ("hiring and training staff")."""
    while reading := line.read(at, "gerund"):
        behind, _ = line.joint(at + 1)
        if is_particle_verb(line, at, reading.lemma):
            return line.starts_noun_phrase(at + 2)
        if behind == at + 1:
            return line.starts_noun_phrase(behind) and gerund_is_verb(line, at)
        at = line.over_adverbs(behind)
    return False


def names_task(line: Line, at: int) -> bool:
    """Return whether an -ing word stands alone among nouns ("filing, *copying* and franking")."""
    reading = line.read(at, "gerund")
    if reading is None or is_particle_verb(line, at, reading.lemma) or leads_to_act(line, at):
        return False
    kind = line.kind(at + 1)
    return kind in ("end", "mark", "conjunction") or (kind == "preposition" and reading.nominal)


def acts(
    line: Line, at: int, reading: Reading, *, waiting: bool, chained: bool, parallel: bool = False
) -> bool:
    """Return whether a word behind a conjunction is a further act, in the form of ``reading``.

    Args:
        line: The line.
        at: The word.
        reading: How it would be read.
        waiting: The act before has no object yet ("Planned and *delivered* lessons").
        chained: The act before stands in the same form.
        parallel: So does the one before that.
    """
    kind = line.kind(at + 1)
    if _inside_set_phrase(line, at):
        return False  # "got the team up and running"
    if is_particle_verb(line, at, reading.lemma):
        return True
    if reading.form in ("past", "participle"):
        return _past_acts(line, at, reading, waiting=waiting)
    if reading.form == "gerund":
        if line.any_row(at, "set_nouns") > at:
            return False  # "between candidates and *hiring* managers"
        if line.has(at, "describing") and not line.starts_strongly(at + 1):
            if line.kind(at - 2) == "adjective" and line.kind(at - 3) != "noun":
                return False  # "new and *existing* customers"
            return chained and line.lean(at) == 2 and line.plural(at + 1)  # "changing linens"
        unknown = not line.is_known_verb(reading.lemma)
        if not chained and unknown and kind == "noun" and line.joins(at - 1) == at:
            line.doubt(MAY_NAME_TASK)  # "permit applications and zoning questions"
            return not reading.nominal
        # "Disposing of waste" acts; "I was thinking of selling" does not yet.
        own = reading.lemma in line.lexicon.words("takes_of") and line.kind(at - 1) != "auxiliary"
        if line.low(at + 1) == "of" and not own:
            # "Counting and *labeling* of prescriptions"
            return chained and waiting and line.is_known_verb(reading.lemma)
        if kind == "noun" and is_agent(line, at + 1):
            return False  # "swimming teacher"
        if line.has(at, "gerund_nouns"):
            if not gerund_is_verb(line, at, chained=chained):
                if parallel and line.joins(at - 1) == at and kind in ("end", "mark"):
                    line.doubt(MAY_NAME_TASK)  # "verifying references, updating files, and filing"
                    return True
                return waiting
            doubt_noun_before_noun(line, at)
            return True
        return kind != "end" or waiting
    return _present_acts(line, at, reading, waiting=waiting, chained=chained, parallel=parallel)


def _inside_set_phrase(line: Line, at: int) -> bool:
    for n in range(max(at - 3, 0), at):
        acting = () if line.plural(n - 1) else line.reads(n - 1)
        of_verb = any(is_particle_verb(line, n - 1, r.lemma) for r in acting)
        if line.any_row(n, "set_nouns") > at and not of_verb:
            return True
    return False


def _past_acts(line: Line, at: int, reading: Reading, *, waiting: bool) -> bool:
    kind, strong = line.kind(at + 1), line.starts_strongly(at + 1)
    if line.any_row(at, "set_nouns") > at:
        return False  # "views and stored procedures"
    described = line.read(at, "participle") is not None and not strong and not waiting
    if described and line.low(at - 1) == ",":
        bare = line.kind(at - 2) == "adjective" and line.kind(at - 3) == "article"
        if bare and kind in ("noun", "adjective"):
            return False  # "a clean, *organized* sales floor"
        still = reading.lemma in line.lexicon.words("intransitive") or kind != "preposition"
        if not still and not line.main(at):
            line.doubt(MAY_DESCRIBE)
            return False  # "a third reel, *shot* on film"
    if reading.nominal and not strong and line.lean(at) <= 0:
        behind = chunk(line, at + 1)
        if behind is not None and kind == "noun" and names_act(line, behind.head):
            return False  # "hotel blocks and *ground* transportation"
    if kind == "conjunction" and not waiting and reading.nominal:
        second = line.over_adverbs(line.joins(at + 1))
        if line.read(second, reading.form) is None:
            return False  # "flashing, felt and shingles"
    if reading.guessed and not (strong or kind in ("noun", "adjective", "time")):
        return False
    if not waiting and (kind in ("end", "mark") or line.low(at + 1) == "by"):
        return False  # "five poems, published by the press"
    if line.has(at, "describing") and not (strong or waiting) and kind in ("noun", "adjective"):
        if line.has(at, "always_describing"):
            return False
        if line.lean(at) <= 0:
            if line.lexicon.verb(reading.lemma) is None:
                return False
            line.doubt(MAY_DESCRIBE)
        elif line.kind(at - 3) == "adjective" and inside_phrase(line, at):
            line.doubt(MAY_DESCRIBE)  # "tests on raw materials and finished products"
        elif line.main(at) is False:
            line.doubt(MAY_DESCRIBE)  # "to explain line capacity and planned downtime"
    if reading.nominal and line.read(at, "base") and not line.starts_noun_phrase(at + 1):
        return waiting and kind in ("conjunction", "mark")
    return True


def _present_acts(
    line: Line, at: int, reading: Reading, *, waiting: bool, chained: bool, parallel: bool
) -> bool:
    kind, strong = line.kind(at + 1), line.starts_strongly(at + 1)
    if line.read(at + 1, "participle") and line.kind(at + 2) == "preposition" and reading.nominal:
        return False  # "schedules used by partners"
    if not reading.nominal:
        return kind not in ("end", "mark") or waiting
    if line.numbers(at):
        return False  # "Tier 1 and Tier 2 support"
    if strong or line.has(at + 1, "asked_leads"):
        return True  # "and *documents* how guests felt"
    if chained and kind == "adverb" and line.has(at + 1, "particles"):
        if line.lean(at) <= 0:
            line.doubt(SELDOM)  # "leads meetings and *circles* back on open items"
        return True
    capital = line.words[at].text[:1].isupper()
    if capital and line.words[min(at + 1, line.size - 1)].text[:1].isupper():
        return False
    if waiting and kind in ("conjunction", "mark") and sharing_row(line, at, reading.form):
        return True  # "Plan, price and sell packages"
    if inside_phrase(line, at):
        if line.sight and line.lean(at) < (1 if line.main(at) else 2):
            acted = chained and line.plural(at + 1)
            if acted and line.joins(at - 1) == at and reading.form == "base":
                line.doubt(INSIDE)  # "with the family and *link* clients to housing"
                return is_person(line, at + 1) and line.kind(at + 2) == "preposition"
            return False  # "even during sales and holiday weekends"
        if _in_list(line, at) or line.lexicon.verb(reading.lemma) is None:
            line.doubt(INSIDE)  # "Adhere to safety rules and break schedules"
    elif chained and kind in ("noun", "adjective"):
        seldom = line.has(at, "seldom_verbs") or not line.is_known_verb(reading.lemma)
        if line.lean(at) > 0:
            if seldom and not parallel and reading.form == "base" and kind == "noun":
                line.doubt(SELDOM)  # "boilers and water heaters", "books and stage shows"
            return True
        if kind == "noun" and reading.form == "base" and acting_row(line, at):
            line.doubt(PARALLEL)
            return True
        if line.kind(at - 1) == "conjunction" and waiting:
            return True  # "Batter and fry fish"
        if line.lean(at) < 0:
            line.doubt(PARALLEL)  # "face products and price markdowns"
    found = _noun_acts(line, at, reading, waiting=waiting, chained=chained)
    if chained and not (found or line.sight) and kind in ("noun", "adjective"):
        line.doubt(PARALLEL)
    return found


def _noun_acts(line: Line, at: int, reading: Reading, *, waiting: bool, chained: bool) -> bool:
    """Whether a word that is a noun too acts here by what stands behind it."""
    kind = line.kind(at + 1)
    known = line.is_known_verb(reading.lemma)
    if line.has(at, "seldom_verbs") or (not known and line.lean(at) < 0):
        return False
    if kind == "noun" and (known or (chained and line.plural(at + 1))):
        if makes_act_name(line, at, reading):
            return False
        found = chunk(line, at + 1)
        head = found.head if found else at + 1
        if not known or not line.plural(head) or line.has(head, "compound_heads"):
            line.doubt(MAY_BE_NOUN)
        return True
    if kind == "adjective" or line.kind(line.over_adverbs(at + 1)) == "noun":
        return known  # "ship online orders"
    if known and kind in ("conjunction", "mark"):
        behind = line.over_adverbs(line.joint(at + 1)[0])
        second = line.read(behind, reading.form)
        if second is not None and not second.nominal and behind > at + 1:
            line.doubt(MAY_BE_NOUN)
            return True
        return waiting
    return False
