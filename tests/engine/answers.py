"""Answers that meet needs, made for tests: every free value is a word or figure of its own."""

from collections.abc import Iterator

from reframe.core.evidence import FIGURES, Answer, Value
from reframe.core.rule import Ask, Need


def value_for(need: Need, ask: Ask, *, number: int) -> Value:
    """A value that meets a need; a free one is marked by ``number``."""
    if ask.kind in FIGURES:
        return figure(number)
    match need.kind:
        case "yes" | "no":
            return need.kind
        case "one_of":
            return need.values[0]
        case "none_of":
            return next(choice for choice in ask.of if choice not in need.values)
        case "at_least":
            ticks = dict.fromkeys((*need.values, *(need.of or ask.of)))
            return tuple(ticks)[: max(need.count, len(need.values))]
    if ask.kind == "yes_no":
        return "yes"
    if ask.kind == "several":
        return ask.of[:2]
    return ask.of[0] if ask.of else word(number)


def word(number: int) -> str:
    """A word that stands nowhere else."""
    return f"Zyqx{number:04d}"


def figure(number: int) -> str:
    """A figure that stands nowhere else."""
    return f"7{number:04d}3"


def free(ask: Ask) -> bool:
    """Whether the client answers in words of their own."""
    return not ask.of and ask.kind != "yes_no"


def answers_to(
    needs: dict[str, Need], asks: dict[str, Ask], prefix: str, *, start: int
) -> Iterator[tuple[Ask, Answer]]:
    """Answers that meet all needs of one wording, signed off."""
    for number, (name, need) in enumerate(needs.items(), start=start):
        ask = asks[name]
        yield (
            ask,
            Answer(
                f"{prefix}/{name}",
                value_for(need, ask, number=number),
                basis="record" if ask.kind in FIGURES else None,
                signed_off=True,
            ),
        )
