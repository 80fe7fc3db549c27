"""Acts of an employer, told as the client's own: "a shop that sold boats"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of
from reframe.core.words import Word


def claimed_of_employers(
    before: str, after: str, lexicon: Lexicon
) -> Iterator[tuple[str, int, int]]:
    """Yield the acts of a draft that the source tells of the place where the client worked."""
    words = words_of(before)
    theirs: set[str] = set()
    for at, word in enumerate(words[:-1]):
        if lexicon.singular(word.low) not in lexicon.words("employing_places"):
            continue
        behind = words[at + 1]
        if behind.low in lexicon.words("employer_relatives") and at + 2 < len(words):
            theirs |= lexicon.lemmas(words[at + 2].low, "past", "third")
        else:
            # "a call center handling 900 calls", but "at a shop, handling calls"
            theirs |= lexicon.lemmas(behind.low, "gerund")
    theirs |= _answered_for(words, lexicon)
    pronouns = lexicon.words("employer_pronouns")
    if (
        len(words) > 1
        and words[0].low in pronouns
        and words[1].low not in lexicon.words("be_words")
    ):
        theirs |= lexicon.lemmas(words[1].low, "past", "third")  # "It sells boats"
    # What the client did there too is told in the source.
    for lead, word in pairwise(words):
        if lead.low not in lexicon.words("employer_relatives") | pronouns:
            theirs -= lexicon.lemmas(word.low, "past")
    draft = words_of(after)
    for at, word in enumerate(draft):
        front = draft[at - 1].low if at else ""
        if lexicon.lemmas(word.low, "past") & theirs and front not in lexicon.words(
            "employer_relatives"
        ):
            yield word.text, word.start, word.end


def _answered_for(words: Sequence[Word], lexicon: Lexicon) -> set[str]:
    """Return the acts that a line says its employer answers for: "*The plant* is responsible for
    treating water", "*Acme Gas* was responsible for laying pipes"."""
    for be, told, lead, act in zip(words, words[1:], words[2:], words[3:], strict=False):
        if (
            told.low != "responsible"
            or lead.low != "for"
            or be.low not in lexicon.words("be_words")
        ):
            continue
        front = words[: be.i]
        named = len(front) > 1 and all(word.text[:1].isupper() for word in front)
        if named or (
            front and lexicon.singular(front[-1].low) in lexicon.words("employing_places")
        ):
            return lexicon.lemmas(act.low, "gerund")
    return set()
