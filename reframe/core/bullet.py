"""A bullet as it is understood: spans into its text, never copies that can drift from it."""

from dataclasses import dataclass
from typing import Literal

from reframe.core.claims import Participation

VerbForm = Literal["past", "base", "third", "gerund", "participle"]
FINITE_FORMS: tuple[VerbForm, ...] = ("past", "third", "base")
"""In the order in which a word is asked for them."""
QuantityKind = Literal["count", "money", "percent", "duration", "frequency", "range", "date"]
QuantityRole = Literal["scope", "outcome"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: ``text == whole[start:end]``; ``lemma`` where one is known."""

    start: int
    end: int
    text: str
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """One real action: its verb, the heads of its objects, and the client's part in it.

    ``form`` is the form that the verb stands in. ``extent`` reaches from the verb to the end
    of what belongs to it, without the conjunction or comma that leads to the next clause.
    ``particle`` is the rest of a particle verb ("up" of "set up"), which ``verb`` leaves out.
    """

    verb: Span
    objects: tuple[Span, ...]
    participation: Participation
    form: VerbForm
    extent: tuple[int, int]
    particle: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. ``values`` are numbers one can compare (one, or two for a range).

    ``role`` tells how much was handled (scope) from what changed (outcome).
    """

    span: Span
    kind: QuantityKind
    values: tuple[float, ...]
    unit: str
    role: QuantityRole


@dataclass(frozen=True, slots=True)
class Segment:
    """A coordinated part of a bullet with an opener of its own.

    "Helped with the close and reconciled 40 accounts" has two: one framed, one direct.
    ``frame`` names the weak opener (a key of the frames table) or is None, and ``opener``
    is the span of its words. ``nouns`` are the heads of what a frame governs when no verb is
    embedded in it ("Responsible for *reports*"), or of what a participation verb takes. Both
    stand together in "Responsible for payroll and for resolving issues": ``participation`` is
    then that of the acts, and the frame's ``noun_participation`` that of the nouns.
    """

    extent: tuple[int, int]
    frame: str | None
    opener: Span | None
    participation: Participation
    clauses: tuple[Clause, ...]
    nouns: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ParsedBullet:
    """What a bullet says, as far as that is certain.

    ``confident`` is False when the readers disagree or the words leave room for doubt;
    ``doubts`` then says why. An unsure bullet is asked about and its acts stay; of it ``row`` are
    the verbs that it opens with where words and parse agree on all that stand in a row.
    ``lower`` are verbs in the present that stand in clauses under its acts ("so that trucks *leave*").
    """

    text: str
    segments: tuple[Segment, ...]
    hedges: tuple[Span, ...]
    quantities: tuple[Quantity, ...]
    confident: bool
    doubts: tuple[str, ...] = ()
    row: tuple[Span, ...] = ()
    lower: tuple[Span, ...] = ()

    @property
    def frame(self) -> str | None:
        """The weak opener that the bullet begins with, or None."""
        return self.segments[0].frame if self.segments else None

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The real actions, left to right; a frame's own verb is not one of them."""
        return tuple(clause for segment in self.segments for clause in segment.clauses)
