"""What only described a thing, told as an act of the client: "cost *saving* ideas", "ideas, *saving*
costs"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word

_NEAR = 3

_Act = tuple[str, str]
"""A verb, and what it is done to."""


def described_as_done(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the acts of a draft that are told in -ing of what the source describes a thing by, and
    tells of no other way."""
    source = words_of(before)
    described = set(_described(source, lexicon))
    if not described:
        return
    described -= {act for act, _ in _joined(source, lexicon)}
    for act, word in _joined(words_of(after), lexicon):
        if act in described:
            yield word.text, word.start, word.end


def _joined(words: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[_Act, Word]]:
    """Yield each act in -ing behind a mark or a joint, with each word near behind."""
    joints = lexicon.words("join_words")
    for front, word in pairwise(words):
        if not front.mark and front.low not in joints:
            continue
        for lemma in lexicon.lemmas(word.low, "gerund"):
            for thing in words[word.i + 1 : word.i + 1 + _NEAR]:
                yield (lemma, lexicon.singular(thing.low)), word


def _described(words: Sequence[Word], lexicon: Lexicon) -> Iterator[_Act]:
    """Yield each act in -ing that stands between its object and a noun, with that object."""
    for at, noun in enumerate(words[1:], start=1):
        if not _is_plain(noun, lexicon) or lexicon.is_gerund(noun.low):
            continue
        thing, _, act = words[at - 1].low.rpartition("-")  # "cost-saving ideas"
        if not thing and at > 1 and _is_plain(words[at - 2], lexicon):
            thing = words[at - 2].low
        for lemma in lexicon.lemmas(act, "gerund") if thing else ():
            yield lemma, lexicon.singular(thing)


def _is_plain(word: Word, lexicon: Lexicon) -> bool:
    small = lexicon.words("function") | lexicon.words("prepositions")
    return not word.mark and not word.number and word.low not in small
