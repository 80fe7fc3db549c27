"""What a résumé is aimed at, and how it stands to that: values only.

A target chooses, orders and compares; it licenses nothing, and no claim level changes with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Weight = Literal["must", "nice", "duty"]
Register = Literal["", "plain", "field"]
Status = Literal["confirmed", "declared", "related", "missing", "judge"]


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that the target asks for: a must, a nice-to-have, or a duty of the job."""

    text: str
    weight: Weight


@dataclass(frozen=True, slots=True)
class Target:
    """What the client aims at. ``value`` are the value categories wanted, the first one most;
    ``level`` is a step of the level table, or empty; ``differs`` is what is new for the client.

    Private motives are no part of it: what is not here cannot be printed.
    """

    role: str
    requirements: tuple[Requirement, ...] = ()
    level: str = ""
    value: tuple[str, ...] = ()
    differs: str = ""
    register: Register = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """A word of the requirement and the words of a claim that it met.

    ``how`` is "word" (the same), "name" (the same tool or name), "meaning" (a verb that means
    the same), or "kind" (the same kind of thing, or of act).
    """

    asked: str
    found: str
    how: Literal["word", "name", "meaning", "kind"]


@dataclass(frozen=True, slots=True)
class Dot:
    """A line that speaks to a requirement: ``where`` it stands, and ``text`` as it prints.

    ``about`` is the id of its bullet or post, or empty. ``full`` tells that the thing asked for
    was met, by an act that is no less than the one asked for; otherwise the line is related.
    ``confirmed`` tells that the words it met with rest on answers, given by ``by``.
    """

    about: str
    where: str
    text: str
    full: bool
    confirmed: bool
    by: tuple[str, ...]
    shared: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A requirement and the lines that speak to it, the strongest first.

    ``open`` are the words of the requirement that no line meets, and ``judge`` those that words
    cannot show (years, degrees, character): a person has to.
    """

    requirement: Requirement
    status: Status
    dots: tuple[Dot, ...]
    open: tuple[str, ...]
    judge: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a bullet stands to the target within its post: ``rank`` from 0, the most relevant.

    ``serves`` are the numbers (from 0) of the requirements it speaks to, ``value`` the wanted
    categories that it shows. ``left_out`` bullets are not in fresh documents. Where the target is
    below the present title, ``doubts`` are what an employer may wonder at this line, and
    ``plainer`` is a plainer wording of it at the same claim level, or empty.
    """

    bullet_id: str
    position_id: str
    rank: int
    score: int
    serves: tuple[int, ...]
    value: tuple[str, ...]
    left_out: bool
    doubts: tuple[str, ...]
    plainer: str = ""


@dataclass(frozen=True, slots=True)
class Size:
    """The step of the present title and that of the target, lowest 0, with their names."""

    held: str
    held_step: int
    wanted: str
    wanted_step: int

    @property
    def below(self) -> bool:
        """Whether the target is below the present title."""
        return self.wanted_step < self.held_step


@dataclass(frozen=True, slots=True)
class Fit:
    """How a review stands to its target. ``scope_doubts`` are, by the id of a post, what an
    employer may wonder at its scope line (see :class:`Standing`)."""

    target: Target
    rows: tuple[Row, ...]
    standings: tuple[Standing, ...]
    size: Size | None = None
    scope_doubts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def standing(self, bullet_id: str) -> Standing | None:
        """Return how a bullet stands, or None for one outside of any post."""
        return next((s for s in self.standings if s.bullet_id == bullet_id), None)

    def count(self, status: Status) -> int:
        """Return how many requirements have this status."""
        return sum(row.status == status for row in self.rows)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sign of a line that is about leading, and what an employer below that may wonder.

    ``claims`` and ``classes`` are of its verbs, ``phrases`` stand in it.
    """

    name: str
    text: str
    claims: frozenset[str]
    classes: frozenset[str]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TargetTable:
    """``data/tables/target.toml``, read: see there for what each part is for."""

    filler: frozenset[str]
    soft: frozenset[str]
    judged: frozenset[str]
    aiding: frozenset[str]
    generic: frozenset[str]
    generic_domains: frozenset[str]
    tools: frozenset[str]
    level_names: tuple[str, ...]
    level_titles: Mapping[str, int]
    lowering: frozenset[str]
    hands_on: frozenset[str]
    doubts: tuple[Doubt, ...]
    plainer_verbs: Mapping[str, str]
    terms: tuple[tuple[str, str], ...]
    weights: Mapping[str, int]
    keep: int
    headings: Mapping[str, tuple[str, ...]]
    cues: Mapping[str, tuple[str, ...]]
