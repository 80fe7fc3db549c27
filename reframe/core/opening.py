"""Find the verb that a bullet or a sentence opens with, and the form that it stands in."""

from reframe.core.bullet import FINITE_FORMS, VerbForm
from reframe.core.chunks import chunk, names_act, names_agent
from reframe.core.frames import skip_lead
from reframe.core.lead_in import behind_front, tells_when
from reframe.core.lexicon import Reading
from reframe.core.line import Line
from reframe.core.rows import acting_row
from reframe.core.verbs import (
    gerund_is_verb,
    is_agent,
    is_particle_verb,
    makes_act_name,
)

MAY_NAME = "the line may be nothing but names"
OPENS_AS_NOUN = "the first word may be a noun"
SOMEONE_ELSE = "the subject may be someone else"
DENIED = "the act is denied"
POSSIBLE = "the act is possible, not done"
TITLED = "what follows may be what somebody became"
UNLISTED = "the first verb is not in the tables"
_LABEL = 6


def first_verb(line: Line, start: int) -> tuple[int, VerbForm] | None:
    """Return the position and form of the opening verb, behind "I", "was", adverbs and a phrase
    in front ("At the plant, ran ..."), or None when the line opens with something else."""
    at = skip_lead(line, start)
    lead = range(start, at)
    subject = any(line.has(n, "subjects") for n in lead)
    if any(line.has(n, "other_subjects") for n in lead):
        line.doubt(SOMEONE_ELSE)
    if any(line.has(n, "negations") for n in lead):
        line.doubt(DENIED)
    if any(line.has(n, "mere_modals") for n in lead):
        line.doubt(POSSIBLE)
    if any(line.has(n, "be_forms") for n in lead):
        return _in_form(line, at, "participle", "gerund")
    if any(line.has(n, "modals") for n in lead):
        return _in_form(line, at, "base")
    if any(line.kind(n) == "auxiliary" for n in lead):
        return _in_form(line, at, "participle")
    if line.kind(at) == "noun" and "/" in line.low(at) and line.read(at + 1, "past"):
        return at + 1, "past"  # "A/B tested"
    if line.low(at) == "to":
        behind = behind_front(line, at) if not lead else None
        if behind is not None and behind[1] == "past":
            return behind  # "To cut waste, changed the prep lists"
        return _in_form(line, at + 1, "base")
    if not subject and (
        line.kind(at) in ("preposition", "number", "relative") or tells_when(line, at)
    ):
        return behind_front(line, at)
    form = _form(line, at, subject=subject)
    return (at, form) if form else _behind_label(line, start)


def _behind_label(line: Line, start: int) -> tuple[int, VerbForm] | None:
    """Return the act behind a label and its colon ("Safety: ran weekly drills")."""
    reach = range(start + 1, min(start + _LABEL, line.size))
    colon = next((n for n in reach if line.low(n) == ":"), None)
    if colon is None or any(line.ends_in(n) for n in range(start, colon)):
        return None
    at = skip_lead(line, colon + 1)
    return next(((at, form) for form in FINITE_FORMS if _acts_plainly(line, at, form)), None)


def _acts_plainly(line: Line, at: int, form: VerbForm) -> bool:
    reading = line.read(at, form)
    return reading is not None and not reading.nominal and not reading.guessed


def _in_form(line: Line, at: int, *forms: VerbForm) -> tuple[int, VerbForm] | None:
    return next(((at, form) for form in forms if line.read(at, form)), None)


