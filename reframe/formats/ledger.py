"""The ledger: a client's confirmed answers, as YAML that a person can read and edit."""

import datetime
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, get_args

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from reframe.core.evidence import Answer, Basis, Confirmer, Evidence, Value
from reframe.errors import LedgerError
from reframe.formats.files import write_whole

SCHEMA = 1
_BASES = get_args(Basis)
_CONFIRMERS = get_args(Confirmer)
_KEYS = ("question", "asked", "answer", "basis", "by", "on", "print", "signed_off")


@dataclass(frozen=True)
class Ledger(Evidence):
    """Confirmed answers with a file to live in. Frozen: every change returns a new ledger."""

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read a ledger.

        Raises:
            LedgerError: naming every problem with its line, when the file is missing, is not
                YAML, or holds something that is not an answer.
        """
        path = Path(path)
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            raise LedgerError(
                f"{path}: no such ledger. Give the path of an existing one."
            ) from None
        except (OSError, UnicodeDecodeError) as error:
            raise LedgerError(f"{path}: cannot be read as text: {error}") from error
        return cls.parse(text, name=str(path))

    @classmethod
    def parse(cls, text: str, *, name: str = "ledger") -> Self:
        """Read a ledger from its text; ``name`` stands in the errors of :meth:`load`."""
        try:
            data = YAML(typ="rt").load(text)
        except MarkedYAMLError as error:
            mark = error.problem_mark
            at = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
            raise LedgerError(f"{name}{at}: not valid YAML: {error.problem}") from error
        except YAMLError as error:
            raise LedgerError(f"{name}: not valid YAML: {error}") from error
        if data is None:
            return cls()
        problems: list[str] = []
        answers = tuple(_answers(data, name, problems))
        if problems:
            raise LedgerError("\n".join(problems))
        return cls(answers=answers, client=str(data.get("client") or ""))

    def answer(
        self,
        question_id: str,
        value: object,
        *,
        basis: Basis | None = None,
        by: Confirmer = "client",
        on: datetime.date | str | None = None,
        print_ok: bool = True,
        signed_off: bool = False,
        question: str = "",
    ) -> Self:
        """Return the ledger with this answer in place of an earlier one to the question.

        ``value`` is kept verbatim: text, a number, True or False for yes and no, or a list of
        ticks. ``on`` is the day it was given.

        Raises:
            ValueError: for a basis, a confirmer or a value that does not exist.
        """
        if basis is not None and basis not in _BASES:
            raise ValueError(f"basis is one of {', '.join(_BASES)}, not {basis!r}")
        if by not in _CONFIRMERS:
            raise ValueError(f"by is one of {', '.join(_CONFIRMERS)}, not {by!r}")
        return self.with_answer(
            Answer(
                question_id=question_id,
                value=as_value(value),
                basis=basis,
                by=by,
                on=on.isoformat() if isinstance(on, datetime.date) else (on or ""),
                print_ok=print_ok,
                signed_off=signed_off,
                question=question,
            )
        )

    def save(self, path: str | Path) -> None:
        """Write the ledger, whole or not at all.

        Raises:
            ReframeError: when the folder cannot be written to.
        """
        write_whole(Path(path), self.dump().encode())

    def dump(self) -> str:
        """Return the ledger as YAML: the same answers give the same text."""
        root = CommentedMap({"schema": SCHEMA})
        root.yaml_set_start_comment(
            "Confirmed answers. 'answer' is verbatim; 'basis' (record, counted, estimate) tells\n"
            "how a figure is known; 'print: no' keeps a value out of every document."
        )
        if self.client:
            root["client"] = self.client
        root["answers"] = CommentedSeq([_entry(answer) for answer in self.answers])
        out = io.StringIO()
        yaml = YAML(typ="rt")
        yaml.width = 100
        yaml.indent(mapping=2, sequence=4, offset=2)
        yaml.dump(root, out)
        return out.getvalue()


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


def _entry(answer: Answer) -> CommentedMap:
    entry = CommentedMap({"question": answer.question_id})
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
    return entry


def _answers(data: Any, name: str, problems: list[str]) -> list[Answer]:
    if not isinstance(data, CommentedMap):
        problems.append(f"{name}:1:1: a ledger is a map with 'schema' and 'answers'")
        return []
    if data.get("schema") != SCHEMA:
        problems.append(
            f"{name}:1:1: schema {data.get('schema')!r} is not {SCHEMA}: "
            "this version reads ledgers with 'schema: 1'"
        )
        return []
    entries = data.get("answers") or CommentedSeq()
    if not isinstance(entries, CommentedSeq):
        problems.append(f"{_at(data, 'answers', name)}: 'answers' is a list; start items with '- '")
        return []
    found = [_answer(entry, f"{name}:{_line(entries, i)}", name, problems)
             for i, entry in enumerate(entries)]  # fmt: skip
    return [answer for answer in found if answer is not None]


def _answer(entry: Any, at: str, name: str, problems: list[str]) -> Answer | None:
    if not isinstance(entry, CommentedMap) or not entry.get("question") or "answer" not in entry:
        problems.append(f"{at}: an answer needs 'question' (its id) and 'answer'")
        return None
    before = len(problems)
    for key in entry:
        if key not in _KEYS:
            problems.append(
                f"{_at(entry, key, name)}: '{key}' is not a part of an answer ({', '.join(_KEYS)})"
            )
    basis, by = entry.get("basis"), entry.get("by", "client")
    if basis is not None and basis not in _BASES:
        problems.append(
            f"{_at(entry, 'basis', name)}: basis is one of {', '.join(_BASES)}, not {basis!r}"
        )
    if by not in _CONFIRMERS:
        problems.append(
            f"{_at(entry, 'by', name)}: by is one of {', '.join(_CONFIRMERS)}, not {by!r}"
        )
    try:
        value: Value = as_value(entry["answer"])
    except ValueError as error:
        problems.append(f"{_at(entry, 'answer', name)}: {error}")
        value = ""
    flags = {key: _flag(entry, key, name, problems) for key in ("print", "signed_off")}
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
    )


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


def _line(entries: CommentedSeq, index: int) -> str:
    line, column = entries.lc.item(index)
    return f"{line + 1}:{column + 1}"
