"""Whether an answer meets what a wording needs."""

from collections.abc import Collection, Mapping

from reframe.core.claims import Claim
from reframe.core.evidence import FIGURES, Answer
from reframe.core.lexicon import Lexicon
from reframe.core.rule import Ask, Need

# What a coach must have heard in person before it is printed.
SIGNED: frozenset[Claim] = frozenset({Claim.ROLE, Claim.LEADERSHIP})


def unsigned(
    claims: Collection[Claim], needs: Collection[str], answers: Mapping[str, Answer]
) -> tuple[str, ...]:
    """Return the ids of the questions whose answers a wording with these claims rests on and
    that the coach has not signed off: it waits for them."""
    if not SIGNED & set(claims):
        return ()
    given = (answers[name] for name in needs if name in answers)
    return tuple(answer.question_id for answer in given if not answer.signed_off)


def folded(value: str) -> str:
    """Return an answer's words without case, outer blanks, final stops or curly quotes.

    >>> folded(" Not sure. ")
    'not sure'
    """
    return " ".join(value.replace("’", "'").casefold().split()).rstrip(".!")


def is_unsure(answer: Answer, lexicon: Lexicon) -> bool:
    """Whether the answer says nothing: blank, or "not sure", which counts as no."""
    unsure = lexicon.words("answer_unsure")
    ticks = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    return all(folded(tick) in unsure for tick in ticks)


def is_no(answer: Answer, lexicon: Lexicon) -> bool:
    """Whether the answer is a plain no (in any of its words)."""
    words = lexicon.words("answer_no")
    return not isinstance(answer.value, tuple) and folded(answer.value) in words


def meets(need: Need, ask: Ask, answer: Answer | None, lexicon: Lexicon) -> bool:
    """Whether ``answer`` meets ``need``.

    A figure without a basis or without leave to print meets nothing.

    Raises:
        ValueError: for a kind of need that does not exist.
    """
    if answer is None or is_unsure(answer, lexicon):
        return False
    if ask.kind in FIGURES and not (answer.print_ok and answer.basis):
        return False
    ticks = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    said = {folded(tick) for tick in ticks} - lexicon.words("answer_unsure")
    match need.kind:
        case "any":
            # "None" is a choice like another where a question offers it.
            offered = {folded(choice) for choice in ask.of}
            return bool(said & offered) or not is_no(answer, lexicon)
        case "yes":
            return bool(said & lexicon.words("answer_yes"))
        case "no":
            return bool(said & lexicon.words("answer_no"))
        case "one_of":
            return bool(said & {folded(v) for v in need.values})
        case "none_of":
            return not said & {folded(v) for v in need.values}
        case "at_least":
            wanted = {folded(v) for v in need.values}
            pool = {folded(v) for v in need.of}
            counted = said & pool if pool else said
            return len(counted) >= need.count and wanted <= said
    raise ValueError(f"no such need: {need.kind}")


def all_met(
    needs: Mapping[str, Need],
    asks: Mapping[str, Ask],
    answers: Mapping[str, Answer],
    lexicon: Lexicon,
) -> bool:
    """Whether every need is met by the answers (by ask name)."""
    return all(meets(need, asks[name], answers.get(name), lexicon) for name, need in needs.items())
