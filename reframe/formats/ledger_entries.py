"""One answer of a ledger as YAML, and every problem of one told with its line."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from reframe.core.evidence import Answer, Basis, Confirmer, KnownLine, Value
from reframe.formats.yaml_text import Value as YamlValue

BASES = get_args(Basis)
CONFIRMERS = get_args(Confirmer)
_KEYS = (
    "id", "question", "asked", "answer", "basis", "by", "on", "print", "signed_off", "also",
)  # fmt: skip
_LINE_KEYS = ("id", "text", "post", "wordings")


def as_value(value: object) -> Value:
    """Return an answer as it is kept.

    Raises:
        ValueError: for anything but text, a number, a truth value, or a list of these.

    >>> as_value(True), as_value(["a", 2])
    ('yes', ('a', '2'))
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, list | tuple | set | frozenset):
        ticks = sorted(value, key=str) if isinstance(value, set | frozenset) else value
        return tuple(str(as_value(tick)) for tick in ticks)
    raise ValueError(f"an answer is text, a number, yes or no, or a list of ticks, not {value!r}")


def answer_entry(answer: Answer) -> dict[str, YamlValue]:
    """Return an answer as an entry of the file."""
    entry: dict[str, YamlValue] = {"id": answer.ledger_id, "question": answer.question_id}
    if answer.question:
        entry["asked"] = answer.question
    entry["answer"] = list(answer.value) if isinstance(answer.value, tuple) else answer.value
    if answer.basis:
        entry["basis"] = answer.basis
    entry["by"] = answer.by
    if answer.on:
        entry["on"] = answer.on
    if not answer.print_ok:
        entry["print"] = "no"
    if answer.signed_off:
        entry["signed_off"] = "yes"
    if answer.also:
        entry["also"] = list(answer.also)
    return entry


def line_entry(line: KnownLine) -> dict[str, YamlValue]:
    """Return a known line as an entry of the file."""
    entry: dict[str, YamlValue] = {"id": line.id, "text": line.text}
    if line.post:
        entry["post"] = line.post
    if line.wordings:
        entry["wordings"] = list(line.wordings)
    return entry


def read_answers(data: CommentedMap, name: str, problems: list[str]) -> Iterator[Answer]:
    """Yield the answers of a ledger's map; what is wrong is added to ``problems``."""
    for entry, at in _items(data, "answers", name, problems):
        answer = _answer(entry, at, name, problems)
        if answer is not None:
            yield answer


def read_lines(data: CommentedMap, name: str, problems: list[str]) -> Iterator[KnownLine]:
    """Yield the lines that a ledger knows; what is wrong is added to ``problems``."""
    for entry, at in _items(data, "lines", name, problems):
        if not isinstance(entry, CommentedMap) or not (entry.get("id") and entry.get("text")):
            problems.append(f"{at}: a line needs 'id' and 'text'")
            continue
        _unknown(entry, _LINE_KEYS, "a line", name, problems)
        wordings = entry.get("wordings") or ()
        if isinstance(wordings, str):
            wordings = (wordings,)
        yield KnownLine(
            str(entry["id"]),
            str(entry["text"]),
            str(entry.get("post") or ""),
            tuple(str(wording) for wording in wordings),
        )


def _items(
    data: CommentedMap, key: str, name: str, problems: list[str]
) -> Iterator[tuple[Any, str]]:
    entries = data.get(key) or CommentedSeq()
    if not isinstance(entries, CommentedSeq):
        problems.append(f"{_at(data, key, name)}: '{key}' is a list; start items with '- '")
        return
    for index, entry in enumerate(entries):
        line, column = entries.lc.item(index)
        yield entry, f"{name}:{line + 1}:{column + 1}"


def _unknown(
    entry: CommentedMap, keys: tuple[str, ...], what: str, name: str, problems: list[str]
) -> None:
    for key in entry:
        if key not in keys:
            problems.append(
                f"{_at(entry, key, name)}: '{key}' is not a part of {what} ({', '.join(keys)})"
            )


def _answer(entry: Any, at: str, name: str, problems: list[str]) -> Answer | None:
    if not isinstance(entry, CommentedMap) or not entry.get("question") or "answer" not in entry:
        problems.append(f"{at}: an answer needs 'question' (its id) and 'answer'")
        return None
    before = len(problems)
    _unknown(entry, _KEYS, "an answer", name, problems)
    basis, by = entry.get("basis"), entry.get("by", "client")
    if basis is not None and basis not in BASES:
        problems.append(
            f"{_at(entry, 'basis', name)}: basis is one of {', '.join(BASES)}, not {basis!r}"
        )
    if by not in CONFIRMERS:
        problems.append(
            f"{_at(entry, 'by', name)}: by is one of {', '.join(CONFIRMERS)}, not {by!r}"
        )
    value: Value = ""
    try:
        value = as_value(entry["answer"])
    except ValueError as error:
        problems.append(f"{_at(entry, 'answer', name)}: {error}")
    flags = {key: _flag(entry, key, name, problems) for key in ("print", "signed_off")}
    also = entry.get("also") or ()
    if len(problems) > before:
        return None
    return Answer(
        question_id=str(entry["question"]),
        value=value,
        basis=basis,
        by=by,
        on=str(entry.get("on") or ""),
        print_ok=flags["print"] is not False,
        signed_off=flags["signed_off"] is True,
        question=str(entry.get("asked") or ""),
        also=(also,) if isinstance(also, str) else tuple(str(item) for item in also),
        id=_own_id(str(entry.get("id") or ""), str(entry["question"])),
    )


def _own_id(written: str, question_id: str) -> str:
    """Keep an id only where it says something: an answer that moved keeps the one it had."""
    return "" if written == Answer(question_id, "").ledger_id else written


def _flag(entry: Mapping[str, Any], key: str, name: str, problems: list[str]) -> bool | None:
    value = entry.get(key)
    if value is None or isinstance(value, bool):
        return value
    if str(value).lower() in {"yes", "no"}:
        return str(value).lower() == "yes"
    problems.append(f"{_at(entry, key, name)}: {key} is yes or no")
    return None


def _at(entry: Any, key: str, name: str) -> str:
    line, column = entry.lc.key(key)
    return f"{name}:{line + 1}:{column + 1}"
