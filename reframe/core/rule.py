"""Rules and role patterns as compiled values; ``reframe.tables`` makes them from YAML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated

from reframe.core.claims import Claim, Participation
from reframe.core.deferred import DEFERRED
from reframe.core.evidence import Basis, QuestionKind, Value
from reframe.core.index import Keys, RuleIndex


@dataclass(frozen=True, slots=True)
class Need:
    """What an answer must be for a wording to be licensed.

    ``kind`` is ``any`` (an answer that is not "no" or "not sure"), ``yes``, ``no``,
    ``one_of`` (any of ``values``), ``none_of`` (answered, and none of ``values``), or
    ``at_least`` (``count`` ticks, all of ``values`` among them; where ``of`` is given, only
    ticks of it count).
    """

    kind: str
    values: tuple[str, ...] = ()
    count: int = 0
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """A question of a rule: ``name`` is how ``needs`` and drafts refer to it.

    ``shared`` is the code of the shared question it comes from, or empty. ``context`` marks a
    question whose answer helps the coach and licenses nothing.
    """

    name: str
    text: str
    kind: QuestionKind
    of: tuple[str, ...] = ()
    shared: str = ""
    context: bool = False


@dataclass(frozen=True, slots=True)
class Say:
    """One wording: printed only when every need is met. ``draft`` is a small template whose
    ``{{ name }}`` slots are answers; it replaces the verb and its objects, nothing else."""

    needs: Mapping[str, Need]
    claims: frozenset[Claim]
    draft: str


@dataclass(frozen=True, slots=True)
class ObjectTest:
    """What the object must be: its head in a domain or among the nouns, and, where cues are
    given, one of them in the object's phrase or among the cues of the position's family."""

    domains: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Example:
    """A proof inside a rule: ``before`` with ``answers`` comes out as ``after``.

    ``bases`` tells how each figure among the answers is known; ``unprinted`` names the answers
    without leave to print.
    """

    before: str
    after: str
    answers: Mapping[str, Value]
    bases: Mapping[str, Basis] = field(default_factory=dict)
    unprinted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rule:
    """One task and what it is worth: where it matches, what to ask, what may be said.

    ``verbs`` are lemmas, a phrase such as "follow up on" meaning those words in a row.
    ``frames`` restricts to bullets under a weak opener; ``phrases`` match words anywhere
    (lemmas, in a row). ``unless`` are phrases that silence the rule. Empty means "no
    condition" for each, but a rule has at least one.
    """

    id: str
    version: int
    title: str
    family: str
    value: tuple[str, ...]
    verbs: frozenset[str]
    object: ObjectTest | None
    mentions: frozenset[str]
    frames: frozenset[str]
    phrases: tuple[str, ...]
    participation: frozenset[Participation]
    unless: tuple[str, ...]
    asks: tuple[Ask, ...]
    says: tuple[Say, ...]
    why: str
    examples: tuple[Example, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a system that a role can show: by the rules that its bullets hit, by phrases in
    them, by one of some answers (or ``any``) to another question about the post, which is
    written ``<rule or pattern>/<ask>``, or by ``years``, for which the post was held at least."""

    name: str
    label: str
    rules: frozenset[str]
    phrases: tuple[str, ...]
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    years: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A rung of a pattern's ladder: a scope line and all that licenses it.

    ``place`` says where it stands in the pattern's file, for messages.
    """

    name: str
    needs: Mapping[str, Need]
    claims: frozenset[Claim]
    draft: str
    place: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SlotWords:
    """A slot whose words depend on the choice that answers ``ask``."""

    ask: str
    of: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers that cannot all be true: they stop the ladder, and the coach is told why."""

    needs: Mapping[str, Need]
    tell: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What the coach may do beyond a line, once the needs are met; ``tell`` may have slots."""

    needs: Mapping[str, Need]
    tell: str


@dataclass(frozen=True, slots=True)
class Climb:
    """A proof inside a pattern: these answers lead to this step and no higher, and the scope
    line says so. No step means that nothing is said."""

    step: str
    says: str
    answers: Mapping[str, Value]
    bases: Mapping[str, Basis] = field(default_factory=dict)
    unprinted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A role pattern: small tasks that may add up to a system.

    The hypothesis is raised when at least ``raise_at`` elements show. The ladder stands
    highest first. ``examples`` prove its steps, ``raised_by`` are bullets of one post that
    raise it, and ``silent`` such that do not.
    """

    id: str
    version: int
    title: str
    value: tuple[str, ...]
    families: frozenset[str]
    elements: tuple[Element, ...]
    raise_at: int
    asks: tuple[Ask, ...]
    ladder: tuple[Step, ...]
    contradictions: tuple[Contradiction, ...]
    why: str
    words: Mapping[str, SlotWords] = field(default_factory=dict)
    offers: tuple[Offer, ...] = ()
    examples: tuple[Climb, ...] = ()
    raised_by: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """An occupation family. ``titles`` are words of a job title that put a position in it,
    ``cues`` words of bullets that do so, ``never`` what no answer licenses. ``anywhere`` tells
    that its tasks occur in every trade, so that its rules serve the posts of others too."""

    name: str
    title: str
    titles: tuple[str, ...]
    cues: frozenset[str]
    never: tuple[str, ...]
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class SharedQuestion:
    """A question that many rules ask. ``licenses`` are the levels that its answer can add."""

    code: str
    text: str
    kind: QuestionKind
    of: tuple[str, ...] = ()
    licenses: frozenset[Claim] = frozenset()


@dataclass(frozen=True, slots=True)
class ValueCategory:
    """What work is worth: ``purpose`` completes "This matters because ..."."""

    code: str
    title: str
    purpose: str


@dataclass(frozen=True)
class RuleBook:
    """All rules and what they refer to, each in the order of ids.

    ``digest`` changes with any byte of the files it was made from. ``sources`` maps a rule,
    pattern or family (``family:<name>``) to the path of its file. ``keys`` are those of the
    rules, where they are known already.
    """

    rules: Annotated[Sequence[Rule], DEFERRED] = ()
    patterns: Annotated[Sequence[Pattern], DEFERRED] = ()
    families: Mapping[str, Family] = field(default_factory=dict)
    questions: Mapping[str, SharedQuestion] = field(default_factory=dict)
    values: Mapping[str, ValueCategory] = field(default_factory=dict)
    digest: str = ""
    sources: Mapping[str, str] = field(default_factory=dict)
    keys: Keys | None = field(default=None, compare=False)

    @cached_property
    def index(self) -> RuleIndex:
        """The rules by what they look for."""
        return RuleIndex(self.rules, self.keys) if self.keys else RuleIndex.of(self.rules)

    @cached_property
    def _by_id(self) -> Mapping[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    def rule(self, rule_id: str) -> Rule | None:
        """Return a rule by its id, or None."""
        return self._by_id.get(rule_id)
