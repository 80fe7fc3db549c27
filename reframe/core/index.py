"""From the words of a bullet to the few rules that can be about it.

A rule stands under its verbs, else under its phrases, else under its frames: all of a rule's
conditions must hold, so one that fails is enough to leave it out.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from reframe.core.rule import Rule

_FIRST = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class RuleIndex:
    """Rules by the first word of what they look for. Build one with :meth:`of`."""

    by_verb: Mapping[str, tuple[Rule, ...]]
    by_word: Mapping[str, tuple[Rule, ...]]
    by_frame: Mapping[str, tuple[Rule, ...]]

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Self:
        """Return the index of rules."""
        verbs: dict[str, list[Rule]] = {}
        words: dict[str, list[Rule]] = {}
        frames: dict[str, list[Rule]] = {}
        for rule in rules:
            if rule.verbs:
                table, keys = verbs, {_first(verb) for verb in rule.verbs}
            elif rule.phrases:
                table, keys = words, {_first(phrase) for phrase in rule.phrases}
            else:
                table, keys = frames, set(rule.frames)
            for key in keys:
                table.setdefault(key, []).append(rule)
        return cls(_fixed(verbs), _fixed(words), _fixed(frames))

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
        found: dict[str, Rule] = {}
        for table, keys in (
            (self.by_verb, {_first(verb) for verb in verbs}),
            (self.by_word, {_first(word) for word in words}),
            (self.by_frame, under),
        ):
            for key in keys & table.keys():
                found.update((rule.id, rule) for rule in table[key])
        return tuple(
            found[name]
            for name in sorted(found)
            if not found[name].frames or found[name].frames & under
        )


def _first(text: str) -> str:
    """Return the first run of letters: "go-to person" is found by "go", however a reader cuts
    "go-to" up."""
    run = _FIRST.search(text)
    return run[0].casefold() if run else text.casefold()


def _fixed(table: Mapping[str, list[Rule]]) -> dict[str, tuple[Rule, ...]]:
    return {key: tuple(rules) for key, rules in table.items()}
