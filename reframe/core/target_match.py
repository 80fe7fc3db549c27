"""Whether a line speaks to what a requirement asks for, and with which words.

A line meets a demand when it names the thing asked for, in an act that is no less than the one
asked for. Anything weaker is related, and told as that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reframe.core.bullet import Clause, ParsedBullet
from reframe.core.claims import Participation
from reframe.core.lexicon import Lexicon
from reframe.core.line import Line
from reframe.core.phrases import same_word, words_of
from reframe.core.target import Shared, TargetTable
from reframe.core.target_terms import Term

How = Literal["word", "name", "meaning", "kind"]
# The words of one phrase stand this near to each other: "policies for vendors and suppliers".
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Statement:
    """A line of the résumé as it prints. ``read`` is None for what is no sentence (skills, a
    degree). ``confirmed`` are the stretches of ``text`` that rest on answers, given by ``by``."""

    about: str
    where: str
    text: str
    read: ParsedBullet | None = None
    confirmed: tuple[tuple[int, int], ...] = ()
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
    """A thing asked for with the acts asked of it; one of the two may be missing. ``direct``
    tells that the thing is the acts' own object, and not behind a preposition."""

    acts: tuple[Term, ...]
    thing: Term | None
    group: int
    direct: bool = False

    @property
    def text(self) -> str:
        """What is demanded, in the words of the requirement."""
        words = [act.text for act in self.acts] if self.direct or self.thing is None else []
        return " ".join([*words, *([self.thing.text] if self.thing else [])])


@dataclass(frozen=True, slots=True)
class Meeting:
    """A demand met by a line: fully or nearly, by these words, confirmed or not."""

    demand: Demand
    full: bool
    confirmed: bool
    shared: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class _Act:
    """What the client did at a place of a line, the part they had in it, and its objects."""

    lemma: str
    text: str
    participation: Participation
    start: int
    objects: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Thing:
    """A thing asked for, found at words of a line; ``sure`` where it is the same thing."""

    words: tuple[int, ...]
    how: How
    sure: bool


def demands(terms: Sequence[Term]) -> Iterator[Demand]:
    """Yield what a requirement demands: each thing with the acts that govern it.

    "Draft policies and train staff on them" demands drafted policies and trained staff.
    """
    acts: list[Term] = []
    fresh = False
    for term in terms:
        if term.kind == "act":
            acts = [*acts, term] if fresh else [term]
            fresh = True
        elif term.kind in ("thing", "name"):
            yield Demand(tuple(acts), term, term.group, direct=fresh)
            fresh = False
    if fresh:
        yield from (Demand((act,), None, act.group) for act in acts)


def meet(demand: Demand, told: Statement, line: Line, table: TargetTable) -> Meeting | None:
    """Return how a line meets a demand, or None when nothing of it is there."""
    if demand.thing is None:
        return _meet_act(demand, told, line, table)
    best: Meeting | None = None
    for thing in _find(demand.thing, told, line, table):
        meeting = _judge(demand, demand.thing, thing, told, line, table)
        if meeting and (best is None or _strength(meeting) > _strength(best)):
            best = meeting
    return best


def _strength(meeting: Meeting) -> tuple[bool, bool, int]:
    return meeting.full, meeting.confirmed, len(meeting.shared)


def _meet_act(demand: Demand, told: Statement, line: Line, table: TargetTable) -> Meeting | None:
    """An act without a thing ("Train others"): met by the act alone."""
    (asked,) = demand.acts
    if asked.head in table.aiding:
        return None  # everybody supports somebody
    for act in _acts(told):
        how = _relation(asked.head, act.lemma, line.lexicon)
        if how in ("word", "meaning"):
            full = act.participation is Participation.DID
            shared = (Shared(asked.text, act.text, how),)
            return Meeting(demand, full, _rests(told, act.start), shared)
    return None