def _form(line: Line, at: int, *, subject: bool) -> VerbForm | None:
    past = line.read(at, "past")
    base = line.read(at, "base")
    counted = chunk(line, at + 2) if line.numbers(at) else None
    one = counted is not None and not line.plural(counted.head)
    if line.numbers(at) and base and (one or line.lexicon.verb(base.lemma) is None):
        line.doubt(OPENS_AS_NOUN)
        return None  # "Tier 2 support"
    if past and base and line.joint(at + 1)[0] > at + 1 and _joined_to_verb(line, at + 1, base):
        return "base"  # "Set up and configure"
    if past and base and past.lemma == base.lemma and _joined_to_base(line, at):
        return "base"  # "Reset passwords, patch servers"
    made = past is not None and past.lemma in line.lexicon.words("passive_openers")
    if line.has(at, "always_describing") and line.ends_in(at + 1) and not (subject or made):
        return None  # "Experienced in"
    if past is not None and _past_opens(line, at, past):
        return _past(line, at, past, subject=subject)
    third = line.read(at, "third")
    if third is not None and (not third.nominal or _nominal_opens(line, at, third)):
        return "third"
    gerund = line.read(at, "gerund")
    if gerund is not None and _gerund_opens(line, at, gerund):
        return "gerund"
    if base is not None and not subject and line.any_row(at, "set_nouns") > at:
        return None  # "Track record of safe work"
    if base is not None and (subject or not base.nominal or _nominal_opens(line, at, base)):
        return "base"
    if base is not None and _parsed_as_verb(line, at):
        return "base"
    if base is not None and acting_row(line, at):
        line.doubt(OPENS_AS_NOUN)
        return "base"  # "Bend conduit, pull wire and mount panels"
    part = line.read(at, "participle")
    chosen = part is not None and part.lemma in line.lexicon.words("passive_openers")
    if chosen and line.kind(at + 1) == "preposition":
        return "participle"  # "Chosen to represent the office"
    if past is None and line.read(at, "participle") and line.starts_noun_phrase(at + 1):
        line.doubt("the first verb may be passive")
        return "participle"
    return None


def _past_opens(line: Line, at: int, past: Reading) -> bool:
    follows = line.starts_noun_phrase(at + 1) or line.has(at + 1, "particles")
    if line.read(at, "base") and past.nominal and not follows:
        return _joined_to_verb(line, at + 1, past)  # "Cut, colored and styled hair"
    if line.has(at, "describing") and is_agent(line, at + 1):
        return False  # "Certified forklift operator"
    if past.nominal and line.lean(at) < 0 and not line.starts_strongly(at + 1):
        return line.read(at, "base") is None  # not "Wound care"
    if past.guessed and _joined_to_verb(line, at + 1, past):
        return True  # "Recieved and put away freight"
    return not past.guessed or follows or line.kind(at + 1) == "preposition"


def _past(line: Line, at: int, past: Reading, *, subject: bool) -> VerbForm:
    behind = line.over_adverbs(at + 1)
    if past.guessed:
        line.doubt(UNLISTED)
    before_noun = line.kind(at + 1) in ("noun", "adjective") and not subject
    unjudged = past.nominal and line.lexicon.verb(past.lemma) is None
    if before_noun and unjudged and line.has(at, "describing"):
        line.doubt("the first word may describe")
    if not subject and _names_only(line, at):
        line.doubt(MAY_NAME)  # "Advanced life support and airway management"
    passive = past.lemma in line.lexicon.words("passive_openers") and not subject
    passive = passive and not is_particle_verb(line, at, past.lemma)  # "Hired out equipment"
    if passive and line.kind(behind) == "preposition" and line.read(at, "participle"):
        return "participle"
    if passive and _titled(line, at + 1):
        line.doubt(TITLED)
    return "past"


def _names_only(line: Line, at: int) -> bool:
    """Whether a word that may describe or name is followed by nothing but the names of acts."""
    acted = line.starts_strongly(at + 1) or line.has(at + 1, "particles")
    if acted or not (line.has(at, "describing") or line.read(at, "base")):
        return False
    if line.read(at + 1, "gerund") and line.kind(at + 2) in ("mark", "conjunction"):
        return True  # "Lay planning, grading and marker making"
    rest = range(at + 1, line.size)
    if not all(line.kind(n) in ("noun", "adjective", "conjunction", "mark") for n in rest):
        return False
    heads = [n for n in rest if line.kind(n) == "noun" and line.joint(n + 1)[0] > n + 1]
    last = next((n for n in reversed(rest) if line.kind(n) == "noun"), at)
    return bool(heads) and all(names_act(line, n) for n in (*heads, last))


def _titled(line: Line, at: int) -> bool:
    """Whether one thing without an article follows ("Elected *vice president*"): then it may be
    what somebody was made, not what was acted on."""
    found = chunk(line, at)
    return (
        found is not None
        and line.kind(found.start) in ("noun", "adjective")
        and not line.plural(found.head)
        and not line.has(found.head, "mass_nouns")
        and not line.has(found.head, "people")
    )


