"""Words that describe a noun together: "high volume shop", "day to day work", "web based tool"."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from reframe.core.lexicon import Lexicon
from reframe.core.mechanics_act_names import are_plain
from reframe.core.mechanics_tails import authorized, belongs_in_front, relates_two, tailed
from reframe.core.noun_starts import is_noun_start
from reframe.core.once import once_for
from reframe.core.suggestion import Edit, repaired
from reframe.core.words import Word

_WHY = "Words that describe a noun together are joined by a hyphen."
_SPEAKING = "speaking"
_ROW = 6
_AS_WELL = ["as", "well", "as"]


def hyphen_edits(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the hyphens of compounds in front of a noun.

    Only words in small letters, but for the first of a line: a name is written as it is.
    """
    tails = lexicon.words("noun_tails")
    starts = _starts(lexicon)
    taken = -1
    for at, word in enumerate(words):
        if word.low not in starts or at <= taken:
            continue
        size = _compound(words, at, lexicon)
        if _speaks(words, at, lexicon):
            yield from _hyphens(words, at - 1, 2)
            yield from _shared_tongue(words, at, lexicon)
        elif size:
            taken = at + size - 1
            yield from _hyphens(words, at, size)
            yield from _hung(words, at, lexicon)
        elif (word.low in tails and tailed(words, at, lexicon)) or (authorized(words, at, lexicon)):
            yield from _hyphens(words, at - 1, 2)
        elif word.text == "related" and relates_two(words, at, lexicon):
            yield from _hyphens(words, at - 1, 2)
            yield repaired(words[at - 3].end, words[at - 3].end, "-", _WHY)


@lru_cache(maxsize=8)
def _starts(lexicon: Lexicon) -> frozenset[str]:
    """Return every word that something here may begin with."""
    named = [name.split()[0] for name in lexicon.words("joined_phrases")]
    named += [name.split()[0] for name in lexicon.words("joined_behind")]
    named += [name.split()[0] for name in lexicon.maps["joined_before"]]
    found = frozenset(named) | frozenset(_pairs(lexicon.maps["joined_rows"]))
    found |= lexicon.words("noun_tails") | lexicon.words("letter_participles")
    return found | {_SPEAKING}


