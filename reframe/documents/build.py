"""Build what a template asks for, part by part; what it does not name is not worked out."""

from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from typing import Any

from reframe.core.wire import to_plain
from reframe.documents.bio import bio
from reframe.documents.cards import cards, digest, promotion
from reframe.documents.claims import claims_of
from reframe.documents.deals import deals
from reframe.documents.letter import letter, note, value_proposition
from reframe.documents.linkedin import linkedin
from reframe.documents.model import ClaimData, SectionData
from reframe.documents.names import name_parts
from reframe.documents.resume import contact_lines, sections_of, shown_name
from reframe.documents.source import Source
from reframe.formats.brand import Brand


def build(source: Source, parts: Collection[str], *, brand: Brand, paper: str) -> dict[str, Any]:
    """Return the parts of the data model by name, as dicts, lists, text and numbers alone.

    A name that the model does not have is left out: the template's own check tells it.
    """
    made = _Made(source)
    fixed = {"brand": brand, "paper": paper}
    return {
        name: to_plain(_PARTS[name](made) if name in _PARTS else fixed[name])
        for name in sorted(parts)
        if name in _PARTS or name in fixed
    }


class _Made:
    """Parts that several others are made from, worked out once."""

    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def claims(self) -> tuple[ClaimData, ...]:
        return claims_of(self.source)

    @cached_property
    def sections(self) -> tuple[SectionData, ...]:
        return sections_of(self.source.review)

    @cached_property
    def names(self) -> tuple[str, str]:
        return name_parts(self.source.review.resume.name, self.source.frames)

    @cached_property
    def skills(self) -> tuple[str, ...]:
        return tuple(
            skill
            for section in self.sections
            if section.kind == "skills"
            for line in (*section.lines, *section.bullets)
            for skill in _listed(line)
        )

    def now(self, part: str) -> str:
        posts = self.source.posts()
        return str(getattr(posts[0], part)) if posts else ""


def _listed(line: str) -> list[str]:
    """Return the skills of a line; what a label says in front of a colon is no skill."""
    _, colon, rest = line.partition(": ")
    listed: list[str] = []
    depth = 0
    for piece in (rest if colon else line).replace("|", ",").replace(";", ",").split(","):
        # "SQL (joins, views)" is one skill.
        if depth:
            listed[-1] += f",{piece}"
        else:
            listed.append(piece)
        depth = max(0, depth + piece.count("(") - piece.count(")"))
    return [item for raw in listed if (item := raw.strip(" .•"))]


_PARTS: Mapping[str, Callable[[_Made], Any]] = {
    "name": lambda made: shown_name(made.source.review.resume, made.source.frames),
    "first": lambda made: made.names[0],
    "last": lambda made: made.names[1],
    "title": lambda made: made.now("title"),
    "employer": lambda made: made.now("employer"),
    "contact": lambda made: contact_lines(made.source.review.resume, made.source.frames),
    "sections": lambda made: made.sections,
    "skills": lambda made: made.skills,
    "claims": lambda made: made.claims,
    "cards": lambda made: cards(made.claims, made.source),
    "value": lambda made: value_proposition(made.claims, made.source),
    "letter": lambda made: letter(made.claims, made.source),
    "linkedin": lambda made: linkedin(made.claims, made.sections, made.skills, made.source),
    "bio": lambda made: bio(made.claims, made.sections, made.source),
    "note": lambda made: note(made.claims, made.source),
    "deals": lambda made: deals(made.source),
    "deal_headings": lambda made: made.source.frames["deals"]["headings"],
    "promotion": lambda made: promotion(made.claims, made.source),
    "digest": lambda made: digest(made.claims, made.source),
}
