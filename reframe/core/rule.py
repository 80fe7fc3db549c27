"""Rules and role patterns as compiled values; ``reframe.tables`` makes them from YAML."""

from collections.abc import Mapping
from dataclasses import dataclass

from reframe.core.claims import Claim, Participation
from reframe.core.evidence import QuestionKind


@dataclass(frozen=True, slots=True)
class Need:
    """What an answer must be for a wording to be licensed.

    ``kind`` is ``any`` (an answer that is not "no" or "not sure"), ``yes``, ``no``,
    ``one_of`` (any of ``values``), ``none_of`` (answered, and none of ``values``), or
    ``at_least`` (``count`` ticks, all of ``values`` among them).
    """

    kind: str
    values: tuple[str, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class Ask:
    """A question of a rule: ``name`` is how ``needs`` and drafts refer to it.

    ``shared`` is the code of the shared question it comes from, or empty.
    """

    name: str
    text: str
    kind: QuestionKind
    of: tuple[str, ...] = ()
    shared: str = ""


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
    """A proof inside a rule: ``before`` with ``answers`` comes out as ``after``."""

    before: str
    after: str
    answers: Mapping[str, str | tuple[str, ...]]


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
    """A part of a system that a role's bullets can show: by rule ids, or by phrases."""

    name: str
    label: str
    rules: frozenset[str]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A rung of a pattern's ladder: a scope line and all that licenses it."""

    name: str
    needs: Mapping[str, Need]
    claims: frozenset[Claim]
    draft: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers that cannot all be true: they stop the ladder, and the coach is told why."""

    needs: Mapping[str, Need]
    tell: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A role pattern: small tasks that may add up to a system.

    The hypothesis is raised when at least ``raise_at`` elements show. The ladder stands
    highest first.
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
