"""Read YAML 1.2 into plain data, and remember where every value stands.

Only what a table needs is read: no anchors, no merge keys, no tags of one's own. A date or
``no`` stays the text it looks like. The nodes come from libyaml, which reads a rule in a
millisecond; a reader written in Python takes thirty.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml import MappingNode, MarkedYAMLError, Node, ScalarNode, YAMLError

from reframe.bundled import bundled
from reframe.tables.problems import Keys, Problem

Place = tuple[int, int]
MAX_BYTES = 200_000
"""A table file beyond this is not one."""

_BRACKETS = 5_000
_STAIRS = re.compile(rb"(?:[-?:][ \t]+){200}")
_TAG = "tag:yaml.org,2002:"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Document:
    """A file's data. ``places`` has the line and column (from 1) of every key and item."""

    path: Path
    data: Any
    places: Mapping[Keys, Place]

    def problem(self, keys: Keys, what: str, do: str) -> Problem:
        """Return a problem at ``keys``, or at the nearest place above it that is known."""
        while keys and keys not in self.places:
            keys = keys[:-1]
        line, column = self.places.get(keys, (1, 1))
        return Problem(self.path, line, column, what, do)


def read_yaml(path: Path, raw: bytes, problems: list[Problem]) -> Document | None:
    """Return what a file holds, or None after adding to ``problems`` why it cannot be read."""
    try:
        if len(raw) > MAX_BYTES:
            raise ValueError(f"the file has more than {MAX_BYTES:,} bytes")
        if raw.count(b"[") + raw.count(b"{") > _BRACKETS or _STAIRS.search(raw):
            # libyaml recurses: such a file would take the process down with it.
            raise ValueError("the file nests too deeply")
        node = yaml.compose(raw.decode("utf-8"), Loader=_LOADER)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if error.context_mark and mark.line >= len(raw.splitlines()):
            # The end of the file is where it was missed, not where it was opened.
            mark = error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what, do = _plainly(" ".join(filter(None, (error.context, error.problem))))
        problems.append(Problem(path, line, column, what, do))
        return None
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problems.append(Problem(path, line, 1, "not UTF-8", "save the file as UTF-8"))
        return None
    except (YAMLError, ValueError, RecursionError) as error:
        text = str(error).splitlines()[0] if str(error) else type(error).__name__
        problems.append(Problem(path, 1, 1, f"cannot be read: {text}", "correct the file"))
        return None
    builder = _Builder(path, problems)
    before = len(problems)
    data = builder.value(node, ()) if node is not None else None
    return Document(path, data, builder.places) if len(problems) == before else None


def _plainly(said: str) -> tuple[str, str]:
    """Return what is wrong and what to do in plain words, for what the YAML reader says."""
    table = bundled("data", "tables", "plain_errors.toml").read_text(encoding="utf-8")
    entry = next(entry for entry in tomllib.loads(table)["said"] if entry["when"] in said)
    return entry["what"], entry["do"]


class _Builder:
    """Turns YAML nodes into data; the places and the nodes seen are its state."""

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        self.path, self.problems = path, problems
        self.places: dict[Keys, Place] = {}
        self.seen: set[int] = set()

    def value(self, node: Node, keys: Keys) -> Any:
        # A key's place is its own; only items and the whole document take the value's.
        self.places.setdefault(keys, _place(node))
        if id(node) in self.seen:
            self._report(node, "'*' repeats a value from elsewhere", "write the value out")
            return None
        self.seen.add(id(node))
        if isinstance(node, ScalarNode):
            return self._scalar(node)
        if isinstance(node, MappingNode):
            return self._mapping(node, keys)
        return [self.value(item, (*keys, at)) for at, item in enumerate(node.value)]

    def _mapping(self, node: MappingNode, keys: Keys) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                self._report(
                    key_node, "a key that is not a word", "put a slot like {{ x }} in quotes"
                )
                continue
            key = str(key_node.value)
            if key in data:
                self._report(key_node, f"'{key}' stands twice", "keep one of them")
                continue
            self.places[(*keys, key)] = _place(key_node)
            data[key] = self.value(value_node, (*keys, key))
        return data

    def _scalar(self, node: ScalarNode) -> Any:
        text = str(node.value)
        match str(node.tag).removeprefix(_TAG):
            case "str" | "timestamp" | "float":
                # Every text of a table is one line, also where it is folded over several.
                return " ".join(line.strip() for line in text.splitlines()).strip()
            case "null":
                return None
            case "bool":
                # YAML 1.2 knows true and false; "no" and "on" are words.
                return {"true": True, "false": False}.get(text.casefold(), text)
            case "int":
                return int(text, 10) if text.lstrip("+-").isdigit() else text
        self._report(node, f"the type mark '{node.tag}' is not read", "leave it out")
        return None

    def _report(self, node: Node, what: str, do: str) -> None:
        self.problems.append(Problem(self.path, *_place(node), what, do))


def _place(node: Node) -> Place:
    return node.start_mark.line + 1, node.start_mark.column + 1
