"""Which verbs may stand for which: twins that claim no more."""

from collections.abc import Mapping
from functools import lru_cache

from reframe.core.lexicon import Lexicon


def means_the_same(verb: str, source: str, lexicon: Lexicon) -> bool:
    """Whether ``verb`` may stand for the source's verb: a twin that claims no more."""
    if lexicon.maps.get("plainer", {}).get(source) == verb:
        return True
    twins = lexicon.maps["act_twins"].get(source, "").split(", ")
    same = verb in lexicon.same.get(source, ()) or verb in twins
    if not same and not (lexicon.free_words and _is_twin(verb, source, lexicon)):
        return False
    return lexicon.verb(verb) is None or (
        lexicon.claim_of(verb).rank <= lexicon.claim_of(source).rank
    )


def _is_twin(verb: str, source: str, lexicon: Lexicon) -> bool:
    """Whether a verb may stand for the source's in a draft in free words."""
    return verb in twins(lexicon).get(source, ()) or lexicon.share_sense(verb, source)


@lru_cache(maxsize=8)
def twins(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """Return for each act of a source the acts that may stand for it in free words."""
    found: dict[str, frozenset[str]] = {}
    for row in lexicon.phrases("same_acts"):
        source, *others = (in_keys(act, lexicon) for act in row.split(", "))
        found[source] = found.get(source, frozenset()) | frozenset(others)
        for other in others:
            found[other] = found.get(other, frozenset()) | frozenset(others) - {other}
    return found


def in_keys(act: str, lexicon: Lexicon) -> str:
    """Return an act with the words behind its verb as they are compared."""
    verb, *rest = act.split()
    same = lexicon.maps["same_words"]
    return " ".join([verb, *(same.get(word, word) for word in rest)])
