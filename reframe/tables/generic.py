"""Read what to ask where no rule does: ``generic.toml``, ``kinds.toml`` and ``cells.toml``."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from reframe.bundled import bundled
from reframe.core.generic import Elsewhere, Generic, GenericQuestions, Kind, Scale, Theme, Unsure
from reframe.errors import TableError
from reframe.tables.cache import compiled


def load_generic(folder: Path | None = None) -> GenericQuestions:
    """Return the generic questions of a table folder (the bundled one by default).

    Raises:
        TableError: when the table is missing, not TOML, or lacks a part.
    """
    path = (folder or bundled("data", "tables")) / "generic.toml"
    sources = [path, path.with_name("cells.toml"), path.with_name("kinds.toml")]
    return compiled("generic", sources, GenericQuestions, lambda: _compile(path))


def _compile(path: Path) -> GenericQuestions:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return GenericQuestions(
            participation=table["participation"],
            cells=_cells(path.with_name("cells.toml")),
            domains={
                name: Generic(entry["text"], entry["kind"], entry.get("value", ""))
                for name, entry in table["domains"].items()
            },
            verbs={
                name: _asks(entry["ask"], entry["value"]) for name, entry in table["verbs"].items()
            },
            kinds=_kinds(path.with_name("kinds.toml")),
            elsewhere=tuple(
                Elsewhere(
                    frozenset(each["nouns"]),
                    frozenset(each["beside"]),
                    each["domain"],
                    frozenset(each.get("but", ())),
                )
                for each in table["elsewhere"]
            ),
            uncounted=frozenset(table["uncounted"]),
            measures=frozenset(table["measures"]),
            acts=table["acts"],
            acts_alone=table["acts_alone"],
            first=frozenset(table["first"]),
            frames={name: tuple(texts) for name, texts in table["frames"].items()},
            posts={title: each["text"] for each in table["posts"] for title in each["titles"]},
            post=tuple(table["post"]),
            post_titles=frozenset(table["post_titles"]),
            post_phrases=frozenset(table["post_phrases"]),
            roles=frozenset(table["roles"]),
            people=frozenset(table["people"]),
            unsure=Unsure(**table["unsure"]),
            outcome=table["outcome"],
            scale=_scale(table["scale"]),
            changing=frozenset(table["changing"]),
            served=frozenset(table["served"]),
            helped=frozenset(table["helped"]),
            served_as=table["served_as"],
            staff=frozenset(table["staff"]),
            alone=frozenset(table["alone"]),
            abilities=frozenset(table["abilities"]),
            telling=frozenset(table["telling"]),
            others_told=frozenset(table["others_told"]),
            unshared=frozenset(table["unshared"]),
            ends=frozenset(table["ends"]),
            kinds_of=frozenset(table["kinds_of"]),
            padding=frozenset(table["padding"]),
            themes=tuple(
                Theme(
                    tuple(each["asks"]),
                    tuple(each.get("but", ())),
                    frozenset(each.get("answered", ())),
                    each.get("people", False),
                    each.get("counted", False),
                    each.get("late", False),
                    frozenset(each.get("home", ())),
                )
                for each in table["themes"]
            ),
            person_endings=tuple(table["person_endings"]),
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise TableError(f"{path}: {error!r}. Restore the table, or reinstall.") from error


def _scale(entry: Mapping[str, Any]) -> Scale:
    return Scale(
        sized=tuple(entry["sized"]),
        many=entry["many"],
        times=entry["times"],
        often=frozenset(entry["often"]),
        things=frozenset(entry["things"]),
    )


def _cells(path: Path) -> dict[str, tuple[Generic, ...]]:
    """Read the value table: for a verb class and an object domain, what the work is worth and
    what to ask of it."""
    cells = {}
    for verb_class, domains in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for domain, entry in domains.items():
            cells[f"{verb_class}/{domain}"] = _asks(entry["ask"], entry["value"])
    return cells


def _kinds(path: Path) -> dict[str, tuple[Kind, ...]]:
    """Read, for each verb that some kinds name, these kinds in the order of the table."""
    found: dict[str, tuple[Kind, ...]] = {}
    for entry in tomllib.loads(path.read_text(encoding="utf-8")).values():
        kind = Kind(
            asks=_asks(entry["ask"], entry["value"]),
            bare=_asks(entry.get("bare", ()), entry["value"]),
            domains=frozenset(entry.get("domains", ())),
            but=frozenset(entry.get("but", ())),
            nouns=frozenset(entry.get("nouns", ())),
            beside=frozenset(entry.get("beside", ())),
            behind=frozenset(entry.get("behind", ())),
            single=entry.get("single", False),
            instead=entry.get("instead", False),
        )
        for verb in entry["verbs"]:
            found[verb] = (*found.get(verb, ()), kind)
    return found


def _asks(asks: Sequence[str | Mapping[str, Any]], value: str) -> tuple[Generic, ...]:
    """Read questions: a text, or a text with its kind, the words that answer it, and what to ask
    where there is no object."""
    whole: list[Mapping[str, Any]] = [
        {"text": ask} if isinstance(ask, str) else ask for ask in asks
    ]
    return tuple(
        Generic(
            ask["text"],
            ask.get("kind", "text"),
            value,
            unless=frozenset(ask.get("unless", ())),
            bare=ask.get("bare", ""),
        )
        for ask in whole
    )
