"""What only described a thing, told as an act of the client: "cost *saving* ideas", "ideas, *saving*
costs"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word

_NEAR = 3


def described_as_done(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the acts of a draft that are told in -ing of what the source describes a thing by."""
    described = set(_described(words_of(before), lexicon))
    words = words_of(after) if described else []
    for at, word in enumerate(words):
        acts = lexicon.lemmas(word.low, "gerund")
        joined = at > 0 and (words[at - 1].mark or words[at - 1].low in lexicon.words("join_words"))
        behind = words[at + 1 : at + 1 + _NEAR]
        if joined and any(
            (act, lexicon.singular(w.low)) in described for act in acts for w in behind
        ):
            yield word.text, word.start, word.end


def _described(words: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
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
