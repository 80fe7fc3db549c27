"""Suggestions as data that replays: ``apply(before, edits) == after``, always."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reframe.core.claims import Claim
from reframe.core.evidence import Question

INFLECTED = "inflected"
FUNCTION = "function word"
SAME = "same meaning"
MECHANICS = "mechanics"
# Reasons that several writers give.
LIST_AND = 'The last of a list has its "and".'
LIST_COLON = "A colon opens a list, not a semicolon."
FIRST_PERSON = "A résumé implies its first person."
CLAUSE_TENSE = "The clause follows its verb into the past."
ROLE_TENSE = "The tense of the role."
EditKind = Literal["wording", "mechanics", "spelling"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with their origin: ``source``, :data:`INFLECTED`, :data:`FUNCTION`, :data:`SAME`,
    :data:`MECHANICS`, ``rule:<id>`` or ``answer:<question id>``."""

    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``before[start:end]`` by the joined ``pieces``; ``why`` is for a reader.

    ``kind`` tells a repair (of marks and forms, or of a misspelt word) from a new wording.
    """

    start: int
    end: int
    pieces: tuple[Piece, ...]
    why: str
    kind: EditKind = "wording"

    @property
    def text(self) -> str:
        """What stands there after the edit."""
        return "".join(piece.text for piece in self.pieces)


def repaired(start: int, end: int, text: str, why: str, *, kind: EditKind = "mechanics") -> Edit:
    """Return the edit that mends ``before[start:end]``; an empty ``text`` takes it away.

    >>> repaired(4, 6, " ", "One blank is enough.").pieces
    (Piece(text=' ', origin='mechanics'),)
    """
    return Edit(start, end, (Piece(text, MECHANICS),) if text else (), why, kind)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where ``after[start:end]`` comes from."""

    start: int
    end: int
    origin: str


def apply(before: str, edits: Iterable[Edit]) -> str:
    """Return the text after ordered, non-overlapping edits.

    Raises:
        ValueError: when edits overlap, run backwards or leave the text.

    >>> apply("Was filing papers", [Edit(0, 10, (Piece("Filed", "inflected"),), "tense")])
    'Filed papers'
    """
    out: list[str] = []
    at = 0
    for edit in edits:
        if not at <= edit.start <= edit.end <= len(before):
            raise ValueError(f"edit {edit.start}:{edit.end} overlaps or leaves the text")
        out += (before[at : edit.start], edit.text)
        at = edit.end
    out.append(before[at:])
    return "".join(out)


def rewords(edits: Iterable[Edit]) -> bool:
    """Whether there is a new wording among edits, and not repairs alone."""
    return any(edit.kind == "wording" for edit in edits)


def provenance(before: str, edits: Iterable[Edit]) -> tuple[Provenance, ...]:
    """Return the origin of every stretch of ``apply(before, edits)``, without gaps."""
    spans: list[Provenance] = []
    at = length = 0

    def add(text: str, origin: str) -> None:
        nonlocal length
        if not text:
            return
        if spans and spans[-1].origin == origin:
            spans[-1] = Provenance(spans[-1].start, length + len(text), origin)
        else:
            spans.append(Provenance(length, length + len(text), origin))
        length += len(text)

    for edit in edits:
        add(before[at : edit.start], "source")
        for piece in edit.pieces:
            add(piece.text, piece.origin)
        at = edit.end
    add(before[at:], "source")
    return tuple(spans)


@dataclass(frozen=True, slots=True)
class Wording:
    """One licensed wording of a bullet; ``unsigned`` are the questions whose answers wait for
    the coach's sign-off."""

    text: str
    edits: tuple[Edit, ...]
    claims: frozenset[Claim]
    rule_ids: tuple[str, ...]
    answer_ids: tuple[str, ...]
    unsigned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Withheld:
    """A wording that answers would license and that is not printed; ``reason`` is for the coach."""

    text: str
    reason: str
    answer_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What to do with one bullet. ``changed`` is False when the line is left as it is, which
    is an answer of its own. ``alternatives`` are other licensed wordings, best first.
    ``doubts`` are sentences about what may be a mistake, and was left.
    ``withheld`` are wordings with answers behind them that are not offered, and why; ``split``
    are the bullets that a run-on line works better as, in their own wordings; ``waiting`` is a
    wording that the answers license and the coach has not signed off yet."""

    before: str
    after: str
    edits: tuple[Edit, ...]
    claims: frozenset[Claim]
    provenance: tuple[Provenance, ...]
    alternatives: tuple[Wording, ...]
    explanation: str
    rule_ids: tuple[str, ...]
    answer_ids: tuple[str, ...]
    questions: tuple[Question, ...]
    diagnosis: tuple[str, ...]
    confident: bool
    doubts: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    split: tuple[str, ...] = ()
    waiting: Wording | None = None

    @property
    def changed(self) -> bool:
        """Whether the suggestion differs from the source."""
        return self.after != self.before
