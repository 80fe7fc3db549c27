"""How often an act was done, told as how many it was done to: "made 40 repairs to looms",
"repaired 40 looms". One loom may have been repaired forty times."""

from collections.abc import Iterator, Sequence

from reframe.core.derive import verbs_of
from reframe.core.lexicon import Lexicon
from reframe.core.numbers import Figure, read_figures
from reframe.core.phrases import words_of
from reframe.core.words import Word

_PHRASE = 4
_NEAR = 3
"""How far behind an act its tie may stand: "calls *a day to* tenants"."""


def counts_as_objects(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Yield the figures of a draft that count what an act was done to, where the source has them
    count the act."""
    was = read_figures(before, lexicon)
    now = read_figures(after, lexicon) if was else ()
    if not now:
        return
    ties_of_acts = lexicon.words("ties_of_acts")
    source, draft = words_of(before), words_of(after)
    for figure in now:
        behind = _phrase(draft, figure, lexicon)
        verb = _verb(draft, figure, lexicon)
        if not behind or not verb:
            continue
        for own in was:
            act = _phrase(source, own, lexicon) if own.worth == figure.worth else ()
            if not act or not _names(act[-1].low, verb, lexicon):
                continue
            thing, same = behind[-1].low, any(w.low == act[-1].low for w in behind)
            rest = [word.low for word in source[act[-1].i + 1 :]]
            ties = [at for at in range(_NEAR) if rest[at : at + 1] and rest[at] in ties_of_acts]
            if ties and not same and thing in rest[ties[0] + 1 : ties[0] + _PHRASE + 2]:
                yield after[figure.start : figure.end], figure.start, figure.end


def _phrase(words: Sequence[Word], figure: Figure, lexicon: Lexicon) -> tuple[Word, ...]:
    """Return the words behind a figure up to where its phrase ends."""
    behind = [word for word in words if word.start >= figure.end][: _PHRASE + 1]
    stops = lexicon.words("prepositions") | lexicon.words("function")
    for n, word in enumerate(behind):
        if word.mark or word.low in stops:
            return tuple(behind[:n])
    return tuple(behind[:_PHRASE])


def _verb(words: Sequence[Word], figure: Figure, lexicon: Lexicon) -> frozenset[str]:
    """Return the verbs that the word right in front of a figure may be a form of."""
    front = [word for word in words if word.end <= figure.start]
    return frozenset(lexicon.lemmas(front[-1].low)) if front else frozenset()


def _names(noun: str, verbs: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a noun names the act of a verb: "repairs", "photos" of "photograph"."""
    single = lexicon.singular(noun)
    return bool(verbs & (verbs_of(single, lexicon) | {single}))
