"""What a text in free words says, word by word, with the parse around each: the values that a
draft by anybody is weighed on."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cached_property

from reframe.core.guard_tokens import Token

# Tags of verbs that stand in the present, or in their plain form.
PRESENT = frozenset({"VB", "VBP", "VBZ"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text in its surroundings.

    ``forms`` are all that it is compared by: its key, the verbs that it is a form of, its
    singular. ``tag`` and ``label`` are the parse's, ``head`` the place of the word that it hangs
    on (its own at a root). ``stated`` tells that the word states something by itself. ``act``
    tells that it stands as a verb, ``particle`` is the rest of that verb ("up" of "set up"), and
    ``acts`` are the verbs that it may be with what stands behind it ("fill in for"). ``folded``
    tells that it stands for a phrase, so that nothing ties it in particular.
    """

    token: Token
    forms: frozenset[str]
    tag: str
    label: str
    head: int
    stated: bool
    act: bool = False
    particle: str = ""
    acts: frozenset[str] = frozenset()
    folded: bool = False

    @property
    def key(self) -> str:
        """What the word is compared by first."""
        return self.token.key


@dataclass(frozen=True)
class Said:
    """A text and its words from left to right."""

    text: str
    words: tuple[Word, ...]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each word the places of the words that hang on it."""
        rows: list[list[int]] = [[] for _ in self.words]
        for at, word in enumerate(self.words):
            if word.head != at:
                rows[word.head].append(at)
        return tuple(map(tuple, rows))

    @cached_property
    def first_act(self) -> int:
        """The place of the first act, that of the first word where there is none."""
        return next((i for i, word in enumerate(self.words) if word.act), 0)

    def above(self, at: int) -> list[int]:
        """Return the words that a word hangs on, the nearest first."""
        found: list[int] = []
        while (head := self.words[at].head) != at and head not in found:
            found.append(head)
            at = head
        return found

    def below(self, at: int, labels: Sequence[str] | frozenset[str]) -> list[int]:
        """Return the words that hang on a word by one of these labels."""
        return [i for i in self.children[at] if self.words[i].label in labels]

    def keys_below(self, at: int, *labels: str) -> set[str]:
        """Return what the words that hang on a word by one of these labels are compared by."""
        return {self.words[i].key for i in self.below(at, labels)}

    def act_above(self, at: int, named: Container[int] = ()) -> int | None:
        """Return the nearest act that a word hangs on; ``named`` are nouns that are acts too."""
        return next((i for i in self.above(at) if self.words[i].act or i in named), None)

    def last_act(self, at: int) -> int | None:
        """Return the last act in front of a word, whatever the parse hangs the word on."""
        return next((i for i in range(at - 1, -1, -1) if self.words[i].act), None)
