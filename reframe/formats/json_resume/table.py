"""How the parts of a JSON Resume become sections, and back."""

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from reframe.bundled import bundled
from reframe.errors import TableError


@cache
def table() -> Mapping[str, Any]:
    """Return the table ``json_resume.toml``.

    Raises:
        TableError: when it is missing or no TOML.
    """
    path = bundled("data", "tables", "json_resume.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise TableError(f"{path}: {error}. Restore the table, or reinstall.") from error


@cache
def schema() -> Mapping[str, Any]:
    """Return the schema that a file is held to."""
    path = bundled("data", "schema", "json-resume.schema.json")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