def _judge(
    demand: Demand, asked: Term, thing: _Thing, told: Statement, line: Line, table: TargetTable
) -> Meeting | None:
    """Return what a thing that was found amounts to, given the acts around it."""
    start = line.words[thing.words[0]].start
    act = _act_at(told, start)
    best = _best_act(demand.acts, act, line.lexicon, table)
    how, enough = best if best else (None, not demand.acts)
    object_of = act is not None and _is_object(thing, act, line)
    # A thing of the same kind counts only in the same act ("maintain registers" and "maintained
    # files"), and one that is too wide to tell anything ("staff") in one that means the same.
    same = ("word",) if thing.how == "kind" else ("word", "meaning")
    if not thing.sure and not (how in same and object_of):
        return None
    found = " ".join(line.words[n].text for n in thing.words)
    shared = [Shared(asked.text, found, thing.how)]
    if how and act:
        verb = next(a for a in demand.acts if _relation(a.head, act.lemma, line.lexicon) == how)
        shared.insert(0, Shared(verb.text, act.text, how))
    # "Managed permissions for the needs of teams" managed no teams.
    governed = object_of or not (demand.direct and demand.acts)
    full = enough and governed and thing.how != "kind"
    return Meeting(demand, full, _rests(told, start), tuple(shared))


def _is_object(thing: _Thing, act: _Act, line: Line) -> bool:
    """Whether a thing is what the act is done to: one of its objects, or named with them before
    any preposition ("files (*incident registers*)"). An act without an object may have it behind
    one ("followed up *on audit items*")."""
    places = [(line.words[n].start, line.words[n].end) for n in thing.words]
    heads = any(
        start < end and first < last for start, last in act.objects for first, end in places
    )
    between = (n for n in range(thing.words[-1]) if line.words[n].start > act.start)
    return not act.objects or heads or all(line.kind(n) != "preposition" for n in between)


def _best_act(
    asked: Sequence[Term], act: _Act | None, lexicon: Lexicon, table: TargetTable
) -> tuple[How | None, bool] | None:
    """Return how the client's act answers those asked for, and whether it is enough."""
    if any(term.head in table.aiding for term in asked):
        same = act and next((t for t in asked if _relation(t.head, act.lemma, lexicon)), None)
        how = _relation(same.head, act.lemma, lexicon) if same and act else None
        return how, act is not None
    if act is None:
        return None
    order: tuple[How, ...] = ("word", "meaning", "kind")
    found = [how for term in asked if (how := _relation(term.head, act.lemma, lexicon))]
    if not found:
        return None
    how = min(found, key=order.index)
    claims = [lexicon.claim_of(term.head).rank for term in asked]
    # "Handled vendors" is near "manage vendors", and less.
    no_less = lexicon.claim_of(act.lemma).rank >= max(claims)
    return how, how != "kind" and no_less and act.participation is Participation.DID


def _relation(asked: str, told: str, lexicon: Lexicon) -> How | None:
    if asked == told:
        return "word"
    if told in lexicon.same.get(asked, ()):
        return "meaning"
    one, other = lexicon.verb(asked), lexicon.verb(told)
    return "kind" if one and other and one.verb_class == other.verb_class else None


def _acts(told: Statement) -> Iterator[_Act]:
    for segment in told.read.segments if told.read else ():
        for clause in segment.clauses:
            yield _act(clause)


def _act(clause: Clause) -> _Act:
    verb = clause.verb
    objects = tuple((head.start, head.end) for head in clause.objects)
    return _Act(verb.lemma, verb.text, clause.participation, verb.start, objects)


def _act_at(told: Statement, start: int) -> _Act | None:
    """Return the act whose stretch holds a place; under an opener without one, the opener."""
    for segment in told.read.segments if told.read else ():
        if not segment.extent[0] <= start < segment.extent[1]:
            continue
        behind = [c for c in segment.clauses if c.verb.start <= start]
        if behind:
            return _act(behind[-1])
        if segment.opener:
            words = segment.opener.text.split()
            return _Act(segment.frame or "", words[0], segment.participation, segment.opener.start)
    return None


def _rests(told: Statement, at: int) -> bool:
    return any(start <= at < end for start, end in told.confirmed)


