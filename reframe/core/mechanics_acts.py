"""Acts in one form that commas alone join: the "and" before the last, weak openers among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reframe.core.bullet import FINITE_FORMS, Clause, ParsedBullet, Segment
from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_series import is_thing, items_of
from reframe.core.noun_starts import lists_openly
from reframe.core.phrases import words_of
from reframe.core.suggestion import LIST_AND, Edit, repaired
from reframe.core.support import ANOTHER, UNCONFIRMED
from reframe.core.words import Word

_SPLICE = 'Two acts are joined by "and", not by a comma alone.'
_TWO = 2
_NEAR = 4
_BY_PARSE = frozenset({ANOTHER, UNCONFIRMED})
"""What a parse alone objects to: "assigned tables to *wait* staff" holds no act of waiting."""
_MARKS = frozenset({".", "%"})


@dataclass(frozen=True, slots=True)
class _Act:
    """A verb, the words behind it, and whether a weak opener leads it."""

    verb: Word
    rest: tuple[Word, ...]
    opener: bool


def act_edits(bullet: ParsedBullet, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the "and" that joins the last of two or more acts that are the whole of a line."""
    words = words_of(bullet.text)
    if not (bullet.confident or set(bullet.doubts) <= _BY_PARSE) or lists_openly(words, lexicon):
        return
    yield from _closed_in_front(bullet, words, lexicon)
    ordered = bool(bullet.segments) and bool(bullet.segments[0].clauses)
    if not ordered and _was_done_to(words, lexicon):
        return  # "Assigned to the third floor, cleaned rooms"
    acts = _acts(bullet, words, lexicon)
    if len(acts) > _TWO and _are_listed(acts, lexicon, sure=bullet.confident):
        at = acts[-1].verb.start
        yield repaired(at, at, "and ", LIST_AND)
    elif len(acts) == _TWO and bullet.confident and _is_spliced(acts, lexicon):
        comma = acts[0].rest[-1]
        yield repaired(comma.start, comma.end, " and", _SPLICE)


def _closed_in_front(
    bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon
) -> Iterator[Edit]:
    """Yield the "and" of a list of things that the "and" of the next act seems to close: "checked
    tills, safes, stamps *and* filed the slips"."""
    clauses = [clause for segment in bullet.segments for clause in segment.clauses]
    starts = {s.opener.start for s in bullet.segments if s.opener and s.opener.start}
    starts |= {c.verb.start for c in clauses if c.form in FINITE_FORMS}
    for word in words:
        if word.start not in starts or word.i < _NEAR or words[word.i - 1].low != "and":
            continue
        joint = words[word.i - 1]
        since = max((s for s in starts if s < word.start), default=0)
        inside = [w for w in words[: joint.i] if w.start >= since]
        commas = [w.i for w in inside if w.low == ","]
        if len(commas) < _TWO or any(w.mark and w.low != "," for w in inside):
            continue
        items = items_of(words[commas[0] + 1 : joint.i])
        if all(is_thing(item, lexicon) for item in items):
            last, end = items[-1][0].start, items[-1][-1].end
            yield repaired(last, last, "and ", LIST_AND)
            yield repaired(end, end, ",", LIST_AND)


