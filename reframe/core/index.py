"""From the words of a bullet to the few rules that can be about it.

A rule stands under its verbs, else under its phrases, else under its frames: all of a rule's
conditions must hold, so one that fails is enough to leave it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from reframe.core.rule import Rule

_FIRST = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Keys:
    """The places of rules in their row, by the first word of what they look for."""

    by_verb: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    by_word: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    by_frame: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Self:
        """Return the keys of rules."""
        verbs: dict[str, list[int]] = {}
        words: dict[str, list[int]] = {}
        frames: dict[str, list[int]] = {}
        for place, rule in enumerate(rules):
            if rule.verbs:
                table, keys = verbs, {_first(verb) for verb in rule.verbs}
            elif rule.phrases:
                table, keys = words, {_first(phrase) for phrase in rule.phrases}
            else:
                table, keys = frames, set(rule.frames)
            for key in sorted(keys):
                table.setdefault(key, []).append(place)
        return cls(_fixed(verbs), _fixed(words), _fixed(frames))


@dataclass(frozen=True, slots=True)
class RuleIndex:
    """Rules, in the order of their ids, with their keys. Build one with :meth:`of`."""

    rules: Sequence[Rule]
    keys: Keys

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Self:
        """Return the index of rules."""
        ordered = sorted(rules, key=lambda rule: rule.id)
        return cls(ordered, Keys.of(ordered))

    def candidates(
        self, verbs: Iterable[str], frames: Iterable[str], words: Iterable[str]
    ) -> tuple[Rule, ...]:
        """Return the rules that can match a bullet, in the order of ids, each once.

        Args:
            verbs: lemmas of its verbs.
            frames: names of its weak openers.
            words: its words, as they stand and as dictionary forms.
        """
        under = frozenset(frames)
        places: set[int] = set()
        for table, keys in (
            (self.keys.by_verb, {_first(verb) for verb in verbs}),
            (self.keys.by_word, {_first(word) for word in words}),
            (self.keys.by_frame, under),
        ):
            for key in keys & table.keys():
                places.update(table[key])
        found = (self.rules[place] for place in sorted(places))
        return tuple(rule for rule in found if not rule.frames or rule.frames & under)


@lru_cache(maxsize=16384)
def _first(text: str) -> str:
    """Return the first run of letters: "go-to person" is found by "go", however a reader cuts
    "go-to" up."""
    run = _FIRST.search(text)
    return run[0].casefold() if run else text.casefold()


def _fixed(table: Mapping[str, list[int]]) -> dict[str, tuple[int, ...]]:
    return {key: tuple(places) for key, places in table.items()}
