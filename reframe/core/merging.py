"""Two copies of one ledger become one: nothing is lost, and what differs is told."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from reframe.core.evidence import Answer, Evidence, KnownLine

E = TypeVar("E", bound=Evidence)

# Whose word weighs more where two people confirmed the same; a coach's belief is not evidence.
_WEIGHT = {"document": 3, "manager": 2, "client": 1, "coach": 0}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A question with answers that differ. ``both`` are all of them, in the order found."""

    question_id: str
    question: str
    both: tuple[Answer, ...]


def parted(answers: Iterable[Answer]) -> tuple[tuple[Answer, ...], tuple[Answer, ...]]:
    """Return the answers that stand alone, and those that differ from another to the same
    question; answers that say the same become one."""
    groups: dict[str, list[Answer]] = {}
    for answer in answers:
        group = groups.setdefault(answer.question_id, [])
        same = next((at for at, other in enumerate(group) if _same(answer, other)), None)
        if same is None:
            group.append(answer)
        else:
            group[same] = _joined(group[same], answer)
    alone = tuple(group[0] for group in groups.values() if len(group) == 1)
    disputed = tuple(a for group in groups.values() if len(group) > 1 for a in group)
    return alone, disputed


def merged(first: E, second: Evidence) -> E:
    """Return two copies of a ledger as one.

    An answer that both hold keeps every confirmation; without leave to print in one copy it has
    none. Answers that differ stand side by side, disputed, and license nothing.
    """
    both = (*first.answers, *first.disputed, *second.answers, *second.disputed)
    alone, disputed = parted(both)
    lines: dict[str, KnownLine] = {}
    for line in (*first.lines, *second.lines):
        known = lines.get(line.id)
        lines[line.id] = _joined_lines(known, line) if known else line
    return replace(
        first,
        answers=alone,
        disputed=disputed,
        lines=tuple(lines.values()),
        client=first.client or second.client,
    )


def conflicts(evidence: Evidence) -> tuple[Conflict, ...]:
    """Return the questions whose answers differ."""
    groups: dict[str, list[Answer]] = {}
    for answer in evidence.disputed:
        groups.setdefault(answer.question_id, []).append(answer)
    return tuple(
        Conflict(key, next((a.question for a in group if a.question), ""), tuple(group))
        for key, group in groups.items()
    )


def _same(one: Answer, other: Answer) -> bool:
    return (one.value, one.basis) == (other.value, other.basis)


def _joined(one: Answer, other: Answer) -> Answer:
    """Return one answer for two that say the same; the word that weighs more stands first."""
    first, second = sorted(
        (one, other), key=lambda a: (-_WEIGHT[a.by], a.on or "9999", a.question_id)
    )
    notes = dict.fromkeys((*first.also, *second.also, _note(second)))
    return replace(
        first,
        print_ok=one.print_ok and other.print_ok,
        signed_off=one.signed_off or other.signed_off,
        question=first.question or second.question,
        also=tuple(sorted(note for note in notes if note != _note(first))),
        id=one.id or other.id,
    )


def _note(answer: Answer) -> str:
    return f"{answer.by} {answer.on}".strip()


def _joined_lines(one: KnownLine, other: KnownLine) -> KnownLine:
    texts = dict.fromkeys((*one.wordings, other.text, *other.wordings))
    return replace(
        one,
        post=one.post or other.post,
        wordings=tuple(text for text in texts if text != one.text),
    )
