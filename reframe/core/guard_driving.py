"""What was driven to do an act: a means, whichever way round it is told."""

from reframe.core.guard_match import Matched
from reframe.core.lexicon import Lexicon


def told_as_means(at: int, source: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Return whether what was driven to do an act is what the act is done with now: "drove a
    forklift to load trailers", "loaded trailers by forklift"."""
    above = pairs.before.words[source].head
    if not pairs.before.words[above].forms & lexicon.words("operating_verbs"):
        return False
    driven = pairs.before.below(above, frozenset({"obj"}))
    behind = (pairs.back[i] for i in driven if pairs.back.get(i, -1) > at)
    return any(_is_means(i, pairs, lexicon) for i in behind)


def _is_means(at: int, pairs: Matched, lexicon: Lexicon) -> bool:
    """Whether a draft tells that an act was done with something; its items share what leads to
    the first of them."""
    words, leads = pairs.after.words, lexicon.words("driving_places")
    row = [at, *pairs.after.above(at)[: 1 if words[at].label == "conj" else 0]]
    cases = {key for i in row for key in pairs.after.keys_below(i, "case")}
    return bool((cases | {words[words[i].head].key for i in row}) & leads)
