"""From a filled sheet to the ledger: every answer validated, every refusal explained."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from reframe.core.evidence import FIGURES, GENERIC, Basis, KnownLine, Value
from reframe.core.log import SOURCE as LOG
from reframe.core.needs import folded
from reframe.core.rule import Ask, RuleBook
from reframe.formats.ledger import Ledger
from reframe.formats.sheet_words import BASIS, Filled
from reframe.tables.log import load_log

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
        if item.problem:
            place = item.places.get("print", item.place)
            refusals.append(Refusal(place, item.question_id, item.problem))
            continue
        ask = ask_of(item.question_id, book)
        if ask is None:
            reason = (
                "no question has this reference: the rules or the sheet were changed. "
                "Give the rules of your own with --rules, or make a new sheet."
            )
            refusals.append(Refusal(item.place, item.question_id, reason))
            continue
        judged = _judged(item, ask, number_words)
        if judged.reason:
            place = item.places.get(judged.part, item.place)
            refusals.append(Refusal(place, item.question_id, judged.reason))
            continue
        for key in (item.question_id, *item.also):
            ledger = ledger.answer(
                key,
                judged.value,
                basis=judged.basis,
                by="client",
                on=on,
                print_ok=item.print_ok is not False,
                question=item.asked or ask.text,
            )
        if item.about and ledger.line(about := item.question_id.split("/", 1)[0]) is None:
            ledger = ledger.with_lines([KnownLine(about, item.about)])
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
    if source == LOG:
        return next((ask for ask in load_log().asks if ask.name == name), None)
    asks = next((p.asks for p in book.patterns if p.id == source), None)
    if asks is None and (rule := book.rule(source)):
        asks = rule.asks
    return next((ask for ask in asks or () if ask.name == name), None)


@dataclass(frozen=True, slots=True)
class _Judged:
    """The value to keep, or why it is refused, and which part of the answer is at fault."""

    value: Value = ""
    basis: Basis | None = None
    reason: str = ""
    part: str = "answer"


def _judged(item: Filled, ask: Ask, number_words: frozenset[str]) -> _Judged:
    said = item.ticks or ((item.text,) if item.text else ())
    if ask.kind in {"yes_no", "choice", "several"}:
        return _chosen(said, ask)
    text = "; ".join(said).strip()
    basis = item.basis[0] if len(item.basis) == 1 and item.basis[0] in BASIS else None
    if ask.kind in FIGURES and folded(text) != _UNSURE:
        if not (_FIGURE.search(text) or set(folded(text).split()) & number_words):
            return _Judged(reason=f'"{text}" holds no number. Write a figure, or "{_UNSURE}".')
        if len(item.basis) != 1:
            names = ", ".join(BASIS.values())
            return _Judged(
                reason=f"say where the figure comes from, one of: {names}.", part="basis"
            )
        if basis is None:
            known = ", ".join(BASIS)
            reason = f'"{item.basis[0]}" is not a basis; use one of: {known}.'
            return _Judged(reason=reason, part="basis")
    return _Judged(text, cast(Basis | None, basis))


def _chosen(said: Sequence[str], ask: Ask) -> _Judged:
    offered = ask.of if ask.of else ("yes", "no", _UNSURE)
    known = {folded(choice): choice for choice in (*offered, _UNSURE)}
    unknown = [tick for tick in said if folded(tick) not in known]
    if unknown:
        return _Judged(reason=f'"{unknown[0]}" is not one of: {", ".join(offered)}.')
    ticks = tuple(known[folded(tick)] for tick in said)
    if len(ticks) > 1 and _UNSURE in ticks:
        return _Judged(reason=f'"{_UNSURE}" is ticked beside other answers. Leave one of the two.')
    if ask.kind == "several":
        return _Judged(ticks)
    if len(ticks) > 1:
        return _Judged(reason=f"only one can be true: {' or '.join(ticks)}. Tick one.")
    return _Judged(ticks[0])
