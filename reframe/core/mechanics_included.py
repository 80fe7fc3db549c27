"""What belongs to a thing told with "to include": "kept all tools *to include* saws" is "including"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reframe.core.lexicon import Lexicon
from reframe.core.noun_starts import is_noun_start
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = 'What is part of a thing is told with "including"; "to include" tells what for.'


def included_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield "including" behind the object of an act that changes nothing: who widens a menu does so
    "to include" more, who keeps tools does not."""
    for to, verb in pairwise(words):
        if to.text != "to" or verb.text != "include" or to.i < 2 or verb.i + 1 >= len(words):
            continue
        front = words[: to.i]
        last = front[-1]
        noun = last.low in {")", ","} or is_noun_start(words, last.i, lexicon)
        if not noun or not _keeps(front, lexicon):
            continue
        if lexicon.lemmas(last.low, "base") and any(
            not r.nominal for r in lexicon.readings.get(last.low, ())
        ):
            continue
        if last.low == ",":
            yield repaired(to.start, verb.end, "including", _WHY)
        else:
            yield repaired(last.end, verb.end, ", including", _WHY)


def _keeps(front: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the acts in front of "to include" all leave their object as it is."""
    keeping = lexicon.words("keeps_as_it_is")
    first = lexicon.lemmas(front[0].low)
    opens = "responsible for" in " ".join(word.low for word in front[:4])
    if not (first & keeping or opens):
        return False
    for word in front[1:]:
        if word.low in lexicon.words("relatives") or word.text in {".", ";", ":"}:
            return False
        acts = [r for r in lexicon.readings.get(word.low, ()) if not r.nominal]
        if any(r.form != "participle" and r.lemma in lexicon.words("widens") for r in acts):
            return False
    return True
