"""The words of ``data/tables/sections.toml``, ready for look-up."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, cast

from reframe.bundled import bundled
from reframe.core.resume import SectionKind

_MAX_LENGTH: Final = 300
_EDGES: Final = re.compile(r"^[\W_]+|[\W_]+$")
_JOINTS: Final = re.compile(r"\s*[&/+]\s*|\s+")


@dataclass(frozen=True, slots=True)
class Words:
    """The table as sets and maps; every word is folded as :func:`fold` does."""

    headings: Mapping[str, SectionKind]
    singular_headings: Mapping[str, SectionKind]
    suffixes: frozenset[str]
    filler: frozenset[str]
    titles: frozenset[str]
    duty_labels: frozenset[str]
    post_labels: Mapping[str, str]
    contact_labels: frozenset[str]
    personal_labels: frozenset[str]
    streets: frozenset[str]
    duty_openers: tuple[str, ...]
    not_verbs: frozenset[str]
    small_words: frozenset[str]
    irregular: frozenset[str]
    verbs: frozenset[str]
    months: Mapping[str, int]
    seasons: Mapping[str, int]
    now: frozenset[str]
    to: frozenset[str]
    since: frozenset[str]
    post_words: frozenset[str]
    employer_words: frozenset[str]
    functions: frozenset[str]
    degrees: tuple[str, ...]
    contact_titles: frozenset[str]
    strong_marks: str
    weak_marks: str
    dashes: str


# A line is asked about by many rules while it is being placed.
@lru_cache(maxsize=1024)
def fold(text: str) -> str:
    """Return a text as the table spells it: lower case, "&" as "and", no outer punctuation.

    A text longer than any entry folds to nothing, so that no pattern meets a megabyte.

    >>> fold("  SKILLS & Abilities:- ")
    'skills and abilities'
    """
    if len(text) > _MAX_LENGTH:
        return ""
    plain = _EDGES.sub("", text.casefold().replace("’", "'"))
    plain = plain.replace("&", " and ").replace("/", " ").replace("–", "-")
    return " ".join(_JOINTS.split(plain)).strip()


def singular_of(folded: str) -> str:
    """Return a folded text with the final "s" of its longer words taken off.

    >>> singular_of("work experiences and details")
    'work experience and detail'
    """
    return " ".join(
        token[:-1].rstrip("'") if len(token) > 3 and token.endswith("s") else token
        for token in folded.split()
    )


@cache
def words() -> Words:
    """Return the table; it is read once."""
    raw = tomllib.loads(bundled("data", "tables", "sections.toml").read_text(encoding="utf-8"))
    verbs = tomllib.loads(bundled("data", "tables", "verbs.toml").read_text(encoding="utf-8"))
    headings = {
        fold(heading): cast(SectionKind, kind)
        for kind, entries in raw["headings"].items()
        for heading in entries
    }
    return Words(
        headings=headings,
        singular_headings={singular_of(heading): kind for heading, kind in headings.items()},
        suffixes=frozenset(raw["suffixes"]["words"]),
        filler=frozenset(raw["filler"]["words"]),
        titles=_folded(raw["filler"]["titles"]),
        duty_labels=_folded(raw["labels"]["duties"]),
        post_labels={
            fold(label): part
            for part in ("title", "employer", "dates", "location", "context")
            for label in raw["labels"][part]
        },
        contact_labels=_folded(raw["contact"]["labels"]),
        personal_labels=_folded(raw["contact"]["personal"]),
        streets=frozenset(raw["contact"]["streets"]),
        duty_openers=tuple(raw["duty"]["openers"]),
        not_verbs=frozenset(raw["duty"]["not_verbs"]),
        small_words=frozenset(raw["duty"]["small_words"]),
        irregular=frozenset(raw["duty"]["irregular"]),
        verbs=frozenset(
            lemma.partition(" ")[0] for row in verbs["class"].values() for lemma in row["lemmas"]
        ),
        months=raw["months"],
        seasons=raw["seasons"],
        now=frozenset(raw["spans"]["now"]),
        to=frozenset(raw["spans"]["to"]),
        since=frozenset(raw["spans"]["since"]),
        post_words=frozenset(raw["posts"]["titles"]),
        employer_words=frozenset(raw["posts"]["employers"]),
        functions=frozenset(raw["posts"]["functions"]),
        degrees=tuple(raw["degrees"]["words"]),
        contact_titles=_folded(raw["filler"]["contact_titles"]),
        strong_marks=raw["marks"]["strong"],
        weak_marks=raw["marks"]["weak"],
        dashes=raw["marks"]["dashes"],
    )


def _folded(entries: list[str]) -> frozenset[str]:
    return frozenset(fold(entry) for entry in entries)
