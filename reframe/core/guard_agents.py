"""Who did something, told as who it was done with: "goals set *by* owners", "set *with* owners"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import phrase_behind
from reframe.core.phrases import words_of
from reframe.core.words import Word


def agents_joined(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield what in a draft leads to somebody as to a companion in an act that the source says was
    theirs."""
    source, draft = words_of(before), words_of(after)
    theirs = {(act, who) for act, who, _ in _led(source, "agent_leads", lexicon)}
    for act, who, lead in _led(draft, "companion_leads", lexicon):
        if (act, who) in theirs:
            yield lead.text, lead.start, lead.end


def _led(words: Sequence[Word], name: str, lexicon: Lexicon) -> Iterator[tuple[str, str, Word]]:
    """Yield each act in front of a word of a list, with the last word of what that leads to: an act
    has a participle, and adverbs or "in place" may stand in between."""
    for lead in words:
        if lead.low not in lexicon.words(name):
            continue
        act = _act(words[: lead.i], lexicon)
        phrase = phrase_behind(words, lead.i, lexicon)
        if act and phrase and is_somebody(phrase[-1], lexicon):
            yield act, lexicon.singular(phrase[-1].low), lead


def is_somebody(word: Word, lexicon: Lexicon) -> bool:
    """Return whether a word names somebody, by the tables or by its ending."""
    one = lexicon.singular(word.low).removesuffix("s")
    named = lexicon.words("people") | lexicon.words("people_in_charge")
    return one in named or one.endswith(tuple(lexicon.words("doer_endings")))


def _act(front: Sequence[Word], lexicon: Lexicon) -> str:
    skipped = lexicon.words("agent_fronts")
    for word in reversed(front):
        if word.low in skipped or word.low.endswith("ly"):
            continue
        return next(iter(sorted(lexicon.lemmas(word.low, "participle"))), "")
    return ""
