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
    nouns, ties = pairs.after.words[front].forms, lexicon.maps["noun_ties"]
    return any({case, was} <= {*ties[noun].split()} for noun in nouns if noun in ties)


def first_of(at: int, said: Said) -> int:
    """Return the first item of the list of nouns that a word is in."""
    while said.words[at].label == "conj" and not said.words[said.words[at].head].act:
        at = said.words[at].head
    return at
