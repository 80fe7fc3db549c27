"""The wording and the fields that the sheets share, whatever the format."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class SheetItem:
    """A question with the line it is about, as the client will read it."""

    question: Question
    about: str


@dataclass(frozen=True, slots=True)
class Filled:
    """What somebody wrote on a sheet for one question, not yet judged.

    ``place`` says where it stands, for messages. ``ticks`` are ticked choices; ``basis`` and
    ``print_ok`` are None where nothing was ticked.
    """

    question_id: str
    place: str
    asked: str
    text: str
    ticks: tuple[str, ...]
    basis: tuple[str, ...]
    print_ok: bool | None


def is_figure(question: Question) -> bool:
    """Whether the answer is a figure, which needs a basis and leave to print."""
    return question.kind in FIGURES


def choices(question: Question) -> tuple[str, ...]:
    """Return what can be ticked: the question's own choices, or yes and no; and "not sure"."""
    own = ("yes", "no") if question.kind == "yes_no" else question.of
    return (*own, _UNSURE) if own and _UNSURE not in own else own
