"""Read the questions of the accomplishment log from ``log.toml`` of the tables."""

import tomllib
from functools import cache
from pathlib import Path

from reframe.bundled import bundled
from reframe.core.log import Log
from reframe.core.rule import Ask
from reframe.errors import TableError


@cache
def load_log(folder: Path | None = None) -> Log:
    """Return the log's questions of a table folder (the bundled one by default).

    Raises:
        TableError: when the table is missing, not TOML, or lacks a part.
    """
    path = (folder or bundled("data", "tables")) / "log.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        worth = dict(table["worth"])
        asks = tuple(
            Ask(name, entry["text"], entry["kind"], tuple(worth) if name == "worth" else ())
            for name, entry in table["questions"].items()
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError, AttributeError) as error:
        raise TableError(f"{path}: {error!r}. Restore the table, or reinstall.") from error
    return Log(asks, worth)
