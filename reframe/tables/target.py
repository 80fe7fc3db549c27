"""Read ``target.toml``: the words of briefs and advertisements, the levels of posts, the weights."""

import tomllib
from pathlib import Path
from typing import Any

from reframe.bundled import bundled
from reframe.core.target import Doubt, TargetTable
from reframe.errors import TableError
from reframe.tables.problems import Problem
from reframe.tables.shared import read_values


def load_target_table(folder: Path | None = None) -> TargetTable:
    """Return the target table of a table folder (the bundled one by default).

    Raises:
        TableError: when the table is missing, not TOML, or lacks a part.
    """
    path = (folder or bundled("data", "tables")) / "target.toml"
    try:
        return _table(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise TableError(f"{path}: {error!r}. Restore the table, or reinstall.") from error


def _table(table: dict[str, Any]) -> TargetTable:
    levels = table["levels"]
    return TargetTable(
        filler=frozenset(table["filler"]["words"]),
        soft=frozenset(table["soft"]["words"]),
        judged=frozenset(table["judged"]["words"]),
        aiding=frozenset(table["aiding"]["words"]),
        generic=frozenset(table["generic"]["words"]),
        generic_domains=frozenset(table["generic"]["domains"]),
        tools=frozenset(table["tools"]["words"]),
        level_names=tuple(level["name"] for level in levels),
        level_titles={
            title: step for step, level in enumerate(levels) for title in level["titles"]
        },
        lowering=frozenset(table["lowering"]["titles"]),
        hands_on=frozenset(table["hands_on"]["classes"]),
        doubts=tuple(
            Doubt(
                name=name,
                text=entry["text"],
                claims=frozenset(entry["claims"]),
                classes=frozenset(entry["classes"]),
                phrases=tuple(entry["phrases"]),
            )
            for name, entry in table["doubts"].items()
        ),
        plainer_verbs=table["plainer_verbs"],
        terms=tuple(table["terms"].items()),
        weights=table["weights"],
        keep=table["keep"],
        headings={name: tuple(items) for name, items in table["headings"].items()},
        cues={name: tuple(items) for name, items in table["cues"].items()},
    )


def load_value_titles(folder: Path | None = None) -> dict[str, str]:
    """Return the value categories of a table folder with their titles, in the table's order.

    Raises:
        TableError: when the table is wrong.
    """
    problems: list[Problem] = []
    values = read_values((folder or bundled("data", "tables")) / "values.toml", problems)
    if problems:
        raise TableError("\n".join(str(problem) for problem in problems))
    return {code: value.title for code, value in values.items()}
