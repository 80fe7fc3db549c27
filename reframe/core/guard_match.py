"""Which word of a source every word of a draft in free words stands for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reframe.core.guard_alike import SAME, alike, near_acts, near_things
from reframe.core.guard_said import Said
from reframe.core.lexicon import Lexicon

_NAMING = ("NN", "JJ")


@dataclass(frozen=True)
class Matched:
    """A source, a draft, and ``words`` from places of the draft to places of the source."""

    before: Said
    after: Said
    words: Mapping[int, int]

    @cached_property
    def back(self) -> Mapping[int, int]:
        """From places of the source to the first place of the draft that stands for each."""
        return {source: at for at, source in sorted(self.words.items(), reverse=True)}

    @cached_property
    def acts(self) -> frozenset[int]:
        """Places of the source that acts of the draft stand for, nouns of acts among them."""
        return frozenset(source for at, source in self.words.items() if self.after.words[at].act)

    def origins(self, places: Iterable[int]) -> set[int]:
        """Return the places of the source that places of the draft stand for."""
        return {self.words[at] for at in places if at in self.words}

    def acts_kept(self, places: Iterable[int]) -> bool:
        """Return whether each place of the source stands for an act of the draft."""
        return all(i in self.back and self.after.words[self.back[i]].act for i in places)


def match(before: Said, after: Said, lexicon: Lexicon) -> Matched:
    """Return the words of a draft with the words of the source that they stand for."""
    pairs = []
    for at, word in enumerate(after.words):
        if not word.stated:
            continue
        for source, origin in enumerate(before.words):
            # What says nothing by itself may be told by another: "slow times", "slow periods".
            shell = origin.key == word.key or origin.tag[:2] == word.tag[:2] in _NAMING
            kept = origin.stated or (shell and not origin.token.mark)
            if kept and (grade := alike(origin, word, lexicon)):
                near = _near(at, source, before, after)
                pairs.append((-grade, -near, abs(at - source), at, source))
    pairs.sort()
    found: dict[int, int] = {}
    taken: set[int] = set()
    for reuse in (False, True):
        for grade, _, _, at, source in pairs:
            figure = after.words[at].token.figure is not None
            if at in found or (source in taken and (not reuse or figure or -grade < SAME)):
                continue
            found[at] = source
            taken.add(source)
    _shift([(at, source) for _, _, _, at, source in pairs], found)
    _fill(before, after, found, lexicon)
    return Matched(before, after, found)


def _shift(pairs: Sequence[tuple[int, int]], found: dict[int, int]) -> None:
    """Give a word that is left over the source of another that can stand for a free one: of
    "grew", "increase" and "grew", an "increased" that took a "grew" may be the "increase"."""
    for at, source in pairs:
        if at in found:
            continue
        taken = set(found.values())
        for other in [i for i, held in found.items() if held == source]:
            free = next((s for i, s in pairs if i == other and s not in taken), None)
            if free is not None:
                found[other], found[at] = free, source
                break


def _whole(at: int, said: Said) -> list[int]:
    """Return a word and all that hangs on it."""
    found = [at]
    for i in found:
        found += said.children[i]
    return found


def _near(at: int, source: int, before: Said, after: Said) -> int:
    """Return how many neighbours two words have in common: what they hang on, and what on them."""
    word, origin = after.words[at], before.words[source]
    shared = bool(before.words[origin.head].forms & after.words[word.head].forms)
    below = {form for i in after.children[at] for form in after.words[i].forms}
    kept = sum(bool(before.words[i].forms & below) for i in before.children[source])
    return 2 * (word.act == origin.act) + 2 * shared + kept


def _fill(before: Said, after: Said, found: dict[int, int], lexicon: Lexicon) -> None:
    """Pair what is left where it stands in the same slot and means nearly the same: an act with
    the same objects, a word that hangs in the same way on the same word."""
    left = [i for i, w in enumerate(before.words) if w.stated and i not in found.values()]
    for at, word in enumerate(after.words):
        if at in found or not word.stated:
            continue
        for source in left:
            origin = before.words[source]
            if source in found.values() or origin.token.figure or word.token.figure:
                continue
            if word.act and origin.act:
                slot = any(found.get(i) in before.children[source] for i in after.children[at])
                changed = any(before.words[i].token.figure for i in _whole(source, before))
                same = slot and near_acts(origin, word, lexicon, changed=changed)
            else:
                slot = found.get(word.head) == origin.head or any(
                    found.get(i) in before.children[source] for i in after.children[at]
                )
                same = slot and near_things(origin, word, lexicon)
            if same:
                found[at] = source
                break
