"""Questions, answers, and the evidence they add up to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, Self

from reframe.core.claims import Claim

QuestionKind = Literal[
    "yes_no", "text", "count", "money", "percent", "duration", "name", "choice", "several"
]
Basis = Literal["record", "counted", "estimate"]
Confirmer = Literal["client", "coach", "manager", "document"]
Value = str | tuple[str, ...]

FIGURES: frozenset[str] = frozenset({"count", "money", "percent", "duration"})


@dataclass(frozen=True, slots=True)
class Question:
    """A question in plain words, and what its answer would license.

    ``id`` is ``<bullet or position id>/<rule or pattern id>/<ask name>``. ``unlocks`` previews
    the line that the answer makes possible, with the open slots as blanks; ``claims`` are that
    line's levels, and ``missing`` how many answers it still waits for. ``of`` lists the choices
    of a ``choice`` or ``several`` question. ``shared`` is the code of the shared question it
    stands for, so that one sheet never asks the same thing twice in other words. ``role`` marks
    a question about the whole post.
    """

    id: str
    text: str
    kind: QuestionKind
    about: str
    source: str
    of: tuple[str, ...] = ()
    unlocks: str = ""
    claims: frozenset[Claim] = frozenset()
    value: str = ""
    missing: int = 1
    shared: str = ""
    role: bool = False

    @property
    def worth(self) -> float:
        """What an answer is worth: the level that it unlocks, shared with what else is missing.

        The root keeps a high claim that needs many answers above a small one that needs one. A
        claim about the whole post weighs as much as those of three of its lines.
        """
        top = max((claim.rank for claim in self.claims), default=0)
        return float(top * (3 if self.role else 1) / max(self.missing, 1) ** 0.5)


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody confirmed. ``value`` is verbatim; several ticks are a tuple.

    ``basis`` says how a figure is known; ``print_ok`` is leave to print it; ``signed_off`` is
    the coach's sign-off. ``question`` and ``on`` keep the record readable on its own.
    """

    question_id: str
    value: Value
    basis: Basis | None = None
    by: Confirmer = "client"
    on: str = ""
    print_ok: bool = True
    signed_off: bool = False
    question: str = ""


@dataclass(frozen=True)
class Evidence:
    """Confirmed answers, by question id. Frozen: every change returns a new value."""

    answers: tuple[Answer, ...] = ()
    client: str = ""
    _by_id: Mapping[str, Answer] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {a.question_id: a for a in self.answers})

    def get(self, question_id: str) -> Answer | None:
        """Return the answer to a question, or None."""
        return self._by_id.get(question_id)

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.answers)

    def __len__(self) -> int:
        return len(self.answers)

    def about(self, prefix: str) -> tuple[Answer, ...]:
        """Return the answers whose question id starts with ``prefix/``."""
        return tuple(a for a in self.answers if a.question_id.startswith(prefix + "/"))

    def with_answer(self, answer: Answer) -> Self:
        """Return the evidence with this answer in place of an earlier one to the question."""
        kept = tuple(a for a in self.answers if a.question_id != answer.question_id)
        return replace(self, answers=(*kept, answer))

    def without(self, question_id: str) -> Self:
        """Return the evidence without the answer to this question."""
        return replace(self, answers=tuple(a for a in self.answers if a.question_id != question_id))
