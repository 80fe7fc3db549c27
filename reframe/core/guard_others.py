"""Acts of an employer, told as the client's own: "a shop that sold boats"."""

from collections.abc import Iterator
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.phrases import words_of


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
            verb = words[at + 2]
            forms = lexicon.readings.get(verb.low, ())
            theirs |= {r.lemma for r in forms if r.form in ("past", "third")}
        else:
            # "a call center handling 900 calls", but "at a shop, handling calls"
            theirs |= {r.lemma for r in lexicon.readings.get(behind.low, ()) if r.form == "gerund"}
    # What the client did there too is told in the source.
    theirs -= {
        r.lemma
        for front, word in pairwise(words)
        if front.low not in lexicon.words("employer_relatives")
        for r in lexicon.readings.get(word.low, ())
        if r.form == "past"
    }
    draft = words_of(after)
    for at, word in enumerate(draft):
        front = draft[at - 1].low if at else ""
        acts = {r.lemma for r in lexicon.readings.get(word.low, ()) if r.form == "past"}
        if acts & theirs and front not in lexicon.words("employer_relatives"):
            yield word.text, word.start, word.end
