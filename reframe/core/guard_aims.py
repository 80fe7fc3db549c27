"""What an act was meant to bring about, told as what it brought: "to save $900", "saving $900"."""

from collections.abc import Iterator, Sequence

from reframe.core.claims import Claim
from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word

_NEAR = 8
"""How far behind its verb a goal may stand: "meet or exceed each of their *expectations*"."""


def aims_as_results(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the verbs of change in a draft that the source only names as an aim, behind "to" or as
    a goal."""
    source, draft = words_of(before), words_of(after)
    aims = _aims(source, lexicon) | _goals(source, lexicon)
    if not aims:
        return
    for at, word in enumerate(draft):
        front = draft[at - 1].low if at else ""
        done = lexicon.lemmas(word.low, "past", "gerund", "participle")
        meant = any(w.low in lexicon.words("aim_things") for w in draft[:at])
        if done & aims and front not in lexicon.words("aim_leads") and not meant:
            yield word.text, word.start, word.end


def _aims(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    """Return the verbs of change behind a "to" that follows a thing, and stand nowhere else."""
    aims: set[str] = set()
    other: set[str] = set()
    for at, word in enumerate(words):
        front = words[at - 2] if at > 1 and words[at - 1].low == "to" else None
        if front is not None and not lexicon.lemmas(front.low, "past", "participle"):
            bare = lexicon.lemmas(word.low, "base")
            aims |= {verb for verb in bare if brings_change(verb, lexicon)}
            aims |= _reached(words, at, lexicon)
        else:
            other |= lexicon.lemmas(word.low)
    return aims - other


def _goals(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    """Return the verbs of change behind a noun for an aim: "with the goal of *cutting* waits"."""
    named = lexicon.words("aim_things")
    return {
        verb
        for noun, lead, word in zip(words, words[1:], words[2:], strict=False)
        if noun.low in named and lead.low in lexicon.words("aim_leads")
        for verb in lexicon.lemmas(word.low, "gerund")
        if brings_change(verb, lexicon)
    }


def brings_change(verb: str, lexicon: Lexicon) -> bool:
    """Return whether a verb tells of what came of an act: "cut", "reduce"."""
    outcome = lexicon.claim_of(verb) is Claim.OUTCOME
    return outcome or verb in lexicon.words("changing_acts")


def _reached(words: Sequence[Word], at: int, lexicon: Lexicon) -> set[str]:
    """Return the verbs behind a "to" that reach a goal: "to *meet* or *exceed* targets"."""
    reaching, joins = lexicon.words("goal_verbs"), lexicon.words("conjunctions")
    found: set[str] = set()
    for word in words[at : at + _NEAR]:
        if word.low in lexicon.words("goal_nouns"):
            return found
        if word.mark and word.low not in joins:
            break
        found |= lexicon.lemmas(word.low, "base") & reaching
    return set()