def _was_done_to(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a line begins with what was done to the client."""
    led = len(words) > 1 and words[1].low in lexicon.words("prepositions")
    readings = lexicon.readings.get(words[0].low, ()) if led else ()
    passive = lexicon.words("passive_openers")
    return any(r.form == "participle" and r.lemma in passive for r in readings)


def behind_comma(clause: Clause, words: Sequence[Word]) -> bool:
    """Return whether nothing but a comma joins an act to what stands in front: it may tell what
    came of that ("planned a gala, *raising* $9K")."""
    front = [w for w in words if w.end <= clause.verb.start]
    return bool(front) and front[-1].low.endswith(",")  # "5," is one word


def has_noun_tail(text: str, clauses: Sequence[Clause], lexicon: Lexicon) -> bool:
    """Whether acts in a row end in what is no act: "ordering pens, checking tills, and payroll",
    or hold it in between: "closing the shop, bank deposits, setting the alarm".

    What is done to two things has no comma in front of its "and": the last member stands beside
    the acts, and would hang in the air if they became verbs.
    """
    if any(_lists_on(text, clause, lexicon) for clause in clauses[:-1]):
        return True
    joints = [text[a.extent[1] : b.verb.start] for a, b in pairwise(clauses)]
    if not any("," in joint or ";" in joint for joint in joints):
        return False
    start, end = clauses[-1].verb.end, clauses[-1].extent[1]
    inside = [word.low for word in words_of(text) if start <= word.start and word.end <= end]
    marks = [n for n, low in enumerate(inside) if low in {",", ";"}]
    behind = inside[marks[0] + 1 : marks[0] + 2] if len(marks) == 1 else []
    return any(low in lexicon.words("conjunctions") for low in behind)


def _lists_on(text: str, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether nothing but commas joins the objects of an act."""
    if len(clause.objects) < 2:
        return False
    start, end = clause.objects[0].end, clause.objects[-1].start
    between = [word.low for word in words_of(text) if start <= word.start and word.end <= end]
    return "," in between and lexicon.words("conjunctions").isdisjoint(between)


def leads_to_described(
    bullet: ParsedBullet, segment: Segment, words: Sequence[Word], lexicon: Lexicon
) -> bool:
    """Whether what is joined behind acts in -ing is a thing, though it begins like an act in the
    past: "checking tills; and *advanced* cleaning methods"."""
    behind = [s for s in bullet.segments if s.extent[0] >= segment.extent[1]]
    if not behind or behind[0].opener or not behind[0].clauses or not segment.clauses:
        return False
    verb = behind[0].clauses[0].verb
    if segment.clauses[-1].form != "gerund" or verb.text not in lexicon.words("describing"):
        return False
    at = next(word.i for word in words if word.start >= verb.start)
    held = words[at + 1] if at + 1 < len(words) else None
    plain = held is not None and not held.number and held.low not in lexicon.words("determiners")
    return plain and words[at - 1].low in lexicon.words("conjunctions")


def _acts(bullet: ParsedBullet, words: Sequence[Word], lexicon: Lexicon) -> list[_Act]:
    """Return the acts of a line, or none where one is told in another form than the others."""
    heads: list[tuple[int, bool]] = []
    form = next((c.form for s in bullet.segments if not s.opener for c in s.clauses), "past")
    for segment in bullet.segments:
        beside = [c for c in segment.clauses if c.form == form and behind_comma(c, words)]
        if segment.opener and (len(segment.clauses) < _TWO or beside == [*segment.clauses]):
            heads.append((segment.opener.start, True))
            # "Acted as lead, *assigned* tables": an act of its own.
            heads += [(clause.verb.start, False) for clause in beside]
        elif segment.opener is None and all(c.form == form for c in segment.clauses):
            heads += [(clause.verb.start, False) for clause in segment.clauses]
        else:
            return []
    starts = [next(w.i for w in words if w.start >= start) for start, _ in heads]
    if not starts or starts[0] != 0:
        return []
    acts = [
        _Act(words[at], tuple(words[at + 1 : until]), opener)
        for at, until, (_, opener) in zip(starts, [*starts[1:], len(words)], heads, strict=True)
    ]
    alike = all(lexicon.lemmas(act.verb.low, form) for act in acts)
    return acts if form in FINITE_FORMS and alike else []


def _are_listed(acts: Sequence[_Act], lexicon: Lexicon, *, sure: bool) -> bool:
    """Whether commas part acts and nothing else, and each of them is one for certain; in a line
    that is ``sure``, an "and" may stand between those in front."""
    joined = any(act.rest[-1:] and act.rest[-1].low == "and" for act in acts[:-1])
    if joined and _may_be_thing(acts[-1], lexicon):
        return False
    for at, act in enumerate(acts[:-1]):
        bare = [word for word in _outside_brackets(act.rest) if word.mark]
        inside = sure and at < len(acts) - _TWO
        if inside and not bare and act.rest[-1].low == "and":
            continue  # "Opens *and closes* the shop, counts the cash"
        if [word.low for word in bare] != [","] or act.rest[-1].low != ",":
            return False
    last = [word.low for word in _outside_brackets(acts[-1].rest) if word.mark]
    return last in ([], ["."]) and all(_is_certain(act, lexicon) for act in acts[1:])


def _may_be_thing(act: _Act, lexicon: Lexicon) -> bool:
    """Whether a participle may describe the first of two things, so that a row of things ends here
    and none of acts: "planned and ran fairs, *catered events* and dinners"."""
    joined = any(word.low in lexicon.words("conjunctions") for word in act.rest)
    held = bool(act.rest) and act.rest[0].low in lexicon.words("determiners")
    return joined and not held and not act.opener and not _can_only_act(act.verb, lexicon)


def _outside_brackets(words: Sequence[Word]) -> Iterator[Word]:
    depth = 0
    for word in words:
        depth += (word.low == "(") - (word.low == ")")
        if not depth and word.low != ")":
            yield word


def _is_certain(act: _Act, lexicon: Lexicon) -> bool:
    """Whether a verb behind a comma acts: a participle there holds nothing ("goods, packed by
    hand"), and only "given", "named" and the like can."""
    if not act.rest or _is_nested(act.rest, lexicon):
        return False
    lemmas = lexicon.lemmas(act.verb.low)
    if lemmas & (lexicon.words("acts_of_giving") | lexicon.words("acts_of_naming")):
        return False
    particle = len(act.rest) > 1 and act.rest[0].low in lexicon.words("free_particles")
    behind = act.rest[particle]  # "handed *out* maps"
    closed = lexicon.words("phrase_stops") | lexicon.words("adverbs")
    return act.opener or not (behind.mark or behind.low in closed or behind.low.endswith("ly"))


def _is_nested(words: Sequence[Word], lexicon: Lexicon) -> bool:
    nested = lexicon.words("relatives") | lexicon.words("subordinators")
    return any(word.low in nested for word in words)


def _is_spliced(acts: Sequence[_Act], lexicon: Lexicon) -> bool:
    """Whether a comma alone joins two acts, and the second leads to an article or a number.

    The first must hold no list: its members would be taken for the acts.
    """
    first, second = acts
    marks = [word.low for word in first.rest if word.mark]
    joined = any(word.low in lexicon.words("conjunctions") for word in (*first.rest, *second.rest))
    if marks != [","] or first.rest[-1].low != "," or joined or _is_nested(first.rest, lexicon):
        return False
    if any(word.mark and word.low not in _MARKS for word in second.rest):
        return False
    if second.opener or len(second.rest) < _TWO or not _is_certain(second, lexicon):
        return False
    behind = second.rest[0]
    counted = behind.number and behind.text.replace(",", "").isdigit()
    held = counted or behind.low in lexicon.words("determiners")
    return (held or _can_only_act(second.verb, lexicon)) and not _is_timed(second, lexicon)


def _can_only_act(verb: Word, lexicon: Lexicon) -> bool:
    """Whether a word is a verb in a form that describes no noun: "troubleshoots", "wrote"."""
    readings = lexicon.readings.get(verb.low, ())
    return bool(readings) and not any(r.nominal or r.form == "participle" for r in readings)


def _is_timed(act: _Act, lexicon: Lexicon) -> bool:
    """Whether a time follows, which what was done to could have too: "a pool, opened every day"."""
    times = lexicon.words("measures") | lexicon.words("time_words") | {"time"}
    return any(
        word.low in times or lexicon.singular(word.low) in times for word in act.rest[:_NEAR]
    )
