"""Read the questions of last resort from ``generic.toml`` and ``cells.toml`` of the tables."""

import tomllib
from pathlib import Path

from reframe.bundled import bundled
from reframe.core.questions import Generic, GenericQuestions, Unsure
from reframe.errors import TableError
from reframe.tables.cache import compiled


def load_generic(folder: Path | None = None) -> GenericQuestions:
    """Return the generic questions of a table folder (the bundled one by default).

    Raises:
        TableError: when the table is missing, not TOML, or lacks a part.
    """
    path = (folder or bundled("data", "tables")) / "generic.toml"
    sources = [path, path.with_name("cells.toml")]
    return compiled("generic", sources, GenericQuestions, lambda: _compile(path))


def _compile(path: Path) -> GenericQuestions:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return GenericQuestions(
            participation=table["participation"],
            cells=_cells(path.with_name("cells.toml")),
            domains={
                name: Generic(entry["text"], entry["kind"])
                for name, entry in table["domains"].items()
            },
            verbs={
                name: tuple(Generic(text, "text") for text in texts)
                for name, texts in table["verbs"].items()
            },
            frames=table["frames"],
            roles=frozenset(table["roles"]),
            unsure=Unsure(**table["unsure"]),
            outcome=table["outcome"],
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise TableError(f"{path}: {error!r}. Restore the table, or reinstall.") from error


def _cells(path: Path) -> dict[str, tuple[Generic, ...]]:
    """Read the value table: for a verb class and an object domain, what the work is worth and
    what to ask of it."""
    cells = {}
    for verb_class, domains in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for domain, entry in domains.items():
            cells[f"{verb_class}/{domain}"] = tuple(
                Generic(ask["text"], ask["kind"], entry["value"]) for ask in entry["ask"]
            )
    return cells
