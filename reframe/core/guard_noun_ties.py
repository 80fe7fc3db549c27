"""Nouns that take prepositions of their own: "solutions to leaks" and "solutions for leaks"."""

from reframe.core.guard_match import Matched
from reframe.core.guard_roles import behind
from reframe.core.guard_said import Said
from reframe.core.lexicon import Lexicon


def fits_either(at: int, source: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Return whether a noun that takes its own prepositions leads to a word: "solutions *to* problems",
    "solutions *for* problems"."""
    front, case = behind(first_of(at, pairs.after), pairs.after)
    _, was = behind(first_of(source, pairs.before), pairs.before)
    if front is None or front not in pairs.words:
        return False
    if _exchanged(at, (was, case), pairs):
        return False
    nouns, ties = pairs.after.words[front].forms, lexicon.maps["noun_ties"]
    return any({case, was} <= {*ties[noun].split()} for noun in nouns if noun in ties)


def _exchanged(at: int, ties: tuple[str, str], pairs: Matched) -> bool:
    """Whether another word took the preposition of a word and gave its own: "changes to rotas for
    nurses", "changes for rotas to nurses"."""
    was, now = ties
    return was != now and any(
        was in pairs.after.keys_below(other, "case")
        and now in pairs.before.keys_below(source, "case")
        for other, source in pairs.words.items()
        if other != at
    )


def first_of(at: int, said: Said) -> int:
    """Return the first item of the list of nouns that a word is in."""
    while said.words[at].label == "conj" and not said.words[said.words[at].head].act:
        at = said.words[at].head
    return at
