"""Read the shared questions and the value categories: flat tables, written as TOML."""

import re
import tomllib
from pathlib import Path
from typing import TypeVar

from reframe.core.rule import SharedQuestion, ValueCategory
from reframe.tables.check import check
from reframe.tables.problems import Problem
from reframe.tables.read import Document
from reframe.tables.spec import QuestionSpec, Spec, ValueSpec

S = TypeVar("S", bound=Spec)
_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)")


def read_questions(path: Path, problems: list[Problem]) -> dict[str, SharedQuestion]:
    """Return the shared questions by code."""
    return {
        code: SharedQuestion(code, spec.text, spec.kind, tuple(spec.of), frozenset(spec.licenses))
        for code, spec in _entries(path, QuestionSpec, problems).items()
    }


def read_values(path: Path, problems: list[Problem]) -> dict[str, ValueCategory]:
    """Return the value categories by code."""
    return {
        code: ValueCategory(code, spec.title, spec.purpose)
        for code, spec in _entries(path, ValueSpec, problems).items()
    }


def _entries(path: Path, spec: type[S], problems: list[Problem]) -> dict[str, S]:
    try:
        text = path.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except OSError as error:
        reason = error.strerror or str(error)
        problems.append(Problem(path, 1, 1, f"cannot be read ({reason})", "restore the file"))
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        place = _POSITION.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place else (1, 1)
        what = "not valid TOML: " + _POSITION.sub("", str(error)).strip()
        problems.append(Problem(path, line, column, what, "correct it"))
        return {}
    found: dict[str, S] = {}
    for code, entry in table.items():
        document = Document(path, entry, {(): (_line(text, code), 1)})
        if entry := check(spec, document, problems):
            found[code] = entry
    return found


def _line(text: str, code: str) -> int:
    header = re.search(rf"^\[{re.escape(code)}\]", text, re.MULTILINE)
    return text.count("\n", 0, header.start()) + 1 if header else 1
