"""The ledger: a client's confirmed answers, as YAML that a person can read and edit."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from reframe.core.evidence import Answer, Basis, Confirmer, Evidence
from reframe.core.merging import parted
from reframe.errors import LedgerError
from reframe.formats.files import write_whole
from reframe.formats.ledger_entries import (
    BASES,
    CONFIRMERS,
    answer_entry,
    as_value,
    line_entry,
    read_answers,
    read_lines,
)
from reframe.formats.ledger_versions import SCHEMA, migrate, too_new
from reframe.formats.yaml_text import Noted, Value, write_yaml

_HEAD = """\
Confirmed answers. 'answer' is verbatim; 'basis' (record, counted, estimate) tells
how a figure is known; 'print: no' keeps a value out of every document;
'signed_off: yes' is the coach's, and claims of a role or of leadership wait for it."""
_DISPUTE = "Two different answers to one question: neither is used. Remove one."
_OURS = re.compile(r"^[\s{]*(?:schema|answers)\s*:", re.MULTILINE)
"""What a ledger has, also one that is not valid YAML."""


@dataclass(frozen=True)
class Ledger(Evidence):
    """Confirmed answers with a file to live in. Frozen: every change returns a new ledger."""

    @classmethod
    def of(cls, evidence: Evidence) -> Self:
        """Return any evidence as a ledger."""
        return cls(evidence.answers, evidence.client, evidence.lines, evidence.disputed)

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
        except UnicodeDecodeError:
            raise _no_ledger(str(path)) from None
        except OSError as error:
            raise LedgerError(f"{path}: cannot be read ({error.strerror}).") from error
        return cls.parse(text, name=str(path))

    @classmethod
    def parse(cls, text: str, *, name: str = "ledger") -> Self:
        """Read a ledger from its text; ``name`` stands in the errors of :meth:`load`."""
        try:
            data = YAML(typ="rt").load(text)
        except MarkedYAMLError as error:
            if not _OURS.search(text):
                raise _no_ledger(name) from None
            mark = error.problem_mark
            at = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
            raise LedgerError(f"{name}{at}: not valid YAML: {error.problem}") from error
        except YAMLError as error:
            raise LedgerError(f"{name}: not valid YAML: {error}") from error
        if data is None:
            return cls()
        if not isinstance(data, CommentedMap) or not {"schema", "answers"} & data.keys():
            raise _no_ledger(name)
        data = _today(data, name)
        problems: list[str] = []
        answers, disputed = parted(read_answers(data, name, problems))
        lines = tuple(read_lines(data, name, problems))
        if problems:
            raise LedgerError("\n".join(problems))
        return cls(answers, str(data.get("client") or ""), lines, disputed)

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
        if basis is not None and basis not in BASES:
            raise ValueError(f"basis is one of {', '.join(BASES)}, not {basis!r}")
        if by not in CONFIRMERS:
            raise ValueError(f"by is one of {', '.join(CONFIRMERS)}, not {by!r}")
        known = self.get(question_id)
        return self.with_answer(
            Answer(
                id=known.id if known else "",
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
        root: dict[str, Value] = {"schema": SCHEMA}
        if self.client:
            root["client"] = self.client
        if self.lines:
            root["lines"] = [line_entry(line) for line in self.lines]
        root["answers"] = list(self._entries())
        return write_yaml(root, head=_HEAD)

    def _entries(self) -> Iterator[Value]:
        """Yield the answers in order, each disputed one behind the first to its question."""
        shown: set[str] = set()
        for answer in (*self.answers, *self.disputed):
            if answer.question_id in shown:
                continue
            shown.add(answer.question_id)
            same = [a for a in self.disputed if a.question_id == answer.question_id]
            first, *others = (answer_entry(each) for each in same or (answer,))
            yield Noted(first, above=_DISPUTE) if same else first
            yield from others


def _no_ledger(name: str) -> LedgerError:
    return LedgerError(
        f"{name}: this is no ledger. Give the .ledger.yaml that 'reframe draft' wrote for the client."
    )


def _today(data: CommentedMap, name: str) -> Any:
    """Return the map of a ledger in today's shape."""
    schema = data.get("schema")
    if too_new(schema):
        raise LedgerError(
            f"{name}:1:1: schema {schema} is newer than {SCHEMA}, the newest that this version "
            "reads: update reframe, or ask for the ledger in the older form"
        )
    try:
        return migrate(data)
    except ValueError:
        raise LedgerError(
            f"{name}:1:1: schema {schema!r} is none that was ever written: write 'schema: {SCHEMA}'"
        ) from None
