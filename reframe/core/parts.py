"""What a reading of a line amounts to before it is put into spans."""

from dataclasses import dataclass, field

from reframe.core.bullet import VerbForm
from reframe.core.frames import Opener
from reframe.core.lexicon import Reading


@dataclass(slots=True)
class Act:
    """An action verb at word ``verb``; ``end`` is the word before which what belongs to it ends."""

    verb: int
    reading: Reading
    form: VerbForm
    objects: tuple[int, ...] = ()
    end: int = 0
    particle: str = ""


@dataclass(slots=True)
class Part:
    """A stretch with an opener of its own, or with none: its acts, or the nouns it governs."""

    start: int
    opener: Opener | None
    acts: list[Act] = field(default_factory=list)
    nouns: tuple[int, ...] = ()
    end: int = 0
