"""Manner said in a phrase: "in a timely and professional manner" is two adverbs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reframe.core.bullet import Clause
from reframe.core.lexicon import Lexicon
from reframe.core.words import Word


def is_adverb(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word ends as adverbs do and is no verb ("apply")."""
    return word.low.endswith("ly") and not lexicon.readings.get(word.low)


@dataclass(frozen=True, slots=True)
class Manner:
    """Words ``first`` to before ``behind``, and the same in adverbs."""

    first: int
    behind: int
    adverbs: tuple[str, ...]


def manners(lows: Sequence[str], lexicon: Lexicon) -> Iterator[Manner]:
    """Yield every phrase "in a ... manner" among words in lower case."""
    for at, low in enumerate(lows):
        if low != "in" or at + 1 >= len(lows) or lows[at + 1] not in {"a", "an"}:
            continue
        adverbs: list[str] = []
        here = at + 2
        while here < len(lows) and (adverb := adverb_of(lows[here], lexicon)):
            adverbs.append(adverb)
            here += 1
            joint = here
            while joint < len(lows) and lows[joint] in lexicon.words("row_joints"):
                joint += 1
            if joint == here:
                break
            here = joint
        if adverbs and here < len(lows) and lows[here] in lexicon.words("manner_nouns"):
            yield Manner(at, here + 1, tuple(adverbs))


def adverb_of(adjective: str, lexicon: Lexicon) -> str:
    """Return the adverb of an adjective, or "" where none is known for certain.

    "Friendly" has none; "timely" is "promptly".
    """
    listed = lexicon.maps["manner_adverbs"].get(adjective)
    if listed is not None:
        return listed
    shaped = adjective.endswith(tuple(lexicon.words("manner_endings")))
    if adjective.endswith("ly") or not (shaped or adjective in lexicon.words("adjectives")):
        return ""
    if adjective.endswith("ic"):
        return adjective + "ally"
    if adjective.endswith("le"):
        return adjective[:-1] + "y"
    return (adjective[:-1] + "i" if adjective.endswith("y") else adjective) + "ly"


def said(adverbs: Sequence[str]) -> str:
    """Return adverbs as they stand in a sentence: "promptly, safely and professionally"."""
    *front, last = adverbs
    return f"{', '.join(front)} and {last}" if front else last


def lows_of(words: Sequence[Word]) -> tuple[str, ...]:
    """Return the words in lower case."""
    return tuple(word.low for word in words)


def tells_how(clause: Clause, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Return whether an -ing act behind a comma and an adverb tells how an act went: "sold phones,
    *regularly hitting* the target"."""
    front = [w for w in words if w.end <= clause.verb.start]
    adverbs = 0
    while adverbs < len(front) and is_adverb(front[-1 - adverbs], lexicon):
        adverbs += 1
    lead = front[-1 - adverbs].low if adverbs < len(front) else ""
    return clause.form == "gerund" and adverbs > 0 and lead == ","
