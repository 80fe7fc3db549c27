"""Openers that stay ("Helped", "Involved in"): their tense, and the act behind them as a verb.

The client's part is a fact, so the opener keeps its meaning: "Assisted in preparing reports" may
become "Helped prepare reports", and never "Prepared reports".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from reframe.core.act_names import NamedActs, named_acts
from reframe.core.acts_of import is_act
from reframe.core.bullet import Segment, VerbForm
from reframe.core.claims import Participation
from reframe.core.first_person import was_again
from reframe.core.inflect import inflect
from reframe.core.lexicon import Lexicon, Reading
from reframe.core.mechanics_acts import behind_comma
from reframe.core.sentence_case import like
from reframe.core.stripping import duty_beside, joint_edits, loosely_joined
from reframe.core.suggestion import FIRST_PERSON, INFLECTED, SAME, Edit, Piece
from reframe.core.words import Word

_TENSE = "The tense of the role; the opener states the client's part and stays."
_ACT = "The act stands as a verb; the opener states the client's part and stays."
_BEHIND_BE = frozenset({"past", "participle", "gerund"})
_SHORT = 4
_HELP = "help"


def opener_edits(
    text: str,
    segment: Segment,
    words: Sequence[Word],
    lexicon: Lexicon,
    tense: Literal["past", "present"],
    *,
    alone: bool = False,
) -> Iterator[Edit]:
    """Yield the edits of an opener that stays and of what it governs, or of it ``alone``."""
    opener = segment.opener
    assert opener is not None
    inside = [w for w in words if opener.start <= w.start and w.end <= opener.end]
    to = words[0] if words[0].low == "to" and inside and inside[0].i == 1 else None
    again = was_again([w for w in words if w.start >= opener.end], lexicon)
    off = () if again else tuple(_subject(inside, words, lexicon))
    found = _own_verb(inside, lexicon)
    if found is None or _goes_on_acting(segment, words, inside, lexicon):
        yield from off
        return
    word, readings = found
    loose = loosely_joined(segment, words, lexicon)
    acts = [] if loose or alone else [*_acts_as_verbs(text, segment, words, inside, word, lexicon)]
    helps = bool(acts) and _helps(readings, lexicon)
    edit = _verb(text, word, readings, tense, lexicon, helps=helps)
    if to is not None:
        if word is not inside[0]:
            return
        # "To assist the engineer": a duty, as a profile of a post has it.
        now = edit.pieces if edit else (Piece(like(word.low, to.text), SAME),)
        off, edit = (), Edit(to.start, word.end, now, _TENSE)
    if edit and off and off[0].end == edit.start and lexicon.is_gerund(word.low):
        yield replace(edit, start=off[0].start)  # "was" and "helping" go together or not at all
    else:
        yield from (*off, *filter(None, (edit,)))
    yield from acts
    if acts:
        yield from joint_edits(segment, words, lexicon)


def _goes_on_acting(
    segment: Segment, words: Sequence[Word], inside: Sequence[Word], lexicon: Lexicon
) -> bool:
    """Whether an act in -ing behind a thing is beside the opener, or in what it tells of:
    "Participating in interviews and *giving* feedback"."""
    if inside[-1].low != "in" or not lexicon.is_gerund(inside[0].low):
        return False
    behind = [w for w in words if inside[-1].end <= w.start < segment.extent[1]]
    thing = bool(behind) and not is_act(behind[0], lexicon)
    return thing and any(w.low == "and" and is_act(v, lexicon) for w, v in pairwise(behind))


def _subject(inside: Sequence[Word], words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Take "I" and "I was" off, and "was" in front of an opener that says all without it; beside an
    act in the past it stays ("*was* involved in fairs and sold tickets")."""
    spoken = bool(inside) and inside[0].low in lexicon.words("first_person_subjects")
    rest = _behind(inside[spoken:], "subject_auxiliaries", lexicon)
    # "Was assisting with" is "Assisted with", and never "Was assisted with".
    if not spoken and not (rest and lexicon.is_gerund(rest[0].low)):
        rest = _behind(inside, "bare_auxiliaries", lexicon)
        if not rest or rest[0].low not in lexicon.words("bare_openers"):
            return
        if _beside_act(inside, words, lexicon):
            return
    if rest and len(rest) < len(inside):
        yield Edit(inside[0].start, rest[0].start, (), FIRST_PERSON)


