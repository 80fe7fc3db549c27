"""A résumé as a tree whose leaves are lines of the source: every line is placed or reported."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

SectionKind = Literal[
    "summary", "experience", "education", "skills", "certifications", "projects",
    "volunteering", "awards", "publications", "interests", "references", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One visible line of the source.

    ``anchor`` is where the format adapter finds it again: for docx the ordinal of its ``w:p``
    in document order, and for a bullet typed after a soft return the character range inside
    that paragraph. Only the adapter that wrote an anchor reads it.
    """

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Bullet:
    """A line that says what the client did. ``text`` has no glyph or number in front.

    ``id`` is made of the text, so an answer can never move to another bullet; see
    :func:`reframe.core.naming.bullet_id`.
    """

    id: str
    text: str
    line: Line
    level: int = 0


@dataclass(frozen=True, slots=True)
class Position:
    """A post held: its header lines, and its bullets.

    ``start`` and ``end`` are ISO-like (``2019``, ``2019-04``) or empty when not stated;
    ``current`` is True when the source says that the post is held today. ``dates`` is the
    source's own wording.
    """

    id: str
    title: str
    employer: str
    location: str
    dates: str
    start: str
    end: str
    current: bool
    lines: tuple[Line, ...]
    bullets: tuple[Bullet, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part. ``lines`` are those that are neither a position's nor bullets."""

    kind: SectionKind
    heading: Line | None
    positions: tuple[Position, ...]
    bullets: tuple[Bullet, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Resume:
    """A résumé: ``contact`` lines (name first), ``furniture`` (page headers and footers),
    sections, and what could not be placed.

    ``source`` is the path it came from, or empty; ``format`` is docx, md, txt or json.
    ``data`` holds the bytes of the source for formats that are written back into (docx), and
    ``digest`` is their SHA-256, which stays where the bytes do not.
    """

    source: str
    format: str
    name: str
    contact: tuple[Line, ...]
    furniture: tuple[Line, ...]
    sections: tuple[Section, ...]
    unplaced: tuple[Line, ...]
    warnings: tuple[str, ...] = ()
    data: bytes = b""
    digest: str = ""

    def positions(self) -> Iterator[Position]:
        """Every position, in the order of the document."""
        for section in self.sections:
            yield from section.positions

    def placed_bullets(self) -> Iterator[tuple[Bullet, Position | None, Section]]:
        """Every bullet in the order of its section, with the position it stands under."""
        for section in self.sections:
            for bullet in section.bullets:
                yield bullet, None, section
            for position in section.positions:
                for bullet in position.bullets:
                    yield bullet, position, section