def _gerund_opens(line: Line, at: int, gerund: Reading) -> bool:
    kind = line.kind(at + 1)
    if is_agent(line, at + 1) and not line.starts_strongly(at + 1):
        return False  # "Teaching assistant for a course"
    objectless = gerund.lemma in line.lexicon.words("intransitive")
    if kind == "noun" and objectless and not line.has(at + 1, "working_times"):
        return False  # "Working knowledge of spreadsheets"
    if not gerund_is_verb(line, at) and kind not in ("preposition", "conjunction"):
        return False
    if kind == "conjunction" and _names_kinds(line, at):
        line.doubt(MAY_NAME)  # "Opening and closing duties"
    if not gerund.nominal:
        return True
    if kind in ("mark", "end"):
        return False
    if line.starts_strongly(at + 1) or line.plural(at + 1) or kind == "adjective":
        return True
    if not _joined_to_verb(line, at + 1, gerund):
        line.doubt(OPENS_AS_NOUN)
    return line.low(at + 1) != "of"


def _names_kinds(line: Line, at: int) -> bool:
    """Whether nothing follows -ing words in a row but one bare noun, of which they may be kinds."""
    while line.read(at, "gerund"):
        behind, _ = line.joint(at + 1)
        if behind == at + 1:
            return line.kind(behind) == "noun" and line.kind(behind + 1) == "end"
        at = behind
    return False


def _nominal_opens(line: Line, at: int, reading: Reading) -> bool:
    """Whether a word that is a noun too ("Process", "Reports") opens the bullet as a verb."""
    behind = line.over_adverbs(at + 1)
    kind = line.kind(behind)
    if line.has(at, "front_nouns") and not line.starts_strongly(behind):
        acted = chunk(line, behind) if line.lean(at) == 2 else None
        if acted is None or not line.plural(acted.head) or kind != "adjective":
            return False
        line.doubt(OPENS_AS_NOUN)  # "Stage corporate conferences"
        return True
    if line.has(at, "front_plurals") and kind == "preposition":
        return False  # "Scores in school history"
    described = line.read(behind, "participle") and line.kind(behind + 1) in ("preposition", "end")
    if described:
        return False  # "Position held"
    if line.has(behind, "particles") and is_agent(line, behind + 1):
        return False  # "Drive through operator"
    if line.starts_strongly(behind) or is_particle_verb(line, at, reading.lemma):
        return True
    if line.has(at, "objectless") and kind in ("noun", "adjective"):
        return False  # "Travel bookings"
    if is_agent(line, behind):
        return False  # "Lead teacher for a preschool room"
    if line.low(behind) == "for" and line.has(at, "for_verbs"):
        line.doubt(OPENS_AS_NOUN)
        return line.starts_strongly(behind + 1)  # "Account for every sample"
    if f"{reading.lemma} {line.low(behind)}" in line.lexicon.words("prepositional_verbs"):
        line.doubt(OPENS_AS_NOUN)
        return True  # "Deals with suppliers"
    timed = reading.form == "third" and line.kind(at + 1) in ("time", "adverb")
    if timed and _ends_or_goes_on(line, behind, reading):
        line.doubt(OPENS_AS_NOUN)
        return True  # "Rounds hourly, turns patients"
    if line.lexicon.verb(reading.lemma) is None:
        line.doubt(OPENS_AS_NOUN)
        if kind == "conjunction":
            return _joined_to_verb(line, behind, reading)
        if _ends(line, behind):
            line.doubt(MAY_NAME)  # "Lease agreements and renewals"
        return kind in ("noun", "adjective") and not names_act(line, behind) and line.plural(behind)
    if kind == "preposition" and not _goes_with(line, at, behind, reading):
        return False  # "Calls to customers", "Decrease in waste", "Guard at a site"
    if kind in ("preposition", "relative"):
        line.doubt(OPENS_AS_NOUN)
        return line.low(behind) not in ("of", "for")
    if kind == "conjunction" or line.low(behind) == ",":
        return _joined_to_verb(line, behind, reading)
    if kind == "noun":
        if makes_act_name(line, behind - 1, reading):
            line.doubt(OPENS_AS_NOUN)
            return False
        following = chunk(line, behind)
        unsure = reading.form == "third" or line.lexicon.verb(reading.lemma) is None
        if unsure and following is not None and _done(line, following.end):
            return False  # "Needs assessments done with families"
        described = following is not None and following.described
        if following is not None and _ends(line, following.end):
            head = following.head
            if not line.plural(head) or _names_deed(line, head):
                line.doubt(MAY_NAME)  # "Lease agreements and renewals"
        if (
            described
            or names_act(line, behind)
            or (
                not line.plural(behind)
                and (
                    line.words[behind].text[:1].isupper()
                    or line.kind(behind + 1) in ("mark", "end")
                )
            )
        ):
            line.doubt(OPENS_AS_NOUN)
        return True
    return kind in ("adjective", "time")