def _beside_act(inside: Sequence[Word], words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether an act stands in front of an opener, or one in the past is joined behind it."""
    later = words[inside[-1].i + 1 :]
    return inside[0].i > 0 or any(
        one.low in lexicon.words("conjunctions")
        and any(r.form == "past" and not r.nominal for r in lexicon.readings.get(two.low, ()))
        for one, two in pairwise(later)
    )


def _behind(inside: Sequence[Word], name: str, lexicon: Lexicon) -> Sequence[Word]:
    """Return the words behind those of a list that stand in front."""
    at = 0
    while at < len(inside) and inside[at].low in lexicon.words(name):
        at += 1
    return inside[at:]


def _own_verb(inside: Sequence[Word], lexicon: Lexicon) -> tuple[Word, tuple[Reading, ...]] | None:
    """Return the verb of an opener; "In charge of" and "Key contributor to" have none."""
    passed = lexicon.words("first_person_subjects") | lexicon.words("subject_auxiliaries")
    been = False
    for word, behind in pairwise([*inside, None]):
        assert word is not None
        if word.low in passed or word.low.endswith("ly"):
            been = been or word.low in lexicon.words("be_forms")
            continue
        readings = lexicon.readings.get(word.low, ())
        if been:  # "Was part of a team", but "was working with"
            readings = tuple(r for r in readings if r.form in _BEHIND_BE)
        named = word.low in lexicon.words("seldom_verbs") and not (
            behind is None or behind.low in lexicon.words("phrase_stops")
        )
        part = behind is not None and behind.low == "of" and all(r.nominal for r in readings)
        return (word, readings) if readings and not (named or part) else None
    return None


def _helps(readings: Sequence[Reading], lexicon: Lexicon) -> bool:
    return readings[0].lemma in lexicon.words("helping_verbs")


def _verb(
    text: str,
    word: Word,
    readings: Sequence[Reading],
    tense: Literal["past", "present"],
    lexicon: Lexicon,
    *,
    helps: bool,
) -> Edit | None:
    forms = {reading.form for reading in readings}
    finished = bool(forms & {"past", "participle"})
    moved = {"base", "third", "gerund"} if tense == "past" else {"third", "gerund"}
    if finished and not helps:
        return None
    if not finished and not forms & moved and not helps:
        return None
    form: VerbForm = "past" if finished or tense == "past" else "base"
    lemma = _HELP if helps else readings[0].lemma
    shape = text[word.start : word.end]
    now = inflect(lemma, form, lexicon)
    now = like(now, shape)
    if now == shape:
        return None
    origin = SAME if helps and readings[0].lemma != _HELP else INFLECTED
    return Edit(word.start, word.end, (Piece(now, origin),), _ACT if helps else _TENSE)


def _acts_as_verbs(
    text: str,
    segment: Segment,
    words: Sequence[Word],
    inside: Sequence[Word],
    verb: Word,
    lexicon: Lexicon,
) -> Iterator[Edit]:
    """Yield what turns the acts under an opener into plain verbs, or nothing."""
    if segment.participation is Participation.REMIT:
        return
    helps = _helps(lexicon.readings[verb.low], lexicon)
    if len(inside) < 2:
        yield from _behind_people(text, segment, words, verb, lexicon, helps=helps)
        return
    tie = inside[-1]
    if segment.clauses:
        if helps and tie.low in lexicon.words("helping_ties") and _takes_act(inside, verb, lexicon):
            yield from _helped(segment, words, tie, lexicon)
        return
    if tie.low not in lexicon.words("opener_ties") or tie.start < verb.start:
        return
    found = named_acts(
        words, segment.opener.end if segment.opener else 0, segment.extent[1], lexicon
    )
    if found is None or _is_name(text, found, words):
        return
    if helps and not _takes_act(inside, verb, lexicon):
        return
    form: VerbForm = "base" if helps and tie.low in lexicon.words("helping_ties") else "gerund"
    start = tie.start if form == "base" else found.start
    yield from _as_verbs(text, found, start, form, lexicon)


def _behind_people(
    text: str,
    segment: Segment,
    words: Sequence[Word],
    verb: Word,
    lexicon: Lexicon,
    *,
    helps: bool,
) -> Iterator[Edit]:
    """ "Supported clients in writing and implementation of a handbook" -> "Supported clients in
    writing and implementing a handbook": what people are helped in is their own act."""
    if segment.clauses or len(segment.nouns) != 1:
        return
    helped = segment.nouns[0]
    behind = [w for w in words if w.start >= helped.end][:2]
    people = lexicon.words("people") | lexicon.words("people_over_one")
    front = [w for w in words if verb.end <= w.start < helped.start]
    plain = len(front) <= _SHORT and not any(w.mark for w in front)
    if len(behind) < 2 or behind[0].low != "in" or not plain:
        return
    found = named_acts(words, behind[1].start, segment.extent[1], lexicon)
    if lexicon.singular(helped.text) not in people or not found or _is_name(text, found, words):
        return
    start = behind[0].start if helps else found.start
    yield from _as_verbs(text, found, start, "base" if helps else "gerund", lexicon)


def _as_verbs(
    text: str, found: NamedActs, start: int, form: VerbForm, lexicon: Lexicon
) -> Iterator[Edit]:
    """Put the nouns of a row into a form of their verbs; what stands from ``start`` up to the
    first, and the "of" behind them, go."""
    if start < found.items[0][0].start:
        yield Edit(start, found.items[0][0].start, (), _ACT)
    for word, lemma in found.items:
        now = verb_in(lemma, form, lexicon)
        if text[word.start : word.end] != now:
            yield Edit(word.start, word.end, (Piece(now, INFLECTED),), _ACT)
    yield Edit(found.items[-1][0].end, found.of.end, (), _ACT)


def verb_in(lemma: str, form: VerbForm, lexicon: Lexicon) -> str:
    """Return a verb with its particle, if it has one, in a form: "setting up"."""
    verb, _, particle = lemma.partition(" ")
    return f"{inflect(verb, form, lexicon)} {particle}".strip()


def _takes_act(inside: Sequence[Word], verb: Word, lexicon: Lexicon) -> bool:
    """Whether "helped" can stand in front: whoever was helped is named in a few plain words."""
    between = [w for w in inside[:-1] if w.start >= verb.end]
    stops = lexicon.words("phrase_stops")
    return len(between) <= _SHORT and not any(w.mark or w.low in stops for w in between)


def _helped(segment: Segment, words: Sequence[Word], tie: Word, lexicon: Lexicon) -> Iterator[Edit]:
    """ "Assisted in preparing and filing reports" -> "Helped prepare and file reports"."""
    clauses = segment.clauses
    form = "base" if tie.low == "to" else "gerund"
    if any(c.form != form or c.participation is not Participation.HELPED for c in clauses):
        return
    first = next(w for w in words if w.start > tie.start)
    between = [w for w in words if first.start <= w.start < clauses[0].verb.start]
    helped = [w for w in words if w.end <= tie.start and not w.mark]
    reach = clauses[0].verb.end, clauses[-1].verb.start
    listed = any(w.low == "," for w in words if reach[0] <= w.start < reach[1])
    if len(helped) > 1 and len(clauses) > 1 and listed:
        return  # "Assisted guests in choosing frames, *taking* measurements": who took them?
    if len(clauses) > 1 and form == "gerund" and behind_comma(clauses[-1], words):
        return  # "Assisted in running the shop, *beating* its goal": helped with, or what came of it
    if segment.nouns or any(not w.low.endswith("ly") for w in between):
        return  # "Helped with payroll, i.e. entering hours"
    acts = {clause.verb.start for clause in clauses}
    rest = [w for w in words if reach[0] <= w.start]
    if any(
        v.low.endswith(",") and is_act(w, lexicon) and w.start not in acts
        for v, w in pairwise(rest)
    ):
        return  # "in watching 35 campers ages 8-11, *leading* crafts, archery"
    if duty_beside(segment, words, lexicon):
        return  # "with taking vitals and patient *care*"
    behind = [w for w in words if first.start < w.start < segment.extent[1]]
    if any(w.low in lexicon.words("row_joints") and v.low == tie.low for w, v in pairwise(behind)):
        return  # "in opening accounts and *in* the daily balancing"
    yield Edit(tie.start, first.start, (), _ACT)
    for clause in clauses:
        if form == "gerund":
            verb = inflect(clause.verb.lemma, "base", lexicon)
            yield Edit(clause.verb.start, clause.verb.end, (Piece(verb, INFLECTED),), _ACT)
    follower = next((w for w in words if w.start >= clauses[-1].verb.end), None)
    if follower is not None and follower.low == "of" and form == "gerund":
        yield Edit(clauses[-1].verb.end, follower.end, (), _ACT)


def _is_name(text: str, found: NamedActs, words: Sequence[Word]) -> bool:
    """Whether capitals on both sides of the "of" make a name of it ("Design of Experiments")."""
    behind = next((w for w in words if w.start > found.of.start), None)
    return (
        behind is not None
        and text[found.items[-1][0].start].isupper()
        and text[behind.start].isupper()
    )
