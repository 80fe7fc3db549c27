"""What the client saw to, told as what they did: "ensured that logs were completed", "completed
logs"."""

from collections.abc import Iterator, Sequence

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word

_NEAR = 2
"""How far from its "was" a participle may stand: "were *promptly* sent"."""


def seen_to_as_done(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the acts of a draft that the source only says were seen to, whoever did them."""
    source, draft = words_of(before), words_of(after)
    acts = _seen_to(source, lexicon)
    if not acts:
        return
    own = {verb for word in source for verb in lexicon.lemmas(word.low, "base", "gerund")}
    for at, word in enumerate(draft):
        told = lexicon.lemmas(word.low, "past", "gerund") & acts - own
        if told and not _sees_to(draft, at, lexicon) and not _describes(draft, at, lexicon):
            yield word.text, word.start, word.end


def _seen_to(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    """Return the verbs of a line in the passive behind an "ensured" or the like."""
    return {
        verb
        for at, word in enumerate(words)
        if _in_passive(words, at, lexicon) and _sees_to(words, at, lexicon)
        for verb in lexicon.lemmas(word.low, "participle")
    }


def _sees_to(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether something in front of a word, with no mark between, sees to it."""
    for word in reversed(words[:at]):
        if word.mark:
            return False
        if lexicon.lemmas(word.low) & lexicon.words("seeing_to"):
            return True
    return False


def _describes(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a participle stands in front of a thing ("*the completed* logs") or in the passive,
    and so tells of no act."""
    front = words[at - 1].low if at else ""
    leads = lexicon.words("determiners") | lexicon.words("prepositions")
    return front in leads or _in_passive(words, at, lexicon)


def _in_passive(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    be = lexicon.words("be_words")
    return any(word.low in be for word in words[max(at - _NEAR, 0) : at])
