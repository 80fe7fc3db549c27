"""What a word names, by itself: found once for each word, however often it is compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from reframe.core.derive import verbs_of
from reframe.core.guard_finding import CLAIMING
from reframe.core.guard_place import Place
from reframe.core.guard_tokens import spelled
from reframe.core.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Traits:
    """What a word names. ``acts`` are the verbs for the act that it names as a noun, ``base`` the
    verbs that it is the base form of, ``singular`` its dictionary form."""

    acts: frozenset[str]
    base: frozenset[str]
    singular: str


def traits_of(place: Place, lexicon: Lexicon) -> Traits:
    """Return what a word names."""
    return _traits(place.key, place.token.text, lexicon)


@lru_cache(maxsize=16384)
def _traits(key: str, text: str, lexicon: Lexicon) -> Traits:
    return Traits(_named(key, text, lexicon), _base(text, lexicon), lexicon.singular(key))


def _named(key: str, text: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the verbs for the act that a noun names: "analysis", or "filing"."""
    named = verbs_of(key, lexicon) | verbs_of(text, lexicon)
    if lexicon.free_words:
        single = key.removesuffix("s")
        named = named or verbs_of(single, lexicon)
        loose = lexicon.maps["loose_act_nouns"]
        named = named | {loose[word] for word in (key, single) if word in loose}
    return frozenset(spelled(verb, lexicon.maps["spellings"]) for verb in named)


def _base(text: str, lexicon: Lexicon) -> frozenset[str]:
    readings = lexicon.readings.get(text.casefold(), ())
    found = (reading.lemma for reading in readings if reading.form == "base")
    return frozenset(spelled(verb, lexicon.maps["spellings"]) for verb in found)


def same_sense(one: Place, other: Place, lexicon: Lexicon) -> bool:
    """Whether two words of one number, that claim nothing by themselves, can mean the same."""
    if not lexicon.free_words:
        return False
    shut = claiming(lexicon)
    plain = all(
        place.content
        and place.token.figure is None
        and not place.token.mark
        and place.key not in shut
        and (place.token.text.islower() or place.token.start == 0)
        for place in (one, other)
    )
    if not plain:
        return False
    if things(lexicon).get(one.key, frozenset()) & things(lexicon).get(other.key, frozenset()):
        return True
    if one.key.endswith("s") != other.key.endswith("s"):
        return False
    return lexicon.share_sense(one.key, other.key)


@lru_cache(maxsize=8)
def things(lexicon: Lexicon) -> Mapping[str, frozenset[tuple[str, bool]]]:
    """Return for each word what else it may mean in free words, singular and plural apart."""
    found: dict[str, frozenset[tuple[str, bool]]] = {}
    same, plurals = lexicon.maps["same_words"], lexicon.maps["other_plurals"]
    for row in lexicon.phrases("same_things"):
        head, *others = row.split(", ")
        for other in others:
            for word in (head, other):
                for form, many in ((word, False), (plurals.get(word, f"{word}s"), True)):
                    key = same.get(form, form)
                    found[key] = found.get(key, frozenset()) | {(f"{head} {other}", many)}
                    if word in lexicon.words("numberless"):
                        found[key] |= {(f"{head} {other}", not many)}
    return found


@lru_cache(maxsize=8)
def claiming(lexicon: Lexicon) -> frozenset[str]:
    """Return the words that are compared as they are: a synonym of one may claim more."""
    return frozenset().union(*(lexicon.words(name) for _, name in CLAIMING))


def same_act(one: Place, other: Place, lexicon: Lexicon) -> bool:
    """Whether two words that open no clause name one act: "for the identification of" and
    "to identify"."""
    if one.token.figure is not None or other.token.figure is not None or one.key == other.key:
        return False
    # Most words name no act: the second is looked up where the first does.
    mine = traits_of(one, lexicon)
    if not mine.acts and not mine.base:
        return False
    theirs = traits_of(other, lexicon)
    return not mine.acts.isdisjoint(theirs.acts | theirs.base) or not mine.base.isdisjoint(
        theirs.acts
    )


def same_noun(one: Place, other: Place, lexicon: Lexicon) -> bool:
    """Whether two words are one noun in any number, and neither is a figure."""
    if one.token.figure is not None or other.token.figure is not None:
        return False
    nouns = traits_of(one, lexicon).singular, traits_of(other, lexicon).singular
    return nouns[0] == nouns[1] or f"{nouns[0]}s" == nouns[1] or nouns[0] == f"{nouns[1]}s"
