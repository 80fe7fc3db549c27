"""Prepositions apart from their verb: "assisted guests *in* their needs", "worked with vendors *for
replacing* pumps"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start
from reframe.core.pairs import is_named
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word, looks_plural

_WITH = '"with" leads to what one is helped with.'
_AIM = 'What one works with others for stands behind "to".'
_TIES = frozenset({"in", "for"})
_DESCRIBES = ("determiners", "adjectives", "conjunctions")
_LONGEST = 6
_NEEDS = 4


def tie_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the right tie between an act with people and what it is about."""
    ties = [word.i for word in words if word.text in _TIES]
    if not ties:
        return
    helping, working = lexicon.words("assisting_verbs"), lexicon.words("works_with")
    for at, word in enumerate(words[: ties[-1]]):
        lemmas = lexicon.lemmas(word.low)
        if not lemmas:
            continue
        if lemmas & helping:
            tie = _tie(words, at + 1, "in", lexicon)
            if tie and _leads_to_needs(words, tie + 1, lexicon):
                yield repaired(words[tie].start, words[tie].end, "with", _WITH)
        elif lemmas & working and at + 1 < len(words):
            tie = _tie(words, at + 2, "for", lexicon) if words[at + 1].low == "with" else 0
            aim = _aim(words, tie + 1, lexicon) if tie else ""
            if aim:
                yield repaired(words[tie].start, words[tie + 1].end, f"to {aim}", _AIM)


def _tie(words: Sequence[Word], start: int, tie: str, lexicon: Lexicon) -> int:
    """Return where a preposition stands behind people, or 0: of a thing one may say "for" rightly
    ("worked with *masks* for etching")."""
    for word in words[start : start + _LONGEST]:
        if word.low == tie:
            people = word.i > start and words[word.i - 1]
            told = people and people.text.islower() and names_people(people, lexicon)
            return word.i if told else 0
        told = any(word.low in lexicon.words(name) for name in _DESCRIBES)
        told = told or bool(word.number) or word.low in lexicon.maps["number_values"]
        if not told and not is_noun_start(words, word.i, lexicon):
            return 0
    return 0


def names_people(word: Word, lexicon: Lexicon) -> bool:
    """Return whether a word names people: "guests", "vendor"."""
    people = lexicon.words("people") | lexicon.words("told_people")
    return word.low in lexicon.words("plural_owners") or lexicon.singular(word.low) in people


def _leads_to_needs(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether people's needs, questions or the like stand here: "*their technology needs*"."""
    if at >= len(words) or words[at].low not in lexicon.words("leads_to_needs"):
        return False
    for word in words[at + 1 : at + 1 + _NEEDS]:
        if not is_noun_start(words, word.i, lexicon):
            return False
        if word.low in lexicon.words("needs_of_people"):
            return not is_noun_start(words, word.i + 1, lexicon)
    return False


def _aim(words: Sequence[Word], at: int, lexicon: Lexicon) -> str:
    """Return the verb of an act in -ing with its object, or "": "for *pricing*" and "for *training*
    purposes" tell no act."""
    if at + 1 >= len(words) or not words[at].text.islower():
        return ""
    low, behind = words[at].low, words[at + 1]
    lemmas = lexicon.lemmas(low, "gerund")
    held = behind.low in lexicon.words("row_things")
    if not held and is_noun_start(words, behind.i, lexicon):
        described = behind.low in lexicon.words("adjectives")
        named = is_named(low, [behind.low], lexicon) or low in lexicon.words("gerund_modifiers")
        if not described:  # "for *setting* new goals", but "for *testing* services"
            trades = ("gerund_nouns", "compound_gerunds")
            named = named or any(low in lexicon.words(name) for name in trades)
            described = looks_plural(behind.low)
        held = described and not named and behind.low not in lexicon.words("aims_as_nouns")
    return min(lemmas) if held and len(lemmas) == 1 else ""