def _goes_with(line: Line, at: int, behind: int, reading: Reading) -> bool:
    """Whether a verb that is a noun too may have no object but what a preposition leads to."""
    if line.low(behind) == "at":
        return not line.has(at, "person_verbs")
    if line.has(at, "amounts_of_change"):
        return line.low(behind) not in ("in", "of")
    if line.low(behind) not in ("to", "in"):
        return True
    return reading.lemma in line.lexicon.words("intransitive") or reading.form == "base"


def _ends_or_goes_on(line: Line, at: int, reading: Reading) -> bool:
    """Whether a line ends behind an adverb, or a verb of the same form follows its comma."""
    while line.kind(at) == "time":
        at += 1
    if line.kind(at) == "preposition":
        return True
    return line.low(at) == "," and _joined_to_verb(line, at, reading)


def _done(line: Line, at: int) -> bool:
    """Whether a participle tells what was done to things named in front: "plays *written* for two
    films", and not "orders placed *by* guests"."""
    while (behind := line.joint(at)[0]) > at and not line.read(behind, "base"):
        if (found := chunk(line, behind)) is None:
            break
        at = found.end
    told = line.read(at, "participle") is not None and not line.starts_strongly(at + 1)
    return told and line.ends_in(at + 1) and line.low(at + 1) != "by"


def _names_deed(line: Line, at: int) -> bool:
    """Whether a plural noun names acts or what comes of them ("agreements", "renewals")."""
    singular = line.lexicon.singular(line.low(at)).removesuffix("s")
    return singular.endswith(tuple(line.lexicon.words("act_endings"))) or singular in (
        line.lexicon.words("act_nouns")
    )


def _ends(line: Line, at: int) -> bool:
    """Whether nothing but joined nouns stands from here to the end of the line."""
    rest = range(at, line.size)
    if any(line.main(n) for n in rest):
        return False
    return all(line.kind(n) in ("noun", "adjective", "conjunction", "mark") for n in rest)


def _parsed_as_verb(line: Line, at: int) -> bool:
    """Whether a parse takes a word for a verb, and what follows can be its object."""
    if line.lean(at) < 2 or line.has(at, "front_nouns") or line.has(at, "objectless"):
        return False
    found = chunk(line, at + 1)
    if at + 1 < line.size and line.words[at + 1].text.istitle():
        return False  # "Gift Aid claims"
    if found is None or names_act(line, found.head) or names_agent(line, found.head):
        return False
    line.doubt(OPENS_AS_NOUN)
    if not line.plural(found.head) and _ends(line, found.end):
        line.doubt(MAY_NAME)
    return True


def _joined_to_base(line: Line, at: int) -> bool:
    """Whether a parse joins verbs to this one that can only stand in the present."""
    return any(
        line.main(n) and line.read(n, "base") and not line.read(n, "past")
        for n in range(at + 1, line.size)
    )


def _joined_to_verb(line: Line, at: int, reading: Reading) -> bool:
    """Whether a conjunction at ``at`` leads to a verb of the same form ("Train and oversee")."""
    behind = line.joint(at)[0]
    if behind == at:
        behind = at + 1 if line.low(at) == "," else at
    if behind == at:
        return False
    at = line.over_adverbs(behind)
    second = line.read(at, reading.form)
    if second is not None and second.nominal and line.low(at + 1) == "of":
        return False  # "Service and repair of boilers"
    if second is not None and second.nominal:
        line.doubt(OPENS_AS_NOUN)
    return second is not None
