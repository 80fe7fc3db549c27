"""What kind of claim a word of a text in free words makes."""

from reframe.core.claims import Claim
from reframe.core.guard_finding import CLAIMING, FindingClass
from reframe.core.guard_said import Said
from reframe.core.lexicon import Lexicon


def classify(at: int, said: Said, lexicon: Lexicon) -> FindingClass:
    """Return what kind of claim a word makes."""
    word = said.words[at]
    if word.forms & (lexicon.maps["part_words"].keys() | lexicon.words("part_signs")):
        return "participation"
    for cls, name in CLAIMING:
        if word.key in lexicon.words(name):
            return cls
    if word.act:
        claims = {lexicon.claim_of(form) for form in word.forms if lexicon.verb(form)}
        return "outcome" if Claim.OUTCOME in claims else "verb"
    first = all(not w.stated for w in said.words[:at])
    if any(c.isupper() for c in word.token.text[0 if not first else 1 :]):
        return "name"
    return "word"
