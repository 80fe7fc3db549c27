"""Ledgers of earlier versions, brought up to date one version at a time."""

from collections.abc import Callable
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

SCHEMA = 2


def too_new(schema: object) -> bool:
    """Whether a ledger was written by a later version than this one."""
    return isinstance(schema, int) and not isinstance(schema, bool) and schema > SCHEMA


def migrate(data: CommentedMap) -> CommentedMap:
    """Return a ledger's map in today's shape; comments and the places of its lines are kept.

    Raises:
        ValueError: when its ``schema`` is none that was ever written.
    """
    schema = data.get("schema")
    while schema != SCHEMA:
        if type(schema) is not int or schema not in _STEPS:
            raise ValueError(schema)
        _STEPS[schema](data)
        schema += 1
    data["schema"] = SCHEMA
    return data


def _from_1(data: CommentedMap) -> None:
    """Version 1 knew no disputes: of two answers to one question the later one stood."""
    answers = data.get("answers")
    if not isinstance(answers, CommentedSeq):
        return
    last = {str(entry.get("question")): at for at, entry in enumerate(answers) if _is_map(entry)}
    for at in range(len(answers) - 1, -1, -1):
        if _is_map(answers[at]) and last[str(answers[at].get("question"))] != at:
            del answers[at]


def _is_map(entry: Any) -> bool:
    return isinstance(entry, CommentedMap)


_STEPS: dict[Any, Callable[[CommentedMap], None]] = {1: _from_1}
