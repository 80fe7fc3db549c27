"""From a filled sheet to the ledger: every answer validated, every refusal explained."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reframe.core.evidence import FIGURES
from reframe.core.needs import folded
from reframe.core.questions import GENERIC
from reframe.core.rule import Ask, RuleBook
from reframe.formats.ledger import Ledger
from reframe.formats.sheet_words import BASIS, Filled

_UNSURE = "not sure"
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer that was not taken: where it stands, and what to write instead."""

    place: str
    question_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Taken:
    """The ledger with the new answers, how many there were, and what was refused or blank."""

    ledger: Ledger
    count: int
    blank: int
    refusals: tuple[Refusal, ...]


def take(
    filled: Sequence[Filled],
    ledger: Ledger,
    book: RuleBook,
    number_words: frozenset[str],
    *,
    on: str,
) -> Taken:
    """Return the ledger with every valid answer of a sheet; ``on`` is the day, ISO."""
    refusals: list[Refusal] = []
    count = blank = 0
    for item in filled:
        if not item.text and not item.ticks:
            blank += 1
            continue
        ask = ask_of(item.question_id, book)
        if ask is None:
            reason = (
                "no question has this reference: the rules or the sheet were changed. "
                "Make a new sheet with 'reframe draft'."
            )
            refusals.append(Refusal(item.place, item.question_id, reason))
            continue
        value, reason = _judged(item, ask, number_words)
        if reason:
            refusals.append(Refusal(item.place, item.question_id, reason))
            continue
        ledger = ledger.answer(
            item.question_id,
            value,
            basis=item.basis[0] if ask.kind in FIGURES and item.basis else None,  # type: ignore[arg-type]
            by="client",
            on=on,
            print_ok=item.print_ok is not False,
            question=item.asked or ask.text,
        )
        count += 1
    return Taken(ledger, count, blank, tuple(refusals))


def ask_of(question_id: str, book: RuleBook) -> Ask | None:
    """Return what a question id asks, or None when no rule asks it (any more)."""
    parts = question_id.rsplit("/", 2)
    if len(parts) != 3:
        return None
    _, source, name = parts
    if source == GENERIC:
        return Ask(name, "", "text")
    asks = next((p.asks for p in book.patterns if p.id == source), None)
    if asks is None and (rule := book.rule(source)):
        asks = rule.asks
    return next((ask for ask in asks or () if ask.name == name), None)


def _judged(
    item: Filled, ask: Ask, number_words: frozenset[str]
) -> tuple[str | tuple[str, ...], str]:
    """Return the value to keep, and why it is refused (empty: it is not)."""
    said = item.ticks or ((item.text,) if item.text else ())
    if ask.kind in {"yes_no", "choice", "several"}:
        offered = ask.of if ask.of else ("yes", "no", "not sure")
        known = {folded(choice): choice for choice in (*offered, _UNSURE)}
        unknown = [tick for tick in said if folded(tick) not in known]
        if unknown:
            return "", f'"{unknown[0]}" is not one of: {", ".join(offered)}.'
        ticks = tuple(known[folded(tick)] for tick in said)
        if len(ticks) > 1 and _UNSURE in ticks:
            return "", f'"{_UNSURE}" is ticked beside other answers. Leave one of the two.'
        if ask.kind == "several":
            return ticks, ""
        if len(ticks) > 1:
            return "", f"only one can be true: {' or '.join(ticks)}. Tick one."
        return ticks[0], ""
    text = "; ".join(said).strip()
    if ask.kind in FIGURES and folded(text) not in {"not sure"}:
        if not (_FIGURE.search(text) or set(folded(text).split()) & number_words):
            return "", f'"{text}" holds no number. Write a figure, or "not sure".'
        if len(item.basis) != 1:
            names = ", ".join(BASIS.values())
            return "", f"say where the figure comes from, one of: {names}."
        if item.basis[0] not in BASIS:
            return "", f'"{item.basis[0]}" is not a basis; use one of: {", ".join(BASIS)}.'
    return text, ""
