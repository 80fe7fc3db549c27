"""What a coach should look at in a ledger before it is drafted from."""

from collections.abc import Iterator
from dataclasses import dataclass

from reframe.core.attaching import attach
from reframe.core.counting import counted
from reframe.core.evidence import FIGURES, Answer, Evidence
from reframe.core.log import is_entry
from reframe.core.merging import conflicts
from reframe.core.needs import folded
from reframe.core.resume import Resume
from reframe.engine.answering import ask_of
from reframe.engine.reframer import Reframer


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at: the id of the answer or line, what it is, and what to do."""

    id: str
    what: str
    todo: str


def inspect(ledger: Evidence, reframer: Reframer, resume: Resume | None = None) -> list[Remark]:
    """Return every remark on a ledger; with a résumé also on what the two make together."""
    remarks = [
        Remark(
            conflict.both[0].ledger_id,
            f"two different answers to one question: {_values(conflict.both)}",
            "neither is used; remove one from the ledger",
        )
        for conflict in conflicts(ledger)
    ]
    for answer in ledger:
        remarks += _of_answer(answer, reframer)
    if resume is not None:
        remarks += _of_resume(ledger, reframer, resume)
    return remarks


def _of_answer(answer: Answer, reframer: Reframer) -> Iterator[Remark]:
    ask = ask_of(answer.question_id, reframer.book)
    if ask is None:
        yield Remark(
            answer.ledger_id,
            f"no rule asks this (any more): {answer.question_id}",
            "keep it for the record, or remove it",
        )
        return
    ticks = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    unsure = reframer.lexicon.words("answer_unsure")
    told = [tick for tick in ticks if folded(tick) not in unsure]
    if ask.kind in FIGURES and told and not answer.basis:
        yield Remark(
            answer.ledger_id,
            f'a figure without a basis is never printed: "{answer.value}"',
            "write 'basis: record', 'counted' or 'estimate'",
        )
    known = {folded(choice) for choice in ask.of}
    for tick in told:
        if ask.of and folded(tick) not in known:
            yield Remark(
                answer.ledger_id,
                f'"{tick}" is not among the choices of the question',
                f"use one of: {', '.join(ask.of)}",
            )


def _of_resume(ledger: Evidence, reframer: Reframer, resume: Resume) -> Iterator[Remark]:
    attached = attach(ledger, resume, reframer.lexicon)
    for orphan in attached.orphans:
        near = f'; the line most like it: "{orphan.near}" ({orphan.near_id})' if orphan.near else ""
        yield Remark(
            orphan.line_id,
            f"{counted(orphan.answers, 'answer')} without a line in the résumé: "
            f'"{orphan.text or orphan.line_id}"{near}',
            "'reframe ledger attach' moves them to a line",
        )
    review = reframer.review(resume, ledger)
    for role in review.roles:
        for told in role.conflicts:
            yield Remark(role.position_id, f"answers contradict each other: {told}", "ask again")
        if role.waiting:
            yield Remark(
                role.position_id, f"waits for sign-off: {role.waiting}", _sign(role.unsigned)
            )
    for key, suggestion in review.suggestions_by_id.items():
        if suggestion.waiting:
            waiting = suggestion.waiting
            yield Remark(key, f"waits for sign-off: {waiting.text}", _sign(waiting.unsigned))


def _sign(question_ids: tuple[str, ...]) -> str:
    ids = " ".join(Answer(key, "").ledger_id for key in question_ids)
    return f"'reframe ledger sign' with: {ids}"


def _values(answers: tuple[Answer, ...]) -> str:
    return " / ".join(f'"{a.value}" ({a.by})' for a in answers)


def lines_in(ledger: Evidence) -> Iterator[tuple[str, str, tuple[Answer, ...]]]:
    """Yield each line that a ledger has answers about: its id, its text, the answers."""
    groups: dict[str, list[Answer]] = {}
    for answer in (*ledger.answers, *ledger.disputed):
        groups.setdefault(answer.about, []).append(answer)
    for key, answers in groups.items():
        known = ledger.line(key)
        text = known.text if known else ("accomplishment log" if is_entry(key) else "")
        yield key, text, tuple(answers)
