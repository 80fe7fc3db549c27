"""What documents are made from: a review, the frames, and what is known of words and rules."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from reframe.core.bullet import ParsedBullet
from reframe.core.lexicon import Lexicon
from reframe.core.resume import Position
from reframe.core.review import Review
from reframe.tables.documents import Frames

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of words and rules: ``parse`` reads a line; ``worth`` gives a rule's or
    pattern's value code by id, and ``values`` the title of each code."""

    lexicon: Lexicon
    parse: Callable[[str], ParsedBullet]
    worth: Mapping[str, str]
    values: Mapping[str, str]


@dataclass(frozen=True)
class Source:
    """A review, the frames, and how to come by the words when a document needs them: a plain
    résumé needs none, and nothing is loaded for it."""

    review: Review
    frames: Frames
    load: Callable[[], Words]

    @cached_property
    def words(self) -> Words:
        """What is known of words and rules, loaded at first need."""
        return self.load()

    @property
    def lexicon(self) -> Lexicon:
        """The words of the tables."""
        return self.words.lexicon

    def posts(self) -> tuple[Position, ...]:
        """Return the posts of the client's work, the present ones first."""
        found = [
            position
            for section in self.review.resume.sections
            if section.kind in {"experience", "other"}
            for position in section.positions
            if position.title
        ]
        return tuple(sorted(found, key=lambda position: not position.current))


def spaced(text: str) -> str:
    """Return a text on one line, with single blanks."""
    return _SPACE.sub(" ", text).strip()