@once_for
def _pairs(rows: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """Return each first word with the second words that it is joined with."""
    found: dict[str, frozenset[str]] = {}
    for firsts, seconds in rows.items():
        for first in firsts.split():
            found[first] = found.get(first, frozenset()) | frozenset(seconds.split())
    return found


@once_for
def _phrases(names: Collection[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return phrases by their first word, longest first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        parts = tuple(name.split())
        found[parts[0]] = (*found.get(parts[0], ()), parts)
    return found


def _compound(words: Sequence[Word], at: int, lexicon: Lexicon) -> int:
    """Return how many words from here are one in front of a noun; 0 for none."""
    low = words[at].low
    if low == "well" and at and words[at - 1].low == "as":
        return 0
    follower = words[at + 1] if at + 1 < len(words) else None
    if follower is None:
        return 0
    if follower.low in _pairs(lexicon.maps["joined_rows"]).get(low, ()):
        sure = are_plain(words, at, 2) and _before_noun(words, at + 2, lexicon)
        sure = sure and not (
            low in lexicon.words("counted_firsts") and _counted(words, at, lexicon)
        )
        return 2 if sure and not belongs_in_front(words, at, lexicon) else 0
    for name, guarded in (("joined_phrases", False), ("joined_behind", True)):
        for parts in _phrases(lexicon.words(name)).get(low, ()):
            size = len(parts)
            if not are_plain(words, at, size) or not _spells(words, at, parts):
                continue
            if _before_noun(words, at + size, lexicon) and (
                not guarded or _led(words, at, lexicon)
            ):
                return size
    return _before_its_own(words, at, lexicon)


def _counted(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a number stands in front of a word: "2 *million* dollar"."""
    before = words[at - 1] if at else None
    return before is not None and (before.number or before.low in lexicon.maps["number_values"])


def _before_its_own(words: Sequence[Word], at: int, lexicon: Lexicon) -> int:
    """Return how many words from here are one in front of the noun behind them, whatever stands in
    front: "in *on call* rotation"; what may be an act must be in a row of things."""
    heads = lexicon.maps["joined_before"]
    for parts in _phrases(heads).get(words[at].low, ()):
        size, name = len(parts), " ".join(parts)
        if at + size >= len(words) or not are_plain(words, at, size):
            continue
        known = heads[name].split()
        if _heads_a_row(words, at, size, known, lexicon) and _spells(words, at, parts):
            return size
        head = words[at + size]
        fits = head.low in known or head.low.removesuffix("s").removesuffix("'") in known
        if fits and head.text.islower() and _spells(words, at, parts):
            acts = name in lexicon.words("acts_in_front")
            sure = head.low.removesuffix("s") in lexicon.words("heads_of_no_act")
            shown = sure or _in_things(words, at, lexicon) or _is_done_to(words, at, lexicon)
            return 0 if acts and not shown else size
    return 0


def _heads_a_row(
    words: Sequence[Word], at: int, size: int, known: Sequence[str], lexicon: Lexicon
) -> bool:
    """Whether words begin a row of such that describe one noun: "gave *on call*, weekend and holiday
    support"."""
    joints = lexicon.words("conjunctions") | {","}
    if words[at + size].low not in joints or not _takes_things(words, at - 1, lexicon):
        return False
    for word in words[at + size + 1 : at + size + 1 + _ROW]:
        noun = is_noun_start(words, word.i, lexicon) and word.text.islower()
        if noun and word.low in known:
            return not is_noun_start(words, word.i + 1, lexicon)
        if not noun and word.low not in joints:
            return False
    return False


def _takes_things(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a word is an act that one gives or works: "*provided* on call"."""
    wanted = lexicon.words("verbs_of_giving") | lexicon.words("verbs_of_shifts")
    return at >= 0 and not wanted.isdisjoint(lexicon.lemmas(words[at].low))


def _in_things(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a word goes on with a row of things, and none of acts: behind a preposition, with
    nothing between that can only be an act."""
    for word in reversed(words[:at]):
        if word.low in lexicon.words("thing_rows"):
            return True
        taken = word.i and words[word.i - 1].low in lexicon.words("takers_of_to")
        if word.low == "to" and taken:
            return True
        stops = word.low == "to" or (word.mark and word.low not in {",", "&", "-"})
        if stops or any(not r.nominal for r in lexicon.readings.get(word.low, ())):
            return False
    return False


def _is_done_to(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether an act in front is one that is done to people: "*handles* walk in clients"."""
    acts = lexicon.lemmas(words[at - 1].low) if at else set()
    return not acts.isdisjoint(lexicon.words("acts_on_people"))


def _spells(words: Sequence[Word], at: int, parts: Sequence[str]) -> bool:
    return all(word.low == part for word, part in zip(words[at:], parts, strict=False))


def _before_noun(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun follows, or a second compound that a noun follows."""
    if at < len(words) and words[at].low in lexicon.words("time_words"):
        return is_noun_start(words, at + 1, lexicon)  # "drove a long distance daily"
    if is_noun_start(words, at, lexicon):
        # A name does not show that it is described: "in the long term Belgians save".
        return words[at].text.islower() or words[at].text[:2].isupper()
    joints = lexicon.words("conjunctions") | {","}
    here = at + 1 if at < len(words) and words[at].low in joints else at
    if [word.low for word in words[at : at + 3]] == _AS_WELL:
        here = at + 3
    if here == at or here + 1 >= len(words):
        return False
    low = words[here].low  # "fast paced, busy shop"
    if low in lexicon.words("adjectives") or low in lexicon.words("shop_adjectives"):
        return is_noun_start(words, here + 1, lexicon)
    seconds = _pairs(lexicon.maps["joined_rows"]).get(low, frozenset())
    return words[here + 1].low in seconds and is_noun_start(words, here + 2, lexicon)


def _led(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a word in front shows that a noun begins here: an article or other determiner, an
    adjective, a verb of giving."""
    if at == 0:
        return False
    before = words[at - 1].low
    if before in lexicon.words("determiners") or before in lexicon.words("adjectives"):
        return before not in lexicon.words("lone_determiners")
    giving = lexicon.words("verbs_of_giving")
    return any(reading.lemma in giving for reading in lexicon.readings.get(before, ()))


def _hung(words: Sequence[Word], at: int, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the hyphen that a first part shares: "short and long-term plans" -> "short- and"."""
    if (
        at < 2
        or words[at - 1].low not in lexicon.words("sharing_joints")
        or not words[at - 2].text.islower()
    ):
        return
    first, second = words[at - 2].low, words[at + 1].low if at + 1 < len(words) else ""
    own = f"{first} {second}" in lexicon.maps["joined_before"]
    if own or second in _pairs(lexicon.maps["joined_rows"]).get(first, ()):
        end = words[at - 2].end
        yield repaired(end, end, "-", _WHY)


def _speaks(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Whether a language and "speaking" describe people behind: "Spanish speaking guests"."""
    if words[at].text != _SPEAKING or not at or words[at - 1].low not in lexicon.words("languages"):
        return False
    if at > 2 and words[at - 2].text.istitle():
        return False  # "Haitian Creole speaking parents"
    people = lexicon.words("people") | lexicon.words("speakers")
    behind = words[at + 1].low if at + 1 < len(words) else ""
    return words[at].spaced and lexicon.singular(behind) in people


def _shared_tongue(words: Sequence[Word], at: int, lexicon: Lexicon) -> Iterator[Edit]:
    """Yield the hyphen of a first language: "French and Spanish speaking" -> "French- and"."""
    two = at >= 3 and words[at - 2].low in lexicon.words("sharing_joints")
    if two and words[at - 3].low in lexicon.words("languages"):
        end = words[at - 3].end
        yield repaired(end, end, "-", _WHY)


def _hyphens(words: Sequence[Word], at: int, size: int) -> Iterator[Edit]:
    for n in range(at, at + size - 1):
        yield repaired(words[n].end, words[n + 1].start, "-", _WHY)
