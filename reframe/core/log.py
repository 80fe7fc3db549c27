"""The accomplishment log: what a client noted month by month, as answers of the ledger."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reframe.core.evidence import Answer, Evidence, Question
from reframe.core.lexicon import Lexicon
from reframe.core.needs import is_unsure
from reframe.core.rule import Ask

SOURCE = "monthly"
_ENTRY = re.compile(r"log-(\d{4}-\d{2})(?:-\d+)?")


@dataclass(frozen=True, slots=True)
class Log:
    """The questions of a month, and the value category that each choice of ``worth`` means."""

    asks: tuple[Ask, ...]
    worth: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One accomplishment. ``said`` holds what may be printed, by question name."""

    id: str
    month: str
    value: str
    said: Mapping[str, str]
    answers: tuple[Answer, ...]


def is_entry(line_id: str) -> bool:
    """Whether answers are about an entry of the log, not about a line of a résumé.

    >>> is_entry("log-2026-03-2"), is_entry("log-in-users-1a2b3c")
    (True, False)
    """
    return _ENTRY.fullmatch(line_id) is not None


def next_entry(evidence: Evidence, month: str) -> str:
    """Return the id of the next entry of a month (``2026-03``)."""
    taken = {answer.about for answer in (*evidence.answers, *evidence.disputed)}
    key, number = f"log-{month}", 1
    while key in taken:
        number += 1
        key = f"log-{month}-{number}"
    return key


def questions_of(entry_id: str, log: Log) -> tuple[Question, ...]:
    """Return the questions of one entry."""
    return tuple(
        Question(
            id=f"{entry_id}/{SOURCE}/{ask.name}",
            text=ask.text,
            kind=ask.kind,
            about=entry_id,
            source=SOURCE,
            of=ask.of,
        )
        for ask in log.asks
    )


def entries(evidence: Evidence, log: Log, lexicon: Lexicon) -> tuple[Entry, ...]:
    """Return the entries of a ledger, oldest first, without what the client is not sure of."""
    found: dict[str, list[Answer]] = {}
    for answer in evidence:
        if is_entry(answer.about) and not is_unsure(answer, lexicon):
            found.setdefault(answer.about, []).append(answer)
    made = (_entry(key, answers, log) for key, answers in found.items())
    return tuple(sorted(made, key=lambda entry: (entry.month, _number(entry.id))))


def by_value(found: Sequence[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Return entries by value category, the category with the most first; "" is none told."""
    groups: dict[str, list[Entry]] = {}
    for entry in found:
        groups.setdefault(entry.value, []).append(entry)
    ordered = sorted(groups, key=lambda code: (not code, -len(groups[code]), code))
    return {code: tuple(groups[code]) for code in ordered}


def _entry(key: str, answers: Sequence[Answer], log: Log) -> Entry:
    by_name = {a.question_id.rsplit("/", 1)[-1]: a for a in answers}
    said = {
        ask.name: _text(by_name[ask.name])
        for ask in log.asks
        if ask.name in by_name and by_name[ask.name].print_ok
    }
    month = _ENTRY.fullmatch(key)
    value = log.worth.get(said.get("worth", ""), "")
    return Entry(key, month[1] if month else "", value, said, tuple(answers))


def _text(answer: Answer) -> str:
    return ", ".join(answer.value) if isinstance(answer.value, tuple) else answer.value


def _number(key: str) -> int:
    tail = key.removeprefix("log-").split("-")[2:]
    return int(tail[0]) if tail else 1
