"""The target brief: what a client aims at, as YAML that a coach reads and edits.

``private`` holds what is for coach and client alone. It is read past: no value of this module,
and so no output, can hold it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, get_args

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from reframe.core.target import Register, Requirement, Target, Weight
from reframe.errors import TargetError

SCHEMA = 1
MAX_CHARACTERS = 200_000
_TEXTS = ("role", "level", "register", "differs", "advertisement", "advertisement_file")
_KEYS = ("schema", "role", "level", "value", "register", "differs", "requirements",
         "advertisement", "advertisement_file", "private")  # fmt: skip
_WEIGHTS: tuple[Weight, ...] = get_args(Weight)
_REGISTERS = tuple(word for word in get_args(Register) if word)


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief as it is written: the target, and the advertisement that it leaves to be read.

    ``advertisement`` is pasted text and ``file`` the name of a text file beside the brief; both
    are empty where the brief lists its requirements itself, which then decide.
    """

    target: Target
    advertisement: str
    file: str


def read_brief(text: str, *, name: str, levels: Collection[str], values: Collection[str]) -> Brief:
    """Return the brief in a text; ``levels`` and ``values`` are the names that there are.

    Raises:
        TargetError: naming every problem with line and column (from 1).
    """
    data = _load(text, name)
    problems: list[str] = []
    if not isinstance(data, CommentedMap):
        raise TargetError(f"{name}:1:1: a brief is a map with 'schema' and 'role'.")
    if data.get("schema") != SCHEMA:
        raise TargetError(
            f"{name}:1:1: schema {data.get('schema')!r} is not {SCHEMA}: begin with 'schema: 1'."
        )
    for key in data:
        if key not in _KEYS:
            problems.append(f"{_at(data, key, name)}: '{key}' is not a part of a brief "
                            f"({', '.join(_KEYS)})")  # fmt: skip
    said = {key: _text(data, key, name, problems) for key in _TEXTS}
    if not said["role"] and not problems:
        problems.append(f"{name}:1:1: a brief needs 'role', the title that is aimed at")
    _check_choice(data, "level", said["level"], levels, name, problems)
    _check_choice(data, "register", said["register"], _REGISTERS, name, problems)
    wanted = _values(data, values, name, problems)
    requirements = _requirements(data, name, problems)
    if said["advertisement"] and said["advertisement_file"]:
        problems.append(
            f"{_at(data, 'advertisement_file', name)}: 'advertisement' is there too; keep one"
        )
    if problems:
        raise TargetError("\n".join(problems))
    target = Target(
        role=said["role"],
        requirements=requirements,
        level=said["level"],
        value=wanted,
        differs=said["differs"],
        register=said["register"],  # type: ignore[arg-type]
    )
    own = bool(requirements)
    return Brief(
        target,
        advertisement="" if own else str(data.get("advertisement") or ""),
        file="" if own else said["advertisement_file"],
    )


def _load(text: str, name: str) -> Any:
    if len(text) > MAX_CHARACTERS:
        raise TargetError(f"{name}: more than {MAX_CHARACTERS:,} characters; shorten the brief.")
    try:
        return YAML(typ="rt").load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise TargetError(
            f"{name}{at}: not valid YAML: {error.problem}; a text with ':' or '#' in it goes into quotes."
        ) from None
    except (YAMLError, ValueError, RecursionError) as error:
        raise TargetError(f"{name}: not valid YAML ({type(error).__name__}).") from None


def _text(data: CommentedMap, key: str, name: str, problems: list[str]) -> str:
    value = data.get(key)
    if value is None:
        return ""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        problems.append(f"{_at(data, key, name)}: '{key}' is a text")
        return ""
    return " ".join(str(value).split())


def _check_choice(
    data: CommentedMap, key: str, said: str, known: Collection[str], name: str, problems: list[str]
) -> None:
    if said and said not in known:
        problems.append(f"{_at(data, key, name)}: {key} is one of {', '.join(known)}, not '{said}'")


def _values(
    data: CommentedMap, known: Collection[str], name: str, problems: list[str]
) -> tuple[str, ...]:
    items = data.get("value")
    if items is None:
        return ()
    if not isinstance(items, CommentedSeq):
        problems.append(f"{_at(data, 'value', name)}: 'value' is a list, such as [RISK, TIME]")
        return ()
    found: list[str] = []
    for number, item in enumerate(items):
        if item in known:
            found.append(str(item))
        else:
            where = _item(items, number, name)
            problems.append(f"{where}: '{item}' is not a value; there are {', '.join(known)}")
    return tuple(dict.fromkeys(found))


def _requirements(data: CommentedMap, name: str, problems: list[str]) -> tuple[Requirement, ...]:
    items = data.get("requirements")
    if items is None:
        return ()
    if not isinstance(items, CommentedSeq):
        where = _at(data, "requirements", name)
        problems.append(f"{where}: 'requirements' is a list; start items with '- must:'")
        return ()
    found: dict[str, Requirement] = {}
    for number, item in enumerate(items):
        weight, said = next(iter(item.items())) if isinstance(item, CommentedMap) and len(
            item
        ) == 1 else ("", None)  # fmt: skip
        if weight not in _WEIGHTS or not isinstance(said, str) or not said.strip():
            where = _item(items, number, name)
            problems.append(
                f"{where}: a requirement is written '- must: ...', '- nice: ...' or '- duty: ...'"
                "; a text with ':' or '#' in it goes into quotes"
            )
            continue
        said = " ".join(said.split())
        found.setdefault(said.casefold(), Requirement(said, weight))
    return tuple(found.values())


def _at(data: CommentedMap, key: str, name: str) -> str:
    try:
        line, column = data.lc.key(key)
    except KeyError:
        return f"{name}:1:1"
    return f"{name}:{line + 1}:{column + 1}"


def _item(items: CommentedSeq, number: int, name: str) -> str:
    line, column = items.lc.item(number)
    return f"{name}:{line + 1}:{column + 1}"
