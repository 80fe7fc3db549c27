"""The wording and the fields that the sheets share, whatever the format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from reframe.core.evidence import FIGURES, Question

INTRO: Final = (
    "Please answer what you can; leave the rest blank. Plain words are best. "
    '"Not sure" is a good answer. Nothing is printed that you do not confirm here.'
)
_UNSURE: Final = "not sure"
BASIS: Final = {
    "record": "a record or report",
    "counted": "I counted it",
    "estimate": "my estimate",
}


LABELS: Final = {
    "about": "About: ",
    "also": "The same holds for:",
    "unlocks": "With your answer the line could say: ",
    "answer": "Your answer",
    "basis": "Where does it come from?",
    "print": "May we print it?",
}
REF: Final = "Ref: "


@dataclass(frozen=True, slots=True)
class SheetItem:
    """A question with the line it is about, as the client will read it. ``also`` are further
    lines that the same answer may hold for: (question id, line)."""

    question: Question
    about: str
    also: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """What somebody wrote on a sheet for one question, not yet judged.

    ``place`` says where it stands, for messages. ``ticks`` are ticked choices; ``basis`` and
    ``print_ok`` are empty and None where nothing was ticked. ``about`` is the line as the sheet
    has it, ``also`` the ids of the same question about further lines that it holds for.
    ``problem`` tells what cannot be read, and ``places`` where parts of the answer stand.
    """

    question_id: str
    place: str
    asked: str
    text: str
    ticks: tuple[str, ...]
    basis: tuple[str, ...]
    print_ok: bool | None
    about: str = ""
    also: tuple[str, ...] = ()
    problem: str = ""
    places: Mapping[str, str] = field(default_factory=dict)


def is_figure(question: Question) -> bool:
    """Whether the answer is a figure, which needs a basis and leave to print."""
    return question.kind in FIGURES


def needs_leave(question: Question) -> bool:
    """Whether leave to print is asked for: figures and names may be private."""
    return is_figure(question) or question.kind == "name"


def choices(question: Question) -> tuple[str, ...]:
    """Return what can be ticked: the question's own choices, or yes and no; and "not sure"."""
    own = ("yes", "no") if question.kind == "yes_no" else question.of
    return (*own, _UNSURE) if own and _UNSURE not in own else own
