"""A question as a comment in the draft: written so that a reply to it finds its way back."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reframe.core.evidence import Question
from reframe.formats.docx.comments import COULD_READ, LEFT, SUGGESTED, SUGGESTED_LINE
from reframe.formats.sheet_words import BASIS, choices, is_figure

_QUESTION = "Question: "
_CHOICES = "Answer with one of: "
_SEVERAL = "Answer with one or more of: "
_BASIS = "Say with the figure where it comes from: "
_UNLOCKS = "With an answer the line could say: "
_REF = re.compile(r"Ref: (\S+)\s*(.*)")
TARGET = "Target: "
WITHHELD = "Not printed: "
SPLIT = "Works better as bullets of their own: "
WAITING = "Waiting for the coach's sign-off: "
AMISS = "May be taken amiss: "
TOO = "Licensed too, for elsewhere: "
_HEADS = ("Why: ", "Claim: ", WITHHELD, SPLIT, TARGET, WAITING, AMISS, TOO)
_OURS = (*_HEADS, "Confirmed by: ", "Ledger: ", _CHOICES, _SEVERAL, _BASIS, _UNLOCKS)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question found in a comment, and what somebody typed under it."""

    question_id: str
    text: str
    typed: str


def asked(question: Question) -> str:
    """Return the lines of a comment that ask a question; the last one names it."""
    lines = [f"{_QUESTION}{question.text}"]
    if offered := choices(question):
        lead = _SEVERAL if question.kind == "several" else _CHOICES
        lines.append(f"{lead}{' / '.join(offered)}")
    if is_figure(question):
        lines.append(f"{_BASIS}{', or '.join(BASIS.values())}")
    if question.unlocks:
        lines.append(f"{_UNLOCKS}{question.unlocks}")
    # Nothing else of a comment is sure to survive a word processor: ids and dates change.
    lines.append(f"Ref: {question.id}")
    return "\n".join(lines)


def find_asked(lines: Sequence[str]) -> Asked | None:
    """Return the question that a comment asks, or None when it asks none.

    What is typed into the comment below the question counts as an answer.
    """
    found = next(((at, m) for at, line in enumerate(lines) if (m := _REF.match(line))), None)
    if found is None:
        return None
    at, match = found
    begin = next((n for n, line in enumerate(lines[:at]) if line.startswith(_QUESTION)), None)
    text = "" if begin is None else lines[begin].removeprefix(_QUESTION)
    between = [] if begin is None else lines[begin + 1 : at]
    typed = [line for line in between if not line.startswith(_OURS)]
    return Asked(match[1], text, "\n".join([*typed, *filter(None, [match[2]]), *lines[at + 1 :]]))


def only_commented(comments: Iterable[Sequence[str]]) -> tuple[bool, frozenset[str]]:
    """Return whether a draft holds its suggestions in comments alone, and the wordings that
    could not be put into the text of one that does not."""
    ours = [lines for lines in comments if is_ours(lines)]
    alone = any(
        line.startswith((SUGGESTED, SUGGESTED_LINE))
        for lines in ours
        if not any(line.startswith(LEFT) for line in lines)
        for line in lines
    )
    return alone, frozenset(
        line.removeprefix(COULD_READ)
        for lines in ours
        for line in lines
        if line.startswith(COULD_READ)
    )


def is_ours(lines: Sequence[str]) -> bool:
    """Whether a comment is one that the draft was returned with."""
    return find_asked(lines) is not None or any(line.startswith(_HEADS) for line in lines)
