"""Questions, answers, and the evidence they add up to."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, Self

from reframe.core.claims import Claim

QuestionKind = Literal[
    "yes_no", "text", "count", "money", "percent", "duration", "name", "choice", "several"
]
Basis = Literal["record", "counted", "estimate"]
Confirmer = Literal["client", "coach", "manager", "document"]
Value = str | tuple[str, ...]

WITHHELD = "(not for print)"
"""What stands in a file in place of a value without leave to print."""

GENERIC = "generic"
"""The source of questions that come from tables and not from a rule."""

FIGURES: frozenset[str] = frozenset({"count", "money", "percent", "duration"})


@dataclass(frozen=True, slots=True)
class Question:
    """A question in plain words, and what its answer would license.

    ``id`` is ``<bullet or position id>/<rule or pattern id>/<ask name>``. ``unlocks`` previews
    the line that the answer makes possible, with the open slots as blanks; ``claims`` are that
    line's levels, and ``missing`` how many answers it still waits for. ``of`` lists the choices
    of a ``choice`` or ``several`` question. ``shared`` is the code of the shared question it
    stands for, so that one sheet never asks the same thing twice in other words. ``role`` marks
    a question about the whole post. ``also`` are the ids of the same question about other lines.
    ``likely`` weighs how much of what it supposes the source shows.
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
    also: tuple[str, ...] = ()
    likely: float = 1.0

    @property
    def worth(self) -> float:
        """What an answer is worth: the level that it unlocks, shared with what else is missing.

        The root keeps a high claim that needs many answers above a small one that needs one. A
        claim about the whole post weighs as much as those of three of its lines.
        """
        top = max((claim.rank for claim in self.claims), default=0)
        return float(top * (3 if self.role else 1) * self.likely / max(self.missing, 1) ** 0.5)


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody confirmed. ``value`` is verbatim; several ticks are a tuple.

    ``basis`` says how a figure is known; ``print_ok`` is leave to print it; ``signed_off`` is
    the coach's sign-off. ``question`` and ``on`` keep the record readable on its own. ``also``
    tells who else confirmed the same and when. ``id`` stays when the line is reworded; empty
    means the one that :attr:`ledger_id` makes.
    """

    question_id: str
    value: Value
    basis: Basis | None = None
    by: Confirmer = "client"
    on: str = ""
    print_ok: bool = True
    signed_off: bool = False
    question: str = ""
    also: tuple[str, ...] = ()
    id: str = ""

    @property
    def ledger_id(self) -> str:
        """The short name by which documents cite this answer."""
        return self.id or "a" + hashlib.sha256(self.question_id.encode()).hexdigest()[:6]

    @property
    def about(self) -> str:
        """The id of the line or post that the answer is about."""
        return self.question_id.split("/", 1)[0]


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A line or post that answers are about, so that they find it again when it is reworded.

    ``post`` is the id of the post a line stands under; ``wordings`` are other texts it had.
    """

    id: str
    text: str
    post: str = ""
    wordings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """Confirmed answers, by question id. Frozen: every change returns a new value.

    ``disputed`` are answers that differ from another one to the same question: while there are
    such, the question counts as open and nothing is licensed by either.
    """

    answers: tuple[Answer, ...] = ()
    client: str = ""
    lines: tuple[KnownLine, ...] = ()
    disputed: tuple[Answer, ...] = ()
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
        """Return the evidence with this answer in place of earlier ones to the question."""
        rest = self.without(answer.question_id)
        return replace(rest, answers=(*rest.answers, answer))

    def without(self, question_id: str) -> Self:
        """Return the evidence without any answer to this question."""
        return replace(
            self,
            answers=tuple(a for a in self.answers if a.question_id != question_id),
            disputed=tuple(a for a in self.disputed if a.question_id != question_id),
        )

    def signed(self, question_ids: Iterable[str]) -> Self:
        """Return the evidence with the coach's sign-off of the answers to these questions."""
        wanted = set(question_ids)
        return replace(
            self,
            answers=tuple(
                replace(a, signed_off=True) if a.question_id in wanted else a for a in self.answers
            ),
        )

    def line(self, line_id: str) -> KnownLine | None:
        """Return what is known of a line or post, or None."""
        return next((line for line in self.lines if line.id == line_id), None)

    def with_lines(self, lines: Iterable[KnownLine]) -> Self:
        """Return the evidence with these lines in place of those with the same ids."""
        known = {line.id: line for line in self.lines} | {line.id: line for line in lines}
        return replace(self, lines=tuple(known.values()))

    def restored(self, whole: "Evidence") -> Self:
        """Return the evidence with the values that :meth:`withheld` left out, from a whole one."""
        kept = {a.question_id: a.value for a in whole.answers if not a.print_ok}
        return replace(
            self,
            answers=tuple(
                replace(a, value=kept[a.question_id])
                if a.value == WITHHELD and a.question_id in kept
                else a
                for a in self.answers
            ),
        )

    def withheld(self) -> Self:
        """Return the evidence as it may leave the coach's desk: no value without leave to print."""
        return replace(self, answers=_masked(self.answers), disputed=_masked(self.disputed))


def _masked(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    return tuple(a if a.print_ok else replace(a, value=WITHHELD) for a in answers)