def _find(term: Term, told: Statement, line: Line, table: TargetTable) -> Iterator[_Thing]:
    """Yield the places of a line that name the thing, the same first."""
    yield from _find_twin(term, line, table)
    if term.kind == "name":
        yield from _find_name(term, line)
        return
    verbs = {act.start for act in _acts(told)}
    *others, head = term.words
    telling = [word for word in others if not _is_wide(word, line.lexicon, table)]
    for at in range(line.size):
        if line.words[at].mark or line.words[at].start in verbs:
            continue
        if same_word(line.low(at), head, line.lexicon):
            yield _around(at, others, telling, head, line, table)
        elif telling and _kindred(line.low(at), head, line.lexicon, table):
            beside = [n for n in (at - 1, at - 2) if _is_one(line.low(n), telling, line.lexicon)]
            if beside:
                yield _Thing((min(beside), at), "kind", True)
        elif _kindred(line.low(at), head, line.lexicon, table):
            yield _Thing((at,), "kind", False)


def _find_twin(term: Term, line: Line, table: TargetTable) -> Iterator[_Thing]:
    """Yield the places of the words that mean the same as a term of the field ("SOPs")."""
    lows = tuple(word.low for word in line.words)
    for run in _twins(term.text, table.terms):
        for at in range(len(lows) - len(run) + 1):
            if lows[at : at + len(run)] == run:
                yield _Thing(tuple(range(at, at + len(run))), "meaning", True)


@lru_cache(maxsize=4096)
def _twins(text: str, terms: tuple[tuple[str, str], ...]) -> tuple[tuple[str, ...], ...]:
    """Return the other way, word by word, to say a term of the table."""
    asked = _lows(text)
    pairs = [(_lows(one), _lows(other)) for one, other in terms]
    return tuple(b if a == asked else a for a, b in pairs if asked in (a, b))


def _lows(text: str) -> tuple[str, ...]:
    return tuple(word.low for word in words_of(text))


def _find_name(term: Term, line: Line) -> Iterator[_Thing]:
    size = len(term.words)
    lows = [word.low for word in line.words]
    for at in range(line.size):
        if tuple(lows[at : at + size]) == term.words:
            yield _Thing(tuple(range(at, at + size)), "name", True)
        elif size > 1 and lows[at] == term.head and line.words[at].text[:1].isupper():
            # "Excel" for "Microsoft Excel"; but "Google Ads" is not "Microsoft Ads".
            named = at and line.words[at - 1].text[:1].isupper() and not line.words[at - 1].mark
            if not named:
                yield _Thing((at,), "name", True)


def _around(
    at: int, others: Sequence[str], telling: Sequence[str], head: str, line: Line,
    table: TargetTable,
) -> _Thing:  # fmt: skip
    """Return what the head of a thing amounts to where it stands, by the words around it."""
    near = range(max(0, at - _NEAR), min(line.size, at + _NEAR + 1))
    beside = sorted(n for n in near if n != at and _is_one(line.low(n), others, line.lexicon))
    words = tuple(sorted({*beside, at}))
    wide = _is_wide(head, line.lexicon, table)
    describes = line.kind(at + 1) == "noun" and not line.plain_verb(at + 1)
    if any(_is_one(line.low(n), telling, line.lexicon) for n in beside):
        return _Thing(words, "word", True)
    if telling or describes:
        # "Needs assessments" are no risk assessments; "policy questions" are no policies.
        return _Thing((at,), "kind", not wide)
    return _Thing(words, "word", not wide)


def _is_one(word: str, wanted: Sequence[str], lexicon: Lexicon) -> bool:
    return bool(word) and any(same_word(word, one, lexicon) for one in wanted)


def _is_wide(word: str, lexicon: Lexicon, table: TargetTable) -> bool:
    """Whether a word is too wide to connect two texts by itself."""
    single = lexicon.singular(word)
    return single in table.generic or lexicon.domain(word) in table.generic_domains


def _kindred(word: str, head: str, lexicon: Lexicon, table: TargetTable) -> bool:
    domain = lexicon.domain(head)
    return domain is not None and domain not in table.generic_domains and (
        lexicon.domain(word) == domain
    )  # fmt: skip
