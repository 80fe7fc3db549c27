"""The question sheet as YAML, for people who would rather type than tick."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from reframe.errors import LedgerError
from reframe.formats.sheet_words import (
    BASIS,
    INTRO,
    Filled,
    SheetItem,
    choices,
    is_figure,
    needs_leave,
)
from reframe.formats.yaml_text import Noted, Value, write_yaml

_KEYS: Final = (
    "ref", "about", "ask", "could_say", "choices", "answer", "basis", "print", "also",
)  # fmt: skip


def write_sheet_yaml(items: Sequence[SheetItem], *, client: str) -> str:
    """Return the questions as YAML with empty answers."""
    named: dict[str, Value] = {"client": client} if client else {}
    return write_yaml({**named, "questions": [_entry(item) for item in items]}, head=INTRO)


def read_sheet_yaml(text: str, *, name: str) -> tuple[Filled, ...]:
    """Return what was filled in.

    Raises:
        LedgerError: when the text is not YAML, or not a question sheet.
    """
    try:
        data = YAML(typ="rt").load(text)
    except YAMLError as error:
        raise LedgerError(f"{name}: not valid YAML: {error}") from error
    entries = data.get("questions") if isinstance(data, CommentedMap) else None
    if not isinstance(entries, CommentedSeq):
        raise LedgerError(f"{name}: no 'questions' list. Is it a question sheet from 'draft'?")
    filled = []
    for at, entry in enumerate(entries):
        place = f"line {entries.lc.item(at)[0] + 1}"
        if not isinstance(entry, CommentedMap) or not entry.get("ref"):
            raise LedgerError(f"{name}: {place}: a question without its 'ref'; restore the line")
        for key in entry:
            if key not in _KEYS:
                line = entry.lc.key(key)[0] + 1
                near = get_close_matches(str(key), _KEYS, 1)
                hint = f"did you mean '{near[0]}'?" if near else f"use {', '.join(_KEYS)}"
                raise LedgerError(f"{name}: line {line}: there is no '{key}' here; {hint}")
        filled.append(_filled(entry, place))
    return tuple(filled)


def _entry(item: SheetItem) -> dict[str, Value]:
    question = item.question
    entry: dict[str, Value] = {"ref": question.id, "about": item.about, "ask": question.text}
    if question.unlocks:
        entry["could_say"] = question.unlocks
    if options := choices(question):
        entry["choices"] = tuple(options)
    entry["answer"] = None
    if is_figure(question):
        entry["basis"] = Noted(None, ", ".join(BASIS))
    if needs_leave(question):
        entry["print"] = Noted(None, "yes or no")
    if item.also:
        lines = [{"ref": key, "about": line, "same": None} for key, line in item.also]
        entry["also"] = Noted(lines, "'same: yes' where the answer holds for that line too")
    return entry


def _filled(entry: CommentedMap, place: str) -> Filled:
    answer = entry.get("answer")
    ticks: tuple[str, ...] = ()
    text = ""
    if isinstance(answer, list):
        ticks = tuple(_word(tick) for tick in answer)
    elif answer is not None:
        text = _word(answer)
    basis, leave = entry.get("basis"), entry.get("print")
    said = None if leave is None else _word(leave).casefold()
    known = said in {None, "yes", "no"}
    also = entry.get("also") if isinstance(entry.get("also"), list) else ()
    return Filled(
        question_id=str(entry["ref"]),
        place=_place(entry, "answer", place),
        asked=str(entry.get("ask") or ""),
        text=text,
        ticks=ticks,
        basis=() if basis is None else (str(basis),),
        print_ok=None if said is None else said == "yes",
        about=str(entry.get("about") or ""),
        also=tuple(
            str(line["ref"])
            for line in also or ()
            if isinstance(line, CommentedMap) and _word(line.get("same")).casefold() == "yes"
        ),
        problem="" if known else f"'print' is yes or no, not \"{said}\".",
        places={key: _place(entry, key, place) for key in ("basis", "print")},
    )


def _place(entry: CommentedMap, key: str, place: str) -> str:
    return f"line {entry.lc.key(key)[0] + 1}" if key in entry else place


def _word(value: Any) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value).strip()
